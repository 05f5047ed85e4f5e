"""The tree of a phrase: what stands in it, word by word, before anybody asks what that matches."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from factcheck.grammar.fold import fold

VALUE = "\ue000"  # stands for a value in the text that patterns run over
# The slots of a value, and which part of it each means.
VALUES = {"value": "", "value.start": "start", "value.end": "end"}
_SLOT = re.compile(r"\{([a-z_]*(?:\.[a-z]+)?)\}")
_LITERAL = re.compile(r"(?:[^\s()\[\]{}|\\.*]|\.(?!\.\.)|\\.)+")


class PhraseError(ValueError):
    """A phrase that cannot be read; `at` is the 0-based place in it."""

    def __init__(self, what: str, at: int) -> None:
        super().__init__(what)
        self.at = at


@dataclass(frozen=True, slots=True)
class Literal:
    """Words taken as they are."""

    text: str


@dataclass(frozen=True, slots=True)
class Slot:
    """A place for a value, a name or a qualifier."""

    name: str


@dataclass(frozen=True, slots=True)
class Gap:
    """A few words of no interest."""


@dataclass(frozen=True, slots=True)
class Word:
    """Any one word."""


@dataclass(frozen=True, slots=True)
class Either:
    """One of several sequences; with `optional`, or nothing."""

    branches: tuple[Sequence, ...]
    optional: bool = False


Atom = Literal | Slot | Gap | Word | Either


@dataclass(frozen=True, slots=True)
class Sequence:
    """Words with white space between them; a word is made of one or several atoms."""

    words: tuple[tuple[Atom, ...], ...]


@lru_cache(maxsize=1 << 12)  # each is read when its rule is checked, and again when it is compiled
def parse(phrase: str) -> Sequence:
    """Read a phrase; raises PhraseError."""
    sequence, end = _sequence(phrase, 0, closing="")
    if end != len(phrase):
        raise PhraseError(f"a {phrase[end]!r} too many", end)
    for name in sorted(slots(sequence)):
        if len(places := [slot.start() for slot in re.finditer(rf"(?<!\\)\{{{re.escape(name)}\}}", phrase)]) > 1:
            raise PhraseError(f"{{{name}}} stands twice in one phrase", places[1])
    return sequence


def slots(sequence: Sequence) -> frozenset[str]:
    """Return the names of all slots in a phrase."""
    found: set[str] = set()
    for atom in (atom for word in sequence.words for atom in word):
        if isinstance(atom, Slot):
            found.add(atom.name)
        elif isinstance(atom, Either):
            found.update(*(slots(branch) for branch in atom.branches))
    return frozenset(found)


def is_loose(word: tuple[Atom, ...]) -> bool:
    """Tell whether a word may be missing."""
    return len(word) == 1 and isinstance(word[0], Either) and word[0].optional


def _sequence(text: str, at: int, closing: str) -> tuple[Sequence, int]:
    words: list[tuple[Atom, ...]] = []
    word: list[Atom] = []
    ends = f"|{closing}" if closing else ""
    while at < len(text) and text[at] not in ends:
        if text[at].isspace():
            if word:
                words.append(tuple(word))
            word, at = [], at + 1
        else:
            atom, at = _atom(text, at)
            word.append(atom)
    if word:
        words.append(tuple(word))
    return Sequence(tuple(words)), at


def _atom(text: str, at: int) -> tuple[Atom, int]:
    if text.startswith("...", at):
        return Gap(), at + 3
    if text[at] == "*":
        return Word(), at + 1
    if text[at] == "{":
        slot = _SLOT.match(text, at)
        if slot is None or not slot[1]:
            raise PhraseError("a slot is a name in braces, such as {value}", at)
        return Slot(slot[1]), slot.end()
    if text[at] in "([":
        return _either(text, at)
    literal = _LITERAL.match(text, at)
    if literal is None:
        raise PhraseError(f"a {text[at]!r} too many", at)
    return Literal(fold(re.sub(r"\\(.)", r"\1", literal[0]))), literal.end()


def _either(text: str, at: int) -> tuple[Either, int]:
    opened, closing = at, ")" if text[at] == "(" else "]"
    branches: list[Sequence] = []
    while at == opened or text[at] == "|":
        begun = at + 1
        branch, at = _sequence(text, begun, closing)
        branches.append(branch)
        if branch.words and isinstance(branch.words[0][0], Gap):
            raise PhraseError("`...` must follow a word within brackets", begun)
        if at >= len(text):
            raise PhraseError(f"a {text[opened]!r} that is never closed", opened)
    return Either(tuple(branches), optional=closing == "]"), at + 1
