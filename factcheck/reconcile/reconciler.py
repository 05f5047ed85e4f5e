"""The stage itself: link subjects, derive, group, split into sides, judge."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from factcheck.codes import VERDICT
from factcheck.model import (
    NO_LINKAGE,
    UNKNOWN,
    WHICH,
    Claim,
    Copy,
    Fact,
    Finding,
    Key,
    Likely,
    Linkage,
    Qualifiers,
    Standing,
    Status,
)
from factcheck.reconcile.declared import NOTHING, Declared
from factcheck.reconcile.derive import derived
from factcheck.reconcile.findings import findings_of, judge
from factcheck.reconcile.identity import uncertain_identities
from factcheck.reconcile.impossible import impossible_orders
from factcheck.reconcile.likely import Disputed, decide
from factcheck.reconcile.link import Linker
from factcheck.reconcile.naming import Habits
from factcheck.reconcile.omission import omissions
from factcheck.reconcile.order import derived_orders
from factcheck.reconcile.parts import oversized_parts
from factcheck.reconcile.roles import role_hints
from factcheck.reconcile.sides import Camp, split, statements
from factcheck.reconcile.two_sided import Keys
from factcheck.reconcile.undated import undated_clashes
from factcheck.ruleset import Rule, Ruleset
from factcheck.values import Relation

FactKey = tuple[Key, str, Qualifiers]
Group = tuple[FactKey, Sequence[Claim]]  # the claims of one fact


class EachGroup(Protocol):
    """Applies a function to every group, in order."""

    def __call__(self, step: Callable[[Group], list[Camp]], groups: Iterable[Group], /) -> Iterable[list[Camp]]:
        """Return what the function returns of each."""
        ...


class Split:
    """The group step: the claims of one fact are split into sides. Picklable, and knows no other group."""

    def __init__(self, rules: Mapping[str, Rule]) -> None:
        self._rules = rules

    def __call__(self, group: Group) -> list[Camp]:
        """Return the sides that the claims of one fact stand on."""
        (_, field, _), claims = group
        return split(statements(claims, self._rules[field]), self._rules[field])


NO_DATE = "its date cannot be resolved"


@dataclass(frozen=True, slots=True)
class Reconciled:
    """All claims, stated and derived, with the facts that they make, the findings among them, and their subjects."""

    claims: tuple[Claim, ...]
    facts: tuple[Fact, ...]
    findings: tuple[Finding, ...]
    linkage: Linkage = NO_LINKAGE
    standings: tuple[Standing, ...] = ()
    copies: tuple[Copy, ...] = ()


def reconcile(
    claims: Sequence[Claim],
    ruleset: Ruleset,
    habits: Habits = Habits(),  # noqa: B008
    declared: Declared = NOTHING,
    kin: Sequence[tuple[str, str, str]] = (),
    each: EachGroup = map,
) -> Reconciled:
    """Return what the claims of all documents make together; claims must carry their ids.

    `habits` are how names are read, `declared` what is known of them, `kin` pairs of documents that copy, with the
    reason; `each` applies the group step to every group, wherever that may be. Neither the order nor the paths of the
    documents change what is found.
    """
    rules = ruleset.judging
    about = [replace(claim, subject=claim.beside) for claim in claims if claim.beside is not None]
    linker = Linker((*claims, *about), ruleset.subjects, habits, declared)
    everything = _with_what_follows(_named(claims, linker), ruleset, linker)
    groups, undated = (_grouped(everything, why, linker) for why in (None, NO_DATE))
    facts: list[Fact] = []
    findings: list[Finding] = list(impossible_orders(filter(comparable, everything), ruleset, linker))
    keys_of = {key: _keys(key, groups[key], linker) for key in sorted(groups)}
    order = sorted(groups)
    sides = dict(zip(order, each(Split(rules), ((key, groups[key]) for key in order)), strict=True))
    told = _told(groups, ruleset)
    decided = decide([Disputed(rules[key[1]], camps, told.get(key, ())) for key, camps in sides.items()], kin)
    for (key, camps), best in zip(sides.items(), decided.likely, strict=True):
        fact, found = _fact(key, camps, rules[key[1]], keys_of[key], best)
        facts.append(fact)
        findings += found
        findings += omissions(groups[key], rules[key[1]], keys_of[key], key[2])
    findings += oversized_parts(groups, rules, keys_of)
    for key, claims_of in sorted(undated.items()):
        keys = _keys(key, claims_of, linker)
        findings += undated_clashes([*groups.get(key, ()), *claims_of], rules[key[1]], keys, key[2])
    findings = _with_hints(findings, groups, ruleset, linker)
    linkage = linker.linkage()
    findings += uncertain_identities(linkage.resembling, groups, rules)
    loudest = tuple(sorted(findings, key=_loudest_first))
    return Reconciled(tuple(everything), tuple(facts), loudest, linkage, decided.sources, decided.copies)


def comparable(claim: Claim) -> bool:
    """Tell whether a claim can be held against others: its subject and its date must be known."""
    return why_not_compared(claim) is None


def why_not_compared(claim: Claim) -> str | None:
    """Return why a claim is held against no other, or None where it is."""
    if claim.subject.name == UNKNOWN:
        return "nothing says whom or what it is about"
    if WHICH in claim.caveats:
        return "several subjects bear that name, and nothing says which one it is"
    return NO_DATE if "unresolved_date" in claim.caveats else None


def _grouped(claims: Iterable[Claim], why: str | None, linker: Linker) -> dict[FactKey, list[Claim]]:
    """Return claims by their fact: those that can be compared, or those that cannot for one reason."""
    groups: dict[FactKey, list[Claim]] = defaultdict(list)
    for claim in claims:
        if why_not_compared(claim) == why:
            groups[_fact_key(claim, linker)].append(claim)
    return groups


def _named(claims: Sequence[Claim], linker: Linker) -> list[Claim]:
    """Return claims with their subjects called as most documents call them."""
    named = linker.named(claims)
    beside = iter(linker.named([replace(claim, subject=claim.beside) for claim in named if claim.beside is not None]))
    return [claim if claim.beside is None else replace(claim, beside=next(beside).subject) for claim in named]


def _fact_key(claim: Claim, linker: Linker) -> FactKey:
    """Return what a claim is about; the order of two events is about the subjects of both."""
    key = linker.key(claim.subject)
    if claim.beside is not None and (beside := linker.key(claim.beside)) != key:
        key = key[0], f"{key[1]} {beside[1]}"
    return key, claim.field, claim.qualifiers


def _keys(key: FactKey, claims: Sequence[Claim], linker: Linker) -> Keys:
    """Return the keys of a fact's subject: its own first, then those that it would have among other documents."""
    others = {other for claim in claims for other in linker.keys(claim.subject)} - {key[0]}
    return (key[0], *sorted(others))


def _with_what_follows(claims: Sequence[Claim], ruleset: Ruleset, linker: Linker) -> list[Claim]:
    """Return all claims, with those that follow from them, numbered on."""
    known = [*claims, *_derive_all(claims, ruleset, linker)]
    orders = derived_orders([claim for claim in known if comparable(claim)], ruleset, linker)
    return [*known, *(replace(claim, id=f"c{n}") for n, claim in enumerate(orders, len(known) + 1))]


def _told(groups: dict[FactKey, list[Claim]], ruleset: Ruleset) -> dict[FactKey, list[Claim]]:
    """Return what other fields tell of facts without qualifiers: a film's year follows from its first showings."""
    of_field: dict[tuple[Key, str], list[Claim]] = defaultdict(list)
    wanted = {field for rule in ruleset.rules for field in rule.told_by}
    for (subject, field, _), claims in groups.items():
        if field in wanted:
            of_field[subject, field] += claims
    told_by = {rule.id: rule.told_by for rule in ruleset.rules if rule.told_by}
    keys = [key for key in groups if key[1] in told_by and not key[2]]
    return {key: [c for field in told_by[key[1]] for c in of_field.get((key[0], field), ())] for key in keys}


def _fact(
    key: FactKey, camps: Sequence[Camp], rule: Rule, keys: Keys, best: Likely | None
) -> tuple[Fact, list[Finding]]:
    subject = camps[0].side.claims[0].subject
    found = list(findings_of(camps, rule, keys, subject.name, key[2], best))
    sides = tuple(camp.side for camp in camps)
    return Fact(rule.id, subject, key[2], _status(camps, rule), sides, best), found


def _status(camps: Sequence[Camp], rule: Rule) -> Status:
    claims = [claim for camp in camps for claim in camp.side.claims]
    if len(claims) == 1:
        return "single"
    if len(camps) == 1:
        return Relation.SAME if len({claim.value.reading for claim in claims}) == 1 else Relation.COMPATIBLE
    pairs = ((a, b) for i, a in enumerate(camps) for b in camps[i + 1 :])
    worst = max((judge(a, b, rule)[0].relation for a, b in pairs), key=lambda relation: relation.rank)
    return max(worst, Relation.COMPATIBLE, key=lambda relation: relation.rank)


def _derive_all(claims: Sequence[Claim], ruleset: Ruleset, linker: Linker) -> Iterable[Claim]:
    """Derive field by field, what follows from others after these, so that it can serve the next."""
    known = list(claims)
    for rule in ruleset.derive:
        by_subject: dict[Key, list[Claim]] = defaultdict(list)
        for claim in known:
            if claim.field in rule.sources and comparable(claim):
                by_subject[linker.key(claim.subject)].append(claim)
        for key in sorted(by_subject):
            sources = [[c for c in by_subject[key] if c.field == field] for field in rule.sources]
            for claim in derived(rule, sources):
                numbered = replace(claim, id=f"c{len(known) + 1}")
                known.append(numbered)
                yield numbered


def _with_hints(
    findings: Sequence[Finding], groups: dict[FactKey, list[Claim]], ruleset: Ruleset, linker: Linker
) -> list[Finding]:
    """Add role mismatches as notes of their own, and as hints to the conflicts that they may explain."""
    roles = dict(ruleset.roles)
    hinted: list[Finding] = []
    notes: dict[str, Finding] = {}
    for finding in findings:
        found: list[Finding] = []
        if finding.field in roles and finding.status == Relation.CONFLICT and finding.code != VERDICT:
            subject = finding.sides[0].claims[0].subject
            key, other = linker.key(subject), roles[finding.field]
            others = [c for (subject, field, _), cs in groups.items() if (subject, field) == (key, other) for c in cs]
            found = list(role_hints(finding, (key, *sorted(linker.keys(subject) - {key})), others))
        hinted.append(replace(finding, hints=tuple(f"{note.message}: {note.why}" for note in found)))
        notes |= {note.fingerprint: note for note in found}
    return [*hinted, *notes.values()]


def _loudest_first(finding: Finding) -> tuple[int, str, str, str]:
    loudness = ("error", "warning", "note").index(finding.severity)
    return loudness, finding.field, finding.subject, finding.fingerprint
