"""The many facts on which every claim backs just its own value: counted in one loop, or by numpy where it is there.

Both ways add up in the same order, so that they give the same figures.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import exp, log1p
from typing import TYPE_CHECKING, Any

from factcheck.reconcile.likely.ballot import Ballot, Trust

if TYPE_CHECKING:
    from factcheck.reconcile.likely.trust import Count

_WORTH_NUMPY = 20_000  # votes, below which importing it takes longer than it saves


@dataclass(frozen=True)
class Plain:
    """Plain ballots, as the seats that vote for each value; every voice speaks once on each of them."""

    ballots: tuple[tuple[tuple[int, ...], ...], ...]
    kinds: tuple[str, ...]
    kind_of: dict[int, str]
    taken: frozenset[int]
    columns: Any = None

    @classmethod
    def of(cls, ballots: Sequence[Ballot], trust: Trust) -> Plain:
        """Choose the plain ones among ballots."""
        made: list[tuple[tuple[int, ...], ...]] = []
        kinds: list[str] = []
        taken: list[int] = []
        kind_of: dict[int, str] = {}
        voices = trust.voices
        copied = len(set(voices)) < len({seat.source for seat in trust.seats})
        for ballot in ballots:
            giving: list[list[int]] = [[] for _ in ballot.values]
            whole = ballot.plain
            for seat, value, weight in ballot.votes:
                giving[value].append(seat)
                whole = whole and weight == 1
            if not whole or (copied and len({voices[vote[0]] for vote in ballot.votes}) < len(ballot.votes)):
                continue
            made.append(tuple([tuple(seats) for seats in giving]))
            kinds.append(ballot.kind)
            taken.append(id(ballot))
            for seats in giving:
                for seat in seats:
                    kind_of[seat] = ballot.kind
        return cls(tuple(made), tuple(kinds), kind_of, frozenset(taken)).in_columns()

    def in_columns(self, least: int | None = None) -> Plain:
        """Return the same, ready for numpy, where there are so many votes that it is worth it and it is installed."""
        if sum(len(seats) for giving in self.ballots for seats in giving) < (_WORTH_NUMPY if least is None else least):
            return self
        try:
            from factcheck.reconcile.likely.columns import Columns
        except ImportError:
            return self
        return replace(self, columns=Columns.of(self.ballots, self.kinds))

    def takes(self, ballot: Ballot) -> bool:
        """Tell whether a ballot is counted here."""
        return id(ballot) in self.taken

    def count(self, count: Count, trust: Trust) -> None:
        """Count all votes of a round."""
        says = self._says(trust)
        if self.columns is not None:
            self.columns.count(count, trust, says)
            return
        unsayable = [exp(-said) for said in says]
        for giving, kind in zip(self.ballots, self.kinds, strict=True):
            _count(giving, kind, says, unsayable, count, trust.luck[kind])

    def chances(self, trust: Trust, temper: float = 1.0) -> list[list[float]]:
        """Return how likely each value of each ballot is, as `scores.chances` does for one."""
        says = self._says(trust)
        if self.columns is not None:
            likely: list[list[float]] = self.columns.chances(trust, says, temper)
            return likely
        made = []
        for giving, kind in zip(self.ballots, self.kinds, strict=True):
            scores = [sum([says[seat] for seat in seats]) * temper for seats in giving]
            top = max(scores)
            weights = [exp(score - top) for score in scores]
            whole = sum(weights) + max(0.0, 1 / trust.luck[kind] - len(weights)) ** temper * exp(-top)
            made.append([weight / whole for weight in weights])
        return made

    def _says(self, trust: Trust) -> list[float]:
        """Return how much a vote of each seat says."""
        says = [0.0] * len(trust.seats)
        for seat, kind in self.kind_of.items():
            right, _, wrong = trust.rates[seat]
            says[seat] = log1p(right / (wrong * trust.luck[kind]))
        return says


def _count(
    giving: Sequence[Sequence[int]], kind: str, says: list[float], unsaying: list[float], count: Count, luck: float
) -> None:
    """Count the votes on one fact; every vote is judged by all the others."""
    scores = [sum([says[seat] for seat in seats]) for seats in giving]
    top = max(scores)
    weights = [exp(score - top) for score in scores]
    whole = sum(weights) + max(0.0, 1 / luck - len(weights)) * exp(-top)
    squares = sum([weight * weight for weight in weights])
    numbers = [len(seats) for seats in giving]
    everyone = sum(numbers)
    if everyone < 2:
        return
    tallies, of_kind = count.seats, count.kinds[kind]
    agreeing = sum([n * (n - 1) for n in numbers])
    for seats, weight, number in zip(giving, weights, numbers, strict=True):
        several = everyone - number
        if several > 1:
            count.pairs[kind] += weight / whole * several * (several - 1)  # type: ignore[assignment]
            count.agree[kind] += weight / whole * (agreeing - number * (number - 1))  # type: ignore[assignment]
        for seat in seats:
            without = weight * unsaying[seat]
            rest = whole - weight + without
            right = without / rest
            total = (squares - weight * weight + without * without) / (rest * rest)
            tally = tallies[seat]
            tally.right += right
            tally.total += total
            of_kind.right += right
            of_kind.total += total
