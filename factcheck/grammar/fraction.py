"""Fractions: "1/4", "½", "two thirds", and those that follow a whole number: "2 1/4", "three and a fifth"."""

from __future__ import annotations

from fractions import Fraction
from unicodedata import numeric

from factcheck.grammar.cardinal import CardinalReader
from factcheck.grammar.language import Language
from factcheck.grammar.tokens import Token, adjacent, hyphen, is_sign, text_at

Part = tuple[Fraction, int]  # the fraction, and the token after it
SIGNS = frozenset(chr(each) for each in (0xBC, 0xBD, 0xBE, *range(0x2150, 0x215F)))  # "½" and the like
_MOST_FIGURES = 3
_LARGEST_SIGN = 16  # the finest fraction that has a sign of its own


class FractionReader:
    """Reads the fraction that begins at a token."""

    def __init__(self, language: Language, cardinals: CardinalReader) -> None:
        self._words = language.numbers
        self._units = language.units.duration
        self._of = language.dates.of
        self._cardinals = cardinals

    def read(self, tokens: list[Token], at: int) -> Part | None:
        """Read a fraction that stands alone: "1/4", "½", "two thirds", "five-eighths", "a third"."""
        return in_figures(tokens, at) or self._in_words(tokens, at)

    def after_whole(self, tokens: list[Token], at: int) -> Part | None:
        """Read what follows a whole: " 1/4", "-1/4", "½", "and a half", "and three fifths", "and half" of a unit."""
        figures = in_figures(tokens, at + (is_sign(tokens, at, "-") and adjacent(tokens, at)))
        if figures is not None:
            return figures if figures[0] < 1 else None
        here = at + hyphen(tokens, at)
        if text_at(tokens, here) not in self._words.joiners:
            return None
        here += 1 + hyphen(tokens, here + 1)
        found = self._in_words(tokens, here) or self._before_unit(tokens, here)
        return found if found is not None and found[0] < 1 else None

    def other(self, tokens: list[Token], at: int) -> Fraction | None:
        """Return the other reading of "one hundred thirty fifths": a hundred parts of thirty-five."""
        group = self._cardinals.read(tokens, at)
        if group is None or text_at(tokens, group.end - 1) not in self._words.tens:
            return None
        tens = self._words.cardinals[text_at(tokens, group.end - 1)]
        part, _ = self._cardinals.part(tokens, group.end - 1, plural=True)
        return Fraction(group.value - tens, part) if part and group.value > tens else None

    def _before_unit(self, tokens: list[Token], at: int) -> Part | None:
        """Read the "quarter" of "two and quarter hours", where a unit follows."""
        half = self._words.halves.get(text_at(tokens, at))
        after = at + 1 + (text_at(tokens, at + 1) in self._of)
        known = self._words.bare_halves or text_at(tokens, after) in self._units
        return (Fraction(half), at + 1) if half is not None and known else None

    def _in_words(self, tokens: list[Token], at: int) -> Part | None:
        """Read "a half", "two thirds", "five - eighths", "twenty one fifths"; one part takes an article or "one"."""
        if text_at(tokens, at) in self._words.articles:
            count, end = 1, at + 1
        else:
            group = self._cardinals.read(tokens, at)
            if group is None or group.value < 1:
                return None
            count, end = group.value, group.end
        end += is_sign(tokens, end, "-")
        part, after = self._cardinals.part(tokens, end, plural=count > 1)
        if not part and text_at(tokens, end) in self._words.halves:  # "three quarter of an hour"
            part, after = self._cardinals.part(tokens, end, plural=False)
        return (Fraction(count, part), after) if part else None


def in_figures(tokens: list[Token], at: int) -> Part | None:
    """Read "½" or "1/4"; a slash between larger numbers is none of a fraction."""
    text = text_at(tokens, at)
    if text in SIGNS and 0 < numeric(text) < 1:
        return Fraction(numeric(text)).limit_denominator(_LARGEST_SIGN), at + 1
    if text_at(tokens, at + 1) != "/":
        return None
    below = text_at(tokens, at + 2)
    slash = is_sign(tokens, at + 1, "/") and adjacent(tokens, at + 1) and adjacent(tokens, at + 2)
    if not slash or not (_is_plain(text) and _is_plain(below)) or is_sign(tokens, at + 3, "/"):
        return None
    above, parts = int(text), int(below)
    return (Fraction(above, parts), at + 3) if 0 < above < parts else None


def _is_plain(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) <= _MOST_FIGURES
