"""A checked, immutable set of rules, ready to be passed to every stage."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from factcheck.grammar.language import Language
from factcheck.model import RECORD
from factcheck.ruleset.pack import Derive, Event, Order
from factcheck.ruleset.schema import About, Examples, Find, Kind, Rule

_STATED = "A table states it."


@dataclass(frozen=True)
class Ruleset:
    """Rules, the subjects they are about, what follows from them, events and their order, and the language."""

    rules: tuple[Rule, ...]
    subjects: tuple[About, ...]
    derive: tuple[Derive, ...]
    roles: tuple[tuple[str, str], ...]
    language: Language
    events: tuple[Event, ...] = ()
    order: tuple[Order, ...] = ()
    digest: str = ""  # of the files that it was read from; none where it is not all that they say

    @property
    def because(self) -> dict[str, str]:
        """Why each field is watched, and each event."""
        return {rule.id: rule.because for rule in self.judging.values()}

    @property
    def judging(self) -> dict[str, Rule]:
        """The rules by which claims are judged: those of fields, and those of the order of events."""
        return {rule.id: rule for rule in (*self.rules, *(event.rule for event in self.events))}

    @property
    def wikidata(self) -> dict[str, str]:
        """Which of Wikidata's properties each field is, where it is one."""
        return {rule.id: rule.wikidata for rule in self.rules if rule.wikidata}

    def loaded(self) -> Ruleset:
        """Return itself: nothing is left to be read."""
        return self

    def rule(self, id: str) -> Rule:
        """Return the rule of a field or an event; raises KeyError."""
        return self.judging[id]

    def subject(self, id: str) -> About:
        """Return the declaration of a kind of subject; raises KeyError."""
        for subject in self.subjects:
            if subject.id == id:
                return subject
        raise KeyError(id)

    def with_fields(self, kinds: Mapping[str, Kind]) -> Ruleset:
        """Return the same set with a rule for each of these fields, which nothing but tables states."""
        made = (
            Rule.model_construct(
                id=field, about=RECORD, kind=kind, find=Find(), because=_STATED, examples=Examples(), severity="error"
            )
            for field, kind in kinds.items()
        )
        return replace(self, rules=(*self.rules, *made), digest=self._digest_with(kinds))

    def _digest_with(self, kinds: Mapping[str, Kind]) -> str:
        return self.digest and sha256(repr((self.digest, sorted(kinds.items()))).encode()).hexdigest()

    def only(self, ids: Sequence[str]) -> Ruleset:
        """Return the same set with these rules alone."""
        return replace(self, rules=tuple(rule for rule in self.rules if rule.id in ids), digest="")
