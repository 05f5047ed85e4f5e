"""The phrase language of rules: readable wordings become linear-time patterns.

    detained [again] (for|during) {value}

`{value}` is where the value stands, `{value.start}` and `{value.end}` are the ends of a range of dates, `{other}` is
where another value stands, `{who}` a person's name, other `{slots}` are the rule's qualifiers; `(a|b)` one of several,
`[x]` may be missing, `*` any one word, `...` up to eight words of the same sentence; a backslash takes the next
character as it is. Case and the kind of white space, quotes and dashes do not matter. Every phrase of a rule needs a
literal word: the trigger by which one scan of the text finds the sentences that are worth a closer look.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from factcheck.grammar.fold import fold, lower

VALUE = "\ue000"  # stands for a value in the text that patterns run over
GAP_WORDS = 8
# RE2's own classes of letters (\pL) make every pattern thirty times dearer to compile; these few
# ranges are all letters and figures, with a handful of signs among them.
_LETTERS = r"A-Za-z\x{C0}-\x{1FFF}\x{2C00}-\x{2FEF}\x{3040}-\x{D7FF}\x{F900}-\x{FFDC}"
_LEFT, _RIGHT = rf"(?:^|[^{_LETTERS}0-9\x{{E000}}])", rf"(?:$|[^{_LETTERS}0-9\x{{E000}}])"
_CAPITAL = r"[A-Z\x{C0}-\x{DE}\x{100}-\x{24F}\x{386}-\x{3AB}\x{400}-\x{42F}]"
_CAPITALISED = rf"{_CAPITAL}[{_LETTERS}'.\-]*"
_PARTICLES = r"(?:(?:de|da|del|van|von|der|den|la|le|al|bin|ibn)\s+)*"
NAME = rf"(?-i:{_CAPITALISED}(?:\s+{_PARTICLES}{_CAPITALISED}){{0,3}}|[\x{{3400}}-\x{{9FFF}}]{{2,5}})"
# A name on one line, and in one sentence: no dots but those of initials.
_IN_A_ROW = rf"(?:{_CAPITAL}\.|{_CAPITAL}[{_LETTERS}'\-]+)"
PERSON = rf"{_IN_A_ROW}(?: {_PARTICLES}{_IN_A_ROW}){{0,3}}"
ORDINAL = r"[A-Za-z]+(?:-[A-Za-z]+)?|[0-9]{1,3}(?:st|nd|rd|th)?"
# The slots of a value, and which part of it each means.
VALUES = {"value": "", "value.start": "start", "value.end": "end"}
_SLOT = re.compile(r"\{([a-z_]*(?:\.[a-z]+)?)\}")
# Clock times and short abbreviations hold signs that else end a sentence or a clause: "8:15 p.m.", "St.".
_SHORT = r"[0-9]{1,2}:[0-9]{2}|(?:[ap]\.m|(?-i:[A-Z][a-z]{0,3}))\."
_GAP_WORD = rf"(?:[^\s;:!?()|]*[^\s.;:!?()|,]|{_SHORT})"
_CLOSED_GAP_WORD = rf"(?:[^\s;:!?()|{VALUE}]*[^\s.;:!?()|,{VALUE}]|{_SHORT})"
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


@dataclass(frozen=True, slots=True)
class SlotPattern:
    """What may stand in a slot: RE2 source, and literals of which one must stand there."""

    source: str
    triggers: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Pattern:
    """A phrase ready to run: RE2 source with one outer group, and its trigger literals."""

    source: str
    triggers: tuple[str, ...]


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


def compile_phrase(phrase: str, qualifiers: Mapping[str, SlotPattern], *, closed: bool = False) -> Pattern:
    """Turn a phrase into a pattern, given what stands in its slots besides {value} and {who}; raises PhraseError.

    With `closed` a gap holds no other value: where persons are counted, another one is mostly whom the words are about.
    """
    sequence = parse(phrase)
    values = dict.fromkeys((*VALUES, "other"), SlotPattern(VALUE))
    known = {**values, "who": SlotPattern(NAME), **qualifiers}
    for name in sorted(slots(sequence) - frozenset(known)):
        raise PhraseError(f"an unknown slot {{{name}}}", phrase.find(f"{{{name}}}"))
    body = _source(sequence, {name: slot.source for name, slot in known.items()})
    body = body.replace(_GAP_WORD, _CLOSED_GAP_WORD) if closed else body
    triggers = _triggers(sequence, {name: slot.triggers for name, slot in known.items()})
    return Pattern(f"(?i){_LEFT}({body}){_RIGHT}", tuple(sorted(triggers)))


def group_of(slot: str) -> str:
    """Return the name of the pattern's group for a slot."""
    return slot.replace(".", "_")


def slot_of_words(words: Iterable[str]) -> SlotPattern:
    """Return the pattern of a slot that holds one of these words or groups of words."""
    longest_first = sorted(words, key=lambda each: (-len(each), each))
    source = "|".join(r"\s+".join(map(_escaped, each.split())) for each in longest_first)
    return SlotPattern(source, frozenset(_longest_word(each) for each in longest_first))


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


def _source(sequence: Sequence, slot_sources: Mapping[str, str]) -> str:
    parts: list[str] = []
    started = False
    for word in sequence.words:
        body = "".join(_atom_source(atom, slot_sources) for atom in word)
        loose = len(word) == 1 and isinstance(word[0], Either) and word[0].optional
        if isinstance(word[0], Gap):
            parts.append(body)
        elif not started:
            # The body of a loose word is optional itself: its last sign is a question mark.
            parts.append(rf"(?:{body[:-1]}\s+)?" if loose else body)
            started = not loose
        else:
            parts.append(rf"(?:\s+{body[:-1]})?" if loose else rf"\s+{body}")
    return "".join(parts)


def _atom_source(atom: Atom, slot_sources: Mapping[str, str]) -> str:
    match atom:
        case Literal(text):
            return _escaped(text)
        case Slot(name):
            return f"(?P<{group_of(name)}>{slot_sources[name]})"
        case Gap():
            return rf"(?:,?\s+{_GAP_WORD}){{0,{GAP_WORDS}}}?,?"
        case Word():
            return rf"[^\s.;:!?()|,{VALUE}]+"
        case Either(branches, optional):
            either = "|".join(_source(branch, slot_sources) for branch in branches)
            return f"(?:{either})" + ("?" if optional else "")


def _triggers(sequence: Sequence, of_slots: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """Return the most selective set of literals of which one must stand in any match."""
    best: frozenset[str] = frozenset()
    for atom in (atom for word in sequence.words for atom in word):
        found = _triggers_of(atom, of_slots)
        if found and (not best or min(map(len, found)) > min(map(len, best))):
            best = found
    return best


def _triggers_of(atom: Atom, of_slots: Mapping[str, frozenset[str]]) -> frozenset[str]:
    match atom:
        case Literal(text):
            longest = _longest_word(text)
            return frozenset({longest}) if len(longest) >= 3 or not longest.isascii() else frozenset()
        case Slot(name):
            return of_slots[name]
        case Either(branches, optional=False):
            each = [_triggers(branch, of_slots) for branch in branches]
            return frozenset().union(*each) if all(each) else frozenset()
    return frozenset()


def _longest_word(text: str) -> str:
    return max(re.findall(r"\w+", lower(text)), key=len, default="")


def _escaped(text: str) -> str:
    """Return text that means itself; RE2 knows no escapes of letters, figures and non-ASCII signs."""
    return re.sub(r"([!-/:-@\[-^`{-~])", r"\\\1", text)
