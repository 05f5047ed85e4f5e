"""Every value of a text in one pass: of all the readings that begin at a word the longest is taken.

Most words begin no value. They are told by a set of first words and passed over, so that the
readers work only where one may begin.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Protocol

from factcheck.grammar.language import Language
from factcheck.grammar.tokens import Token, tokenise
from factcheck.values.reading import Reading


class ValueReader(Protocol):
    """Reads the value of one kind that begins at a token."""

    def read(self, tokens: list[Token], at: int) -> tuple[Reading, int, int] | None:
        """Return the reading and the tokens that it is made of, [first, end)."""


def scan(
    tokens: list[Token], readers: Sequence[ValueReader], starters: frozenset[str]
) -> list[tuple[Reading, int, int]]:
    """Return the values among tokens, none overlapping; of equally long ones the first reader's wins."""
    found: list[tuple[Reading, int, int]] = []
    at = 0
    for i, token in enumerate(tokens):
        if i < at or (token.kind != "number" and token.text not in starters):
            continue
        read = [each for reader in readers if (each := reader.read(tokens, i)) is not None]
        if read:
            best = max(read, key=lambda each: each[2])
            found.append(best)
            at = best[2]
    return found


def starters(language: Language) -> frozenset[str]:
    """Return every word and sign with which a value can begin."""
    numbers, dates, units, hedges = language.numbers, language.dates, language.units, language.hedges
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
        dates.months,
        dates.seasons,
        dates.parts,
        dates.relative,
        dates.days,
        dates.weekdays,
        dates.decades,
        dates.era_after,
        dates.year_words,
        dates.doubts,
        dates.references,
        dates.bounds,
        dates.holidays,
        units.aged,
        units.money.signs,
        map(str.lower, units.money.codes),
        _ALWAYS,
    )
    return frozenset(tokens[0].text for word in words if (tokens := tokenise(word)))


# The article before "1980s" and "weekend", "from" before a range, "c" before a year, quarters, signs, and fractions.
_ALWAYS = (
    "the",
    "from",
    "c",
    "ca",
    "q",
    "q1",
    "q2",
    "q3",
    "q4",
    "-",
    ".",
    *"\u00bc\u00bd\u00be",
    *map(chr, range(0x2150, 0x215F)),
)
