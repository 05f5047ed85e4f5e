"""Ages where a rule looks for one: there a bare number is years, as in "Ann Lee, 61, said"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from factcheck.grammar.found import Found
from factcheck.values.reading import Quantity

_LONGER = re.compile(r"[:.,/-]?[0-9]|%| ?[ap]\.?m\b")  # the number is part of a time, a day or a share
_OLDEST = 122  # years; Jeanne Calment's age is the highest on record


def in_years(text: str, found: Iterable[Found]) -> list[Found]:
    """Return ages and, of the bare numbers in a text, those that can be one: whole, and no older than anybody was."""
    alone = (each for each in found if not _LONGER.match(text, each.end))
    ages = (replace(each, reading=_age(each.reading)) for each in alone if isinstance(each.reading, Quantity))
    return [each for each in ages if isinstance(each.reading, Quantity) and each.reading.kind == "age"]


def _age(reading: Quantity) -> Quantity:
    value = reading.value
    bare = reading.kind == "number" and reading.step == 1 and reading.vague is None and reading.upto is None
    if not bare or value is None or not 1 <= value <= _OLDEST:
        return reading
    return replace(reading, kind="age", unit="year", other=None)
