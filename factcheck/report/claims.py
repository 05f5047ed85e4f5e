"""Claims for people and machines: a table, JSON lines, and the matrix of fields by documents."""

from __future__ import annotations

import json

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from factcheck.model import Claim, Document, Report
from factcheck.report.clean import clean_json, clean_line
from factcheck.report.json import claim_object
from factcheck.report.terminal import Look, make_console, printed
from factcheck.values.wording import allows

Row = tuple[str, str, str, str, str]
_WIDE = 120
_SHORTEST_FIELD = 24


def render_table(report: Report, look: Look) -> str:
    """Return every claim in a row below its document: where, which field, the words, what they allow.

    Wide terminals also show the subject.
    """
    console = make_console(look)
    wide = console.width >= _WIDE
    for document in report.documents:
        claims = [claim for claim in report.claims if claim.path == document.path]
        _table(console, _heading(document, len(claims)), [_row(claim) for claim in claims], wide=wide)
    derived = [claim for claim in report.claims if claim.span is None]
    if derived:
        _table(
            console, Text("derived", "bold"), [_derived_row(claim, report) for claim in derived], wide=wide
        )
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


def _heading(document: Document, claims: int) -> Text:
    date = "undated" if document.published is None else document.published.notation()
    text = Text(clean_line(document.path), "bold")
    return text + Text(clean_line(f"  {document.title or 'untitled'}, {date}, {claims} claims"), "dim")


def render_lines(report: Report) -> str:
    """Return one JSON object a line, as in the report's `claims`."""
    return "".join(
        clean_json(json.dumps(claim_object(claim), ensure_ascii=False)) + "\n" for claim in report.claims
    )


def render_matrix(report: Report, look: Look) -> str:
    """Return what each document says on each field; an empty cell was not found there.

    The documents are numbered, and named below the table.
    """
    console = make_console(look)
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column("field", no_wrap=True, min_width=_SHORTEST_FIELD)
    for number in range(1, len(report.documents) + 1):
        table.add_column(str(number), overflow="fold")
    cells: dict[tuple[str, str], list[str]] = {}
    for claim in report.claims:
        if claim.path is not None:
            texts = cells.setdefault((_field(claim), claim.path), [])
            if allows(claim.value) not in texts:
                texts.append(allows(claim.value))
    for field in sorted({field for field, _ in cells}):
        row = ("; ".join(cells.get((field, document.path), ())) for document in report.documents)
        table.add_row(Text(clean_line(field)), *(Text(clean_line(cell)) for cell in row))
    console.print(table)
    for number, document in enumerate(report.documents, 1):
        console.print(Text(clean_line(f"{number} = {document.path}")), soft_wrap=True)
    return printed(console)


def _field(claim: Claim) -> str:
    return claim.field + "".join(f" ({value})" for _, value in claim.qualifiers)


def _row(claim: Claim) -> Row:
    assert claim.span is not None
    words = "\u201c" + " ".join(claim.span.quote.split()) + "\u201d"
    where = f"{claim.span.line}:{claim.span.column}"
    return where, claim.field, claim.subject.name, words, _allowed(claim)


def _derived_row(claim: Claim, report: Report) -> Row:
    sources = "follows from " + " and ".join(str(report.claim(id).span) for id in claim.derived_from)
    return "", claim.field, claim.subject.name, sources, _allowed(claim)


def _allowed(claim: Claim) -> str:
    return allows(claim.value) + "".join(f" ({value})" for _, value in claim.qualifiers)
