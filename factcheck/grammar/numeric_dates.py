"""Dates in figures: 2012-01-22, 22/06/2011, 23/Sep/2020, 7/2008, 20200701, 6/25."""

from __future__ import annotations

import re
from dataclasses import replace

from factcheck.grammar.language import Dates
from factcheck.grammar.tokens import Token, adjacent, is_sign, text_at
from factcheck.grammar.years import PIVOT, YEAR
from factcheck.values import calendar
from factcheck.values.date import DateReading

Part = tuple[DateReading, int]  # a reading, and the token after it
_FIGURES = re.compile(r"[0-9]{1,4}")  # of a year, month or day; "²" is none of them
_COMPACT = re.compile(r"((?:19|20)[0-9]{2})(0[1-9]|1[0-2])([0-3][0-9])")
_DOTTED = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.([12][0-9]{3})")
_SHORTEST = 8  # characters of a date in one token: "20200701", "3.4.2011"
_LEAP_YEAR = 2000


class NumericReader:
    """Reads dates in figures, a month by its name among them."""

    def __init__(self, words: Dates) -> None:
        self._months = words.months
        self._before = words.before_figures
        self._month_first = words.month_first
        self._joiners = words.between_figures

    def read(self, tokens: list[Token], at: int) -> Part | None:
        """Return the date at a token and the token after it."""
        text = tokens[at].text
        if len(text) < _SHORTEST and not (is_sign(tokens, at + 1, "-/") and adjacent(tokens, at + 1)):
            return None
        return (
            self._year_first(tokens, at)
            or self._year_last(tokens, at)
            or _iso_month(tokens, at)
            or _iso_week(tokens, at)
            or _compact(tokens, at)
            or self._dotted(tokens, at)
        )

    def month_and_day(self, tokens: list[Token], at: int, *, expected: bool = False) -> Part | None:
        """Read "6/25" where a date is expected: behind "on", a weekday or the like; both orders where both are days."""
        day, below = text_at(tokens, at), text_at(tokens, at + 2)
        joined = is_sign(tokens, at + 1, "/") and adjacent(tokens, at + 1) and adjacent(tokens, at + 2)
        if not joined or not (_is_day(day) and _is_day(below)) or self._goes_on(tokens, at + 3):
            return None
        if not (expected or self._expected(tokens, at)):
            return None
        found = self._orders(int(day), int(below))
        return (found, at + 3) if found is not None else None

    def _expected(self, tokens: list[Token], at: int) -> bool:
        """Tell whether a day is expected: behind such a word, in a list of such days, or at an end of a range."""
        if text_at(tokens, at - 1) in self._before or is_sign(tokens, at - 1, "-"):
            return True
        listed = is_sign(tokens, at - 3, "/") and (
            is_sign(tokens, at - 1, ",") or text_at(tokens, at - 1) in self._joiners
        )
        ranged = is_sign(tokens, at + 3, "-") and is_sign(tokens, at + 5, "/")
        return (
            listed or ranged or (is_sign(tokens, at + 3, ",") and YEAR.fullmatch(text_at(tokens, at + 4)) is not None)
        )

    def _orders(self, a: int, b: int, year: int | None = None, *, dots: bool = False) -> DateReading | None:
        """Return the day with its two readings, day first or month first, as far as the calendar has them.

        Between dots the day stands first in every country that writes dates so, but it is not sure.
        """
        orders = ((a, b), (b, a)) if self._month_first and not dots else ((b, a), (a, b))
        found = [
            DateReading(year, month, day)
            for month, day in dict.fromkeys(orders)
            if calendar.exists(_LEAP_YEAR if year is None else year, month, day)
        ]
        return replace(found[0], other=found[1] if len(found) > 1 else None) if found else None

    def _dotted(self, tokens: list[Token], at: int) -> Part | None:
        """Read 22.06.2011."""
        found = _DOTTED.fullmatch(text_at(tokens, at))
        reading = None if found is None else self._orders(int(found[1]), int(found[2]), int(found[3]), dots=True)
        return None if reading is None else (reading, at + 1)

    def _goes_on(self, tokens: list[Token], at: int) -> bool:
        return adjacent(tokens, at) and not is_sign(tokens, at, "-.,;:!?)'\"")

    def _year_first(self, tokens: list[Token], at: int) -> Part | None:
        """Read 2012-01-22 and 2012/01/22, and 2019/aug/01."""
        numbers = self._joined(tokens, at)
        if not numbers or len(tokens[at].text) != 4:
            return None
        year, month, day = numbers
        return _whole(year, month, day), at + 5

    def _year_last(self, tokens: list[Token], at: int) -> Part | None:
        """Read 22/06/2011: day first or month first, both where both are days; 10/25/89; and 7/2008."""
        numbers = self._joined(tokens, at)
        last = text_at(tokens, at + 4)
        if numbers and len(last) == 2 and all(len(text_at(tokens, at + i)) <= 2 for i in (0, 2)):
            return self._short_year(tokens, at, *numbers)
        if not numbers or len(last) != 4:
            return self._month_of_year(tokens, at)
        a, b, year = numbers
        if tokens[at + 2].kind == "word":
            return _whole(year, b, a), at + 5
        return self._orders(a, b, year) or _whole(year, *((a, b) if b > a else (b, a))), at + 5

    def _short_year(self, tokens: list[Token], at: int, a: int, b: int, year: int) -> Part | None:
        if not is_sign(tokens, at + 1, "/") or self._goes_on(tokens, at + 5):
            return None
        found = self._orders(a, b, (2000 if year < PIVOT else 1900) + year)
        return None if found is None else (found, at + 5)

    def _month_of_year(self, tokens: list[Token], at: int) -> Part | None:
        month, year = text_at(tokens, at), text_at(tokens, at + 2)
        if not (is_sign(tokens, at + 1, "/-") and adjacent(tokens, at + 1) and adjacent(tokens, at + 2)):
            return None
        if not (_is_day(month) and int(month) <= calendar.MONTHS_IN_YEAR and YEAR.fullmatch(year)):
            return None
        if is_sign(tokens, at + 3, "/-") and adjacent(tokens, at + 3):
            return None
        return DateReading(int(year), int(month)), at + 3

    def _joined(self, tokens: list[Token], at: int) -> list[int] | None:
        """Return three numbers written without spaces around one kind of sign; a month may be its name."""
        parts = tokens[at : at + 5]
        if len(parts) < 5 or any(not adjacent(tokens, at + i) for i in range(1, 5)):
            return None
        if parts[1].text != parts[3].text or parts[1].text not in "-/." or parts[1].kind != "sign":
            return None
        texts = [parts[i].text for i in (0, 2, 4)]
        month = self._months.get(texts[1])
        texts[1] = str(month) if month is not None else texts[1]
        return [int(text) for text in texts] if all(_FIGURES.fullmatch(text) for text in texts) else None


def _whole(year: int, month: int, day: int) -> DateReading:
    """Return the day, or why there is none such."""
    problem = calendar.problem(year, month, day)
    return DateReading(problem=problem) if problem else DateReading(year, month, day)


def _is_day(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) <= 2 and 1 <= int(text) <= 31


def _iso_month(tokens: list[Token], at: int) -> Part | None:
    """Read 2011-04, where it cannot be a range of years such as 1910-12."""
    year, month = text_at(tokens, at), text_at(tokens, at + 2)
    joined = is_sign(tokens, at + 1, "-") and adjacent(tokens, at + 1) and adjacent(tokens, at + 2)
    if not (joined and YEAR.fullmatch(year) and len(month) == 2 and month.isdecimal()):
        return None
    if adjacent(tokens, at + 3) and is_sign(tokens, at + 3, "-/"):
        return None
    known = 1 <= int(month) <= calendar.MONTHS_IN_YEAR and int(month) <= int(year[2:])
    return (DateReading(int(year), int(month)), at + 3) if known else None


def _iso_week(tokens: list[Token], at: int) -> Part | None:
    """Read 2011-W14."""
    year, week = text_at(tokens, at), text_at(tokens, at + 3)
    joined = is_sign(tokens, at + 1, "-") and all(adjacent(tokens, at + i) for i in (1, 2, 3))
    if not (joined and text_at(tokens, at + 2) == "w" and YEAR.fullmatch(year) and _FIGURES.fullmatch(week)):
        return None
    number = int(week)
    known = 1 <= number <= calendar.UNITS_IN_YEAR["week"]
    problem = "" if known else f"there is no week {number} in a year"
    return (DateReading(int(year), week=number) if known else DateReading(problem=problem)), at + 4


def _compact(tokens: list[Token], at: int) -> Part | None:
    """Read 20200701."""
    found = _COMPACT.fullmatch(text_at(tokens, at))
    if found is None:
        return None
    year, month, day = map(int, found.groups())
    return (DateReading(year, month, day), at + 1) if calendar.exists(year, month, day) else None
