"""Every value of a text in one pass: of all the readings that begin at a word the longest is taken."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from factcheck.grammar.tokens import Token
from factcheck.values.reading import Reading


class ValueReader(Protocol):
    """Reads the value of one kind that begins at a token."""

    def read(self, tokens: list[Token], at: int) -> tuple[Reading, int, int] | None:
        """Return the reading and the tokens that it is made of, [first, end)."""


def scan(tokens: list[Token], readers: Sequence[ValueReader]) -> list[tuple[Reading, int, int]]:
    """Return the values among tokens, none overlapping; of equally long ones the first reader's wins."""
    found: list[tuple[Reading, int, int]] = []
    at = 0
    while at < len(tokens):
        read = [each for reader in readers if (each := reader.read(tokens, at)) is not None]
        if not read:
            at += 1
            continue
        best = max(read, key=lambda each: each[2])
        found.append(best)
        at = best[2]
    return found
