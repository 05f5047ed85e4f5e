"""Documents: a source's text with what is known of it, and places in it."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from factcheck.grammar.fold import fold
from factcheck.values import DateReading

_LINE_END = re.compile(r"\r\n|\n|\r")


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of a document that reads as one: [start, end) and what part it plays.

    `aside` is text that is not the document's own: related posts, see-also lists.
    """

    start: int
    end: int
    part: Literal["title", "heading", "text", "aside"]


@dataclass(frozen=True, slots=True)
class Suppression:
    """A comment at [start, end) that silences findings about what is said in [first, last).

    `patterns` are codes, beginnings of codes or field globs, none for everything; without a `reason` it has no effect.
    """

    start: int
    end: int
    first: int
    last: int
    patterns: tuple[str, ...]
    reason: str


@dataclass(frozen=True)
class Document:
    """A source's text as its file holds it, decoded and otherwise untouched."""

    path: str
    text: str
    format: str = "text"
    blocks: tuple[Block, ...] = ()
    title: str | None = None
    published: DateReading | None = None
    published_from: str | None = None
    kind: str | None = None
    url: str | None = None
    suppressions: tuple[Suppression, ...] = ()

    @cached_property
    def folded(self) -> str:
        """The text for matching: same length, typographic variants folded, comments to the program blank."""
        text = self.text
        for each in self.suppressions:
            text = text[: each.start] + " " * (each.end - each.start) + text[each.end :]
        return fold(text)

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(match.end() for match in _LINE_END.finditer(self.text))]

    def place(self, offset: int) -> tuple[int, int]:
        """Return an offset's line and column, both counted from 1 in code points."""
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1

    def line(self, number: int) -> str:
        """Return a line's text without its end."""
        start = self._line_starts[number - 1]
        end = self._line_starts[number] if number < len(self._line_starts) else len(self.text)
        return self.text[start:end].rstrip("\r\n")

    def span(self, start: int, end: int) -> Span:
        """Return the place of [start, end) with its quote."""
        (line, column), (end_line, end_column) = self.place(start), self.place(end)
        return Span(self.path, start, end, line, column, end_line, end_column, self.text[start:end])


@dataclass(frozen=True, slots=True)
class Span:
    """A place in a file: code-point offsets, 1-based line and column, and the words there."""

    path: str
    start: int
    end: int
    line: int
    column: int
    end_line: int
    end_column: int
    quote: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"
