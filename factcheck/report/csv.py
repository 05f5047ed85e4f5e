"""The table of discrepancies as comma-separated values (RFC 4180), in UTF-8 with a head.

A cell that a spreadsheet would take for a formula begins with an apostrophe: =, +, -, @ and their fullwidth forms, as
OWASP advises (https://owasp.org/www-community/attacks/CSV_Injection). Numbers stay numbers.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from factcheck.model import Report
from factcheck.report.table import Cell, table
from factcheck.report.view import View

_FORMULA = tuple("=+-@\uff1d\uff0b\uff0d\uff20")


def render(report: Report, view: View, delimiter: str = ",") -> str:
    """Return the table with its head."""
    made = table(report, view)
    return written([made.head, *made.rows], delimiter)


def written(rows: Iterable[Sequence[Cell]], delimiter: str = ",") -> str:
    """Return rows as text, with no cell that a spreadsheet takes for a formula."""
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter, lineterminator="\n").writerows(map(_safe, row) for row in rows)
    return text.getvalue()


def _safe(cell: Cell) -> Cell:
    if isinstance(cell, bool):
        return str(cell).lower()
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell
