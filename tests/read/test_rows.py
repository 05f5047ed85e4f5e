"""Rows are kept as columns of numbers, and come back as they were."""

from __future__ import annotations

import tracemalloc

from factcheck.model import Document
from factcheck.read.delimited import read_delimited
from factcheck.read.markdown import read_markdown
from factcheck.read.rows import Cell, Rows
from factcheck.read.text import read_text


def test_rows_come_back_as_they_were() -> None:
    text = 'title,note\nKing Kong,"so ""great"""\n'
    first = [Cell("title", "King Kong", 11, 20), Cell("note", 'so "great"', 22, 34)]
    rows = Rows(text)
    rows.append(first, "row", 2)
    rows.append([], "row", 3)
    rows.append([Cell("note", "", 5, 5), Cell("title", "\u00e9\U0001f600", 0, 0)], "Sheet, row", 9)
    assert list(rows) == [
        (first, "row", 2),
        ([], "row", 3),
        ([Cell("note", "", 5, 5), Cell("title", "\u00e9\U0001f600", 0, 0)], "Sheet, row", 9),
    ]
    assert list(rows) == list(rows) and len(rows) == 3


def test_a_table_takes_little_memory() -> None:
    content = ("id,size,class\n" + "1234567,89,a\n" * 60_000).encode()
    tracemalloc.start()
    document = read_delimited("a.csv", content)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert isinstance(document, Document)
    assert len(document.records) == 60_000
    assert document.span(len(document.text) - 3, len(document.text) - 2).section == "row 60001, class"
    assert most < 36 * len(content)


def test_markup_takes_little_memory() -> None:
    content = b"**a** [b](c) " * 60_000
    tracemalloc.start()
    document = read_markdown("a.md", content)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert isinstance(document, Document)
    assert document.folded[:13] == "  a    b     "
    assert most < 12 * len(content)


def test_addresses_and_comments_are_blank() -> None:
    said = "See https://a.org/x for more. # factcheck: ignore[film.year] reason: www.b.org said so\nEnd\n"
    document = read_text("a.txt", said.encode())
    assert isinstance(document, Document)
    assert document.folded.split() == ["See", "for", "more.", "End"]
    assert len(document.folded) == len(said)
