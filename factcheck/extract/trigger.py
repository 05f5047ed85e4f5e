"""One pass over a text finds every literal that a rule needs."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import ahocorasick_rs

from factcheck.grammar.fold import lower
from factcheck.ruleset.phrase import VALUE

# Characters that no word's edge stands beside: those of patterns, or fewer.
_INSIDE = frozenset("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz") | set(
    map(chr, range(0xC0, 0x250))
)
_MOST_EAGER = 5_000  # literals, up to which the fastest automaton is worth its making

Literal = tuple[str, str]  # and the kind of the value that follows it
Hit = tuple[int, int]  # where a literal stands, and its number
Span = tuple[int, int]


class Triggers:
    """An Aho-Corasick automaton over lower-case literals, as patterns need them, each with the kind of its values.

    A space at either end of a literal is the edge of a word, VALUE a value of the kind that follows it.
    """

    def __init__(self, literals: Iterable[Literal]) -> None:
        self.numbers = {literal: number for number, literal in enumerate(dict.fromkeys(map(plain, literals)))}
        self._kinds = {number: kind for (_, kind), number in self.numbers.items() if kind}
        by_text: dict[str, list[Literal]] = {}
        for literal in self.numbers:
            by_text.setdefault(text_of(literal), []).append(literal)
        # For each text the literals that hold with word characters at neither end, before it, behind it, at both.
        self._held = [
            tuple(tuple(self.numbers[each] for each in literals if _holds(each[0], *inside)) for inside in _SIDES)
            for literals in by_text.values()
        ]
        kinds = ahocorasick_rs.Implementation
        kind = kinds.DFA if len(by_text) <= _MOST_EAGER else kinds.ContiguousNFA
        self._automaton = ahocorasick_rs.AhoCorasick(list(by_text), implementation=kind) if by_text else None
        self._longest = max(map(len, by_text), default=0)

    def scan(self, folded: str, within: Span, may_begin: Callable[[str, int, str], bool]) -> list[Hit]:
        """Return every literal that begins within a stretch of a text, in the order in which they end.

        `may_begin` tells whether a value of a kind may begin at an offset of the text.
        """
        if self._automaton is None:
            return []
        kinds = self._kinds
        first, last = within
        before = folded[first - 1] if first else " "
        words = folded[first : last + self._longest]
        around = f"{words}{folded[last + self._longest : last + self._longest + 1]} {before}"  # which is at -1
        held, length = self._held, last - first
        return [
            (first + start, number)
            for index, start, end in self._automaton.find_matches_as_indexes(lower(words), overlapping=True)
            if start < length
            for number in held[index][(around[start - 1] in _INSIDE) + 2 * (around[end] in _INSIDE)]
            if (kind := kinds.get(number)) is None or may_begin(folded, first + end, kind)
        ]


def text_of(literal: Literal) -> str:
    """Return the words of a literal, as they stand in a text in lower case."""
    return literal[0].removesuffix(VALUE).strip()


def plain(literal: Literal) -> Literal:
    """Return a literal without the kind, where no value follows it."""
    return literal if literal[0].endswith(VALUE) else (literal[0], "")


_SIDES = ((False, False), (True, False), (False, True), (True, True))


def _holds(literal: str, before: bool, behind: bool) -> bool:
    return not (before and literal[0] == " ") and not (behind and literal.removesuffix(VALUE)[-1] == " ")
