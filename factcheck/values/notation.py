"""Readings in the standard notations: TIMEX3 with ISO 8601, and EDTF."""

from __future__ import annotations

from factcheck.values.calendar import year_text
from factcheck.values.reading import DateReading, Quantity

_SEASONS = {21: "SP", 22: "SU", 23: "FA", 24: "WI"}


def timex(reading: Quantity | DateReading) -> str | None:
    """Return the TIMEX3 value of a date or duration, None for other kinds and for ranges."""
    if isinstance(reading, Quantity):
        if reading.kind != "duration" or reading.upto is not None:
            return None
        return reading.notation().partition(" ")[0]
    if reading.until is not None or (reading.offset is not None and not reading.resolved):
        return None
    year = "XXXX" if reading.year is None else year_text(reading.year)
    if reading.years > 1:
        return year[: 5 - len(str(reading.years))]
    if reading.season is not None:
        return f"{year}-{_SEASONS[reading.season]}"
    return year + _rest(reading)


def edtf(reading: DateReading) -> str | None:
    """Return a date in EDTF, level 1; thirds of a span are left to the whole."""
    if reading.offset is not None and not reading.resolved:
        return None
    start = _one_edtf(reading)
    return start if reading.until is None else f"{start}/{_one_edtf(reading.until)}"


def _one_edtf(reading: DateReading) -> str:
    year = "XXXX" if reading.year is None else year_text(reading.year)
    if reading.years > 1:
        year = year[: 5 - len(str(reading.years))].ljust(4, "X")
    if reading.season is not None:
        year += f"-{reading.season}"
    return year + _rest(reading) + ("~" if reading.hedge else "")


def _rest(reading: DateReading) -> str:
    if reading.month is None:
        return ""
    return f"-{reading.month:02d}" + (f"-{reading.day:02d}" if reading.day is not None else "")
