"""Ages where a rule looks for one: there a bare number is years, as in "Ann Lee, 61, said"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from factcheck.grammar.found import Found
from factcheck.values.reading import Quantity

_OLDEST = 122  # years; Jeanne Calment's age is the highest on record


def in_years(found: Iterable[Found]) -> list[Found]:
    """Return ages and, of the bare numbers, those that can be one: whole, and no older than anybody was."""
    ages = (replace(each, reading=_age(each.reading)) for each in found if isinstance(each.reading, Quantity))
    return [each for each in ages if isinstance(each.reading, Quantity) and each.reading.kind == "age"]


def _age(reading: Quantity) -> Quantity:
    value = reading.value
    bare = reading.kind == "number" and reading.step == 1 and reading.vague is None and reading.upto is None
    if not bare or value is None or not 1 <= value <= _OLDEST:
        return reading
    return replace(reading, kind="age", unit="year", other=None)
