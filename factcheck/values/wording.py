"""What a value allows, in words for people: "46 to 76 days", "5,000 or more", "91 minutes"."""

from __future__ import annotations

import re
from math import inf, isinf

from factcheck.values import calendar
from factcheck.values.interval import Interval
from factcheck.values.reading import BASE_UNITS, DAY
from factcheck.values.value import Listed, Ordered, Value

_MINUTE = 60
_PLAIN_DURATION = re.compile(r"P(T?)([0-9.]+)([YMWDHS])")
_UNITS = {"Y": "year", "M": "month", "W": "week", "D": "day", "H": "hour", "S": "second"}


def shown_unit(value: Ordered) -> tuple[str, float]:
    """Return the unit in which a value is shown and its size in base units.

    A duration is shown in days, in minutes when it is shorter than a day.
    """
    if value.kind != "duration":
        return value.unit, 1
    longest = value.bounds.literal.high
    return ("minute", _MINUTE) if longest < DAY else ("day", DAY)


def shown_bounds(value: Ordered) -> Interval:
    """Return the literal bounds in the unit in which the value is shown."""
    return value.bounds.literal.scaled(1 / shown_unit(value)[1])


def allows(value: Value) -> str:
    """Say what a value literally allows."""
    return ", ".join(value.texts) if isinstance(value, Listed) else _allowed(value, value.bounds.literal)


def allows_at_most(value: Ordered) -> str:
    """Say what a value allows by its lenient bounds."""
    return _allowed(value, value.bounds.lenient)


def _allowed(value: Ordered, bounds: Interval) -> str:
    if value.kind in ("date", "time"):
        return _days(bounds) if value.kind == "date" else _times(bounds)
    if value.kind == "order":
        return value.reading.replace("<", "before")
    unit, size = shown_unit(value)
    text = _between(bounds.scaled(1 / size))
    return f"{text} {_unit_words(value.kind, unit, text)}".rstrip()


def _unit_words(kind: str, unit: str, number: str) -> str:
    """Return a unit behind a number, in words; nothing for counts."""
    match kind:
        case "duration":
            return unit if number == "1" else f"{unit}s"
        case "percent":
            return "%"
        case "money":
            return unit
        case "age":
            return "years"
    return _plural(unit) if kind in BASE_UNITS else ""


def _times(bounds: Interval) -> str:
    first, last = (f"{int(each) // 3600:02d}:{int(each) % 3600 // _MINUTE:02d}" for each in (bounds.low, bounds.high))
    return first if first == last else f"{first} to {last}"


def _plural(unit: str) -> str:
    """Return a base unit's name behind a number: "square metres", "metres per second", "degrees Celsius"."""
    head, space, rest = unit.partition(" per ")
    if head.startswith("degree"):
        return head.replace("degree", "degrees", 1)
    return f"{head}s{space}{rest}"


def duration_words(reading: str) -> str | None:
    """Say a plain ISO 8601 duration: "P80D" is "80 days"; None for ranges, hedges and vague amounts."""
    match = _PLAIN_DURATION.fullmatch(reading)
    if match is None:
        return None
    clock, number, letter = match.groups()
    unit = {"M": "minute"}.get(letter, _UNITS[letter]) if clock else _UNITS[letter]
    return f"{number} {unit}" + ("" if number == "1" else "s")


def number_text(number: float) -> str:
    """Write a number with separators; one decimal where a small one has any."""
    if number == round(number) or abs(number) >= 20:
        return f"{round(number):,}"
    return f"{number:,.2f}".rstrip("0").rstrip(".")


def _between(bounds: Interval) -> str:
    low, high = bounds.low, bounds.high
    if isinf(low) and isinf(high):
        return "anything"
    if high == inf:
        return f"{number_text(low)} or more"
    if low == -inf:
        return f"{number_text(high)} or less"
    if low <= 0 and high > 0:
        return f"{'under' if bounds.high_open else 'up to'} {number_text(high)}"
    first, last = number_text(low), number_text(high)
    return first if first == last else f"{first} to {last}"


def _days(bounds: Interval) -> str:
    if isinf(bounds.low) or isinf(bounds.high):
        return "a day of an unknown year"
    first, last = calendar.iso(int(bounds.low)), calendar.iso(int(bounds.high) - bounds.high_open)
    if first == last:
        return first
    if first[:-6] == last[:-6] and first.endswith("-01-01") and last.endswith("-12-31"):
        return first[:-6]
    next_day = calendar.civil(int(bounds.high) - bounds.high_open + 1)
    if first[:-3] == last[:-3] and first.endswith("-01") and next_day[2] == 1:
        return first[:-3]
    return f"{first} to {last}"
