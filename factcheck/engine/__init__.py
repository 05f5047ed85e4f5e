"""Where the map step runs: documents become claims here, in a pool, or on a cluster.

The group step (`reconcile`) needs all claims of a fact at once and follows in one place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol, TypeVar

from factcheck.engine.patient import Patient

__all__ = ["Engine", "InProcess", "Patient"]

In = TypeVar("In")
Out = TypeVar("Out")


class Engine(Protocol):
    """Runs a pure, picklable function over items; the results come in the order of the input."""

    def map(self, function: Callable[[In], Out], items: Iterable[In]) -> Iterator[Out]:
        """Apply the function to every item."""


class InProcess:
    """Runs everything here, one item after the other."""

    def map(self, function: Callable[[In], Out], items: Iterable[In]) -> Iterator[Out]:
        """Apply the function to every item in turn."""
        return map(function, items)
