"""Documents with their claims marked: what the page shows below."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from factcheck.model import Claim, Document, Finding, Report, Span
from factcheck.report.clean import clean_line
from factcheck.values.wording import allows


class Marked:
    """Marks the claims in documents; it looks once through claims and findings, however many documents there are."""

    def __init__(self, report: Report, findings: Sequence[Finding]) -> None:
        self._of_claim = {c.id: f for f in reversed(findings) for side in f.sides for c in side.claims}
        self._by_path: dict[str, list[tuple[Claim, Span]]] = defaultdict(list)
        for claim in report.claims:
            if claim.span is not None:
                self._by_path[claim.span.path].append((claim, claim.span))
        for claims in self._by_path.values():
            claims.sort(key=lambda pair: (pair[1].at, -len(pair[1].words)))

    def pieces(self, path: str, document: Document | None) -> Iterator[dict[str, Any]]:
        """Yield a document's text in pieces: plain ones, and words of claims with the finding that they take part in.

        Every claim has its anchor; where several overlap, the words of the first are marked. Of a document that is no
        longer what was read the claims alone are shown.
        """
        text, at = "" if document is None else document.text, 0
        for together in self._overlapping(path):
            claim, span = together[0]
            first = next((self._of_claim[c.id] for c, _ in together if c.id in self._of_claim), None)
            if span.at > at:
                yield {"anchors": [], "text": text[at : span.at]}
            yield {
                "anchors": [c.id for c, _ in together],
                "text": span.words,
                "claim": clean_line(f"{claim.field} of {claim.subject.name}: {allows(claim.value)}"),
                "finding": first.id if first is not None else "",
                "severity": first.severity if first is not None else "",
            }
            at = span.at + len(span.words)
        yield {"anchors": [], "text": text[at:]}

    def _overlapping(self, path: str) -> Iterator[list[tuple[Claim, Span]]]:
        """Yield claims together with those that begin within the words of the first."""
        together: list[tuple[Claim, Span]] = []
        for claim, span in self._by_path[path]:
            if together and span.at >= together[0][1].at + len(together[0][1].words):
                yield together
                together = []
            together.append((claim, span))
        if together:
            yield together
