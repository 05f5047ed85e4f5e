"""Forms: how a language says things, as data. "[the] {day} [of] {month}" is a line of the language file.

A form is made of words, `{slots}` that the grammar reads, `[parts]` that may be missing, and `(one|of|several)`. All
forms become one tree that is walked along the tokens: forms which begin alike share their beginning, a token that can
go on with none of them ends the walk, and the longest form wins.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, NamedTuple, TypeVar

from factcheck.grammar.tokens import Token, hyphen, tokenise

T = TypeVar("T")
Filled = Mapping[str, Any]  # what the slots of a form were filled with, by their names
Meaning = Callable[[Filled], T | None]
_DEEPEST = 3
_MANY = 6  # slots at one place, from where on an index by their first words is worth its making
_ELEMENT = re.compile(r"\{(\w+)(?::(\w+))?\}|([\[\](|)])|([^\s\[\](|){}]+)")


class Slot(NamedTuple):
    """What can stand in a form: the words it begins with, and the reader of its value and end.

    `second` is every word that may stand second within it; those `never_alone` of the first ones need one. `behind`
    tells for some of the first words which of the second ones those are.
    """

    first: frozenset[str]
    read: Callable[[list[Token], int], tuple[Any, int] | None]
    second: frozenset[str] = frozenset()
    never_alone: frozenset[str] = frozenset()
    behind: Mapping[str, frozenset[str]] = {}


class Nested(NamedTuple, Generic[T]):
    """A slot that holds what a whole form means, where it is accepted there: the date in "two days before {date}"."""

    accepts: Callable[[T], bool]


class FormError(ValueError):
    """A form that cannot be read; says what is wrong with it."""


@dataclass(slots=True)
class _Node(Generic[T]):
    """A place in the tree: the words and slots that may follow, and what a form that ends here means."""

    words: dict[str, _Node[T]] = field(default_factory=dict)
    slots: dict[tuple[str, str], _Edge[T]] = field(default_factory=dict)
    by_first: dict[str, list[_Edge[T]]] = field(default_factory=dict)  # the slots, of places that have many
    meanings: list[Meaning[T]] = field(default_factory=list)


class _Edge(NamedTuple, Generic[T]):
    """A slot that may follow: the name to fill, the slot, and where it leads."""

    name: str
    slot: Slot | Nested[T]
    to: _Node[T]


class FormTable(Generic[T]):
    """The forms of a language and what each means; raises FormError for one with an unknown slot."""

    def __init__(
        self,
        forms: Iterable[tuple[str, Meaning[T]]],
        slots: Mapping[str, Slot],
        nested: Mapping[str, Nested[T]],
    ) -> None:
        self._slots: Mapping[str, Slot | Nested[T]] = {**slots, **nested}
        self._root: _Node[T] = _Node()
        for form, meaning in forms:
            try:
                for elements in expand(form):
                    self._add(elements, meaning)
            except FormError as error:
                raise FormError(f"{form!r}: {error}") from None
        if any(isinstance(edge.slot, Nested) for edge in self._root.slots.values()):
            raise FormError("a form cannot begin with a whole form")
        begins = [edge.slot.first for edge in self._root.slots.values() if isinstance(edge.slot, Slot)]
        self.first = frozenset(self._root.words).union(*begins)
        self._index(self._root)
        for node in self._root.words.values():
            self._index(node)
        self.second = dict(self._seconds())

    def _add(self, elements: Iterable[str | tuple[str, str]], meaning: Meaning[T]) -> None:
        node = self._root
        for element in elements:
            if isinstance(element, str):
                node = node.words.setdefault(element, _Node())
                continue
            name, kind = element
            if kind not in self._slots:
                raise FormError(f"no slot {{{kind}}}; there are {', '.join(sorted(self._slots))}")
            node = node.slots.setdefault(element, _Edge(name, self._slots[kind], _Node())).to
        if meaning not in node.meanings:
            node.meanings.append(meaning)

    def _index(self, node: _Node[T]) -> None:
        if len(node.slots) < _MANY:
            return
        for edge in node.slots.values():
            for word in self._begins(edge):
                node.by_first.setdefault(word, []).append(edge)

    def _goes_on_with(self, node: _Node[T]) -> frozenset[str]:
        return frozenset(node.words).union("-", *(self._begins(edge) for edge in node.slots.values()))

    def _seconds(self) -> Iterator[tuple[str, frozenset[str]]]:
        """Yield the words that begin no form by themselves, with what may stand behind each."""
        after = {key: self._goes_on_with(edge.to) for key, edge in self._root.slots.items()}
        unions: dict[tuple[frozenset[str], ...], frozenset[str]] = {}  # most words share theirs
        for word in self.first:
            node = self._root.words.get(word)
            second = [] if node is None else [self._goes_on_with(node)]
            alone = node is not None and bool(node.meanings)
            for key, edge in self._root.slots.items():
                slot = edge.slot
                if isinstance(slot, Nested) or word not in slot.first:
                    continue
                second.append(slot.behind.get(word, slot.second))
                if word not in slot.never_alone:
                    second.append(after[key])
                    alone = alone or bool(edge.to.meanings)
            if not alone:
                key_of_union = tuple(second)
                if key_of_union not in unions:
                    unions[key_of_union] = frozenset().union(*second)
                yield word, unions[key_of_union]

    def may_begin(self, tokens: list[Token], at: int) -> bool:
        """Tell by two tokens whether a form may begin here: at most words and figures of a text none does."""
        key = tokens[at].key
        second = self.second.get(key)
        if second is None:
            return key in self.first
        return at + 1 < len(tokens) and tokens[at + 1].key in second

    def read(self, tokens: list[Token], at: int, depth: int = 0) -> tuple[T, int] | None:
        """Return what the longest form at a token means, and the token after it; of equally long ones the first."""
        if at >= len(tokens) or not self.may_begin(tokens, at):
            return None
        return self._go_on(self._root, tokens, at, {}, depth)

    def _longest(
        self, node: _Node[T], tokens: list[Token], at: int, filled: dict[str, Any], depth: int
    ) -> tuple[T, int] | None:
        best = None
        if at < len(tokens):
            best = self._go_on(node, tokens, at, filled, depth)
            if filled and tokens[at].text == "-" and hyphen(tokens, at):  # within a compound: "mid-June"
                best = _longer(best, self._go_on(node, tokens, at + 1, filled, depth))
        if best is None:
            for meaning in node.meanings:
                if (value := meaning(filled)) is not None:
                    return value, at
        return best

    def _go_on(
        self, node: _Node[T], tokens: list[Token], at: int, filled: dict[str, Any], depth: int
    ) -> tuple[T, int] | None:
        """Return the longest form that goes on at a token."""
        key = tokens[at].key
        word = node.words.get(key)
        best = None if word is None else self._longest(word, tokens, at + 1, filled, depth)
        if node.by_first:
            edges = node.by_first.get(key)
        else:
            edges = [edge for edge in node.slots.values() if key in self._begins(edge)]
        return _longer(best, self._by_slots(edges, tokens, at, filled, depth)) if edges else best

    def _begins(self, edge: _Edge[T]) -> frozenset[str]:
        return self.first if isinstance(edge.slot, Nested) else edge.slot.first

    def _by_slots(
        self, edges: Iterable[_Edge[T]], tokens: list[Token], at: int, filled: dict[str, Any], depth: int
    ) -> tuple[T, int] | None:
        best = None
        for name, slot, node in edges:
            read = self._nested(slot, tokens, at, depth) if isinstance(slot, Nested) else slot.read(tokens, at)
            if read is not None:
                best = _longer(best, self._longest(node, tokens, read[1], {**filled, name: read[0]}, depth))
        return best

    def _nested(self, slot: Nested[T], tokens: list[Token], at: int, depth: int) -> tuple[T, int] | None:
        """Read a whole form within another; nobody says more than a few within one another."""
        found = self.read(tokens, at, depth + 1) if depth < _DEEPEST else None
        return found if found is not None and slot.accepts(found[0]) else None


def _longer(first: tuple[T, int] | None, second: tuple[T, int] | None) -> tuple[T, int] | None:
    """Return the reading that ends later, the first of two that end together."""
    if first is None or second is None:
        return second if first is None else first
    return second if second[1] > first[1] else first


def expand(form: str) -> list[list[str | tuple[str, str]]]:
    """Return every way to say a form: words, and slots as (name, kind); raises FormError for a bracket too many."""
    matches = list(_ELEMENT.finditer(form))
    ways, end = _ways(matches, 0, "")
    if end != len(matches):
        raise FormError(f"a bracket too many in {form!r}")
    return [way for way in ways if way]


def _ways(matches: list[re.Match[str]], at: int, closing: str) -> tuple[list[list[str | tuple[str, str]]], int]:
    """Return the ways to say what stands up to a closing bracket, and the place of that bracket."""
    done: list[list[str | tuple[str, str]]] = []
    ways: list[list[str | tuple[str, str]]] = [[]]
    while at < len(matches) and matches[at][0] != closing:
        name, kind, bracket, word = matches[at].groups()
        if bracket == "|":
            done, ways = [*done, *ways], [[]]
        elif bracket in ("[", "("):
            inner, at = _ways(matches, at + 1, "]" if bracket == "[" else ")")
            if at >= len(matches):
                raise FormError("a bracket stays open")
            inner = [*inner, []] if bracket == "[" else inner
            ways = [[*way, *more] for way in ways for more in inner]
        elif bracket:
            raise FormError(f"a {bracket!r} too many")
        elif name:
            ways = [[*way, (name, kind or name)] for way in ways]
        else:
            ways = [[*way, *(token.text for token in tokenise(word))] for way in ways]
        at += 1
    return [*done, *ways], at
