"""What a value has from the one before it, and what stands between a value and its unit."""

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
    ("text", "units"),
    [
        ("It sold 70,000 cars, up from 52,000 a year before.", ["car", "car"]),
        ("a turnout of 3.1 million voters (compared with 2.8 million)", ["voter", "voter"]),
        ("The crew fell to 12 sailors, down from 20.", ["sailor", "sailor"]),
        ("It cost $12 million, compared to 9 million for the first.", ["USD", "USD"]),
        ("the wait is 40 minutes, up from 25", ["minute", "minute"]),
        ("Its share rose to 40 percent, up from 300 at first.", ["percent", None]),  # or were those votes?
        ("It sold 70,000 cars, against 52 rivals.", ["car", "rival"]),
        ("It sold 70,000 cars in 12 of them.", ["car", None]),
    ],
)
def test_what_is_compared_shares_the_unit(find: Find, text: str, units: list[str | None]) -> None:
    assert [read.unit for read in find(text)][:2] == units


@pytest.mark.parametrize(
    ("text", "hedges"),
    [
        ("almost 190 mph (305 km/h / 164 knots)", ["nearly", "nearly", "nearly"]),
        ("more than $7 million (€6 million / £5 million)", ["more_than", "more_than", "more_than"]),
        ("about 9 kg (20 lb) / 3 boxes", ["approx", "approx", None]),
        ("7 km (4 miles / 3 of them uphill)", [None, None, None]),
    ],
)
def test_every_conversion_in_brackets_shares_the_hedge(find: Find, text: str, hedges: list[str | None]) -> None:
    assert [read.hedge for read in find(text)] == hedges


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("They pay £12 ($15) an hour.", ["pound per hour", "USD"]),
        ("an offer of NZ$3 (around US$1.80) per share", ["new zealand dollar per share", "USD"]),
        ("They pay £12 (plus tips) an hour.", ["GBP", "hour"]),
        ("They pay £12 ($15) in all.", ["GBP", "USD"]),
    ],
)
def test_a_rate_goes_on_behind_the_same_in_other_money(find: Find, text: str, units: list[str]) -> None:
    assert [read.unit for read in find(text)] == units


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("just under 40 cars", (40, "less_than")),
        ("slightly under 40 cars", (40, "less_than")),
        ("nearly 40 cars", (40, "nearly")),
        ("just over 40 cars", (40, "more_than")),
        ("a little more than 40 cars", (40, "more_than")),
        ("as few as 40 cars", (40, "at_least")),
        ("40 or higher than", (40, "at_least")),
        ("equal to 40 or more", (40, "at_least")),
    ],
)
def test_a_hedge_is_printed_as_one_that_everybody_knows(find: Find, text: str, read: tuple[float, str]) -> None:
    assert [(each.value, each.hedge) for each in find(text)] == [read]


@pytest.mark.parametrize(
    "text", ["Make as few stops as you can.", "Too few nurses applied.", "So few voters came.", "how few days it took"]
)
def test_what_says_only_how_few_is_no_amount(find: Find, text: str) -> None:
    assert find(text) == []


def test_a_few_is_an_amount_whatever_stands_before_it(find: Find) -> None:
    assert [each.text for each in find("as a few nurses applied")] == ["a few nurses"]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("five sixty-seconds of a mile", [(5 / 62, "mile")]),
        ("two thirty-firsts", [(2 / 31, None)]),
        ("two thirty-second clips", [(2, None), (30, "second")]),
        ("two thirty seconds later", [(2, None)]),
    ],
)
def test_fractions_of_tens_and_one_or_two(find: Find, text: str, values: list[tuple[float, str | None]]) -> None:
    read = [(each.value, each.unit) for each in find(text) if each.kind != "date"]
    assert read == [(pytest.approx(value), unit) for value, unit in values]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("2 months, 1 week and 3 days", [70, 72]),
        ("one month and two days", [32, 33]),
        ("three years, two months and 5 days", [1160, 1163]),
        ("20 years and 1 day", [7306]),
    ],
)
def test_months_and_years_among_days(find: Find, text: str, days: list[int]) -> None:
    """Twenty years have 7,305 days, five of them leap days; two months have 60 or 62, as a month is 30 or 31."""
    [read] = find(text)
    assert [read.value, *(other.value for other in read.alternatives)] in (days, [*days, *days])


@pytest.mark.parametrize(
    ("text", "money"),
    [
        ("a PS2.3bn bid", [("PS2.3bn", 2.3e9, "GBP")]),
        ("It cost PS640,000.", [("PS640,000", 640000, "GBP")]),
        ("closed at Y=1,940", [("Y=1,940", 1940, "JPY")]),
        ("a PS4 and a PS5", []),
        ("where Y=3", []),
        ("flight PS318", []),
    ],
)
def test_signs_of_texts_that_were_made_ascii(find: Find, text: str, money: list[tuple[str, float, str]]) -> None:
    assert [(each.text, each.value, each.unit) for each in find(text) if each.kind == "money"] == money


@pytest.mark.parametrize(
    "text", ["half of the Fortune 1000 firms", "The Russell 3000 rose.", "the Nikkei 300 index", "Formula 2 cars"]
)
def test_figures_of_a_name_count_nothing(find: Find, text: str) -> None:
    assert [each.text for each in find(text) if each.value != 0.5] == []


def test_a_year_behind_a_bare_number_makes_no_span(find: Find) -> None:
    assert [(each.text, each.kind) for each in find("from 9 last year")] == [("9", "number"), ("last year", "date")]
    assert [each.text for each in find("in the 9 past years")] == ["the 9 past years"]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("They sold 6 $ 40 seats.", [(6, None), (40, "USD")]),
        ("They sold 6 $40 seats.", [(6, None), (40, "USD")]),
        ("6 $ 40 cents", [(6.4, "USD")]),
        ("6 $ for 40 people", [(6, "USD"), (40, "person")]),
    ],
)
def test_a_sign_between_two_numbers(find: Find, text: str, values: list[tuple[float, str | None]]) -> None:
    assert [(each.value, each.unit) for each in find(text)] == values
