"""One pass over a text finds every trigger literal of every rule."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

import ahocorasick_rs

from factcheck.grammar.fold import lower

Payload = TypeVar("Payload")


class Triggers(Generic[Payload]):
    """An Aho-Corasick automaton over lower-case literals, each with what it stands for."""

    def __init__(self, literals: Iterable[tuple[str, Payload]]) -> None:
        table: dict[str, list[Payload]] = {}
        for literal, payload in literals:
            table.setdefault(literal, []).append(payload)
        self._payloads = list(table.values())
        self._automaton = ahocorasick_rs.AhoCorasick(list(table)) if table else None

    def scan(self, folded: str) -> Iterator[tuple[int, Payload]]:
        """Yield (offset, payload) for every occurrence, words and parts of words alike."""
        if self._automaton is None:
            return
        for index, start, _ in self._automaton.find_matches_as_indexes(lower(folded), overlapping=True):
            for payload in self._payloads[index]:
                yield start, payload
