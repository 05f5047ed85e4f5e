"""Numbers in figures and words: "86,633", "two and a half", "100 million", "several thousand"."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import NamedTuple
from unicodedata import numeric

from factcheck.grammar.language import Language
from factcheck.grammar.tokens import PhraseTable, Token, adjacent, hyphen, is_sign, text_at

_ROUND = 100  # a count is round with two or more trailing zeros
_HUNDRED = 100


@dataclass(frozen=True, slots=True)
class Number:
    """A number that was read: tokens[at:end]. `value` is None where the amount is vague.

    `scale` is what the scales at its end make: 1,000 in "five thousand", 1 in "5,000".
    """

    value: float | None
    end: int
    step: float = 1
    vague: str | None = None
    times: float = 1
    upto: float | None = None
    in_words: bool = False
    scale: int = 1


class _Group(NamedTuple):
    """A part of a cardinal in words with its last scale, and the product of the scales at its end."""

    value: int
    end: int
    last: int
    scale: int


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
        self._of = language.dates.of
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
        """Read the scales behind a vague amount, each larger than the one before: "several hundred thousand"."""
        times, largest = 1, 0
        while (scale := self._scale(tokens, end)) > largest:
            times, largest, end = times * scale, scale, end + 1
        return Number(None, end, vague=vague, times=times)

    def _figures(self, tokens: list[Token], at: int) -> Number | None:
        read = None if _ratio(tokens, at - 2) else figures(tokens[at].text)
        if read is None:
            return None
        (value, step), end = read, at + 1
        if value == int(value) and (part := _fraction(tokens, end)) is not None:
            value, step, end = value + float(part[0]), 1 / part[0].denominator, part[1]
        letter = self._words.letters.get(text_at(tokens, end))
        if letter is not None and adjacent(tokens, end) and not _goes_on(tokens, end + 1):
            return _scaled(value, step, letter, end + 1)
        here = end + is_sign(tokens, end, "-")
        scale = self._scale(tokens, here)
        return _scaled(value, step, scale, here + 1) if scale else Number(value, end, step)

    def _in_words(self, tokens: list[Token], at: int) -> Number | None:
        article = tokens[at].text in self._words.articles
        if text_at(tokens, at + article) in self._words.halves:
            return self._half_of(tokens, at + article)
        if article and not self._scale(tokens, at + 1):
            return None
        return self._cardinal(tokens, at + article)

    def _half_of(self, tokens: list[Token], at: int) -> Number | None:
        """Read "half a million"; a half of nothing countable is left to the unit's reader."""
        half, end = self._words.halves[tokens[at].text], at + 1
        end += text_at(tokens, end) in self._of
        end += text_at(tokens, end) in self._words.articles
        scale = self._scale(tokens, end)
        return _scaled(half, 1, scale, end + 1) if scale else None

    def _cardinal(self, tokens: list[Token], at: int) -> Number | None:
        """Read a cardinal in words: groups that each have a smaller scale than the one before.

        So "two hundred and three thousand" is one number, "two hundred and three hundred" are two.
        """
        group = self._group(tokens, at)
        if group is None:
            return None
        while group.last > 1 and (more := self._next_group(tokens, group)) is not None:
            group = _Group(group.value + more.value, more.end, more.last, 1)
        value, end, _, scale = group
        return self._and_a_half(tokens, Number(value, end, printed_step(value), in_words=True, scale=scale))

    def _next_group(self, tokens: list[Token], before: _Group) -> _Group | None:
        """Read "five hundred" behind "two thousand"; a comma joins no less than a hundred."""
        at = self._after_joiner(tokens, before.end)
        more = None if self._scale(tokens, at) else self._group(tokens, at)
        if more is None or more.last >= before.last:
            return None
        return None if is_sign(tokens, before.end, ",") and more.value < _HUNDRED else more

    def _group(self, tokens: list[Token], at: int) -> _Group | None:
        """Read a number below a thousand and the scale behind it: "two hundred and five thousand"."""
        below = self._below_thousand(tokens, at)
        value, end, product = below or (1, at, 1)
        here = end + (below is not None and hyphen(tokens, end))
        scale = self._scale(tokens, here)
        if scale > _HUNDRED:
            return _Group(value * scale, here + 1, scale, product * scale)
        return None if below is None else _Group(value, end, 1, product)

    def _below_thousand(self, tokens: list[Token], at: int) -> tuple[int, int, int] | None:
        """Read "five", "two dozen" or "two hundred and five": value, end, and the scale at its end."""
        small = self._below_hundred(tokens, at)
        value, end = small or (1, at)
        here = end + (small is not None and hyphen(tokens, end))
        scale = self._scale(tokens, here)
        if not 1 < scale <= _HUNDRED:
            return None if small is None else (value, end, 1)
        value, end = value * scale, here + 1
        if scale < _HUNDRED or is_sign(tokens, end, ","):
            return value, end, scale
        rest = self._below_hundred(tokens, self._after_joiner(tokens, end))
        if rest is None or 1 < self._scale(tokens, rest[1]) <= _HUNDRED:
            return value, end, scale
        return value + rest[0], rest[1], 1

    def _below_hundred(self, tokens: list[Token], at: int) -> tuple[int, int] | None:
        """Read "five", "forty" or "forty-five"."""
        tens = self._words.cardinals.get(text_at(tokens, at))
        if tens is None:
            return None
        here = at + 1 + hyphen(tokens, at + 1)
        ones = self._words.cardinals.get(text_at(tokens, here), 0)
        return (tens + ones, here + 1) if tens >= 20 and 1 <= ones <= 9 else (tens, at + 1)

    def _scale(self, tokens: list[Token], at: int) -> int:
        """Return the scale that stands at a token, 0 where there is none."""
        return self._words.scales.get(text_at(tokens, at), 0)

    def _after_joiner(self, tokens: list[Token], at: int) -> int:
        """Return the token after what joins the parts of a number: "and", a comma, hyphens, or nothing."""
        at += is_sign(tokens, at, ",") or hyphen(tokens, at)
        at += text_at(tokens, at) in self._words.joiners
        return at + hyphen(tokens, at)

    def _and_a_half(self, tokens: list[Token], number: Number) -> Number:
        """Read "two and a half", "two-and-a-half", and a scale behind it."""
        words = self._words
        wanted = (words.joiners, words.articles, words.halves)
        at = number.end
        for texts in wanted:
            at += hyphen(tokens, at)
            if text_at(tokens, at) not in texts:
                return number
            at += 1
        assert number.value is not None
        value = number.value + words.halves[tokens[at - 1].text] * number.scale
        if scale := self._scale(tokens, at):
            return _scaled(value, 0.5, scale, at + 1)
        return replace(number, value=value, end=at, step=0.5 * number.scale)

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
    """Return the value and printed unit of figures: "86,633", "2.4"; None for "1.2.3" and the like.

    The tail of a number with a gap ("5 020") begins with a zero and is no number of its own.
    """
    whole, _, decimals = text.partition(".")
    groups = whole.split(",")
    if len(groups) > 1 and not (len(groups[0]) <= 3 and all(len(group) == 3 for group in groups[1:])):
        return None
    if (whole[0] == "0" and len(whole) > 2) or not (decimals or "0").isdigit():
        return None
    whole = "".join(groups)
    if decimals:
        return float(f"{whole}.{decimals}"), 10 ** -len(decimals)
    return int(whole), printed_step(int(whole))


def _fraction(tokens: list[Token], at: int) -> tuple[Fraction, int] | None:
    """Read the fraction of a mixed number: "½" or "1/2"."""
    text = text_at(tokens, at)
    if len(text) == 1 and 0 < numeric(text, 0) < 1:
        return Fraction(numeric(text)).limit_denominator(10), at + 1
    ratio = _ratio(tokens, at)
    return None if ratio is None else (ratio, at + 3)


def _ratio(tokens: list[Token], at: int) -> Fraction | None:
    """Read "1/2": one figure over a larger one, whose second part is then no number of its own."""
    above, below = text_at(tokens, at), text_at(tokens, at + 2)
    slash = is_sign(tokens, at + 1, "/") and adjacent(tokens, at + 1) and adjacent(tokens, at + 2)
    if not slash or len(above) != 1 or len(below) != 1 or not "0" < above < below <= "9":
        return None
    return Fraction(int(above), int(below))


def _goes_on(tokens: list[Token], at: int) -> bool:
    """Tell whether a word or number sticks to the token before: the "m" of "5m2" is none of millions."""
    return adjacent(tokens, at) and tokens[at].kind != "sign"


def _scaled(value: float, step: float, scale: int, end: int) -> Number:
    scaled = value * scale
    if isinstance(scaled, float) and scaled.is_integer():
        scaled = int(scaled)
    return Number(scaled, end, max(step * scale, 1) if step < 1 else printed_step(scaled), scale=scale)


def _joined(first: Number, second: Number | None) -> Number | None:
    """Join the ends of a range; in "two to three million" both are millions."""
    if second is None or second.value is None or first.value is None or second.value <= first.value:
        return None
    if first.scale == 1 < second.scale and first.value * second.scale < second.value:
        first = _scaled(first.value, first.step, second.scale, first.end)
    return Number(first.value, second.end, min(first.step, second.step), upto=second.value, in_words=first.in_words)
