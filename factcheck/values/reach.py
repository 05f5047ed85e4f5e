"""Where a shift leads: the week, weekday, holiday or nth unit that is reached from a known day."""

from __future__ import annotations

from dataclasses import replace

from factcheck.values import calendar
from factcheck.values.date import Away, DateReading, Holiday, Nth, Weekday
from factcheck.values.reading import DAY, SECONDS

_MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
_DAYS = {"day": 1, "week": 7, "weekend": 7, "fortnight": 14}
_MONTHS_TO_SEARCH = 60  # for a Friday the 13th; five years hold every pair of weekday and day but 29 February's


def away(shift: Away, base: DateReading) -> DateReading | None:
    """Return the unit reached, None where the base is too vague for it.

    A length of weeks, months or years is hardly ever counted to the day: what it reaches is the unit around that day.
    """
    if not shift.exact:
        return _unit_reached(shift, base)
    if shift.to_the_day and base.day is not None:
        return exactly(shift, base)
    if shift.unit in _MONTHS:
        months = round(shift.number * _MONTHS[shift.unit])
        whole = shift.number == int(shift.number)
        years = replace(shift, unit="year", number=months / 12) if months % 12 == 0 else None
        counted = shift if whole else years or replace(shift, unit="month", number=months)
        found = _unit_reached(counted, base)
        return None if found is None else replace(found, counted=True)
    day = exactly(shift, base)
    if day is None or shift.unit not in ("week", "fortnight"):
        return day
    year, week = calendar.iso_week(int(day.span().low))
    return DateReading(year, week=week, counted=True)


def exactly(shift: Away, base: DateReading) -> DateReading | None:
    """Return the day reached by a length, None where the base is no day."""
    if base.year is None or base.month is None or base.day is None:
        return None
    if shift.unit in _MONTHS:
        return _same_day(base, round(shift.number * _MONTHS[shift.unit]))
    days = shift.number * _DAYS[shift.unit] if shift.unit in _DAYS else shift.number * SECONDS[shift.unit] / DAY
    return dated(calendar.day_number(base.year, base.month, base.day) + round(days))


def _unit_reached(shift: Away, base: DateReading) -> DateReading | None:
    """Return the day, week, month, … reached; a year needs no month to count from."""
    assert base.year is not None
    if shift.unit in _MONTHS:
        months = round(shift.number * _MONTHS[shift.unit])
        if base.month is None and months % _MONTHS["year"]:
            return None
        return _unit_at(shift.unit, base.year * 12 + (base.month or 1) - 1 + months)
    if shift.unit not in _DAYS or (base.day is None and base.week is None):
        return None
    day = int(base.span().low)
    moved = day + round(shift.number * _DAYS[shift.unit])
    if shift.unit == "weekend" and shift.number == 0 and calendar.weekday(day) < 4:
        moved -= 7  # early in a week "the weekend" is the last one
    if shift.unit == "day":
        return dated(moved)
    year, week = calendar.iso_week(moved)
    return DateReading(year, week=week, weekend=shift.unit == "weekend")


def on_weekday(shift: Weekday, base: DateReading) -> DateReading | None:
    """Return the day of the week that is meant, None where the base is longer than a week."""
    if base.day is None and base.week is None:
        return None
    day, wanted = int(base.span().low), shift.weekday
    if shift.day is not None:
        near = sorted(days_so_named(shift, base), key=lambda each: abs(each - day))
        return dated(near[0]) if near else None
    back = (calendar.weekday(day) - wanted) % 7
    if shift.strict:
        return dated(day - (back or 7) if (shift.weeks or 0) < 0 else day + (7 - back))
    if shift.weeks is not None:
        return dated(day - calendar.weekday(day) + wanted + 7 * shift.weeks)
    return dated(day + 1 if back == 6 else day - back)  # a paper of Wednesday speaks of Thursday's events to come


def days_so_named(shift: Weekday, base: DateReading) -> list[int]:
    """Return the last and the next day that bear both a weekday and a day of the month: "Friday the 13th"."""
    if base.year is None or base.month is None or base.day is None:
        return []
    today, first = calendar.day_number(base.year, base.month, base.day), base.year * 12 + base.month - 1
    found = []
    for step in (-1, 1):
        months = ((first + step * i) // 12 for i in range(_MONTHS_TO_SEARCH))
        days = (
            calendar.day_number(year, (first + step * i) % 12 + 1, shift.day or 1)
            for i, year in enumerate(months)
            if calendar.exists(year, (first + step * i) % 12 + 1, shift.day or 1)
        )
        fits = (day for day in days if calendar.weekday(day) == shift.weekday and (day - today) * step >= 0)
        found.extend([day] if (day := next(fits, None)) is not None else [])
    return found


def on_holiday(shift: Holiday, base: DateReading) -> DateReading:
    """Return the movable day that lies nearest to a date, or the last or next one before or after it."""
    assert base.year is not None
    middle = int(base.span().low)
    days = [calendar.holiday(shift.rule, year) for year in range(base.year - 2, base.year + 3)]
    if shift.number < 0:
        day = max(each for each in days if each < middle)
    elif shift.number > 0:
        day = min(each for each in days if each > middle)
    else:
        day = min(days, key=lambda each: abs(each - middle))
    return weekend_around(day) if shift.weekend else dated(day)


def weekend_around(day: int) -> DateReading:
    """Return the weekend that belongs to a holiday, the holiday included."""
    saturday = day + 6 - calendar.weekday(day) if calendar.weekday(day) > 2 else day - calendar.weekday(day) - 1
    return replace(dated(min(day, saturday)), until=dated(max(day, saturday + 1)))


def named(plain: DateReading, number: int, base: DateReading) -> DateReading | None:
    """Return the last, this or next March."""
    assert base.year is not None
    dated = [each for year in range(base.year - 1, base.year + 2) if (each := plain.in_year(year)).resolved]
    if number < 0:
        return max((each for each in dated if each.span().high <= base.span().low), key=_start, default=None)
    if number > 0:
        return min((each for each in dated if each.span().low >= base.span().high), key=_start, default=None)
    return next((each for each in dated if each.year == base.year), None)


def _start(reading: DateReading) -> float:
    return reading.span().low


def nth(shift: Nth, within: DateReading) -> DateReading | None:
    """Return the nth unit of a span, or the first of several with the last as its end; None where it has no such."""
    number = shift.number if shift.number > 0 else shift.number - shift.count + 1
    first, last = _one_of(shift, number, within), _one_of(shift, number + shift.count - 1, within)
    if first is None or last is None:
        return None
    return first if first == last else replace(first, until=last)


def _one_of(shift: Nth, number: int, within: DateReading) -> DateReading | None:
    """Return the nth unit of a span, None where it has no such."""
    low, high = int(within.span().low), int(within.span().high)
    if shift.unit == "half" and within.years > 1:
        return _half_of_years(number, within)
    if shift.unit in _MONTHS:
        return _nth_months(shift.unit, number, low, high)
    if shift.unit == "day" and shift.weekday is None:
        day = low + number - 1 if number > 0 else high + number
        return dated(day) if low <= day < high else None
    return _nth_weekday(shift, number, low, high)


def _half_of_years(number: int, within: DateReading) -> DateReading | None:
    """Return the first or second half of a decade or century."""
    if within.year is None or number not in (1, 2, -1):
        return None
    half = within.years // 2
    start = within.year + (0 if number == 1 else half)
    return DateReading(start, until=DateReading(start + half - 1))


def _nth_months(unit: str, number: int, low: int, high: int) -> DateReading | None:
    size = _MONTHS[unit]
    year, month, _ = calendar.civil(low if number > 0 else high - 1)
    found = _unit_at(unit, (year * 12 + month - 1) + size * (number - 1 if number > 0 else number + 1))
    return found if low <= found.span().low and found.span().high <= high else None


def _nth_weekday(shift: Nth, number: int, low: int, high: int) -> DateReading | None:
    """Return the nth such weekday, or the nth week or weekend.

    A week belongs to the month or year that its Thursday lies in, as ISO 8601 has it for years.
    """
    wanted = shift.weekday or {"week": 4, "weekend": 6}.get(shift.unit)
    if wanted is None:
        return None
    first, last = low + (wanted - calendar.weekday(low)) % 7, high - 1 - (calendar.weekday(high - 1) - wanted) % 7
    day = first + 7 * (number - 1) if number > 0 else last + 7 * (number + 1)
    if not low <= day < high:
        return None
    if shift.weekday is not None:
        return dated(day)
    year, week = calendar.iso_week(day)
    return DateReading(year, week=week, weekend=shift.unit == "weekend")


def _unit_at(unit: str, months: int) -> DateReading:
    """Return the unit of the calendar around a month, counted from year 0."""
    year, month = months // 12, months % 12 + 1
    match unit:
        case "month":
            return DateReading(year, month)
        case "quarter":
            return DateReading(year, quarter=(month + 2) // 3)
        case "half":
            return DateReading(year, half=(month + 5) // 6)
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


def dated(day: int) -> DateReading:
    """Return the date of a day's number."""
    return DateReading(*calendar.civil(day))
