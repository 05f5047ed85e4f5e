"""Years, decades and centuries: "2011", "64 BCE", "nineteen ninety-four", "the 1980s", "19th century"."""

from __future__ import annotations

import re

from factcheck.grammar.language import Language
from factcheck.grammar.number import NumberReader
from factcheck.grammar.tokens import Token, adjacent, hyphen, is_sign, text_at

YEAR = re.compile(r"1[0-9]{3}|20[0-9]{2}|21[0-9]{2}")
_FIGURES = re.compile(r"[0-9]{1,4}")  # "²" is none of them
_FIRST_SPOKEN, _LAST_SPOKEN = 11, 20  # "nineteen eighty", "twenty ten"
_LAST_CENTURY = 30
PIVOT = 40  # "'39" is of this century, "'40" of the last

Span = tuple[int, int]  # the first year, and how many there are


class YearReader:
    """Reads years and spans of them."""

    def __init__(self, language: Language) -> None:
        self._words = language.dates
        self._numbered_names = language.units.numbered_names
        self._numerals = language.numbers
        self._numbers = NumberReader(language)

    def year(self, tokens: list[Token], at: int) -> tuple[int, int] | None:
        """Read a year in figures, or any number with an era: "2011", "64 BCE", "AD 79", "'98"."""
        text = text_at(tokens, at)
        if text.isascii() and text.isdecimal():
            return self._in_figures(tokens, text, at)
        after = text_at(tokens, at + 1)
        if text in self._words.era_after and _FIGURES.fullmatch(after):
            return int(after), at + 2
        if text == "'" and len(after) == 2 and after.isdecimal() and adjacent(tokens, at + 1):
            return (2000 if int(after) < PIVOT else 1900) + int(after), at + 2
        return None

    def _in_figures(self, tokens: list[Token], text: str, at: int) -> tuple[int, int] | None:
        era = text_at(tokens, at + 1)
        if int(text[:9]) == 0:
            return None  # no calendar of eras has a year 0
        if len(text) <= 4 and era in self._words.era_before:
            return -int(text), at + 2
        if len(text) <= 4 and era in self._words.era_after:
            return int(text), at + 2
        return (int(text), at + 1) if YEAR.fullmatch(text) and not self._is_total(tokens, at) else None

    def _is_total(self, tokens: list[Token], at: int) -> bool:
        """Tell whether figures are what something comes to: "a total of 1900", or a number: "the 1900 block".

        In "the Russell 2000" they belong to a name.
        """
        before = text_at(tokens, at - 1)
        if text_at(tokens, at + 1) in self._words.numbered or before in self._numbered_names:
            return True
        return before in self._words.of and text_at(tokens, at - 2) in self._words.never_of

    def any_year(self, tokens: list[Token], at: int) -> tuple[int, int] | None:
        """Read a year where one is expected: in figures, spoken, or "two thousand and five"."""
        return self.year(tokens, at) or self.spoken(tokens, at) or self._thousands(tokens, at)

    def _thousands(self, tokens: list[Token], at: int) -> tuple[int, int] | None:
        number = self._numbers.read_one(tokens, at)
        if number is None or not number.in_words or number.value is None or not 1000 <= number.value < 2200:
            return None
        return int(number.value), number.end

    def spoken(self, tokens: list[Token], at: int) -> tuple[int, int] | None:
        """Read "nineteen ninety-four", "twenty ten" and "nineteen hundred ninety three"."""
        words = self._numerals
        first = words.cardinals.get(text_at(tokens, at), 0)
        if not _FIRST_SPOKEN <= first <= _LAST_SPOKEN:
            return None
        here = at + 1 + (words.scales.get(text_at(tokens, at + 1)) == 100)
        here += here > at + 1 and text_at(tokens, here) in words.joiners
        tens = words.cardinals.get(text_at(tokens, here), 0)
        if tens < 10:
            return None
        end = here + 1 + hyphen(tokens, here + 1)
        ones = words.cardinals.get(text_at(tokens, end), 0) if tens >= 20 else 0
        if not 1 <= ones <= 9:
            ones, end = 0, here
        if text_at(tokens, end + 1) in words.scales or text_at(tokens, end + 1) in words.ordinals:
            return None
        return 100 * first + tens + ones, end + 1

    def decade(self, tokens: list[Token], at: int) -> tuple[Span, int] | None:
        """Read "1980s", "1980's" and "eighties"; the 1800s are a century."""
        text = text_at(tokens, at)
        if text in self._words.decades:
            return (self._words.decades[text], 10), at + 1
        apostrophe = text == "'" and adjacent(tokens, at + 1)
        if apostrophe or len(text) == 2:
            return self._short_decade(tokens, at, apostrophe=apostrophe)
        if not (len(text) == 4 and text.endswith("0") and YEAR.fullmatch(text)):
            return None
        years = 100 if text.endswith("00") else 10
        here = at + 1 + is_sign(tokens, at + 1, "'")
        if text_at(tokens, here) in self._words.decade_endings and all(
            adjacent(tokens, i) for i in range(at + 1, here + 1)
        ):
            return (int(text), years), here + 1
        return None

    def bare_decade(self, tokens: list[Token], at: int) -> tuple[Span, int] | None:
        """Read the "80" and "1980" of "los años 80", where a decade is expected."""
        text = text_at(tokens, at)
        if not (text.isascii() and text.isdecimal() and text.endswith("0")):
            return None
        if not (YEAR.fullmatch(text) or (len(text) == 2 and text >= "20")):
            return None
        return (int(text) if len(text) == 4 else 1900 + int(text), 10), at + 1

    def _short_decade(self, tokens: list[Token], at: int, *, apostrophe: bool) -> tuple[Span, int] | None:
        """Read "the '70s", "the 70s", "mid-90s"; where nothing stands before it, it may be an age."""
        text, end = text_at(tokens, at + apostrophe), at + apostrophe + 1
        known = len(text) == 2 and text.isascii() and text.isdecimal() and text.endswith("0") and text >= "20"
        if not known or text_at(tokens, end) not in self._words.decade_endings or not adjacent(tokens, end):
            return None
        before = text_at(tokens, at - 1 - is_sign(tokens, at - 1, "-"))
        return ((1900 + int(text), 10), end + 1) if apostrophe or before in self._words.before_decade else None

    def century(self, number: int, *, before: bool) -> Span | None:
        """Return the nth century, as people mean it: the 19th is 1800 to 1899, the 2nd `before` Christ -199 to -100."""
        if not 1 <= number <= _LAST_CENTURY:
            return None
        return (1 - 100 * number, 100) if before else (100 * (number - 1), 100)
