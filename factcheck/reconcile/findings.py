"""Facts with contradicting sides become findings: relation, severity, code, and the words for it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import combinations

from factcheck import codes
from factcheck.model import LIKELY, SEVERITIES, Finding, Likely, Qualifiers, Severity, Side
from factcheck.reconcile.fingerprint import fingerprint
from factcheck.reconcile.sides import Camp, Statement, between, contradicting
from factcheck.reconcile.superseded import superseded
from factcheck.reconcile.two_sided import Keys, quoted
from factcheck.ruleset import Rule
from factcheck.ruleset.pack import ARITHMETIC, ORDER
from factcheck.values import Ordered, Related, Relation, relate
from factcheck.values.wording import allows

CODES = {
    "number": "FC101",
    "date": "FC102",
    "duration": "FC103",
    "name": "FC104",
    "country": "FC105",
    "language": "FC105",
    "text": "FC105",
    "money": "FC106",
    "percent": "FC107",
    "time": "FC102",
    "score": "FC105",
    "choice": "FC105",
    "ordinal": "FC101",
}
DERIVED, SUMS, INSIDE, SUPERSEDED = "FC201", "FC202", "FC401", "FC501"
_MANY_PAIRS = 1000
_AGREE = (Relation.SAME, Relation.COMPATIBLE)
_SOFT = {
    "inferred_subject": "it is not sure whom or what the words are about",
    "likely_subject": "the words are likely, not surely, about the same",
    LIKELY: "it is likely, but not sure, that both speak of one subject",
    "boilerplate": "the words stand beside the page's own text",
    "ambiguous": "a date can be read in two ways",
    "guessed_date": "the year comes from a guessed date of the page",
    "file_date": "the year comes from the day on which the file was made",
    "asked": "it stands in a question",
    "planned": "it is planned, or may be so",
    "alleged": "it is only alleged, or believed to be so",
    "attributed": "somebody is only said to have said so",
    "quoted": "the words are somebody else's, quoted",
}


_ORDER_STANDS = frozenset({_SOFT["inferred_subject"]})  # an order is no error in any case
_WORTH_A_WARNING = frozenset(
    _SOFT[caveat] for caveat in ("likely_subject", "ambiguous", "guessed_date", "alleged", "attributed", "quoted")
)


def findings_of(
    camps: Sequence[Camp],
    rule: Rule,
    keys: Keys,
    subject: str,
    qualifiers: Qualifiers,
    likely: Likely | None,
) -> Iterable[Finding]:
    """Yield a finding for every two sides of a fact that do not agree; the first of the `keys` is its subject's.

    Once a verdict has settled the fact, only what contradicts the verdict is found.
    """
    verdict = next((each for camp in camps for each in camp.statements if each.settled), None)
    for a, b in combinations(camps, 2) if verdict is None else against(verdict, camps, rule):
        related, one, other = judge(a, b, rule)
        if related.relation not in (Relation.CONFLICT, Relation.TENSION, Relation.INCOMPLETE):
            continue
        code = codes.VERDICT if verdict is not None else _code(a, b, rule)
        if code is not None and verdict is None and (update := superseded(a, b, rule, related.distance)) is not None:
            code, related = SUPERSEDED, update
        if code is None:
            continue
        sides = (_shown(a, b, rule), _shown(b, a, rule))
        floor: Severity = "warning" if related.relation is Relation.CONFLICT and _own_sum_fails(a, b) else "note"
        pairs = known_pairs(a, b, rule)
        yield Finding(
            fingerprint=fingerprint(keys[0], rule.id, qualifiers, code, (side.reading for side in sides)),
            known_as=tuple(fingerprint(key, rule.id, qualifiers, code, pair) for key in keys for pair in pairs),
            code=code,
            field=rule.id,
            subject=subject,
            status=related.relation,
            severity=max(severity(related, rule, code, sums=_sums(a, b)), floor, key=SEVERITIES.index),
            sides=sides,
            message=f"{_says(one)} \u2260 {_says(other)}",
            why=_why(related, one, other),
            likely=likely,
            qualifiers=qualifiers,
        )


def _shown(camp: Camp, other: Camp, rule: Rule) -> Side:
    """Return a side with what contradicts the other first, and then what would stand by both: "dozens" by 50 and 80."""
    side = _with_inputs(camp)
    if not camp.stated:
        return side
    loud = {id(each) for s in contradicting(camp.statements, other.statements, rule) for each in s.claims}
    return replace(side, claims=tuple(sorted(side.claims, key=lambda c: (c.span is None, id(c) not in loud))))


def _with_inputs(camp: Camp) -> Side:
    """Return a side; one that nobody states is shown with all that it follows from."""
    side = camp.side
    if camp.stated:
        return side
    roots = {root.id: root for claim in side.claims for root in claim.roots}
    return replace(side, claims=(*side.claims, *roots.values()))


def against(verdict: Statement, camps: Sequence[Camp], rule: Rule) -> Iterable[tuple[Camp, Camp]]:
    """Yield the verdict with what some document states against it, side by side."""
    settled = Camp((verdict,))
    for camp in camps:
        others = (each for each in camp.stated if not each.settled)
        contradicting = [each for each in others if judge(settled, Camp((each,)), rule)[0].relation not in _AGREE]
        if contradicting:
            yield settled, Camp(tuple(contradicting))


def known_pairs(a: Camp, b: Camp, rule: Rule) -> list[tuple[str, str]]:
    """Return the pairs of readings, one from each side, by which the finding about two sides may be known.

    Where there are very many, only those with a side's own reading: a baseline holds such a pair when it is written.
    """
    ours, theirs = (a.side.reading, b.side.reading)
    one, two = _speaking_for(a, rule), _speaking_for(b, rule)
    if len(one) * len(two) > _MANY_PAIRS:
        return [(ours, theirs), *((x, theirs) for x in one), *((ours, y) for y in two)]
    return [(ours, theirs), *((x, y) for x in one for y in two if (x, y) != (ours, theirs))]


def _speaking_for(camp: Camp, rule: Rule) -> list[str]:
    """Return the readings of a side with which all its others agree; amounts and dates on one side all do."""
    values = {statement.value.reading: statement.value for statement in camp.stated or camp.statements}
    if not rule.is_list:
        return list(values)
    return [
        reading
        for reading, value in values.items()
        if all(relate(value, other).relation in _AGREE for other in values.values() if other is not value)
    ]


def judge(a: Camp, b: Camp, rule: Rule) -> tuple[Related, Statement, Statement]:
    """Return how two sides are related; only firm statements on both make a conflict.

    Derived statements speak only where nothing on their side is stated. Statements whose subjects are only likely one
    make none; those of one such subject among themselves do.
    """
    loud = [camp.stated or camp.statements for camp in (a, b)]
    related, one, other = between(loud[0], loud[1], rule)
    if related.relation is not Relation.CONFLICT:
        return related, one, other
    for own in sorted({statement.own for statements in loud for statement in statements}):
        firm = [tuple(s for s in each if s.firm_among(own) and (s.stated or _follows_surely(s))) for each in loud]
        if all(firm):
            sure = between(firm[0], firm[1], rule)
            if sure[0].relation is Relation.CONFLICT:
                return sure
    return Related(Relation.TENSION, _softened(one, other), related.distance), one, other


def _follows_surely(statement: Statement) -> bool:
    """Tell whether a statement is derived, and arithmetic only from what is certain."""
    claim = statement.claims[0]
    return not statement.stated and not (claim.how in ARITHMETIC and claim.caveats)


def severity(related: Related, rule: Rule, code: str, *, sums: bool = False) -> Severity:
    """Grade a relation: by the rule, by distance where that matters, and by how sure it is.

    `sums` that do not add up are a warning at most.
    """
    most = SEVERITIES.index(rule.severity)
    if related.relation is Relation.INCOMPLETE or code in (INSIDE, SUPERSEDED):
        most = 0
    elif related.relation is Relation.TENSION:
        warns = rule.is_list and related.why != _SOFT[LIKELY]
        stands = rule.kind == ORDER and related.why in _ORDER_STANDS
        most = min(most, 1 if warns or stands or related.why in _WORTH_A_WARNING else 0)
    elif rule.error_beyond and related.distance <= rule.graded_to:
        most = min(most, 1)
    return SEVERITIES[min(most, 1) if sums else most]


def _own_sum_fails(a: Camp, b: Camp) -> bool:
    """Tell whether a document states on one side what its own numbers, put together, contradict on the other."""
    return any(
        claim.how in ARITHMETIC and not claim.caveats and len(claim.paths) == 1 and claim.paths <= other.side.paths
        for camp, other in ((a, b), (b, a))
        for statement in camp.statements
        for claim in statement.claims
    )


def _code(a: Camp, b: Camp, rule: Rule) -> str | None:
    """Return the finding's code, or None where nothing stated contradicts anything."""
    if not a.stated and not b.stated:
        return None
    if len(_paths(a) | _paths(b)) == 1:
        return INSIDE
    if rule.kind == ORDER:
        return codes.ORDER
    if a.stated and b.stated:
        return CODES.get(rule.kind, "FC101")
    return SUMS if _sums(a, b) else DERIVED


def _paths(camp: Camp) -> frozenset[str]:
    """Return the documents that speak for a side; what is derived speaks only where nothing is stated."""
    return frozenset(path for each in camp.stated or camp.statements for claim in each.claims for path in claim.paths)


def _sums(a: Camp, b: Camp) -> bool:
    """Tell whether one of two sides is arithmetic alone."""
    alone = (camp for camp in (a, b) if not camp.stated)
    return any(each.claims[0].how in ARITHMETIC for camp in alone for each in camp.statements)


def _softened(a: Statement, b: Statement) -> str:
    caveats = {caveat for s in (a, b) if not s.firm for claim in s.claims for caveat in claim.caveats}
    return next((why for caveat, why in _SOFT.items() if caveat in caveats), "one side is not certain")


def _says(statement: Statement) -> str:
    claim = statement.claims[0]
    return allows(statement.value) if claim.span is None else quoted(claim)


def _why(related: Related, a: Statement, b: Statement) -> str:
    if not isinstance(a.value, Ordered) or not isinstance(b.value, Ordered):
        return related.why
    low, high = sorted((a.value, b.value), key=lambda v: v.bounds.literal.low)
    if low.kind == ORDER:
        unsure = f" ({related.why})" if related.relation is Relation.TENSION else ""
        return f"not both can be: one has {allows(low)}, the other {allows(high)}{unsure}"
    return f"{related.why}: one allows {allows(low)}, the other {allows(high)}"
