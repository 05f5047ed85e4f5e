"""Which value is likely right: votes of independent sources, each for all the values it allows.

A claim supports a side where its bounds meet what the side says and no other side's; so "80 days"
is a vote for "nearly three months". A tie is said to be one.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.model import Likely
from factcheck.reconcile.sides import Camp, Statement, shared
from factcheck.values import Listed, Ordered
from factcheck.values.calendar import iso
from factcheck.values.wording import allows, duration_words


def likely(camps: Sequence[Camp]) -> Likely | None:
    """Return the best supported value of a fact, or None where nothing can be ranked.

    The confidence is the share of votes with one for and one against added (Laplace's rule).
    """
    settled = next(((n, s) for n, camp in enumerate(camps) for s in camp.statements if s.settled), None)
    if settled is not None:
        return _settled(camps, *settled)
    votes = [_voters(camp) for camp in camps]
    if not votes:
        return None
    best = max(range(len(camps)), key=lambda i: (votes[i], -i))
    against = sum(votes) - votes[best]
    tied = sum(vote == votes[best] for vote in votes) > 1
    winner = _sharpest(camps[best])
    return Likely(
        value=_value(winner),
        reading=winner.value.reading,
        side=best,
        confidence=round((votes[best] + 1) / (sum(votes) + 2), 2),
        decided=not tied and votes[best] > against,
        support=votes[best],
        against=against,
        why=_why(camps[best], votes[best], against, tied=tied),
    )


def _settled(camps: Sequence[Camp], side: int, verdict: Statement) -> Likely:
    """Return the value that the editors have settled on; nothing is weighed any more."""
    claim = verdict.claims[0]
    return Likely(
        value=_value(verdict),
        reading=verdict.value.reading,
        side=side,
        confidence=1.0,
        decided=True,
        support=_voters(camps[side]),
        against=sum(_voters(camp) for n, camp in enumerate(camps) if n != side),
        why=f"settled in {claim.span}: {claim.settled}",
    )


def _voters(camp: Camp) -> int:
    """Count the independent voices: a document once, and what follows from several documents once.

    Chains that begin with one and the same claim are one voice, and what follows from one document alone is its own.
    """
    claims = [claim for statement in camp.statements for claim in statement.claims]
    documents = {path for claim in claims for path in claim.paths if claim.span is not None or len(claim.paths) == 1}
    chains: list[set[str]] = []
    for claim in (claim for claim in claims if claim.span is None and len(claim.paths) > 1):
        roots = {root.id for root in claim.roots}
        joined = [chain for chain in chains if chain & roots]
        chains = [*(chain for chain in chains if not chain & roots), roots.union(*joined)]
    return len(documents) + len(chains)


def _sharpest(camp: Camp) -> Statement:
    ordered = [s for s in camp.statements if isinstance(s.value, Ordered)]
    if not ordered:
        return max(camp.statements, key=lambda s: (len(getattr(s.value, "items", ())), s.value.reading))
    value = shared(camp)
    return next((s for s in ordered if s.value is value), ordered[0])


def _value(statement: Statement) -> float | str | tuple[str, ...]:
    value = statement.value
    if isinstance(value, Listed):
        return value.texts
    if value.kind == "date":
        return value.reading if value.reading[:4].isdecimal() else iso(int(value.bounds.literal.low))
    if value.kind == "duration":
        return duration_words(value.reading) or allows(value)
    return value.point if value.point is not None else allows(value)


def _why(camp: Camp, support: int, against: int, *, tied: bool) -> str:
    if tied:
        return f"each side has {support} independent source{'s' if support != 1 else ''}"
    derived = [c for s in camp.statements for c in s.claims if c.form == "derived"]
    text = f"{support} independent source{'s' if support != 1 else ''} for it, {against} against"
    if derived:
        chain = " and ".join(str(root.span) for root in derived[0].roots)
        text += f"; {allows(derived[0].value)} follows from {chain}"
    return text
