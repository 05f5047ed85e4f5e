"""Whose claim it is: the document's work, the person who is named, the event that is meant."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from functools import cached_property

from factcheck.extract.events import Events
from factcheck.extract.people import People
from factcheck.extract.places import Places, either, plain_words
from factcheck.extract.sentences import Sentences
from factcheck.extract.works import find_work
from factcheck.grammar import Reader
from factcheck.model import ELSEWHERE, UNKNOWN, Document, Subject
from factcheck.ruleset import About

Span = tuple[int, int]
_BEFORE = 3000  # characters, in which "the island" was named
_MANY = 1_000  # records whose works are remembered


class Subjects:
    """Finds the subject of a claim in one document; each kind is looked for when first needed."""

    def __init__(self, document: Document, reader: Reader, about: tuple[About, ...], sentences: Sentences) -> None:
        self._document = document
        self._sentences = sentences
        self._reader = reader
        self._about = {each.id: each for each in about}
        self._works: dict[tuple[str, int], Subject | None] = {}
        self._events: dict[str, Events] = {}

    def of(self, about: str, sentence: tuple[int, int], at: int, who: str | None) -> Subject:
        """Return the subject of a claim at an offset in a sentence; `who` is whom the wording names.

        What stands beside the document's own text is about something else, and nobody says what.
        """
        if self._elsewhere(at):
            return Subject(about, UNKNOWN, sure=False)
        match self._about[about].kind:
            case "work":
                found = self._work(about, at)
            case "person":
                found = self._person(about, sentence, at, who)
            case "event":
                found = self._events_of(about).meant(sentence, at)
            case "place":
                found = self._place(about, sentence, at, who)
            case "organisation":
                found = None if who is None else self._organisation(about, who)
        return found or Subject(about, UNKNOWN, sure=False)

    def _elsewhere(self, at: int) -> bool:
        block = self._sentences.block(at)
        return block is not None and block.part in ELSEWHERE

    def _work(self, about: str, at: int) -> Subject | None:
        """Return the document's work, in a file of records that of the record."""
        number = bisect_right(self._document.records, at, key=lambda record: record[0])
        key = (about, number)
        if key not in self._works:
            if len(self._works) >= _MANY:
                self._works.clear()
            record = self._document.records[number - 1] if number else None
            found = find_work(self._document, self._about[about], record)
            self._works[key] = None if found is None else replace(found, part=number)
        return self._works[key]

    def _events_of(self, about: str) -> Events:
        if about not in self._events:
            self._events[about] = Events(self._document, self._about[about], self._reader, self._sentences.around)
        return self._events[about]

    @cached_property
    def _people(self) -> People:
        return People(self._document, self._reader)

    def _person(self, about: str, sentence: tuple[int, int], at: int, who: str | None) -> Subject | None:
        """Take whom the wording names; else who was named before, in the sentence or its paragraph.

        Only a single candidate is sure. Of several the first is taken: it is mostly the topic.
        """
        if who is not None and self.names_somebody(who):
            who = who.removesuffix("'s")
            full = self._people.full_name(who)
            alone = full is None and " " not in who.strip() and who.isascii()  # a surname, of whomever
            one = self._people.bearers(who) < 2
            return Subject(about, full or who, sure=one and not alone, likely=one and alone)
        blocks = self._document.blocks
        number = bisect_right(blocks, at, key=lambda block: block.start)
        paragraph = blocks[number - 1].start if number else 0
        for start, end in ((sentence[0], at), (paragraph, at), sentence):
            if (found := self._people.first(start, end)) is not None:
                return Subject(about, found[0], sure=found[1] and end == at)
        name = self._people.main
        return None if name is None else Subject(about, name, sure=False)

    @cached_property
    def _words(self) -> frozenset[str]:
        return plain_words(self._document.folded)

    @cached_property
    def _where(self) -> frozenset[str]:
        return frozenset(self._places.find(self._document.folded, self._words))

    @cached_property
    def _places(self) -> Places:
        return Places(self._reader.language)

    def _place(self, about: str, sentence: Span, at: int, who: str | None) -> Subject | None:
        """Return the place that the wording names; of "the island", the last one before that was said to be one."""
        text = self._document.folded
        if who is not None:
            name = self._places.name(who, self._words)
            return Subject(about, name) if name else None
        nouns = [noun for each in self._about[about].nouns.values() for noun in each]
        short = re.compile(rf"\b(?:{either(tuple(nouns))})\b", re.IGNORECASE).search(text, at, sentence[1])
        last = (
            None
            if short is None
            else self._places.last_of_kind(text[max(0, at - _BEFORE) : short.end()], short[0], self._words)
        )
        if last is None and short is None:  # "Tarvo, a port in the south, has a population of 15,000"
            spots = self._reader.names.find_any(text[slice(*sentence)])
            last = (
                self._places.name(text[sentence[0] + spots[0][0] : sentence[0] + spots[0][1]], self._words)
                if spots
                else ""
            )
        return Subject(about, last, sure=False, likely=True) if last else None

    def _organisation(self, about: str, who: str) -> Subject | None:
        """Return the organisation that the wording names, in words that are no pronoun or the like."""
        spots = self._reader.names.find_any(who)
        if not spots or spots[0][0] != 0:
            return None
        return Subject(about, " ".join(who[slice(*spots[0])].split()))

    def names_somebody(self, words: str, *, alone: bool = True) -> bool:
        """Tell a name from a pronoun, a place, or a noun that a pattern took for one at a sentence's start.

        A single word that is no part of a fuller name in the document is one only where it may stand `alone`.
        """
        words = " ".join(words.split()).removesuffix("'s")
        full = self._people.full_name(words)
        misspelt = full is not None and words not in (full, *full.split())
        given = words.split()[0].casefold() in self._reader.language.names.given
        if words in self._where and not (given or misspelt):
            return False
        if full is not None:
            return True
        return (alone or " " in words) and bool(self._reader.names.find(words))
