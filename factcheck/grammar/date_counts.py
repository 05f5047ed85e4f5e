"""What lengths and counts mean in dates: "two weeks ago", "the last three months", "the first week of May"."""

from __future__ import annotations

from dataclasses import replace

from factcheck.grammar.forms import Filled
from factcheck.values.date import Away, DateReading, Nth
from factcheck.values.reading import Quantity

TODAY = DateReading(shift=Away("day", 0))
_MOST_UNITS = 100  # that anybody counts within a longer one
_UNITS = ("day", "weekend", "week", "month", "season", "quarter", "half", "year", "decade", "century")
_SIZES = {unit: i for i, unit in enumerate(_UNITS)}
_FURTHER = frozenset({"more_than", "at_least"})


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
    within: DateReading | None = filled.get("date")
    within = DateReading(shift=Away(filled["within"], 0)) if within is None else within
    length = filled.get("length")
    unit = filled.get("unit", "day") if length is None else length.unit
    count = filled.get("number") if length is None else length.value
    if _SIZES.get(unit, 0) >= _size(within):
        return None
    if count is None:
        return DateReading(shift=Nth(filled["nth"], unit, within, filled.get("weekday")))
    if filled["nth"] not in (1, -1) or count != int(count) or not 1 <= count <= _MOST_UNITS:
        return None
    return DateReading(shift=Nth(filled["nth"], unit, within, count=int(count)))


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
