"""Findings that no split of one fact makes: two groups of claims that contradict one another by a law of their own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from factcheck.model import Claim, Finding, Qualifiers, Severity, Side
from factcheck.reconcile.fingerprint import fingerprint
from factcheck.values import Relation

Keys = Sequence[tuple[str, str]]  # of a subject: its own, then those that it would have among other documents


def two_sided(
    code: str,
    field: str,
    keys: Keys,
    qualifiers: Qualifiers,
    sides: tuple[Side, Side],
    *,
    severity: Severity,
    message: str,
    why: str,
    status: Relation = Relation.TENSION,
) -> Finding:
    """Return the finding of two sides, known under every key of its subject; it is named after the first claim's."""
    prints = tuple(fingerprint(key, field, qualifiers, code, (side.reading for side in sides)) for key in keys)
    return Finding(
        fingerprint=prints[0],
        known_as=prints,
        code=code,
        field=field,
        subject=sides[0].claims[0].subject.name,
        status=status,
        severity=severity,
        sides=sides,
        message=message,
        why=why,
        qualifiers=qualifiers,
    )


def side_of(claims: Iterable[Claim]) -> Side:
    """Return claims as a side, the surest and sharpest first; the same for every order of them."""
    ordered = sorted(claims, key=lambda claim: (len(claim.caveats), _width(claim), str(claim.span), claim.id))
    return Side(tuple(ordered), min(claim.value.reading for claim in ordered))


def _width(claim: Claim) -> float:
    bounds = getattr(claim.value, "bounds", None)
    return 0 if bounds is None else bounds.lenient.width


def quoted(claim: Claim) -> str:
    """Return the words of a stated claim in quotation marks."""
    assert claim.span is not None
    return f"\u201c{' '.join(claim.span.words.split())}\u201d"
