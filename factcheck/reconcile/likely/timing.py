"""Values that move with time: the latest report that is well supported counts, the older ones are superseded."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.reconcile.sides import Camp
from factcheck.ruleset import Rule


def current(camps: Sequence[Camp], rule: Rule) -> list[Camp]:
    """Return the sides that are not superseded: every one of a value that stands still.

    A side is superseded where all its claims are older than all those of another side that as many documents support;
    where the latest has fewer, than those of the latest that any two documents support.
    """
    if not rule.moves or any(claim.settled for camp in camps for claim in camp.side.claims):
        return list(camps)
    newest = [max((claim.told for claim in camp.side.claims), default="") for camp in camps]
    oldest = [min((claim.told for claim in camp.side.claims), default="") for camp in camps]
    support = [len({path for claim in camp.side.claims for path in claim.paths}) for camp in camps]
    firm = [n for n, camp in enumerate(camps) if oldest[n] and any(not claim.caveats for claim in camp.side.claims)]
    well = [n for n in firm if support[n] >= min(2, max(support))] or firm
    if not well:
        return list(camps)
    latest = max(well, key=lambda n: (oldest[n], support[n], -n))
    return [camp for n, camp in enumerate(camps) if not newest[n] or newest[n] >= oldest[latest]]
