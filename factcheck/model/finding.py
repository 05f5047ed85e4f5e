"""Facts and findings: how the claims on one thing stand to one another, and the report of a run."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from functools import cached_property
from typing import Literal

from factcheck.codes import SETTLED_BY_VALUE
from factcheck.errors import Problem
from factcheck.model.claim import Claim, Qualifiers, Subject
from factcheck.model.document import Document, DocumentInfo, Span
from factcheck.model.likely import Copy, Likely, Standing
from factcheck.model.linkage import NO_LINKAGE, Linkage
from factcheck.values import Relation

Severity = Literal["note", "warning", "error"]
Status = Relation | Literal["single"]
SEVERITIES: tuple[Severity, ...] = ("note", "warning", "error")
Texts = Callable[[str], Document | None]  # opens a document again by its path


def _no_text(path: str) -> None:  # noqa: ARG001
    return None


@dataclass(frozen=True, slots=True)
class Side:
    """Claims of one fact that can all be true at once; the first is its representative.

    In a finding, a side that nobody states also holds what it follows from.
    """

    claims: tuple[Claim, ...]
    reading: str

    @property
    def own(self) -> tuple[Claim, ...]:
        """The claims without those that are only there because another one follows from them."""
        inputs = {root.id for claim in self.claims for root in claim.roots}
        return tuple(claim for claim in self.claims if claim.id not in inputs)

    @property
    def ids(self) -> tuple[str, ...]:
        """The claims' ids, in order."""
        return tuple(claim.id for claim in self.claims)

    @property
    def paths(self) -> frozenset[str]:
        """The documents that stand on this side."""
        return frozenset(claim.path for claim in self.claims if claim.path is not None)


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

    @property
    def can_be_settled(self) -> bool:
        """Whether a value settles it: the order of events is no value of a field."""
        kinds = {claim.value.kind for side in self.sides for claim in side.claims}
        return self.code.startswith(SETTLED_BY_VALUE) and "order" not in kinds

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
    claims stand as in documents; `silenced` are findings that a suppression holds back; `skipped` are files of
    no known type; `notices` tell what was not read of documents that were; `linkage` is what was found out about the
    subjects, `standings` and `copies` what was about the sources; `shared` is how many facts several claims are about;
    `because` says for each field of a finding why a rule watches it.
    Of documents it holds what is known of them; `texts` opens one again where its words are to be shown.
    """

    documents: Sequence[DocumentInfo]
    claims: Sequence[Claim]
    facts: Sequence[Fact]
    findings: tuple[Finding, ...]
    problems: tuple[Problem, ...] = ()
    version: str = ""
    baseline: str | None = None
    records: tuple[Document, ...] = ()
    silenced: tuple[Finding, ...] = ()
    skipped: tuple[str, ...] = ()
    notices: tuple[Problem, ...] = ()
    linkage: Linkage = NO_LINKAGE
    standings: Sequence[Standing] = ()
    copies: Sequence[Copy] = ()
    shared: int = 0
    because: Mapping[str, str] = field(default_factory=dict)
    texts: Texts = field(default=_no_text, repr=False, compare=False)

    def document(self, path: str) -> DocumentInfo:
        """Return what is known of a document, or of a file of verdicts, by its path; raises KeyError."""
        return self._by_path[path]

    def opened(self, path: str) -> Document | None:
        """Return a document, or a file of verdicts, with its text; None where that is no longer what was read."""
        return self._records.get(path) or self.texts(path)

    @cached_property
    def _records(self) -> dict[str, Document]:
        return {each.path: each for each in self.records}

    @cached_property
    def _by_path(self) -> dict[str, DocumentInfo]:
        return {each.path: each for each in (*self.documents, *(each.info for each in self.records))}

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
