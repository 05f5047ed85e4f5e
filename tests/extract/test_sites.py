"""Pages as sites print them: titles with a site's name, a line of main things, infoboxes that came out of a browser."""

from __future__ import annotations

from pathlib import Path

import pytest

import factcheck
from factcheck.extract.works import clean_title
from factcheck.map_step import ClaimsOf
from factcheck.model import Block, Document
from factcheck.ruleset import Ruleset, load_ruleset

INFOBOX = """A Long Walk

From an encyclopedia

A Long Walk is a 2016 drama film directed by Ann Lee. It is a remake of the 1951 film.

Directed by\tAnn Lee
Produced by\tJo Kim
\tAl Roy, Jr.
\tCy Fox
Running time\t108 minutes
Country\tSpain
\tUnited States
Release date\t9 September 2016 (Toronto)
\t7 October 2016 (Spain)
Budget\t$1\t2
"""
TITLES = [
    ("A Monster Calls (2016) - Rotten Tomatoes", "A Monster Calls"),
    ("A Monster Calls (2016) - The Movie Database (TMDB)", "A Monster Calls"),
    ("A Monster Calls | Netflix", "A Monster Calls"),
    ("All the Real Girls - Box Office Data", "All the Real Girls"),
    ("Mission: Impossible - Fallout", "Mission: Impossible - Fallout"),
    ("2001: A Space Odyssey (1968 film) - IMDb", "2001: A Space Odyssey"),
    ("Ai Wei Wei (2011, USA / China)", "Ai Wei Wei"),
]


def claims(folder: Path, name: str, text: str) -> set[tuple[str, str]]:
    (folder / name).write_text(text)
    report = factcheck.check([folder / name])
    assert {claim.subject.name for claim in report.claims} <= {"A Long Walk"}
    for claim in report.claims:
        assert claim.span is None or text[claim.span.start : claim.span.end] == claim.span.quote
    return {(claim.field, claim.value.reading) for claim in report.claims}


@pytest.mark.parametrize(("title", "name"), TITLES)
def test_a_title_is_freed_of_what_sites_add(title: str, name: str) -> None:
    film = load_ruleset().subject("film")
    assert clean_title(title, film.before, film.after) == name


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_labels_and_values_may_stand_between_tabs(tmp_path: Path, end: str) -> None:
    assert claims(tmp_path, "wiki.txt", INFOBOX.replace("\n", end).replace("\r\r", "\r")) == {
        ("film.year", "2016"),
        ("film.director", "name:ann lee"),
        ("film.producer", "name:al roy|cy fox|jo kim"),
        ("film.runtime", "PT108M"),
        ("film.country", "country:ES|US"),
    }  # of several days of release nobody says which one another page means


def test_the_line_below_a_title_and_the_year_in_it_are_read(tmp_path: Path) -> None:
    text = "A Long Walk (2016) - IMDb\n2017 | PG-13 | 108 min | Dramas\n\nSome words on it.\n"
    assert claims(tmp_path, "site.txt", text) == {
        ("film.year", "2016"),
        ("film.year", "2017"),
        ("film.runtime", "PT108M"),
    }


@pytest.mark.parametrize("line", ["Ann Lee | 2020 | News", "Home | 12 May 2020 | 8 min read", "2019 | 2020 | Archive"])
def test_a_line_of_other_things_below_a_title_says_nothing(tmp_path: Path, line: str) -> None:
    assert claims(tmp_path, "blog.txt", f"A Long Walk\n{line}\n\nSome words on it.\n") == set()


def test_a_list_of_different_lengths_says_nothing_sure(tmp_path: Path) -> None:
    for line, found in (("1h 48m (108 min)", True), ("108 minutes (cinema), 121 minutes (director's cut)", False)):
        said = claims(tmp_path, "a.txt", f"A Long Walk\n\nRunning time: {line}\n")
        assert (("film.runtime", "PT108M") in said) is found


def test_a_claim_is_found_in_a_sentence_without_an_end(ruleset: Ruleset) -> None:
    """Work is done around a hit: 500,000 numbers before it, or behind it, are not all read."""
    said = "After a nine-month detention he left, and"
    text = f"{'1,' * 300_000} {said} {'2 of ' * 100_000}"
    document = Document("a.txt", text, blocks=(Block(0, len(text), "text"),), title="The Film")
    assert [claim.value.reading for claim in ClaimsOf(ruleset)(document)] == ["P9M"]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Dir. Inês Duarte, Portugal/France, 1h51", {"PT111M", "country:FR|PT", "name:ines duarte"}),
        ("*Dir. Inês Duarte, Portugal/France, 1h51*", {"PT111M", "country:FR|PT", "name:ines duarte"}),
        ("Portugal/France 2016, 111', colour, DCP", {"PT111M", "country:FR|PT", "2016"}),
        ("Inês Duarte / Portugal / 2016 / 111 min / DCP", {"PT111M", "country:PT", "2016"}),
        ("Directed by Inês Duarte. Portugal, 2016, 111 min.", {"PT111M", "country:PT", "2016", "name:ines duarte"}),
        ("Portugal \u00b7 2016 \u00b7 111 min", {"PT111M", "country:PT", "2016"}),
        ("Lisbon, Portugal, 2016", set()),
        ("In Portugal, 111 people died in 2016.", set()),
        ("Two hours later, in Portugal, 2016 began.", set()),
    ],
)
def test_the_main_line_of_a_catalogue(tmp_path: Path, line: str, found: set[str]) -> None:
    (tmp_path / "a.md").write_text(
        f"# The Long Harvest\n\n{line}\n\nA farmer returns to his valley.\n", encoding="utf-8"
    )
    claims = factcheck.check([tmp_path]).claims
    assert {claim.value.reading for claim in claims if claim.field.startswith("film.")} == found
