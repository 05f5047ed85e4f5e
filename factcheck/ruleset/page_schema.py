"""The shape of what language files say of pages: whose words stand there, and when they were published."""

from __future__ import annotations

from typing import Literal

from factcheck.ruleset.schema import Model, Words


class MouthWords(Model):
    """Words by which a text passes on what others say, and examples of what they are about: the words in brackets."""

    said: Words = ()
    said_that: Words = ()
    that: Words = ()
    sources: Words = ()
    alleged: Words = ()
    planned: Words = ()
    asked: Words = ()
    adverbials: Words = ()
    complements: Words = ()
    examples: dict[Literal["quoted", "attributed", "alleged", "planned", "asked", "own"], tuple[str, ...]] = {}


class PublishedExample(Model):
    """The first lines of a page, and the day that they tell, or nothing."""

    say: str
    means: str = ""


class PublishedWords(Model):
    """Words by which a page tells when it was published, and examples."""

    labels: Words = ()
    updated: Words = ()
    by: Words = ()
    examples: tuple[PublishedExample, ...] = ()


class TellingWords(Model):
    """Words that tell where something happened, and when it is another thing of its kind."""

    at: Words = ()
    quarters: Words = ()
    places: Words = ()
    before_now: Words = ()
    another: Words = ()
    goes_on: Words = ()
    known: Words = ()
    being: Words = ()
    new: Words = ()
