"""Text is divided into blocks: what reads as one, and what in a page is not its own."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.read.blocks import divide

# A line that was wrapped is long; its sentence goes on in the next.
WRAPPED = "The artist was detained at the airport of the capital and"


def parts(text: str, start: int = 0) -> list[tuple[str, str]]:
    return [(block.part, text[block.start : block.end]) for block in divide(text, start)]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_wrapped_lines_join_whatever_ends_them(end: str) -> None:
    text = end.join(["Title", "", WRAPPED, "held for two months.", "", "Another paragraph."])
    assert parts(text) == [
        ("title", "Title"),
        ("text", f"{WRAPPED}{end}held for two months."),
        ("text", "Another paragraph."),
    ]


def test_a_year_that_begins_a_wrapped_line_is_no_list() -> None:
    assert parts(f"Title\n\n{WRAPPED} freed in the spring of\n2011. It shows him.")[1:] == [
        ("text", f"{WRAPPED} freed in the spring of\n2011. It shows him.")
    ]


@pytest.mark.parametrize(
    ("second", "third"),
    [
        ("Director: Alison Klayman", "Runtime: 91 minutes"),  # short lines
        (WRAPPED, "- a bullet"),
        (WRAPPED, "\u2022 a bullet"),
        (WRAPPED, "1. a number"),
        (WRAPPED, "> a quotation"),
        (WRAPPED, "| a | table |"),
        (WRAPPED, "Runtime: 91 minutes"),
        (WRAPPED, "Runtime\uff1a 91 minutes"),
        (WRAPPED, "## Cast"),
        (f"## {WRAPPED}", "more"),
    ],
)
def test_lines_that_say_one_thing_each_do_not_join(second: str, third: str) -> None:
    assert [text for _, text in parts(f"Title\n{second}\n{third}")] == ["Title", second, third]


PROSE = (
    "The film follows the painter Danqing Chen through the spring in which he was arrested, and through the two-month "
    "detention of Danqing Chen that followed, while neighbours kept silent and the studio stood empty in the rain"
)


@pytest.mark.parametrize("width", [32, 36, 40, 48, 55, 60, 66, 72, 80, 100])
def test_a_paragraph_may_be_as_narrow_as_a_column(width: int) -> None:
    text = textwrap.fill(PROSE, width, break_on_hyphens=False)
    assert [words for _, words in parts(f"Title\n\n{text}\n\nMore.")] == ["Title", text, "More."]


CREDITS = [
    ["Written and directed by", "Alison Klayman", "Music", "Ilan Isakov"],
    ["The Long Wait of the Painter Chen", "By John Smith", "3 August 2012"],
    ["1. Arrested in the airport of the city.", "He was held.", "He was let go."],
    ["Directed by Alison Klayman in China", "91 minutes"],
]


@pytest.mark.parametrize("lines", CREDITS)
def test_short_lines_stay_what_they_are(lines: list[str]) -> None:
    assert [words for _, words in parts("\n".join(["Title", "", *lines]))] == ["Title", *lines]


@pytest.mark.parametrize(
    "heading",
    ["Related posts:", "## Related articles", "== See also ==", "RELATED STORIES", "You may also like", "More from"],
)
def test_a_related_list_is_not_the_pages_own(heading: str) -> None:
    text = f"Title\n\nOurs.\n\n{heading}\n\nUp the Yangtze (2007, Canada)\n\n## Credits\n\nOurs again."
    by_text = {text.strip("#= "): part for part, text in parts(text)}
    assert by_text["Ours."] == "text"
    assert by_text["Up the Yangtze (2007, Canada)"] == "aside"
    assert by_text["Credits"] == "heading"
    assert by_text["Ours again."] == "text"


@pytest.mark.parametrize(
    "line", ["Recommended by critics in 2012.", "Read more than 5,000 names.", "See also the film of 2012."]
)
def test_a_sentence_that_begins_like_a_related_list_is_text(line: str) -> None:
    assert parts(f"Title\n\n{line}\n\nAfter.")[1:] == [("text", line), ("text", "After.")]


def test_division_begins_where_it_is_told() -> None:
    text = "---\ntitle: x\n---\nTitle\n\nText"
    assert parts(text, text.index("Title")) == [("title", "Title"), ("text", "Text")]


PIECES = [
    "\n",
    "\r\n",
    "\r",
    "\n\n",
    " ",
    "\u00a0",
    "# ",
    "== a ==",
    "- ",
    "word ",
    "Related posts",
    WRAPPED,
    ": ",
    "|",
]


@settings(deadline=None)
@given(st.lists(st.sampled_from(PIECES)).map("".join) | st.text())
def test_blocks_hold_all_words_once_and_in_order(text: str) -> None:
    at = 0
    for n, block in enumerate(divide(text)):
        assert at <= block.start < block.end
        assert not text[at : block.start].strip()
        assert text[block.start : block.end] == text[block.start : block.end].strip()
        assert (block.part == "title") == (n == 0)
        at = block.end
    assert not text[at:].strip()


def test_a_wrapped_line_may_begin_like_a_label() -> None:
    text = (
        "It follows the painter from the time at which they first meet until\n"
        "Three shows frame it: one at a hall in Munich, late in September, and\n"
        "two more in London, where the porcelain was shown a year after that.\n"
    )
    assert len(divide(text)) == 1


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("The Bridge\n\nA film.", "title"),
        ("A quake shook Tarvo. It struck at noon.\n\nMore.", "title"),
        ("A quake shook Tarvo on Sunday. " * 5 + "\n\nMore.", "text"),
    ],
)
def test_a_title_is_a_sentence_or_little_more(text: str, part: str) -> None:
    assert divide(text)[0].part == part
