"""Where a finding stands, for formats that want one place: and every other place beside it."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.model import Answer, Claim, Finding, Likely, Span
from factcheck.values.wording import allows


def first_place(finding: Finding) -> Span | None:
    """Return the place to show a finding at, or None where it has none."""
    return finding.at or next((claim.span for claim in _stated(finding)), None)


def in_file(span: Span | None) -> str:
    """Return a place in words: file, line and column, and the page or part of a file that has no lines."""
    return f"{span} ({span.section})" if span is not None and span.section else str(span)


def other_places(finding: Finding) -> Sequence[Span]:
    """Return the places of all its other claims, in their order."""
    first = first_place(finding)
    return [claim.span for claim in _stated(finding) if claim.span is not None and claim.span != first]


def one_line(finding: Finding) -> str:
    """Return what a finding says, in one sentence."""
    head = f"{finding.field} of {finding.subject}: " if finding.field else ""
    return f"{head}{finding.message}"


def answer(value: Answer | None) -> str:
    """Return a likely value as text."""
    return ", ".join(value) if isinstance(value, tuple) else "" if value is None else str(value)


def likely_value(likely: Likely) -> str:
    """Return the likely value in words, or that nothing is decided."""
    if not likely.decided:
        return "undecided"
    return ", ".join(likely.value) if isinstance(likely.value, tuple) else str(likely.value)


def sources(finding: Finding) -> Sequence[str]:
    """Return for each derived claim of a finding what it follows from, in words."""
    told = []
    for claim in (claim for side in finding.sides for claim in side.claims if claim.span is None):
        chain = " and ".join(in_file(root.span) for root in claim.roots)
        told.append(f"{allows(claim.value)} follows from {chain}")
    return told


def _stated(finding: Finding) -> list[Claim]:
    """Return the claims that stand somewhere; a verdict comes last, since it is the document that is to be mended."""
    claims = [claim for side in finding.sides for claim in side.claims if claim.span is not None]
    return sorted(claims, key=lambda claim: bool(claim.settled))
