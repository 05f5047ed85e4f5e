"""Who watches a run: nobody, or a bar in a terminal."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol, TypeVar

T = TypeVar("T")


class Watch(Protocol):
    """Sees the items of a stage pass: what is done with them, and how many there are if that is known."""

    def __call__(self, items: Iterable[T], what: str, total: int | None, /) -> Iterable[T]:
        """Return the same items."""
        ...


def unwatched(items: Iterable[T], what: str, total: int | None) -> Iterable[T]:  # noqa: ARG001
    """Let the items pass."""
    return items
