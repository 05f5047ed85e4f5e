"""A workbook for spreadsheets: a summary, the discrepancies with a column a document, and all their claims.

Text stays text: no cell is a formula or a link that comes from a document. The same report gives the same bytes.
"""

from __future__ import annotations

import io
from collections import Counter
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from factcheck.model import SEVERITIES, Report
from factcheck.report.table import Cell, Table, table
from factcheck.report.view import View

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

_SAFE = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_NO_TIME = datetime(1980, 1, 1)  # the first day that a ZIP file can name
_LONGEST = 32_767  # characters in a cell of a workbook
_WIDTHS = {"quote": 60, "why": 60, "title": 30, "subject": 24, "path": 30, "value": 24}
_WIDTH = 14
_MOST_ROWS = 1_048_575


def render_bytes(report: Report, view: View) -> bytes:
    """Return the workbook; rows that a sheet cannot hold are left out, and the summary says so."""
    from xlsxwriter import Workbook

    content = io.BytesIO()
    book = Workbook(content, _SAFE)
    book.set_properties({"created": _NO_TIME, "author": "factcheck"})
    wide, tidy = table(report, replace(view, wide=True)), table(report, replace(view, wide=False))
    _sheet(book, "Summary", _summary(report, wide, tidy))
    discrepancies = _sheet(book, "Discrepancies", wide)
    _sheet(book, "Claims", tidy)
    _link(discrepancies, wide, tidy)
    book.close()
    return content.getvalue()


def _sheet(book: Workbook, name: str, made: Table) -> Worksheet:
    """Add a sheet with a frozen head, filters, and cells that wrap."""
    sheet = book.add_worksheet(name)
    head, cell = book.add_format({"bold": True, "valign": "top"}), book.add_format({"text_wrap": True, "valign": "top"})
    for column, title in enumerate(made.head):
        sheet.write_string(0, column, title[:_LONGEST], head)
        sheet.set_column(column, column, _WIDTHS.get(title, _WIDTH))
    for number, row in enumerate(made.rows[:_MOST_ROWS], 1):
        for column, value in enumerate(row):
            _write(sheet, number, column, value, cell)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(1, min(len(made.rows), _MOST_ROWS)), max(0, len(made.head) - 1))
    return sheet


def _write(sheet: Worksheet, row: int, column: int, value: Cell, style: object) -> None:
    if isinstance(value, bool):
        sheet.write_boolean(row, column, value, style)
    elif isinstance(value, int | float):
        sheet.write_number(row, column, value, style)
    elif value is not None:
        sheet.write_string(row, column, value[:_LONGEST], style)


def _link(discrepancies: Worksheet, wide: Table, tidy: Table) -> None:
    """Lead from each discrepancy to the first of its claims."""
    first: dict[Cell, int] = {}
    for number, row in enumerate(tidy.rows[:_MOST_ROWS], 2):
        first.setdefault(row[0], number)
    for number, row in enumerate(wide.rows[:_MOST_ROWS], 1):
        discrepancies.write_url(number, 0, f"internal:'Claims'!A{first[row[0]]}", string=str(row[0]))


def _summary(report: Report, wide: Table, tidy: Table) -> Table:
    counts = Counter(finding.severity for finding in report.findings if finding.sides)
    rows: list[tuple[Cell, ...]] = [
        ("documents", len(report.documents)),
        ("documents that could not be read", len(report.problems)),
        ("claims", len(report.claims)),
        *((f"{severity}s", counts[severity]) for severity in reversed(SEVERITIES)),
        ("new", sum(finding.new for finding in report.findings if finding.sides)),
        ("written by", f"factcheck {report.version}"),
    ]
    left_out = sum(max(0, len(made.rows) - _MOST_ROWS) for made in (wide, tidy))
    return Table(("what", "how many"), (*rows, *([("rows left out", left_out)] if left_out else [])))
