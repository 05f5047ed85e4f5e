"""Reviewdog's diagnostic format: https://github.com/reviewdog/reviewdog/tree/master/proto/rdf.

Its columns count the bytes of UTF-8, not characters; the end is exclusive, as ours.
"""

from __future__ import annotations

import json
from typing import Any

from factcheck.model import Document, Finding, Report, Span
from factcheck.report.clean import clean_json
from factcheck.report.place import first_place, one_line, other_places
from factcheck.report.view import View

_SEVERITIES = {"error": "ERROR", "warning": "WARNING", "note": "INFO"}


def render(report: Report, view: View) -> str:
    """Return the result object."""
    result = {
        "source": {"name": "factcheck"},
        "diagnostics": [_diagnostic(finding, report) for finding in view.shown(report)],
    }
    return clean_json(json.dumps(result, ensure_ascii=False, indent=1)) + "\n"


def _diagnostic(finding: Finding, report: Report) -> dict[str, Any]:
    place = first_place(finding)
    related = [{"message": o.words, "location": _location(o, report)} for o in other_places(finding)]
    return {
        "message": f"{one_line(finding)}\n{finding.why}",
        "location": {"path": ""} if place is None else _location(place, report),
        "severity": _SEVERITIES[finding.severity],
        "code": {"value": finding.code},
        **({"related_locations": related} if related else {}),
    }


def _location(span: Span, report: Report) -> dict[str, Any]:
    document = report.opened(span.path)
    start = {"line": span.line, "column": _byte(document, span.line, span.column)}
    end = {"line": span.end_line, "column": _byte(document, span.end_line, span.end_column)}
    return {"path": span.path, "range": {"start": start, "end": end}}


def _byte(document: Document | None, line: int, column: int) -> int:
    """Return a column counted in bytes of UTF-8, from 1."""
    if document is None:
        return column
    return len(document.line(line)[: column - 1].encode("utf-8", "surrogatepass")) + 1
