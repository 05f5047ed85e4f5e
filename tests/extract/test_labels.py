"""Labelled lines, cells and tables: where a label's value begins and ends, and what only looks like a label."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from factcheck.extract.labels import cell_at
from factcheck.map_step import ClaimsOf
from factcheck.model import Claim, Document
from factcheck.read.text import read_text
from factcheck.ruleset import Ruleset

Claims = Callable[[str], list[Claim]]
TITLE = "Never Sorry\n\n"


@pytest.fixture(scope="module")
def claims(ruleset: Ruleset) -> Claims:
    claims_of = ClaimsOf(ruleset)

    def run(text: str) -> list[Claim]:
        document = read_text("page", text.encode())
        assert isinstance(document, Document)
        return list(claims_of(document))

    return run


def said(found: list[Claim]) -> list[tuple[str, str, str]]:
    """Return the claims' fields, words and forms."""
    return [(claim.field, claim.span.quote, claim.form) for claim in found if claim.span]


@pytest.mark.parametrize(
    ("field", "marked"),
    [
        ("film.producer", "‹Producer: Adam Schlesinger›"),
        ("film.producer", "‹Producer :\u00a0Adam Schlesinger›"),
        ("film.producer", "\u00a0 ‹Producer\u00a0:\u00a0 Adam\u00a0Schlesinger› \u00a0"),
        ("film.producer", "‹PRODUCERS: Adam Schlesinger›"),
        ("film.producer", "‹Producer(s): Adam Schlesinger›"),
        ("film.producer", "‹Produced  by: Adam Schlesinger›"),
        ("film.runtime", "‹Runtime\uff1a91 minutes›"),
        ("film.runtime", "‹Runtime\t:\t91 minutes›"),
        # Bullets, quotations, headings and stars are no part of label or value.
        ("film.runtime", "- ‹Runtime: 91 minutes›"),
        ("film.runtime", "  \u2022 ‹Runtime: 91 minutes›"),
        ("film.runtime", "> - ‹Runtime: 91 minutes›"),
        ("film.runtime", "### ‹Runtime: 91 minutes›"),
        ("film.runtime", "**‹Runtime:** 91 minutes›"),
        ("film.runtime", "* **‹Runtime**: 91 minutes›"),
        ("film.runtime", "__‹Runtime:__ 91 minutes›"),
        ("film.runtime", "*‹Runtime:* 91 minutes›"),
        # The value on the next line.
        ("film.director", "‹Director:\nAlison Klayman›"),
        ("film.director", "‹Director:\r\nAlison Klayman›\r\n"),
        ("film.director", "‹Director:\rAlison Klayman›\r"),
        ("film.director", "**‹Director:**\n  Alison Klayman›"),
        ("film.editor", "‹Editor : Jen Fineran›\nExecutive Producers: Karl Katz"),
    ],
)
def test_labelled_line(claims: Claims, field: str, marked: str) -> None:
    quote = marked.partition("‹")[2].partition("›")[0]
    found = said(claims(TITLE + marked.replace("‹", "").replace("›", "")))
    assert (field, quote, "label") in found


@pytest.mark.parametrize(
    "line",
    [
        "| Runtime | 91 minutes |",
        "|Runtime|91 minutes|",
        "| **Runtime** | 91 minutes |",
        "| Runtime: | 91 minutes |",
        "| **Runtime:** | 91 minutes |",
    ],
)
def test_a_tables_row_of_two_cells_is_a_label_and_its_value(claims: Claims, line: str) -> None:
    ((field, quote, form),) = said(claims(f"{TITLE}| Field | Value |\n|---|---|\n{line}\n"))
    assert (field, form) == ("film.runtime", "table")
    assert quote.startswith("Runtime") and quote.endswith("91 minutes")


def test_a_tables_head_is_no_record(claims: Claims) -> None:
    """Columns side by side are labels all; the next one's is not the value of the first's."""
    table = "| Title | Director | Editor |\n|---|---|---|\n| Never Sorry | Alison Klayman | Jen Fineran |\n"
    assert said(claims(TITLE + table)) == []


def test_a_record_lines_cells_need_no_labels(claims: Claims) -> None:
    line = "Director:\u00a0Alison Klayman | 91 minutes |USA, China| 2011 | Language: English, Mandarin |"
    assert said(claims(TITLE + line)) == [
        ("film.director", "Director:\u00a0Alison Klayman", "label"),
        ("film.runtime", "91 minutes", "record"),
        ("film.country", "USA, China", "record"),
        ("film.year", "2011", "record"),
        ("film.language", "Language: English, Mandarin", "label"),
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_each_record_line_is_read_whatever_ends_lines(claims: Claims, end: str) -> None:
    text = end.join(["Never Sorry", "", "Director: A. Klayman | 91 minutes |", "Editor: J. Fineran | 2011 |", ""])
    assert [(claim.field, claim.span.line) for claim in claims(text) if claim.span] == [
        ("film.director", 3),
        ("film.runtime", 3),
        ("film.editor", 4),
        ("film.year", 4),
    ]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Ai Wei Wei (2011, USA / China)", [("film.year", "2011"), ("film.country", "USA / China")]),
        ("Ai Wei Wei (2011)", [("film.year", "2011")]),
        ("Ai Wei Wei (the artist)", []),
        ("Ai (2011) and others", []),
        ("Ai Wei Wei 2011", []),
    ],
)
def test_title_brackets(claims: Claims, title: str, expected: list[tuple[str, str]]) -> None:
    assert said(claims(f"{title}\n\nText.")) == [(*each, "title") for each in expected]


def test_brackets_further_down_are_other_films(claims: Claims) -> None:
    assert said(claims(TITLE + "Up the Yangtze (2007, Canada)\n")) == []


@pytest.mark.parametrize(
    "text",
    [
        "Line Producer: Adam Schlesinger",
        "The most important thing about the runtime, which nobody had foreseen: 91 minutes",
        "Runtime: " + "very " * 100 + "long, all of it on one line, 91 minutes",
        "Runtime:",
        "Runtime:\n\n91 minutes",  # a blank line ends what the label says
        "Runtime:\nRating: 91 minutes",
        "Runtime: |",
        "Runtime - 91 minutes",
        "A runtime of 91 minutes:",
    ],
)
def test_what_only_looks_like_a_label(claims: Claims, text: str) -> None:
    assert [claim for claim in claims(TITLE + text) if claim.form != "prose"] == []


def test_executive_producers_are_no_producers(claims: Claims) -> None:
    text = "Executive Producers: Julie Goldman, Karl Katz\nProducers: Adam Schlesinger"
    assert [claim.field for claim in claims(TITLE + text)] == ["film.executive_producer", "film.producer"]


def test_a_byte_order_mark_is_no_part_of_a_label(claims: Claims) -> None:
    assert said(claims("\ufeffRuntime: 91 minutes\n")) == [("film.runtime", "Runtime: 91 minutes", "label")]


@pytest.mark.parametrize("line", [" " * 100_000 + "Runtime: 9", "Runtime" + " " * 100_000 + "x:", "-*" * 50_000 + "x"])
def test_a_line_of_white_space_or_bullets_costs_no_more_than_its_length(line: str) -> None:
    """It did cost the square of it: a minute and a half for one such line."""
    cell = cell_at(line, line.find("R"))
    assert cell is None or cell.label == "runtime"
