"""Dates and their anchors: what "last Friday" means once the document's day is known.

`resolve` gives the likeliest reading, `others` the further honest ones: "3 April" may be of this year or the next,
"two weeks ago" a day or the week around it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from factcheck.values.date import Away, DateReading, Holiday, Named, Nth, Weekday
from factcheck.values.reach import away, dated, days_so_named, exactly, named, nth, on_holiday, on_weekday

_YEAR = 365  # days; what lies so far from a holiday is nearest to that of the next or last year
_MONTHS_AHEAD = 3  # how far ahead a date without a year may lie


def resolve(reading: DateReading, anchor: DateReading | None, told: DateReading | None = None) -> DateReading:
    """Fill in what the words left to another day; unchanged where that is not known.

    `anchor` is the document's day, `told` the date that the text told last. A date without a year is taken to lie in
    the past, or a few months ahead.
    """
    if reading.until is not None and not reading.until.resolved:
        return _range(reading, reading.until, anchor, told)
    if reading.resolved or reading.problem:
        return reading
    found = _shifted(reading, anchor, told) if reading.shift is not None else _with_year(reading, anchor)
    return found if found.other is None else replace(found, other=resolve(found.other, anchor, told))


def _with_year(reading: DateReading, anchor: DateReading | None) -> DateReading:
    """Fill in the year, and the month of a lone day, by the document's day."""
    if anchor is None or anchor.year is None:
        return reading
    if reading.month is None and reading.day is not None:
        return replace(reading, month=anchor.month).in_year(anchor.year) if anchor.month else reading
    month = reading.first_month
    if month is None or anchor.month is None:
        return reading.in_year(anchor.year) if month or reading.season else reading
    away = month - anchor.month
    return reading.in_year(anchor.year + (-1 if away > _MONTHS_AHEAD else 1 if away < _MONTHS_AHEAD - 11 else 0))


def _range(
    reading: DateReading, until: DateReading, anchor: DateReading | None, told: DateReading | None
) -> DateReading:
    """Resolve both ends of a range; it stays as it is where one is not known or it would end before it begins.

    "Friday to Monday" ends on the Monday after, "November to March" in the year after.
    """
    start, end = resolve(replace(reading, until=None), anchor, told), resolve(until, anchor, told)
    if not (start.resolved and end.resolved):
        return reading
    if end.span().high <= start.span().low and isinstance(until.shift, Weekday):
        end = resolve(replace(until, shift=replace(until.shift, weeks=1, strict=True, base=start)), anchor)
    elif end.span().high <= start.span().low and until.first_month and until.shift is None and end.year and start.year:
        ahead = anchor is not None and anchor.resolved and start.span().low > anchor.span().high
        start = start.in_year(start.year - 1) if ahead and reading.year is None else start
        end = end if ahead and reading.year is None else end.in_year(end.year + 1)
    if not end.resolved or start.span().low >= end.span().high:
        return reading
    other = None if reading.other is None else resolve(reading.other, anchor, told)
    return replace(start, until=end, other=other)


def others(reading: DateReading, anchor: DateReading | None, told: DateReading | None = None) -> list[DateReading]:
    """Return the readings that are honest too, resolved; the likeliest one is not among them."""
    first = resolve(reading, anchor, told)
    if not first.resolved and told is anchor:
        return []
    if not first.resolved:
        by_anchor = resolve(reading, anchor, anchor)
        return [by_anchor, *others(reading, anchor, anchor)] if by_anchor.resolved else []
    if reading.until is not None:
        reading = replace(reading, until=first.until)
    if reading.other is not None:
        found = [resolve(reading.other, anchor, told), *others(reading.other, anchor, told)]
    elif anchor is None or anchor.year is None or reading.resolved:
        return []
    elif reading.shift is not None:
        found = [*_shifted_otherwise(reading, anchor, told), *_from_other_dates(reading, anchor, told)]
        if told is not None and told != anchor:
            found += [resolve(reading, anchor, anchor), *_shifted_otherwise(reading, anchor, anchor)]
    else:
        found = list(_of_other_years(reading, first))
    return [each for each in dict.fromkeys(found) if each.resolved and each != first and _in_order(each)]


def _in_order(reading: DateReading) -> bool:
    """Tell whether a date ends after it begins."""
    return reading.until is None or replace(reading, until=None).span().low < reading.until.span().high


def _of_other_years(reading: DateReading, first: DateReading) -> Iterator[DateReading]:
    """Yield a date without a year in the years around the likeliest one."""
    if first.year is None or reading.first_month is None:
        return
    for year in (first.year - 1, first.year + 1):
        moved = reading.in_year(year)
        if reading.until is not None and first.until is not None and first.until.year is not None:
            moved = replace(moved, until=reading.until.in_year(first.until.year + year - first.year))
        yield moved


def _shifted(reading: DateReading, anchor: DateReading | None, told: DateReading | None) -> DateReading:
    """Resolve a date that is counted from another one."""
    shift = reading.shift
    if anchor is None and told is None and not isinstance(shift, Nth) and getattr(shift, "base", None) is None:
        return reading  # as most are where no page says its day
    found = _found(replace(reading, part=None, hedge=None, bound=None, until=None), anchor, told)
    if found is None:
        return reading
    until = reading.until if reading.until is not None else found.until
    return replace(found, part=reading.part, hedge=reading.hedge, bound=reading.bound, until=until)


def _found(reading: DateReading, anchor: DateReading | None, told: DateReading | None) -> DateReading | None:
    """Return what a shift leads to, None where the day to count from is not known."""
    shift = reading.shift
    if isinstance(shift, Nth):
        within = resolve(shift.within, anchor, told)
        return nth(shift, within) if _is_closed(within) else None
    base = told if isinstance(shift, Away) and shift.told else anchor
    if isinstance(shift, Away | Weekday) and shift.base is not None:
        base = resolve(shift.base, anchor, told)
    return (
        _from_base(reading, base, base.year)
        if base is not None and base.year is not None and _is_closed(base)
        else None
    )


def _is_closed(reading: DateReading) -> bool:
    """Tell whether a date is known on both sides: nothing is counted from "more than two weeks ago"."""
    return reading.resolved and reading.bound is None


def _from_base(reading: DateReading, base: DateReading, year: int) -> DateReading | None:
    plain = replace(reading, shift=None)
    match reading.shift:
        case Away(unit="year", number=number) if reading.season or reading.first_month or reading.week:
            return plain.in_year(year + int(number))
        case Away() as shift:
            return away(shift, base)
        case Weekday() as shift:
            return on_weekday(shift, base)
        case Holiday() as shift:
            return on_holiday(shift, base)
        case Named(number=number):
            return named(plain, number, base)
    return None


def _from_other_dates(reading: DateReading, anchor: DateReading, told: DateReading | None) -> Iterator[DateReading]:
    """Yield what is counted from the other readings of the date within: "the last Friday of October" of other years."""
    shift = reading.shift
    if isinstance(shift, Nth):
        for within in others(shift.within, anchor, told):
            yield _shifted(replace(reading, shift=replace(shift, within=within)), anchor, told)
    elif isinstance(shift, Away | Weekday) and shift.base is not None:
        for base in others(shift.base, anchor, told):
            yield _shifted(replace(reading, shift=replace(shift, base=base)), anchor, told)


def _shifted_otherwise(reading: DateReading, anchor: DateReading, told: DateReading | None) -> Iterator[DateReading]:
    """Yield what a shift may lead to as well."""
    match reading.shift:
        case Away(to_the_day=True, number=-1) as shift:
            yield _shifted(DateReading(shift=Away(shift.unit, -1)), anchor, told)
        case Away(exact=True) as shift:
            base = told if shift.told else anchor
            base = base if shift.base is None else resolve(shift.base, anchor, told)
            exact = exactly(shift, base) if base is not None and base.year is not None else None
            if exact is not None:
                yield replace(exact, hedge=reading.hedge, bound=reading.bound, until=reading.until)
        case Weekday(weeks=None, day=None) | Weekday(strict=True):
            day = _first_day(_shifted(reading, anchor, told))
            yield from () if day is None else (_like(reading, dated(day + step)) for step in (-7, 7))
        case Holiday(number=0) as shift:
            day = _first_day(_shifted(reading, anchor, told))
            around = () if day is None else (dated(day - _YEAR), dated(day + _YEAR))
            yield from (_like(reading, on_holiday(shift, each)) for each in around)
        case Weekday(day=int()) as shift:
            yield from (dated(day) for day in days_so_named(shift, anchor))
        case Weekday(weeks=-1 | 1 as weeks, base=None) as shift:
            yield _shifted(replace(reading, shift=replace(shift, weeks=weeks, strict=True)), anchor, told)
        case Named():
            yield from _of_other_years(replace(reading, shift=None), _shifted(reading, anchor, told))


def _first_day(reading: DateReading) -> int | None:
    """Return the number of the day that a reading begins with, its open sides aside."""
    if reading.year is None:
        return None
    return int(replace(reading, bound=None, until=None, part=None).span().low)


def _like(reading: DateReading, day: DateReading) -> DateReading:
    """Return a day with the open side and the end that the words gave."""
    return replace(day, bound=reading.bound, until=reading.until)
