"""A part that is larger than its whole: 26 protesters killed where 21 people were killed in all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from factcheck.model import Claim, Finding, Key, Qualifiers, Severity
from factcheck.reconcile.findings import SUMS
from factcheck.reconcile.two_sided import Keys, side_of, two_sided
from factcheck.ruleset import Rule
from factcheck.values import Interval, Ordered
from factcheck.values.wording import allows

_OF_WHOM = "population"
_WHOLE = "all"
_MAY_WARN = frozenset({"likely_subject", "attributed"})

FactKey = tuple[Key, str, Qualifiers]


def oversized_parts(
    groups: Mapping[FactKey, Sequence[Claim]], rules: Mapping[str, Rule], keys_of: Mapping[FactKey, Keys]
) -> Iterator[Finding]:
    """Yield a finding for each count of a group of people that no count of all of them leaves room for.

    `keys_of` holds the keys of each fact's subject. A warning at most: "all" are all whom a sentence speaks of. What
    was told later than every count of the whole may have grown.
    """
    wholes = {key: claims for key, claims in groups.items() if dict(key[2]).get(_OF_WHOM) == _WHOLE}
    parts: dict[FactKey, list[FactKey]] = defaultdict(list)
    for key in groups:
        whole = (key[0], key[1], tuple((name, _WHOLE if name == _OF_WHOM else of) for name, of in key[2]))
        if whole != key and whole in wholes and _OF_WHOM in dict(key[2]):
            parts[whole].append(key)
    for whole in sorted(parts):
        for key in sorted(parts[whole]):
            most = max(_bounds(claim).high for claim in wholes[whole])
            over = [claim for claim in groups[key] if _bounds(claim).low > most and not _grew(claim, wholes[whole])]
            if over and {claim.path for claim in over} - {claim.path for claim in wholes[whole]}:
                yield _finding(over, wholes[whole], rules[key[1]], keys_of[key], key[2])


def _bounds(claim: Claim) -> Interval:
    return claim.value.bounds.lenient if isinstance(claim.value, Ordered) else Interval()


def _grew(part: Claim, whole: Sequence[Claim]) -> bool:
    return bool(part.told) and all(claim.told < part.told for claim in whole)


def _finding(part: Sequence[Claim], whole: Sequence[Claim], rule: Rule, keys: Keys, qualifiers: Qualifiers) -> Finding:
    sides = (side_of(part), side_of(whole))
    sure = all(any(_MAY_WARN.issuperset(claim.caveats) for claim in side.claims) for side in sides)
    severity: Severity = "warning" if sure and rule.severity != "note" else "note"
    of_whom, of_all = (allows(side.claims[0].value) for side in sides)
    group = dict(qualifiers)[_OF_WHOM]
    return two_sided(
        SUMS,
        rule.id,
        keys,
        qualifiers,
        sides,
        severity=severity,
        message=f"{of_whom} of one group ({group}), and {of_all} of all",
        why=f"a part cannot be larger than the whole: {of_whom} ({group}) and {of_all} (all)",
    )
