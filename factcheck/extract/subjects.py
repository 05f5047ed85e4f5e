"""Whose claim it is: the document's work, the person who is named, the event that is meant."""

from __future__ import annotations

import re
from collections import Counter

from factcheck.extract.people import People
from factcheck.grammar import Reader
from factcheck.grammar.fold import fold
from factcheck.grammar.tokens import tokenise
from factcheck.model import Document, Subject
from factcheck.ruleset import About

UNKNOWN = "unknown subject"
_QUOTED = re.compile(r"""(?:^|[\s(])["']([^"']*[^"'\s](?:'[a-z][^"']*)?)["'](?=$|[\s).,;:!?])""")
_TRAILING = re.compile(r"\s*(?:\([^()]*\)|\[[^\[\]]*\])\W*$")
_TITLE_WORD = r"[A-Z][\w'-]*"
_COLON_TITLE = re.compile(
    rf"(?<![^\s\"'(])({_TITLE_WORD}(?: {_TITLE_WORD}){{0,5}}: "
    rf"{_TITLE_WORD}(?: (?:(?:of|the|and|in|a|to|for) )?{_TITLE_WORD}){{0,5}})"
)
_LONGEST_TITLE = 300
_PLACE = r"([A-Z][\w'-]+(?: [A-Z][\w'-]+)?)"
_YEAR = r"((?:1[0-9]|20)[0-9]{2})"


class Subjects:
    """Finds the subject of a claim in one document."""

    def __init__(self, document: Document, reader: Reader, about: tuple[About, ...]) -> None:
        self._document = document
        self._text = document.folded
        self._about = {each.id: each for each in about}
        self._reader = reader
        self._people = People(document, reader)
        self._events: dict[str, list[_Event]] = {}
        self._works: dict[str, Subject] = {}

    def of(self, about: str, sentence: tuple[int, int], at: int, who: str | None) -> Subject:
        """Return the subject of a claim at an offset in a sentence; `who` is whom the wording names."""
        match self._about[about].kind:
            case "work":
                return self._work(about)
            case "person":
                return self._person(about, sentence, at, who)
            case "event":
                return self._event(about, sentence, at)

    def _work(self, about: str) -> Subject:
        if about not in self._works:
            self._works[about] = self._find_work(self._about[about])
        return self._works[about]

    def _find_work(self, about: About) -> Subject:
        declared = self._declared(about.labels)
        heading = fold(declared or self._document.title or "")
        name = clean_title(heading, about.before)
        if not name:
            return Subject(about.id, UNKNOWN, sure=False)
        return Subject(about.id, name, aliases=() if declared else self._other_titles(name))

    def _declared(self, labels: tuple[str, ...]) -> str | None:
        """Return the title of a line such as "Film: …", wherever it stands."""
        if not labels:
            return None
        label = re.compile(
            rf"^[ \t]*(?:[-*]\s*)?(?:{'|'.join(map(re.escape, labels))})[ \t]*:[ \t]*(\S[^\n|]*)", re.M | re.I
        )
        found = label.search(self._text)
        return found[1].strip() if found else None

    def _other_titles(self, name: str) -> tuple[str, ...]:
        """Return the fuller or plainer titles by which the text itself speaks of its work.

        A title of the form "X: Y" counts where it stands twice, and where the document's own
        title is its beginning or has all its words: "Ai Wei Wei", "Ai Weiwei on film: Never Sorry".
        """
        counts = Counter(" ".join(found[1].split()) for found in _COLON_TITLE.finditer(self._text))
        own = words_of(name)
        return tuple(
            sorted(
                title
                for title, number in counts.items()
                if number > 1 and title != name and _could_be(own, words_of(title))
            )
        )

    def _person(self, about: str, sentence: tuple[int, int], at: int, who: str | None) -> Subject:
        """Take whom the wording names; else who was named before, in the sentence or its paragraph.

        Only a single candidate is sure. Of several the first is taken: it is mostly the topic.
        """
        if who is not None and self._is_name(who):
            return Subject(about, self._people.full_name(who) or who)
        paragraph = max((block.start for block in self._document.blocks if block.start <= at), default=0)
        for start, end in ((sentence[0], at), (paragraph, at), sentence):
            if candidates := self._people.named(start, end):
                return Subject(about, candidates[0], sure=len(candidates) == 1 and end == at)
        name = self._people.main
        return Subject(about, name or UNKNOWN, sure=False)

    def _is_name(self, words: str) -> bool:
        """Tell a name from a pronoun or a noun that a pattern took for one at a sentence's start."""
        return self._people.full_name(words) is not None or bool(self._reader.names.find(words))

    def _event(self, about: str, sentence: tuple[int, int], at: int) -> Subject:
        events = self._events_of(about)
        if not events:
            return Subject(about, UNKNOWN, sure=False)
        inside = [event for event in events if sentence[0] <= event.at < sentence[1]]
        if inside:
            nearest = min(inside, key=lambda event: (abs(event.at - at), event.at))
            return nearest.subject(about, sure=True)
        kinds = {(event.noun, event.place) for event in events}
        before = [event for event in events if event.at < at]
        return (before[-1] if before else events[0]).subject(about, sure=len(kinds) == 1)

    def _events_of(self, about: str) -> list[_Event]:
        if about not in self._events:
            self._events[about] = _find_events(self._document, self._text, self._about[about])
        return self._events[about]


class _Event:
    """A mention of an event with its kind, place, and year where one stands beside it."""

    def __init__(self, at: int, noun: str, place: str, year: int | None) -> None:
        self.at, self.noun, self.place, self.year = at, noun, place, year

    def subject(self, about: str, *, sure: bool) -> Subject:
        return Subject(about, f"{self.place} {self.noun}", sure=sure, year=self.year)


def _find_events(document: Document, text: str, about: About) -> list[_Event]:
    """Find "the 2008 Sichuan earthquake", "the May 2008 earthquake in Sichuan" and the like."""
    noun_of = {word: noun for noun, words in about.nouns.items() for word in words}
    nouns = "|".join(sorted(map(re.escape, noun_of), key=len, reverse=True))
    if not nouns:
        return []
    before = rf"(?:{_YEAR} )?{_PLACE} ({nouns})\b"
    after = (
        rf"(?:{_YEAR} )?\b({nouns})(?: (?:that|which))? (?:in|near|off|at|struck|hit|shook) (?:the )?{_PLACE}"
    )
    events: dict[int, _Event] = {}
    for found in re.finditer(after, text):
        events[found.start(2)] = _event(found.start(2), noun_of[found[2]], found[3], found[1])
    for found in re.finditer(before, text):
        if found.start(3) not in events or " " not in found[2]:
            events.setdefault(found.start(3), _event(found.start(3), noun_of[found[3]], found[2], found[1]))
    asides = [(block.start, block.end) for block in document.blocks if block.part == "aside"]
    inside = (event for at, event in sorted(events.items()) if not any(a <= at < b for a, b in asides))
    return [event for event in inside if event.place]


def _event(at: int, noun: str, place: str, year: str | None) -> _Event:
    words = [word.removesuffix("'s") for word in place.split()]
    kept = [word for word in words if word not in ("The", "A", "Province", "May", "June")]
    return _Event(at, noun, " ".join(kept), int(year) if year else None)


def clean_title(title: str, before: tuple[str, ...]) -> str:
    """Return a work's title without what pages add: "Review:", quotes, brackets, a site's name."""
    title = title[:_LONGEST_TITLE].strip().strip("*_# ")
    lead = (
        re.match(rf"(?:(?:{'|'.join(map(re.escape, before))})\s*[:|-]\s*)", title, re.I) if before else None
    )
    if lead is not None:
        title = title[lead.end() :]
    quoted = _QUOTED.search(title)
    if quoted is not None and (lead is not None or len(quoted[1]) > len(title) / 2):
        return quoted[1].strip()
    return _TRAILING.sub("", title.split(" | ")[0]).strip().strip("\"'")


def words_of(title: str) -> tuple[str, ...]:
    """Return a title's words in lower case."""
    return tuple(token.text for token in tokenise(fold(title)) if token.kind != "sign")


def _could_be(own: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether a page's own title can be short for, or an elaboration of, another."""
    mine, theirs = "".join(own), "".join(other)
    return theirs.startswith(mine) or set(other) <= set(own)
