"""Fractions: "1/4", "½", "two thirds", and those that follow a whole number: "2 1/4", "three and a fifth"."""

from __future__ import annotations

from fractions import Fraction
from unicodedata import numeric

from factcheck.grammar.language import Numbers
from factcheck.grammar.tokens import Token, adjacent, hyphen, is_sign, text_at

Part = tuple[Fraction, int]  # the fraction, and the token after it
SIGNS = frozenset(chr(each) for each in (0xBC, 0xBD, 0xBE, *range(0x2150, 0x215F)))  # "½" and the like
_MOST_FIGURES = 3
_LARGEST_SIGN = 16  # the finest fraction that has a sign of its own


class FractionReader:
    """Reads the fraction that begins at a token."""

    def __init__(self, words: Numbers) -> None:
        self._words = words

    def read(self, tokens: list[Token], at: int) -> Part | None:
        """Read a fraction that stands alone: "1/4", "½", "two thirds", "five-eighths", "a third"."""
        return in_figures(tokens, at) or self._in_words(tokens, at)

    def after_whole(self, tokens: list[Token], at: int) -> Part | None:
        """Read what follows a whole number: " 1/4", "½", "and a half", "and three fifths"."""
        figures = in_figures(tokens, at)
        if figures is not None:
            return figures if figures[0] < 1 else None
        here = at + hyphen(tokens, at)
        if text_at(tokens, here) not in self._words.joiners:
            return None
        found = self._in_words(tokens, here + 1 + hyphen(tokens, here + 1))
        return found if found is not None and found[0] < 1 else None

    def _in_words(self, tokens: list[Token], at: int) -> Part | None:
        """Read "a half", "two thirds", "five - eighths"; one part takes an article or "one"."""
        article = text_at(tokens, at) in self._words.articles
        count = 1 if article else self._words.cardinals.get(text_at(tokens, at), 0)
        if not count:
            return None
        here = at + 1 + is_sign(tokens, at + 1, "-")
        part, end = self._part(tokens, here, plural=count > 1)
        return (Fraction(count, part), end) if part else None

    def _part(self, tokens: list[Token], at: int, *, plural: bool) -> tuple[int, int]:
        """Return what the parts are, and the token after them; 0 where they are none."""
        text = text_at(tokens, at)
        if text in self._words.parts and text.endswith("s") == plural:
            return self._words.parts[text], at + 1
        tens = self._words.cardinals.get(text, 0)
        if tens in (20, 30, 40, 50, 60, 70, 80, 90):
            here = at + 1 + hyphen(tokens, at + 1)
            ones = self._words.ordinals.get(text_at(tokens, here).removesuffix("s"), 0)
            return (
                (tens + ones, here + 1) if 1 <= ones <= 9 and text_at(tokens, here).endswith("s") == plural else (0, at)
            )
        part = self._words.ordinals.get(text.removesuffix("s") if plural else text, 0)
        return (part, at + 1) if part > 2 and text.endswith("s") == plural else (0, at)


def in_figures(tokens: list[Token], at: int) -> Part | None:
    """Read "½" or "1/4"; a slash between larger numbers is none of a fraction."""
    text = text_at(tokens, at)
    if len(text) == 1 and 0 < numeric(text, 0) < 1:
        return Fraction(numeric(text)).limit_denominator(_LARGEST_SIGN), at + 1
    below = text_at(tokens, at + 2)
    slash = is_sign(tokens, at + 1, "/") and adjacent(tokens, at + 1) and adjacent(tokens, at + 2)
    if not slash or not (_is_plain(text) and _is_plain(below)) or is_sign(tokens, at + 3, "/"):
        return None
    above, parts = int(text), int(below)
    return (Fraction(above, parts), at + 3) if 0 < above < parts else None


def _is_plain(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) <= _MOST_FIGURES
