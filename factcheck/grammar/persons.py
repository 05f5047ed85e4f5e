"""Counts of persons: "two men and a woman", "a 17-year-old boy", "several insurgents", "no one", "Ann Lee, 29,".

One person is a count too: whoever tells of "a man" who died does not deny that others did, so that a single is at
least one. What says who is counted comes with the count: the noun, and the names where there are any.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property, reduce

from factcheck.grammar.language import Language
from factcheck.grammar.names import NameReader
from factcheck.grammar.person_asides import AsideReader
from factcheck.grammar.person_counts import Counted, PersonCounts, added
from factcheck.grammar.person_nouns import Names, Noun, PersonNouns
from factcheck.grammar.tokens import Token, is_sign, text_at

_MOST_JOINED = 20
_MOST_WORDS = 3  # of "the other third"


class PersonsReader:
    """Finds the persons among the tokens of a sentence."""

    def __init__(self, language: Language, names: NameReader) -> None:
        self._words = language.persons
        self._asides = AsideReader(language)
        self._nouns = PersonNouns(language, names, self._asides)
        self._counts = PersonCounts(language, self._nouns)
        self._joiners = language.numbers.joiners
        self._ordinals = language.numbers.ordinals
        self._not_counted = language.units.counted.not_counted

    def find(self, text: str, tokens: list[Token]) -> list[tuple[Counted, int]]:
        """Return the persons in a text and the token that each begins with, none overlapping."""
        if not self._words.nouns:
            return []
        named = self._nouns.named(text, tokens)
        found: list[tuple[Counted, int]] = []
        end = 0
        for at, token in enumerate(tokens):
            if at < end or not (token.key in self._first or at in named or at == 0):
                continue
            persons = self._together(tokens, at, named)
            if persons is not None:
                found.append((persons, at))
                end = persons.end
        return found

    @cached_property
    def _first(self) -> frozenset[str]:
        """Every word with which persons may begin that are not named: most words of a text begin none."""
        words = self._words
        return self._counts.first | self._asides.first | words.pronouns | words.articles | words.definite

    def _together(self, tokens: list[Token], at: int, named: Names) -> Counted | None:
        """Return the persons that begin at a token, with those that a list or "and" adds to them."""
        first = self._one(tokens, at, named)
        if first is None:
            return None
        listed, joined, end = [first], 1, first.end
        while len(listed) < _MOST_JOINED and (more := self._next(tokens, end, named)) is not None:
            other, by_word = more
            if by_word and (self._is_of_another_clause(tokens, at, other.end) or not other.can_be_added):
                break
            listed.append(other)
            end = other.end
            joined = len(listed) if by_word else joined  # commas alone join nothing
        if not all(each.can_be_added for each in listed[:joined]):
            return first
        return reduce(lambda one, other: added(one, other, self._counts), listed[:joined])

    def _next(self, tokens: list[Token], at: int, named: Names) -> tuple[Counted, bool] | None:
        """Return the persons that a comma or a word like "and" adds, and whether a word does."""
        comma = is_sign(tokens, at, ",")
        after = at + comma
        by_word = text_at(tokens, after) in self._joiners
        if not (comma or by_word or is_sign(tokens, at - 1, ",")):
            return None
        after += by_word
        after += by_word and text_at(tokens, after) in self._words.before_joined
        other = self._one(tokens, after, named)
        return None if other is None else (other, by_word)

    def _is_of_another_clause(self, tokens: list[Token], at: int, end: int) -> bool:
        """Tell whether the last of a list begins a clause: "killed one man and two others were hurt"."""
        before = text_at(tokens, at - 1)
        is_object = before.endswith(self._words.before_objects) or before in self._words.objects_behind
        return is_object and text_at(tokens, end) in self._words.finite

    def _one(self, tokens: list[Token], at: int, named: Names) -> Counted | None:
        """Return one count of persons, with what is said of them in an aside."""
        if at >= len(tokens):
            return None
        found = (
            self._counts.nobody(tokens, at)
            or self._name(named, self._asides.age(tokens, at, plural=False))
            or self._counts.read(tokens, at)
            or self._single(tokens, at, named)
            or self._name(named, at)
        )
        return None if found is None else replace(found, end=self._asides.after(tokens, found.end))

    def _name(self, named: Names, at: int | None) -> Counted | None:
        """Read "Ann Lee", or what stands behind "20-year-old"."""
        found = None if at is None else named.get(at)
        return None if found is None else Counted(self._counts.at_least(1), found[0], "", (found[1],))

    def _single(self, tokens: list[Token], at: int, named: Names) -> Counted | None:
        """Read "a man", "another officer", "the victim, Ann Lee", "he"; a headline has no article."""
        text = text_at(tokens, at)
        if text in self._words.pronouns:
            clause = text_at(tokens, at - 1) in self._words.not_pronouns_after
            return None if clause else Counted(self._counts.at_least(1), at + 1)
        if text in self._words.articles or text in self._words.definite:
            noun = self._nouns.after(tokens, at + 1, plural=False)
            return self._unnamed(tokens, at) if noun is None else self._with_name(tokens, noun, named)
        noun = self._of_headline(tokens) if at == 0 else None
        return None if noun is None else self._with_name(tokens, noun, named)

    def _with_name(self, tokens: list[Token], noun: Noun, named: Names) -> Counted:
        """Return a single with the name behind the noun: "the suspect Rob Roy", "the victim, Ann Lee"."""
        several = self._words.pairs.get(noun[0], 1)
        name = named.get(noun[1] + is_sign(tokens, noun[1], ",")) if several == 1 else None
        if name is None:
            return Counted(self._counts.at_least(several), noun[1], noun[0] if several == 1 else "")
        return Counted(self._counts.at_least(1), name[0], noun[0], (name[1],))

    def _unnamed(self, tokens: list[Token], at: int) -> Counted | None:
        """Read "another", "a third" and "the other" where they stand before a verb, or end a clause as its object."""
        end = at + 1
        told = text_at(tokens, at) in self._words.more
        while end <= at + _MOST_WORDS and (text_at(tokens, end) in self._words.more or self._is_ordinal(tokens, end)):
            end, told = end + 1, True
        follows = text_at(tokens, end)
        stands = follows in self._words.finite or follows in self._words.states
        if text_at(tokens, at - 1).endswith(self._words.before_objects):
            stands = stands or end >= len(tokens) or tokens[end].kind == "sign" or follows in self._not_counted
        return Counted(self._counts.at_least(1), end) if told and stands else None

    def _is_ordinal(self, tokens: list[Token], at: int) -> bool:
        return text_at(tokens, at) in self._ordinals

    def _of_headline(self, tokens: list[Token]) -> Noun | None:
        """Read the "Chicago police officer" that a headline begins with; no verb stands before the noun."""
        noun = self._nouns.after(tokens, 0, plural=False)
        if noun is None or any(token.text.endswith(self._words.before_objects) for token in tokens[: noun[1]]):
            return None
        return noun
