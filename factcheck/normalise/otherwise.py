"""What else the words of a quantity may mean: a day ("in two weeks", "11/20"), a year ("more than 2012")."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from factcheck.grammar import Reader
from factcheck.values import DateReading, Quantity
from factcheck.values.date import Away, Bound

# What a bound on a number is as a bound on a year.
_BOUNDS = {"more_than": "AFTER", "at_least": "ON_OR_AFTER", "less_than": "BEFORE", "at_most": "ON_OR_BEFORE"}
_YEARS = range(1900, 2100)  # of those that bare figures may stand for


def as_dates(reader: Reader, text: str, start: int, words: str, reading: Quantity) -> Iterator[DateReading]:
    """Yield the dates that the words of a quantity may mean; `start` is where they stand in the text."""
    if "/" in words and (day := reader.day_in_figures(words)) is not None:
        yield day
    if reading.value is None or reading.upto is not None:
        return
    if reading.kind == "duration" and _before(text, start) in reader.language.dates.in_time:
        yield DateReading(shift=Away(reading.unit, reading.value, exact=True))
    bare = reading.kind == "number" and not reading.unit and "," not in words
    if bare and reading.hedge in _BOUNDS and reading.value in _YEARS:
        yield DateReading(int(reading.value), bound=cast(Bound, _BOUNDS[reading.hedge]))


def _before(text: str, at: int) -> str:
    """Return the word before an offset, in lower case."""
    words = text[max(0, at - 20) : at].split()
    return words[-1].lower() if words else ""
