"""Every value of a text in one pass: of all the readings that begin at a word the longest is taken.

Most words begin no value. One table tells which readers may begin at a word, and what has to stand behind it, so that
they work only there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Protocol

from factcheck.grammar.tokens import KEY, Token
from factcheck.values.reading import Reading


class ValueReader(Protocol):
    """Reads the values that begin at a token."""

    @property
    def first(self) -> frozenset[str]:
        """Every word with which a value may begin, one of FIGURES for a number."""

    @property
    def second(self) -> Mapping[str, frozenset[str]]:
        """Of the words that begin no value by themselves, what has to stand behind them."""

    def read(self, tokens: list[Token], at: int) -> tuple[Reading, int, int] | None:
        """Return the reading and the tokens that it is made of, [first, end)."""


Read = Callable[[list[Token], int], tuple[Reading, int, int] | None]
Starts = Mapping[str, tuple[tuple[Read, frozenset[str] | None], ...]]


def start_table(readers: Iterable[ValueReader]) -> Starts:
    """Return the readers by the words that they begin with, in the order given, and what each needs behind the word."""
    table: dict[str, tuple[tuple[Read, frozenset[str] | None], ...]] = {}
    for reader in readers:
        for word in reader.first:
            table[word] = (*table.get(word, ()), (reader.read, reader.second.get(word)))
    return table


def scan(tokens: list[Token], starts: Starts) -> list[tuple[Reading, int, int]]:
    """Return the values among tokens, none overlapping; of equally long ones the first reader's wins."""
    found: list[tuple[Reading, int, int]] = []
    at = 0
    last = len(tokens) - 1
    for i in [i for i, token in enumerate(tokens) if token[KEY] in starts]:
        if i < at:
            continue
        readers = starts[tokens[i].key]
        best = None
        for reader, second in readers:
            if second is not None and (tokens[i + 1].key if i < last else "") not in second:
                continue
            read = reader(tokens, i)
            if read is not None and (best is None or read[2] > best[2]):
                best = read
        if best is not None:
            found.append(best)
            at = best[2]
    return found
