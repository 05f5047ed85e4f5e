"""Names of people among words: sequences of capitalised words, cut where no name goes on."""

from __future__ import annotations

import re

from factcheck.grammar.language import Names

# Letters are matched by their case; \u3400-\u9fff are Chinese characters, which have none.
_WORD = r"[A-Z\u00c0-\u00de\u0100-\u024f\u0400-\u042f][^\W\d_]*(?:['.-][^\W\d_]+)*\.?"
_ARTICLE = "(?:(?:al|el|ul|ad|as|ash|ar)-)?"  # of Arabic names: "Bashar al-Assad"
_RUN = re.compile(rf"{_WORD}(?:[ \n]+(?:[a-z]{{1,3}}[ \n]+){{0,2}}{_ARTICLE}{_WORD})*|[\u3400-\u9fff]{{2,5}}")
_PIECE = re.compile(r"[^ \n]+")
_INITIALS = re.compile(r"(?:[^\W\d_]\.){2,3}")  # the J.K. of "J.K. Rowling"
_POSSESSIVE = re.compile(r"'s?$")
_SEPARATORS = re.compile(r"[,;/&|\u2022\u3001]|\band\b", re.IGNORECASE)
# Bounded, so that a page of opening brackets is read in linear time.
_BRACKETS = re.compile(r"\([^)]{0,200}\)|\[[^\]]{0,200}\]")
_OF = re.compile(r"[ \n]+of[ \n]+")
MOST_WORDS = 4

Spot = tuple[int, int]


class NameReader:
    """Finds names in prose and splits the lists of labelled lines."""

    def __init__(self, names: Names) -> None:
        self._names = names

    def find(self, text: str) -> list[Spot]:
        """Return where names stand in folded text: single names, in order."""
        spots = (self._without_place(text, spot) for spot in self.find_any(text))
        return [spot for spot in spots if self._is_person(text[spot[0] : spot[1]])]

    def find_any(self, text: str) -> list[Spot]:
        """Return where capitalised words stand, people or not, cut at words that name nothing."""
        return [spot for run in _RUN.finditer(text) for spot in self._cut(text, run.start(), run.end())]

    def find_lists(self, text: str) -> list[tuple[int, int, tuple[str, ...]]]:
        """Return names with those that "and" joins to them: (start, end, names).

        A single capitalised word that begins the text tells nothing: every sentence begins so.
        """
        found: list[tuple[int, int, tuple[str, ...]]] = []
        pending: list[Spot] = []
        spots = [spot for spot in self.find(text) if spot[0] > 0 or " " in text[: spot[1]]]
        for spot in [*spots, (len(text) + 1, len(text) + 1)]:
            if pending and _joins(text[pending[-1][1] : spot[0]]):
                pending.append(spot)
                continue
            found.extend(_close(text, pending))
            pending = [spot]
        return found

    def split(self, text: str) -> tuple[str, ...]:
        """Return the names of a labelled line: separated by commas, semicolons, slashes or "and"."""
        parts = [part.strip(" \r\n.-\u2013*_'\"") for part in _SEPARATORS.split(_BRACKETS.sub(" ", text))]
        later = (part for part in parts[1:] if part.replace(".", "").casefold() not in self._names.suffixes)
        return tuple(dict.fromkeys(part for part in (parts[0], *later) if any(map(str.isalpha, part))))

    def _cut(self, text: str, start: int, end: int) -> list[Spot]:
        """Cut a run of capitalised words at words that belong to no name."""
        spots: list[Spot] = []
        pieces: list[Spot] = []
        for piece in _PIECE.finditer(text, start, end):
            word = piece[0]
            at, stop = piece.start(), piece.end()
            possessive = _POSSESSIVE.search(word)
            if possessive is not None:
                stop -= len(possessive[0])
            elif word.endswith(".") and len(word) > 2 and not _INITIALS.fullmatch(word):
                stop -= 1
            bare = text[at:stop]
            if bare in self._names.never or (bare.islower() and bare not in self._names.particles):
                spots.extend(_spot(pieces))
                pieces = []
                continue
            if not pieces and stop < end and bare.casefold().rstrip(".") in self._names.titles:
                continue  # "Dr Smith", but not "Stephen King"
            pieces.append((at, stop))
            if stop < piece.end():
                spots.extend(_spot(pieces))
                pieces = []
        spots.extend(_spot(pieces))
        return spots

    def _without_place(self, text: str, spot: Spot) -> Spot:
        """Return a full name without where somebody is of: "Ann Lee of New Haven", but not "Joan of Arc"."""
        of = _OF.search(text, *spot)
        return spot if of is None or " " not in text[spot[0] : of.start()].strip() else (spot[0], of.start())

    def _is_person(self, name: str) -> bool:
        words = name.split()
        return len(words) <= MOST_WORDS and not any(word in self._names.not_people for word in words)


def _spot(pieces: list[Spot]) -> list[Spot]:
    return [(pieces[0][0], pieces[-1][1])] if pieces else []


def _joins(between: str) -> bool:
    return between.strip() in ("and", "&", ", and", ",")


def _close(text: str, spots: list[Spot]) -> list[tuple[int, int, tuple[str, ...]]]:
    """Keep a list where "and" stands before its last name; commas alone join no names in prose."""
    if not spots:
        return []
    listed = len(spots) > 1 and text[spots[-2][1] : spots[-1][0]].strip(" ,\n") in ("and", "&")
    groups = [spots] if listed else [[spot] for spot in spots]
    return [(group[0][0], group[-1][1], tuple(text[a:b] for a, b in group)) for group in groups]
