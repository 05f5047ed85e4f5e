"""One finding a line, each whole by itself: the claims stand on its sides."""

from __future__ import annotations

import json

from factcheck.model import Report
from factcheck.report.clean import clean_json
from factcheck.report.json import claim_object, finding_object
from factcheck.report.view import View


def render(report: Report, view: View) -> str:
    """Return a line for each finding."""
    rows = (
        {**finding_object(finding), "sides": [[claim_object(c) for c in side.claims] for side in finding.sides]}
        for finding in view.shown(report)
    )
    return "".join(clean_json(json.dumps(row, ensure_ascii=False)) + "\n" for row in rows)
