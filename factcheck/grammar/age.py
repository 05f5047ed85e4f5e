"""Ages where a rule looks for one: there a bare number is years, as in "Ann Lee, 61, said"."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable
from dataclasses import replace

from factcheck.grammar.found import Found
from factcheck.values.reading import Quantity

_LONGER = re.compile(r"[:.,/-]?[0-9]|%| ?[ap]\.?m\b")  # the number is part of a time, a day or a share
_OLDEST = 122  # years; Jeanne Calment's age is the highest on record


_NEXT = re.compile(r"\s+(?:of )?([A-Z]\w+)")


def in_years(text: str, found: Iterable[Found], months: Container[str]) -> list[Found]:
    """Return ages and, of the bare numbers in a text, those that can be one: whole, and no older than anybody was.

    A number before one of the `months`, in lower case, is a day.
    """
    alone = (each for each in found if not _LONGER.match(text, each.end) and not _is_day(text, each, months))
    ages = (replace(each, reading=_age(each.reading)) for each in alone if isinstance(each.reading, Quantity))
    return [each for each in ages if isinstance(each.reading, Quantity) and each.reading.kind == "age"]


def _is_day(text: str, found: Found, months: Container[str]) -> bool:
    behind = _NEXT.match(text, found.end)
    return behind is not None and behind[1].lower() in months


def _age(reading: Quantity) -> Quantity:
    value = reading.value
    bare = reading.kind == "number" and reading.step == 1 and reading.vague is None and reading.upto is None
    if not bare or value is None or not 1 <= value <= _OLDEST:
        return reading
    return replace(reading, kind="age", unit="year", other=None)
