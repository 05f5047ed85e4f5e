"""Claims for people and machines: a table, JSON lines, and the matrix of fields by documents."""

from __future__ import annotations

import json

from rich import box
from rich.table import Table
from rich.text import Text

from factcheck.model import Claim, Report
from factcheck.report.clean import clean_json, clean_line
from factcheck.report.json import claim_object
from factcheck.report.terminal import Look, make_console, printed
from factcheck.values.wording import allows


def render_table(report: Report, look: Look) -> str:
    """Return every claim in a line: where, whose, which field, the words, and what they allow."""
    console = make_console(look)
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, expand=False)
    for name in ("where", "subject", "field", "words", "allows"):
        table.add_column(name, overflow="fold")
    for claim in report.claims:
        table.add_row(*(Text(clean_line(cell)) for cell in _row(claim, report)))
    console.print(table)
    return printed(console)


def render_lines(report: Report) -> str:
    """Return one JSON object a line, as in the report's `claims`."""
    return "".join(
        clean_json(json.dumps(claim_object(claim), ensure_ascii=False)) + "\n" for claim in report.claims
    )


def render_matrix(report: Report, look: Look) -> str:
    """Return what each document says on each field; an empty cell was not found there."""
    console = make_console(look)
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, expand=False)
    table.add_column("field", overflow="fold")
    for document in report.documents:
        table.add_column(clean_line(document.path), overflow="fold")
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
    return printed(console)


def _field(claim: Claim) -> str:
    return claim.field + "".join(f" ({value})" for _, value in claim.qualifiers)


def _row(claim: Claim, report: Report) -> tuple[str, str, str, str, str]:
    if claim.span is None:
        where = "follows from " + ", ".join(str(report.claim(id).span) for id in claim.derived_from)
        return where, claim.subject.name, _field(claim), "", allows(claim.value)
    words = " ".join(claim.span.quote.split())
    return str(claim.span), claim.subject.name, _field(claim), words, allows(claim.value)
