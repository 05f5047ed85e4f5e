"""Temperatures where a rule looks for one: there "minus 17 degrees" are no angle, though nobody says of which scale."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from factcheck.grammar.found import Found
from factcheck.values.reading import Quantity

_BARE = "degree"


def in_degrees(found: Iterable[Found]) -> list[Found]:
    """Return the temperatures among measures, with those in bare degrees, which only compare with one another."""
    return [temperature for each in found if (temperature := _temperature(each)) is not None]


def _temperature(found: Found) -> Found | None:
    reading = found.reading
    if not isinstance(reading, Quantity):
        return None
    if reading.unit == _BARE:
        return replace(found, reading=replace(reading, kind="temperature", other=None))
    return found if reading.kind == "temperature" else None
