"""The laws of what is read in a string, whatever the string is."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.compare import Comparer
from factcheck.grammar import Reader
from factcheck.grammar.fold import fold
from factcheck.grammar.language import Language
from factcheck.grammar.quantity import KINDS as QUANTITIES
from factcheck.model import ValueRead
from factcheck.normalise.values import ValueFinder
from factcheck.report.values import render_line
from factcheck.values import DateReading

KINDS = (*QUANTITIES, "date", "name", "country", "language", "text")
LEAP_DAY = DateReading(2012, 2, 29)


class BrokenLawError(Exception):
    """What was read cannot be."""


class Checker:
    """Reads a string in every way there is, and looks whether it can be so."""

    def __init__(self, language: Language) -> None:
        self._finder = ValueFinder(language)
        self._reader = Reader(language)
        self._comparer = Comparer(language)

    def check(self, text: str) -> int:
        """Return how many values were read; raises whatever reading raises, and BrokenLawError."""
        values = self._finder.find(text)
        dated = self._finder.find(text, LEAP_DAY)
        must(self._finder.find(text) == values, "the same string read twice gives the same")
        for read in (values, dated):
            check_values(text, read)
        for kind in KINDS:
            self._check_line(text, kind)
        first, broken, second = text.partition("\n")
        if broken:
            self._check_pair(first, second)
        return len(values)

    def _check_line(self, text: str, kind: str) -> None:
        found = self._reader.read_line(fold(text), kind)
        if found is not None:
            must(0 <= found.start < found.end <= len(text), "a line's value stands in the line")
            found.reading.notation()

    def _check_pair(self, first: str, second: str) -> None:
        for kind in (None, "organisation", "work"):
            relation = self._comparer.compare(first, second, kind).relation
            turned = self._comparer.compare(second, first, kind).relation
            must(relation == turned, "a relation is the same both ways")


def check_values(text: str, values: Sequence[ValueRead]) -> None:
    """Check the laws of what is read in a text."""
    end = 0
    for value in values:
        must(end <= value.start < value.end <= len(text), "values stand in the text, in order and apart")
        end = value.end
        for each in (value, *value.alternatives):
            must(each.text == text[each.start : each.end], "a value's text is what stands at its place")
            if each.low is not None and each.high is not None:
                must(each.low <= each.high, "low is no higher than high")
            if each.first is not None and each.last is not None:
                must(date_key(each.first) < date_key(each.last), "a date begins before it ends")
            must((each.edtf or "").count("/") <= 1, "a date in EDTF has two ends at most")
    render_line(None, values).encode()


def date_key(day: str) -> tuple[int, ...]:
    """Return an ISO day as numbers, by which days of any year can be ordered."""
    return tuple(map(int, day.rsplit("-", 2)))


def must(holds: bool, law: str) -> None:
    """Raise BrokenLawError where a law does not hold."""
    if not holds:
        raise BrokenLawError(law)
