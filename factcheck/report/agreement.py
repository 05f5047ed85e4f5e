"""The matrix of facts by documents for a terminal: coloured by agreement, with a sign where there is no colour."""

from __future__ import annotations

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from factcheck.model import Report
from factcheck.report.clean import clean_line
from factcheck.report.matrix import Cell, Matrix, matrix
from factcheck.report.view import UNICODE, View

_FACT_WIDTH = 26
_CELL_WIDTH = 17
_STYLES = {"agrees": "green", "disagrees": "bold red", "": ""}


def print_matrix(console: Console, report: Report, view: View) -> None:
    """Print what each document says on each fact that several share; `all_facts` adds those that stand alone.

    As many documents stand side by side as fit; the others follow in further tables.
    """
    made = matrix(report, [finding for finding in view.shown(report) if finding.sides])
    if not made.rows and report.facts:
        console.print("There are too many documents for a matrix; `factcheck export --wide` writes a table.\n")
        return
    abreast = max(1, (console.width - _FACT_WIDTH) // _CELL_WIDTH)
    for first in range(0, len(made.documents), abreast):
        _part(console, made, slice(first, first + abreast), view)


def _part(console: Console, made: Matrix, part: slice, view: View) -> None:
    """Print the columns of some documents, and the facts on which one of them speaks."""
    table = Table(box=box.SIMPLE_HEAD if view.look.signs is UNICODE else box.ASCII, pad_edge=False)
    table.add_column("fact", overflow="fold", width=_FACT_WIDTH)
    for document in made.documents[part]:
        table.add_column(clean_line(document.path.rpartition("/")[2]), overflow="fold", min_width=_CELL_WIDTH - 3)
    for row in made.rows:
        cells = row.cells[part]
        if (row.shared or view.all_facts) and any(cell.words for cell in cells):
            table.add_row(Text(row.name), *(_cell(cell, view.look.signs.differs) for cell in cells))
    if table.row_count:
        console.print(table)


def _cell(cell: Cell, differs: str) -> Text:
    return Text(cell.words + (f" {differs}" if cell.state == "disagrees" else ""), _STYLES[cell.state])
