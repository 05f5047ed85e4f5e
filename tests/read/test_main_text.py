"""Which text of a page is its own: pages as usual programs make them, every text of which says what it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.model import ELSEWHERE, Document
from factcheck.read.html import read_html

PAGES = sorted((Path(__file__).parent / "pages").glob("*.html"))


@pytest.mark.parametrize("file", PAGES, ids=lambda file: file.stem)
def test_page(file: Path) -> None:
    document = read_html(file.name, file.read_bytes())
    assert isinstance(document, Document)
    wrong = []
    for block in document.blocks:
        words = document.text[block.start : block.end]
        assert "own:" in words.lower()
        if words.startswith("Own:") == (block.part in ELSEWHERE):
            wrong.append((block.part, words))
    assert not wrong


def test_a_list_of_links_alone_is_not_the_pages_own() -> None:
    rows = "".join(f'<li><a href="/{n}">Quake kills {n} people</a>' for n in range(3, 9))
    document = read_html("a.html", f"<h1>Bridge</h1><p>It stands.</p><ul>{rows}</ul><p>It fell.</p>".encode())
    assert isinstance(document, Document)
    assert [block.part for block in document.blocks] == ["heading", "text", *["aside"] * 6, "text"]


def test_two_links_or_sentences_with_links_are_its_own() -> None:
    body = '<p><a href="/1">It fell</a></p><p><a href="/2">It stands</a></p><p>See <a href="/3">this bridge</a>.</p>'
    document = read_html("a.html", body.encode())
    assert isinstance(document, Document)
    assert {block.part for block in document.blocks} == {"text"}
