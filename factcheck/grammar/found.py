"""Where a value stands in a text."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.values.reading import Reading


@dataclass(frozen=True, slots=True)
class Found:
    """A value in a text: 0-based offsets and what it says; `told` is what its words tell besides, by what it is."""

    start: int
    end: int
    reading: Reading
    told: tuple[tuple[str, str], ...] = ()
