"""Tables of discrepancies: what is read back is what the report says, and no cell is a formula or markup."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path
from typing import Any

import openpyxl
import pandas
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import factcheck
from factcheck.model import Claim, Document, Finding, Report, Side, Span, Subject
from factcheck.report import csv as comma
from factcheck.report import markdown, parquet, tsv, xlsx
from factcheck.report.clean import clean_line
from factcheck.report.table import OF_FINDING, Cell, table
from factcheck.report.view import View
from factcheck.values import Item, Listed, Relation
from factcheck.values.value import Term
from tests.conftest import SEEDS

FORMULAS = ('=HYPERLINK("http://x","y")', "+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "\uff1d1")
MARKUP = ("a|b", "`x`", "<script>", "[a](b)", "| --- |", "@everyone", "#1", "&lt;", "www.x.y", "http://x.y", "~~x~~")
TERMINAL = ("\x1b[31m", "\u202egnp", "::error::x", "line\nline", "\r\n", "''", '"', "a,b", "a\tb")
NASTY = st.text(st.characters(codec="utf-8"), max_size=30) | st.sampled_from([*FORMULAS, *MARKUP, *TERMINAL])


def report(*texts: str) -> Report:
    """Return a report of one finding, in which every piece of text is one of these."""
    one, two, subject, why = (*texts, "", "", "", "")[:4]
    claims = []
    for n, text in enumerate((one, two)):
        item: Item = Term(text, text)
        span = Span(f"{n}{text}.txt", 0, len(text), 1, 1, 1, 1, text)
        claims.append(
            Claim(
                "f.x", Subject("work", subject), Listed("text", (item,)), "prose", "f.x", span, id=f"c{n}", words=text
            )
        )
    sides = tuple(Side((claim,), claim.value.reading) for claim in claims)
    finding = Finding("0" * 32, "FC105", "f.x", subject, Relation.CONFLICT, "error", sides, "m", why)
    documents = tuple(Document(str(claim.path), "x", title=subject) for claim in claims)
    return Report(documents, tuple(claims), (), (finding,), version="1")


def read(text: str, delimiter: str = ",") -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))


@pytest.mark.parametrize(("module", "delimiter"), [(comma, ","), (tsv, "\t")])
def test_the_samples_read_back_are_the_claims_of_their_findings(module: type, delimiter: str) -> None:
    found = factcheck.check([SEEDS])
    rows = read(module.render(found, View()), delimiter)  # type: ignore[attr-defined]
    claims = [(finding, side, claim) for finding in found.findings for side in finding.sides for claim in side.claims]
    assert len(rows) == len(claims)
    for row, (finding, side, claim) in zip(rows, claims, strict=True):
        assert (row["id"], row["field"], row["severity"]) == (finding.id, finding.field, finding.severity)
        assert int(row["side"]) == finding.sides.index(side) + 1
        assert row["reading"] == claim.value.reading
        place = (row["path"], row["line"], row["column"], row["quote"])
        span = claim.span
        expected = (span.path, span.line, span.column, span.quote) if span is not None else ("",) * 4
        assert place == tuple(map(str, expected))


def test_a_wide_table_has_a_row_a_finding_and_a_column_a_document() -> None:
    found = factcheck.check([SEEDS])
    made = table(found, View(wide=True))
    assert len(made.rows) == len(found.findings)
    assert len(set(made.head)) == len(made.head)
    row = dict(zip(made.head, made.rows[0], strict=True))
    assert [row[name] for name in made.head if name.endswith("listing.txt")] == ["two-month"]
    assert row["derived"] == "80 to 81 days"
    assert row["likely"] == "80 days"


@given(NASTY, NASTY, NASTY, NASTY)
@settings(max_examples=500, deadline=None)
def test_nasty_cells_come_back_as_they_were_and_none_is_a_formula(a: str, b: str, subject: str, why: str) -> None:
    found = report(a, b, subject, why)
    for module, delimiter in ((comma, ","), (tsv, "\t")):
        rows = read(module.render(found, View()), delimiter)
        assert len(rows) == 2
        for row, text in zip(rows, (a, b), strict=True):
            assert not any(cell.startswith(tuple("=+-@\t\r\uff1d\uff0b\uff0d\uff20")) for cell in row.values())
            assert row["quote"].removeprefix("'") in (shown(text), shown(text).removeprefix("'"))
            assert row["subject"].removeprefix("'") in (shown(subject), shown(subject).removeprefix("'"))
            assert not re.search(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e]", "".join(row.values()))


def shown(text: str) -> str:
    return clean_line(re.sub(r"\r\n|\r|\n", " ", text))


@given(NASTY, NASTY, NASTY, NASTY)
@settings(max_examples=300, deadline=None)
def test_markdown_is_one_table_without_markup(a: str, b: str, subject: str, why: str) -> None:
    text = markdown.render(report(a, b, subject, why), View())
    lines = text.split("\n")
    assert (len(lines), lines[-1]) == (4, "")
    bars = {len(re.findall(r"(?<!\\)(?:\\\\)*\|", line)) for line in lines[:3]}
    assert len(bars) == 1
    bare = re.sub(r"\\.|&#\d+;", "", lines[2])
    assert not re.search(r"[<>`*_\[\]@#&\\]|://", bare)


def cells(found: Report) -> dict[str, list[list[Any]]]:
    book = openpyxl.load_workbook(io.BytesIO(xlsx.render_bytes(found, View())))
    return {sheet.title: [list(row) for row in sheet.iter_rows()] for sheet in book}


def test_a_workbook_holds_both_tables_and_a_summary() -> None:
    found = factcheck.check([SEEDS])
    sheets = cells(found)
    assert list(sheets) == ["Summary", "Discrepancies", "Claims"]
    for name, wide in (("Discrepancies", True), ("Claims", False)):
        made = table(found, View(wide=wide))
        assert [[cell.value for cell in row] for row in sheets[name]] == [list(row) for row in (made.head, *made.rows)]
    links = {row[0].value: row[0].hyperlink.location for row in sheets["Discrepancies"][1:]}
    for id, location in links.items():
        at = int(location.removeprefix("'Claims'!A"))
        assert sheets["Claims"][at - 1][0].value == id
        assert sheets["Claims"][at - 2][0].value != id
    assert xlsx.render_bytes(found, View()) == xlsx.render_bytes(found, View())


@given(NASTY, NASTY, NASTY, NASTY)
@settings(max_examples=500, deadline=None)
def test_nasty_cells_of_a_workbook_are_text_and_come_back(a: str, b: str, subject: str, why: str) -> None:
    found = report(a, b, subject, why)
    for name, rows in cells(found).items():
        for row in rows:
            assert {cell.data_type for cell in row} <= {"s", "n", "b"}
            assert all(cell.hyperlink is None for cell in row[1:])
        if name == "Claims":
            at = [cell.value for cell in rows[0]].index("quote")
            assert [row[at].value or "" for row in rows[1:]] == [shown(a), shown(b)]


def frame(content: bytes) -> dict[str, list[Any]]:
    """Return the columns that pandas reads, with None for what is missing."""
    read = pandas.read_parquet(io.BytesIO(content))
    return {name: [None if pandas.isna(cell) else cell for cell in read[name]] for name in read}


def test_parquet_holds_the_cells_of_the_table_each_column_of_one_type() -> None:
    found = factcheck.check([SEEDS])
    made, columns = table(found, View()), frame(parquet.render_bytes(found, View()))
    for at, name in enumerate(made.head):
        cells = [row[at] for row in made.rows]
        if name in ("low", "high"):
            days = columns["from" if name == "low" else "to"]
            assert [day if isinstance(cell, str) else None for cell, day in zip(cells, days, strict=True)] == days
            cells = [None if isinstance(cell, str) else cell for cell in cells]
        assert columns[name] == cells
    assert any(columns["low"]) and any(columns["from"])
    wide, view = table(found, View(wide=True)), View(wide=True)
    columns = frame(parquet.render_bytes(found, view))
    assert [*columns] == [*wide.head]
    assert [*zip(*columns.values(), strict=True)] == [*wide.rows]
    assert parquet.render_bytes(found, view) == parquet.render_bytes(found, view)


def test_a_likely_number_is_written_like_every_other_likely_value(tmp_path: Path) -> None:
    for name, count in (("a", 81), ("b", 90), ("c", 81)):
        (tmp_path / f"{name}.txt").write_text(f"Film: The Bridge\nTotal Count: {count}\n")
    found = factcheck.check([tmp_path])
    assert frame(parquet.render_bytes(found, View()))["likely"] == ["81", "81", "81"]


def as_text(cell: Cell) -> str:
    return "" if cell is None else str(cell).lower() if isinstance(cell, bool) else str(cell)


def test_pandas_reads_the_samples_as_they_are() -> None:
    found = factcheck.check([SEEDS])
    for wide in (False, True):
        made = table(found, View(wide=wide))
        read = pandas.read_csv(io.StringIO(comma.render(found, View(wide=wide))), dtype=str, keep_default_na=False)
        assert [*read.columns] == [*made.head]
        assert [*read.itertuples(index=False, name=None)] == [tuple(map(as_text, row)) for row in made.rows]


@given(NASTY, NASTY, NASTY, NASTY)
@settings(max_examples=500, deadline=None)
def test_pandas_reads_nasty_cells_as_they_are(a: str, b: str, subject: str, why: str) -> None:
    found = report(a, b, subject, why)
    made = table(found, View())
    text = comma.render(found, View())
    read = pandas.read_csv(io.StringIO(text, newline=""), dtype=str, keep_default_na=False)
    for row, expected in zip(read.itertuples(index=False, name=None), made.rows, strict=True):
        for cell, said in zip(row, map(as_text, expected), strict=True):
            assert cell in (said, f"'{said}")
            assert cell == said or said.startswith(tuple("=+-@\uff1d\uff0b\uff0d\uff20"))
    columns = frame(parquet.render_bytes(found, View()))
    assert [*zip(*(columns[name] for name in ("subject", "value", "path", "quote", "why")), strict=True)] == [
        tuple(row[made.head.index(name)] for name in ("subject", "value", "path", "quote", "why")) for row in made.rows
    ]


def test_no_discrepancy_is_said_in_words() -> None:
    assert markdown.render(Report((), (), (), (), version="1"), View()) == "No discrepancies.\n"
    assert comma.render(Report((), (), (), (), version="1"), View()).startswith(",".join(OF_FINDING))
    assert not any(frame(parquet.render_bytes(Report((), (), (), (), version="1"), View())).values())
