"""Microdata: what elements of a page say of a thing, as labels.

https://html.spec.whatwg.org/multipage/microdata.html
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from factcheck.read.extraction import Piece
from factcheck.read.linked_data import LONGEST, in_words, is_thing, label_of_property, listed

_MOST_OPEN = 50  # elements, the innermost ones, that words are taken to be said by
_WITHIN = 10_000  # characters of a tag before the value
_CONTENT = ("content", "datetime")  # attributes that say a value for machines


@dataclass(slots=True)
class _Scope:
    """A thing: its type, and its properties with the words of each value."""

    kind: str
    values: dict[str, list[list[Piece]]] = field(default_factory=dict)


@dataclass(slots=True)
class _Open:
    """An element that says something: how deep it stands, its property, its scope if it is a thing itself."""

    depth: int
    name: str
    scope: _Scope | None
    pieces: list[Piece]


class Microdata:
    """Collects what elements say while a page is read; `depth` is the number of open elements."""

    def __init__(self) -> None:
        self._open: list[_Open] = []
        self._things: list[_Scope] = []

    def opened(self, attributes: Mapping[str, str], depth: int, at: int, source: str, *, void: bool) -> None:
        """Note an element that has a property or is a thing."""
        name = attributes.get("itemprop", "").split(" ")[0]
        if "itemscope" in attributes and not void:
            kind = attributes.get("itemtype", "").strip().rstrip("/").rpartition("/")[2]
            scope = _Scope(kind)
            if not name:  # else it only says who or what a property of another is
                self._things.append(scope)
            self._open.append(_Open(depth, name, scope, []))
        elif name and self._open:
            said = next((attributes[each] for each in _CONTENT if attributes.get(each)), None)
            if said is not None:
                first = source.find(said, at, at + len(said) + _WITHIN)
                self._says(name, [Piece(in_words(said), first, first + len(said))] if first >= 0 else [])
            elif not void:
                self._open.append(_Open(depth, name, None, []))

    def heard(self, piece: Piece) -> None:
        """Take words: they are said by every open property."""
        for each in self._open[-_MOST_OPEN:]:
            if each.name and each.scope is None:
                each.pieces.append(piece)

    def closed(self, depth: int) -> None:
        """Note that an element was closed; a thing in a property says its name there."""
        while self._open and self._open[-1].depth >= depth:
            done = self._open.pop()
            if not done.name:
                continue
            names = done.scope.values.get("name", []) if done.scope is not None else [done.pieces]
            for pieces in names[:1]:
                self._says(done.name, pieces)

    def labelled(self) -> Iterator[tuple[str, list[Piece]]]:
        """Yield what is said of things that have a name, the name first."""
        for thing in self._things:
            if is_thing(thing.kind) and "name" in thing.values:
                for name in ("name", *(each for each in thing.values if each != "name")):
                    values = [_trimmed(pieces) for pieces in thing.values[name]]
                    pieces = listed([value for value in values if value is not None])
                    if pieces:
                        yield label_of_property(name, thing.kind), pieces

    def _says(self, name: str, pieces: list[Piece]) -> None:
        scope = next((each.scope for each in reversed(self._open) if each.scope is not None), None)
        if scope is not None:
            scope.values.setdefault(name, []).append(pieces)


def _trimmed(pieces: list[Piece]) -> Piece | None:
    """Return the words of a value as one piece; None for one that is empty, or as long as a text."""
    words = " ".join("".join(piece.words for piece in pieces).split())
    if not words or len(words) > LONGEST:
        return None
    first = next(piece.first + len(piece.words) - len(piece.words.lstrip()) for piece in pieces if piece.words.strip())
    last = next(p.last - len(p.words) + len(p.words.rstrip()) for p in reversed(pieces) if p.words.strip())
    return Piece(words, first, max(first, last))
