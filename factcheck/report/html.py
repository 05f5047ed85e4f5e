"""A page to look at: one file without a request to anywhere, with every discrepancy, a matrix and all documents.

Text of documents is escaped by the template, and control characters are visible; the page's own style and script are
allowed by their hashes and nothing else is (CSP `default-src 'none'`).
"""

from __future__ import annotations

import hashlib
from base64 import b64encode
from collections.abc import Mapping, Sequence
from importlib.resources import files
from itertools import takewhile
from pathlib import PurePosixPath
from typing import Any

from factcheck.model import SEVERITIES, Claim, DocumentInfo, Finding, Report, Side
from factcheck.report.chart import Bar, axis_of, bars_of
from factcheck.report.clean import clean, clean_line
from factcheck.report.marked import Marked
from factcheck.report.matrix import matrix
from factcheck.report.place import in_file
from factcheck.report.view import View
from factcheck.report.weighing import verdict, weighed, weights
from factcheck.values.wording import allows

_AROUND = 140  # characters of a line shown before and after a claim's words
_WIDTH = 1000  # of the chart, in its own units
_THINNEST = 6


def render(report: Report, view: View) -> str:
    """Return the page."""
    from jinja2 import Environment

    style, script, template = (
        files("factcheck.report.page").joinpath(name).read_text(encoding="utf-8")
        for name in ("page.css", "page.js", "page.html.jinja")
    )
    from markupsafe import Markup

    findings = [finding for finding in view.shown(report) if finding.sides]
    table, marked = matrix(report, findings), Marked(report, findings)
    ids = {document.path: f"document-{number}" for number, document in enumerate(report.documents, 1)}
    environment = Environment(autoescape=True, trim_blocks=False)
    page = environment.from_string(template).render(
        style=Markup(style),  # noqa: S704 - our own file, as is the script
        script=Markup(script),  # noqa: S704
        style_hash=_hash(style),
        script_hash=_hash(script),
        summary=_summary(report, findings),
        filters=_filters(findings),
        findings=[_finding(finding, report, ids) for finding in findings],
        documents=[_document(document, report, marked, ids[document.path]) for document in report.documents],
        columns=_columns(table.documents, ids),
        matrix=table.rows,
        problems=[clean_line(f"{each.path}: {each.what}; {each.hint}") for each in report.problems],
    )
    return page + "\n"


def _columns(documents: Sequence[DocumentInfo], ids: Mapping[str, str]) -> list[dict[str, str]]:
    """Return the heads of the matrix: paths without the folder that all have in common."""
    parts = [PurePosixPath(each.path).parts for each in documents]
    levels = zip(*(each[:-1] for each in parts), strict=False)
    common = len(list(takewhile(lambda level: len(set(level)) == 1, levels)))
    names = ["/".join(each[common:]) for each in parts]
    return [
        {"id": ids[each.path], "path": clean_line(each.path), "name": clean_line(name)}
        for each, name in zip(documents, names, strict=True)
    ]


def _hash(text: str) -> str:
    return f"sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def _summary(report: Report, findings: list[Finding]) -> dict[str, Any]:
    counted = [(sum(f.severity == each for f in findings), str(each)) for each in reversed(SEVERITIES)]
    counted += [(len(report.documents), "document"), (len(report.claims), "claim")]
    counts = [(count, noun if count == 1 else f"{noun}s", noun) for count, noun in counted]
    known = sum(finding.known for finding in findings)
    counts += [(known, "known", "")] if known else []
    return {"title": "Discrepancies between documents", "counts": counts, "version": f"factcheck {report.version}"}


def _filters(findings: list[Finding]) -> list[tuple[str, list[str]]]:
    paths = {clean_line(path) for finding in findings for side in finding.sides for path in side.paths}
    return [
        ("field", sorted({finding.field for finding in findings})),
        ("document", sorted(paths)),
        ("severity", [each for each in reversed(SEVERITIES) if any(f.severity == each for f in findings)]),
        ("status", sorted({str(finding.status) for finding in findings})),
    ]


def _finding(finding: Finding, report: Report, ids: Mapping[str, str]) -> dict[str, Any]:
    paths = sorted({clean_line(path) for side in finding.sides for path in side.paths})
    return {
        "id": finding.id,
        "code": finding.code,
        "field": finding.field,
        "subject": clean_line(finding.subject),
        "qualifiers": clean_line(", ".join(f"{name}: {value}" for name, value in finding.qualifiers)),
        "severity": finding.severity,
        "status": str(finding.status),
        "new": finding.new,
        "documents": "\n".join(paths),
        "sides": [_side(letter, side, report) for letter, side in zip("AB", finding.sides, strict=False)],
        "message": "" if finding.can_be_settled else clean_line(finding.message),
        "why": clean_line(finding.why),
        **_likely(finding, ids),
        "hints": [clean_line(hint) for hint in finding.hints],
        "because": clean_line(report.because.get(finding.field, "")),
        **_chart(finding),
    }


def _likely(finding: Finding, ids: Mapping[str, str]) -> dict[str, Any]:
    """Return what is likely, as `explain` tells it, and who weighed how much."""
    likely = finding.likely
    if likely is None:
        return {"likely": [], "voices": []}
    told = [(name, clean_line(text)) for name, text in verdict(likely)]
    return {"likely": told, "voices": weights(likely, ids), "weighed": weighed(likely)}


def _side(letter: str, side: Side, report: Report) -> dict[str, Any]:
    claims = [_claim(claim, report) for claim in side.claims]
    return {"letter": letter, "allows": clean_line(allows(side.claims[0].value)), "claims": claims}


def _claim(claim: Claim, report: Report) -> dict[str, Any]:
    span = claim.span
    if span is None:
        places = [{"id": root.id, "place": clean_line(in_file(root.span))} for root in claim.roots]
        return {"place": "", "words": clean_line(allows(claim.value)), "sources": places}
    document = report.opened(span.path)
    before, after = document.around(span) if document is not None else ("", "")
    return {
        "id": claim.id,
        "place": clean_line(in_file(span)),
        "title": clean_line(report.document(span.path).title or ""),
        "before": clean_line(("\u2026" if len(before) > _AROUND else "") + before[-_AROUND:]),
        "words": clean_line(span.words),
        "after": clean_line(after[:_AROUND] + ("\u2026" if len(after) > _AROUND else "")),
    }


def _chart(finding: Finding) -> dict[str, Any]:
    """Return the bars of a finding in the chart's own units, and what its ends are."""
    bars = bars_of(finding)
    axis = axis_of(bars)
    if axis is None:
        return {"bars": []}
    drawn = [_bar(bar, *axis) for bar in bars]
    lowest = min(bars, key=lambda bar: bar.bounds.low).allowed
    highest = max(bars, key=lambda bar: bar.bounds.high).allowed
    told = "; ".join(f"{bar.label}: {bar.allowed}" for bar in bars)
    return {
        "bars": drawn,
        "low": lowest,
        "high": highest,
        "legend": "A above, B below" + ("; pale: derived" if any("derived" in bar.label for bar in bars) else ""),
        "chart": f"What each side allows. {told}",
    }


def _bar(bar: Bar, low: float, high: float) -> dict[str, Any]:
    start, end = (
        (min(max(each, low), high) - low) / (high - low) * _WIDTH for each in (bar.bounds.low, bar.bounds.high)
    )
    width = max(_THINNEST, end - start)
    return {
        "x": round(min(start, _WIDTH - width), 1),
        "width": round(width, 1),
        "kind": bar.label,
        "label": bar.label,
        "allowed": bar.allowed,
    }


def _document(document: DocumentInfo, report: Report, marked: Marked, id: str) -> dict[str, Any]:
    date = "undated" if document.published is None else f"{document.published.notation()} ({document.published_from})"
    return {
        "id": id,
        "path": clean_line(document.path),
        "about": clean_line(f"{document.title or 'untitled'}, {date}"),
        "pieces": [
            {**piece, "text": clean(piece["text"].replace("\r\n", "\n").replace("\r", "\n"))}
            for piece in marked.pieces(document.path, report.opened(document.path))
        ],
    }
