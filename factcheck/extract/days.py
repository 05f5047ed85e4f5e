"""Timelines: texts in which lines that are nothing but a date say when what follows happened."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property

from factcheck.grammar import Reader
from factcheck.model import Document
from factcheck.values import DateReading

_LINE = re.compile(r"^[ \t]*([^\r\n]{6,40}?)[ \t:]*$", re.MULTILINE)
_FEWEST = 3  # dated lines; one or two are the datelines of a page


class Days:
    """The dated entries of a document, looked for when first needed."""

    def __init__(self, document: Document, reader: Reader) -> None:
        self._text = document.folded
        self._reader = reader

    def around(self, at: int) -> str | None:
        """Return the day of the entry around an offset, in ISO 8601; None outside of timelines."""
        starts, days = self._entries
        number = bisect_right(starts, at)
        return days[number - 1] if number else None

    @cached_property
    def _entries(self) -> tuple[list[int], list[str]]:
        entries = [
            (line.start(), day) for line in _LINE.finditer(self._text) if (day := self._day(line[1])) is not None
        ]
        if len(entries) < _FEWEST:
            return [], []
        return [at for at, _ in entries], [day for _, day in entries]

    def _day(self, line: str) -> str | None:
        """Return the day that a line is, and nothing else."""
        if not any(map(str.isdigit, line)):
            return None
        found = self._reader.read_line(line, "date")
        if found is None or (found.start, found.end) != (0, len(line)) or not isinstance(found.reading, DateReading):
            return None
        whole = found.reading.resolved and found.reading.day is not None and not found.reading.problem
        return found.reading.notation() if whole else None
