"""Date readings: a date as far as the words tell it, its notation, and the days that it allows."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import inf
from typing import Literal

from factcheck.values import calendar
from factcheck.values.interval import Interval

Bound = Literal["BEFORE", "AFTER", "ON_OR_BEFORE", "ON_OR_AFTER"]  # TIMEX3 modifiers

PARTS = {"START": (0, 1), "MID": (1, 2), "END": (2, 3)}


@dataclass(frozen=True, slots=True)
class Away:
    """A unit of the calendar or a length of time away from a day: "last year", "two weeks ago".

    `base` is the day counted from, the document's own where there is none. With `exact` a length was counted, without
    it whole units of the calendar were; with `to_the_day` it is the end of a span. `told` counts from the date that
    the text told last: "the following year".
    """

    unit: str
    number: float = 0
    exact: bool = False
    base: DateReading | None = None
    told: bool = False
    to_the_day: bool = False

    def notation(self) -> str:
        """Return the base, the unit and how many of it: "YEAR-1", "2010-12-25DAY-3"."""
        base = "" if self.base is None else self.base.notation()
        return f"{base}{'TOLD' if self.told else ''}{self.unit.upper()}{self.number:+g}"


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week (1 is Monday), in the week that lies `weeks` away from the base, or the nearest one.

    With `strict` it is the first such day before (-1) or after (+1) the base. `day` is a day of the month that the
    words name beside it: "Tuesday the 13th".
    """

    weekday: int
    weeks: int | None = None
    strict: bool = False
    day: int | None = None
    base: DateReading | None = None

    def notation(self) -> str:
        """Return the week and the day in it: "WEEK-1-D5"."""
        base = "" if self.base is None else self.base.notation()
        week = "" if self.weeks is None else f"WEEK{self.weeks:+d}"
        return f"{base}{week}-D{self.weekday}" + (f"-XX-{self.day:02d}" if self.day else "")


@dataclass(frozen=True, slots=True)
class Holiday:
    """A movable day by its rule (`calendar.holiday`): the nearest to the base, or the last or next one."""

    rule: str
    number: int = 0
    weekend: bool = False

    def notation(self) -> str:
        """Return the rule, and which one of the years: "EASTER+0"."""
        return self.rule.upper() + (f"{self.number:+d}" if self.number else "") + ("-WE" if self.weekend else "")


@dataclass(frozen=True, slots=True)
class Named:
    """A month, season or quarter by its name, counted from the document's day: "last March"."""

    number: int

    def notation(self) -> str:
        """Return how many of the name lie between."""
        return f"NAMED{self.number:+d}"


@dataclass(frozen=True, slots=True)
class Nth:
    """The nth unit within another span: "the first week of 2019", "the last Friday in May".

    `number` counts from 1, or backwards from -1; `count` is how many units are meant.
    """

    number: int
    unit: str
    within: DateReading
    weekday: int | None = None
    count: int = 1

    def notation(self) -> str:
        """Return the span, the unit and its number: "2019WEEK#1"."""
        unit = f"D{self.weekday}" if self.weekday else self.unit.upper()
        return f"{self.within.notation()}{unit}#{self.number}" + (f"x{self.count}" if self.count > 1 else "")


Shift = Away | Weekday | Holiday | Named | Nth


@dataclass(frozen=True, slots=True)
class DateReading:
    """A date as far as the words tell it: a day, week, month, season, quarter, half, year, decade, or a range.

    `season` is EDTF's 21 to 24; `part` a TIMEX3 modifier for a third of the span; `years` is 10 for
    a decade, 100 for a century; `shift` waits for an anchor ("last year"); `bound` leaves one side
    open ("since 2011"); `other` is a second honest reading (06/07/2011); `doubt` is EDTF's question mark; a
    `counted` one was reached by a rounded length: "two years ago"; a `problem` says why the words name no date at all:
    "30 February" is read as that and as nothing else.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    season: int | None = None
    quarter: int | None = None
    half: int | None = None
    week: int | None = None
    weekend: bool = False
    part: str | None = None
    years: int = 1
    until: DateReading | None = None
    hedge: str | None = None
    doubt: bool = False
    shift: Shift | None = None
    bound: Bound | None = None
    other: DateReading | None = None
    counted: bool = False
    problem: str = ""

    def notation(self) -> str:
        """Return the reading in EDTF, with TIMEX3 modifiers for the thirds and the open sides of a span.

        Two readings stand in EDTF's brackets for one of a set: "[2011-06-07,2011-07-06]".
        """
        if self.problem:
            return "UNREADABLE"
        if self.other is not None:
            return f"[{replace(self, other=None).notation()},{self.other.notation()}]"
        text = self._notation_of_start()
        if self.until is not None:
            text += f"/{self.until.notation()}"
        return f"{text} {self.bound}" if self.bound else text

    def _notation_of_start(self) -> str:
        text = self.shift.notation() if self.shift is not None and self.year is None else self._year_text()
        if self.season is not None:
            text += f"-{self.season}"
        elif self.quarter is not None:
            text += f"-Q{self.quarter}"
        elif self.half is not None:
            text += f"-H{self.half}"
        elif self.week is not None:
            text += f"-W{self.week:02d}" + ("-WE" if self.weekend else "")
        elif self.month is not None:
            text += f"-{self.month:02d}" + (f"-{self.day:02d}" if self.day is not None else "")
        elif self.day is not None:
            text += f"-XX-{self.day:02d}"
        return text + ("~" if self.hedge else "") + (f" {self.part}" if self.part else "")

    def _year_text(self) -> str:
        if self.year is None:
            return "XXXX"
        digits = len(str(self.years)) - 1
        text = calendar.year_text(self.year)
        return text[: len(text) - digits] + "X" * digits

    @property
    def resolved(self) -> bool:
        """Tell whether the year is known, that of a range's end too."""
        return self.year is not None and (self.until is None or self.until.resolved)

    @property
    def from_told(self) -> bool:
        """Tell whether the date is counted from what the text told last."""
        shift = self.shift
        inner = shift.within if isinstance(shift, Nth) else getattr(shift, "base", None)
        told = isinstance(shift, Away) and shift.told
        return told or any(each is not None and each.from_told for each in (inner, self.until))

    @property
    def first_month(self) -> int | None:
        """Return the month in which a part of a year lies that is named without its year, None where there is none."""
        if self.month is not None:
            return self.month
        if self.quarter is not None:
            return 3 * self.quarter - 1
        return None if self.half is None else 6 * self.half - 3

    def in_year(self, year: int) -> DateReading:
        """Fill in the year where it has the day: there is no 29 February 2011."""
        missing = self.day is not None and not calendar.exists(year, self.month or 0, self.day)
        return self if missing else replace(self, year=year)

    def span(self) -> Interval:
        """Return the days that the date allows, as day numbers, the end open.

        Raises ValueError where the year is not known.
        """
        whole = _third(self._whole_span(), self.part)
        if self.until is not None:
            whole = Interval(whole.low, max(whole.high, self.until.span().high), high_open=True)
        match self.bound:
            case "BEFORE":
                return Interval(-inf, whole.low, high_open=True)
            case "ON_OR_BEFORE":
                return Interval(-inf, whole.high, high_open=True)
            case "AFTER":
                return Interval(whole.high, inf)
            case "ON_OR_AFTER":
                return Interval(whole.low, inf)
        return whole

    def _whole_span(self) -> Interval:
        if self.year is None:
            raise ValueError(f"{self.notation()} has no year")
        low, high = self._ends(self.year)
        return Interval(low, high, high_open=True)

    def _ends(self, year: int) -> tuple[int, int]:
        """Return the first day of the span and the first day after it."""
        if self.season is not None:
            return calendar.season(year, self.season)
        if self.week is not None:
            monday = calendar.monday(year, self.week)
            return (monday + 5, monday + 7) if self.weekend else (monday, monday + 7)
        if self.month is not None and self.day is not None:
            low = calendar.day_number(year, self.month, self.day)
            return low, low + 1
        first, number = self._months()
        return calendar.months(year, first, number)

    def _months(self) -> tuple[int, int]:
        """Return the first month of a span that is longer than a day, and how many there are."""
        if self.quarter is not None:
            return 3 * self.quarter - 2, 3
        if self.half is not None:
            return 6 * self.half - 5, 6
        return (self.month, 1) if self.month is not None else (1, calendar.MONTHS_IN_YEAR * self.years)


def _third(span: Interval, part: str | None) -> Interval:
    if part is None or span.width < len(PARTS):
        return span
    start, end = PARTS[part]
    low = span.low + round(span.width * start / 3)
    return Interval(low, span.low + round(span.width * end / 3), high_open=True)
