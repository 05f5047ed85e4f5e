"""Dates without a year that cannot be one date: a Tuesday is no Friday, and December is not September.

A weekday or a month in a document without a date names no day, and bounds nothing; but it still rules out all the
others. Days next to each other are let pass: a night is on two of them, and so is an hour in two zones.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from factcheck.model import Claim, Finding, Qualifiers
from factcheck.reconcile.findings import CODES
from factcheck.reconcile.two_sided import Keys, quoted, side_of, two_sided
from factcheck.ruleset import Rule
from factcheck.values import Ordered, calendar

Days = tuple[int, int]  # the first and the last day that a claim allows, in a week or in a year
_APART = 2  # days, from which on a night or a zone explains nothing
_LONE_DAY = re.compile(r"-D([1-7])")  # the readings of a weekday and of a month that no date anchors
_LONE_MONTH = re.compile(r"XXXX-([0-9]{2})(?:-([0-9]{2}))?")
_LEAP = 2000  # a year that has every day
_MONTH = 31
_UNRESOLVED = "unresolved_date"
_MAY_WARN = frozenset({_UNRESOLVED, "likely_subject", "attributed"})


@dataclass(frozen=True, slots=True)
class _Round:
    """What comes round: its length in days, what a claim says of it, and what it means where two do not meet."""

    length: int
    days: Callable[[Ordered, bool], Days | None]
    why: str

    def apart(self, some: Days, others: Days) -> bool:
        """Tell whether two stretches of days are too far from each other to be about one day."""
        if some[0] <= others[1] and others[0] <= some[1]:
            return False
        gaps = ((others[0] - some[1]) % self.length, (some[0] - others[1]) % self.length)
        return min(gaps) >= _APART


def _weekday(value: Ordered, dated: bool) -> Days | None:
    """Return the day of the week that a date tells, 1 for Monday; None where it tells none."""
    if (lone := _LONE_DAY.fullmatch(value.reading)) is not None:
        return int(lone[1]), int(lone[1])
    bounds = value.bounds.lenient
    if not dated or bounds.high - bounds.low > 1:
        return None
    day = calendar.weekday(int(bounds.low))
    return day, day


def _month(value: Ordered, dated: bool) -> Days | None:
    """Return the days of a year that a date tells, as those of a leap year; None where it tells no month."""
    if (lone := _LONE_MONTH.fullmatch(value.reading)) is not None:
        month, day = int(lone[1]), lone[2]
        first, last = (int(day), int(day)) if day else (1, calendar.days_in_month(_LEAP, month))
        return _of_year(month, first), _of_year(month, last)
    bounds = value.bounds.lenient
    if not dated or bounds.high - bounds.low > _MONTH:
        return None
    _, *first_day = calendar.civil(int(bounds.low))
    _, *last_day = calendar.civil(int(bounds.high) - bounds.high_open)
    return _of_year(*first_day), _of_year(*last_day)


def _of_year(month: int, day: int) -> int:
    return calendar.day_number(_LEAP, month, day) - calendar.day_number(_LEAP, 1, 1)


_ROUNDS = (
    _Round(7, _weekday, "the days of the week differ by two or more, so that no date satisfies both"),
    _Round(366, _month, "the months or days differ, so that no date satisfies both, of whatever year"),
)


def undated_clashes(claims: Sequence[Claim], rule: Rule, keys: Keys, qualifiers: Qualifiers) -> Iterator[Finding]:
    """Yield a finding for each weekday or month that is at odds with the one that most documents tell of a fact.

    `claims` are all those of one fact, resolved or not. Two days with dates are left to the law for dates. A warning
    at most: without dates nothing surely tells one week's or year's event from the next one's.
    """
    if rule.kind != "date" or rule.severity == "note":
        return
    for each in _ROUNDS:
        told: dict[Days, list[Claim]] = defaultdict(list)
        for claim in claims:
            if (days := _told(claim, each)) is not None:
                told[days].append(claim)
        if not told:
            continue
        most = min(told, key=lambda days: (-len({claim.path for claim in told[days]}), days))
        for other in sorted(told):
            dated = all(_has_date(told[days]) for days in (most, other))
            if not dated and each.apart(most, other) and _several(told[most], told[other]):
                yield _finding(told[most], told[other], rule, keys, qualifiers, each.why)


def _told(claim: Claim, of: _Round) -> Days | None:
    value = claim.value
    if not isinstance(value, Ordered) or value.kind != "date" or claim.path is None:
        return None
    return of.days(value, _UNRESOLVED not in claim.caveats)


def _has_date(claims: Sequence[Claim]) -> bool:
    return any(_UNRESOLVED not in claim.caveats for claim in claims)


def _several(some: Sequence[Claim], others: Sequence[Claim]) -> bool:
    return len({claim.path for claim in (*some, *others)}) > 1


def _finding(
    some: Sequence[Claim], others: Sequence[Claim], rule: Rule, keys: Keys, qualifiers: Qualifiers, why: str
) -> Finding:
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
        why=why,
    )
