"""Values that move: what a later report says takes the place of what an earlier one said, and contradicts it not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from math import inf

from factcheck.reconcile.sides import Camp, Statement, contradicting
from factcheck.ruleset import Rule
from factcheck.values import Related, Relation

_YEAR = 365.25  # days
_TURN = 1  # years that an age may have turned within a day


def superseded(a: Camp, b: Camp, rule: Rule, distance: float) -> Related | None:
    """Return a tension where a value moves with time and what contradicts was told later, day by day, on one side.

    `distance` is that of the two sides, in the unit of the law. An age grows by a year in a year: what is further apart
    did not move.
    """
    if not rule.moves:
        return None
    sides = [each.stated or each.statements for each in (a, b)]
    days = [sorted(_days(contradicting(mine, theirs, rule) or mine)) for mine, theirs in (sides, sides[::-1])]
    earlier, later = sorted(days)
    if not earlier or not earlier[0] or earlier[-1] >= later[0]:
        return None
    if rule.kind == "age" and distance > _TURN + _days_between(earlier[0], later[-1]) / _YEAR:
        return None
    return Related(Relation.TENSION, f"the value moves with time; the reports are of {earlier[-1]} and {later[0]}")


def _days(made: Iterable[Statement]) -> Iterator[str]:
    return (root.told for each in made for claim in each.claims for root in claim.roots or (claim,))


def _days_between(a: str, b: str) -> float:
    try:
        return abs((date.fromisoformat(b) - date.fromisoformat(a)).days)
    except ValueError:  # a day before our era, or after the year 9999
        return inf
