"""Numbers in figures and words: "86,633", "two and a half", "100 million", "several thousand"."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from factcheck.grammar.cardinal import CardinalReader
from factcheck.grammar.figures import TIMES, european, figures, power, printed_step, spaced
from factcheck.grammar.fraction import SIGNS, FractionReader, in_figures
from factcheck.grammar.language import Language
from factcheck.grammar.numeral import LARGE, Number, scaled_number, with_part
from factcheck.grammar.tokens import PhraseTable, Token, adjacent, hyphen, is_sign, text_at

_HUNDRED = 100
_BEFORE_FIGURES = frozenset(",/.-")  # signs behind which figures may go on a number


class NumberReader:
    """Reads the number that begins at a token.

    With `signed`, a hyphen before figures is a minus; in prose it is more often a dash.
    """

    def __init__(self, language: Language, *, signed: bool = False) -> None:
        self._signed = signed
        self._words = language.numbers
        self._of = language.dates.of
        self._ordinal_endings = language.dates.ordinal_endings
        self._cardinals = CardinalReader(language.numbers)
        self._fractions = FractionReader(language, self._cardinals)
        self._vague = PhraseTable(language.hedges.vague.items())
        self._never_after = language.hedges.vague_never_after
        words = self._words
        self._of_all = language.units.counted.of | language.units.counted.determiners
        self._singular = language.units.singular
        self._wholes = PhraseTable((phrase, "one") for phrase in words.wholes)
        self._continuing = frozenset((*words.scales, *words.abbreviations, *words.joiners, *words.point, *TIMES))
        self._going_on = self._continuing.union(
            words.cardinals, words.halves, words.parts, words.plural_parts, words.hyphened_parts, words.tens_joiners
        )
        self.starts = self._vague.starts.union(
            self._wholes.starts, words.cardinals, words.scales, words.halves, words.articles, words.minus, SIGNS, "-."
        )

    def read_one(self, tokens: list[Token], at: int) -> Number | None:
        """Return the single number at a token, or None."""
        if at >= len(tokens):
            return None
        if tokens[at].kind == "number":
            return self._in_figures(tokens, at)
        if tokens[at].text not in self.starts:
            return None
        if (vague := self._vague.match(tokens, at)) is not None:
            return self._vague_amount(tokens, at, *vague)
        if (plain := self._plain(tokens, at)) is not None:
            return plain
        fraction = self._fraction(tokens, at)
        return fraction or self._negative(tokens, at) or self._leading_point(tokens, at) or self._in_words(tokens, at)

    def _in_figures(self, tokens: list[Token], at: int) -> Number | None:
        if self._stands_apart(tokens, at):
            read = figures(tokens[at].text, zeros=self._signed)
            return None if read is None else Number(read[0], at + 1, read[1])
        part = in_figures(tokens, at)
        if part is None:
            return self._figures(tokens, at)
        return replace(self._part_of_scale(tokens, *part), in_words=False)

    def _stands_apart(self, tokens: list[Token], at: int) -> bool:
        """Tell whether nothing beside figures can belong to their number, as for most: "13,000 workers"."""
        token = tokens[at]
        if at and tokens[at - 1].end == token.start and tokens[at - 1].text in _BEFORE_FIGURES:
            return False
        if at + 1 >= len(tokens):
            return True
        after = tokens[at + 1]
        return after.kind == "word" and after.start > token.end and after.text not in self._continuing

    def _plain(self, tokens: list[Token], at: int) -> Number | None:
        """Read a cardinal behind which no number goes on, as most are: "three men"."""
        value = self._words.cardinals.get(tokens[at].text, _HUNDRED)
        if value >= _HUNDRED or at + 1 >= len(tokens):
            return None
        after = tokens[at + 1]
        if after.kind != "word" or after.text in self._going_on:
            return None
        return Number(value, at + 1, in_words=True)

    def _fraction(self, tokens: list[Token], at: int) -> Number | None:
        """Read "two thirds", "three quarters of a million"; "one hundred thirty fifths" has two readings."""
        part = self._fractions.read(tokens, at)
        if part is None:
            return None
        other = self._fractions.other(tokens, at)
        number = self._part_of_scale(tokens, *part)
        return number if other is None else replace(number, other=float(other))

    def after_article(self, article: str) -> frozenset[str]:
        """Return every word with which a number goes on behind an article: "a hundred", "a third", "a few"."""
        words = self._words
        seconds = self._vague.seconds(article) | self._wholes.seconds(article)
        return seconds.union(words.scales, words.halves, words.parts, words.cardinals, "-")

    def article(self, tokens: list[Token], at: int) -> Number | None:
        """Return what an article makes of the unit behind it: "a", "half a", "a quarter of an", "half", "all"."""
        words = self._words
        if (whole := self._wholes.match(tokens, at)) is not None:
            one = text_at(tokens, whole[1]) in self._singular  # "all day", but not "all days"
            return Number(1, whole[1], in_words=True, is_article=True) if one else None
        article = text_at(tokens, at) in words.articles
        half = words.halves.get(text_at(tokens, at + article))
        if half is None:
            return Number(1, at + 1, in_words=True, is_article=True) if article else None
        end = at + article + 1
        end += text_at(tokens, end) in self._of
        end += text_at(tokens, end) in words.articles
        return Number(half, end, step=half, in_words=True, is_article=True)

    def _negative(self, tokens: list[Token], at: int) -> Number | None:
        """Read "-5" where no number goes before, "minus five", "negative one"."""
        sign = self._signed and is_sign(tokens, at, "-") and adjacent(tokens, at + 1) and self._may_be_minus(tokens, at)
        if not sign and text_at(tokens, at) not in self._words.minus:
            return None
        after = at + 1 + (not sign and hyphen(tokens, at + 1))  # "minus-5"
        number = self.read_one(tokens, after) if text_at(tokens, after) not in ("-", *self._words.minus) else None
        return None if number is None or number.value is None else replace(number, value=-number.value)

    def _may_be_minus(self, tokens: list[Token], at: int) -> bool:
        """Tell whether a hyphen belongs to nothing before it, or to a sign that takes a number: "<-30", "$-99"."""
        return not adjacent(tokens, at) or is_sign(tokens, at - 1, "<>=(~$\u20ac\u00a3\u2264\u2265")

    def _part_of_scale(self, tokens: list[Token], part: Fraction, end: int) -> Number:
        """Return a fraction as a number, of a scale where one follows: "three quarters of a million"."""
        here = end + (text_at(tokens, end) in self._of)
        here += text_at(tokens, here) in self._words.articles
        scale = self._cardinals.scale(tokens, here)
        if scale:
            return scaled_number(float(part), 1, scale, here + 1)
        return Number(float(part), end, 1 / part.denominator, in_words=True)

    def _leading_point(self, tokens: list[Token], at: int) -> Number | None:
        """Read ".25"."""
        text = text_at(tokens, at + 1)
        starts = is_sign(tokens, at, ".") and adjacent(tokens, at + 1)
        free = not adjacent(tokens, at) or is_sign(tokens, at - 1, "-(<>$")
        if not (starts and free and text.isdecimal()):
            return None
        return self._with_scale(tokens, float(f"0.{text}"), 10 ** -len(text), at + 2)

    def ordinal(self, tokens: list[Token], at: int) -> tuple[int, int] | None:
        """Return an ordinal's number and the token after it: "fourth", "4th", "one-year"."""
        if at >= len(tokens):
            return None
        token = tokens[at]
        if token.text in self._words.ordinals:
            return self._words.ordinals[token.text], at + 1
        if token.kind == "number" and token.text.isdecimal() and len(token.text) <= 4:
            ending = text_at(tokens, at + 1) in self._ordinal_endings
            return int(token.text), at + 1 + (ending and adjacent(tokens, at + 1))
        if token.text in self._words.cardinals:
            return self._words.cardinals[token.text], at + 1
        return None

    def _vague_amount(self, tokens: list[Token], at: int, vague: str, end: int) -> Number | None:
        """Read the scales behind a vague amount, each larger than the one before: "several hundred thousand".

        "Too few people" says no amount; "as a few people" does.
        """
        if text_at(tokens, at - 1) in self._never_after[vague] and tokens[at].text not in self._words.articles:
            return None
        times, largest = 1, 0
        while (scale := self._cardinals.scale(tokens, end)) > largest:
            times, largest, end = times * scale, scale, end + 1
        return Number(None, end, vague=vague, times=times)

    def _figures(self, tokens: list[Token], at: int) -> Number | None:
        if in_figures(tokens, at - 2) or european(tokens, at):
            return None
        read = spaced(tokens, at) or figures(tokens[at].text, zeros=self._signed)
        if read is None:
            return None
        value, step, *rest = read
        end = int(rest[0]) if rest else at + 1
        if value == int(value) and (part := self._fractions.after_whole(tokens, end)) is not None:
            value, step, end = value + float(part[0]), 1 / part[0].denominator, part[1]
        if text_at(tokens, end) in self._words.point and (point := self._spoken_decimals(tokens, value, end + 1)):
            return point
        return self._with_scale(tokens, value, step, end)

    def _with_scale(self, tokens: list[Token], value: float, step: float, end: int) -> Number:
        """Read what makes figures larger: an exponent, a letter, a scale."""
        if (exponent := power(tokens, end)) is not None:
            return Number(value * 10.0 ** exponent[0], exponent[1], step * 10.0 ** exponent[0])
        if adjacent(tokens, end) and (letter := self._letter(tokens, end, step)) and not _goes_on(tokens, end + 1):
            return replace(scaled_number(value, step, letter, end + 1), unscaled=value)
        here = end + is_sign(tokens, end, "-")
        scale, after = self._cardinals.scales(tokens, here)
        return self._with_rest(tokens, scaled_number(value, step, scale, after)) if scale else Number(value, end, step)

    def _spoken_decimals(self, tokens: list[Token], value: float, at: int) -> Number | None:
        """Read the "1" of "1 point 1"."""
        digits = text_at(tokens, at)
        if value != int(value) or not (digits.isascii() and digits.isdecimal()):
            return None
        return Number(float(f"{value}.{digits}"), at + 1, 10.0 ** -len(digits))

    def _letter(self, tokens: list[Token], at: int, step: float) -> int:
        """Return the scale that a letter stands for, 0 for none; "MM" are millions and "mm" millimetres.

        Some do so behind decimals only: "2.4G" are billions, "5G" are not.
        """
        letters, written = self._words.letters, tokens[at].written
        found = letters.get(written) or letters.get(tokens[at].text, 0)
        return found or (self._words.decimal_letters.get(written, 0) if step < 1 else 0)

    def _with_rest(self, tokens: list[Token], number: Number) -> Number:
        """Add what follows a scale behind figures: "3 hundred and 21", "3 million and a quarter"."""
        part = self._fractions.after_whole(tokens, number.end)
        if part is not None:
            return with_part(number, *part)
        if text_at(tokens, number.end) not in self._words.joiners:
            return number
        rest = self.read_one(tokens, number.end + 1)
        if rest is None or rest.value is None or rest.value >= number.scale or (rest.in_words and rest.value < LARGE):
            return number
        assert number.value is not None
        return replace(number, value=number.value + rest.value, end=rest.end, step=rest.step)

    def _in_words(self, tokens: list[Token], at: int) -> Number | None:
        if tokens[at].kind != "word":
            return None
        article = tokens[at].text in self._words.articles
        if text_at(tokens, at + article) in self._words.halves:
            half = Fraction(self._words.halves[text_at(tokens, at + article)])
            whole = self._part_of_scale(tokens, half, at + article + 1)
            of_all = (
                self._signed and text_at(tokens, at + article + 1) in self._of_all
            )  # "half the seats", "half of them"
            return whole if of_all or not whole.in_words else None
        if article and not self._cardinals.scale(tokens, at + 1):
            return None
        return self._worded(tokens, at + article)

    def _worded(self, tokens: list[Token], at: int) -> Number | None:
        group = self._cardinals.read(tokens, at)
        if group is None:
            return None
        value, end, _, scale = group
        if text_at(tokens, end) in self._words.point and (decimals := self._decimals(tokens, end + 1)):
            end += 1 + len(decimals)
            number = self._with_scale(tokens, float(f"{value}.{decimals}"), 10.0 ** -len(decimals), end)
            return replace(number, in_words=True)
        return self._and_a_half(tokens, Number(value, end, printed_step(value), in_words=True, scale=scale))

    def _decimals(self, tokens: list[Token], at: int) -> str:
        """Return the figures of "three point one four", one a word."""
        figures = ""
        while 0 <= self._words.cardinals.get(text_at(tokens, at), 10) <= 9:
            figures += str(self._words.cardinals[text_at(tokens, at)])
            at += 1
        return figures

    def _and_a_half(self, tokens: list[Token], number: Number) -> Number:
        """Read "two and a half", "two-and-a-half", "five billion and three quarters", and a scale behind it."""
        part = self._fractions.after_whole(tokens, number.end)
        if part is None:
            return number
        assert number.value is not None
        if scale := self._cardinals.scale(tokens, part[1]):
            if number.scale > 1:  # "one billion and a quarter million"
                return with_part(replace(number, scale=scale), part[0], part[1] + 1)
            return scaled_number(number.value + float(part[0]), 0.5, scale, part[1] + 1)
        return with_part(number, *part)


def _goes_on(tokens: list[Token], at: int) -> bool:
    """Tell whether a word or number sticks to the token before: the "m" of "5m2" is none of millions."""
    return adjacent(tokens, at) and tokens[at].kind != "sign"
