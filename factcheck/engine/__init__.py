"""Where the work runs. An engine is two functions: `map` documents to claims, `group` claims to facts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol, TypeVar

In = TypeVar("In")
Out = TypeVar("Out")


class Engine(Protocol):
    """Runs the map step over documents; the results come in the order of the input."""

    def map(self, function: Callable[[In], Out], items: Iterable[In]) -> Iterator[Out]:
        """Apply a pure, picklable function to every item."""


class InProcess:
    """Runs everything here, one document after the other."""

    def map(self, function: Callable[[In], Out], items: Iterable[In]) -> Iterator[Out]:
        """Apply the function to every item in turn."""
        return map(function, items)
