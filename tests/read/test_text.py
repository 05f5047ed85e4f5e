"""Bytes become documents: decoding, titles, dates, offsets; and what is said of a file that cannot be read."""

from __future__ import annotations

import codecs
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.errors import Problem
from factcheck.model import Document
from factcheck.read.markdown import read_markdown
from factcheck.read.text import read_text


def read(content: str | bytes, *, markdown: bool = False) -> Document:
    encoded = content.encode() if isinstance(content, str) else content
    document = (read_markdown if markdown else read_text)("page", encoded)
    assert isinstance(document, Document)
    return document


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Never Sorry\n\nA film.", "Never Sorry"),
        ("\n\n \u00a0 Never Sorry \u00a0\n", "Never Sorry"),
        ("\ufeffNever Sorry\n", "Never Sorry"),
        ("A site\n\n# Never Sorry #\n\n## Plot", "Never Sorry"),
        ("A site\n== Never Sorry ==\n", "Never Sorry"),
        ("Never Sorry\n===========\n\nA film.", "Never Sorry"),  # an underline is no heading of its own
        ("===========\nNever Sorry\n===========\n", "==========="),
        ("Jump to content\nSkip to main content\nMenu\nLog in\nDonate\nNever Sorry\n", "Never Sorry"),
        ("Searching for Sugar Man\n", "Searching for Sugar Man"),  # begins like navigation
        ("Donatello\n", "Donatello"),
        ("#hashtag\nNever Sorry", "#hashtag"),
        ("A site\n" + "Filler.\n" * 30 + "# Too far down", "A site"),
        ("Home\nMenu\n", None),
    ],
)
def test_title(text: str, title: str | None) -> None:
    assert read(text).title == title


@pytest.mark.parametrize(
    ("text", "title", "published"),
    [
        ("---\ntitle: Never Sorry\ndate: 2012-05\n---\n# Another\n", "Never Sorry", "2012-05"),
        ("---\r\npublished: 2012-05-03T10:00:00Z\r\n---\r\n\r\n# Never Sorry\r\n", "Never Sorry", "2012-05-03"),
        ("\ufeff---\ntitle: 1984\n---\n", "1984", None),
        ('---\ntitle: ""\ndate: last week\n---\n# Never Sorry', "Never Sorry", None),
        ("---\n---\n# Never Sorry\n\n---\nMore.", "Never Sorry", None),
        ("---\n{{ liquid }}: [\n---\n# Never Sorry", "Never Sorry", None),  # no YAML: it says nothing
        ("---\ntags: [a, b]\n---\nNever Sorry", "Never Sorry", None),
    ],
)
def test_front_matter(text: str, title: str, published: str | None) -> None:
    document = read(text, markdown=True)
    assert document.title == title
    assert (document.published.notation() if document.published else None) == published
    assert document.published_from == ("meta" if published else None)


@pytest.mark.parametrize("text", ["---\n\nNever Sorry\n\n---\n\nRuntime: 91 minutes\n", "---\nNever Sorry\n"])
def test_a_rule_between_paragraphs_is_no_front_matter(text: str) -> None:
    document = read(text, markdown=True)
    assert any(document.text[block.start : block.end] == "Never Sorry" for block in document.blocks)


def test_front_matter_is_not_read_as_text() -> None:
    document = read("---\nruntime: 12 minutes\n---\nNever Sorry\n\nRuntime: 91 minutes\n", markdown=True)
    assert [document.text[block.start : block.end] for block in document.blocks] == [
        "Never Sorry",
        "Runtime: 91 minutes",
    ]


@pytest.mark.parametrize(
    ("bom", "encoding"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ],
)
def test_encodings(bom: bytes, encoding: str) -> None:
    """A byte order mark is one character of the text, and no part of what it says."""
    document = read(bom + "Ai Weiwei 艾未未 𝄞\r\nRuntime: 91".encode(encoding))
    assert document.text == ("\ufeff" if bom else "") + "Ai Weiwei 艾未未 𝄞\r\nRuntime: 91"
    assert document.title == "Ai Weiwei 艾未未 𝄞"
    assert document.place(document.text.index("91")) == (2, 10)


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"", "empty"),
        (b" \r\n\t\n", "empty"),
        (codecs.BOM_UTF8, "empty"),
        ("\u00a0\n".encode(), "empty"),
        ("\ufeff\r\n ".encode("utf-16-le"), "empty"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "binary"),
        (codecs.BOM_UTF16_LE + b"a\0b", "not UTF-16-LE text"),
    ],
)
def test_what_is_no_text_is_a_problem_with_a_hint(content: bytes, what: str) -> None:
    for reader in (read_text, read_markdown):
        problem = reader("page", content)
        assert isinstance(problem, Problem)
        assert problem.path == "page"
        assert what in problem.what
        assert problem.hint


LINES = st.lists(st.sampled_from(["\r", "\n", "\r\n", "a", "\u2028", "\x0b", "\x85", "艾", "𝄞", " "])).map("".join)


@settings(deadline=None)
@given(LINES | st.text(), st.data())
def test_a_place_leads_back_to_its_offset(text: str, data: st.DataObject) -> None:
    """Whatever the text: a span quotes its words, and counting lines and columns finds them again."""
    document = Document("page", text)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    span = document.span(start, end)
    assert span.quote == text[span.start : span.end] == text[start:end]
    lines = list(io.StringIO(text, newline=""))  # splits after LF, CR LF and CR, and keeps them
    for line, column, offset in ((span.line, span.column, start), (span.end_line, span.end_column, end)):
        assert sum(map(len, lines[: line - 1])) + column - 1 == offset
        assert document.line(line) == "".join(lines[line - 1 : line]).rstrip("\r\n")


@settings(deadline=None)
@given(LINES | st.text())
def test_reading_keeps_every_character(text: str) -> None:
    document = read_text("page", text.encode("utf-8", "surrogatepass"))
    assert isinstance(document, Problem) or document.text == text
