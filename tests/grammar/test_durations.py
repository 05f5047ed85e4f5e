"""Durations: which words are read, and as what."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from factcheck.grammar import Reader
from factcheck.grammar.fold import fold
from factcheck.ruleset import Ruleset

Read = Callable[[str], list[tuple[str, str]]]


@pytest.fixture(scope="module")
def read(ruleset: Ruleset) -> Read:
    """Return the words that are read as durations, and their notation."""
    reader = Reader(ruleset.language)

    def run(text: str) -> list[tuple[str, str]]:
        folded = fold(text)
        return [(folded[each.start : each.end], each.reading.notation()) for each in reader.find(folded, "duration")]

    return run


@pytest.mark.parametrize(
    ("text", "words", "notation"),
    [
        ("his two-month detention", "two-month", "P2M"),
        ("nearly three months’ detention", "nearly three months'", "P3M LESS_THAN"),
        ("nearly\u00a0three\u00a0months", "nearly three months", "P3M LESS_THAN"),
        ("getting to know him over 90 minutes", "over 90 minutes", "PT90M MORE_THAN"),  # rules may think otherwise
        ("just under two hours", "just under two hours", "PT2H LESS_THAN"),
        ("less than an hour", "less than an hour", "PT1H BELOW"),
        ("up to 15 days", "up to 15 days", "P15D EQUAL_OR_LESS"),
        ("at least two years", "at least two years", "P2Y EQUAL_OR_MORE"),
        ("two-year plus", "two-year plus", "P2Y MORE_THAN"),
        ("ten minutes or so", "ten minutes or so", "PT10M APPROX"),
        ("an 81-day detention", "81-day", "P81D"),
        ("81\u00a0days", "81 days", "P81D"),
        ("a four-year-old boy", "four-year", "P4Y"),
        ("one day's work", "one day's", "P1D"),
        ("a month’s notice", "a month's", "P1M"),
        ("a day", "a day", "P1D"),
        ("it took all day", "all day", "P1D"),
        ("another week", "another week", "P1W"),
        ("a full year", "a full year", "P1Y"),
        ("a year-long project", "a year", "P1Y"),
        ("one second", "one second", "PT1S"),
        ("half an hour", "half an hour", "PT0.5H"),
        ("a quarter of an hour", "a quarter of an hour", "PT0.25H"),
        ("an hour and a half", "an hour and a half", "PT90M"),
        ("a year and a half", "a year and a half", "P18M"),
        ("a week and a half", "a week and a half", "P1.5W"),
        ("two and a half years", "two and a half years", "P2.5Y"),
        ("a two-and-a-half-year sentence", "two-and-a-half-year", "P2.5Y"),
        ("nearly 2 1/2 years", "nearly 2 1/2 years", "P2.5Y LESS_THAN"),
        ("a 2-1/2 year term", "2-1/2 year", "P2.5Y"),
        ("a 3-4 year term", "3-4 year", "P3Y/P4Y"),
        ("2½ hours", "2½ hours", "PT2.5H"),
        ("1.5 hours", "1.5 hours", "PT1.5H"),
        ("two decades", "two decades", "P20Y"),
        ("a hundred years", "a hundred years", "P100Y"),
    ],
)
def test_a_duration(read: Read, text: str, words: str, notation: str) -> None:
    assert read(text) == [(words, notation)]


@pytest.mark.parametrize(
    ("text", "words", "notation"),
    [
        ("1h31", "1h31", "PT91M"),
        ("1h05", "1h05", "PT65M"),
        ("1h31m", "1h31m", "PT91M"),
        ("1h 31m", "1h 31m", "PT91M"),
        ("1 h 31 m long", "1 h 31 m", "PT91M"),
        ("1 hr 31 min", "1 hr 31 min", "PT91M"),
        ("1 hr. 31 min.", "1 hr. 31 min", "PT91M"),
        ("2 hrs 5 mins", "2 hrs 5 mins", "PT125M"),
        ("12 hours and 30 minutes", "12 hours and 30 minutes", "PT750M"),
        ("two years and three months", "two years and three months", "P27M"),
        ("2 years, 3 months", "2 years, 3 months", "P27M"),
        ("3 weeks 2 days", "3 weeks 2 days", "P23D"),
        ("2 hours, 5 minutes, and 9 seconds", "2 hours, 5 minutes, and 9 seconds", "PT7509S"),
        ("1 year, 3 days and 2 hours", "1 year, 3 days and 2 hours", "PT8834H"),
        ("2 months and 1 week", "2 months and 1 week", "P67D"),
    ],
)
def test_parts_make_one_duration(read: Read, text: str, words: str, notation: str) -> None:
    assert read(text) == [(words, notation)]


@pytest.mark.parametrize(
    ("text", "words", "notation"),
    [
        ("15–20 minutes", "15-20 minutes", "PT15M/PT20M"),
        ("15 – 20 minutes", "15 - 20 minutes", "PT15M/PT20M"),
        ("three to five days", "three to five days", "P3D/P5D"),
        ("two or three days", "two or three days", "P2D/P3D"),
        ("between two and three weeks", "between two and three weeks", "P2W/P3W"),
        ("a year or two", "a year or two", "P1Y/P2Y"),
        ("three to four hours and a half", "three to four hours", "PT3H/PT4H"),
        ("several months", "several months", "PXM SEVERAL"),
        ("a couple of weeks", "a couple of weeks", "PXW COUPLE"),
        ("dozens of years", "dozens of years", "PXY DOZENS"),
    ],
)
def test_ranges_and_vague_amounts(read: Read, text: str, words: str, notation: str) -> None:
    assert read(text) == [(words, notation)]


@pytest.mark.parametrize(
    ("text", "durations"),
    [
        ("two hours. Three minutes later", ["PT2H", "PT3M"]),
        ("It took 2 days. 3 hours later", ["P2D", "PT3H"]),
        ("2 hours 90 minutes", ["PT2H", "PT90M"]),
        ("a year and a day", ["P1Y", "P1D"]),
        ("a year or two months", ["P1Y", "P2M"]),
    ],
)
def test_several_durations(read: Read, text: str, durations: list[str]) -> None:
    assert [notation for _, notation in read(text)] == durations


@pytest.mark.parametrize(
    "text",
    [
        "a second film",
        "the second day",
        "the year of the film",
        "year-long projects",
        "10 a.m.",
        "5m away",
        "open 24/7",
        "1:31:00",
        "1.2.3 days",
        "P3M",
        "minutes",
        "in 2011",
    ],
)
def test_no_duration(read: Read, text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "notation"),
    [
        ("three quarters of an hour", "PT0.75H"),
        ("1/2 hour", "PT0.5H"),
        ("half-hour", "PT0.5H"),
        ("1 hour thirty.", "PT90M"),
        ("3/4h", "PT0.75H"),
        ("one and three quarter of an hour", "PT1.75H"),
        ("three and quarter hours", "PT3.25H"),
    ],
)
def test_parts_of_an_hour(read: Read, text: str, notation: str) -> None:
    assert read(text) == [(text.rstrip("."), notation)]
