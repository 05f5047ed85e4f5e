"""One line a finding, which an editor or a terminal makes clickable: file:line:col, code, what, and where else."""

from __future__ import annotations

from factcheck.model import Report
from factcheck.report.clean import clean_line
from factcheck.report.place import first_place, one_line, other_places
from factcheck.report.view import View


def render(report: Report, view: View) -> str:
    """Return a line for each finding, and nothing where there is none."""
    lines = []
    for finding in view.shown(report):
        place, others = first_place(finding), other_places(finding)
        where = f"{place}: " if place is not None else ""
        else_where = f" (and {', '.join(map(str, others))})" if others else ""
        known = "" if finding.new or not finding.sides else " [known]"
        lines.append(clean_line(f"{where}{finding.severity} {finding.code} {one_line(finding)}{else_where}{known}"))
    return "".join(f"{line}\n" for line in lines)
