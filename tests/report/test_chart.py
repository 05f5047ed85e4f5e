"""The range chart: bars stand as their bounds do."""

from __future__ import annotations

from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

import factcheck
from factcheck.report.chart import NARROWEST, Bar, bars_of, chart
from factcheck.values import Interval
from tests.conftest import SEEDS


def drawn(*bounds: Interval, width: int = 41) -> list[str]:
    return [line.rsplit(" ", 1)[0].rstrip() for line in chart([Bar("A", each) for each in bounds], width + 2)]


def test_a_gap_is_seen_and_so_is_an_overlap() -> None:
    assert drawn(Interval(0, 10), Interval(30, 40)) == ["\u2501" * 11, " " * 30 + "\u2501" * 11]
    assert drawn(Interval(0, 30), Interval(10, 40)) == ["\u2501" * 31, " " * 10 + "\u2501" * 31]


def test_what_ends_before_another_begins_does_not_touch_it() -> None:
    assert drawn(Interval(0, 20, high_open=True), Interval(20, 40)) == ["\u2501" * 20, " " * 20 + "\u2501" * 21]


def test_a_point_and_what_has_no_end() -> None:
    assert drawn(Interval(0, 0), Interval(40, 40)) == ["\u25cf", " " * 40 + "\u25cf"]
    first, second = drawn(Interval(0, 10), Interval(30, inf))
    assert second.endswith("\u2501\u25ba")
    assert len(second) == 41
    assert first.startswith("\u2501")


@pytest.mark.parametrize("bounds", [[], [Interval(3, 3), Interval(3, 3)], [Interval()], [Interval(-inf, 3)]])
def test_where_there_is_nothing_to_compare_nothing_is_drawn(bounds: list[Interval]) -> None:
    assert drawn(*bounds) == []


def test_a_narrow_terminal_shows_no_bars() -> None:
    assert drawn(Interval(0, 10), Interval(30, 40), width=NARROWEST - 1) == []


ENDS = st.floats(-1e12, 1e12)
BOUNDS = (
    st.tuples(ENDS | st.just(-inf), ENDS | st.just(inf))
    .map(sorted)
    .filter(lambda e: e != [inf, inf])
    .map(lambda e: Interval(*e))
)


@given(st.lists(BOUNDS, max_size=6), st.integers(0, 200))
def test_a_chart_is_never_wider_than_it_may_be(bounds: list[Interval], width: int) -> None:
    lines = chart([Bar("B derived", each) for each in bounds], width)
    assert len(lines) in (0, len(bounds))
    assert all(len(line) == width and line.endswith(" B derived") and line[:-10].strip() for line in lines)


def test_lists_have_no_order() -> None:
    for finding in factcheck.check([SEEDS]).findings:
        assert bool(bars_of(finding)) == (finding.code in ("FC102", "FC103"))
