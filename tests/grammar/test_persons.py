"""Persons among words: how many, who they are, and what is no person."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.grammar import Reader
from factcheck.grammar.fold import fold
from factcheck.ruleset import Ruleset, load_language
from factcheck.values import Quantity

Read = Callable[[str], list[tuple[str, str]]]
WORDS = [
    "a",
    "the",
    "man",
    "two",
    "other",
    "another",
    "of",
    "and",
    ",",
    "Ann Lee",
    "29",
    "(",
    ")",
    "who",
    "no",
    "in his 20s",
]


@pytest.fixture(scope="module")
def reader(ruleset: Ruleset) -> Reader:
    return Reader(ruleset.language)


@pytest.fixture(scope="module")
def read(reader: Reader) -> Read:
    """Return the persons of a text: their words, and how many they are."""

    def run(text: str) -> list[tuple[str, str]]:
        found = reader.find(fold(text), "persons")
        return [(text[each.start : each.end], _notation(each.reading)) for each in found]

    return run


def _notation(reading: object) -> str:
    assert isinstance(reading, Quantity)
    return reading.notation()


@pytest.mark.parametrize(
    ("text", "words", "count"),
    [
        ("Police found at least 24 people.", "at least 24 people", "24 EQUAL_OR_MORE"),
        ("Then two suspected Kappa militants fled.", "two suspected Kappa militants", "2"),
        ("There 13 died.", "13", "13"),
        ("There two dead lay.", "two", "2"),
        ("Then both victims fell.", "both victims", "2"),
        ("Then all three men fell.", "all three men", "3"),
        ("Then two other men fell.", "two other men", "2 EQUAL_OR_MORE"),
        ("It hurt two of the men.", "two of the men", "2 EQUAL_OR_MORE"),
        ("Troops held numerous suspects.", "numerous suspects", "X MANY"),
        ("Then no one fell.", "no one", "0"),
        ("Then no civilians fell.", "no civilians", "0"),
        ("Then a man fell.", "a man", "1 EQUAL_OR_MORE"),
        ("Then an off-duty police officer fell.", "an off-duty police officer", "1 EQUAL_OR_MORE"),
        ("Then a 17-year-old fell.", "a 17-year-old", "1 EQUAL_OR_MORE"),
        ("Then two 19-year-olds fell.", "two 19-year-olds", "2"),
        ("Then a man in his 20s fell.", "a man in his 20s", "1 EQUAL_OR_MORE"),
        ("Then a second man fell.", "a second man", "1 EQUAL_OR_MORE"),
        ("One died and another was hurt.", "another", "1 EQUAL_OR_MORE"),
        ("It left a Leeds couple dead.", "a Leeds couple", "2 EQUAL_OR_MORE"),
        ("Driver killed in crash", "Driver", "1 EQUAL_OR_MORE"),
        ("Then Ann Lee, 29, of Leeds, fell.", "Ann Lee, 29, of Leeds,", "1 EQUAL_OR_MORE"),
        ("Then 20-year-old Ann Lee fell.", "20-year-old Ann Lee", "1 EQUAL_OR_MORE"),
        ("It struck the driver, Tom Reed.", "the driver, Tom Reed", "1 EQUAL_OR_MORE"),
        ("Then two men and a woman fell.", "two men and a woman", "3"),
        ("Then a woman and her son fell.", "a woman and her son", "2 EQUAL_OR_MORE"),
        (
            "Then Ann Lee, 29, Tom Reed, 31, and Bo Hill fell.",
            "Ann Lee, 29, Tom Reed, 31, and Bo Hill",
            "3 EQUAL_OR_MORE",
        ),
        ("It killed one man and two others were hurt.", "one man", "1"),
        ("He shot his wife and then himself.", "his wife and then himself", "2 EQUAL_OR_MORE"),
    ],
)
def test_persons(read: Read, text: str, words: str, count: str) -> None:
    assert (words, count) in read(text)


@pytest.mark.parametrize(
    "text",
    [
        "It was about 11 p.m.",
        "It was 8:15 a.m.",
        "In 2015 it snowed.",
        "It lasted two days.",
        "Some 40 cats fled.",
        "It cost $5.",
        "It stood at 205 Ray Street.",
        "The officer's car burned.",
        "An officer-involved shooting",
        "None of them fell.",
        "Police and NATO met on Friday.",
        "It fell by 5%.",
    ],
)
def test_no_persons(read: Read, text: str) -> None:
    assert read(text) == []


def test_a_noun_may_stand_on_the_next_line(reader: Reader) -> None:
    [found] = reader.find("killed several thousand \nchildren in schools", "persons")
    assert dict(found.told)["population"] == "children"


def test_who_is_counted(reader: Reader) -> None:
    told = [dict(found.told) for found in reader.find("Two soldiers and Ann Lee met five schoolchildren.", "persons")]
    assert told == [{"population": "", "person": "Ann Lee"}, {"population": "children", "person": ""}]


@given(st.lists(st.sampled_from(WORDS), max_size=40))
def test_any_words_are_read(words: list[str]) -> None:
    text = " ".join(words)
    found = READER.find(text, "persons")
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(text[each.start : each.end].strip() for each in found)


READER = Reader(load_language())
