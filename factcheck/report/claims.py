"""Claims for people and machines: a table, JSON lines, and the matrix of fields by documents."""

from __future__ import annotations

import json
from collections import defaultdict

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from factcheck.model import Claim, DocumentInfo, Report
from factcheck.report.clean import clean_json, clean_line
from factcheck.report.json import claim_object
from factcheck.report.terminal import make_console, printed
from factcheck.report.view import UNICODE, Look, Signs
from factcheck.values.wording import allows

Row = tuple[str, str, str, str, str]
_WIDE = 120
_FIELD_WIDTH = 26
_CELL_WIDTH = 17


def render_table(report: Report, look: Look) -> str:
    """Return every claim in a row below its document: where, which field, the words, what they allow.

    Wide terminals also show the subject.
    """
    console = make_console(look)
    wide = console.width >= _WIDE
    by_path: dict[str | None, list[Claim]] = defaultdict(list)
    for claim in report.claims:
        by_path[claim.path].append(claim)
    for document in report.documents:
        claims = by_path[document.path]
        _table(console, _heading(document, len(claims)), [_row(claim, look.signs) for claim in claims], wide=wide)
    derived = [claim for claim in report.claims if claim.span is None]
    if derived:
        _table(console, Text("derived", "bold"), [_derived_row(claim) for claim in derived], wide=wide)
    return printed(console)


def _table(console: Console, heading: Text, rows: list[Row], *, wide: bool) -> None:
    console.print(heading)
    table = Table.grid(padding=(0, 2))
    table.add_column(justify="right", style="cyan", no_wrap=True)
    table.add_column(no_wrap=True)
    if wide:
        table.add_column(overflow="fold", max_width=30)
    table.add_column(overflow="fold", ratio=2)
    table.add_column(overflow="fold", ratio=1)
    for where, field, subject, words, allowed in rows:
        cells = (f"  {where}", field, *((subject,) if wide else ()), words, allowed)
        table.add_row(*(Text(clean_line(cell)) for cell in cells))
    console.print(table)
    console.print()


def _heading(document: DocumentInfo, claims: int) -> Text:
    date = "undated" if document.published is None else document.published.notation()
    text = Text(clean_line(document.path), "bold")
    return text + Text(clean_line(f"  {document.title or 'untitled'}, {date}, {claims} claims"), "dim")


def render_lines(report: Report) -> str:
    """Return one JSON object a line, as in the report's `claims`."""
    return "".join(clean_json(json.dumps(claim_object(claim), ensure_ascii=False)) + "\n" for claim in report.claims)


def render_matrix(report: Report, look: Look) -> str:
    """Return what each document says on each field; an empty cell was not found there.

    As many documents stand side by side as fit; the others follow in further tables.
    """
    console = make_console(look)
    cells: dict[tuple[str, str], list[str]] = {}
    for claim in report.claims:
        if claim.path is not None:
            texts = cells.setdefault((_field(claim), claim.path), [])
            if allows(claim.value) not in texts:
                texts.append(allows(claim.value))
    paths = [document.path for document in report.documents]
    abreast = max(1, (console.width - _FIELD_WIDTH) // _CELL_WIDTH)
    for first in range(0, len(paths), abreast):
        console.print(_matrix(cells, paths[first : first + abreast], look.signs))
    return printed(console)


def _matrix(cells: dict[tuple[str, str], list[str]], paths: list[str], signs: Signs) -> Table:
    table = Table(box=box.SIMPLE_HEAD if signs is UNICODE else box.ASCII, pad_edge=False)
    table.add_column("field", overflow="fold", width=_FIELD_WIDTH)
    for path in paths:
        table.add_column(clean_line(path.rpartition("/")[2]), overflow="fold", min_width=_CELL_WIDTH - 3)
    for field in sorted({field for field, _ in cells}):
        row = ("; ".join(cells.get((field, path), ())) for path in paths)
        table.add_row(Text(clean_line(field)), *(Text(clean_line(cell)) for cell in row))
    return table


def _field(claim: Claim) -> str:
    return claim.field + "".join(f" ({value})" for _, value in claim.qualifiers)


def _row(claim: Claim, signs: Signs) -> Row:
    assert claim.span is not None
    where = f"{claim.span.line}:{claim.span.column}"
    return where, claim.field, claim.subject.name, signs.quoted(claim.span.words), _allowed(claim)


def _derived_row(claim: Claim) -> Row:
    sources = "follows from " + " and ".join(str(root.span) for root in claim.roots)
    return "", claim.field, claim.subject.name, sources, _allowed(claim)


def _allowed(claim: Claim) -> str:
    return allows(claim.value) + "".join(f" ({value})" for _, value in claim.qualifiers)
