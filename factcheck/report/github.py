"""GitHub's workflow commands: an annotation on the line, for every finding.

https://docs.github.com/actions/reference/workflow-commands-for-github-actions: `%`, CR and LF are escaped in
messages, `:` and `,` in properties too; GitHub shows notes as notices.
"""

from __future__ import annotations

from factcheck.model import Finding, Report
from factcheck.report.clean import clean
from factcheck.report.place import first_place, one_line, other_places
from factcheck.report.view import View

_LEVELS = {"error": "error", "warning": "warning", "note": "notice"}


def render(report: Report, view: View) -> str:
    """Return a command for each finding."""
    return "".join(_command(finding) for finding in view.shown(report))


def _command(finding: Finding) -> str:
    place = first_place(finding)
    properties = {"title": f"{finding.code} {finding.field}".strip()}
    if place is not None:
        properties |= {
            "file": place.path,
            "line": str(place.line),
            "endLine": str(place.end_line),
            "col": str(place.column),
        }
        if place.line == place.end_line:
            properties["endColumn"] = str(place.end_column)
    others = "".join(f"\nalso: {other}" for other in other_places(finding))
    written = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    message = _message(f"{one_line(finding)}\n{finding.why}{others}")
    return f"::{_LEVELS[finding.severity]} {written}::{message}\n"


def _message(text: str) -> str:
    return clean(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")
