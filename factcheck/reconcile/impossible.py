"""Orders that cannot be: the dates of two events contradict the order that a rule pack says always holds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from factcheck.codes import ORDER
from factcheck.model import BESIDE, Claim, Finding, Key, Severity
from factcheck.reconcile.findings import INSIDE
from factcheck.reconcile.link import Linker
from factcheck.reconcile.two_sided import Keys, side_of, two_sided
from factcheck.ruleset import Order, Ruleset
from factcheck.values import Interval, Ordered, Relation
from factcheck.values.wording import allows

_MOST_NAMED = 2  # dates of one event that a message names


def impossible_orders(claims: Iterable[Claim], ruleset: Ruleset, linker: Linker) -> Iterator[Finding]:
    """Yield a finding for each subject whose dates contradict an order that always holds: a warning at most.

    The later event must lie before every known date of the earlier one, even leniently.
    """
    dates = {event.id: event.date for event in ruleset.events}
    wanted = {name for order in ruleset.order for id in (order.first, order.then) for name in dates[id]}
    by_subject: dict[Key, dict[str, list[Claim]]] = defaultdict(lambda: defaultdict(list))
    for claim in claims:
        if claim.field in wanted and claim.value.kind == "date":
            by_subject[linker.key(claim.subject)][claim.field].append(claim)
    for key in sorted(by_subject):
        for order in ruleset.order:
            yield from _contradiction(order, dates, by_subject[key], key, linker)


def _contradiction(
    order: Order, dates: Mapping[str, Sequence[str]], told: Mapping[str, Sequence[Claim]], key: Key, linker: Linker
) -> Iterator[Finding]:
    firsts = [told[name] for name in dates[order.first] if told.get(name)]
    if len(firsts) < order.least:
        return
    first = [claim for of_field in firsts for claim in of_field]
    earliest = min(_bounds(claim).low for claim in first)
    early = [claim for name in dates[order.then] for claim in told.get(name, ()) if _last(claim) < earliest]
    if not early:
        return
    soonest = min(_last(claim) for claim in first)
    first = [claim for claim in first if _bounds(claim).low <= soonest]
    yield _finding(order, early, first, (key, *sorted(linker.keys(early[0].subject) - {key})))


def _finding(order: Order, early: Sequence[Claim], first: Sequence[Claim], keys: Keys) -> Finding:
    sides = (side_of(early), side_of(first))
    inside = len({path for claim in (*early, *first) for path in claim.paths}) == 1
    code = INSIDE if inside else ORDER
    qualifiers = ((BESIDE, order.first),)
    sure = all(any(not claim.caveats for claim in claims) for claims in (early, first))
    severity: Severity = "warning" if sure and not inside else "note"
    message = f"{order.then} ({_told(early)}) before {order.first} ({_told(first)})"
    return two_sided(
        code,
        order.then,
        keys,
        qualifiers,
        sides,
        severity=severity,
        message=message,
        why=f"{message}: {order.because}",
        status=Relation.CONFLICT if sure else Relation.TENSION,
    )


def _told(claims: Sequence[Claim]) -> str:
    days = sorted({allows(claim.value) for claim in claims})
    return ", ".join(days[:_MOST_NAMED]) + (" \u2026" if len(days) > _MOST_NAMED else "")


def _bounds(claim: Claim) -> Interval:
    assert isinstance(claim.value, Ordered)
    return claim.value.bounds.lenient


def _last(claim: Claim) -> float:
    bounds = _bounds(claim)
    return float(bounds.high - bounds.high_open)
