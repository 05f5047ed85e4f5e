"""Every value of a text in one pass: of all the readings that begin at a word the longest is taken.

Most words begin no value. One table tells which readers may begin at a word, so that they work only there.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import chain
from typing import Protocol

from factcheck.grammar.forms import FIGURES
from factcheck.grammar.language import Language
from factcheck.grammar.tokens import Token, tokenise
from factcheck.values.reading import Reading


class ValueReader(Protocol):
    """Reads the value of one kind that begins at a token."""

    def read(self, tokens: list[Token], at: int) -> tuple[Reading, int, int] | None:
        """Return the reading and the tokens that it is made of, [first, end)."""


Starts = Mapping[str, tuple[ValueReader, ...]]


def start_table(readers: Iterable[tuple[ValueReader, frozenset[str]]]) -> Starts:
    """Return the readers by the words that they begin with, in the order given."""
    table: dict[str, tuple[ValueReader, ...]] = {}
    for reader, first in readers:
        for word in first:
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
        for reader in starts.get(FIGURES if token.kind == "number" else token.text, ()):
            read = reader.read(tokens, i)
            if read is not None and (best is None or read[2] > best[2]):
                best = read
        if best is not None:
            found.append(best)
            at = best[2]
    return found


def quantity_starters(language: Language) -> frozenset[str]:
    """Return every word and sign with which a quantity can begin."""
    numbers, units, hedges = language.numbers, language.units, language.hedges
    words: Iterable[str] = chain(
        numbers.cardinals,
        numbers.scales,
        numbers.ordinals,
        numbers.halves,
        numbers.articles,
        numbers.between,
        numbers.minus,
        hedges.before,
        hedges.vague,
        units.aged,
        units.money.signs,
        map(str.lower, units.money.codes),
        _SIGNS,
    )
    return frozenset(tokens[0].text for word in words if (tokens := tokenise(word))) | {FIGURES}


# A sign before a number, a point without a figure before it, and the signs for fractions.
_SIGNS = ("-", ".", *"\u00bc\u00bd\u00be", *map(chr, range(0x2150, 0x215F)))
