"""The things that travel through the stages: documents, mentions, claims, facts, findings. All frozen."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cached_property
from typing import Literal

from factcheck.errors import Problem
from factcheck.grammar.fold import fold
from factcheck.values import DateReading, Reading, Relation, Value

Form = Literal["prose", "label", "table", "title", "record", "derived"]
Severity = Literal["note", "warning", "error"]
Status = Relation | Literal["single"]
Qualifiers = tuple[tuple[str, str], ...]
SEVERITIES: tuple[Severity, ...] = ("note", "warning", "error")
UNKNOWN = "unknown subject"
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


@dataclass(frozen=True, slots=True)
class Subject:
    """Whom or what a claim is about: the kind of subject, its name, and how sure that is.

    `aliases` are further names under which the document speaks of it; `year` tells look-alike
    events apart.
    """

    about: str
    name: str
    sure: bool = True
    aliases: tuple[str, ...] = ()
    year: int | None = None


@dataclass(frozen=True, slots=True)
class ValueRead:
    """A value read in a text, in standard notations: what `factcheck values` prints.

    `value`, `low` and `high` stand in `unit` as written, `high` None where the words set no end;
    `first` and `last` are ISO days of a date, the last one exclusive; `alternatives` are other
    honest readings of the same words; `problem` says why words that look like a value are none.
    """

    start: int
    end: int
    text: str
    kind: str
    reading: str
    value: float | str | None = None
    low: float | None = None
    high: float | None = None
    unit: str | None = None
    hedge: str | None = None
    timex: str | None = None
    edtf: str | None = None
    first: str | None = None
    last: str | None = None
    zone: str | None = None
    alternatives: tuple[ValueRead, ...] = ()
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Mention:
    """A value found in a document by a rule, in the source's own words."""

    rule: str
    start: int
    end: int
    reading: Reading
    form: Form
    subject: Subject
    qualifiers: Qualifiers = ()
    caveats: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """What one source says: subject . field = value, at a place in a file.

    A derived claim has no place, and names the claims that it follows from. `caveats` are the
    reasons why the claim cannot make an error by itself. A verdict of the editors carries the reason for which it was
    `settled`.
    """

    field: str
    subject: Subject
    value: Value
    form: Form
    rule: str
    span: Span | None = None
    qualifiers: Qualifiers = ()
    caveats: tuple[str, ...] = ()
    derived_from: tuple[str, ...] = ()
    id: str = ""
    settled: str = ""

    @property
    def path(self) -> str | None:
        """The source; None for a derived claim."""
        return None if self.span is None else self.span.path


@dataclass(frozen=True, slots=True)
class Side:
    """Claims of one fact that can all be true at once; the first is its representative."""

    claims: tuple[Claim, ...]
    reading: str

    @property
    def ids(self) -> tuple[str, ...]:
        """The claims' ids, in order."""
        return tuple(claim.id for claim in self.claims)

    @property
    def paths(self) -> frozenset[str]:
        """The documents that stand on this side."""
        return frozenset(claim.path for claim in self.claims if claim.path is not None)


@dataclass(frozen=True, slots=True)
class Likely:
    """Which value the evidence supports: counts of independent votes, and how sure that makes."""

    value: float | str | tuple[str, ...]
    reading: str
    side: int
    confidence: float
    decided: bool
    support: int
    against: int
    why: str


@dataclass(frozen=True, slots=True)
class Fact:
    """All claims about one subject, field and qualifiers, and how they stand to one another."""

    field: str
    subject: Subject
    qualifiers: Qualifiers
    status: Status
    sides: tuple[Side, ...]
    likely: Likely | None = None

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The claims of all sides."""
        return tuple(claim for side in self.sides for claim in side.claims)


@dataclass(frozen=True, slots=True)
class Finding:
    """One unordered pair of contradicting sides of one fact, with one code.

    `known_as` are the fingerprints by which a baseline may know it. It is shown `at` a place where that is not its
    first claim's. A finding about the program's own matters (FC9xx) has no sides.
    """

    fingerprint: str
    code: str
    field: str
    subject: str
    status: Relation
    severity: Severity
    sides: tuple[Side, ...]
    message: str
    why: str
    likely: Likely | None = None
    qualifiers: Qualifiers = ()
    hints: tuple[str, ...] = ()
    known_as: tuple[str, ...] = ()
    at: Span | None = None
    new: bool = True

    @property
    def id(self) -> str:
        """A short name, stable as long as the finding is."""
        return f"FC-{self.fingerprint[:8]}"

    def named(self, patterns: Iterable[str]) -> bool:
        """Tell whether a code, the beginning of one, or a field glob names the finding."""
        return any(self.code.startswith(pattern) or fnmatchcase(self.field, pattern) for pattern in patterns)

    @property
    def known(self) -> bool:
        """Whether the baseline knows it."""
        return bool(self.sides) and not self.new


@dataclass(frozen=True)
class Report:
    """Everything that a run found out.

    `baseline` is the file that said what is known, where there was one; `records` are files of verdicts, in which
    claims stand as in documents; `silenced` are findings that a suppression holds back.
    """

    documents: tuple[Document, ...]
    claims: tuple[Claim, ...]
    facts: tuple[Fact, ...]
    findings: tuple[Finding, ...]
    problems: tuple[Problem, ...] = ()
    version: str = ""
    baseline: str | None = None
    records: tuple[Document, ...] = ()
    silenced: tuple[Finding, ...] = ()

    def document(self, path: str) -> Document:
        """Return a document, or a file of verdicts, by its path; raises KeyError."""
        return self._by_path[path]

    @cached_property
    def _by_path(self) -> dict[str, Document]:
        return {document.path: document for document in (*self.documents, *self.records)}

    def claim(self, id: str) -> Claim:
        """Return a claim by its id; raises KeyError."""
        return self._by_id[id]

    @cached_property
    def _by_id(self) -> dict[str, Claim]:
        return {claim.id: claim for claim in self.claims}

    def count(self, severity: Severity) -> int:
        """Return how many findings have this severity."""
        return sum(finding.severity == severity for finding in self.findings)

    def with_status(self, *statuses: Relation) -> int:
        """Return how many findings have one of these statuses."""
        return sum(finding.status in statuses for finding in self.findings)
