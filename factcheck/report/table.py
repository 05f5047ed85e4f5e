"""Discrepancies as rows: one for each claim of a finding (tidy), or one a finding with a column a document (wide).

Cells are text, numbers or empty. Text is safe to show: control characters are visible escapes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factcheck.model import Claim, Finding, Report
from factcheck.report.clean import clean_line
from factcheck.report.json import claim_object
from factcheck.report.place import likely_value
from factcheck.report.view import View
from factcheck.values.wording import allows

Cell = str | int | float | bool | None
OF_FINDING = ("id", "code", "field", "subject", "qualifiers", "status", "severity", "new")
_OF_CLAIM = ("side", "value", "reading", "low", "high", "unit", "title", "path", "line", "column", "quote")
_LAST = ("likely", "why")
DERIVED = "derived"
_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Table:
    """A head and rows of equal length."""

    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def table(report: Report, view: View) -> Table:
    """Return the table that a view asks for; findings without sides are no discrepancies and have no row."""
    findings = [finding for finding in view.shown(report) if finding.sides]
    return _wide(findings, report) if view.wide else _tidy(findings, report)


def _tidy(findings: Sequence[Finding], report: Report) -> Table:
    titles = {document.path: document.title for document in report.documents}
    rows = (row for finding in findings for row in _claim_rows(finding, titles))
    return Table((*OF_FINDING, *_OF_CLAIM, *_LAST), tuple(rows))


def _claim_rows(finding: Finding, titles: dict[str, str | None]) -> Iterator[tuple[Cell, ...]]:
    for number, side in enumerate(finding.sides, 1):
        for claim in side.claims:
            plain = claim_object(claim)
            low, high = plain.get("from", plain["low"]), plain.get("to", plain["high"])
            of_claim = (number, _words(claim), plain["reading"], low, high, plain["unit"])
            place = (titles.get(claim.path or ""), plain["path"], plain["line"], plain["column"], _said(claim))
            yield tuple(map(_cell, (*_finding_cells(finding), *of_claim, *place, _likely(finding), finding.why)))


def _wide(findings: Sequence[Finding], report: Report) -> Table:
    """Return a row for each finding; documents that take no part in any have no column."""
    taking_part = {path for finding in findings for side in finding.sides for path in side.paths}
    paths = [
        each.path for each in (*report.documents, *(file.info for file in report.records)) if each.path in taking_part
    ]
    derived = any(claim.span is None for finding in findings for side in finding.sides for claim in side.claims)
    columns = [*paths, *([DERIVED] if derived else [])]
    rows = []
    for finding in findings:
        said: dict[str, list[str]] = {column: [] for column in columns}
        for side in finding.sides:
            for claim in side.claims:
                said[claim.path or DERIVED].append(_words(claim))
        cells = ("; ".join(dict.fromkeys(said[column])) or None for column in columns)
        rows.append(tuple(map(_cell, (*_finding_cells(finding), *cells, _likely(finding), finding.why))))
    return Table((*OF_FINDING, *map(clean_line, columns), *_LAST), tuple(rows))


def _finding_cells(finding: Finding) -> tuple[Cell, ...]:
    qualifiers = "; ".join(f"{name}: {value}" for name, value in finding.qualifiers)
    subject = (finding.id, finding.code, finding.field, finding.subject, qualifiers or None)
    return (*subject, str(finding.status), finding.severity, finding.new)


def _said(claim: Claim) -> str | None:
    return None if claim.span is None else claim.span.words


def _words(claim: Claim) -> str:
    return claim.words or allows(claim.value)


def _likely(finding: Finding) -> Cell:
    """Return the likely value in words, so that the column is of one type, or "undecided" where there is none."""
    likely = finding.likely
    return None if likely is None else likely_value(likely)


def _cell(value: Cell) -> Cell:
    return clean_line(_LINE_END.sub(" ", value)) if isinstance(value, str) else value
