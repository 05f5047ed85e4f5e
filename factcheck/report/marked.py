"""Documents with their claims marked, and the matrix of fields by documents: what the page shows below."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from factcheck.model import Claim, Document, Fact, Finding, Report, Span
from factcheck.report.clean import clean_line
from factcheck.values.wording import allows

_MOST_CELLS = 20_000  # of a matrix; nobody reads more, and a page should open at once


@dataclass(frozen=True, slots=True)
class Matrix:
    """Documents across, and a row for each fact."""

    documents: Sequence[Document]
    rows: Sequence[dict[str, Any]]


class Marked:
    """Marks the claims in documents; it looks once through claims and findings, however many documents there are."""

    def __init__(self, report: Report, findings: Sequence[Finding]) -> None:
        self._of_claim = {c.id: f for f in reversed(findings) for side in f.sides for c in side.claims}
        self._by_path: dict[str, list[tuple[Claim, Span]]] = defaultdict(list)
        for claim in report.claims:
            if claim.span is not None:
                self._by_path[claim.span.path].append((claim, claim.span))
        for claims in self._by_path.values():
            claims.sort(key=lambda pair: (pair[1].start, -pair[1].end))

    def pieces(self, document: Document) -> Iterator[dict[str, Any]]:
        """Yield a document's text in pieces: plain ones, and words of claims with the finding that they take part in.

        Every claim has its anchor; where several overlap, the words of the first are marked.
        """
        at = 0
        for together in self._overlapping(document.path):
            claim, span = together[0]
            first = next((self._of_claim[c.id] for c, _ in together if c.id in self._of_claim), None)
            if span.start > at:
                yield {"anchors": [], "text": document.text[at : span.start]}
            yield {
                "anchors": [c.id for c, _ in together],
                "text": span.quote,
                "claim": clean_line(f"{claim.field} of {claim.subject.name}: {allows(claim.value)}"),
                "finding": first.id if first is not None else "",
                "severity": first.severity if first is not None else "",
            }
            at = span.end
        yield {"anchors": [], "text": document.text[at:]}

    def _overlapping(self, path: str) -> Iterator[list[tuple[Claim, Span]]]:
        """Yield claims together with those that begin within the words of the first."""
        together: list[tuple[Claim, Span]] = []
        for claim, span in self._by_path[path]:
            if together and span.start >= together[0][1].end:
                yield together
                together = []
            together.append((claim, span))
        if together:
            yield together


def matrix(report: Report, findings: Sequence[Finding]) -> Matrix:
    """Return what each document says on each field; of very many, what is disputed; of still more, nothing."""
    sides = [(finding.field, side) for finding in findings for side in finding.sides]
    contested = {claim.id for field, side in sides for claim in side.claims if claim.field == field}
    stated = [fact for fact in report.facts if any(claim.span for claim in fact.claims)]
    disputed = [fact for fact in stated if any(claim.id in contested for claim in fact.claims)]
    for facts in (stated, disputed):
        paths = {claim.path for fact in facts for claim in fact.claims}
        documents = [document for document in report.documents if facts is stated or document.path in paths]
        if len(facts) * len(documents) <= _MOST_CELLS:
            return Matrix(documents, [_row(fact, documents, contested) for fact in facts])
    return Matrix([], [])


def _row(fact: Fact, documents: Sequence[Document], contested: set[str]) -> dict[str, Any]:
    qualified = "".join(f" ({name}: {value})" for name, value in fact.qualifiers)
    shared = len({claim.path for claim in fact.claims if claim.path is not None}) > 1
    by_path: dict[str | None, list[Claim]] = defaultdict(list)
    for claim in fact.claims:
        by_path[claim.path].append(claim)
    cells = []
    for document in documents:
        claims = by_path.get(document.path, [])
        disagrees = any(claim.id in contested for claim in claims)
        words = "; ".join(dict.fromkeys(clean_line(claim.words) for claim in claims))
        state = "" if not claims or not shared else "disagrees" if disagrees else "agrees"
        cells.append({"words": words, "state": state})
    return {"name": clean_line(f"{fact.field} of {fact.subject.name}{qualified}"), "cells": cells}
