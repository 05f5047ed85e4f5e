"""What nobody sees on a page is not read, is told, and moves no place in the file."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.model import Block, Document
from factcheck.model.origin import Origin, Run
from factcheck.read import Sources, read
from factcheck.read.hidden import unhidden

SENTENCE = "After his nine-month detention he left. Running time: 77 minutes."


def shown(text: str) -> Document:
    return unhidden(Document("a.txt", text, blocks=(Block(0, len(text), "text"),)))


@pytest.mark.parametrize(
    ("written", "read", "places"),
    [
        # What has no width within a word or a number.
        ("ni\u200bne-month", "nine-month", 1),
        ("7\u200d7 minutes", "77 minutes", 1),
        ("ni\u2060ne 7\ufeff7", "nine 77", 2),
        ("n\ufe0fi\ufe0fn\ufe0fe", "nine", 3),
        ("nine\U000e0041\U000e0042 months", "nine months", 1),
        ("ni\u3164ne", "nine", 1),
        # Direction: an override anywhere, an embedding in a page that is read from left to right.
        ("\u202eenin\u202c months", "enin months", 2),
        ("\u2066\u2067nine\u2069 months", "nine months", 2),
        # Letters of another script that pass for Latin ones.
        ("nin\u0435 m\u043enths", "nine months", 2),
        ("\u0420roduced by J\u03bfe", "Produced by Joe", 2),
        # What typesetters need is folded and not told.
        ("deten\u00adtion of nine\u200b months", "detention of nine months", 0),
        ("nine\u200e months\u200f", "nine months", 0),
        ("https://example.org/long\u200bpath", "https://example.org/longpath", 0),
        ("\U0001d7d5\U0001d7d5 minutes by \U0001d409ane", "77 minutes by Jane", 0),
        ("\u202b\u0627\u0639\u062a\u0642\u0644\u202c nine", "\u0627\u0639\u062a\u0642\u0644 nine", 0),
        # What means something stays.
        ("\U0001f468\u200d\U0001f3a8 1\ufe0f\u20e3 \U0001f3f4\U000e0067\U000e007f", None, 0),
        ("\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645", None, 0),
        ("\u041c\u043e\u0441\u043a\u0432\u0430 \u03b1-helix 5 \u03bcm \u0394t", None, 0),
        ("\u041f\u0440\u0438\u0432\u0435\u0442c", None, 0),
        ("\ufeffThe first line", None, 0),
        ("caf\u00e9 jose\u0301 \u827e\u672a\u672a 7\u00b2", None, 0),
    ],
)
def test_what_is_hidden_is_folded(written: str, read: str | None, places: int) -> None:
    document = shown(written)
    assert document.text == (written if read is None else read)
    assert len(document.hidden) == places
    assert document.source == written


def test_a_name_says_what_is_hidden() -> None:
    document = shown("ni\u200bne m\u043enths")
    assert [each.what for each in document.hidden] == ["U+200B zero width space", "U+043E cyrillic small letter o"]
    assert [document.source[each.start : each.end] for each in document.hidden] == ["\u200b", "m\u043enths"]


UNSEEN = st.sampled_from("\u200b\u2060\u00ad\u202e\u200e\ufeff")


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(1, len(SENTENCE) - 1), UNSEEN), max_size=8))
def test_places_lead_to_the_file(inserted: list[tuple[int, str]]) -> None:
    written = SENTENCE
    for at, character in sorted(inserted, reverse=True):
        written = written[:at] + character + written[at:]
    document = shown(written)
    assert document.text == SENTENCE
    start = SENTENCE.index("nine")
    span = document.span(start, start + len("nine-month detention"))
    assert written[span.start : span.end] == span.quote
    assert shown(span.quote).text.strip("\ufeff") == "nine-month detention"
    assert span.said == "nine-month detention"


def test_extracted_text_leads_to_its_file_too() -> None:
    source = "<p>ni&#8203;ne m\u043enths</p>"
    runs = (Run(0, 2, 3, 5), Run(2, 3, 5, 12), Run(3, 12, 12, 21))
    text = "ni\u200bne m\u043enths"
    document = unhidden(Document("a.html", text, blocks=(Block(0, 12, "text"),), origin=Origin(source, runs)))
    assert document.text == "nine months"
    assert document.span(0, 11).quote == "ni&#8203;ne m\u043enths"
    assert document.span(5, 11).quote == "m\u043enths"
    assert [source[each.start : each.end] for each in document.hidden] == ["&#8203;", "m\u043enths"]


def test_every_part_of_a_document_moves(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("title,runtime\nTh\u200be Film,9\u200b1 min\nOther,80 min\n")
    (tmp_path / "a.md").write_text("# Th\u200be Film\n\n<!-- factcheck: ignore reason: x -->\nNi\u200bne `code`\n")
    table, page = [each for each in read([tmp_path], Sources()) if isinstance(each, Document)]
    assert [table.text[start:end].split("\n")[0] for start, end in table.records] == ["Title: The Film", "Title: Other"]
    assert page.title == "The Film"
    assert "ignore" not in page.folded and "Nine" in page.folded
    assert [page.text[b.start : b.end] for b in page.blocks][-1] == "Nine `code`"
