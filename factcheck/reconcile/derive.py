"""What follows from other claims: a length from its ends, a date from its anniversary, k of n.

A derived claim names the claims that it comes from, carries their caveats, and takes part in the
comparison and in the likely value.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from factcheck.model import Claim
from factcheck.ruleset import Derive
from factcheck.values import Bounds, Interval, Ordered, calendar
from factcheck.values.reading import DAY, plain_number

_DECIMALS = 4
_VAGUEST = 2  # the longest length over the shortest


def derived(rule: Derive, sources: Sequence[Sequence[Claim]]) -> Iterable[Claim]:
    """Yield the claims that follow; `sources` holds one subject's claims for each source field."""
    match rule.how:
        case "span":
            yield from _span(rule, *sources)
        case "anniversary":
            yield from _anniversary(rule, sources[0])
        case "share":
            yield from _share(rule, *sources)


def _span(rule: Derive, starts: Sequence[Claim], ends: Sequence[Claim]) -> Iterable[Claim]:
    """Subtract the sharpest start from the sharpest end.

    The first day may be counted or not: 3 April to 22 June is 80 days, or 81. A length that is
    vaguer than "more than" says nothing and is not derived.
    """
    start, end = _sharpest(starts), _sharpest(ends)
    if start is None or end is None:
        return
    first, last = _days(start), _days(end)
    shortest = last.low - first.high
    longest = last.high - first.low + 1
    if shortest <= 0 or longest > _VAGUEST * shortest:
        return
    plain = plain_number(shortest)
    reading = f"P{plain}D" if longest - shortest <= 1 else f"P{plain}D/P{plain_number(longest - 1)}D"
    bounds = Interval(shortest * DAY, longest * DAY)
    value = Ordered("duration", reading, Bounds(bounds, bounds), "second", point=shortest * DAY)
    yield _claim(rule, value, (start, end))


def _anniversary(rule: Derive, claims: Sequence[Claim]) -> Iterable[Claim]:
    for claim in claims:
        years = dict(claim.qualifiers).get("years", "")
        if not years.isdecimal() or not isinstance(claim.value, Ordered):
            continue
        days = _days(claim)
        low = _years_before(int(days.low), int(years))
        high = _years_before(int(days.high), int(years))
        exact = high == low
        reading = calendar.iso(low) if exact else f"{calendar.iso(low)}/{calendar.iso(high)}"
        bounds = Interval(low, high + 1, high_open=True)
        yield _claim(rule, Ordered("date", reading, Bounds(bounds, bounds), "day"), (claim,))


def _share(rule: Derive, parts: Sequence[Claim], wholes: Sequence[Claim]) -> Iterable[Claim]:
    """Divide k by n where one document states both, with the same qualifiers."""
    for part in parts:
        same = [w for w in wholes if w.path == part.path and w.qualifiers == part.qualifiers]
        k, n = _point(part), _point(same[0]) if same else None
        if k is None or not n or not 0 <= k <= n:
            continue
        share = round(100 * k / n, _DECIMALS)
        bounds = Interval(share, share)
        value = Ordered("percent", f"{plain_number(share)}%", Bounds(bounds, bounds), "percent", point=share)
        yield _claim(rule, value, (part, same[0]))


def _claim(rule: Derive, value: Ordered, sources: tuple[Claim, ...]) -> Claim:
    shared = set(sources[0].qualifiers).intersection(*(claim.qualifiers for claim in sources))
    return Claim(
        field=rule.field,
        subject=sources[0].subject,
        value=value,
        form="derived",
        rule=rule.field,
        qualifiers=tuple(sorted(pair for pair in shared if rule.how != "anniversary" or pair[0] != "years")),
        caveats=tuple(sorted({caveat for claim in sources for caveat in claim.caveats})),
        derived_from=tuple(claim.id for claim in sources),
    )


def _sharpest(claims: Sequence[Claim]) -> Claim | None:
    """Return the claim that allows least, firm ones first."""
    known = [c for c in claims if isinstance(c.value, Ordered) and c.value.bounds.literal.width < float("inf")]
    return min(known, key=lambda c: (bool(c.caveats), _days(c).width, c.value.reading, c.id), default=None)


def _days(claim: Claim) -> Interval:
    """Return the first and the last day of a date, both inside."""
    assert isinstance(claim.value, Ordered)
    bounds = claim.value.bounds.literal
    return Interval(bounds.low, bounds.high - bounds.high_open)


def _point(claim: Claim) -> float | None:
    return claim.value.point if isinstance(claim.value, Ordered) else None


def _years_before(day: int, years: int) -> int:
    year, month, date = calendar.civil(day)
    last = calendar.days_in_month(year - years, month)
    return calendar.day_number(year - years, month, min(date, last))
