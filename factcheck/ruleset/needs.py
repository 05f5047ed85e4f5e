"""What a phrase cannot do without: literals, by which one scan of a text finds where it may stand at all.

A literal is written in lower case; a space at either end of it is the edge of a word, and VALUE behind it the value
that follows it in the phrase.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from factcheck.grammar.fold import lower
from factcheck.ruleset.phrase_tree import VALUE, VALUES, Atom, Either, Gap, Literal, Sequence, Slot, is_loose

_SHORTEST = 3  # letters of a literal that is looked for
Edges = tuple[bool, bool]  # whether a word begins, and whether one ends


def needs(
    sequence: Sequence, of_slots: Mapping[str, frozenset[str]], edges: Edges = (True, True)
) -> Iterator[frozenset[str]]:
    """Yield sets of literals, of each of which one must stand in any match; `edges` are words' edges, outside."""
    begun = not sequence.words or not isinstance(sequence.words[0][0], Gap)  # behind `...` a word may just go on
    for number, word in enumerate(sequence.words):
        before = _before_value(word) if begun and _is_value(sequence.words[number + 1 : number + 2]) else frozenset()
        if before:
            yield before
            continue
        for i, atom in enumerate(word):
            begins = i == 0 and begun and (edges[0] or number > 0)
            ends = i == len(word) - 1 and (edges[1] or number < len(sequence.words) - 1)
            yield from _needs_of(atom, of_slots, (begins, ends))
        begun = begun or not (isinstance(word[0], Gap) or is_loose(word))


def _needs_of(atom: Atom, of_slots: Mapping[str, frozenset[str]], edges: Edges) -> Iterator[frozenset[str]]:
    match atom:
        case Literal(text):
            yield from (frozenset({each}) for each in words_of(text, edges) if _is_long(each))
        case Slot(name) if of_slots[name]:
            yield of_slots[name] if all(edges) else frozenset(map(str.strip, of_slots[name]))
        case Either(branches, optional=False):
            each = [max(needs(branch, of_slots, edges), key=rarity, default=frozenset()) for branch in branches]
            if all(each):
                yield frozenset().union(*each)


def _is_value(words: tuple[tuple[Atom, ...], ...]) -> bool:
    return len(words) == 1 and len(words[0]) == 1 and isinstance(words[0][0], Slot) and words[0][0].name in VALUES


def _before_value(word: tuple[Atom, ...]) -> frozenset[str]:
    """Return the last words of what stands before a value, each with the mark of it; none where one is short."""
    match word:
        case (Literal(text),) if text[-1].isalnum():
            *_, last = words_of(text, (True, True))
            return frozenset({last + VALUE}) if _is_long(last) else frozenset()
        case (Either(branches, optional=False),):
            each = [_before_value(branch.words[-1]) if branch.words else frozenset() for branch in branches]
            return frozenset().union(*each) if all(each) else frozenset()
    return frozenset()


def words_of(text: str, edges: Edges) -> Iterator[str]:
    """Yield the words of a literal in lower case, with a space where one begins or ends."""
    low = lower(text)
    for word in re.finditer(r"\w+", low):
        begins = word.start() > 0 or edges[0]
        ends = word.end() < len(low) or edges[1]
        yield " " * begins + word[0] + " " * ends


def _is_long(literal: str) -> bool:
    return len(literal.strip()) >= _SHORTEST or not literal.isascii()


def rarity(literals: frozenset[str]) -> tuple[int, float]:
    """Return how seldom one of some literals stands in a text, roughly: as they are long."""
    lengths = [len(each.replace(" ", "")) for each in literals]
    return min(lengths, default=0), sum(lengths) / max(1, len(lengths))
