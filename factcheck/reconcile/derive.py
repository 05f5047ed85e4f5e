"""What follows from other claims: a length from its ends, an age, a sum, k of n.

A derived claim names the claims that it comes from, carries their caveats, and takes part in the
comparison and in the likely value.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from math import inf

from factcheck.model import Claim
from factcheck.ruleset import Derive
from factcheck.values import Bounds, Interval, Ordered, calendar
from factcheck.values.reading import DAY, plain_number

OLDEST = 122  # years; no age on record is higher
_DECIMALS = 4
_VAGUEST = 2  # the longest length over the shortest


def derived(rule: Derive, sources: Sequence[Sequence[Claim]]) -> Iterable[Claim]:
    """Yield the claims that follow; `sources` holds one subject's claims for each source field."""
    match rule.how:
        case "span":
            yield from _span(rule, *sources)
        case "anniversary":
            yield from _anniversary(rule, sources[0])
        case "share" | "ratio":
            yield from _share(rule, *sources)
        case "age":
            yield from _age(rule, *sources)
        case "birth":
            yield from _birth(rule, *sources)
        case "sum":
            yield from _sum(rule, sources)


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


def _age(rule: Derive, births: Sequence[Claim], days: Sequence[Claim]) -> Iterable[Claim]:
    """Count the full years from a birth to a later day; from a year alone they are told to within one."""
    birth, day = _sharpest(births), _sharpest(days)
    if birth is None or day is None:
        return
    born, then = _days(birth), _days(day)
    low, high = _full_years(born.high, then.low), _full_years(born.low, then.high)
    if low >= 0 and high <= low + _VAGUEST and high <= OLDEST:
        reading = plain_number(low) if low == high else f"{plain_number(low)}/{plain_number(high)}"
        bounds = Interval(low, high)
        point = low if low == high else None
        value = Ordered("age", reading, Bounds(bounds, bounds), "year", point=point)
        yield _claim(rule, value, (birth, day))


def _birth(rule: Derive, ages: Sequence[Claim], days: Sequence[Claim]) -> Iterable[Claim]:
    """Count an age back from the day on which somebody had it: born in the year that ended there."""
    age, day = _sharpest_number(ages), _sharpest(days)
    if age is None or day is None:
        return
    assert isinstance(age.value, Ordered)
    years, then = age.value.bounds.literal, _days(day)
    if not 0 <= years.low <= years.high <= min(OLDEST, years.low + _VAGUEST):
        return
    low = _years_before(int(then.low), int(years.high) + 1) + 1
    high = _years_before(int(then.high), int(years.low))
    bounds = Interval(low, high + 1, high_open=True)
    reading = f"{calendar.iso(low)}/{calendar.iso(high)}"
    yield _claim(rule, Ordered("date", reading, Bounds(bounds, bounds), "day"), (age, day))


def _sum(rule: Derive, sources: Sequence[Sequence[Claim]]) -> Iterable[Claim]:
    """Add parts where one document states each of them once, with the same qualifiers and unit.

    The sum's bounds are the sums of the bounds: a hedge of a part is one of the whole.
    """
    for first in sources[0]:
        rest = [[c for c in of_field if _beside(c, first)] for of_field in sources[1:]]
        alone = sum(_beside(claim, first) for claim in sources[0]) == 1
        if not alone or any(len(found) != 1 for found in rest):
            continue
        parts = (first, *(found[0] for found in rest))
        values = [claim.value for claim in parts if isinstance(claim.value, Ordered)]
        if len(values) < len(parts) or len({value.unit for value in values}) > 1:
            continue
        bounds = Bounds(_added(v.bounds.literal for v in values), _added(v.bounds.lenient for v in values))
        points = [value.point for value in values if value.point is not None and value.hedge is None]
        total = sum(points) if len(points) == len(values) else None
        reading = " + ".join(value.reading for value in values) if total is None else plain_number(total)
        value = replace(values[0], reading=reading, bounds=bounds, hedge=None, point=total)
        yield _claim(rule, value, parts)


def _added(intervals: Iterable[Interval]) -> Interval:
    """Return what sums of values of these intervals can be."""
    each = list(intervals)
    low, high = sum(one.low for one in each), sum(one.high for one in each)
    return Interval(low, high, any(one.low_open for one in each), any(one.high_open for one in each))


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
        how=rule.how,
        roots=roots_of(sources),
    )


def roots_of(sources: Iterable[Claim]) -> tuple[Claim, ...]:
    """Return the stated claims at the beginning of the chains that lead to these, each once."""
    found = (root for claim in sources for root in claim.roots or (claim,))
    return tuple({root.id: root for root in found}.values())


def _sharpest(claims: Sequence[Claim]) -> Claim | None:
    """Return the claim that allows least, firm ones first."""
    known = [claim for claim in claims if _bounded(claim)]
    return min(known, key=vagueness, default=None)


def _days(claim: Claim) -> Interval:
    """Return the first and the last day of a date, both inside."""
    assert isinstance(claim.value, Ordered)
    bounds = claim.value.bounds.literal
    return Interval(bounds.low, bounds.high - bounds.high_open)


def _bounded(claim: Claim) -> bool:
    return isinstance(claim.value, Ordered) and claim.value.bounds.literal.width < inf


def _sharpest_number(claims: Sequence[Claim]) -> Claim | None:
    """Return the number that allows least, firm ones first."""
    known = [c for c in claims if isinstance(c.value, Ordered) and _bounded(c)]
    return min(known, key=vagueness, default=None)


def vagueness(claim: Claim) -> tuple[bool, float, str, str]:
    """Return by what the sharpest claim comes first: firm ones before others, then by the width of what they allow."""
    assert isinstance(claim.value, Ordered)
    return bool(claim.caveats), claim.value.bounds.literal.width, claim.value.reading, claim.id


def _beside(claim: Claim, other: Claim) -> bool:
    """Tell whether one document states both, of the same."""
    return claim.path is not None and (claim.path, claim.qualifiers) == (other.path, other.qualifiers)


def _full_years(born: float, then: float) -> int:
    """Return the birthdays between two days."""
    (year, *birthday), (now, *day) = calendar.civil(int(born)), calendar.civil(int(then))
    return now - year - (day < birthday)


def _point(claim: Claim) -> float | None:
    return claim.value.point if isinstance(claim.value, Ordered) else None


def _years_before(day: int, years: int) -> int:
    year, month, date = calendar.civil(day)
    last = calendar.days_in_month(year - years, month)
    return calendar.day_number(year - years, month, min(date, last))
