"""All facts at once: their claims become votes, the votes tell of the sources, and these of the facts again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from factcheck.model import Claim, Copy, Likely, Standing
from factcheck.reconcile.likely import members
from factcheck.reconcile.likely.answer import of_choice, of_list, settled
from factcheck.reconcile.likely.ballot import ALL, Ingredients
from factcheck.reconcile.likely.timing import current
from factcheck.reconcile.likely.trust import estimate
from factcheck.reconcile.likely.voting import (
    Question,
    ballot,
    is_choice,
    places_of,
    question,
    seats_of,
    source_of,
    weight_of,
)
from factcheck.reconcile.sides import Camp
from factcheck.ruleset import Rule


@dataclass(frozen=True, slots=True)
class Disputed:
    """A fact: its rule, its sides, and the claims of other fields that tell of its value."""

    rule: Rule
    camps: Sequence[Camp]
    told: Sequence[Claim] = ()


@dataclass(frozen=True, slots=True)
class Decided:
    """The likely value of each fact, in the order given; and what the votes tell of the sources."""

    likely: tuple[Likely | None, ...]
    sources: tuple[Standing, ...]
    copies: tuple[Copy, ...]


def decide(facts: Sequence[Disputed], kin: Sequence[tuple[str, str, str]] = (), use: Ingredients = ALL) -> Decided:
    """Return what is likely; `kin` are pairs of sources that copy, each with the reason; `use` is for measuring.

    Facts come in an order that depends on what they are about only.
    """
    asked = [question(f.rule.id, f.camps, current(f.camps, f.rule), f.told) for f in facts]
    choices = [n for n, each in enumerate(asked) if each.values and (is_choice(each) or not use.members)]
    seats = seats_of((asked[n] for n in choices), use)
    numbers = {key: n for n, key in enumerate(seats)}
    found = places_of((asked[n] for n in choices), use)
    ballots = {n: ballot(asked[n], facts[n].rule, numbers, found.get(asked[n].field), use) for n in choices}
    trust = estimate([ballots[n] for n in choices], list(seats.values()), kin, use)
    made: dict[int, Likely] = {n: of_choice(asked[n], ballots[n], trust) for n in choices}
    lists = [n for n, each in enumerate(asked) if each.values and n not in ballots]
    made |= _lists(asked, lists, use)
    for n, each in enumerate(asked):
        verdict = next((s for s in each.statements if s.settled), None)
        if verdict is not None:
            made[n] = settled(each, verdict, made[n].support, made[n].against)
    standings = tuple(
        Standing(name, rates.right + rates.wide, total) for name, (rates, total) in sorted(trust.sources.items())
    )
    return Decided(tuple(made.get(n) for n in range(len(facts))), standings, trust.copies)


def _lists(asked: Sequence[Question], lists: Sequence[int], use: Ingredients) -> Mapping[int, Likely]:
    """Return the likely members of the facts that are lists; sources are known field by field."""
    of_field: dict[str, list[int]] = defaultdict(list)
    for n in lists:
        of_field[asked[n].field].append(n)
    made = {}
    for _, numbers in sorted(of_field.items()):
        rolls = [
            members.roll([(source_of(s.claims)[0], max(map(weight_of, s.claims)), s) for s in asked[n].statements])
            for n in numbers
        ]
        known, likely = members.estimate(rolls, use)
        for n, roll, chances in zip(numbers, rolls, likely, strict=True):
            made[n] = of_list(asked[n], roll, chances, known)
    return made
