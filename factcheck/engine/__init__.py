"""Where the two steps run: files become claims (`map`), claims of one fact are judged (`group`).

An engine is these two functions. A further one is a file beside these, and a row in `cli/running.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol, TypeVar

from factcheck.engine.patient import Patient

__all__ = ["Engine", "InProcess", "Patient"]

In = TypeVar("In")
Out = TypeVar("Out")
Work_contra = TypeVar("Work_contra", contravariant=True)
Done_co = TypeVar("Done_co", covariant=True)


class Step(Protocol[Work_contra, Done_co]):
    """What is done with each item: pure, and picklable."""

    def __call__(self, item: Work_contra, /) -> Done_co:
        """Return what becomes of an item."""
        ...

    def lost(self, item: Work_contra, why: str, /) -> Done_co:
        """Return what stands for an item that no process could get through, and why."""
        ...

    def size(self, item: Work_contra, /) -> int:
        """Return how much work an item is, in bytes."""
        ...


class Engine(Protocol):
    """Runs the two steps; results come in the order of the input, whatever runs where.

    Where the work is done `afar`, files are read there and not here.
    """

    afar: bool

    def map(self, step: Step[In, Out], items: Iterable[In]) -> Iterator[Out]:
        """Apply a step to every item; one whose process dies is tried again, and at last named."""
        ...

    def group(self, judge: Callable[[In], Out], groups: Iterable[In]) -> Iterator[Out]:
        """Apply a function to every group; what it raises is raised here."""
        ...


class InProcess:
    """Runs everything here, one item after the other."""

    afar = False

    def map(self, step: Step[In, Out], items: Iterable[In]) -> Iterator[Out]:
        """Apply a step to every item in turn."""
        return map(step, items)

    def group(self, judge: Callable[[In], Out], groups: Iterable[In]) -> Iterator[Out]:
        """Apply a function to every group in turn."""
        return map(judge, groups)
