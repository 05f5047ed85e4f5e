"""Every value of a text in one pass: of all the readings that begin at a word the longest is taken.

Most words begin no value. One table tells which readers may begin at a word, so that they work only there.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Protocol

from factcheck.grammar.tokens import Token
from factcheck.values.reading import Reading


class ValueReader(Protocol):
    """Reads the values that begin at a token."""

    @property
    def first(self) -> frozenset[str]:
        """Every word with which a value may begin, one of FIGURES for a number."""

    def read(self, tokens: list[Token], at: int) -> tuple[Reading, int, int] | None:
        """Return the reading and the tokens that it is made of, [first, end)."""


Starts = Mapping[str, tuple[ValueReader, ...]]


def start_table(readers: Iterable[ValueReader]) -> Starts:
    """Return the readers by the words that they begin with, in the order given."""
    table: dict[str, tuple[ValueReader, ...]] = {}
    for reader in readers:
        for word in reader.first:
            table[word] = (*table.get(word, ()), reader)
    return table


def scan(tokens: list[Token], starts: Starts) -> list[tuple[Reading, int, int]]:
    """Return the values among tokens, none overlapping; of equally long ones the first reader's wins."""
    found: list[tuple[Reading, int, int]] = []
    at = 0
    for i, token in enumerate(tokens):
        if i < at:
            continue
        best = None
        for reader in starts.get(token.key, ()):
            read = reader.read(tokens, i)
            if read is not None and (best is None or read[2] > best[2]):
                best = read
        if best is not None:
            found.append(best)
            at = best[2]
    return found
