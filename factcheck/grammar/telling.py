"""The words by which texts tell where something happened, whose words they are, and when they were published."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Telling:
    """How texts tell where something happened, and that it is not what they are about.

    A place stands behind `at` words, or behind the `quarters` of one; `places` are nouns beside its name. In a sentence
    with a `before_now` word, or `another` before its noun, another event of the kind is meant; one that `goes_on` is
    about the event before it. What stands behind a `known` word was told of before, or is what the known one is said
    to have been by a word of `being`; behind a `new` one it was not.
    """

    at: frozenset[str] = frozenset()
    quarters: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    before_now: frozenset[str] = frozenset()
    another: frozenset[str] = frozenset()
    goes_on: frozenset[str] = frozenset()
    known: frozenset[str] = frozenset()
    being: frozenset[str] = frozenset()
    new: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Mouths:
    """By which words running text tells that it passes on what others say, allege, plan or ask.

    `said` are verbs that need no "that", `said_that` those that do, `sources` name one for the whole sentence. Behind
    `said`, one of the `adverbials` begins no statement, and one of the `complements` begins one.
    """

    said: tuple[str, ...] = ()
    said_that: tuple[str, ...] = ()
    that: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    alleged: tuple[str, ...] = ()
    planned: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    adverbials: tuple[str, ...] = ()
    complements: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Published:
    """By which words the first lines of a page tell when it was published, or updated, and by whom."""

    labels: tuple[str, ...] = ()
    updated: tuple[str, ...] = ()
    by: tuple[str, ...] = ()
