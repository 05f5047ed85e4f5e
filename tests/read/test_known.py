"""Who wrote a document, when, and what kind it is: as it says, as it looks, and as `sources.yaml` decides."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from factcheck.model import Document
from factcheck.read import Sources, read, with_kind
from factcheck.read.html import read_html
from factcheck.read.markdown import read_markdown
from tests.cli.program import here
from tests.conftest import ROOT

HEAD = (
    '<html lang="en-GB"><meta name="author" content="Ann Lee"><meta property="og:site_name" content="The Daily">'
    '<script type="application/ld+json">{"@type": "NewsArticle", "author": [{"name": "Jo Kim"}, {"name": "Al Roy"}]}'
    "</script><p>Text"
)


def test_a_page_says_who_wrote_it_and_what_it_is() -> None:
    document = read_html("a.html", HEAD.encode())
    assert isinstance(document, Document)
    assert (document.author, document.publisher, document.language) == ("Jo Kim, Al Roy", "The Daily", "en-gb")
    assert (document.kind, document.kind_from) == ("news", "meta")


def test_front_matter_says_the_same() -> None:
    document = read_markdown(
        "a.md", b"---\ntitle: X\nauthor: Ann Lee\nlanguage: de\nkind: review\ndate: 2012-05-01\n---\n\nText\n"
    )
    assert isinstance(document, Document)
    assert (document.title, document.author, document.language, document.kind) == ("X", "Ann Lee", "de", "review")


LABELS = "Title\n\n" + "".join(f"{label}: value\n" for label in ("Director", "Producer", "Editor", "Runtime", "Year"))
PROSE = "It is a film about a man who lost his way in the mountains of the north and came back after years.\n\n"
LOOKS = [
    (LABELS, "record"),
    (LABELS + 8 * f"\n{PROSE}", "listing"),
    (f"Review: A film\n\n{6 * PROSE}", "review"),
    ("Title\n\n" + 4 * "Q: When was it?\nA: It was in May.\n\n", "transcript"),
    (f"Title\n\n{300 * PROSE}", "narrative"),
    (f"Title\n\n{6 * PROSE}", None),
]


@pytest.mark.parametrize(("text", "kind"), LOOKS)
def test_a_kind_is_guessed_from_how_it_is_written(tmp_path: Path, text: str, kind: str | None) -> None:
    (tmp_path / "a.txt").write_text(text)
    (document,) = read([tmp_path], Sources())
    assert isinstance(document, Document)
    known = with_kind(document)
    assert (known.kind, known.kind_from) == (kind, None if kind is None else "text")


def test_the_sources_file_decides(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(HEAD)
    known = "{author: Eve, publisher: P, language: fr, kind: listing, url: 'https://x.y', published: 2001}"
    (tmp_path / "sources.yaml").write_text(f"sources:\n  a.html: {known}\n")
    (row,) = json.loads(here("sources", "-f", "json", cwd=tmp_path).stdout)["documents"]
    assert {
        name: row[name] for name in ("author", "publisher", "language", "kind", "kind_from", "url", "published")
    } == {
        "author": "Eve",
        "publisher": "P",
        "language": "fr",
        "kind": "listing",
        "kind_from": "sources.yaml",
        "url": "https://x.y",
        "published": "2001",
    }


def test_documents_within_a_file_share_what_is_known_of_it(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as archive:
        for name in ("one.txt", "sub/two.txt"):
            archive.writestr(name, f"Title of {name}\n\nText")
    entries = "  x.zip: {title: All, publisher: P, published: 2001}\n"
    entries += "  x.zip#sub/two.txt: {title: Second, published: 2002}\n"
    (tmp_path / "sources.yaml").write_text(f"sources:\n{entries}")
    made = [each for each in read([tmp_path], Sources()) if isinstance(each, Document)]
    assert [(each.title, each.publisher, each.published and each.published.year) for each in made] == [
        ("Title of one.txt", "P", 2001),
        ("Second", "P", 2002),
    ]


def test_the_day_on_which_a_file_was_made_is_a_guess(tmp_path: Path) -> None:
    (tmp_path / "appeal.docx").write_bytes((ROOT / "tests/formats/docx/appeal.docx").read_bytes())
    (document,) = read([tmp_path], Sources())
    assert isinstance(document, Document)
    assert (document.published_from, document.published and document.published.notation()) == (
        "properties",
        "2012-10-12",
    )
    claims = json.loads(here("claims", "-f", "json", cwd=tmp_path).stdout)["claims"]
    (start,) = (claim for claim in claims if claim["field"] == "detention.start")
    assert start["caveats"] == ["file_date"]


def test_text_shows_the_parts_and_what_is_known(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(HEAD + "<nav>Home</nav><blockquote>Said</blockquote>")
    done = here("text", "a.html", cwd=tmp_path)
    assert [line.split() for line in done.stdout.splitlines()[1:4]] == [
        ["1:231", "text", "Text"],
        ["1:240", "navigation", "Home"],
        ["1:262", "quote", "Said"],
    ]
    (shown,) = json.loads(here("text", "a.html", "-f", "json", cwd=tmp_path).stdout)["documents"]
    assert [block["part"] for block in shown["blocks"]] == ["text", "navigation", "quote"]
    for block in shown["blocks"]:
        assert (tmp_path / "a.html").read_text()[block["start"] : block["end"]] == block["text"]
    missing = here("text", "no.html", cwd=tmp_path)
    assert (missing.returncode, "there is no such file" in missing.stderr) == (2, True)
