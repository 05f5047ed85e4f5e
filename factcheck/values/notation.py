"""Readings in the standard notations: TIMEX3 with ISO 8601, and EDTF."""

from __future__ import annotations

from factcheck.values.calendar import year_text
from factcheck.values.date import Away, DateReading
from factcheck.values.reading import SECONDS, Quantity

_SEASONS = {21: "SP", 22: "SU", 23: "FA", 24: "WI"}
_PARTS = (("year", "month"), ("day", "hour"), ("hour", "minute"), ("minute", "second"))
_FIRST_QUARTER = 32  # EDTF counts quarters from 33, and halves of a year from 40
_FIRST_HALF = 39


def timex(reading: Quantity | DateReading) -> str | None:
    """Return the TIMEX3 value of a date or duration, None for other kinds and for ranges."""
    if isinstance(reading, Quantity):
        if reading.kind != "duration" or reading.upto is not None:
            return None
        return reading.notation().partition(" ")[0]
    if reading.problem or reading.until is not None or (reading.shift is not None and not reading.resolved):
        return None
    return _one_timex(reading)


def other_timex(reading: Quantity) -> list[str]:
    """Return the same duration in other TIMEX3 words: PT90M is PT1.5H and PT1H30M as well."""
    size = SECONDS.get(reading.unit, 0)
    if reading.kind != "duration" or reading.value is None or reading.upto is not None or not size:
        return []
    pairs = [pair for pair in _PARTS if reading.unit in pair]
    return [text for larger, smaller in pairs for text in _in_parts(reading.value * size, larger, smaller)]


def _in_parts(seconds: float, larger: str, smaller: str) -> list[str]:
    """Write a duration as "PT1H30M", and as "PT1.5H" where it is made of quarters."""
    whole, rest = divmod(round(seconds), SECONDS[larger])
    if seconds != round(seconds) or rest % SECONDS[smaller] or not whole or not rest:
        return []
    first, second = (_duration(n, unit) for n, unit in ((whole, larger), (rest // SECONDS[smaller], smaller)))
    joined = first + second.removeprefix("P").removeprefix("T" if first.startswith("PT") else "")
    return [joined, _duration(whole + rest / SECONDS[larger], larger)] if rest * 4 % SECONDS[larger] == 0 else [joined]


def _duration(number: float, unit: str) -> str:
    return Quantity("duration", number, unit).notation()


def length_of_span(reading: DateReading) -> Quantity | None:
    """Return the length that "the past three years" names, which TIMEX3 calls a duration; None for other dates."""
    for end in (reading, reading.until):
        shift = None if end is None else end.shift
        if reading.until is not None and isinstance(shift, Away) and shift.to_the_day:
            number, unit = (3 * shift.number, "month") if shift.unit == "quarter" else (shift.number, shift.unit)
            return Quantity("duration", abs(number), unit) if unit in SECONDS else None
    return None


def _one_timex(reading: DateReading) -> str:
    year = "XXXX" if reading.year is None else year_text(reading.year)
    if reading.years > 1:
        return year[: 5 - len(str(reading.years))]
    if reading.season is not None:
        return f"{year}-{_SEASONS[reading.season]}"
    if reading.quarter is not None:
        return f"{year}-Q{reading.quarter}"
    if reading.half is not None:
        return f"{year}-H{reading.half}"
    if reading.week is not None:
        return f"{year}-W{reading.week:02d}" + ("-WE" if reading.weekend else "")
    return year + _rest(reading)


def edtf(reading: DateReading) -> str | None:
    """Return a date in EDTF, level 1; thirds of a span are left to the whole, weeks become their days."""
    if reading.problem:
        return None
    ends = (reading,) if reading.until is None else (reading, reading.until)
    if any(end.shift is not None and end.year is None for end in ends):
        return None
    if reading.bound is None:
        return "/".join(map(_one_edtf, ends))
    end = _one_edtf(ends[-1] if reading.bound in ("AFTER", "ON_OR_BEFORE") else ends[0])
    return f"/{end}" if reading.bound in ("BEFORE", "ON_OR_BEFORE") else f"{end}/"


def _one_edtf(reading: DateReading) -> str:
    year = "XXXX" if reading.year is None else year_text(reading.year)
    if reading.years > 1:
        digits = len(str(reading.years)) - 1
        year = year[: len(year) - digits] + "X" * digits
    if reading.season is not None:
        year += f"-{reading.season}"
    elif reading.quarter is not None:
        year += f"-{_FIRST_QUARTER + reading.quarter}"
    elif reading.half is not None:
        year += f"-{_FIRST_HALF + reading.half}"
    sign = "%" if reading.hedge and reading.doubt else "~" if reading.hedge else "?" if reading.doubt else ""
    return year + _rest(reading) + sign


def _rest(reading: DateReading) -> str:
    if reading.month is None:
        return ""
    return f"-{reading.month:02d}" + (f"-{reading.day:02d}" if reading.day is not None else "")
