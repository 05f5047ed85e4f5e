"""The laws of intervals: what "all of these can be true at once" means, with ends open or closed."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from math import inf, nan

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from factcheck.values import Interval
from factcheck.values.interval import common, gap, hull, stab

# Few whole numbers make ends meet often; the rest are as strange as floats get.
ends = st.integers(-4, 4) | st.integers(-8, 8).map(lambda n: n / 2) | st.floats(-1e300, 1e300)
lows, highs = ends | st.just(-inf), ends | st.just(inf)


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    low, high = sorted((draw(lows), draw(highs)))
    opens = st.booleans() if low < high else st.just(False)
    return Interval(low, high, draw(opens), draw(opens))


groups = st.lists(intervals(), min_size=1, max_size=5)


def holds(interval: Interval, number: float) -> bool:
    """Say it from the definition, without the code under test."""
    above = number > interval.low or (number == interval.low and not interval.low_open)
    below = number < interval.high or (number == interval.high and not interval.high_open)
    return above and below


def fewest(group: Sequence[Interval], sets: tuple[tuple[Interval, ...], ...] = ()) -> int:
    """Try every partition into sets that can each be true."""
    if not group:
        return len(sets)
    first, *rest = group
    grown = [
        (*sets[:i], (*each, first), *sets[i + 1 :]) for i, each in enumerate(sets) if common((*each, first)) is not None
    ]
    return min(fewest(rest, partition) for partition in [*grown, (*sets, (first,))])


@pytest.mark.parametrize(
    ("low", "high", "opens"),
    [
        (1, 0, (False, False)),
        (inf, -inf, (False, False)),
        (0, 0, (True, False)),
        (0, 0, (False, True)),
        (nan, 0, (False, False)),
        (0, nan, (False, False)),
    ],
)
def test_an_interval_without_values_is_refused(low: float, high: float, opens: tuple[bool, bool]) -> None:
    with pytest.raises(ValueError, match=r"is empty|is not a number"):
        Interval(low, high, *opens)


@pytest.mark.parametrize(
    ("a", "b", "meet"),
    [
        (Interval(0, 1), Interval(1, 2), True),
        (Interval(0, 1, high_open=True), Interval(1, 2), False),  # two-month / nearly three months
        (Interval(0, 1), Interval(1, 2, low_open=True), False),
        (Interval(0, 2, high_open=True), Interval(1, 2, high_open=True), True),
        (Interval(), Interval(5, 5), True),
        (Interval(high=1), Interval(low=2), False),
    ],
)
def test_meeting_depends_on_the_ends(a: Interval, b: Interval, meet: bool) -> None:
    assert a.meets(b) is b.meets(a) is meet


@given(intervals(), intervals())
def test_meets_is_symmetric(a: Interval, b: Interval) -> None:
    assert a.meets(b) == b.meets(a)
    assert a.meets(a)


@given(groups)
def test_a_group_can_be_true_iff_every_two_of_it_can(group: list[Interval]) -> None:
    pairwise = all(a.meets(b) for a, b in combinations(group, 2))
    assert (common(group) is not None) == pairwise


@given(groups, ends)
def test_what_a_group_shares_are_the_values_that_each_holds(group: list[Interval], number: float) -> None:
    shared = common(group)
    assert all(holds(each, number) for each in group) == (shared is not None and holds(shared, number))


@given(groups, ends)
def test_a_hull_holds_all_and_reaches_no_further(group: list[Interval], number: float) -> None:
    whole = hull(group)
    assert all(whole.holds(each) for each in group)
    assert whole.low in [each.low for each in group]
    assert whole.high in [each.high for each in group]
    if any(holds(each, number) for each in group):
        assert holds(whole, number)


@given(intervals(), intervals(), st.floats(0, 1e6))
def test_widening_parts_nothing_that_meets(a: Interval, b: Interval, by: float) -> None:
    assert a.widen(by).holds(a)
    if a.meets(b):
        assert a.widen(by).meets(b)
        assert a.widen(by).meets(b.widen(by))


@given(intervals(), st.integers(-9, 9))
def test_whole_keeps_the_whole_numbers_and_no_others(interval: Interval, number: int) -> None:
    kept = interval.whole()
    assert holds(kept, number) == holds(interval, number)
    assert kept == interval or not (kept.low_open or kept.high_open)


@pytest.mark.parametrize(
    ("interval", "kept"),
    [
        (Interval(85.5, 94.5), Interval(86, 94)),
        (Interval(0, 40, high_open=True), Interval(0, 39)),  # fewer than 40
        (Interval(2.5, inf), Interval(3, inf)),
        (Interval(0, 1, True, True), Interval(0, 1, True, True)),  # there is none to keep
    ],
)
def test_whole(interval: Interval, kept: Interval) -> None:
    assert interval.whole() == kept


@given(intervals(), intervals())
@example(Interval(0, 1, high_open=True), Interval(1, 2))
def test_only_what_meets_or_touches_has_no_gap(a: Interval, b: Interval) -> None:
    touch = a.high == b.low or b.high == a.low
    assert (gap(a, b) == 0) == (a.meets(b) or touch)
    assert gap(a, b) == gap(b, a) >= 0


@given(st.lists(intervals(), max_size=6))
def test_sides_are_true_each_and_as_few_as_can_be(group: list[Interval]) -> None:
    sides = stab(group)
    assert sorted(i for side in sides for i in side) == list(range(len(group)))
    assert all(common(group[i] for i in side) is not None for side in sides)
    assert len(sides) == fewest(group)


@given(st.lists(intervals(), max_size=8), st.data())
def test_the_order_of_the_input_does_not_change_the_sides(group: list[Interval], data: st.DataObject) -> None:
    shuffled = data.draw(st.permutations(group))

    def sides(of: Sequence[Interval]) -> list[list[str]]:
        return sorted(sorted(str(of[i]) for i in side) for side in stab(of))

    assert sides(shuffled) == sides(group)


def test_sides_come_in_the_order_of_their_values() -> None:
    assert stab([Interval(120, 120), Interval(60, 60), Interval(90, 92), Interval(91, 99)]) == [[1], [2, 3], [0]]


@given(intervals(), intervals(), st.sampled_from([2, 64, 1024]))
def test_a_change_of_unit_parts_and_joins_nothing(a: Interval, b: Interval, by: float) -> None:
    assert a.scaled(by).meets(b.scaled(by)) == a.meets(b)
