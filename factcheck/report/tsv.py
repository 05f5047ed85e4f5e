"""The table of discrepancies as tab-separated values, otherwise as `csv`; no cell holds a tab or a line's end."""

from __future__ import annotations

from factcheck.model import Report
from factcheck.report import csv
from factcheck.report.view import View


def render(report: Report, view: View) -> str:
    """Return the table with its head."""
    return csv.render(report, view, "\t")
