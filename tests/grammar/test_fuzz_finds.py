"""Strings that once raised an exception or broke a law of what is read, most of them found by `bench/fuzz`."""

from __future__ import annotations

import pytest

from bench.fuzz.laws import BrokenLawError, Checker
from bench.fuzz.search import fuzz
from factcheck.normalise.values import ValueFinder
from factcheck.ruleset import Ruleset
from factcheck.values import DateReading


@pytest.fixture(scope="module")
def checker(ruleset: Ruleset) -> Checker:
    return Checker(ruleset.language)


@pytest.mark.parametrize(
    "text",
    [
        "2019/aug/01 to today",
        "from 2010 to May",
        "2010 to 5 June",
        "2011to today",
        "9999999999999999pct",
        "minus 9999999999999999 %",
        "9007199254740993 weeks",
        "≥minus1minute\n9decade",
        "after 1 to 12 June 2011",
        "past\nlater",
        "last Friday in bigger than9centuries ago",
        "sun more_than two week ago",
        "april~sunday",
    ],
)
def test_reading_raises_nothing_and_keeps_the_laws(checker: Checker, text: str) -> None:
    checker.check(text)


@pytest.mark.xfail(raises=BrokenLawError, reason="cents after a range of dollars are added to its beginning only")
@pytest.mark.parametrize("text", ["5 to 5.2 dollars 50", "0to0.001dollar1"])
def test_todo(checker: Checker, text: str) -> None:
    checker.check(text)


def test_a_range_whose_end_is_not_known_has_no_days(ruleset: Ruleset) -> None:
    """What "today" is, only the document's day can tell; EDTF has no words for it."""
    (value,) = ValueFinder(ruleset.language).find("2019/aug/01 to today")
    assert (value.text, value.first, value.last, value.edtf) == ("2019/aug/01 to today", None, None, None)


@pytest.mark.parametrize("text", ["2019/aug/01 to today", "2020 to last year"])
def test_a_range_that_would_end_before_it_begins_stays_open(ruleset: Ruleset, text: str) -> None:
    (value,) = ValueFinder(ruleset.language).find(text, DateReading(2012, 5, 3))
    assert (value.text, value.first, value.last, value.alternatives) == (text, None, None, ())


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("from May to March", "2012-05-01", "2013-04-01"),
        ("Friday to Monday", "2012-05-04", "2012-05-08"),
        ("November to March", "2011-11-01", "2012-04-01"),
    ],
)
def test_the_end_of_a_range_comes_after_its_beginning(ruleset: Ruleset, text: str, first: str, last: str) -> None:
    (value,) = ValueFinder(ruleset.language).find(text, DateReading(2012, 5, 3))
    assert (value.text, value.first, value.last) == (text, first, last)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("after 1 to 12 June 2011", "2011-06-12/"),
        ("since 1 to 12 June 2011", "2011-06-01/"),
        ("before 1 to 12 June 2011", "/2011-06-01"),
        ("until 1 to 12 June 2011", "/2011-06-12"),
    ],
)
def test_a_bound_at_several_days_is_one_end_in_edtf(ruleset: Ruleset, text: str, edtf: str) -> None:
    (value,) = ValueFinder(ruleset.language).find(text)
    assert value.edtf == edtf


def test_a_few_random_strings() -> None:
    outcome = fuzz(2_000, seed=0)
    assert outcome.strings == 2_000
    assert not outcome.faults
