"""Dates: how far the words go, and what the document's own date adds to them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from factcheck.grammar import Reader
from factcheck.grammar.fold import fold
from factcheck.ruleset import Ruleset
from factcheck.values import DateReading, Interval, calendar
from factcheck.values.resolve import others, resolve

Read = Callable[[str], list[tuple[str, DateReading]]]


@pytest.fixture(scope="module")
def read(ruleset: Ruleset) -> Read:
    """Return the words that are read as dates, and their readings."""
    reader = Reader(ruleset.language)

    def run(text: str) -> list[tuple[str, DateReading]]:
        folded = fold(text)
        found = [(folded[each.start : each.end], each.reading) for each in reader.find(folded, "date")]
        return [(words, reading) for words, reading in found if isinstance(reading, DateReading)]

    return run


# 16 November 2011 was a Wednesday.
WEDNESDAY = DateReading(2011, 11, 16)

DAYS = [
    ("on 3 April, he", "3 April", "XXXX-04-03"),
    ("on 22\u00a0June\u00a02011", "22 June 2011", "2011-06-22"),
    ("3rd of April 2011", "3rd of April 2011", "2011-04-03"),
    ("the third of April", "the third of April", "XXXX-04-03"),
    ("the twenty-second of June, 2011", "the twenty-second of June, 2011", "2011-06-22"),
    ("April 3rd, 2011", "April 3rd, 2011", "2011-04-03"),
    ("Monday, May 12, 2008.", "Monday, May 12, 2008", "2008-05-12"),
    ("Sept. 7, 2012 | Rating: B", "Sept. 7, 2012", "2012-09-07"),
    ("(opening August 10 at", "August 10", "XXXX-08-10"),
    ("3 April of last year", "3 April of last year", "YEAR-1-04-03"),
    ("- Released: 2012-01-22", "2012-01-22", "2012-01-22"),
    ("2012/01/22", "2012/01/22", "2012-01-22"),
    ("22/06/2011", "22/06/2011", "2011-06-22"),
    ("06/22/2011", "06/22/2011", "2011-06-22"),
    ("29 February 2012", "29 February 2012", "2012-02-29"),
]
SPANS = [
    ("in 1066", "1066", "1066"),
    ("April 2011", "April 2011", "2011-04"),
    ("in April of last year", "April of last year", "YEAR-1-04"),
    ("in the spring of 2011", "spring of 2011", "2011-21"),
    ("fall 2011", "fall 2011", "2011-23"),
    ("last year", "last year", "YEAR-1"),
    ("next month", "next month", "MONTH+1"),
    ("the 1980s", "the 1980s", "198X"),
    ("in the 1980’s", "the 1980's", "198X"),
    ("early 2011", "early 2011", "2011 START"),
    ("mid-June 2011", "mid-June 2011", "2011-06 MID"),
    ("late 1990s", "late 1990s", "199X END"),
    ("at the end of 2008", "at the end of 2008", "2008 END"),
    ("c. 1957", "c. 1957", "1957~"),
    ("around April 2011", "around April 2011", "2011-04~"),
]
RANGES = [
    ("from 2006 to 2010", "from 2006 to 2010", "2006/2010"),
    ("1983 – 1993", "1983 - 1993", "1983/1993"),
    ("between 2006 and 2010", "between 2006 and 2010", "2006/2010"),
    ("26–28 April 2012", "26-28 April 2012", "2012-04-26/2012-04-28"),
    ("26 to 28 April", "26 to 28 April", "XXXX-04-26/XXXX-04-28"),
    ("April 26-28, 2012", "April 26-28, 2012", "2012-04-26/2012-04-28"),
    ("26 April – 2 May 2012", "26 April - 2 May 2012", "2012-04-26/2012-05-02"),
    ("January-March 2011", "January-March 2011", "2011-01/2011-03"),
    ("1980s to 1990s", "1980s to 1990s", "198X/199X"),
]


@pytest.mark.parametrize(("text", "words", "notation"), [*DAYS, *SPANS, *RANGES])
def test_a_date(read: Read, text: str, words: str, notation: str) -> None:
    assert [(found, reading.notation()) for found, reading in read(text)] == [(words, notation)]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("2012, 2013", ["2012", "2013"]),
        ("April or May 2011", ["XXXX-04", "2011-05"]),
        ("June 2, 2011 and June 5", ["2011-06-02", "XXXX-06-05"]),
        ("2010 to 2006", ["2010", "2006"]),
        ("June 10:30", ["XXXX-06"]),
    ],
)
def test_several_dates(read: Read, text: str, dates: list[str]) -> None:
    assert [reading.notation() for _, reading in read(text)] == dates


@pytest.mark.parametrize(
    ("text", "notations"),
    [
        ("On Sunday 31 people came", ["2011-11-13"]),
        ("on Sunday 31, he", ["2011-07-31"]),
        ("on Sunday two men came", ["2011-11-13"]),
        ("Friday the 13th", ["2012-01-13"]),
        ("march 3, 2015", ["2015-03-03"]),
        ("they march 3 miles", []),
        ("the 20th of next month", ["2011-12-20"]),
        ("the last Friday in October", ["2011-10-28"]),
        ("the week of October 6th", ["2011-W40"]),
        ("next qtr", ["2012-Q1"]),
        ("last week's Monday", ["2011-11-07"]),
        ("the first half of the year", ["2011-H1"]),
        ("the year of 2008", ["2008"]),
        ("Black Friday 2011", ["2011-11-25"]),
        ("from 5/1 to 5/7", ["[2011-05-01/2011-05-07,2011-01-05/2011-07-05]"]),
    ],
)
def test_numbers_beside_dates(read: Read, text: str, notations: list[str]) -> None:
    assert [resolve(reading, WEDNESDAY).notation() for _, reading in read(text)] == notations


@pytest.mark.parametrize(
    ("text", "notations"),
    [
        ("3 April", {"2011-04-03", "2010-04-03", "2012-04-03"}),
        ("Monday", {"2011-11-14", "2011-11-07", "2011-11-21"}),
        ("two weeks ago", {"2011-W44", "2011-11-02"}),
        ("next Friday", {"2011-11-25", "2011-11-18"}),
        ("06/07/2011", {"2011-06-07", "2011-07-06"}),
        ("the last Friday in October", {"2011-10-28", "2010-10-29", "2012-10-26"}),
        ("three days later", {"2011-11-19"}),
        ("22 June 2011", {"2011-06-22"}),
    ],
)
def test_every_honest_reading(read: Read, text: str, notations: set[str]) -> None:
    [(_, reading)] = read(text)
    first = resolve(reading, WEDNESDAY)
    shown = {each.notation() for each in (first, *others(reading, WEDNESDAY)) if each.resolved and not each.other}
    assert shown | ({replace(first, other=None).notation()} if first.other else set()) == notations


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("31 June 2011", "there is no day 31 in 2011-06, which has 30"),
        ("February 30", "there is no day 30 in 2000-02, which has 29"),
        ("29 February 2011", "there is no day 29 in 2011-02, which has 28"),
        ("26 to 31 April 2012", "there is no day 31 in 2012-04, which has 30"),
        ("2012-13-45", "there is no month 13"),
        ("31/04/2011", "there is no day 31 in 2011-04, which has 30"),
        ("13/13/2011", "there is no month 13"),
        ("2011-W54", "there is no week 54 in a year"),
        ("week 60 of 2011", "there is no week 60 in a year"),
        ("the fifth quarter of 2011", "there is no quarter 5 in a year"),
        ("from 2010 to 2008", "2008 is before 2010"),
        ("between May 2011 and March 2011", "2011-03 is before 2011-05"),
    ],
)
def test_what_no_calendar_has_is_unreadable(read: Read, text: str, problem: str) -> None:
    [(words, reading)] = read(text)
    assert (words, reading.problem, reading.notation()) == (text, problem, "UNREADABLE")
    assert not resolve(reading, WEDNESDAY).resolved


@pytest.mark.parametrize(
    "text",
    [
        "We may see",
        "May is here",
        "a march on the capital",
        "the summer",
        "the second film",
        "the third man",
        "version 1.2.3",
        "at 10:30",
        "9000 backpacks",
        "1,987 people",
        "2200",
        "12 years",
        "May 5,000 rest in peace",
        "twenty people",
        "9" * 5000,
        "May " + "9" * 5000,
        "",
    ],
)
def test_no_date(read: Read, text: str) -> None:
    assert read(text) == []


def test_figures_that_only_look_like_figures_are_no_month(read: Read) -> None:
    assert [reading.notation() for _, reading in read("2012-²-³")] == ["2012"]


@pytest.mark.parametrize(
    ("text", "other"),
    [("06/07/2011", "2011-07-06"), ("22/06/2011", None), ("06/06/2011", None), ("2011-07-06", None)],
)
def test_a_day_with_two_readings_keeps_both(read: Read, text: str, other: str | None) -> None:
    [(_, reading)] = read(text)
    assert (reading.other.notation() if reading.other else None) == other


@pytest.mark.parametrize(
    ("text", "published", "notation"),
    [
        ("3 April", DateReading(2011, 5), "2011-04-03"),
        ("3 April", DateReading(2011), "2011-04-03"),
        ("20 December", DateReading(2012, 1), "2011-12-20"),
        ("3 January", DateReading(2011, 12), "2012-01-03"),
        ("26 to 28 April", DateReading(2012, 4, 29), "2012-04-26/2012-04-28"),
        ("April of last year", DateReading(2012, 8), "2011-04"),
        ("last year", DateReading(2012, 5), "2011"),
        ("this year", DateReading(2012), "2012"),
        ("last month", DateReading(2012, 1), "2011-12"),
        ("next month", DateReading(2012, 12, 31), "2013-01"),
        ("last month", DateReading(2012), "MONTH-1"),
        ("29 February", DateReading(2012, 3), "2012-02-29"),
        ("29 February", DateReading(2011, 3), "XXXX-02-29"),
        ("spring of last year", DateReading(2012, 8), "2011-21"),
        ("22 June 2011", DateReading(1999, 1), "2011-06-22"),
        ("3 April", None, "XXXX-04-03"),
        ("last year", None, "YEAR-1"),
    ],
)
def test_the_documents_date_fills_in_the_year(
    read: Read, text: str, published: DateReading | None, notation: str
) -> None:
    [(_, reading)] = read(text)
    assert resolve(reading, published).notation() == notation


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("22 June 2011", "2011-06-22", "2011-06-22"),
        ("February 2012", "2012-02-01", "2012-02-29"),
        ("2011", "2011-01-01", "2011-12-31"),
        ("the 1980s", "1980-01-01", "1989-12-31"),
        ("spring 2011", "2011-03-01", "2011-06-21"),
        ("winter 2010", "2009-12-01", "2011-03-20"),  # of either year
        ("early 2011", "2011-01-01", "2011-05-02"),
        ("mid-June 2011", "2011-06-11", "2011-06-20"),
        ("late June 2011", "2011-06-21", "2011-06-30"),
        ("2006 to 2010", "2006-01-01", "2010-12-31"),
        ("26 April - 2 May 2012", "2012-04-26", "2012-05-02"),
    ],
)
def test_the_days_that_a_date_allows(read: Read, text: str, first: str, last: str) -> None:
    [(_, reading)] = read(text)
    span = reading.span()
    assert span == Interval(span.low, span.high, high_open=True)
    assert (calendar.iso(int(span.low)), calendar.iso(int(span.high) - 1)) == (first, last)


def test_a_date_without_a_year_has_no_days(read: Read) -> None:
    [(_, reading)] = read("3 April")
    with pytest.raises(ValueError, match="has no year"):
        reading.span()


@pytest.mark.parametrize(
    ("text", "published", "notations"),
    [
        ("he will march 8 miles", None, []),
        ("at this march in each year", WEDNESDAY, []),
        ("Released: 2011-04", None, ["2011-04"]),
        ("from 1910-12 on", None, ["1910/1912"]),
        ("last April", DateReading(2012, 2), ["2011-04"]),
        ("the sixteenth of June", None, ["XXXX-06-16"]),
        ("yesterday", WEDNESDAY, ["2011-11-15"]),
        ("on Monday", WEDNESDAY, ["2011-11-14"]),
        ("last Friday", WEDNESDAY, ["2011-11-11"]),
        ("next Friday", WEDNESDAY, ["2011-11-25"]),
        ("last week", WEDNESDAY, ["2011-W45"]),
        ("this month", WEDNESDAY, ["2011-11"]),
        ("last fall", WEDNESDAY, ["2010-23"]),
        ("last year's third quarter", WEDNESDAY, ["2010-Q3"]),
        ("the fourth quarter of 2008", None, ["2008-Q4"]),
        ("two weeks ago", WEDNESDAY, ["2011-W44"]),
        ("three days before Christmas 2010", None, ["2010-12-22"]),
        ("Easter 2012", None, ["2012-04-08"]),
        ("Thanksgiving 2011", None, ["2011-11-24"]),
        ("in the nineteenth century", None, ["18XX"]),
        ("the eighties", None, ["198X"]),
        ("nineteen ninety-four", None, ["1994"]),
        ("the year two thousand and five", None, ["2005"]),
        ("1861-67", None, ["1861/1867"]),
        ("23/Sep/2020", None, ["2020-09-23"]),
        ("7/2008", None, ["2008-07"]),
        ("64 BCE", None, ["-0064"]),
        ("on Friday", None, ["-D5"]),
    ],
)  # fmt: skip
def test_a_date_that_needs_another(read: Read, text: str, published: DateReading | None, notations: list[str]) -> None:
    assert [resolve(reading, published).notation() for _, reading in read(text)] == notations
