"""How a language tells the order of events: its connectives, as phrases, and the words that make them uncertain."""

from __future__ import annotations

from dataclasses import dataclass

SLOTS = frozenset({"first", "then", "between", "joined", "clause"})


@dataclass(frozen=True, slots=True)
class Ordering:
    """How the order of events is told.

    `says` are phrases with {first} and {then}, the two events. Behind an event `{between}` are words of its own
    clause, in which no word of `apart` stands, and `{joined}` words of the sentence, among which is none of `turned`.
    `{clause}` is what stands before an event in a short clause: "after [his] arrest", "before [the artist had been]
    arrested", made of `fillers`, names, and `determiners` with one word. Where a word of `untold` stands the event did
    not happen, or more than once.
    """

    says: tuple[str, ...] = ()
    apart: frozenset[str] = frozenset()
    turned: frozenset[str] = frozenset()
    untold: frozenset[str] = frozenset()
    fillers: tuple[str, ...] = ()
    determiners: tuple[str, ...] = ()
