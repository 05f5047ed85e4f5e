"""What the forms of dates mean: one function for each meaning that the language file may name.

Each takes what the form's slots were filled with and returns a reading, or None where the words make no date.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from factcheck.grammar.forms import Filled, Meaning
from factcheck.values import calendar
from factcheck.values.date import Away, DateReading, Holiday, Named, Nth, Weekday
from factcheck.values.reach import weekend_around
from factcheck.values.reading import Quantity

TODAY = DateReading(shift=Away("day", 0))
_LEAP_YEAR = 2000
_MOST_UNITS = 100  # that anybody counts within a longer one
_UNITS = ("day", "weekend", "week", "month", "season", "quarter", "half", "year", "decade", "century")
_SIZES = {unit: i for i, unit in enumerate(_UNITS)}
_FURTHER = frozenset({"more_than", "at_least"})


def date(filled: Filled) -> DateReading | None:
    """Return the date whose fields the slots are: {day}, {month}, {year}, {season}, {quarter}, {decade}, …"""
    if "figures" in filled:
        reading: DateReading = filled["figures"]
        return reading
    if "date" in filled:
        whole: DateReading = filled["date"]
        return whole
    span = filled.get("decade") or filled.get("century")
    if span is not None:
        return DateReading(span[0], years=span[1])
    if "or" in filled:
        return DateReading(filled["year"], other=DateReading(filled["or"])) if filled["year"] < filled["or"] else None
    quarter, half = filled.get("quarter"), filled.get("half")
    if (quarter or 1) not in (1, 2, 3, 4) or (half or 1) not in (1, 2):
        return None
    plain = DateReading(
        month=filled.get("month"), season=filled.get("season"), quarter=quarter, half=half, week=filled.get("week")
    )
    dated = _in_year(plain, filled)
    return _with_days(dated, filled.get("day"), filled.get("last"))


def month_day(filled: Filled) -> DateReading | None:
    """Return the day of {month_day} (6/25), in {year} where there is one, up to {last} where there is one."""
    first: DateReading = filled["month_day"]
    last: DateReading | None = filled.get("last")
    first = _both(first, lambda each: _in_year(each, filled))
    if last is None:
        return first
    return joined(first, last if last.resolved else _both(last, lambda each: _in_year(each, filled)))


def joined(first: DateReading, last: DateReading) -> DateReading | None:
    """Return the range between two dates; None where it would end before it begins. One year can serve both ends.

    Where days have two readings (6/7), months come first in both ends or in none.
    """
    if first.until is not None or last.until is not None:
        return None
    if first.other is not None or last.other is not None:
        pairs = ((first, last), (first.other or first, last.other or last))
        found = [each for a, b in pairs if (each := joined(replace(a, other=None), replace(b, other=None))) is not None]
        return replace(found[0], other=found[1] if len(found) > 1 else None) if found else None
    if not first.resolved and first.shift is None and last.year is not None:
        before = first.month is not None and last.month is not None and first.month > last.month
        first = replace(first, year=last.year - before)
    if first.resolved and last.resolved and first.span().low >= last.span().low:
        return None
    return replace(first, until=last)


def relative(filled: Filled) -> DateReading | None:
    """Return the unit, weekday, month, season or holiday that lies {relative} (or {told}) units away: "last year"."""
    told = "told" in filled
    number: int = filled["told"] if told else filled["relative"]
    if "weekday" in filled:
        weeks = Away("week", number, told=True) if told else None
        base = None if weeks is None else DateReading(shift=weeks)
        return DateReading(shift=Weekday(filled["weekday"], 0 if told else number, base=base))
    if "holiday" in filled:
        return DateReading(shift=Holiday(filled["holiday"], number))
    if "unit" in filled:
        return DateReading(shift=Away(filled["unit"], number, told=told))
    plain = date(filled)
    return None if plain is None or told else replace(plain, shift=Named(number))


def this(filled: Filled) -> DateReading | None:
    """Return the document's own {unit}, or the nearest: "the weekend"."""
    return DateReading(shift=Away(filled["unit"], 0))


def lone_day(filled: Filled) -> DateReading | None:
    """Return a {day} of the document's month."""
    return DateReading(day=filled["day"])


def strictly(filled: Filled) -> DateReading | None:
    """Return the first {weekday} before or after the document's day: "this past Monday"."""
    return DateReading(shift=Weekday(filled["weekday"], filled["relative"], strict=True))


def weekday(filled: Filled) -> DateReading | None:
    """Return a {weekday}: the nearest, the one in the week of {date}, or the one that is the month's {day}."""
    within: DateReading | None = filled.get("date")
    if within is None:
        return DateReading(shift=Weekday(filled["weekday"], day=filled.get("day")))
    return DateReading(shift=Weekday(filled["weekday"], 0, base=within))


def named_day(filled: Filled) -> DateReading | None:
    """Return a day that has a name: "yesterday"."""
    return DateReading(shift=Away("day", filled["named_day"]))


def holiday(filled: Filled) -> DateReading | None:
    """Return a {holiday}, of {any_year} where there is one; with "weekend" the weekend around it."""
    year, rule = filled.get("any_year"), filled["holiday"]
    weekend = "weekend" in filled
    if not isinstance(year, int):
        return DateReading(shift=Holiday(rule, 0 if year is None else int(year.number), weekend=weekend))
    day = calendar.holiday(rule, year)
    return weekend_around(day) if weekend else DateReading(*calendar.civil(day))


def ago(filled: Filled) -> DateReading | None:
    """Return the day that lies {length} before the document's, or before {date}."""
    return _counted(filled, -1)


def ahead(filled: Filled) -> DateReading | None:
    """Return the day that lies {length} after the document's, or after {date}."""
    return _counted(filled, 1)


def earlier(filled: Filled) -> DateReading | None:
    """Return the day that lies {length} before what was told last."""
    return _counted(filled, -1, told=True)


def later(filled: Filled) -> DateReading | None:
    """Return the day that lies {length} after what was told last."""
    return _counted(filled, 1, told=True)


def before(filled: Filled) -> DateReading | None:
    """Return the {unit} before that of {date}, or the one before last: "the week before Easter"."""
    return _beside(filled, -1)


def after(filled: Filled) -> DateReading | None:
    """Return the {unit} after that of {date}, or the one after next: "the day after Christmas"."""
    return _beside(filled, 1)


def past_span(filled: Filled) -> DateReading | None:
    """Return the {length} or {unit} up to the document's day: "the last three months", "the past year"."""
    return DateReading(shift=_to_the_day(filled, -1), until=TODAY)


def coming_span(filled: Filled) -> DateReading | None:
    """Return the {length} from the document's day on: "the next two weeks"."""
    return DateReading(shift=Away("day", 1), until=DateReading(shift=_to_the_day(filled, 1)))


def span_from(filled: Filled) -> DateReading | None:
    """Return the {length} that begins on {date}: "three days from 4 May"."""
    start: DateReading = filled["date"]
    end = DateReading(shift=replace(_to_the_day(filled, 1), base=start))
    return replace(start, until=DateReading(shift=Away("day", -1, exact=True, base=end)))


def nth(filled: Filled) -> DateReading | None:
    """Return the {nth} {unit} or {weekday} of {date}, or its first or last {length}."""
    within, length = filled["date"], filled.get("length")
    unit = filled.get("unit", "day") if length is None else length.unit
    count = filled.get("number") if length is None else length.value
    if _SIZES.get(unit, 0) >= _size(within):
        return None
    if count is None:
        return DateReading(shift=Nth(filled["nth"], unit, within, filled.get("weekday")))
    if filled["nth"] not in (1, -1) or count != int(count) or not 1 <= count <= _MOST_UNITS:
        return None
    return DateReading(shift=Nth(filled["nth"], unit, within, count=int(count)))


def part(filled: Filled) -> DateReading | None:
    """Return the {part} of {date}, or of the document's own {unit}: "early 2011", "the end of the month"."""
    whole: DateReading | None = filled.get("date")
    if whole is None:
        whole = DateReading(filled["year"]) if "year" in filled else DateReading(shift=Away(filled["unit"], 0))
    if filled.get("unit") == "day":
        return None
    return None if whole.day is not None or whole.until is not None else replace(whole, part=filled["part"])


_PLAIN = (date, month_day, relative, this, lone_day, strictly, weekday, named_day, holiday)
_COUNTED = (ago, ahead, earlier, later, before, after, past_span, coming_span, span_from, nth, part)
MEANINGS: Mapping[str, Meaning[DateReading]] = MappingProxyType({each.__name__: each for each in _PLAIN + _COUNTED})


def _in_year(reading: DateReading, filled: Filled) -> DateReading:
    year = filled.get("year", filled.get("any_year"))
    return replace(reading, shift=year) if isinstance(year, Away) else replace(reading, year=year)


def _both(reading: DateReading, change: Any) -> DateReading:
    """Change both readings of a date that has two."""
    changed: DateReading = change(reading)
    return changed if reading.other is None else replace(changed, other=change(reading.other))


def _with_days(reading: DateReading, first: int | None, last: int | None) -> DateReading | None:
    """Add a day, or the first and last of several; a day that the calendar does not have leaves the month alone."""
    if first is None:
        return reading
    if reading.month is None or (last is not None and last <= first):
        return None
    dated = _with_day(reading, first)
    until = reading if last is None else _with_day(reading, last)
    return dated if last is None or until.day is None else replace(dated, until=until)


def _with_day(reading: DateReading, day: int) -> DateReading:
    year = reading.year if reading.year is not None else _LEAP_YEAR
    return replace(reading, day=day) if calendar.exists(year, reading.month or 0, day) else reading


def _counted(filled: Filled, sign: int, *, told: bool = False) -> DateReading | None:
    """Return the day so counted; "more than two weeks ago" leaves the side open that lies further away."""
    length: Quantity = filled["length"]
    shift = _away(length, sign, base=filled.get("date"), told=told)
    if length.hedge in _FURTHER:
        return DateReading(shift=shift, bound="ON_OR_BEFORE" if sign < 0 else "ON_OR_AFTER")
    return DateReading(shift=shift, hedge=None if length.hedge is None else "approx")


def _to_the_day(filled: Filled, sign: int) -> Away:
    """Return the other end of a {length}, of one {unit}, or of a {number} of them."""
    if "unit" in filled:
        return Away(filled["unit"], sign * filled.get("number", 1), exact=True, to_the_day=True)
    return replace(_away(filled["length"], sign), to_the_day=True)


def _size(reading: DateReading) -> int:
    """Return how long a date is, on the scale of the calendar's units."""
    if isinstance(reading.shift, Away | Nth) and reading.first_month is None and reading.season is None:
        return _SIZES.get(reading.shift.unit, 0)
    names = ("day", "week", "month", "quarter", "season", "half")
    named = next((name for name in names if getattr(reading, name) is not None), "year")
    return _SIZES[{1: named, 10: "decade"}.get(reading.years, "century")]


def _beside(filled: Filled, sign: int) -> DateReading | None:
    base: DateReading | None = filled.get("date")
    if base is not None and base.shift is not None and isinstance(base.shift, Away) and base.shift.told:
        return None
    return DateReading(shift=Away(filled["unit"], sign if base is not None else 2 * sign, base=base))


def _away(length: Quantity, sign: int, base: DateReading | None = None, *, told: bool = False) -> Away:
    assert length.value is not None
    return Away(length.unit, sign * length.value, exact=True, base=base, told=told)
