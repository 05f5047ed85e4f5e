"""The calendar agrees with the standard library where that reaches, and goes on where it stops."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.values import calendar

EPOCH = date(1970, 1, 1).toordinal()
days = st.integers(-(10**9), 10**9)  # some 2.7 million years either way
years = st.integers(-2_000_000, 2_000_000)


@given(days)
def test_a_day_has_one_number_and_a_number_one_day(number: int) -> None:
    assert calendar.day_number(*calendar.civil(number)) == number


@given(years, st.integers(1, 12), st.integers(1, 31))
def test_a_number_leads_back_to_its_day(year: int, month: int, day: int) -> None:
    there = calendar.civil(calendar.day_number(year, month, day))
    assert (there == (year, month, day)) == calendar.exists(year, month, day)


@given(days)
def test_tomorrow_is_later_by_one_day(number: int) -> None:
    today, tomorrow = calendar.civil(number), calendar.civil(number + 1)
    assert today < tomorrow
    assert tomorrow[2] in (1, today[2] + 1)


@given(st.dates())
def test_days_are_those_of_the_standard_library(day: date) -> None:
    number = day.toordinal() - EPOCH
    assert calendar.day_number(day.year, day.month, day.day) == number
    assert calendar.civil(number) == (day.year, day.month, day.day)
    assert calendar.iso(number) == day.isoformat()


@pytest.mark.parametrize("year", [1, 4, 1582, 1899, 1900, 1970, 1999, 2000, 2011, 2012, 9999])
def test_months_are_as_long_as_in_the_standard_library(year: int) -> None:
    assert [calendar.days_in_month(year, month) for month in range(1, 13)] == [
        monthrange(year, month)[1] for month in range(1, 13)
    ]


@given(years)
def test_every_year_has_365_days_or_366(year: int) -> None:
    length = sum(calendar.days_in_month(year, month) for month in range(1, 13))
    assert length == 365 + calendar.exists(year, 2, 29)
    assert length == calendar.day_number(year + 1, 1, 1) - calendar.day_number(year, 1, 1)


@given(years)
def test_the_calendar_repeats_after_four_hundred_years(year: int) -> None:
    assert calendar.exists(year, 2, 29) == calendar.exists(year + 400, 2, 29)


@pytest.mark.parametrize(
    ("day", "there"),
    [
        ((2012, 2, 29), True),
        ((2011, 2, 29), False),
        ((1900, 2, 29), False),
        ((2000, 2, 29), True),
        ((0, 2, 29), True),
        ((2011, 6, 31), False),
        ((2011, 13, 1), False),
        ((2011, 0, 1), False),
        ((2011, 1, 0), False),
        ((2011, 12, 31), True),
        ((2011, 1, -1), False),
    ],
)
def test_exists(day: tuple[int, int, int], there: bool) -> None:
    assert calendar.exists(*day) is there


@pytest.mark.parametrize(
    ("day", "text"),
    [
        ((2011, 4, 3), "2011-04-03"),
        ((79, 8, 24), "0079-08-24"),
        ((0, 1, 1), "0000-01-01"),
        ((-1, 12, 31), "-0001-12-31"),
        ((-12_000, 1, 1), "-12000-01-01"),
        ((12_345, 6, 7), "12345-06-07"),
    ],
)
def test_iso(day: tuple[int, int, int], text: str) -> None:
    assert calendar.iso(calendar.day_number(*day)) == text


@pytest.mark.parametrize(("month", "after"), [((2011, 1), (2011, 2)), ((2011, 12), (2012, 1)), ((-1, 12), (0, 1))])
def test_next_month(month: tuple[int, int], after: tuple[int, int]) -> None:
    assert calendar.next_month(*month) == after
