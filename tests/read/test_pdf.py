"""PDF: columns one after the other, paragraphs whole again, pages as places (`pages/` were made with LibreOffice)."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.errors import Problem
from factcheck.model import Document
from factcheck.read.pdf import read_pdf

COLUMNS = Path(__file__).with_name("pages") / "two-columns.pdf"


def document() -> Document:
    read = read_pdf("two.pdf", COLUMNS.read_bytes())
    assert isinstance(read, Document)
    return read


def test_columns_are_read_one_after_the_other_and_lines_put_together() -> None:
    read = document()
    told = [" ".join(read.text[block.start : block.end].split()) for block in read.blocks]
    assert told[0] == "Two columns"
    assert len(told) == 15
    for number, words in enumerate(told[1:]):
        assert words.startswith(f"Paragraph {number}. The artist was detained")
        assert words.endswith(f"freed number {number}, and the film that was made of it runs for 91 minutes.")


def test_a_place_has_its_page() -> None:
    read = document()
    start = read.text.index("91 minutes")
    span = read.span(start, start + 10)
    assert (span.section, span.quote) == ("page 1", "91 minutes")
    assert read.published_from == "properties"


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7", b"%PDF-1.7\n%%EOF", COLUMNS.read_bytes()[:3000]])
def test_what_is_no_pdf_is_a_problem(content: bytes) -> None:
    problem = read_pdf("x.pdf", content)
    assert isinstance(problem, Problem) and problem.hint
