"""The section of a language file on persons: its shape, and how it becomes the grammar's `Persons`."""

from __future__ import annotations

from factcheck.grammar.person_words import Persons
from factcheck.ruleset.schema import Model, Words


class PersonWords(Model):
    """How persons are counted and told of: see the grammar's `Persons`."""

    nouns: tuple[Words, ...] = ()
    plural_only: Words = ()
    same: dict[str, str] = {}
    groups: dict[str, Words] = {}
    articles: Words = ()
    definite: Words = ()
    pronouns: Words = ()
    not_pronouns_after: Words = ()
    nobody: Words = ()
    no: Words = ()
    before_numbers: Words = ()
    more: Words = ()
    both: dict[str, int] = {}
    pairs: dict[str, int] = {}
    before_joined: Words = ()
    states: Words = ()
    old: Words = ()
    olds: Words = ()
    aged: Words = ()
    asides: Words = ()
    within: Words = ()
    origins: Words = ()
    before_objects: Words = ()
    objects_behind: Words = ()
    finite: Words = ()
    not_names: tuple[Words, ...] = ()


def persons_of(words: PersonWords) -> Persons:
    """Build what the grammar knows of persons from the language file's section."""
    return Persons(
        nouns=frozenset(word for row in words.nouns for word in row),
        plural_only=frozenset(words.plural_only),
        same=words.same,
        groups={noun: group for group, nouns in words.groups.items() for noun in nouns},
        articles=frozenset(words.articles),
        definite=frozenset(words.definite),
        pronouns=frozenset(words.pronouns),
        not_pronouns_after=frozenset(words.not_pronouns_after),
        nobody=words.nobody,
        no=frozenset(words.no),
        before_numbers=frozenset(words.before_numbers),
        more=frozenset(words.more),
        both=words.both,
        pairs=words.pairs,
        before_joined=frozenset(words.before_joined),
        states=frozenset(words.states),
        old=frozenset(words.old),
        olds=frozenset(words.olds),
        aged=frozenset(words.aged),
        asides=frozenset(words.asides),
        within=frozenset(words.within),
        origins=frozenset(words.origins),
        before_objects=words.before_objects,
        objects_behind=frozenset(words.objects_behind),
        finite=frozenset(words.finite),
        not_names=frozenset(word for row in words.not_names for word in row),
    )
