"""Uncertain identity: two names that may be one, on which documents contradict each other if they are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from factcheck.model import Claim, Finding, Key, Qualifiers, Resemblance, Side
from factcheck.reconcile.fingerprint import fingerprint
from factcheck.reconcile.sides import Statement, between, statements
from factcheck.ruleset import Rule
from factcheck.values import Relation

IDENTITY = "FC302"
_Groups = Mapping[tuple[Key, str, Qualifiers], Sequence[Claim]]


def uncertain_identities(pairs: Iterable[Resemblance], groups: _Groups, rules: Mapping[str, Rule]) -> Iterator[Finding]:
    """Yield a note for each pair of subjects that would contradict each other if they were one: the first field alone.

    `groups` are the claims of each subject, field and qualifiers.
    """
    said: dict[Key, list[tuple[str, Qualifiers]]] = defaultdict(list)
    wanted = {key for pair in pairs for key in pair.keys}
    for key, field, qualifiers in groups:
        if key in wanted:
            said[key].append((field, qualifiers))
    for pair in pairs:
        for field, qualifiers in sorted(set(said[pair.keys[0]]) & set(said[pair.keys[1]])):
            one, other = (
                [each for each in statements(groups[key, field, qualifiers], rules[field]) if each.firm]
                for key in pair.keys
            )
            if one and other and between(one, other, rules[field])[0].relation is Relation.CONFLICT:
                yield _note(pair, field, qualifiers, one, other)
                break


def _note(
    pair: Resemblance, field: str, qualifiers: Qualifiers, one: Sequence[Statement], other: Sequence[Statement]
) -> Finding:
    """Return the note, with the first mention of each."""
    claims = [each[0].claims[0] for each in (one, other)]
    known = fingerprint(pair.keys[0], field, qualifiers, IDENTITY, (" ".join(key) for key in pair.keys))
    return Finding(
        fingerprint=known,
        known_as=(known,),
        code=IDENTITY,
        field=field,
        subject=pair.names[0],
        status=Relation.TENSION,
        severity="note",
        sides=tuple(Side((claim,), claim.value.reading) for claim in claims),
        message=f"{pair.names[0]} and {pair.names[1]} may be one, and would contradict each other",
        why=pair.why,
        qualifiers=qualifiers,
    )
