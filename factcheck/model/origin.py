"""Where extracted text stands in its file: the way back from the words to the place."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from typing import NamedTuple

_LINE_END = re.compile(r"\r\n|\n|\r")


class Run(NamedTuple):
    """Extracted text [start, end) and the stretch of its file that it comes from, [first, last).

    Letter by letter where both are equally long, else as a whole: "&eacute;" for "é", or a line end that markup stands
    for. What was put in between has an empty stretch.
    """

    start: int
    end: int
    first: int
    last: int

    @property
    def by_letter(self) -> bool:
        """Tell whether every letter stands in the file as it does here."""
        return self.end - self.start == self.last - self.first


@dataclass(frozen=True)
class Lines:
    """Where the lines of a file begin: looked for once, however many documents the file holds."""

    source: str = field(repr=False)

    @cached_property
    def starts(self) -> Sequence[int]:
        """The offset of the first character of each line."""
        return array("I", chain((0,), (match.end() for match in _LINE_END.finditer(self.source))))


@dataclass(frozen=True)
class Origin:
    """A file's own text, and the runs of the extracted one in order; documents of one file share its `lines`."""

    source: str = field(repr=False)
    runs: Sequence[Run] = field(repr=False)
    lines: Lines | None = field(default=None, repr=False, compare=False)

    @cached_property
    def _starts(self) -> Sequence[int]:
        starts: Sequence[int] | None = getattr(self.runs, "starts", None)
        return [run.start for run in self.runs] if starts is None else starts

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Return where [start, end) of the extracted text stands in the file."""
        run = self._run(start)
        first = run.first + (start - run.start if run.by_letter else 0)
        if end <= start:
            return first, first
        run = self._run(end - 1)
        last = run.first + end - run.start if run.by_letter else run.last
        return first, max(first, last)

    def between(self, start: int, end: int) -> Iterator[Run]:
        """Yield the runs of [start, end) of the extracted text; one that stands letter by letter is cut."""
        index = max(0, bisect_right(self._starts, start) - 1)
        while index < len(self.runs) and self.runs[index].start < end:
            run = self.runs[index]
            first, last = max(start, run.start), min(end, run.end)
            moved = run.first - run.start
            yield Run(first, last, first + moved, last + moved) if run.by_letter else Run(first, last, *run[2:])
            index += 1

    def _run(self, offset: int) -> Run:
        return self.runs[max(0, bisect_right(self._starts, offset) - 1)]
