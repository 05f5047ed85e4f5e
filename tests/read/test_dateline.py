"""When a page was published, as its own first lines tell it: a guess on which no error rests."""

from __future__ import annotations

from pathlib import Path

import pytest

import factcheck
from factcheck.model import Document
from factcheck.read.dateline import DatesInText
from factcheck.read.html import read_html
from factcheck.read.text import read_text
from factcheck.ruleset import languages, load_language, load_language_examples
from factcheck.ruleset.page_schema import PublishedExample

EXAMPLES = [
    pytest.param(code, each, id=f"{code}-{each.say!r}")
    for code in languages()
    for each in load_language_examples(code).published.examples
]


def published(code: str, document: object) -> str | None:
    assert isinstance(document, Document)
    dated = DatesInText(load_language(code)).dated(document)
    assert dated.published_from == (None if dated.published is None else "text")
    return dated.published and dated.published.notation()


@pytest.mark.parametrize(("code", "example"), EXAMPLES)
def test_example(code: str, example: PublishedExample) -> None:
    assert published(code, read_text("a.txt", example.say.encode())) == (example.means or None)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<h1>Freed</h1><p>By Ann Lee, May 3, 2012</p><p>The artist was freed.</p>", "2012-05-03"),
        ("<nav><p>Published: 1 May 2010</p></nav><h1>Freed</h1><div>Published: 3 May 2012</div>", "2012-05-03"),
        ("<h1>Freed</h1><p>The artist was freed.</p><aside><p>Posted on May 3, 2012</p></aside>", None),
        ("<h1>Freed</h1>" + "<p>The artist was freed.</p>" * 40 + "<p>Posted on May 3, 2012</p>", None),
        ('<h1>Freed</h1><time datetime="2012-06-01">x</time><p>Published: 3 May 2012</p>', "2012-06-01"),
    ],
)
def test_pages(body: str, expected: str | None) -> None:
    assert published("en", read_html("a.html", f"<html><body>{body}</body></html>".encode())) == expected


def test_what_is_declared_goes_first(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("---\ndate: 2011-01-02\n---\n# Freed\n\nPublished: 3 May 2012\n")
    (document,) = factcheck.check([tmp_path]).documents
    assert (document.published_from, document.published and document.published.notation()) == ("meta", "2011-01-02")


def test_a_guessed_day_makes_days_readable_but_no_error(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Title: The Wait\nPublished: 3 May 2012\nAi Weiwei was arrested on 3 April.\n")
    (tmp_path / "b.txt").write_text("Title: The Wait\nAi Weiwei was arrested on 3 April 2008.\n")
    report = factcheck.check([tmp_path])
    starts = [claim for claim in report.claims if claim.field == "detention.start"]
    assert {claim.value.reading: claim.caveats for claim in starts} == {
        "2012-04-03": ("guessed_date",),
        "2008-04-03": (),
    }
    (finding,) = report.findings
    assert (finding.severity, finding.field) == ("warning", "detention.start")


def test_one_long_line_is_read_in_no_time() -> None:
    assert published("en", read_text("a.txt", b"by A " * 200_000 + b"May 3, 2012")) is None
