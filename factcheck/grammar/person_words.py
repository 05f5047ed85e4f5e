"""The words by which a language tells of persons and counts them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Persons:
    """How persons are counted and told of.

    `nouns` are singular, `plural_only` count as such in the plural; `same` maps what has no plural of its own to a
    noun, and `groups` nouns that mean one group of people to its name. A single stands behind `articles` or a
    `definite` word, or is one of the `pronouns`, but not behind `not_pronouns_after`.

    `before_numbers` may stand before a number; with one of `more` it comes on top of others. `both` are numbers too,
    `pairs` nouns for so many, `nobody` and `no` noughts; `states` may follow a number without a noun ("two dead").
    `before_joined` may stand behind the "and" of a list.

    `asides` begin what is said of persons between commas, `aged` an age, `within` a decade of life, `origins` where
    they are from; behind a number of years stands `old` or, for several, `olds`. With an object behind a word that
    ends as `before_objects` or is one of `objects_behind`, what precedes a `finite` verb is a new subject. Words of
    `not_names` are in no person's name.
    """

    nouns: frozenset[str] = frozenset()
    plural_only: frozenset[str] = frozenset()
    same: Mapping[str, str] = field(default_factory=dict)
    groups: Mapping[str, str] = field(default_factory=dict)
    articles: frozenset[str] = frozenset()
    definite: frozenset[str] = frozenset()
    pronouns: frozenset[str] = frozenset()
    not_pronouns_after: frozenset[str] = frozenset()
    nobody: tuple[str, ...] = ()
    no: frozenset[str] = frozenset()
    before_numbers: frozenset[str] = frozenset()
    more: frozenset[str] = frozenset()
    both: Mapping[str, int] = field(default_factory=dict)
    pairs: Mapping[str, int] = field(default_factory=dict)
    before_joined: frozenset[str] = frozenset()
    states: frozenset[str] = frozenset()
    old: frozenset[str] = frozenset()
    olds: frozenset[str] = frozenset()
    aged: frozenset[str] = frozenset()
    asides: frozenset[str] = frozenset()
    within: frozenset[str] = frozenset()
    origins: frozenset[str] = frozenset()
    before_objects: tuple[str, ...] = ()
    objects_behind: frozenset[str] = frozenset()
    finite: frozenset[str] = frozenset()
    not_names: frozenset[str] = frozenset()
