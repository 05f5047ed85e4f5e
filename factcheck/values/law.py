"""The law of conflict for two values: same, compatible, incomplete, tension or conflict.

A hedge is already in the bounds and softens nothing. `incomparable` is not decided here: values
with different qualifiers never reach the law.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from factcheck.values import calendar
from factcheck.values.interval import gap
from factcheck.values.value import Likeness, Listed, Ordered, Value


class Relation(StrEnum):
    """How two claims about one thing are related, from agreement to contradiction."""

    SAME = "same"
    COMPATIBLE = "compatible"
    INCOMPLETE = "incomplete"
    TENSION = "tension"
    CONFLICT = "conflict"

    @property
    def rank(self) -> int:
        """Order by how much the two disagree."""
        return list(Relation).index(self)


@dataclass(frozen=True, slots=True)
class Related:
    """A relation with its reason and, for ordered values, the distance between the bounds.

    Distances stand in the kind's base unit; for dates they are calendar years.
    """

    relation: Relation
    why: str = ""
    distance: float = 0


def relate(a: Value, b: Value, tolerance: float = 0) -> Related:
    """Return how two values of one field are related; symmetric.

    `tolerance` stands in the kind's base unit: values that close are compatible. Raises TypeError
    where one value is ordered and the other a list.
    """
    if isinstance(a, Ordered) and isinstance(b, Ordered):
        return _relate_ordered(a, b, tolerance)
    if isinstance(a, Listed) and isinstance(b, Listed):
        return _relate_lists(a, b)
    raise TypeError(f"a {a.kind} and a {b.kind} cannot be compared")


def _relate_ordered(a: Ordered, b: Ordered, tolerance: float) -> Related:
    if a.unit != b.unit:
        return Related(Relation.COMPATIBLE, "the units differ")
    if a.reading == b.reading:
        return Related(Relation.SAME)
    slack = tolerance / 2
    if a.bounds.literal.widen(slack).meets(b.bounds.literal.widen(slack)):
        return Related(Relation.COMPATIBLE, "some values satisfy both")
    if a.bounds.lenient.widen(slack).meets(b.bounds.lenient.widen(slack)):
        return Related(Relation.TENSION, "taken literally no value satisfies both")
    return Related(Relation.CONFLICT, "no value satisfies both", distance(a, b))


def distance(a: Ordered, b: Ordered) -> float:
    """Return how far two ordered values are apart: calendar years for dates, else the gap."""
    if a.kind != "date":
        return gap(a.bounds.literal, b.bounds.literal)
    early, late = sorted((a.bounds.literal, b.bounds.literal), key=lambda each: each.low)
    # An open end is the first day after the span.
    last_day = int(early.high) - early.high_open
    return max(0, calendar.civil(int(late.low))[0] - calendar.civil(last_day)[0])


def _relate_lists(a: Listed, b: Listed) -> Related:
    best_of_a = [max((x.likeness(y) for y in b.items), default=(Likeness.DIFFERENT, "")) for x in a.items]
    best_of_b = [max((y.likeness(x) for x in a.items), default=(Likeness.DIFFERENT, "")) for y in b.items]
    both = best_of_a + best_of_b
    if all(likeness is Likeness.SAME for likeness, _ in both):
        return Related(Relation.SAME)
    reasons = "; ".join(sorted({why for _, why in both if why}))
    if all(likeness >= Likeness.MEMBER for likeness, _ in both):
        return Related(Relation.COMPATIBLE, reasons)
    if a.kind == "choice" and any(likeness is Likeness.SAME for likeness, _ in both):
        return Related(Relation.COMPATIBLE, "one of two words is wider")
    if any(likeness >= Likeness.MEMBER for likeness, _ in both):
        return Related(Relation.INCOMPLETE, reasons or _what_is_missing(a, b))
    if any(likeness is Likeness.NEAR for likeness, _ in both):
        return Related(Relation.TENSION, reasons)
    return Related(Relation.CONFLICT, "the two share nothing")


def _what_is_missing(a: Listed, b: Listed) -> str:
    def lacking(of: Listed, other: Listed) -> list[str]:
        return [x.text for x in of.items if all(not x.likeness(y)[0] for y in other.items)]

    only_a, only_b = lacking(a, b), lacking(b, a)
    parts = [f"only one side names {', '.join(sorted(only))}" for only in (only_a, only_b) if only]
    return "; ".join(sorted(parts))
