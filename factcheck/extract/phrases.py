"""Phrases in prose: a rule's wordings are looked for in the sentences around its triggers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from factcheck.extract.mask import Masked
from factcheck.grammar import Found
from factcheck.ruleset import Rule
from factcheck.ruleset.linear import Compiled, compile_re2
from factcheck.ruleset.phrase import VALUES, Pattern, group_of
from factcheck.values import DateReading

_VALUES = frozenset(map(group_of, VALUES))


@dataclass(frozen=True, slots=True)
class Match:
    """A phrase that stands in a sentence: offsets in it, the value, and the other slots' words.

    `part` says that only the start or the end of the value is meant, which then has to be a range of dates.
    """

    start: int
    end: int
    value: Found | None
    slots: dict[str, str]
    part: str = ""

    @property
    def meant(self) -> Found | None:
        """The value, or that end of it which the phrase means; None where it has none."""
        value = self.value
        if value is None or not self.part:
            return value
        reading = value.reading
        if not isinstance(reading, DateReading) or reading.until is None:
            return None
        return replace(value, reading=reading.until if self.part == "end" else replace(reading, until=None))


@dataclass(frozen=True, eq=False)
class Wording:
    """One phrase, compiled when it is first needed."""

    pattern: Pattern

    @cached_property
    def _compiled(self) -> Compiled:
        return compile_re2(self.pattern.source)

    def matches(self, masked: Masked[Found]) -> Iterator[Match]:
        """Yield every place where the phrase stands in a sentence whose values are masked."""
        groups = self._compiled.groupindex
        slot = next((slot for slot in VALUES if group_of(slot) in groups), None)
        other = groups.get("other")
        for match in self._places(masked.text):
            at = -1 if slot is None else match.start(groups[group_of(slot)])
            start = match.start(1)
            if other is not None and start <= match.start(other) < at:
                start = match.end(other) + 1  # what stands up to the other value is said of that
            slots = {name: words for name, words in match.groupdict().items() if words and name not in _VALUES}
            yield Match(
                masked.original(start),
                masked.original(match.end(1)),
                None if at < 0 else masked.value_at(at),
                slots,
                VALUES[slot or "value"],
            )

    def _places(self, text: str) -> Iterator[Any]:
        """Yield the matches; each search goes on at the end of the phrase, not of the sign behind it."""
        match = self._compiled.search(text)
        while match is not None:
            yield match
            match = self._compiled.search(text, max(match.end(1), match.start(1) + 1))


@dataclass(frozen=True, eq=False)
class PhrasePattern(Wording):
    """One phrase of one rule."""

    rule: Rule

    def forbids(self, masked: Masked[Found], value: Found) -> bool:
        """Tell whether the phrase stands in the sentence around this value, or without any."""
        return any(match.value is None or match.value is value for match in self.matches(masked))


def find(
    phrases: Sequence[PhrasePattern], unless: Sequence[PhrasePattern], masked: Masked[Found]
) -> list[tuple[Match, Found]]:
    """Return the matches of one rule's phrases in masked text: the longest for each value.

    A match is left out where an `unless` phrase stands around the same value.
    """
    best: dict[int, tuple[Match, Found]] = {}
    for phrase in phrases:
        for match in phrase.matches(masked):
            value, meant = match.value, match.meant
            if value is None or meant is None or any(guard.forbids(masked, value) for guard in unless):
                continue
            known = best.get(value.start)
            if known is None or match.end - match.start > known[0].end - known[0].start:
                best[value.start] = match, meant
    return [best[start] for start in sorted(best)]
