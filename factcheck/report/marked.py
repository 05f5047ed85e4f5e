"""Documents with their claims marked, and the matrix of fields by documents: what the page shows below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from factcheck.model import Document, Fact, Finding, Report
from factcheck.report.clean import clean_line
from factcheck.values.wording import allows


def pieces(document: Document, report: Report, findings: Sequence[Finding]) -> Iterator[dict[str, Any]]:
    """Yield a document's text in pieces: plain ones, and the words of claims with the finding that they take part in.

    Every claim has its anchor; where two overlap, the words of the first are marked.
    """
    of_claim = {c.id: f for f in reversed(findings) for side in f.sides for c in side.claims}
    claims = [claim for claim in report.claims if claim.span is not None and claim.path == document.path]
    claims.sort(key=lambda claim: (claim.span.start, -claim.span.end) if claim.span is not None else (0, 0))
    at, anchors = 0, []
    for number, claim in enumerate(claims):
        assert claim.span is not None
        anchors.append(claim.id)
        if claim.span.start < at:
            continue
        overlapping = [c for c in claims[number + 1 :] if c.span is not None and c.span.start < claim.span.end]
        first = next((of_claim[c.id] for c in (claim, *overlapping) if c.id in of_claim), None)
        if claim.span.start > at:
            yield {"anchors": [], "text": document.text[at : claim.span.start]}
        yield {
            "anchors": anchors,
            "text": claim.span.quote,
            "claim": clean_line(f"{claim.field} of {claim.subject.name}: {allows(claim.value)}"),
            "finding": first.id if first is not None else "",
            "severity": first.severity if first is not None else "",
        }
        at, anchors = claim.span.end, []
    yield {"anchors": anchors, "text": document.text[at:]}


def matrix(report: Report, findings: Sequence[Finding]) -> list[dict[str, Any]]:
    """Return a row for each fact on which documents speak: what each says, and whether it disagrees with another."""
    contested: set[tuple[str, str]] = set()
    for finding in findings:
        for side in finding.sides:
            contested |= {(claim.id, claim.field) for claim in side.claims if claim.field == finding.field}
    return [_row(fact, report, contested) for fact in report.facts if any(claim.span for claim in fact.claims)]


def _row(fact: Fact, report: Report, contested: set[tuple[str, str]]) -> dict[str, Any]:
    qualified = "".join(f" ({name}: {value})" for name, value in fact.qualifiers)
    shared = len({claim.path for claim in fact.claims if claim.path is not None}) > 1
    cells = []
    for document in report.documents:
        claims = [claim for claim in fact.claims if claim.path == document.path]
        disagrees = any((claim.id, claim.field) in contested for claim in claims)
        words = "; ".join(dict.fromkeys(clean_line(claim.words) for claim in claims))
        state = "" if not claims or not shared else "disagrees" if disagrees else "agrees"
        cells.append({"words": words, "state": state})
    return {"name": clean_line(f"{fact.field} of {fact.subject.name}{qualified}"), "cells": cells}
