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
    def weight(self) -> tuple[int, int]:
        """What tells which of two matches around one value is taken: the longer, of equally long ones the first."""
        return self.end - self.start, -self.start

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

    @property
    def reads(self) -> str:
        """The kind of the values in it, nothing where it has none."""
        return ""

    @cached_property
    def _compiled(self) -> Compiled:
        return compile_re2(self.pattern.source.encode())

    @cached_property
    def _groups(self) -> dict[str, int]:
        return {name.decode(): number for name, number in self._compiled.groupindex.items()}

    def matches(self, masked: Masked[Found]) -> Iterator[Match]:
        """Yield every place where the phrase stands in a sentence whose values are masked."""
        for match in self._places(masked.encoded):
            yield self._match(match, masked)

    def _match(self, match: Any, masked: Masked[Found]) -> Match:
        groups = self._groups
        slot = next((slot for slot in VALUES if group_of(slot) in groups), None)
        other = groups.get("other")
        at = -1 if slot is None else match.start(groups[group_of(slot)])
        start = masked.offset(match.start(1))
        if other is not None and match.start(1) <= match.start(other) < at:
            start = masked.offset(match.end(other)) + 1  # what stands up to the other value is said of that
        slots = {
            name: words.decode() for name in groups if name not in _VALUES and (words := match.group(groups[name]))
        }
        return Match(
            masked.original(start),
            masked.original(masked.offset(match.end(1))),
            None if at < 0 else masked.value_at(masked.offset(at)),
            slots,
            VALUES[slot or "value"],
        )

    def _places(self, text: bytes) -> Iterator[Any]:
        """Yield the matches; each search goes on at the end of the phrase, not of the sign behind it."""
        match = self._compiled.search(text)
        while match is not None:
            yield match
            match = self._compiled.search(text, max(match.end(1), match.start(1) + 1))


@dataclass(frozen=True, eq=False)
class PhrasePattern(Wording):
    """One phrase of one rule."""

    rule: Rule

    @property
    def reads(self) -> str:
        """The kind of its rule's values."""
        return self.rule.reads

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
    if not masked.values:
        return []
    for phrase in phrases:
        for match in phrase.matches(masked):
            value, meant = match.value, match.meant
            if value is None or meant is None or any(guard.forbids(masked, value) for guard in unless):
                continue
            known = best.get(value.start)
            if known is None or match.weight > known[0].weight:
                best[value.start] = match, meant
    return [best[start] for start in sorted(best)]
