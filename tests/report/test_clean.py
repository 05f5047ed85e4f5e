"""Nothing of a document reaches a terminal raw, and escaping loses nothing."""

from __future__ import annotations

import json
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.report.clean import clean, clean_json, clean_line

# Texts in which every other character must not get out; Python keeps a name's odd bytes as lone surrogates.
ODD_BYTES = st.characters(min_codepoint=0xDC80, max_codepoint=0xDCFF, categories=["Cs"])
HOSTILE = st.text(
    st.characters(exclude_categories=["Cs"]) | st.characters(categories=["Cc", "Cf", "Zl", "Zp"]) | ODD_BYTES
)
BIDI = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}


def unsafe(char: str) -> bool:
    """Tell whether a character steers a terminal, or the order in which text is shown."""
    category = unicodedata.category(char)
    return (
        category in ("Cc", "Zl", "Zp", "Cs") or unicodedata.bidirectional(char) in BIDI or char in "\u061c\u200e\u200f"
    )


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred\x1b[0m", r"\x1b[31mred\x1b[0m"),
        ("\x1b]8;;http://x\x07link", r"\x1b]8;;http://x\x07link"),
        ("\x9b31m \x9d8;;", r"\x9b31m \x9d8;;"),
        ("a\rb\x08c\x7f\x00", r"a\x0db\x08c\x7f\x00"),
        ("\u202eevil\u2066\u200b\ufeff", r"\u202eevil\u2066\u200b\ufeff"),
        ("\u2028\u2029\x85", r"\u2028\u2029\x85"),
        ("\U000e0041", r"\U000e0041"),  # tags: text that nobody sees
        ("\ud800", r"\ud800"),
        ("[red]bold[/red] {x} % \\x1b", "[red]bold[/red] {x} % \\x1b"),
        ("艾未未 café 👩\u200d🎨 \u00a0", "艾未未 café 👩\u200d🎨 \u00a0"),
        ("tab\tand\nline", "tab\tand\nline"),
    ],
)
def test_clean(text: str, shown: str) -> None:
    assert clean(text) == shown
    assert clean_line(text) == shown.replace("\t", " ").replace("\n", " ")


@settings(deadline=None)
@given(HOSTILE)
def test_nothing_unsafe_is_left(text: str) -> None:
    assert not [char for char in clean(text) if unsafe(char) and char not in "\t\n"]
    assert not [char for char in clean_line(text) if unsafe(char)]


@settings(deadline=None)
@given(HOSTILE)
def test_what_is_clean_stays_as_it_is(text: str) -> None:
    assert clean(clean(text)) == clean(text)
    assert clean_line(clean(text)) == clean_line(text)
    assert len(clean(text)) >= len(text)


@settings(deadline=None)
@given(
    st.recursive(HOSTILE | st.integers() | st.none(), lambda inner: st.lists(inner) | st.dictionaries(HOSTILE, inner))
)
def test_clean_json_says_the_same(data: object) -> None:
    written = clean_json(json.dumps(data, ensure_ascii=False, indent=1))
    assert json.loads(written) == data
    assert not [char for char in written if unsafe(char) and char != "\n"]
    written.encode("utf-8")  # no lone surrogates
