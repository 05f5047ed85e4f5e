"""The events of a document: the one it is about, those it recalls, and which of them a sentence means.

A sentence means the event that it names with its place: "the 2008 Sichuan earthquake". One that tells another time
("the worst since 1999", "in February") recalls another event. All others are about what the document begins with.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import pairwise

from factcheck.extract.days import Days
from factcheck.extract.places import CAPITALISED, Places, either, plain_words
from factcheck.extract.sentences import LINE_ENDS
from factcheck.extract.topic import Event, Topic
from factcheck.grammar import Reader
from factcheck.model import ELSEWHERE, Document, Subject
from factcheck.ruleset import About

Span = tuple[int, int]
_YEAR = r"(?:1[0-9]|20)[0-9]{2}"
_WORD = 40  # characters, in which the words before a noun are looked for
_WORDS_BEFORE = 5  # "a preliminary magnitude 4.4 quake"
_STOPS = (".", "!", "?", '."', ".'")
_SENTENCE = 8  # words; what is shorter is a heading, or says when and by whom it was written
_BACK = 5  # sentences that may go on about one event, each after the other
_BEGINNING = 1000  # characters, in which news says what it is about and where that was


def unwrapped(document: Document) -> str:
    """Return a document's text, at the same offsets, with the line ends inside of blocks as spaces."""
    text = document.folded
    pieces, at = [], 0
    for start, end, _ in document.blocks:
        pieces += [text[at:start], text[start:end].translate(LINE_ENDS)]
        at = end
    return "".join((*pieces, text[at:]))


def _within(events: list[Event], sentence: Span) -> list[Event]:
    """Return the events of a sentence, out of all in order."""
    first, last = (bisect_left(events, at, key=lambda event: event.at) for at in sentence)
    return events[first:last]


_DATELINE = re.compile(r"^(?P<city>[A-Z][A-Z'. -]{2,30}?)(?:,[^\n]{1,40})? - ", re.MULTILINE)  # "CHARDON, Ohio - "


class Events:
    """The events of one kind in a document, found when a rule first asks."""

    def __init__(
        self, document: Document, about: About, reader: Reader, sentence_at: Callable[[int], Span | None]
    ) -> None:
        self._document = document
        self._text = unwrapped(document)
        self._about = about
        self._telling = reader.language.telling
        self._months = reader.language.dates.months
        self._weekdays = reader.language.dates.weekdays
        self._sentence_at = sentence_at
        self._places = Places(reader.language)
        self._days = Days(document, reader)
        self._asides = [(block.start, block.end) for block in document.blocks if block.part in ELSEWHERE]
        self._noun_of = {word.lower(): noun for noun, words in about.nouns.items() for word in words}
        self._verb_of = {word.lower(): noun for noun, words in about.verbs.items() for word in words}

    def meant(self, sentence: Span, at: int, back: int = _BACK) -> Subject | None:
        """Return the event that a sentence means at an offset; None where nothing tells, or another one is recalled."""
        if (day := self._days.around(at)) is not None:
            return Subject(self._about.id, day, sure=False, likely=True)
        inside = _within(self._named, sentence)
        if inside:
            nearest = min(inside, key=lambda event: (abs(event.at - at), event.at))
            if nearest.year is not None or self._topic is None:
                return nearest.subject(self._about.id, sure=True)
        if self._topic is None:
            return self._told_before(at)
        if inside and nearest.place not in self._near:
            return nearest.subject(self._about.id, sure=True)
        recalled = self._recalled(sentence)
        elsewhere = self._elsewhere(sentence, self._topic.places if recalled else self._near)
        if not elsewhere and not recalled and sentence[0] >= self._lead[1] and self._tells_anew(sentence):
            return None
        return elsewhere or recalled or self._before(sentence, back) or self._topic.subject(self._about.id, self._near)

    def _told_before(self, at: int) -> Subject | None:
        """Return the event that was named last, in a document that is about none; sure if it is the only one."""
        if not self._named:
            return None
        kinds = {(event.noun, event.place) for event in self._named}
        before = bisect_left(self._named, at, key=lambda event: event.at)
        return self._named[max(0, before - 1)].subject(self._about.id, sure=len(kinds) == 1)

    def _tells_anew(self, sentence: Span) -> bool:
        """Tell whether a sentence tells of an event as of a new one, and of none that is known: "a quake at 9:10"."""
        here = _within(self._mentions, sentence)
        return any(event.new for event in here) and not any(event.known for event in here)

    def _elsewhere(self, sentence: Span, here: tuple[str, ...]) -> Subject | None:
        """Return the event of a sentence with none of these places but others: "when a quake hit Bam"."""
        told = [event for event in _within(self._mentions, sentence) if not event.known]
        places = self._places.find(self._text[slice(*sentence)], self._words) if told else []
        if not places or not set(places).isdisjoint(here):
            return None
        return Subject(self._about.id, f"{places[0]} {told[0].noun}", sure=False)

    def _recalled(self, sentence: Span) -> Subject | None:
        """Return what another time in a sentence recalls: unknown, or the event of a month that is named."""
        assert self._topic is not None
        words = self._text[slice(*sentence)]
        if (found := self._of_month.search(words)) is not None:
            month = (found["of"] or found["before"]).title()
            if self._published != month:
                return Subject(self._about.id, f"{month} {self._topic.noun}", sure=False, likely=True)
        years = {int(year) for year in re.findall(rf"\b{_YEAR}\b", words)}
        other_year = years and self._topic.year not in years and (self._topic.year or sentence[0] >= self._lead[1])
        if other_year or self._before_now.search(words):
            return Subject(self._about.id, f"an earlier {self._topic.noun}", sure=False)
        return None

    def _before(self, sentence: Span, back: int) -> Subject | None:
        """Return the recalled event of the sentence before, where this one goes on about it: "It killed 612"."""
        first = re.match(r"\W*(\w+)", self._text[slice(*sentence)])
        again = any(each.known for each in _within(self._mentions, (sentence[0], sentence[0] + _WORD)))
        if not back or first is None or not (again or first[1].lower() in self._telling.goes_on):
            return None
        last = len(self._text[: sentence[0]].rstrip()) - 1
        previous = self._sentence_at(last) if last >= 0 else None
        if previous is None or previous == sentence:
            return None
        subject = self.meant(previous, previous[1], back - 1)
        own = self._topic is not None and subject == self._topic.subject(self._about.id, self._near)
        return None if subject is None or own else replace(subject, sure=False)

    @cached_property
    def _named(self) -> list[Event]:
        """The mentions with a place beside them, in order; one without a year has the only year told for it."""
        found = [event for event in self._mentions if event.place]
        years: dict[tuple[str, str], set[int]] = defaultdict(set)
        for event in found:
            if event.year is not None:
                years[event.noun, event.place].add(event.year)
        only = {what: min(of) for what, of in years.items() if len(of) == 1}
        return [replace(event, year=event.year or only.get((event.noun, event.place))) for event in found]

    @cached_property
    def _mentions(self) -> list[Event]:
        events = (self._mention(found) for found in self._pattern.finditer(self._text))
        own = (event for event in events if not any(a <= event.at < b for a, b in self._asides))
        verbs = list(self._verb.finditer(self._text))
        starts = [verb.start() for verb in verbs]
        return [self._as_done(event, verbs[max(0, bisect_right(starts, event.at) - 1) :][:1]) for event in own]

    def _as_done(self, event: Event, verb: Sequence[re.Match[str]]) -> Event:
        """Return a mention as one of what the verb around it tells: "opened fire" of a shooting, and of no fire."""
        inside = verb and verb[0].start() <= event.at < verb[0].end()
        return replace(event, noun=self._kind_done(verb[0])) if inside else event

    def _mention(self, found: re.Match[str]) -> Event:
        year = found["year"] or found["year_before"]
        sides = (self._places.name(found[side] or "", self._words) for side in ("behind", "place"))
        place = next(filter(None, sides), "")
        noun = self._noun_of[found["noun"].lower()]
        said = self._text[max(0, found.start("noun") - _WORD) : found.start("noun")].lower().split()
        before, pairs = said[-_WORDS_BEFORE:], {f"{one} {two}" for one, two in pairwise(said)}
        telling = self._telling
        known = bool(before) and (before[-1] in telling.known or not pairs.isdisjoint(telling.being))
        new = not known and not telling.new.isdisjoint(before)
        return Event(found.start("noun"), noun, place, int(year) if year else None, known, new)

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        at, quarters, nouns = (either(each) for each in (self._telling.at, self._telling.quarters, self._nouns))
        near = rf"(?: +(?:that|which))? +(?:{at}) +(?:the +)?(?:(?:{quarters}) +)?(?P<behind>(?-i:{CAPITALISED}))"
        before = rf"(?:(?P<year_before>{_YEAR}) +)?(?P<place>(?-i:[A-Z][\w'-]+(?: +[A-Z][\w'-]+)?)) +"
        plain = rf"(?:(?P<year>{_YEAR}) +)?"
        return re.compile(rf"\b(?:{before}|{plain})(?P<noun>{nouns})\b(?:{near})?", re.IGNORECASE)

    @cached_property
    def _words(self) -> frozenset[str]:
        return plain_words(self._text)

    @property
    def _nouns(self) -> tuple[str, ...]:
        return tuple(self._noun_of)

    @cached_property
    def _lead(self) -> Span:
        """The titles and the first sentence, in which news says what it is about and where that was."""
        own = (block.start for block in self._document.blocks if block.part in ("title", "heading", "text"))
        start = next(own, 0)
        for begun, end in self._sentences(start):
            words = self._text[begun:end].split()
            if len(words) >= _SENTENCE and words[-1].endswith(_STOPS):  # a headline has no stop
                return start, end
        return start, min(start + _BEGINNING, len(self._text))

    def _sentences(self, start: int) -> Iterator[Span]:
        """Yield the sentences of a document's beginning, from an offset on."""
        at = start
        while at < start + _BEGINNING and (sentence := self._sentence_at(at)) is not None:
            yield sentence
            rest = re.compile(r"\S").search(self._text, sentence[1])
            at = len(self._text) if rest is None else rest.start()

    @cached_property
    def _topic(self) -> Topic | None:
        """What the document begins with, if that is an event of the kind, and happened somewhere."""
        begun = _within(self._mentions, self._lead)
        start, end = self._lead
        first = [each for each in self._sentences(start) if each[1] <= end]
        told = [each for each in first if not self._before_now.search(self._text[slice(*each)])] or first
        places = [place for each in told for place in self._told_in(each)]
        places += [event.place for event in begun if event.place]
        places = places or [place for each in self._sentences(end) for place in self._told_in(each)][:1]
        places = places or [found["city"].title() for found in _DATELINE.finditer(self._text, start, end)][:1]
        nouns = [event.noun for event in begun] or self._done(start, end)
        if not nouns or not places:
            return None
        counts = Counter(event.noun for event in self._mentions)
        noun = max(nouns, key=lambda noun: counts[noun])
        years = {event.year for event in begun if event.year is not None}
        published = self._document.published
        year = min(years) if len(years) == 1 else None if published is None else published.year
        return Topic(noun, tuple(dict.fromkeys(places)), year, self._own_day)

    def _done(self, start: int, end: int) -> list[str]:
        """Return the kinds of event that a stretch tells of by what was done: "two officers were gunned down"."""
        return [self._kind_done(found) for found in self._verb.finditer(self._text, start, end)]

    def _kind_done(self, verb: re.Match[str]) -> str:
        return self._verb_of[" ".join(verb[0].lower().split())]

    def _told_in(self, sentence: Span) -> list[str]:
        return self._places.find(self._text[slice(*sentence)], self._words)

    @cached_property
    def _near(self) -> tuple[str, ...]:
        """The topic's places and those near them that the beginning names, but where it comes to other events."""
        start, end = self._lead
        places = [*(self._topic.places if self._topic else ()), *self._places.near(self._text[start:end], self._words)]
        for sentence in self._sentences(start):
            others = any(not each.known for each in _within(self._mentions, sentence))
            if sentence[0] >= end and not others and self._recalled(sentence) is None:
                places += self._places.near(self._text[slice(*sentence)], self._words)
        return tuple(dict.fromkeys((*places, *filter(None, map(self._shorter, places)))))

    def _shorter(self, place: str) -> str:
        """Return the first word of a place's name where the text has it alone too: "Lindal" beside "Lindal Abbey"."""
        first, *more = place.split()
        alone = more and re.search(rf"\b{re.escape(first)}\b(?! +[A-Z])", self._text)
        return first if alone else ""

    @cached_property
    def _own_day(self) -> str:
        """The day of the week of the topic, where the text tells of another event on another day: "Monday's quake"."""
        weekdays = either(tuple(self._weekdays))
        own = re.search(rf"\b({weekdays})'s +(?:{either(self._nouns)})\b", self._text, re.IGNORECASE)
        if own is None:
            return ""
        others = (self._sentence_at(event.at) for event in self._mentions if event.new and event.at >= self._lead[1])
        days = {day.lower() for each in others if each for day in re.findall(weekdays, self._text[slice(*each)], re.I)}
        return own[1].title() if days - {own[1].lower()} else ""

    @cached_property
    def _published(self) -> str | None:
        """The month of the document's date, as it is written in full."""
        published = self._document.published
        names = {number: name for name, number in self._months.items() if len(name) > 3}
        return None if published is None or published.month is None else names[published.month].title()

    @cached_property
    def _of_month(self) -> re.Pattern[str]:
        month, nouns = either(frozenset(name.title() for name in self._months)), either(self._nouns)
        return re.compile(rf"\b(?:(?:in|last|since) +(?P<of>{month})\b(?! +[0-9])|(?P<before>{month}) +(?:{nouns})\b)")

    @cached_property
    def _verb(self) -> re.Pattern[str]:
        return re.compile(rf"\b(?:{either(tuple(self._verb_of))})\b", re.IGNORECASE)

    @cached_property
    def _before_now(self) -> re.Pattern[str]:
        another, nouns = either(self._telling.another), either(self._nouns)
        before_noun = rf"(?:{another})(?:,? [\w.-]+){{0,{_WORDS_BEFORE}}}? (?:{nouns})"
        return re.compile(rf"\b(?:{either(self._telling.before_now)}|{before_noun})\b", re.IGNORECASE)
