"""SARIF 2.1.0: https://docs.oasis-open.org/sarif/sarif/v2.1.0/, as GitHub's code scanning and editors read it.

A result stands at one place, all others are related locations. The identity is our own partial fingerprint; with a
baseline in use every result says whether it is new.
"""

from __future__ import annotations

import json
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import quote

from factcheck.codes import CODES, Code
from factcheck.model import Finding, Report, Span
from factcheck.report.clean import clean_json
from factcheck.report.place import first_place, one_line, other_places, sources
from factcheck.report.view import View

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
FINGERPRINT = "factcheck/v1"


def render(report: Report, view: View) -> str:
    """Return the log with one run."""
    findings = view.shown(report)
    codes = sorted({finding.code for finding in findings})
    run = {
        "tool": {"driver": {"name": "factcheck", "version": report.version, "rules": [_rule(CODES[c]) for c in codes]}},
        "columnKind": "unicodeCodePoints",
        "invocations": [{"executionSuccessful": True, "toolExecutionNotifications": _notifications(report)}],
        "results": [_result(finding, codes.index(finding.code), report) for finding in findings],
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return clean_json(json.dumps(log, ensure_ascii=False, indent=1)) + "\n"


def _rule(code: Code) -> dict[str, Any]:
    return {
        "id": code.id,
        "name": "".join(word.capitalize() for word in code.name.split("-")),
        "shortDescription": {"text": code.says},
        "help": {"text": code.do},
    }


def _result(finding: Finding, rule: int, report: Report) -> dict[str, Any]:
    place, others = first_place(finding), other_places(finding)
    message = "\n".join((one_line(finding), finding.why, *sources(finding), *finding.hints))
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": rule,
        "level": finding.severity,
        "message": {"text": message},
        "locations": [] if place is None else [{"physicalLocation": _physical(place)}],
        "partialFingerprints": {FINGERPRINT: finding.fingerprint},
        "properties": {"id": finding.id, "field": finding.field, "subject": finding.subject},
    }
    if others:
        result["relatedLocations"] = [
            {"id": number, "physicalLocation": _physical(other), "message": {"text": other.words}}
            for number, other in enumerate(others, 1)
        ]
    if report.baseline is not None and finding.sides:
        result["baselineState"] = "new" if finding.new else "unchanged"
    elif report.baseline is not None and not finding.new:
        result["baselineState"] = "absent"
    return result


def _physical(span: Span) -> dict[str, Any]:
    return {
        "artifactLocation": {"uri": _uri(span.path)},
        "region": {
            "startLine": span.line,
            "startColumn": span.column,
            "endLine": span.end_line,
            "endColumn": span.end_column,
            "snippet": {"text": span.quote},
        },
    }


def _uri(path: str) -> str:
    """Return a path as a URI: relative as it is, absolute as `file:`."""
    return Path(path).as_uri() if PurePosixPath(path).is_absolute() else quote(path)


def _notifications(report: Report) -> list[dict[str, Any]]:
    return [
        {
            "level": "warning",
            "message": {"text": f"{problem.path}: {problem.what}; {problem.hint}"},
            "locations": [{"physicalLocation": {"artifactLocation": {"uri": _uri(problem.path)}}}],
        }
        for problem in report.problems
    ]
