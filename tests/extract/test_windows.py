"""A long text is looked through window by window, and what is found is what was found at once."""

from __future__ import annotations

import re

import pytest

from factcheck.extract import Extractor, sentences
from factcheck.extract.sentences import Sentences
from factcheck.model import Block, Document
from factcheck.read.text import read_text
from factcheck.ruleset import load_ruleset

SAID = (
    "Film: The Long Wait\n\nThe Long Wait runs 91 minutes. Ann Lee, 29, was held for two months.\n\n"
    "Runtime: 91 minutes\nCountry: France\n\nAt least 24 people were killed in the fire in Lyon on 3 April 2011. "
    "A magnitude 6.4 earthquake struck 12 miles (20 km) of Kerman.\n\n"
)


def documented(text: str) -> Document:
    document = read_text("a.txt", text.encode())
    assert isinstance(document, Document)
    return document


@pytest.mark.parametrize("text", [SAID * 40, SAID.replace("\n", " ") * 40], ids=["blocks", "one block"])
def test_windows_change_nothing_of_what_is_found(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    document, extractor = documented(text), Extractor(load_ruleset())
    at_once = extractor.mentions(document)
    assert len(at_once) >= 40
    monkeypatch.setattr(sentences, "_WINDOW", 300)
    assert len(list(Sentences(document).windows())) > 10
    assert extractor.mentions(document) == at_once


def test_windows_are_the_whole_text(monkeypatch: pytest.MonkeyPatch) -> None:
    document = documented(SAID * 40)
    monkeypatch.setattr(sentences, "_WINDOW", 300)
    windows = list(Sentences(document).windows())
    assert [last for _, last in windows] == [*(first for first, _ in windows[1:]), len(document.text)]
    assert windows[0][0] == 0


def test_a_long_block_is_split_into_the_same_sentences_piece_by_piece(monkeypatch: pytest.MonkeyPatch) -> None:
    text = re.sub(r"\s+", " ", SAID) * 30
    document = Document("a.txt", text, blocks=(Block(0, len(text), "text"),))
    whole = [Sentences(document).around(at) for at in range(0, len(text), 50)]
    monkeypatch.setattr(sentences, "_PIECE", 400)
    assert [Sentences(document).around(at) for at in range(0, len(text), 50)] == whole
