"""A whole report as bytes: findings at once, claims, facts, documents and subjects when somebody looks at them.

So a run over documents of which none has changed costs hashing them, and reading what it found.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from factcheck.errors import Problem
from factcheck.model import (
    Claim,
    Copy,
    DocumentInfo,
    Fact,
    Finding,
    Likely,
    Linkage,
    Linked,
    Qualifiers,
    Report,
    Resemblance,
    Side,
    Standing,
    Status,
    Subject,
)
from factcheck.model.codec import Codec, DecodeError
from factcheck.model.later import Later

T = TypeVar("T")
LARGEST = 64_000_000  # bytes; a larger report is not kept
_LARGEST_PART = 1_000_000_000  # bytes, unpacked
PARTS = ("head", "documents", "claims", "facts", "subjects", "resembling", "standings", "copies")


@dataclass(frozen=True, slots=True)
class _Side:
    """A side of a fact: its claims by their numbers in the report, or as they are where they stand otherwise there."""

    claims: tuple[int | Claim, ...]
    reading: str


@dataclass(frozen=True, slots=True)
class _Fact:
    field: str
    subject: Subject
    qualifiers: Qualifiers
    status: Status
    sides: tuple[_Side, ...]
    likely: Likely | None = None


@dataclass(frozen=True, slots=True)
class _Head:
    """What every format shows, and how long the rest is."""

    lengths: tuple[int, ...]
    shared: int
    findings: tuple[Finding, ...]
    problems: tuple[Problem, ...]
    version: str
    baseline: str | None
    silenced: tuple[Finding, ...]
    skipped: tuple[str, ...]
    notices: tuple[Problem, ...]
    because: tuple[tuple[str, str], ...]


_HEAD: Codec[_Head] = Codec(_Head)
_DOCUMENTS: Codec[tuple[DocumentInfo, ...]] = Codec(tuple[DocumentInfo, ...])
_CLAIMS: Codec[tuple[Claim, ...]] = Codec(tuple[Claim, ...])
_FACTS: Codec[tuple[_Fact, ...]] = Codec(tuple[_Fact, ...])
_SUBJECTS: Codec[tuple[Linked, ...]] = Codec(tuple[Linked, ...])
_RESEMBLING: Codec[tuple[Resemblance, ...]] = Codec(tuple[Resemblance, ...])
_STANDINGS: Codec[tuple[Standing, ...]] = Codec(tuple[Standing, ...])
_COPIES: Codec[tuple[Copy, ...]] = Codec(tuple[Copy, ...])


def encoded(report: Report) -> dict[str, bytes]:
    """Return the parts of a report, packed; none where it is too large to be kept."""
    linkage = report.linkage
    rest = (
        *(report.documents, report.claims, report.facts, linkage.subjects, linkage.resembling),
        *(report.standings, report.copies),
    )
    head = _Head(
        tuple(map(len, rest)),
        report.shared,
        report.findings,
        report.problems,
        report.version,
        report.baseline,
        report.silenced,
        report.skipped,
        report.notices,
        tuple(report.because.items()),
    )
    numbers = {claim.id: number for number, claim in enumerate(report.claims)}
    facts = tuple(_fact(fact, numbers, report.claims) for fact in report.facts)
    written = (
        _HEAD.encode(head),
        _DOCUMENTS.encode(tuple(report.documents)),
        _CLAIMS.encode(tuple(report.claims)),
        _FACTS.encode(facts),
        _SUBJECTS.encode(tuple(linkage.subjects)),
        _RESEMBLING.encode(tuple(linkage.resembling)),
        _STANDINGS.encode(tuple(report.standings)),
        _COPIES.encode(tuple(report.copies)),
    )
    packed = dict(zip(PARTS, (zlib.compress(part, 1) for part in written), strict=True))
    return packed if sum(map(len, packed.values())) <= LARGEST else {}


def decoded(parts: Mapping[str, bytes], again: Callable[[], Report]) -> Report:
    """Return the report of its parts; raises DecodeError where the head is none.

    Where another part proves to be none when it is looked at, `again` returns the report of a new run.
    """
    head = _HEAD.decode(_unpacked(parts["head"]))
    if len(head.lengths) != len(PARTS) - 1:
        raise DecodeError("lengths of other parts")
    length = dict(zip(PARTS[1:], head.lengths, strict=True))

    def later(name: str, make: Callable[[bytes], Sequence[T]], instead: Callable[[Report], Sequence[T]]) -> Later[T]:
        def items() -> Sequence[T]:
            try:
                made = make(_unpacked(parts[name]))
            except (DecodeError, IndexError):
                return instead(again())
            return made if len(made) == length[name] else instead(again())

        return Later(length[name], items)

    claims = later("claims", _CLAIMS.decode, lambda report: report.claims)
    linkage = Linkage(
        later("subjects", _SUBJECTS.decode, lambda report: report.linkage.subjects),
        later("resembling", _RESEMBLING.decode, lambda report: report.linkage.resembling),
    )
    return Report(
        later("documents", _DOCUMENTS.decode, lambda report: report.documents),
        claims,
        later("facts", lambda part: _facts(_FACTS.decode(part), claims), lambda report: report.facts),
        head.findings,
        head.problems,
        head.version,
        baseline=head.baseline,
        silenced=head.silenced,
        skipped=head.skipped,
        notices=head.notices,
        linkage=linkage,
        standings=later("standings", _STANDINGS.decode, lambda report: report.standings),
        copies=later("copies", _COPIES.decode, lambda report: report.copies),
        shared=head.shared,
        because=dict(head.because),
    )


def _fact(fact: Fact, numbers: Mapping[str, int], claims: Sequence[Claim]) -> _Fact:
    def known(claim: Claim) -> int | Claim:
        number = numbers.get(claim.id)
        return claim if number is None or claims[number] is not claim else number

    sides = tuple(_Side(tuple(map(known, side.claims)), side.reading) for side in fact.sides)
    return _Fact(fact.field, fact.subject, fact.qualifiers, fact.status, sides, fact.likely)


def _facts(facts: Sequence[_Fact], claims: Sequence[Claim]) -> tuple[Fact, ...]:
    def side(each: _Side) -> Side:
        return Side(tuple(claims[c] if isinstance(c, int) else c for c in each.claims), each.reading)

    return tuple(
        Fact(each.field, each.subject, each.qualifiers, each.status, tuple(map(side, each.sides)), each.likely)
        for each in facts
    )


def _unpacked(packed: bytes) -> bytes:
    unpack = zlib.decompressobj()
    try:
        part = unpack.decompress(packed, _LARGEST_PART)
    except zlib.error as error:
        raise DecodeError(str(error)) from None
    if not unpack.eof:
        raise DecodeError("more than a report holds")
    return part
