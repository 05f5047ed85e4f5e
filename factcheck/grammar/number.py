"""Numbers in figures and words: "86,633", "two and a half", "100 million", "several thousand"."""

from __future__ import annotations

from dataclasses import dataclass, replace

from factcheck.grammar.language import Language
from factcheck.grammar.tokens import PhraseTable, Token, adjacent, is_sign

_ROUND = 100  # a count is round with two or more trailing zeros


@dataclass(frozen=True, slots=True)
class Number:
    """A number that was read: tokens[at:end]. `value` is None where the amount is vague."""

    value: float | None
    end: int
    step: float = 1
    vague: str | None = None
    times: float = 1
    upto: float | None = None
    in_words: bool = False


def printed_step(value: float) -> float:
    """Return the unit of the last significant digit of a whole number, 1 where it is not round."""
    if value == 0 or value % _ROUND or value != int(value):
        return 1
    step = _ROUND
    while value % (step * 10) == 0:
        step *= 10
    return step


class NumberReader:
    """Reads the number that begins at a token."""

    def __init__(self, language: Language) -> None:
        self._words = language.numbers
        self._vague = PhraseTable(language.hedges.vague.items())

    def read(self, tokens: list[Token], at: int) -> Number | None:
        """Return the number or range of numbers at a token, or None."""
        if at < len(tokens) and tokens[at].text in self._words.between:
            return self._between(tokens, at + 1)
        first = self.read_one(tokens, at)
        if first is None or first.value is None:
            return first
        return self._range(tokens, first) or first

    def read_one(self, tokens: list[Token], at: int) -> Number | None:
        """Return the single number at a token, or None."""
        if at >= len(tokens):
            return None
        if (vague := self._vague.match(tokens, at)) is not None:
            return self._vague_amount(tokens, *vague)
        if tokens[at].kind == "number":
            return self._figures(tokens, at)
        return self._in_words(tokens, at) if tokens[at].kind == "word" else None

    def ordinal(self, tokens: list[Token], at: int) -> tuple[int, int] | None:
        """Return an ordinal's number and the token after it: "fourth", "4th", "one-year"."""
        if at >= len(tokens):
            return None
        token = tokens[at]
        if token.text in self._words.ordinals:
            return self._words.ordinals[token.text], at + 1
        if token.kind == "number" and token.text.isdigit() and len(token.text) <= 4:
            ending = at + 1 < len(tokens) and tokens[at + 1].text in ("st", "nd", "rd", "th")
            return int(token.text), at + 1 + (ending and adjacent(tokens, at + 1))
        if token.text in self._words.cardinals:
            return self._words.cardinals[token.text], at + 1
        return None

    def _vague_amount(self, tokens: list[Token], vague: str, end: int) -> Number:
        times = 1
        while end < len(tokens) and tokens[end].text in self._words.scales:
            times *= self._words.scales[tokens[end].text]
            end += 1
        return Number(None, end, vague=vague, times=times)

    def _figures(self, tokens: list[Token], at: int) -> Number | None:
        read = figures(tokens[at].text)
        if read is None:
            return None
        value, step = read
        end = at + 1
        letters = adjacent(tokens, end) and tokens[end].text in self._words.letters
        if letters and not adjacent(tokens, end + 1):
            scale = self._words.letters[tokens[end].text]
            return _scaled(value, step, scale, end + 1)
        scale_at = end + 1 if is_sign(tokens, end, "-") else end
        if scale_at < len(tokens) and tokens[scale_at].text in self._words.scales:
            return _scaled(value, step, self._words.scales[tokens[scale_at].text], scale_at + 1)
        return Number(value, end, step)

    def _in_words(self, tokens: list[Token], at: int) -> Number | None:
        words = self._words
        if tokens[at].text in words.halves:
            return self._half_of(tokens, at)
        if tokens[at].text in words.articles:
            if at + 1 < len(tokens) and tokens[at + 1].text in words.scales:
                return self._cardinal(tokens, at + 1)
            return None
        return self._cardinal(tokens, at)

    def _half_of(self, tokens: list[Token], at: int) -> Number | None:
        """Read "half a million"; a half of nothing countable is left to the unit's reader."""
        half, end = self._words.halves[tokens[at].text], at + 1
        if end < len(tokens) and tokens[end].text in self._words.articles:
            end += 1
        if end < len(tokens) and tokens[end].text in self._words.scales:
            value = half * self._words.scales[tokens[end].text]
            return Number(value, end + 1, printed_step(value), in_words=True)
        return None

    def _cardinal(self, tokens: list[Token], at: int) -> Number | None:
        """Read a cardinal in words by the usual two sums: below and above the last scale."""
        words, total, current, end = self._words, 0, None, at
        while end < len(tokens):
            here = end + 1 if current is not None and self._joins(tokens, end) else end
            if here >= len(tokens):
                break
            text = tokens[here].text
            if text in words.cardinals:
                small = words.cardinals[text]
                if (
                    current is not None
                    and (current % 100 if current >= 100 else current)
                    and not _tens_then_ones(current, small)
                ):
                    break
                current = (current or 0) + small
            elif text in words.scales and not (here > end and tokens[end].text in words.joiners):
                scale = words.scales[text]
                if scale <= 100:
                    current = (1 if current is None else current) * scale
                else:
                    total, current = total + (1 if current is None else current) * scale, 0
            else:
                break
            end = here + 1
        if end == at:
            return None
        value = total + (current or 0)
        return self._and_a_half(tokens, Number(value, end, printed_step(value), in_words=True))

    def _joins(self, tokens: list[Token], at: int) -> bool:
        """Tell whether a hyphen, a comma or an "and" here is followed by more of the number."""
        if at + 1 >= len(tokens) or tokens[at + 1].text not in (
            self._words.cardinals.keys() | self._words.scales.keys()
        ):
            return False
        return is_sign(tokens, at, "-,") or tokens[at].text in self._words.joiners

    def _and_a_half(self, tokens: list[Token], number: Number) -> Number:
        """Read "two and a half", and a scale behind it."""
        at, words = number.end, self._words
        if not (
            at + 2 < len(tokens)
            and tokens[at].text in words.joiners
            and tokens[at + 1].text in words.articles
            and tokens[at + 2].text in words.halves
        ):
            return number
        assert number.value is not None
        value, end = number.value + words.halves[tokens[at + 2].text], at + 3
        if end < len(tokens) and tokens[end].text in words.scales:
            return _scaled(value, 0.5, words.scales[tokens[end].text], end + 1)
        return replace(number, value=value, end=end, step=0.5)

    def _range(self, tokens: list[Token], first: Number) -> Number | None:
        """Read the second number of "3-5", "3 to 5" or "five or six"."""
        at = first.end
        if at + 1 >= len(tokens) or tokens[at].text not in self._words.to:
            return None
        second = self.read_one(tokens, at + 1)
        return _joined(first, second)

    def _between(self, tokens: list[Token], at: int) -> Number | None:
        first = self.read_one(tokens, at)
        if first is None or first.end >= len(tokens) or tokens[first.end].text not in self._words.joiners:
            return None
        return _joined(first, self.read_one(tokens, first.end + 1))


def figures(text: str) -> tuple[float, float] | None:
    """Return the value and printed unit of figures: "86,633", "2.4"; None for "1.2.3" and the like."""
    if "," in text:
        groups = text.split(".", maxsplit=1)[0].split(",")
        if not (1 <= len(groups[0]) <= 3 and all(len(group) == 3 for group in groups[1:])):
            return None
        text = text.replace(",", "")
    whole, _, decimals = text.partition(".")
    if "." in decimals:
        return None
    if decimals:
        return float(text), 10 ** -len(decimals)
    value = int(whole)
    return value, printed_step(value)


def _scaled(value: float, step: float, scale: int, end: int) -> Number:
    scaled = value * scale
    if isinstance(scaled, float) and scaled.is_integer():
        scaled = int(scaled)
    return Number(scaled, end, max(step * scale, 1) if step < 1 else printed_step(scaled))


def _tens_then_ones(current: int, small: int) -> bool:
    below = current % 100
    return 20 <= below <= 90 and below % 10 == 0 and 1 <= small <= 9


def _joined(first: Number, second: Number | None) -> Number | None:
    if second is None or second.value is None or first.value is None or second.value <= first.value:
        return None
    return Number(first.value, second.end, min(first.step, second.step), upto=second.value, in_words=first.in_words)
