"""The people of a document: full names, and the short forms that stand for them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from functools import cached_property, partial

from factcheck.extract.places import either
from factcheck.grammar import Reader
from factcheck.grammar.names import Spot
from factcheck.model import ELSEWHERE, Document

_TITLE_COLON = re.compile(r"[A-Z][\w'-]*:\s*$")
_LONGEST_WORD = 40
_LONG_NAME = 7  # letters; shorter names have the same letters by chance: Mary and Myra


def _letters(word: str) -> tuple[str, ...]:
    """Return the letters of a word, the first and the last where they stand, the others in order."""
    return (word[:1], *sorted(word[1:-1].lower()), word[-1:])


class People:
    """Who is named where; found once for a document, when a rule first asks."""

    def __init__(self, document: Document, reader: Reader) -> None:
        self._text = document.folded
        self._names = reader.names
        self._country = partial(reader.code, "country")
        self._given = reader.language.names.given
        self._where = re.compile(rf"\b(?:{either(reader.language.telling.at)})\s+(?:the\s+)?$", re.IGNORECASE)
        self._blocks = [block for block in document.blocks if block.part not in ELSEWHERE]

    @cached_property
    def _spots(self) -> list[Spot]:
        return [
            (block.start + start, block.start + end)
            for block in self._blocks
            for start, end in self._names.find(self._text[block.start : block.end])
        ]

    @cached_property
    def _full(self) -> Counter[str]:
        """Names of two words or more, or in Chinese characters, with how often they stand there.

        What mostly follows a capitalised word and a colon is the second half of a title, and what mostly follows a
        word that tells where is a place, unless it begins with somebody's first name.
        """
        names: Counter[str] = Counter()
        others: Counter[str] = Counter()
        for start, end in self._spots:
            name = " ".join(self._text[start:end].split())
            if (" " in name or ord(name[0]) >= 0x3400) and self._country(name) is None:
                names[name] += 1
                before = self._text[max(0, start - _LONGEST_WORD) : start]
                place = name.split()[0].casefold() not in self._given and self._where.search(before)
                others[name] += bool(place or _TITLE_COLON.search(before))
        return Counter({name: number for name, number in names.items() if 2 * others[name] < number})

    @cached_property
    def _misspelt(self) -> dict[tuple[str, ...], str]:
        """Long last names by their letters: a word with the same ones in another order is that name misspelt."""
        names = {word: name for word, name in self._short.items() if len(word) >= _LONG_NAME}
        counts = Counter(map(_letters, names))
        return {letters: name for word, name in names.items() if counts[letters := _letters(word)] == 1}

    @cached_property
    def _short(self) -> dict[str, str]:
        """First and last names alone, for the most often named person who bears them."""
        short: dict[str, str] = {}
        for name, _ in sorted(self._full.items(), key=lambda row: (-row[1], row[0])):
            for word in name.split():
                short.setdefault(word, name)
        return short

    def full_name(self, words: str) -> str | None:
        """Return the full name that a name or a part of one stands for in this document."""
        words = " ".join(words.split())
        return words if words in self._full else self._short.get(words) or self._misspelt.get(_letters(words))

    def bearers(self, words: str) -> int:
        """Return how many people of the document bear a part of a name, by different first names."""
        part = " ".join(words.split())
        return len({name.split()[0] for name in self._full if part in name.split()[1:]}) if " " not in part else 1

    @cached_property
    def _named(self) -> tuple[list[int], list[int], list[str], list[int]]:
        """Where full names or parts of them stand, whom they mean, and for each where somebody else is named next."""
        spots = [
            (*spot, name) for spot in self._spots if (name := self.full_name(self._text[slice(*spot)])) is not None
        ]
        nexts = [len(spots)] * len(spots)
        for i in range(len(spots) - 2, -1, -1):
            nexts[i] = nexts[i + 1] if spots[i][2] == spots[i + 1][2] else i + 1
        return [a for a, _, _ in spots], [b for _, b, _ in spots], [name for _, _, name in spots], nexts

    def first(self, start: int, end: int) -> tuple[str, bool] | None:
        """Return who is named first in a stretch of text, and whether nobody else is; None where nobody is."""
        starts, ends, names, nexts = self._named
        low, high = bisect_left(starts, start), bisect_right(ends, end)
        return (names[low], nexts[low] >= high) if low < high else None

    @cached_property
    def main(self) -> str | None:
        """The person whom the document names most often, short forms included."""
        counts = Counter(self._named[2])
        return min(counts, key=lambda name: (-counts[name], name)) if counts else None
