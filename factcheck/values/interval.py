"""The law for ordered values: intervals, and when all of a group can be true at once.

An interval's ends are open or closed each. A group of intervals can hold one common value iff
max(low) < min(high), or the two are equal and both of those ends are closed. In one dimension
that is the case iff every two of them meet (Helly's theorem), so no pairs are ever listed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil, floor, inf, isinf, isnan


@dataclass(frozen=True, slots=True)
class Interval:
    """All the values from `low` to `high`; infinite ends are unbounded.

    Raises ValueError where an end is not a number or the interval would hold no value.
    """

    low: float = -inf
    high: float = inf
    low_open: bool = False
    high_open: bool = False

    def __post_init__(self) -> None:
        if isnan(self.low) or isnan(self.high):
            raise ValueError("an interval's end is not a number")
        if self.low > self.high or (self.low == self.high and (self.low_open or self.high_open)):
            raise ValueError(f"the interval from {self.low} to {self.high} is empty")

    def meets(self, other: Interval) -> bool:
        """Tell whether the two share a value."""
        return common((self, other)) is not None

    def holds(self, other: Interval) -> bool:
        """Tell whether every value of `other` is also one of this interval's."""
        return common((self, other)) == other

    def widen(self, by: float) -> Interval:
        """Move both ends outwards by `by` and close them where they moved."""
        if by <= 0:
            return self
        return Interval(self.low - by, self.high + by)

    def whole(self) -> Interval:
        """Keep the whole numbers only: counted things have no fractions.

        An interval without a whole number in it is left as it is.
        """
        low, high = self.low, self.high
        if type(low) is int and low == high:
            return self
        if not isinf(low):
            low = floor(low) + 1 if self.low_open and low == floor(low) else ceil(low)
        if not isinf(high):
            high = ceil(high) - 1 if self.high_open and high == ceil(high) else floor(high)
        return Interval(low, high) if low <= high else self

    @property
    def width(self) -> float:
        """The distance between the ends."""
        return self.high - self.low

    def scaled(self, by: float) -> Interval:
        """Multiply both ends by a positive number: a change of unit."""
        return Interval(self.low * by, self.high * by, self.low_open, self.high_open)


def common(intervals: Iterable[Interval]) -> Interval | None:
    """Return what all the intervals share, or None where they cannot all be true."""
    low, low_open, high, high_open = -inf, False, inf, False
    for each in intervals:
        if each.low > low:
            low, low_open = each.low, each.low_open
        elif each.low == low:
            low_open = low_open or each.low_open
        if each.high < high:
            high, high_open = each.high, each.high_open
        elif each.high == high:
            high_open = high_open or each.high_open
    if low > high or (low == high and (low_open or high_open)):
        return None
    return Interval(low, high, low_open, high_open)


def hull(intervals: Sequence[Interval]) -> Interval:
    """Return the smallest interval that holds all of them; at least one must be given."""
    low = min(intervals, key=lambda each: (each.low, each.low_open))
    high = max(intervals, key=lambda each: (each.high, not each.high_open))
    return Interval(low.low, high.high, low.low_open, high.high_open)


def gap(a: Interval, b: Interval) -> float:
    """Return the distance between two intervals; 0 where they meet or touch."""
    return max(0.0, max(a.low, b.low) - min(a.high, b.high))


def stab(intervals: Sequence[Interval]) -> list[list[int]]:
    """Split intervals into the fewest groups that can each be true at once.

    Greedy stabbing by the lowest high end, which is optimal for intervals: O(n log n). Returns
    groups of indices, ordered by value; the order of the input does not matter but for ties.
    """
    by_high = sorted(
        range(len(intervals)),
        key=lambda i: (intervals[i].high, not intervals[i].high_open, intervals[i].low, intervals[i].low_open, i),
    )
    groups: list[list[int]] = []
    point, point_open = -inf, False
    for i in by_high:
        each = intervals[i]
        reached = each.low < point or (each.low == point and not each.low_open and not point_open)
        if groups and reached:
            groups[-1].append(i)
        else:
            groups.append([i])
            point, point_open = each.high, each.high_open
    return groups
