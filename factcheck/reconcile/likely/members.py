"""Lists member by member: who belongs to it, when most sources name only some and a few name a stranger.

A list that names a member speaks for it; one that does not speaks against it only as far as its source is used to be
complete. Both rates are told from the claims, in turns with the truth, after Zhao, Rubinstein, Gemmell and Han (PVLDB
2012, LTM: two-sided source quality).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, log

from factcheck.reconcile.likely.ballot import ALL, Ingredients
from factcheck.reconcile.sides import Statement
from factcheck.values import Listed
from factcheck.values.value import Item, Likeness

_NAMES, _STRAY = (6.0, 4.0), (1.0, 9.0)  # priors: how often a member is named, and one who is none; (yes, no)
_MOST_STRAYS = 0.3  # more would turn the meaning of members and strangers round
_ROUNDS = 8


@dataclass(frozen=True, slots=True)
class Roll:
    """The members that are named for one fact, each as most sources name him, and who names whom."""

    members: tuple[Item, ...]
    named: tuple[tuple[str, frozenset[int], float], ...]  # source, the members that it names, its weight


@dataclass(frozen=True, slots=True)
class Known:
    """How often each source names a member, and a stranger."""

    names: dict[str, float]
    strays: dict[str, float]


def roll(made: Sequence[tuple[str, float, Statement]]) -> Roll:
    """Put one person's names together: the commonest spelling first, then what can be the same."""
    counts: Counter[str] = Counter()
    items: dict[str, Item] = {}
    for _, _, statement in made:
        for item in statement.value.items if isinstance(statement.value, Listed) else ():
            counts[item.key] += 1
            if item.key not in items or item.text < items[item.key].text:
                items[item.key] = item
    members: list[list[Item]] = []
    place: dict[str, int] = {}
    for key in sorted(counts, key=lambda each: (-counts[each], -len(each), each)):
        item = items[key]
        at = next((n for n, known in enumerate(members) if item.likeness(known[0])[0] >= Likeness.CAN_BE), None)
        if at is None:
            at = len(members)
            members.append([])
        members[at].append(item)
        place[key] = at
    named = sorted(
        (source, tuple(sorted({place[item.key] for item in statement.value.items})), weight)
        for source, weight, statement in made
        if isinstance(statement.value, Listed)
    )
    shown = (min(each, key=lambda item: (" " not in item.key, -counts[item.key], item.key)) for each in members)
    return Roll(tuple(shown), tuple((s, frozenset(who), w) for s, who, w in named))


def estimate(rolls: Sequence[Roll], use: Ingredients = ALL) -> tuple[Known, list[list[float]]]:
    """Return how complete and how careful each source is, and how likely each member of each roll is one."""
    likely = [[0.5] * len(each.members) for each in rolls]
    known = Known({}, {})
    for _ in range(_ROUNDS if use.trust else 0):
        likely = [chances(each, known) for each in rolls]
        known = _learned(rolls, likely)
    return known, [chances(each, known) for each in rolls]


def chances(each: Roll, known: Known) -> list[float]:
    """Return how likely each member is one."""
    made = []
    for member in range(len(each.members)):
        odds = 0.0
        for source, who, weight in each.named:
            names = known.names.get(source, _NAMES[0] / sum(_NAMES))
            strays = known.strays.get(source, _STRAY[0] / sum(_STRAY))
            odds += weight * (log(names / strays) if member in who else log((1 - names) / (1 - strays)))
        made.append(1 / (1 + exp(-max(-30.0, min(30.0, odds)))))
    return made


def _learned(rolls: Sequence[Roll], likely: Sequence[Sequence[float]]) -> Known:
    yes: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0, 0.0, 0.0])
    for each, chance in zip(rolls, likely, strict=True):
        for source, who, _ in each.named:
            tally = yes[source]
            for member, true in enumerate(chance):
                said = member in who
                tally[0] += true * said
                tally[1] += true
                tally[2] += (1 - true) * said
                tally[3] += 1 - true
    whole = [sum(tally[n] for tally in yes.values()) for n in range(4)]
    names = (whole[0] + _NAMES[0]) / (whole[1] + sum(_NAMES))
    strays = (whole[2] + _STRAY[0]) / (whole[3] + sum(_STRAY))
    strength = sum(_NAMES)
    return Known(
        {s: _inner((t[0] + strength * names) / (t[1] + strength)) for s, t in yes.items()},
        {s: min(_MOST_STRAYS, _inner((t[2] + strength * strays) / (t[3] + strength))) for s, t in yes.items()},
    )


def _inner(share: float) -> float:
    return min(0.98, max(0.02, share))
