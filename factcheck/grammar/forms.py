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

FIGURES = "0"  # stands for every token of figures among the words that a slot begins with
T = TypeVar("T")
Filled = Mapping[str, Any]  # what the slots of a form were filled with, by their names
Meaning = Callable[[Filled], T | None]
_DEEPEST = 3
_ELEMENT = re.compile(r"\{(\w+)(?::(\w+))?\}|([\[\](|)])|([^\s\[\](|){}]+)")


class Slot(NamedTuple):
    """What can stand in a form: the words it begins with, and the reader of its value and end."""

    first: frozenset[str]
    read: Callable[[list[Token], int], tuple[Any, int] | None]


class Nested(NamedTuple, Generic[T]):
    """A slot that holds what a whole form means, where it is accepted there: the date in "two days before {date}"."""

    accepts: Callable[[T], bool]


class FormError(ValueError):
    """A form that cannot be read; says what is wrong with it."""


@dataclass(slots=True)
class _Node(Generic[T]):
    """A place in the tree: what may follow, and what the form means that ends here."""

    words: dict[str, _Node[T]] = field(default_factory=dict)
    slots: dict[tuple[str, str], _Node[T]] = field(default_factory=dict)
    by_first: dict[str, list[tuple[str, Slot | Nested[T], _Node[T]]]] = field(default_factory=dict)
    meanings: list[Meaning[T]] = field(default_factory=list)


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
            for elements in expand(form):
                self._add(elements, meaning)
        begins = [slots[kind].first for _, kind in self._root.slots if kind in slots]
        if len(begins) < len(self._root.slots):
            raise FormError("a form cannot begin with a whole form")
        self.first = frozenset(self._root.words).union(*begins)
        self._close(self._root)

    def _add(self, elements: Iterable[str | tuple[str, str]], meaning: Meaning[T]) -> None:
        node = self._root
        for element in elements:
            if isinstance(element, str):
                node = node.words.setdefault(element, _Node())
            elif element[1] in self._slots:
                node = node.slots.setdefault(element, _Node())
            else:
                raise FormError(f"no slot {{{element[1]}}}; there are {', '.join(sorted(self._slots))}")
        if meaning not in node.meanings:
            node.meanings.append(meaning)

    def _close(self, node: _Node[T]) -> None:
        """List the slots of a node and of all below it under the words that they begin with."""
        for (name, kind), child in node.slots.items():
            slot = self._slots[kind]
            for word in self.first if isinstance(slot, Nested) else slot.first:
                node.by_first.setdefault(word, []).append((name, slot, child))
            self._close(child)
        for child in node.words.values():
            self._close(child)

    def read(self, tokens: list[Token], at: int, depth: int = 0) -> tuple[T, int] | None:
        """Return what the longest form at a token means, and the token after it."""
        return self._longest(self._root, tokens, at, {}, depth)

    def _longest(
        self, node: _Node[T], tokens: list[Token], at: int, filled: dict[str, Any], depth: int
    ) -> tuple[T, int] | None:
        best = None
        for end_node, end, values in self._next(node, tokens, at, filled, depth):
            found = self._longest(end_node, tokens, end, values, depth)
            if found is not None and (best is None or found[1] > best[1]):
                best = found
        if best is not None:
            return best
        for meaning in node.meanings:
            if (value := meaning(filled)) is not None:
                return value, at
        return None

    def _next(
        self, node: _Node[T], tokens: list[Token], at: int, filled: dict[str, Any], depth: int
    ) -> Iterator[tuple[_Node[T], int, dict[str, Any]]]:
        """Yield what may follow at a token; within a compound a hyphen may stand before it: "mid-June"."""
        if at >= len(tokens):
            return
        token = tokens[at]
        word = node.words.get(token.text)
        if word is not None:
            yield word, at + 1, filled
        for name, slot, child in node.by_first.get(FIGURES if token.kind == "number" else token.text, ()):
            read = self._nested(slot, tokens, at, depth) if isinstance(slot, Nested) else slot.read(tokens, at)
            if read is not None:
                yield child, read[1], {**filled, name: read[0]}
        if filled and token.text == "-" and hyphen(tokens, at):
            yield from self._next(node, tokens, at + 1, filled, depth)

    def _nested(self, slot: Nested[T], tokens: list[Token], at: int, depth: int) -> tuple[T, int] | None:
        """Read a whole form within another; nobody says more than a few within one another."""
        found = self.read(tokens, at, depth + 1) if depth < _DEEPEST else None
        return found if found is not None and slot.accepts(found[0]) else None


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
