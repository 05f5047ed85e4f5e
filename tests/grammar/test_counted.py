"""What numbers count, what they are counted by, and which of them count nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from factcheck.model import ValueRead
from factcheck.normalise.values import ValueFinder
from factcheck.ruleset import Ruleset

Find = Callable[[str], list[ValueRead]]


@pytest.fixture(scope="module")
def find(ruleset: Ruleset) -> Find:
    """Return what finds the values of a text, of every kind."""
    return ValueFinder(ruleset.language).find


@pytest.mark.parametrize(
    ("text", "words", "value", "unit"),
    [
        ("It hired 12,500 engineers.", "12,500 engineers", 12500, "engineer"),
        ("59 registered voters", "59 registered voters", 59, "voter"),
        ("800 eligible voters", "800 eligible voters", 800, "eligible voter"),
        ("seven straight League titles", "seven straight League titles", 7, "straight League title"),
        ("40 Swedish nurses", "40 Swedish nurses", 40, "Swedish nurse"),
        ("five more people", "five more people", 5, "person"),
        ("one idea that works", "one idea", 1, "idea"),
        ("one local farmer", "one local farmer", 1, "local farmer"),
        ("one of the oldest bridges", "one of the oldest bridges", 1, "oldest bridge"),
        ("35 of its ships", "35 of its ships", 35, "ship"),
        ("two-, three- and six-seat cars", "two", 2, "seat"),
        ("an eight-cylinder engine", "eight-cylinder", 8, "cylinder"),
        ("a 300 page report", "300 page", 300, "page"),
        ("five two-ton trucks", "five", 5, None),
        ("it grew tenfold", "tenfold", 10, "fold"),
        ("5,000 times", "5,000 times", 5000, "time"),
        ("300 PS", "300 PS", 300, "PS"),
        ("2000 people", "2000 people", 2000, "person"),
    ],
)
def test_what_is_counted(find: Find, text: str, words: str, value: float, unit: str | None) -> None:
    first = find(text)[0]
    assert (first.text, first.value, first.unit) == (words, value, unit)


@pytest.mark.parametrize(
    ("text", "words", "kind", "value", "unit", "alone"),
    [
        ("$12 per share", "$12 per share", "quantity", 12, "dollar per share", "USD"),
        ("300 euros a month", "300 euros a month", "quantity", 300, "euro per month", "EUR"),
        ("40 hours a week", "40 hours a week", "quantity", 40, "hour per week", "hour"),
        ("a 9,000 barrel-a-day refinery", "9,000 barrel-a-day", "quantity", 9000, "barrel per day", "barrel"),
        ("four tests per week", "four tests per week", "number", 4, "test per week", "test"),
    ],
)
def test_a_rate(find: Find, text: str, words: str, kind: str, value: float, unit: str, alone: str) -> None:
    [read] = find(text)
    [other] = read.alternatives
    assert (read.text, read.kind, read.value, read.unit) == (words, kind, value, unit)
    assert (other.value, other.unit) == (value, alone)


def test_a_range_of_rates(find: Find) -> None:
    [read] = find("between $40 and $50 a day")
    assert (read.low, read.high, read.unit) == (40, 50, "dollar per day")


@pytest.mark.parametrize("text", ["half the seats", "half of them", "half their income"])
def test_half_of_what_is_told_is_a_half(find: Find, text: str) -> None:
    assert [read.value for read in find(text)] == [0.5]


@pytest.mark.parametrize(
    ("text", "kind", "low", "high", "unit"),
    [
        ("inching back up to 4.8 percent", "percent", 4.75, 4.85, "percent"),
        ("up to 4.8 percent", "percent", None, 4.8, "percent"),
        ("sizes from 450 sq ft up to 900 sq ft", "area", 450, 900, "square foot"),
        ("dropping from 90 metres down to 60 metres", "length", 90, 90, "metre"),
        ("cars go up by an average of 1500", "number", 1450, 1550, None),
        ("the film of 1500", "date", None, None, None),
        ("thousands of COVID-19 tests", "number", 2000, None, "COVID-19 test"),
        ("12 T-72 tanks", "number", 12, 12, "T-72 tank"),
        ("make a half turn", "quantity", 0.25, 0.75, "turn"),
    ],
)
def test_the_words_around_a_number(
    find: Find, text: str, kind: str, low: float | None, high: float | None, unit: str | None
) -> None:
    read = find(text)[0]
    assert (read.kind, read.low, read.high, read.unit) == (kind, low, high, unit)


def test_a_time_is_no_rate(find: Find) -> None:
    assert find("300 contracts a week earlier")[0].unit == "contract"


@pytest.mark.parametrize(
    "text",
    [
        "the one who came",
        "no one knew",
        "a third party",
        "a third-party audit",
        "Part 3 of the law",
        "a category 4 storm",
        "the S&P 500 fell",
        "the ASX 200",
        "the S&P 500 companies",
        "flew on Apollo 11, then",
        "call 02072578734",
        "12 Station Road",
        "in 9th place",
        "won 2-1",
        "an SEC filing",
        "flat 12B",
        "COVID -19 tests",
        "half in the bag",
    ],
)
def test_what_counts_nothing(find: Find, text: str) -> None:
    assert [read for read in find(text) if read.kind != "date"] == []


@pytest.mark.parametrize(
    ("text", "kind", "value", "unit"),
    [
        ("in 2016 Stone said", "date", None, None),
        ("2018 sales", "date", None, None),
        ("it fell to minus-12 degrees", "quantity", -12, "degree"),
        ("1.5×10^6", "number", 1500000, None),
        ("2.5x10-3", "number", 0.0025, None),
        ("a $350 fine", "money", 350, "USD"),
        ("$3.5mil", "money", 3500000, "USD"),
        ("€2B", "money", 2000000000, "EUR"),
        ("35mm film", "length", 35, "millimetre"),
        ("three out of five", "number", 0.6, None),
        ("two thirds of the voters", "number", pytest.approx(2 / 3), None),
        ("3 x 10^8 m/s", "speed", 300000000, "metre per second"),
        ("10k$", "money", 10000, "USD"),
        ("two point five million euros", "money", 2500000, "EUR"),
        ("a mile and a half", "length", 1.5, "mile"),
        ("less than a mile", "length", 1, "mile"),
        ("2 km 500 m", "length", 2500, "metre"),
        ("one in ten", "number", 0.1, None),
        ("1 over 4", "number", 0.25, None),
        ("2 in 5 minutes", "number", 2, None),
    ],
)
def test_what_kind_of_value_it_is(find: Find, text: str, kind: str, value: float | None, unit: str | None) -> None:
    first = find(text)[0]
    assert (first.kind, first.value, first.unit) == (kind, value, unit)


@pytest.mark.parametrize(
    ("text", "words", "low", "high"),
    [
        ("about 3-5 km", "about 3-5 km", 3, 5),
        ("a five- to ten-year plan", "five- to ten-year", 5, 10),
        ("more than 5 and less than 10", "more than 5 and less than 10", 5, 10),
        ("above one quarter and below a half", "above one quarter and below a half", 0.25, 0.5),
        ("under 20 but over 10 km", "under 20 but over 10 km", 10, 20),
        ("greater than 40 and less than 10", "greater than 40", 40, None),
        ("5000 or more than 9000", "5000", None, None),
        ("between the third and the ninth", "between the third and the ninth", 3, 9),
        ("from 1000 to 2000 posts", "from 1000 to 2000 posts", 1000, 2000),
        ("equal to 40", "equal to 40", 40, 40),
        ("bigger or equal than 40", "bigger or equal than 40", 40, None),
        ("about 500 or more", "about 500 or more", 500, None),
        ("<-30", "<-30", None, -30),
    ],
)
def test_two_hedges_or_one(find: Find, text: str, words: str, low: float | None, high: float | None) -> None:
    first = find(text)[0]
    assert first.text == words
    if (low, high) != (None, None):
        assert (first.low, first.high) == (low, high)


@pytest.mark.parametrize(
    ("text", "words", "first", "others"),
    [
        ("4m", "4m", (4000000, None), [(4, "metre"), (4, "minute")]),
        ("he is 1.9m tall", "1.9m", (1.9, "metre"), []),
        ("4m and 20cm", "4m and 20cm", (420, "centimetre"), [(4.2, "metre")]),
        ("30 dinars", "30 dinars", (30, "KWD"), [(30, "dinar")]),
        ("12 dollars and 40.", "12 dollars and 40", (12.4, "USD"), [(12, "USD")]),
        ("12 dollars and 40c", "12 dollars and 40c", (12.4, "USD"), []),
        ("6 feet 3 inches", "6 feet 3 inches", (75, "inch"), [(6.25, "foot")]),
        ("2 years and 3 days", "2 years and 3 days", (733, "day"), [(734, "day")]),
        ("two hundred forty fifths", "two hundred forty fifths", (48, None), [(200 / 45, None)]),
        ("5''", "5''", (5, "inch"), []),
        ("5G", "5G", (5, "G"), []),
        ("7 MSEK", "7 MSEK", (7000000, "SEK"), []),
        ("MSEK 7", "MSEK 7", (7000000, "SEK"), []),
        ("0042", "0042", (42, None), []),
        ("-.5", "-.5", (-0.5, None), []),
    ],
)
def test_first_and_other_readings(
    find: Find, text: str, words: str, first: tuple[float, str | None], others: list[tuple[float, str | None]]
) -> None:
    [read] = find(text)
    assert (read.text, read.value, read.unit) == (words, *first)
    assert [(other.value, other.unit) for other in read.alternatives] == [
        (pytest.approx(value), unit) for value, unit in others
    ]


def test_a_number_before_a_code_of_its_own_is_no_amount(find: Find) -> None:
    assert [(read.value, read.unit) for read in find("3 USD50 cards")][-1] == (50, "USD")


@pytest.mark.parametrize(
    ("text", "hedges"),
    [
        ("about 5 miles (8 km)", ["approx", "approx"]),
        ("below 9 ksi (62 MPa)", ["less_than", "less_than"]),
        ("about 5 people (8 children)", ["approx", None]),
        ("about 5 miles, 8 km", ["approx", None]),
    ],
)
def test_a_conversion_in_brackets_shares_the_hedge(find: Find, text: str, hedges: list[str | None]) -> None:
    assert [read.hedge for read in find(text)] == hedges
