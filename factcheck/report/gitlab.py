"""GitLab's code quality report: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format."""

from __future__ import annotations

import json

from factcheck.model import Finding, Report
from factcheck.report.clean import clean_json
from factcheck.report.place import first_place, one_line, other_places
from factcheck.report.view import View

_SEVERITIES = {"error": "major", "warning": "minor", "note": "info"}


def render(report: Report, view: View) -> str:
    """Return the array of issues; GitLab leaves out what has no place in a file."""
    issues = [_issue(finding) for finding in view.shown(report) if first_place(finding) is not None]
    return clean_json(json.dumps(issues, ensure_ascii=False, indent=1)) + "\n"


def _issue(finding: Finding) -> dict[str, object]:
    place, others = first_place(finding), ", ".join(map(str, other_places(finding)))
    assert place is not None
    return {
        "description": f"{one_line(finding)} ({finding.why})" + (f"; see {others}" if others else ""),
        "check_name": finding.code,
        "fingerprint": finding.fingerprint,
        "severity": _SEVERITIES[finding.severity],
        "location": {"path": place.path, "lines": {"begin": place.line, "end": place.end_line}},
    }
