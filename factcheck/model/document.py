"""Documents: a source's text with what is known of it, and places in it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from heapq import merge
from io import StringIO
from typing import Literal, NamedTuple

from factcheck.grammar.fold import fold, labelled
from factcheck.model.origin import Lines, Origin
from factcheck.values import DateReading

Part = Literal[
    "title", "heading", "text", "caption", "quote", "question", "aside", "navigation", "comment", "reference"
]
_ADDRESS = re.compile(r"\b(?:https?://|www\.)[^\s<>\"')\]]+")  # its words say nothing of their own
_NOT_A_LINE_END = re.compile(r"[^\r\n]")
_LONGEST_LINE = 10_000  # characters of a line that are looked at around a quote
ELSEWHERE: frozenset[Part] = frozenset({"aside", "navigation", "comment", "reference"})  # not its own text


class Block(NamedTuple):
    """A stretch of a document that reads as one: [start, end) and what part it plays.

    What is ELSEWHERE is not the document's own text: related posts (`aside`), menus, comments, lists of references.
    """

    start: int
    end: int
    part: Part


class Stated(NamedTuple):
    """A claim that a table makes ready-made: its subject and field, and where the value stands in the text."""

    subject: str
    field: str
    start: int
    end: int


class Section(NamedTuple):
    """A page or part of a file: where its text begins, and its name."""

    start: int
    name: str


class Hidden(NamedTuple):
    """Characters of the file, [start, end), that a reader does not see or takes for others, and what they are."""

    start: int
    end: int
    what: str


@dataclass(frozen=True, slots=True)
class Suppression:
    """A comment at [start, end) of the file that silences findings about what is said in [first, last).

    `patterns` are codes, beginnings of codes or field globs, none for everything; without a `reason` it has no effect.
    """

    start: int
    end: int
    first: int
    last: int
    patterns: tuple[str, ...]
    reason: str


class HiddenPlaces(NamedTuple):
    """In how many places of a document something is hidden, what that is, and the first of the places."""

    places: int
    kinds: tuple[str, ...]
    first: Span


@dataclass(frozen=True, slots=True)
class DocumentInfo:
    """What is known of a document, without its text: this much stays in memory, however many documents there are.

    Each suppression comes with its place.
    """

    path: str
    format: str = "text"
    title: str | None = None
    published: DateReading | None = None
    published_from: str | None = None
    author: str | None = None
    publisher: str | None = None
    language: str | None = None
    kind: str | None = None
    kind_from: str | None = None
    url: str | None = None
    copied_from: str | None = None
    suppressions: tuple[tuple[Suppression, Span], ...] = ()
    hidden: HiddenPlaces | None = None
    encoding: str = "utf-8"
    encoding_from: str = ""


@dataclass(frozen=True)
class Document:
    """A source's text: as its file holds it, decoded and otherwise untouched, or extracted from that.

    Extracted text knows its `origin` in a file that is text; for one that is none, `sections` are the pages or parts
    and where they begin. In the stretches that are `blank`, in order, nothing is said: markup. `encoding` is how the
    file was decoded, `encoding_from` how that was known. `records` are stretches that are each about something of their
    own; `hidden` is what the file holds unseen, which the text is without.
    """

    path: str
    text: str
    format: str = "text"
    blocks: Sequence[Block] = ()
    title: str | None = None
    published: DateReading | None = None
    published_from: str | None = None
    author: str | None = None
    publisher: str | None = None
    language: str | None = None
    kind: str | None = None
    kind_from: str | None = None
    url: str | None = None
    copied_from: str | None = None
    suppressions: tuple[Suppression, ...] = ()
    blank: Sequence[tuple[int, int]] = ()
    origin: Origin | None = None
    sections: Sequence[Section] = ()
    records: Sequence[tuple[int, int]] = ()
    statements: tuple[Stated, ...] = ()
    hidden: Sequence[Hidden] = ()
    encoding: str = "utf-8"
    encoding_from: str = ""

    @property
    def info(self) -> DocumentInfo:
        """What is known of it, without its text."""
        return DocumentInfo(
            path=self.path,
            format=self.format,
            title=self.title,
            published=self.published,
            published_from=self.published_from,
            author=self.author,
            publisher=self.publisher,
            language=self.language,
            kind=self.kind,
            kind_from=self.kind_from,
            url=self.url,
            copied_from=self.copied_from,
            suppressions=tuple((each, self.span_in_file(each.start, each.end)) for each in self.suppressions),
            hidden=self._hidden_places(),
            encoding=self.encoding,
            encoding_from=self.encoding_from,
        )

    def _hidden_places(self) -> HiddenPlaces | None:
        if not self.hidden:
            return None
        first = self.span_in_file(self.hidden[0].start, self.hidden[0].end)
        return HiddenPlaces(len(self.hidden), tuple(dict.fromkeys(each.what for each in self.hidden)), first)

    @property
    def source(self) -> str:
        """The file's text, to which places in it belong; of a file that is no text, what was extracted."""
        return self.text if self.origin is None else self.origin.source

    @cached_property
    def folded(self) -> str:
        """The text for matching: same length, signs folded; markup, addresses and comments to the program blank."""
        comments = sorted((each.start, each.end) for each in self.suppressions) if self.origin is None else []
        addresses = (each.span() for each in _ADDRESS.finditer(self.text))
        return fold(labelled(_blanked(self.text, merge(comments, self.blank, addresses))))

    @cached_property
    def _line_starts(self) -> Sequence[int]:
        shared = None if self.origin is None else self.origin.lines
        return (shared or Lines(self.source)).starts

    def place(self, offset: int) -> tuple[int, int]:
        """Return the line and column of an offset in the file, both counted from 1 in code points."""
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1

    def line(self, number: int) -> str:
        """Return a line of the file without its end."""
        start = self._line_starts[number - 1]
        end = self._line_starts[number] if number < len(self._line_starts) else len(self.source)
        return self.source[start:end].rstrip("\r\n")

    def span(self, start: int, end: int) -> Span:
        """Return the place of [start, end) of the text: where it stands in the file, with what stands there."""
        first, last = (start, end) if self.origin is None else self.origin.place(start, end)
        place = self.span_in_file(first, last)
        section = bisect_right(self.sections, start, key=lambda each: each.start)
        name = self.sections[section - 1].name if section else ""
        return replace(place, section=name, said=self.text[start:end], at=start)

    def span_in_file(self, start: int, end: int) -> Span:
        """Return the place of [start, end) of the file."""
        (line, column), (end_line, end_column) = self.place(start), self.place(end)
        return Span(self.path, start, end, line, column, end_line, end_column, self.source[start:end])

    def around(self, span: Span) -> tuple[str, str]:
        """Return what stands before and after the words of a place, on their line of the text."""
        end = span.at + len(span.said)
        before = re.split(r"[\r\n]", self.text[max(0, span.at - _LONGEST_LINE) : span.at])[-1]
        return before, re.split(r"[\r\n]", self.text[end : end + _LONGEST_LINE], maxsplit=1)[0]


def _blanked(text: str, stretches: Iterable[tuple[int, int]]) -> str:
    """Return a text with spaces for what stands in stretches, which come in order; lines stay lines."""
    made, at = StringIO(), 0  # a list of pieces would take more memory than their words
    for start, end in stretches:
        made.write(text[at:start])
        made.write(_NOT_A_LINE_END.sub(" ", text[max(at, start) : end]))
        at = max(at, end)
    made.write(text[at:])
    return made.getvalue()


@dataclass(frozen=True, slots=True)
class Span:
    """A place in a file: code-point offsets, 1-based line and column, and what stands there.

    `said` are its words as they were read, `at` an offset of the document's text, `section` the page or part of a file
    that has no lines of its own.
    """

    path: str
    start: int
    end: int
    line: int
    column: int
    end_line: int
    end_column: int
    quote: str
    section: str = ""
    said: str = ""
    at: int = 0

    @property
    def words(self) -> str:
        """What the place says, without the markup of its file."""
        return self.said or self.quote

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"
