"""Date readings: a date as far as the words tell it, and what it means once the document's day is known."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import inf
from typing import Literal

from factcheck.values import calendar
from factcheck.values.interval import Interval

Bound = Literal["BEFORE", "AFTER", "ON_OR_BEFORE", "ON_OR_AFTER"]  # TIMEX3 modifiers

PARTS = {"START": (0, 1), "MID": (1, 2), "END": (2, 3)}
_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
_DAYS = {"day": 1, "week": 7, "weekend": 7, "fortnight": 14}
_MONTHS_AHEAD = 3  # how far ahead a date without a year may lie


@dataclass(frozen=True, slots=True)
class Shift:
    """A date that is counted from another one: from `base`, or from the document's day.

    "last year" is ("year", -1): the whole unit. With `exact`, days are counted: "two weeks ago".
    `weekday` (1 is Monday) is looked for in the week so reached; without a unit it is the last
    one up to the base ("on Friday"). `holiday` is a rule for a movable day, looked for near the base.
    """

    unit: str = ""
    number: float = 0
    exact: bool = False
    weekday: int | None = None
    base: DateReading | None = None
    holiday: str = ""


@dataclass(frozen=True, slots=True)
class DateReading:
    """A date as far as the words tell it: a day, week, month, season, quarter, year, decade, or a range.

    `season` is EDTF's 21 to 24; `part` a TIMEX3 modifier for a third of the span; `years` is 10 for
    a decade, 100 for a century; `shift` waits for an anchor ("last year"); `bound` leaves one side
    open ("since 2011"); `other` is a second honest reading (06/07/2011); `ref` is TIMEX3's
    PRESENT_REF and its like ("now"), which have no bounds; `doubt` is EDTF's question mark.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    season: int | None = None
    quarter: int | None = None
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
    ref: str | None = None

    def notation(self) -> str:
        """Return the reading in EDTF, with TIMEX3 modifiers for the thirds and the open sides of a span."""
        if self.ref is not None:
            return self.ref
        text = self._notation_of_start()
        if self.until is not None:
            text += f"/{self.until.notation()}"
        return f"{text} {self.bound}" if self.bound else text

    def _notation_of_start(self) -> str:
        text = self._shift_text() if self.shift is not None and self.year is None else self._year_text()
        if self.season is not None:
            text += f"-{self.season}"
        elif self.quarter is not None:
            text += f"-Q{self.quarter}"
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

    def _shift_text(self) -> str:
        shift = self.shift
        assert shift is not None
        base = f"{shift.base.notation()}" if shift.base is not None else ""
        what = shift.holiday.upper() + shift.unit.upper() + (f"{shift.number:+g}" if shift.unit else "")
        return base + what + (f"-D{shift.weekday}" if shift.weekday else "")

    @property
    def resolved(self) -> bool:
        """Tell whether the year is known, of a range's end too."""
        return self.year is not None and (self.until is None or self.until.resolved)

    def resolve(self, anchor: DateReading | None) -> DateReading:
        """Fill in what the words left to the document's date; unchanged where that is not known.

        A date without a year is taken to lie in the past, or a few months ahead. A range that would
        end before it begins is left as it is.
        """
        filled = self._filled(anchor)
        if filled.until is None or filled == self or not filled.resolved:
            return filled
        return self if filled.until.span().high <= filled._whole_span().low else filled

    def _filled(self, anchor: DateReading | None) -> DateReading:
        if self.until is not None and not self.until.resolved:
            until = self.until.resolve(anchor)
            return replace(self, until=until)._filled(anchor) if until.resolved else self
        if self.shift is not None and not self.resolved:
            return self._shifted(self.shift, anchor)
        if self.resolved or self.ref is not None or anchor is None or anchor.year is None:
            return self
        if self.month is None and self.day is not None:
            return replace(self, year=anchor.year, month=anchor.month) if anchor.month else self
        month = self.month or (3 * self.quarter - 1 if self.quarter else None)
        if month is None or anchor.month is None:
            return self._in_year(anchor.year) if month or self.season else self
        away = month - anchor.month
        return self._in_year(anchor.year + (-1 if away > _MONTHS_AHEAD else 1 if away < _MONTHS_AHEAD - 11 else 0))

    def _in_year(self, year: int) -> DateReading:
        """Fill in the year where it has the day: there is no 29 February 2011."""
        missing = self.day is not None and not calendar.exists(year, self.month or 0, self.day)
        return self if missing else replace(self, year=year)

    def _shifted(self, shift: Shift, anchor: DateReading | None) -> DateReading:
        base = anchor if shift.base is None else shift.base.resolve(anchor)
        if base is None or base.year is None or base.ref is not None:
            return self
        if self.season is not None or self.month is not None or self.quarter is not None:
            return self._named_in(shift, base)
        found = _nearest_holiday(shift.holiday, base) if shift.holiday else _reach(shift, base)
        if found is None:
            return self
        kept = {"part": self.part, "hedge": self.hedge, "bound": self.bound, "until": self.until}
        return replace(found, **kept)  # type: ignore[arg-type]

    def _named_in(self, shift: Shift, base: DateReading) -> DateReading:
        """Return "March" of "last March", or of "March of last year"."""
        plain = replace(self, shift=None)
        assert base.year is not None
        if shift.unit == "year":
            return plain._in_year(base.year + int(shift.number))
        years = range(base.year - 1, base.year + 2)
        dated = [each for year in years if (each := plain._in_year(year)).resolved]
        before = [each for each in dated if each.span().high <= base.span().low]
        after = [each for each in dated if each.span().low >= base.span().high]
        if shift.number < 0:
            return before[-1] if before else self
        if shift.number > 0:
            return after[0] if after else self
        return next((each for each in dated if each.year == base.year), self)

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
        if self.quarter is not None:
            return calendar.months(year, 3 * self.quarter - 2, 3)
        if self.month is None:
            return calendar.day_number(year, 1, 1), calendar.day_number(year + self.years, 1, 1)
        if self.day is None:
            return calendar.months(year, self.month, 1)
        low = calendar.day_number(year, self.month, self.day)
        return low, low + 1


def _reach(shift: Shift, base: DateReading) -> DateReading | None:
    """Return the day, week, month, … that a shift leads to, None where the base is too vague for it."""
    assert base.year is not None
    if shift.unit in _MONTHS and (not shift.exact or base.day is None):
        return _unit_reached(shift, base)
    if base.month is None or base.day is None:
        return None
    day = calendar.day_number(base.year, base.month, base.day)
    if shift.weekday is not None:
        return _dated(_weekday(shift, day))
    if shift.unit in _MONTHS:
        return _same_day(base, round(shift.number * _MONTHS[shift.unit]))
    return _day_reached(shift, day)


def _unit_reached(shift: Shift, base: DateReading) -> DateReading | None:
    """Return the month, quarter, year, … reached; a year needs no month to count from."""
    assert base.year is not None
    months = round(shift.number * _MONTHS[shift.unit])
    if base.month is None and months % _MONTHS["year"]:
        return None
    return _unit_at(shift.unit, base.year * 12 + (base.month or 1) - 1 + months)


def _day_reached(shift: Shift, day: int) -> DateReading:
    """Return the day reached, or the week or weekend around it."""
    moved = day + round(shift.number * _DAYS.get(shift.unit, 1))
    if shift.unit == "weekend" and shift.number == 0 and calendar.weekday(day) < 4:
        moved -= 7  # early in a week "the weekend" is the last one
    if shift.exact or shift.unit not in ("week", "weekend"):
        return _dated(moved)
    year, week = calendar.iso_week(moved)
    return DateReading(year, week=week, weekend=shift.unit == "weekend")


def _nearest_holiday(rule: str, base: DateReading) -> DateReading:
    """Return the day of a movable holiday that lies nearest to a date."""
    assert base.year is not None
    middle = base.span().low
    days = (calendar.holiday(rule, year) for year in range(base.year - 1, base.year + 2))
    return _dated(min(days, key=lambda day: abs(day - middle)))


def _weekday(shift: Shift, day: int) -> int:
    assert shift.weekday is not None
    if not shift.unit:
        back = (calendar.weekday(day) - shift.weekday) % 7
        return day + 1 if back == 6 else day - back  # a paper of Wednesday speaks of Thursday's events to come
    if shift.unit == "weekday":  # the first one strictly before or after
        back = (calendar.weekday(day) - shift.weekday - 1) % 7 + 1
        return day - back if shift.number < 0 else day - back + 7 if back < 7 or shift.number <= 0 else day + 7
    return day - calendar.weekday(day) + shift.weekday + 7 * int(shift.number)


def _unit_at(unit: str, months: int) -> DateReading:
    """Return the unit of the calendar around a month, counted from year 0."""
    year, month = months // 12, months % 12 + 1
    match unit:
        case "month":
            return DateReading(year, month)
        case "quarter":
            return DateReading(year, quarter=(month + 2) // 3)
        case "decade":
            return DateReading(year - year % 10, years=10)
        case "century":
            return DateReading(year - year % 100, years=100)
    return DateReading(year)


def _same_day(base: DateReading, months: int) -> DateReading:
    assert base.year is not None and base.month is not None and base.day is not None
    total = base.year * 12 + base.month - 1 + months
    year, month = total // 12, total % 12 + 1
    return DateReading(year, month, min(base.day, calendar.days_in_month(year, month)))


def _dated(day: int) -> DateReading:
    return DateReading(*calendar.civil(day))


def _third(span: Interval, part: str | None) -> Interval:
    if part is None or span.width < len(PARTS):
        return span
    start, end = PARTS[part]
    low = span.low + round(span.width * start / 3)
    return Interval(low, span.low + round(span.width * end / 3), high_open=True)
