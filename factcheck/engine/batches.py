"""Items in batches: as many at a time as are worth sending somewhere else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

from factcheck.engine import Step

In = TypeVar("In")
_BYTES, _ITEMS = 250_000, 64


def batches(step: Step[In, Any], items: Iterable[In]) -> Iterator[list[In]]:
    """Yield the items in order, in lists of some 250 kB of work."""
    batch: list[In] = []
    size = 0
    for item in items:
        batch.append(item)
        size += step.size(item)
        if size >= _BYTES or len(batch) >= _ITEMS:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch
