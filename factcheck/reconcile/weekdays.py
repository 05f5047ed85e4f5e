"""Days of the week that cannot be one day: a Tuesday is no Friday, whatever their dates.

A weekday in a document without a date names no day, and bounds nothing; but it still rules out six of seven. Days
next to each other are let pass: a night is on two of them, and so is an hour in two zones.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from factcheck.model import Claim, Finding, Qualifiers
from factcheck.reconcile.findings import CODES
from factcheck.reconcile.two_sided import Keys, quoted, side_of, two_sided
from factcheck.ruleset import Rule
from factcheck.values import Ordered, calendar

_WEEK = 7
_APART = 2  # days, from which on a night or a zone explains nothing
_LONE = re.compile(r"-D([1-7])")  # the reading of a weekday that no date anchors
_UNRESOLVED = "unresolved_date"
_MAY_WARN = frozenset({_UNRESOLVED, "likely_subject", "attributed"})


def weekday_clashes(claims: Sequence[Claim], rule: Rule, keys: Keys, qualifiers: Qualifiers) -> Iterator[Finding]:
    """Yield a finding for each weekday that is at odds with the one that most documents tell of a fact.

    `claims` are all those of one fact, resolved or not. Two days with dates are left to the law for dates. A warning
    at most: without dates nothing surely tells one week's event from the next one's.
    """
    if rule.kind != "date" or rule.severity == "note":
        return
    days: dict[int, list[Claim]] = defaultdict(list)
    for claim in claims:
        if (day := _weekday(claim)) is not None:
            days[day].append(claim)
    told = {day: len({claim.path for claim in of_day}) for day, of_day in days.items()}
    if not days:
        return
    most = min(days, key=lambda day: (-told[day], day))
    for other in sorted(days):
        steps = abs(most - other)
        dated = all(_has_date(days[day]) for day in (most, other))
        if not dated and min(steps, _WEEK - steps) >= _APART and _several(days[most], days[other]):
            yield _finding(days[most], days[other], rule, keys, qualifiers)


def _has_date(claims: Sequence[Claim]) -> bool:
    return any(_UNRESOLVED not in claim.caveats for claim in claims)


def _several(some: Sequence[Claim], others: Sequence[Claim]) -> bool:
    return len({claim.path for claim in (*some, *others)}) > 1


def _weekday(claim: Claim) -> int | None:
    """Return the day of the week that a claim tells, 1 for Monday; None where it tells none, or is no source's own."""
    value = claim.value
    if not isinstance(value, Ordered) or value.kind != "date" or claim.path is None:
        return None
    if (lone := _LONE.fullmatch(value.reading)) is not None:
        return int(lone[1])
    bounds = value.bounds.lenient
    one_day = _UNRESOLVED not in claim.caveats and bounds.high - bounds.low <= 1
    return calendar.weekday(int(bounds.low)) if one_day else None


def _finding(some: Sequence[Claim], others: Sequence[Claim], rule: Rule, keys: Keys, qualifiers: Qualifiers) -> Finding:
    sides = (side_of(some), side_of(others))
    sure = all(any(_MAY_WARN.issuperset(claim.caveats) for claim in side.claims) for side in sides)
    return two_sided(
        CODES["date"],
        rule.id,
        keys,
        qualifiers,
        sides,
        severity="warning" if sure else "note",
        message=" \u2260 ".join(quoted(side.claims[0]) for side in sides),
        why="the days of the week differ by two or more, so that no date satisfies both",
    )
