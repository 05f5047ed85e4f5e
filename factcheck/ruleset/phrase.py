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
from functools import cached_property

from factcheck.ruleset.needs import needs, rarity, words_of
from factcheck.ruleset.phrase_tree import (
    VALUE,
    VALUES,
    Atom,
    Either,
    Gap,
    Literal,
    PhraseError,
    Sequence,
    Slot,
    Word,
    is_loose,
    parse,
    slots,
)

__all__ = ["VALUE", "VALUES", "Pattern", "PhraseError", "SlotPattern", "compile_phrase", "group_of", "parse", "slots"]

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
_IN_A_ROW = rf"(?:(?:{_CAPITAL}\.){{1,3}}|{_CAPITAL}[{_LETTERS}'\-]+)"
PERSON = rf"{_IN_A_ROW}(?: {_PARTICLES}{_IN_A_ROW}){{0,3}}"
# What news puts behind a name: "Carl Hansen (27-3, 19 KOs) won", "Nora Hale (D-Maine) said".
_ASIDE = r"(?:\s\([^()]{1,40}\))?"
ORDINAL = r"[A-Za-z]+(?:-[A-Za-z]+)?|[0-9]{1,3}(?:st|nd|rd|th)?"
# Clock times and short abbreviations hold signs that else end a sentence or a clause: "8:15 p.m.", "St.".
_SHORT = r"[0-9]{1,2}:[0-9]{2}|(?:[ap]\.m|(?-i:[A-Z][a-z]{0,3}))\."
_GAP_WORD = rf"(?:[^\s;:!?()|]*[^\s.;:!?()|,]|{_SHORT})"
_CLOSED_GAP_WORD = rf"(?:[^\s;:!?()|{VALUE}]*[^\s.;:!?()|,{VALUE}]|{_SHORT})"


@dataclass(frozen=True, slots=True)
class SlotPattern:
    """What may stand in a slot: RE2 source, and literals of which one must stand there."""

    source: str
    triggers: frozenset[str] = frozenset()


_USUAL = {**dict.fromkeys((*VALUES, "other"), SlotPattern(VALUE)), "who": SlotPattern(NAME)}


@dataclass(frozen=True, eq=False)
class Pattern:
    """A phrase ready to run. What it costs to make it so is spent when it is first asked for."""

    sequence: Sequence
    slots: Mapping[str, SlotPattern]
    closed: bool

    @cached_property
    def source(self) -> str:
        """RE2 source with one outer group."""
        body = _source(self.sequence, {name: slot.source for name, slot in self.slots.items()})
        body = body.replace(_GAP_WORD, _CLOSED_GAP_WORD) if self.closed else body
        return f"(?i){_LEFT}({body}){_RIGHT}"

    @cached_property
    def needs(self) -> tuple[frozenset[str], ...]:
        """Sets of literals, of each of which one stands in whatever the pattern matches; the rarest set first.

        They are in lower case; a space at either end of a literal is the edge of a word, and VALUE the value behind it.
        """
        found = needs(self.sequence, {name: slot.triggers for name, slot in self.slots.items()})
        return tuple(sorted(found, key=rarity, reverse=True))

    @property
    def triggers(self) -> frozenset[str]:
        """The literals by which the phrase is found: those of the rarest set, none where there is no set."""
        return self.needs[0] if self.needs else frozenset()


def compile_phrase(phrase: str, qualifiers: Mapping[str, SlotPattern], *, closed: bool = False) -> Pattern:
    """Turn a phrase into a pattern, given what stands in its slots besides {value} and {who}; raises PhraseError.

    With `closed` a gap holds no other value: where persons are counted, another one is mostly whom the words are about.
    """
    sequence = parse(phrase)
    known = {**_USUAL, **qualifiers}
    for name in sorted(slots(sequence) - frozenset(known)):
        raise PhraseError(f"an unknown slot {{{name}}}", phrase.find(f"{{{name}}}"))
    return Pattern(sequence, known, closed)


def group_of(slot: str) -> str:
    """Return the name of the pattern's group for a slot."""
    return slot.replace(".", "_")


def slot_of_words(words: Iterable[str]) -> SlotPattern:
    """Return the pattern of a slot that holds one of these words or groups of words."""
    longest_first = sorted(words, key=lambda each: (-len(each), each))
    source = "|".join(r"\s+".join(map(_escaped, each.split())) for each in longest_first)
    triggers = [max(words_of(each, (True, True)), key=len, default="") for each in longest_first]
    return SlotPattern(source, frozenset(triggers) if all(triggers) else frozenset())


def _source(sequence: Sequence, slot_sources: Mapping[str, str]) -> str:
    parts: list[str] = []
    started = False
    for word in sequence.words:
        body = "".join(_atom_source(atom, slot_sources) for atom in word)
        loose = is_loose(word)
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
            return f"(?P<{group_of(name)}>{slot_sources[name]})" + (_ASIDE if name == "who" else "")
        case Gap():
            return rf"(?:(?:\s?,)?\s+{_GAP_WORD}){{0,{GAP_WORDS}}}?(?:\s?,)?"
        case Word():
            return rf"[^\s.;:!?()|,{VALUE}]+"
        case Either(branches, optional):
            either = "|".join(_source(branch, slot_sources) for branch in branches)
            return f"(?:{either})" + ("?" if optional else "")


def _escaped(text: str) -> str:
    """Return text that means itself; RE2 knows no escapes of letters, figures and non-ASCII signs."""
    return re.sub(r"([!-/:-@\[-^`{-~])", r"\\\1", text)
