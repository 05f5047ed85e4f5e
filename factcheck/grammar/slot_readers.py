"""Small readers that the slots of dates are made of: phrases, lettered numbers, what a number is made of."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from factcheck.grammar.forms import Slot
from factcheck.grammar.language import Language
from factcheck.grammar.tokens import DAY_FIGURES, PhraseTable, Token, adjacent, is_sign, text_at, tokenise

Read = tuple[Any, int] | None
_ONES = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
ROMAN = {"x" * tens + ones: 10 * tens + i for tens in range(3) for i, ones in enumerate(_ONES) if tens or i}


def lettered(letters: frozenset[str], numbers: tuple[str, ...]) -> Slot:
    """Return the slot of a letter with a number: "Q3", "H1"."""

    def read(tokens: list[Token], at: int) -> Read:
        number = text_at(tokens, at + 1)
        return (int(number), at + 2) if number in numbers else None

    return Slot(letters, read, DAY_FIGURES, letters)


def numerals(language: Language) -> frozenset[str]:
    """Return every word and sign that a hedged number can be made of."""
    numbers, hedges = language.numbers, language.hedges
    wordings = (*numbers.cardinals, *numbers.scales, *numbers.ordinals, *numbers.halves, *numbers.parts, *hedges.before)
    words = {token.text for phrase in wordings for token in tokenise(phrase)}
    single = numbers.articles | numbers.joiners | numbers.point | language.dates.of | {"-", ".", ",", "/"}
    return frozenset(words) | single


def dot(tokens: list[Token], at: int) -> bool:
    """Tell whether the dot of an abbreviation follows."""
    return is_sign(tokens, at + 1, ".") and adjacent(tokens, at + 1) and len(tokens[at].text) < 5


def is_clock(tokens: list[Token], at: int) -> bool:
    """Tell whether the number before this token was none of a day: "June 10:30"."""
    return is_sign(tokens, at, ":") and adjacent(tokens, at) and adjacent(tokens, at + 1)


def firsts(words: Iterable[str]) -> frozenset[str]:
    """Return the first words of phrases."""
    return frozenset(tokenise(phrase)[0].text for phrase in words)


def behind(table: PhraseTable[Any], also: frozenset[str] = frozenset()) -> dict[str, frozenset[str]]:
    """Return what stands second in the phrases of a table, by their first words."""
    return {word: table.seconds(word) | also for word in table.starts}


def phrases(rows: Iterable[tuple[str, str]]) -> Slot:
    """Return the slot of a list of phrases."""
    table = PhraseTable(rows)
    return Slot(table.starts, table.match, table.second, table.never_alone, behind(table))
