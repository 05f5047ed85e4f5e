"""Numbers in figures and words: which words are read, and as what."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from factcheck.grammar import Reader
from factcheck.grammar.fold import fold
from factcheck.ruleset import Ruleset

Read = Callable[[str, str], list[tuple[str, str]]]


@pytest.fixture(scope="module")
def read(ruleset: Ruleset) -> Read:
    """Return the words that are read as values of a kind, and their notation."""
    reader = Reader(ruleset.language)

    def run(kind: str, text: str) -> list[tuple[str, str]]:
        folded = fold(text)
        return [(folded[each.start : each.end], each.reading.notation()) for each in reader.find(folded, kind)]

    return run


FIGURES = [
    ("86,633 people", "86,633", "86633"),
    ("about 1,000,000.5 of them", "about 1,000,000.5", "1000000.5 APPROX"),
    ("a magnitude of 7.9", "7.9", "7.9"),
    ("It was 5.", "5", "5"),
    ("100k users", "100k", "100000"),
    ("worth 5m.", "5m", "5000000"),
    ("3bn", "3bn", "3000000000"),
    ("2.4 million", "2.4 million", "2400000"),
    ("a 2.5-million crowd", "2.5-million", "2500000"),
    ("2 dozen eggs", "2 dozen", "24"),
    ("1½ tonnes", "1½", "1.5"),
    ("some 2 1/2 tonnes", "some 2 1/2", "2.5 APPROX"),
    ("5\u00a0000 people", "5,000", "5000"),
    ("86\u202f633 victims", "86,633", "86633"),
    ("１２ people", "12", "12"),
]
WORDS = [
    ("twenty-four people", "twenty-four", "24"),
    ("twenty four people", "twenty four", "24"),
    ("a hundred and one", "a hundred and one", "101"),
    ("one hundred and twenty-three", "one hundred and twenty-three", "123"),
    ("twelve hundred", "twelve hundred", "1200"),
    ("two thousand five hundred", "two thousand five hundred", "2500"),
    ("one million, two hundred thousand and five", "one million, two hundred thousand and five", "1200005"),
    ("two hundred and five thousand", "two hundred and five thousand", "205000"),
    ("a four-hundred-page book", "four-hundred", "400"),
    ("half a million", "half a million", "500000"),
    ("a quarter of a million", "a quarter of a million", "250000"),
    ("two and a half million", "two and a half million", "2500000"),
    ("a million and a half", "a million and a half", "1500000"),
    ("more than a dozen", "more than a dozen", "12 MORE_THAN"),
    ("dozens of people", "dozens of", "X DOZENS"),
    ("several thousand", "several thousand", "X SEVERAL 1000"),
    ("several hundred thousand", "several hundred thousand", "X SEVERAL 100000"),
    ("a couple of dozen", "a couple of dozen", "X COUPLE 12"),
    ("hundreds of thousands of people", "hundreds of thousands of", "X HUNDREDS_OF_THOUSANDS"),
]
HEDGES = [
    ("over 5,000 died", "over 5,000", "5000 MORE_THAN"),
    ("40+", "40+", "40 MORE_THAN"),
    ("40-plus", "40-plus", "40 MORE_THAN"),
    ("40 or more", "40 or more", "40 EQUAL_OR_MORE"),
    ("40 or so", "40 or so", "40 APPROX"),
    ("c. 40", "c. 40", "40 APPROX"),
    ("~40", "~40", "40 APPROX"),
    ("an estimated 2,000", "an estimated 2,000", "2000 APPROX"),
    ("as many as 40", "as many as 40", "40 EQUAL_OR_LESS"),
    ("no fewer than 12", "no fewer than 12", "12 EQUAL_OR_MORE"),
    ("fewer than\u00a040", "fewer than 40", "40 BELOW"),
    ("just over 40", "just over 40", "40 JUST_MORE_THAN"),
    ("almost half a million", "almost half a million", "500000 LESS_THAN"),
]
RANGES = [
    ("3–5 people", "3-5", "3/5"),
    ("3 to 5 people", "3 to 5", "3/5"),
    ("1,000–2,000 people", "1,000-2,000", "1000/2000"),
    ("1.5-2.5 million", "1.5-2.5 million", "1500000/2500000"),
    ("five or six people", "five or six", "5/6"),
    ("between 40 and 50", "between 40 and 50", "40/50"),
    ("between one hundred and two hundred", "between one hundred and two hundred", "100/200"),
    ("2 to 3 million", "2 to 3 million", "2000000/3000000"),
    ("five to six hundred", "five to six hundred", "500/600"),
    ("one to a hundred", "one to a hundred", "1/100"),
]


@pytest.mark.parametrize(("text", "words", "notation"), [*FIGURES, *WORDS, *HEDGES, *RANGES])
def test_a_number(read: Read, text: str, words: str, notation: str) -> None:
    assert read("number", text) == [(words, notation)]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("two hundred, three hundred", ["200", "300"]),
        ("two hundred and three hundred", ["200", "300"]),
        ("five million, six million", ["5000000", "6000000"]),
        ("two thousand, twenty of them children", ["2000", "20"]),
        ("one hundred — twenty of them children", ["100", "20"]),
        ("twenty and nine others", ["20", "9"]),
        ("one, two, three", ["1", "2", "3"]),
        ("10 to 5", ["10", "5"]),
        ("between 40 people and 50", ["40", "50"]),
        ("rated 3/5", ["0.6"]),
        ("1,2,3", ["1", "2", "3"]),
    ],
)
def test_several_numbers(read: Read, text: str, numbers: list[str]) -> None:
    assert [notation for _, notation in read("number", text)] == numbers


@pytest.mark.parametrize(
    "text",
    [
        "version 1.2.3",
        "12,34",
        "2011,300",
        "1.234,5",  # a comma for decimals: which of the two signs is it?
        "agent 007",
        "the hundredth",
        "a person",
        "half of them",
        "9" * 5000,  # nothing is counted that far
        "",
    ],
)
def test_no_number(read: Read, text: str) -> None:
    assert read("number", text) == []


def test_the_tail_of_a_number_with_a_gap_is_no_number(read: Read) -> None:
    assert ("020", "20") not in read("number", "5 020 people")


@pytest.mark.parametrize(
    ("text", "words", "notation"),
    [
        ("98%", "98%", "98%"),
        ("98\u00a0%", "98 %", "98%"),
        ("ninety per cent", "ninety per cent", "90%"),
        ("97.5 percent", "97.5 percent", "97.5%"),
        ("about 10%", "about 10%", "10% APPROX"),
        ("10–20%", "10-20%", "10/20%"),
        ("between 10 and 20 percent", "between 10 and 20 percent", "10/20%"),
        ("a few pct", "a few pct", "X FEW%"),
    ],
)
def test_a_percentage(read: Read, text: str, words: str, notation: str) -> None:
    assert read("percent", text) == [(words, notation)]


@pytest.mark.parametrize(
    ("text", "words", "notation"),
    [
        ("$2.4 million", "$2.4 million", "USD 2400000"),
        ("2.4 million dollars", "2.4 million dollars", "USD 2400000"),
        ("US$\u00a01,000", "US$ 1,000", "USD 1000"),
        ("It cost €5m.", "€5m", "EUR 5000000"),
        ("over $5,000", "over $5,000", "USD 5000 MORE_THAN"),
        ("$5–10 million", "$5-10 million", "USD 5000000/10000000"),
        ("15 million yuan", "15 million yuan", "CNY 15000000"),
        ("hundreds of dollars", "hundreds of dollars", "USD X HUNDREDS"),
        ("$3,000-plus", "$3,000-plus", "USD 3000 MORE_THAN"),
        ("£5", "£5", "GBP 5"),
        ("$5 to $10 million", "$5 to $10 million", "USD 5000000/10000000"),
        ("$200 to $4 million", "$200 to $4 million", "USD 200/4000000"),
    ],
)
def test_an_amount_of_money(read: Read, text: str, words: str, notation: str) -> None:
    assert read("money", text) == [(words, notation)]


@pytest.mark.parametrize(("kind", "text"), [("money", "Q$500"), ("percent", "98 people")])
def test_another_unit(read: Read, kind: str, text: str) -> None:
    assert read(kind, text) == []


def test_figures_with_plain_spaces(read: Read) -> None:
    assert read("number", "5 518 people") == [("5 518", "5518")]


@pytest.mark.parametrize(
    ("text", "notation"),
    [
        ("two thirds", "0.666666666667"),
        ("three and a fifth", "3.2"),
        ("twenty and three fifths", "20.6"),
        ("five billion and three quarters", "5750000000"),
        ("one billion and a quarter million", "1000250000"),
        ("3 hundred and 21", "321"),
        ("1 414 021 100.", "1414021100"),
        ("12,34,567", "1234567"),
        ("1.3e6", "1300000"),
        ("three point one four", "3.14"),
        (".25", "0.25"),
        ("13 lakh", "1300000"),
        ("two lakh crore", "2000000000000"),
        ("five thousand million", "5000000000"),
        ("4 crore and three hundred", "40000300"),
        ("five cr two lac", "50200000"),
        ("4 bn", "4000000000"),
        ("3 dozens", "36"),
        ("forty one eighths", "5.125"),
        ("three hundred twenty two fifths", "64.4"),
        ("six hundred and fifty-four hundredths", "600.54"),
        ("eighty - three", "83"),
        ("three thirty four", "334"),
        ("3 million and a quarter", "3250000"),
        ("2 point 5", "2.5"),
        ("minus-12", "-12"),
    ],
)
def test_a_number_of_several_parts(read: Read, text: str, notation: str) -> None:
    assert [reading for _, reading in read("number", text)] == [notation]
