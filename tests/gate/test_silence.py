"""Suppressions: comments in documents, and a list in the settings for those that nobody may edit."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.model import Report
from factcheck.run import load, run
from factcheck.settings import Settings, load_settings

RULESET = load(Settings())
OTHER = "Film: The Long Wait\nYear: 1999\nRuntime: 99 minutes\n"


def report(folder: Path, page: str, name: str = "page.md", settings: str = "") -> Report:
    (folder / name).write_text(page, encoding="utf-8", newline="")
    (folder / "other.txt").write_text(OTHER)
    (folder / "factcheck.yaml").write_text(settings or "paths: []\n")
    return run([folder], load_settings(folder / "factcheck.yaml"), RULESET)


def told(found: Report) -> list[str]:
    """Return what is found: fields of contradictions, messages of all else."""
    return sorted(finding.field or finding.message for finding in found.findings)


NO_REASON, NOTHING = "suppression without a reason", "suppression that silences nothing"
COMMENTS = [
    # before the line that it is about
    (
        "<!-- factcheck: ignore[film.year] reason: of the catalogue -->\nYear: 2011\nRuntime: 91 minutes\n",
        ["film.runtime"],
    ),
    # behind the words that it is about
    ("Year: 2011 <!-- factcheck: ignore[film.year] reason: catalogue -->\nRuntime: 91 minutes\n", ["film.runtime"]),
    # by code, by the beginning of a code, by glob, and for everything
    ("Year: 2011\nRuntime: 91 minutes <!-- factcheck: ignore[FC103] reason: tape -->\n", ["film.year"]),
    ("Year: 2011\nRuntime: 91 minutes <!-- factcheck: ignore[FC1] reason: tape -->\n", ["film.year"]),
    ("Year: 2011\nRuntime: 91 minutes <!-- factcheck: ignore[film.*] reason: tape -->\n", ["film.year"]),
    ("Year: 2011\nRuntime: 91 minutes <!-- factcheck: ignore reason: tape -->\n", ["film.year"]),
    (
        "Year: 2011\nRuntime: 91 minutes <!-- factcheck: ignore[film.year, film.runtime] reason: tape -->\n",
        ["film.year"],
    ),
    # over several lines
    ("<!-- factcheck: ignore[film.year]\n     reason: the catalogue says so -->\n\nYear: 2011\n", []),
    # as text
    ("# factcheck: ignore[film.year] reason: catalogue\nYear: 2011\nRuntime: 91 minutes\n", ["film.runtime"]),
    ("Year: 2011  # factcheck: ignore[film.year] reason: catalogue\r\nRuntime: 91 minutes\r\n", ["film.runtime"]),
    # what is not silenced is said
    ("Year: 2011 <!-- factcheck: ignore[film.year] -->\n", ["film.year", NO_REASON]),
    ("Year: 2011 <!-- factcheck: ignore[film.year] because -->\n", ["film.year", NO_REASON]),
    ("Year: 2011 <!-- factcheck: ignore[film.yeer] reason: typo -->\n", ["film.year", NOTHING]),
    ("Year: 2011\n\n<!-- factcheck: ignore[film.year] reason: at the end, over nothing -->\n", ["film.year", NOTHING]),
    ("<!-- factcheck: ignore reason: only the next line -->\nGood.\nYear: 2011\n", ["film.year", NOTHING]),
    # and what looks like it is a text like others
    ("Year: 2011 (we factcheck: ignore nothing)\n", ["film.year"]),
]


@pytest.mark.parametrize(("page", "left"), COMMENTS)
@pytest.mark.parametrize("name", ["page.md", "page.txt"])
def test_comments(tmp_path: Path, page: str, left: list[str], name: str) -> None:
    title = "Film: The Long Wait\r\n" if "\r" in page else "Film: The Long Wait\n"
    assert told(report(tmp_path, title + page, name)) == sorted(left)


def test_a_comment_is_no_source(tmp_path: Path) -> None:
    found = report(tmp_path, "<!-- factcheck: ignore reason: Year: 2004 -->\nFilm: The Long Wait\nYear: 1999\n")
    assert [claim.span and claim.span.quote for claim in found.claims if claim.field == "film.year"] == [
        "Year: 1999"
    ] * 2
    assert found.documents[1].title == "Film: The Long Wait"


def test_a_comment_leaves_places_true(tmp_path: Path) -> None:
    page = "Film: The Long Wait\n<!-- factcheck: ignore[film.year] reason: x --> Year: 2011, and Runtime: 91 minutes\n"
    for claim in report(tmp_path, page).claims:
        assert claim.span is not None
        text = (tmp_path / Path(claim.span.path).name).read_text()
        assert text[claim.span.start : claim.span.end] == claim.span.quote


def test_one_voice_alone_is_not_silenced_where_another_says_the_same(tmp_path: Path) -> None:
    (tmp_path / "third.txt").write_text("Film: The Long Wait\nYear: 2011\n")
    page = "Film: The Long Wait\nYear: 2011 <!-- factcheck: ignore[film.year] reason: catalogue -->\n"
    assert told(report(tmp_path, page)) == ["film.year"]


def test_a_settings_file_silences_documents_that_nobody_may_edit(tmp_path: Path) -> None:
    page = "Film: The Long Wait\nYear: 2011\nRuntime: 91 minutes\n"
    settings = (
        'suppress:\n  - {path: "pa*.md", ignore: [film.year], reason: scanned}\n  - {path: x/, reason: never there}\n'
    )
    found = report(tmp_path, page, settings=settings)
    assert told(found) == ["film.runtime", NOTHING]
    unused = next(finding for finding in found.findings if finding.code == "FC901")
    assert unused.at is not None
    assert (Path(unused.at.path).name, unused.at.line) == ("factcheck.yaml", 3)


def test_a_page_alone_has_nothing_to_silence_and_that_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "page.md").write_text("Year: 2011 <!-- factcheck: ignore[film.year] reason: catalogue -->\n")
    assert run([tmp_path / "page.md"], Settings(), RULESET).findings == ()


def test_hidden_characters_are_told_and_can_be_silenced(tmp_path: Path) -> None:
    page = "The Film\n\nIt lasts ni\u200bne m\u043enths.\n"
    (found,) = report(tmp_path, page).findings
    assert (found.code, found.severity, found.sides, str(found.at)) == ("FC905", "note", (), f"{tmp_path}/page.md:3:12")
    assert found.message == "hidden characters in 2 places"
    assert found.why.endswith("without U+200B zero width space, U+043E cyrillic small letter o")
    silent = "suppress: [{path: page.md, ignore: [FC905], reason: a sample}]\n"
    assert report(tmp_path, page, settings=silent).findings == ()
