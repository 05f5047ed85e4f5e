"""What the forms of dates mean: one function for each meaning that the language file may name.

Each takes what the form's slots were filled with and returns a reading, or None where the words make no date.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from factcheck.grammar.date_counts import (
    TODAY,
    after,
    ago,
    ahead,
    before,
    coming_span,
    earlier,
    later,
    nth,
    past_span,
    span_from,
)
from factcheck.grammar.forms import Filled, Meaning
from factcheck.values import calendar
from factcheck.values.date import Away, DateReading, Holiday, Named, Weekday
from factcheck.values.reach import weekend_around

_LEAP_YEAR = 2000


def date(filled: Filled) -> DateReading | None:
    """Return the date whose fields the slots are: {day}, {month}, {year}, {season}, {quarter}, {decade}, …"""
    whole: DateReading | None = filled.get("figures", filled.get("date"))
    if whole is not None:
        return whole
    span = filled.get("decade") or filled.get("century")
    if span is not None:
        return DateReading(span[0], years=span[1])
    numbers: dict[str, Any] = {name: filled.get(name) for name in calendar.UNITS_IN_YEAR}
    if -1 in numbers.values():
        return None  # "last quarter" is no number of a quarter
    for name, number in numbers.items():
        if number is not None and not 1 <= number <= calendar.UNITS_IN_YEAR[name]:
            return DateReading(problem=f"there is no {name} {number} in a year")
    year = filled.get("year", filled.get("any_year"))
    counted = isinstance(year, Away)
    dated = DateReading(
        None if counted else year,
        filled.get("month"),
        season=filled.get("season"),
        shift=year if counted else None,
        **numbers,
    )
    return _with_days(dated, filled.get("day"), filled.get("last"))


def either(filled: Filled) -> DateReading | None:
    """Return the {year}, or else the year {or}."""
    first, second = filled["year"], filled["or"]
    return DateReading(first, other=DateReading(second)) if first < second else None


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


def week_of(filled: Filled) -> DateReading | None:
    """Return the {unit} around {date}: "the week of 18 September"."""
    return DateReading(shift=Away(filled["unit"], 0, base=filled["date"]))


def rest(filled: Filled) -> DateReading | None:
    """Return what is left of the document's {unit}: "the rest of the year"."""
    return replace(TODAY, until=DateReading(shift=Away(filled["unit"], 0)))


def to_date(filled: Filled) -> DateReading | None:
    """Return what is past of the document's {unit}: "year to date"."""
    return DateReading(shift=Away(filled["unit"], 0), until=TODAY)


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


def part(filled: Filled) -> DateReading | None:
    """Return the {part} of {date}, or of the document's own {unit}: "early 2011", "the end of the month"."""
    whole: DateReading | None = filled.get("date")
    if whole is None:
        whole = DateReading(filled["year"]) if "year" in filled else DateReading(shift=Away(filled["unit"], 0))
    if filled.get("unit") == "day":
        return None
    return None if whole.day is not None or whole.until is not None else replace(whole, part=filled["part"])


_PLAIN = (
    date,
    either,
    month_day,
    relative,
    this,
    week_of,
    rest,
    to_date,
    lone_day,
    strictly,
    weekday,
    named_day,
    holiday,
)
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
    """Add a day, or the first and last of several; a day that the calendar does not have is a problem."""
    if first is None:
        return reading
    if reading.month is None or (last is not None and last <= first):
        return None
    year = reading.year if reading.year is not None else _LEAP_YEAR
    for day in (first, last):
        if day is not None and (problem := calendar.problem(year, reading.month, day)):
            return DateReading(problem=problem)
    dated = replace(reading, day=first)
    return dated if last is None else replace(dated, until=replace(reading, day=last))
