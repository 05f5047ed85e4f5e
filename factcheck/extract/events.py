"""The events of a document: "the 2008 Sichuan earthquake", "a quake in eastern China"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass, replace

from factcheck.grammar.language import Language
from factcheck.model import ELSEWHERE, Document, Subject
from factcheck.ruleset import About

_PLACE = r"([A-Z][\w'-]+(?: [A-Z][\w'-]+)?)"
_QUARTER = r"(?:(?:north|south|east|west|central)[a-z-]* )?"
_YEAR = r"((?:1[0-9]|20)[0-9]{2})"


@dataclass(frozen=True, slots=True)
class Event:
    """A mention of an event: where it stands, what and where it was, and the year beside it."""

    at: int
    noun: str
    place: str
    year: int | None

    def subject(self, about: str, *, sure: bool) -> Subject:
        """Return the event as a subject; without a year it may be another one of its kind."""
        return Subject(about, f"{self.place} {self.noun}", sure=sure and self.year is not None, year=self.year)


class Events:
    """The events of one kind that a document names, found when a rule first asks."""

    def __init__(self, document: Document, about: About, language: Language) -> None:
        self._about = about.id
        self._no_place = (
            language.names.never | language.names.not_people | {month.title() for month in language.dates.months}
        )
        asides = [(block.start, block.end) for block in document.blocks if block.part in ELSEWHERE]
        found = _find(document.folded, about)
        named = (replace(event, place=self._place(event.place)) for event in found)
        self._events = _with_years(
            [event for event in named if event.place and not any(a <= event.at < b for a, b in asides)]
        )

    def nearest(self, sentence: tuple[int, int], at: int) -> Subject | None:
        """Return the event that a sentence means: named in it, or before it; sure if the only one."""
        events = self._events
        if not events:
            return None
        inside = [event for event in events if sentence[0] <= event.at < sentence[1]]
        if inside:
            nearest = min(inside, key=lambda event: (abs(event.at - at), event.at))
            return nearest.subject(self._about, sure=True)
        kinds = {(event.noun, event.place) for event in events}
        before = bisect_left(events, at, key=lambda event: event.at)
        return events[max(0, before - 1)].subject(self._about, sure=len(kinds) == 1)

    def _place(self, words: str) -> str:
        kept = (word.removesuffix("'s") for word in words.split())
        return " ".join(word for word in kept if word not in self._no_place)


def _find(text: str, about: About) -> list[Event]:
    noun_of = {word: noun for noun, words in about.nouns.items() for word in words}
    nouns = "|".join(sorted(map(re.escape, noun_of), key=len, reverse=True))
    if not nouns:
        return []
    # The place before the noun, or behind it with a word between that says "there".
    before = re.compile(rf"(?:{_YEAR} )?{_PLACE} ({nouns})\b")
    after = re.compile(
        rf"(?:{_YEAR} )?\b({nouns})(?: (?:that|which))? (?:in|near|off|at|struck|hit|shook) "
        rf"(?:the )?{_QUARTER}{_PLACE}"
    )
    events: dict[int, Event] = {}
    for found in after.finditer(text):
        events[found.start(2)] = Event(found.start(2), noun_of[found[2]], found[3], _year(found[1]))
    for found in before.finditer(text):
        events.setdefault(found.start(3), Event(found.start(3), noun_of[found[3]], found[2], _year(found[1])))
    return [event for _, event in sorted(events.items())]


def _with_years(events: list[Event]) -> list[Event]:
    """Give an event without a year the only year that the document names for it."""
    years: dict[tuple[str, str], set[int]] = defaultdict(set)
    for event in events:
        if event.year is not None:
            years[event.noun, event.place].add(event.year)
    only = {what: min(found) for what, found in years.items() if len(found) == 1}
    return [replace(event, year=event.year or only.get((event.noun, event.place))) for event in events]


def _year(text: str | None) -> int | None:
    return int(text) if text else None
