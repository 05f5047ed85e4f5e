"""Persons with a number: "at least 24 people", "the other two men", "both victims", "no one", "two more", "13"."""

from __future__ import annotations

from dataclasses import dataclass, replace

from factcheck.grammar.language import Language
from factcheck.grammar.numeral import YEARS
from factcheck.grammar.person_nouns import PersonNouns
from factcheck.grammar.quantity import QuantityReader
from factcheck.grammar.tokens import PhraseTable, Token, adjacent, hyphen, is_sign, text_at
from factcheck.values.reading import Quantity

AT_LEAST = "EQUAL_OR_MORE"
_MOST_WORDS = 3  # before a number, and between it and the noun

Read = tuple[Quantity, int]  # the reading, and the token after it


@dataclass(frozen=True, slots=True)
class Counted:
    """Persons who are counted: the reading, the token after them, their noun in the singular, and their names."""

    reading: Quantity
    end: int
    noun: str = ""
    names: tuple[str, ...] = ()

    @property
    def can_be_added(self) -> bool:
        """Whether the count is a plain number or at least that."""
        reading = self.reading
        return reading.value is not None and reading.upto is None and reading.modifier in ("", AT_LEAST)


class PersonCounts:
    """Reads persons whose number is told."""

    def __init__(self, language: Language, nouns: PersonNouns) -> None:
        self._words = language.persons
        self._nouns = nouns
        self._of = language.units.counted.of
        self._halves = PhraseTable((word, True) for words in language.clock.halves.values() for word in words)
        self._vague = PhraseTable(language.hedges.vague_persons.items())
        self._nobody = PhraseTable((phrase, True) for phrase in language.persons.nobody)
        self._quantities = QuantityReader(language, "number")
        hedges = language.hedges.modifiers.items()
        self._at_least = next((hedge for hedge, modifier in hedges if modifier == AT_LEAST), None)

    @property
    def first(self) -> frozenset[str]:
        """Every word with which a count may begin, FIGURES for a number."""
        words = self._words
        told = words.no | words.before_numbers | frozenset(words.both) | self._nobody.starts | self._vague.starts
        return told | self._quantities.first

    def exactly(self, value: float) -> Quantity:
        """Return a count."""
        return Quantity("number", value)

    def at_least(self, value: float) -> Quantity:
        """Return a count beside which there may be others."""
        return Quantity("number", value, hedge=self._at_least, modifier=AT_LEAST)

    def nobody(self, tokens: list[Token], at: int) -> Counted | None:
        """Read "no one", "no civilians", "no injuries"; of whom "none of them" tells, is not told."""
        if (end := self._nobody.match(tokens, at)) is not None:
            return None if text_at(tokens, end[1]) in self._of else Counted(self.exactly(0), end[1])
        if text_at(tokens, at) not in self._words.no:
            return None
        if text_at(tokens, at + 1) in self._words.states:
            return Counted(self.exactly(0), at + 1)
        noun = self._nouns.after(tokens, at + 1, plural=True) or self._nouns.after(tokens, at + 1, plural=False)
        return None if noun is None else Counted(self.exactly(0), noun[1], noun[0])

    def read(self, tokens: list[Token], at: int) -> Counted | None:
        """Return the persons whose number begins at a token, or a bare number that may be one of persons."""
        start = self._run(tokens, at, self._words.before_numbers)
        found = self._number(tokens, start)
        if found is None:
            return None
        reading, end = found
        noun_at = self._run(tokens, end, self._words.more)
        more = noun_at > end or any(token.text in self._words.more for token in tokens[at:start])
        whole = self._after_of(tokens, noun_at)
        noun = self._nouns.after(tokens, whole, plural=True)
        if noun is None and reading.value == 1:
            noun = self._nouns.after(tokens, noun_at, plural=False)
        if noun is None and not self._may_be_bare(tokens, start, noun_at, reading, more=more or start == at):
            return None
        if (more or whole > noun_at + 1) and reading.value is not None and not reading.modifier:
            reading = self.at_least(reading.value)  # others besides, or those of several of whom something is told
        return Counted(reading, noun_at) if noun is None else Counted(reading, noun[1], noun[0])

    def _number(self, tokens: list[Token], at: int) -> Read | None:
        if (both := self._words.both.get(text_at(tokens, at))) is not None:
            return self.exactly(both), at + 1
        if (vague := self._vague.match(tokens, at)) is not None:
            noun = self._nouns.after(tokens, self._run(tokens, vague[1], self._words.more), plural=True)
            return None if noun is None else (Quantity("number", None, vague=vague[0]), vague[1])
        read = self._quantities.read(tokens, at)
        if read is None or any(self._is_figure(tokens, i) for i in range(at, read[2])):
            return None
        reading = read[0]
        broken = reading.step < 1 or (reading.value is not None and reading.value < 1)
        return None if broken else (reading, read[2])

    def _may_be_bare(self, tokens: list[Token], start: int, end: int, reading: Quantity, *, more: bool) -> bool:
        """Tell whether a number without a noun may count persons: no year, no address, and nothing else is counted."""
        if not more or (reading.value in YEARS and tokens[start].kind == "number"):
            return False
        if text_at(tokens, end) in self._words.states or text_at(tokens, end - 1) in self._words.more:
            return True
        address = end < len(tokens) and tokens[end].written[:1].isupper() and tokens[end - 1].kind == "number"
        return not (address or hyphen(tokens, end)) and self._nouns.counted.noun(tokens, end) is None

    def _is_figure(self, tokens: list[Token], at: int) -> bool:
        """Tell whether figures are money, a share, a number's label, a clock time, an age or a part of a word."""
        if tokens[at].kind != "number":
            return False
        stuck = adjacent(tokens, at + 1) and (tokens[at + 1].kind == "word" or is_sign(tokens, at + 1, ":/%"))
        age = is_sign(tokens, at - 1, ",") and is_sign(tokens, at + 1, ",")
        return stuck or age or is_sign(tokens, at - 1, "$#:/") or self._halves.match(tokens, at + 1) is not None

    def _run(self, tokens: list[Token], at: int, words: frozenset[str]) -> int:
        """Return the token after a few words of a kind."""
        end = at
        while end < at + _MOST_WORDS and text_at(tokens, end) in words:
            end += 1
        return end

    def _after_of(self, tokens: list[Token], at: int) -> int:
        """Return the token after the "of the" of "two of the men"."""
        of = text_at(tokens, at) in self._of
        return at + 1 + (text_at(tokens, at + 1) in self._words.definite) if of else at


def added(one: Counted, other: Counted, counts: PersonCounts) -> Counted:
    """Return two counts as one; with a single or a name in it others may be left out."""
    assert one.reading.value is not None
    assert other.reading.value is not None
    exact = not (one.names or other.names) and "" in (one.reading.modifier, other.reading.modifier)
    value = one.reading.value + other.reading.value
    reading = counts.exactly(value) if exact else counts.at_least(value)
    noun = one.noun if one.noun == other.noun else ""
    return replace(one, reading=reading, end=other.end, noun=noun, names=one.names + other.names)
