"""The report as one JSON object: schema 1, stable order, the same bytes for the same input."""

from __future__ import annotations

import json
from math import isinf
from typing import Any

from factcheck.codes import STALE
from factcheck.model import Claim, DocumentInfo, Fact, Finding, Likely, Report
from factcheck.report.clean import clean_json
from factcheck.report.view import View
from factcheck.values import Listed, Ordered, Relation, calendar
from factcheck.values.wording import allows, shown_bounds, shown_unit

SCHEMA = 1


def render(report: Report, view: View) -> str:
    """Return the object as text; known findings are always in it, with `new` false."""
    return clean_json(json.dumps(as_object(report, all_facts=view.all_facts), ensure_ascii=False, indent=1)) + "\n"


def as_object(report: Report, *, all_facts: bool = False) -> dict[str, Any]:
    """Return the report as plain data."""
    counts = {document.path: 0 for document in report.documents}
    for claim in report.claims:
        if claim.path in counts:
            counts[claim.path] += 1
    problems = [{"path": p.path, "what": p.what, "hint": p.hint} for p in report.problems]
    facts = [fact for fact in report.facts if all_facts or fact.status != "single"]
    return {
        "factcheck": {"schema": SCHEMA, "version": report.version},
        "documents": [
            *(_document(document, counts[document.path]) for document in report.documents),
            *(_unread(problem) for problem in problems),
        ],
        "claims": [claim_object(claim) for claim in report.claims],
        "facts": [_fact(fact) for fact in facts],
        "findings": [finding_object(finding) for finding in report.findings],
        "problems": problems,
        "summary": _summary(report),
    }


def _document(document: DocumentInfo, claims: int) -> dict[str, Any]:
    return {
        "path": document.path,
        "title": document.title,
        "published": None if document.published is None else document.published.notation(),
        "published_from": document.published_from,
        "format": document.format,
        "encoding": document.encoding,
        "encoding_from": document.encoding_from or None,
        "claims": claims,
        "problem": None,
    }


def _unread(problem: dict[str, str]) -> dict[str, Any]:
    return {
        "path": problem["path"],
        "title": None,
        "published": None,
        "published_from": None,
        "format": None,
        "claims": 0,
        "problem": problem["what"],
    }


def claim_object(claim: Claim) -> dict[str, Any]:
    """Return a claim as plain data."""
    span = claim.span
    place = ("path", "line", "column", "end_line", "end_column", "start", "end", "quote")
    section = _section(span.section) if span is not None and span.section else {}
    return {
        "id": claim.id,
        **{name: getattr(span, name, None) for name in place},
        **section,
        "field": claim.field,
        "subject": claim.subject.name,
        "kind": claim.value.kind,
        "reading": claim.value.reading,
        **_value(claim),
        "form": claim.form,
        "qualifiers": dict(claim.qualifiers),
        "rule": claim.rule,
        "caveats": list(claim.caveats),
        "derived_from": list(claim.derived_from),
    }


def _section(name: str) -> dict[str, str | int]:
    """Return the page of a PDF, or the part of another file."""
    page = name.removeprefix("page ")
    return {"page": int(page)} if page.isdecimal() else {"part": name}


def _value(claim: Claim) -> dict[str, Any]:
    value = claim.value
    if isinstance(value, Listed):
        return {"value": list(value.texts), "low": None, "high": None, "unit": None, "hedge": None}
    if value.kind == "order":
        return {"value": allows(value), "low": None, "high": None, "unit": None, "hedge": None}
    if value.kind == "date":
        return {"low": None, "high": None, "unit": "day", "hedge": value.hedge, **_days(value)}
    bounds, (unit, size) = shown_bounds(value), shown_unit(value)
    return {
        "value": None if value.point is None else _number(value.point / size),
        "low": _number(bounds.low),
        "high": _number(bounds.high),
        "unit": unit or None,
        "hedge": value.hedge,
    }


def _days(value: Ordered) -> dict[str, str | None]:
    bounds = value.bounds.literal
    if isinf(bounds.low) or isinf(bounds.high):
        return {"from": None, "to": None}
    return {
        "from": calendar.iso(int(bounds.low)),
        "to": calendar.iso(int(bounds.high) + (not bounds.high_open)),
    }


def _number(number: float) -> float | None:
    if isinf(number):
        return None
    return int(number) if number == int(number) else round(number, 4)


def _fact(fact: Fact) -> dict[str, Any]:
    return {
        "field": fact.field,
        "subject": fact.subject.name,
        "qualifiers": dict(fact.qualifiers),
        "status": fact.status,
        "sides": [{"reading": side.reading, "claims": list(side.ids)} for side in fact.sides],
        "likely": _likely(fact.likely),
    }


def finding_object(finding: Finding) -> dict[str, Any]:
    """Return a finding as plain data."""
    return {
        "id": finding.id,
        "fingerprint": finding.fingerprint,
        "code": finding.code,
        "field": finding.field,
        "subject": finding.subject,
        "qualifiers": dict(finding.qualifiers),
        "status": finding.status,
        "severity": finding.severity,
        "new": finding.new,
        "sides": [list(side.ids) for side in finding.sides],
        "message": finding.message,
        "why": finding.why,
        "likely": _likely(finding.likely),
    }


def _likely(likely: Likely | None) -> dict[str, Any] | None:
    if likely is None:
        return None
    return {
        "value": list(likely.value) if isinstance(likely.value, tuple) else likely.value,
        "reading": likely.reading,
        "side": likely.side,
        "confidence": likely.confidence,
        **({} if likely.holds is None else {"holds": likely.holds}),
        "decided": likely.decided,
        "support": likely.support,
        "against": likely.against,
        "why": likely.why,
        "vote": list(likely.vote) if isinstance(likely.vote, tuple) else likely.vote,
        "superseded": list(likely.superseded),
    }


def _summary(report: Report) -> dict[str, int]:
    return {
        "documents": len(report.documents),
        "claims": len(report.claims),
        "facts": sum(fact.status != "single" for fact in report.facts),
        "conflicts": report.with_status(Relation.CONFLICT),
        "tensions": report.with_status(Relation.TENSION),
        "new": sum(finding.new for finding in report.findings),
        "known": sum(finding.known for finding in report.findings),
        "stale": sum(finding.code == STALE for finding in report.findings),
    }
