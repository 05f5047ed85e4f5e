"""Plain ballots as columns: what `plain.py` counts in a loop, by numpy. Imported only where it is worth it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Any

import numpy as np

from factcheck.reconcile.likely.ballot import Trust

if TYPE_CHECKING:
    from factcheck.reconcile.likely.trust import Count


@dataclass(frozen=True)
class Columns:
    """Votes, values and ballots as columns: the seat of each vote, its value, the ballot of each value."""

    seat: Any
    value: Any
    ballot: Any
    first: Any
    numbers: Any
    kinds: Sequence[str]
    kind: Any

    @classmethod
    def of(cls, ballots: Sequence[Sequence[Sequence[int]]], kinds: Sequence[str]) -> Columns:
        """Return the columns of ballots."""
        values = [giving for ballot in ballots for giving in ballot]
        numbers = np.fromiter(map(len, values), np.int64, len(values))
        seat = np.fromiter(chain.from_iterable(values), np.int64, int(numbers.sum()))
        sizes = np.fromiter(map(len, ballots), np.int64, len(ballots))
        known = sorted(set(kinds))
        place = {kind: n for n, kind in enumerate(known)}
        return cls(
            seat,
            np.repeat(np.arange(len(values)), numbers),
            np.repeat(np.arange(len(ballots)), sizes),
            np.concatenate(([0], np.cumsum(sizes)[:-1])),
            numbers,
            known,
            np.fromiter((place[kind] for kind in kinds), np.int64, len(kinds)),
        )

    def weights(self, trust: Trust, says: Sequence[float], temper: float = 1.0) -> tuple[Any, Any]:
        """Return the weight of each value, the best of a ballot 1, and the whole of each ballot."""
        scores = np.bincount(self.value, np.asarray(says)[self.seat], len(self.numbers)) * temper
        top = np.maximum.reduceat(scores, self.first)
        weights = np.exp(scores - top[self.ballot])
        sizes = np.bincount(self.ballot)
        luck = np.array([trust.luck[kind] for kind in self.kinds])[self.kind]
        unsaid = np.maximum(0.0, 1 / luck - sizes) ** temper * np.exp(-top)
        return weights, np.bincount(self.ballot, weights) + unsaid

    def chances(self, trust: Trust, says: Sequence[float], temper: float) -> list[list[float]]:
        """Return how likely each value of each ballot is."""
        weights, whole = self.weights(trust, says, temper)
        likely = (weights / whole[self.ballot]).tolist()
        ends = [*self.first[1:].tolist(), len(likely)]
        return [likely[start:end] for start, end in zip(self.first.tolist(), ends, strict=True)]

    def count(self, count: Count, trust: Trust, says: Sequence[float]) -> None:
        """Count all votes of a round."""
        weights, whole = self.weights(trust, says)
        squares = np.bincount(self.ballot, weights * weights)
        everyone = np.bincount(self.ballot, self.numbers)
        ballot = self.ballot[self.value]
        weight = weights[self.value]
        without = weight * np.exp(-np.asarray(says))[self.seat]
        rest = whole[ballot] - weight + without
        heard = everyone[ballot] > 1
        right = np.where(heard, without / rest, 0.0)
        total = np.where(heard, (squares[ballot] - weight * weight + without * without) / (rest * rest), 0.0)
        self._to_seats(count, right, total)
        kind = self.kind[ballot]
        several = everyone[self.ballot] - self.numbers
        pairs = weights / whole[self.ballot] * several * (several - 1)
        alike = self.numbers * (self.numbers - 1)
        agree = weights / whole[self.ballot] * (np.bincount(self.ballot, alike)[self.ballot] - alike)
        for n, name in enumerate(self.kinds):
            count.kinds[name].add(float(right[kind == n].sum()), 0.0, float(total[kind == n].sum()))
            mine = self.kind[self.ballot] == n
            count.pairs[name] += float(pairs[mine].sum())  # type: ignore[assignment]
            count.agree[name] += float(np.where(several > 1, agree, 0.0)[mine].sum())  # type: ignore[assignment]

    def _to_seats(self, count: Count, right: Any, total: Any) -> None:
        size = len(count.seats)
        of_right = np.bincount(self.seat, right, size).tolist()
        of_total = np.bincount(self.seat, total, size).tolist()
        for tally, one, other in zip(count.seats, of_right, of_total, strict=True):
            tally.add(one, 0.0, other)
