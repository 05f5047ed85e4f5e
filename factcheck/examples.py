"""Rules carry their own examples; here they are run, through the same stages as documents."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from factcheck.map_step import ClaimsOf
from factcheck.model import BESIDE, Block, Claim, Document, Subject
from factcheck.pipeline import numbered
from factcheck.read.dates import parse_date
from factcheck.reconcile import reconcile
from factcheck.ruleset import Rule, Ruleset
from factcheck.ruleset.schema import Read
from factcheck.values import Relation

Kind = Literal["reads", "silent", "conflict", "agree", "todo"]
_TITLE = "Example"
_DISAGREE = (Relation.CONFLICT, Relation.TENSION)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one example: `what` says what happened instead, where it failed."""

    rule: str
    kind: Kind
    say: str
    ok: bool
    what: str = ""


def run_examples(ruleset: Ruleset) -> Iterator[Outcome]:
    """Yield an outcome for every example of every rule, read with all rules in force."""
    claims_of = ClaimsOf(ruleset)
    for rule in ruleset.judging.values():
        yield from _of_rule(rule, ruleset.only([rule.id]), claims_of)


def _of_rule(rule: Rule, alone: Ruleset, claims_of: ClaimsOf) -> Iterator[Outcome]:
    """Run one rule's examples. A `todo` that works is a failure: it belongs among the `reads`."""
    for example in rule.examples.reads:
        what = _misread(example, _claims(example.say, rule, claims_of, example.published))
        yield Outcome(rule.id, "reads", example.say, not what, what)
    for say in rule.examples.silent:
        found = _claims(say, rule, claims_of)
        yield Outcome(rule.id, "silent", say, not found, _list(found))
    for pair in rule.examples.conflict:
        what = _compared(pair, rule, claims_of, alone, disagree=True)
        yield Outcome(rule.id, "conflict", " / ".join(pair), not what, what)
    for pair in rule.examples.agree:
        what = _compared(pair, rule, claims_of, alone, disagree=False)
        yield Outcome(rule.id, "agree", " / ".join(pair), not what, what)
    for example in rule.examples.todo:
        missed = _misread(example, _claims(example.say, rule, claims_of, example.published))
        yield Outcome(rule.id, "todo", example.say, bool(missed), "" if missed else "works now: move it to `reads`")


def _claims(say: str, rule: Rule, claims_of: ClaimsOf, published: str = "", path: str = "example") -> tuple[Claim, ...]:
    document = Document(path, say, blocks=(Block(0, len(say), "title"),), title=_TITLE, published=parse_date(published))
    return tuple(claim for claim in claims_of(document) if rule.id in (claim.field, dict(claim.qualifiers).get(BESIDE)))


def _misread(example: Read, claims: tuple[Claim, ...]) -> str:
    """Return what was read instead, or nothing where the example is met."""
    for claim in claims:
        if claim.value.reading == example.means and example.qualifiers.items() <= dict(claim.qualifiers).items():
            return ""
    return f"{_list(claims) or 'nothing was read'}, not {example.means} {example.qualifiers or ''}".rstrip()


def _compared(pair: tuple[str, str], rule: Rule, claims_of: ClaimsOf, alone: Ruleset, *, disagree: bool) -> str:
    """Return what is wrong with a pair, both sides taken to be about one subject."""
    sides = [_claims(say, rule, claims_of, path=path) for say, path in zip(pair, "ab", strict=True)]
    if not all(sides):
        return "nothing was read in " + " or ".join(
            repr(say) for say, side in zip(pair, sides, strict=True) if not side
        )
    claims = numbered(tuple(map(_of_one_subject, side)) for side in sides)
    found = reconcile(claims, replace(alone, derive=(), roles=())).findings
    statuses = {finding.status for finding in found}
    if disagree:
        return "" if Relation.CONFLICT in statuses else f"no conflict: {_list(claims)}"
    return "; ".join(finding.message for finding in found if finding.status in _DISAGREE)


def _of_one_subject(claim: Claim) -> Claim:
    """Return a claim without what makes it uncertain, about a subject that all examples share."""
    beside = None if claim.beside is None else Subject(claim.beside.about, _TITLE)
    return replace(claim, subject=Subject(claim.subject.about, _TITLE), beside=beside, caveats=())


def _list(claims: tuple[Claim, ...]) -> str:
    return ", ".join(f"{c.value.reading} {dict(c.qualifiers) or ''}".rstrip() for c in claims)
