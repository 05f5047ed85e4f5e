"""The places of a text: capitalised names behind words that tell where, or beside a noun for a place."""

from __future__ import annotations

import re
from functools import cached_property, lru_cache

from factcheck.grammar.language import Language

CAPITALISED = r"[A-Z][\w'-]+(?: +[A-Z][\w'-]+){0,2}"


@lru_cache(maxsize=1 << 8)  # patterns are made of a language's words, which are the same in every document
def either(words: frozenset[str] | tuple[str, ...]) -> str:
    """Return a pattern for any of some words or groups of words, the longest first; one that never fits for none."""
    return "|".join(sorted(map(_spaced, words), key=lambda each: (-len(each), each))) or r"(?!)"


def _spaced(words: str) -> str:
    """Return a pattern for words with any number of spaces between them: text may be justified."""
    return re.escape(words).replace(r"\ ", " +")


def plain_words(text: str) -> frozenset[str]:
    """Return the words that a text has in lower case: in a headline they are capitalised and still name nothing."""
    return frozenset(re.findall(r"\b[a-z][\w'-]*", text))


class Places:
    """Finds places in folded text by the words of a language."""

    def __init__(self, language: Language) -> None:
        self._telling = language.telling
        months = {month.title() for month in language.dates.months}
        days = {day.title() for day in language.dates.weekdays}
        self._never = language.names.never | months | days
        beside = {word.title() for word in (*self._telling.places, *self._telling.quarters)}
        self._not_in_name = language.names.not_people | beside

    def find(self, text: str, words: frozenset[str]) -> list[str]:
        """Return the names of places in a text, each once, in its order; `words` stand in lower case and name none."""
        return self._all(self._told, text, words)

    def near(self, text: str, words: frozenset[str]) -> list[str]:
        """Return these, and the places from which a direction is told: "14 miles north of Kerman"."""
        return self._all(self._told_or_near, text, words)

    def _all(self, pattern: re.Pattern[str], text: str, words: frozenset[str]) -> list[str]:
        names = (self.name(found[1] or found[2], words) for found in pattern.finditer(text))
        return list(dict.fromkeys(name for name in names if name))

    @cached_property
    def _told(self) -> re.Pattern[str]:
        return self._pattern(of="")

    @cached_property
    def _told_or_near(self) -> re.Pattern[str]:
        return self._pattern(of="(?:of +)?(?:the +|The +)?")

    def _pattern(self, of: str) -> re.Pattern[str]:
        telling = self._telling
        at, quarters, nouns = (either(each) for each in (telling.at, telling.quarters, telling.places))
        here = rf"(?i:{at}) +(?:the +)?(?:(?:{quarters}) +)?(?:(?:{nouns}) +of +)?"
        where = rf"{here}|(?i:{quarters}) +{of}|(?i:{nouns}) +of +"
        return re.compile(rf"\b(?:(?:{where})({CAPITALISED})|({CAPITALISED}) +(?:{nouns})\b(?! +of ))")

    def last_of_kind(self, text: str, noun: str, words: frozenset[str]) -> str | None:
        """Return the last place in a text that is called one of a kind: "Qeshm Island", "the island of Qeshm"."""
        either_side = rf"\b(?:({CAPITALISED}) +(?i:{noun})|(?i:{noun}) +of +({CAPITALISED}))\b"
        names = [self.name(found[1] or found[2], words) for found in re.finditer(either_side, text)]
        return next((name for name in reversed(names) if name), None)

    def name(self, said: str, words: frozenset[str]) -> str:
        """Return capitalised words without those that are no part of a place's name; nothing where none is left."""
        kept = []
        for word in (each.removesuffix("'s") for each in said.split()):
            if word in self._never or word.lower() in words:
                break
            if word not in self._not_in_name:
                kept.append(word)
        return " ".join(kept)
