"""Works and their titles: when two of them are one film, one of several names, or another of a series.

What is weighed was learnt from titles of film databases that differ: brackets hold further titles, articles move
behind, series put their name before or leave it out, sequels differ by a number, remakes by years and directors.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from factcheck.values.name import PersonName
from factcheck.values.similarity import person_score

_BRACKETS = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
_KNOWN_AS = re.compile(r"^(?:a\.?k\.?a\.?|also known as|aka)\s+", re.IGNORECASE)
_MOVED = re.compile(r"^(.*\S),\s+(the|an?|le|la|les|l'|der|die|das|el|los|las|il|lo|un|une)$", re.IGNORECASE)
_ARTICLES = frozenset(
    ["the", "a", "an", "le", "la", "les", "l", "der", "die", "das", "el", "los", "las", "il", "lo", "un", "une"]
)
_SUBTITLE = re.compile(r"\s*:\s+|\s+-+\s+|(?<=\w)--+(?=\w)")
_WORD = re.compile(r"[a-z0-9]+")
_ROMAN = {"ii": "2", "iii": "3", "iv": "4", "v": "5", "vi": "6", "vii": "7", "viii": "8", "ix": "9", "x": "10"}
_IN_WORDS = {"one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7"}
_SAME, _NEAR, _SHARED = 0.97, 0.85, 0.7  # scores: of names alike, of directors that are one
Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Work:
    """A work as one source names it: all its titles, the parts of those, when it came out and who made it."""

    titles: frozenset[Words]
    parts: frozenset[Words]
    year: int | None = None
    directors: tuple[PersonName, ...] = ()


def work_of(title: str, year: int | None, directors: Iterable[PersonName]) -> Work:
    """Return a work by its title; what stands in brackets are further titles, around a colon parts of one."""
    brackets = [_KNOWN_AS.sub("", each.strip()) for each in _BRACKETS.findall(title)]
    whole = [_BRACKETS.sub(" ", title).strip(), *(each for each in brackets if not each.isdecimal())]
    titles = frozenset(words for each in whole if (words := _words(each)))
    parts = frozenset(w for each in whole for part in _SUBTITLE.split(each) if (w := _words(part)) and w not in titles)
    return Work(titles, parts, year, tuple(directors))


def work_score(a: Work, b: Work) -> tuple[float, str]:
    """Return how likely two works are one, from 0 to 1, and why."""
    alike, why = titles_alike(a, b)
    if not alike:
        return 0.0, why
    shared = _share_director(a.directors, b.directors)
    if shared is False:
        return 0.2, "the titles are alike, the directors others"
    if a.year is None or b.year is None:
        longest = max(map(len, a.titles), default=0)
        known = shared or (alike == _SAME and longest > 1)
        return (0.75 if shared else 0.6) if known else 0.4, f"{why}; a year is not known"
    apart = abs(a.year - b.year)
    most = 1 if alike < _NEAR else (3 if shared else 1) + (max(map(len, a.titles)) > 2)
    if apart > most:
        return 0.1, f"{why}, but they are {apart} years apart"
    return max(0.5, alike - 0.05 * apart + 0.1 * bool(shared) * (alike < _NEAR)), why


def titles_alike(a: Work, b: Work) -> tuple[float, str]:
    """Return how alike the titles are, whatever their years: one title in common, or one that is a part of another."""
    if a.titles & b.titles:
        return _SAME, "one title"
    if {"".join(words) for words in a.titles} & {"".join(words) for words in b.titles}:
        return _SAME, "one title, written otherwise"
    for one in a.titles:
        for other in b.titles:
            if _numbers(one) != _numbers(other) and not (one in b.parts or other in a.parts):
                continue
            short, long = sorted((one, other), key=len)
            if short == long[: len(short)] or short == long[-len(short) :]:
                return _SHARED, "one title is the beginning or the end of the other"
            if _misspelt(one, other):
                return _SHARED, "the titles differ by a spelling"
    if a.titles & b.parts or b.titles & a.parts or _told(a.parts & b.parts):
        return _SHARED, "one title is a part of the other"
    return 0.0, "the titles are others"


def _told(parts: Iterable[Words]) -> bool:
    """Tell whether parts in common are more than the name of a series."""
    return any(len(part) > 2 for part in parts)


def _misspelt(one: Words, other: Words) -> bool:
    from rapidfuzz.fuzz import ratio

    return len("".join(one)) > 7 and ratio(" ".join(one), " ".join(other)) > 90


def _numbers(words: Words) -> frozenset[str]:
    return frozenset(word for word in words if word.isdecimal())


def _share_director(a: Sequence[PersonName], b: Sequence[PersonName]) -> bool | None:
    """Tell whether one person made both; None where that is not known."""
    if not a or not b:
        return None
    return any(person_score(one, other) >= _SHARED for one in a for other in b)


def _words(title: str) -> Words:
    """Return the words of a title in Latin letters, without the article that it begins with, or that moved behind."""
    from anyascii import anyascii

    moved = _MOVED.match(title.strip())
    plain = anyascii(moved[1] if moved is not None else title).lower().replace("&", " and ").replace("'", "")
    words = _WORD.findall(plain)
    while len(words) > 1 and words[0] in _ARTICLES:
        words = words[1:]
    numbered = [_ROMAN.get(word, word) if at else word for at, word in enumerate(words)]
    return tuple(_IN_WORDS.get(word, word) for word in numbered)
