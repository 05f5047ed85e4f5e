"""Tables of records: rows are about their subject, cells lead back to their place, and claims tables are ready-made."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import openpyxl
import pyarrow
import pyarrow.parquet
import pytest
from hypothesis import given
from hypothesis import strategies as st

import factcheck
from factcheck.errors import Problem
from factcheck.model import Document
from factcheck.read.delimited import cut, read_delimited
from factcheck.read.jsonrecords import read_json, read_jsonl
from factcheck.read.records import label_of
from factcheck.read.sheets import read_parquet, read_xlsx
from tests.cli.program import here

ROWS = [
    {
        "title": "Never Sorry",
        "director": "Alison Klayman",
        "producers": "Adam Schlesinger; Julie Goldman",
        "year": 2011,
    },
    {"title": "Man on Wire", "director": "James Marsh", "producers": 'Simon "Si" Chinn', "year": 2008},
]
LINES = [
    "Title: Never Sorry",
    "director: Alison Klayman",
    "producers: Adam Schlesinger, Julie Goldman",
    "year: 2011",
    "Title: Man on Wire",
    "director: James Marsh",
    'producers: Simon "Si" Chinn',
    "year: 2008",
]


def as_csv(rows: Iterable[dict[str, Any]], delimiter: str = ",") -> bytes:
    text = io.StringIO()
    writer = csv.DictWriter(text, list(ROWS[0]), delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()


def as_xlsx(rows: Iterable[dict[str, Any]]) -> bytes:
    book = openpyxl.Workbook()
    book.active.append(list(ROWS[0]))
    for row in rows:
        book.active.append(list(row.values()))
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def as_parquet(rows: list[dict[str, Any]]) -> bytes:
    content = io.BytesIO()
    pyarrow.parquet.write_table(pyarrow.Table.from_pylist(rows), content)
    return content.getvalue()


FILES = [
    (read_delimited, "films.csv", as_csv(ROWS)),
    (read_delimited, "films.csv", b"\xef\xbb\xbf" + as_csv(ROWS, ";")),
    (read_delimited, "films.tsv", as_csv(ROWS, "\t")),
    (read_json, "films.json", json.dumps(ROWS).encode()),
    (read_json, "films.json", json.dumps({"n": 2, "films": ROWS}, indent=2).encode()),
    (read_jsonl, "films.jsonl", b"\n".join(json.dumps(row).encode() for row in ROWS)),
    (read_xlsx, "films.xlsx", as_xlsx(ROWS)),
    (read_parquet, "films.parquet", as_parquet(ROWS)),
]


def test_the_sources_of_a_claims_table_share_its_lines() -> None:
    rows = [{"source": f"s{n}", "subject": "a", "field": "b", "value": n} for n in range(50)]
    content = "".join(json.dumps(row) + "\n" for row in rows).encode()
    made = read_jsonl("a.jsonl", content)
    assert not isinstance(made, Problem | Document)
    documents = list(made)
    assert [each.span(0, 1).line for each in documents] == list(range(1, 51))
    # Looked for in the whole file, and so once: once a source would cost the square of their number.
    assert len({id(each.origin.lines.starts) for each in documents}) == 1


@pytest.mark.parametrize(("reader", "path", "content"), FILES, ids=lambda each: each if isinstance(each, str) else "")
def test_rows_become_labelled_lines(reader: Any, path: str, content: bytes) -> None:
    document = reader(path, content)
    assert isinstance(document, Document)
    assert [document.text[block.start : block.end] for block in document.blocks] == LINES
    assert len(document.records) == 2
    start = document.text.index("James Marsh")
    span = document.span(start, start + len("James Marsh"))
    assert (span.quote, span.words) == ("James Marsh", "James Marsh")
    assert span.section in ("row 3, director", "row 2, director", "record 2, director")
    if document.origin is not None:
        assert content.decode("utf-8")[span.start : span.end] == "James Marsh"


COLUMNS = [
    ("runtimeMinutes", ("runtime", "minutes")),
    ("running_time (min)", ("running time", "min")),
    ("Duration in hours", ("duration", "hours")),
    ("Release Date", ("release date", "")),
    ("film.director", ("film director", "")),
    ("admin", ("admin", "")),
]


@pytest.mark.parametrize(("column", "label"), COLUMNS)
def test_a_column_names_a_label_and_perhaps_a_unit(column: str, label: tuple[str, str]) -> None:
    assert label_of(column) == label


def test_different_tables_and_a_page_reconcile(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(
        "film,director,runtime_min,released\nMan on Wire,James Marsh,94,1 August 2008\nX,A B,,\n"
    )
    (tmp_path / "b.json").write_text('[{"name": "Man on Wire", "directedBy": "James Marsh", "running time": "1h 44m"}]')
    (tmp_path / "page.txt").write_text("Man on Wire\n\nDirector: James Marsh\nRunning time: 94 minutes\n")
    report = factcheck.check([tmp_path])
    (finding,) = report.findings
    assert (finding.field, finding.severity) == ("film.runtime", "error")
    sides = [[(claim.path or "").rpartition("/")[2] for claim in side.claims] for side in finding.sides]
    assert sorted(sides) == [["a.csv", "page.txt"], ["b.json"]]
    agreed = [fact for fact in report.facts if fact.field == "film.director"]
    assert [len(fact.claims) for fact in agreed if fact.subject.name == "Man on Wire"] == [3]


def test_a_column_of_dates_in_figures_tells_which_is_the_day(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("title,released,runtime\nA,02/03/2012,PT1H31M\nB,25/12/2012,91\nC,03/25/12,x\n")
    report = factcheck.check([tmp_path])
    assert {(c.subject.name, c.field, c.value.reading) for c in report.claims} >= {
        ("A", "film.release_date", "2012-03-02"),
        ("B", "film.release_date", "2012-12-25"),
        ("A", "film.runtime", "PT91M"),
        ("B", "film.runtime", "PT91M"),
    }
    (claim,) = (c for c in report.claims if c.subject.name == "A" and c.field == "film.release_date")
    assert claim.span is not None and claim.span.quote == "02/03/2012"


def test_the_settings_say_what_columns_are(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("Werk,Laufzeit\nMan on Wire,94\n")
    (tmp_path / "b.xlsx").write_bytes(as_xlsx([{**dict.fromkeys(ROWS[0], ""), "title": "Man on Wire"}]))
    (tmp_path / "c.txt").write_text("Man on Wire\n\nRunning time: 99 minutes\n")
    (tmp_path / "factcheck.yaml").write_text("columns: {Werk: Title, Laufzeit: Runtime (minutes)}\n")
    (finding,) = json.loads(here("report", "-f", "json", cwd=tmp_path).stdout)["findings"]
    assert (finding["field"], finding["subject"]) == ("film.runtime", "Man on Wire")


def test_two_films_of_one_name_in_a_table_are_compared_with_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(
        "title,year,runtime\nKing Kong,2005,187 min\nKing Kong,1976,134 min\nWire,2008,94 min\n"
    )
    (tmp_path / "b.csv").write_text("title,year,runtime\nKing Kong,1933,100 min\nWire,2008,95 min\n")
    assert [finding.subject for finding in factcheck.check([tmp_path]).findings] == []


CLAIMS = [
    {"source": "one", "object": "x", "attribute": "population", "value": 1200.0},
    {"source": "two", "object": "x", "attribute": "population", "value": "1,500"},
    {"source": "two", "object": "X", "attribute": "population", "value": 7},
    {"source": "one", "object": "x", "attribute": "Mayor", "value": "Ann Lee"},
]


@pytest.mark.parametrize("kind", ["csv", "jsonl", "json"])
def test_a_claims_table_makes_a_document_of_each_source(tmp_path: Path, kind: str) -> None:
    file = tmp_path / f"claims.{kind}"
    if kind == "csv":
        lines = [",".join(CLAIMS[0]), *(",".join(f'"{cell}"' for cell in row.values()) for row in CLAIMS)]
        file.write_text("\n".join(lines))
    else:
        file.write_text(json.dumps(CLAIMS) if kind == "json" else "\n".join(map(json.dumps, CLAIMS)))
    report = factcheck.check([file])
    assert [document.path.rpartition("/")[2] for document in report.documents] == [
        f"claims.{kind}#one",
        f"claims.{kind}#two",
    ]
    assert [(claim.subject.name, claim.field, claim.value.kind) for claim in report.claims] == [
        ("x", "population", "number"),
        ("x", "Mayor", "text"),
        ("x", "population", "number"),
        ("X", "population", "number"),
    ]
    (finding,) = report.findings
    assert (finding.field, finding.subject, finding.code) == ("population", "x", "FC101")
    source = file.read_text()
    for claim in report.claims:
        assert claim.span is not None
        assert source[claim.span.start : claim.span.end] == claim.span.quote
    assert {str(CLAIMS[0]["value"]), "1,500", "7", "Ann Lee"} == {
        claim.span.quote for claim in report.claims if claim.span
    }


def test_a_value_of_a_claims_table_that_is_not_read_is_told_once_a_field(tmp_path: Path) -> None:
    file = tmp_path / "claims.csv"
    rows = [f"one,place {n},population,{n}00" for n in range(1, 41)]
    rows += ["one,x,population,see below", "two,y,population,plenty", "two,y,film.runtime,long", "two,z,population,"]
    file.write_text("\n".join(["source,subject,field,value", *rows]))
    report = factcheck.check([file])
    assert len(report.claims) == 40 and not report.problems
    assert [(notice.what, notice.hint) for notice in report.notices] == [
        (
            "row 42, value: \u201csee below\u201d is no number, which population asks for; "
            "2 values of population are not read",
            "write a number, or leave the cell empty",
        ),
        (
            "row 44, value: \u201clong\u201d is no duration, which film.runtime asks for",
            "write a duration, or leave the cell empty",
        ),
    ]
    assert {notice.path.rpartition("/")[2] for notice in report.notices} == {"claims.csv"}


FAULTY = [
    (read_delimited, b"a\nb\n", "head"),
    (read_delimited, b"a,a\n1,2\n", "head"),
    (read_delimited, b"a,b\n,\n", "no rows"),
    (read_json, b"{", "not JSON (line 1, column 2"),
    (read_json, b'{"a": 1} x', "not JSON (line 1, column 10"),
    (read_json, b"[" * 100_000, "deeply"),
    (read_json, b"[1, 2]", "no rows"),
    (read_xlsx, b"PK\x03\x04nonsense", "damaged"),
    (read_parquet, b"PAR1nonsensePAR1", "no Parquet file"),
]


@pytest.mark.parametrize(("reader", "content", "what"), FAULTY)
def test_what_is_no_table_is_a_problem(reader: Any, content: bytes, what: str) -> None:
    problem = reader("x", content)
    assert isinstance(problem, Problem)
    assert what in problem.what and problem.hint


def test_a_line_that_is_no_json_costs_itself_alone() -> None:
    made = read_jsonl("x.jsonl", b'{"title": "A", "year": 2001}\n{"title": \n\n[\n{"title": "B"}\n')
    assert isinstance(made, list)
    document, problem = made
    assert isinstance(document, Document) and isinstance(problem, Problem)
    assert len(document.records) == 2
    assert problem.what == "line 2 is not JSON (Expecting value), and 1 more"


CELL = st.text(st.sampled_from('ab ,;"\n\r\t\u00e9'), max_size=6)


@given(st.lists(st.lists(CELL, min_size=2, max_size=4), min_size=1, max_size=5), st.sampled_from(",;\t"))
def test_cells_are_cut_as_the_standard_library_reads_them(rows: list[list[str]], sign: str) -> None:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=sign).writerows(rows)
    written = text.getvalue()
    expected = [row for row in csv.reader(io.StringIO(written, newline=""), delimiter=sign) if any(row)]
    found = list(cut(written, sign))
    assert [[words for words, _, _ in row] for row in found] == expected
    for words, first, last in (cell for row in found for cell in row):
        assert written[first:last].replace('""', '"') == words


@given(st.text(st.sampled_from('a,"\n\r;'), max_size=30))
def test_any_text_is_cut(text: str) -> None:
    places = [place for row in cut(text, ",") for cell in row for place in cell[1:]]
    assert places == sorted(places)


VALUE = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8), st.lists
)


@given(st.lists(st.dictionaries(st.text(max_size=5), VALUE, max_size=4), max_size=4), st.sampled_from([None, 1]))
def test_any_objects_are_read_and_strings_stand_in_their_place(rows: list[dict[str, Any]], indent: int | None) -> None:
    text = json.dumps(rows, indent=indent, ensure_ascii=False)
    document = read_json("x.json", text.encode("utf-8", "surrogatepass"))
    if isinstance(document, Document):
        assert document.source == text
        for block in document.blocks:
            span = document.span(block.start, block.end)
            assert 0 <= span.start <= span.end <= len(text)
