"""Role mismatch: one person, it seems, whom two documents credit with different roles."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from factcheck.model import Claim, Finding, Side
from factcheck.reconcile.fingerprint import fingerprint
from factcheck.reconcile.two_sided import Keys
from factcheck.values import Item, Likeness, Listed, Relation

ROLE = "FC301"


def role_hints(conflict: Finding, keys: Keys, others: Sequence[Claim]) -> Iterable[Finding]:
    """Yield a note for each person of a conflict who has the other role in another document.

    `others` are the claims of the related field for the same subject, which has the first of the `keys`.
    """
    for claim in (claim for side in conflict.sides for claim in side.claims):
        for other in others:
            if claim.path is None or other.path is None or claim.path == other.path:
                continue
            yield from _compared(conflict, keys, claim, other)


def _compared(conflict: Finding, keys: Keys, claim: Claim, other: Claim) -> Iterable[Finding]:
    if not isinstance(claim.value, Listed) or not isinstance(other.value, Listed):
        return
    for one in claim.value.items:
        for two in other.value.items:
            likeness, why = one.likeness(two)
            if likeness < Likeness.CAN_BE:
                continue
            readings = (f"{claim.field}={one.key}", f"{other.field}={two.key}")
            known_as = tuple(fingerprint(key, claim.field, claim.qualifiers, ROLE, readings) for key in keys)
            yield Finding(
                fingerprint=known_as[0],
                known_as=known_as,
                code=ROLE,
                field=claim.field,
                subject=conflict.subject,
                status=Relation.TENSION,
                severity="note",
                sides=(Side((claim,), claim.value.reading), Side((other,), other.value.reading)),
                message=f"{_in_role(one, claim)} and {_in_role(two, other)} may be one person",
                why=why or "both names are spelt alike",
                qualifiers=claim.qualifiers,
            )


def _in_role(person: Item, claim: Claim) -> str:
    return f"{person.text} ({claim.field.partition('.')[2].replace('_', ' ')})"
