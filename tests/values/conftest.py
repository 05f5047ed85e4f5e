"""Phrases become values the way documents do: the reader finds the words, the normaliser adds the bounds."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from factcheck.grammar import Reader
from factcheck.model import Document, Form, Mention, Subject
from factcheck.normalise import Normaliser
from factcheck.ruleset import Ruleset
from factcheck.values import DateReading, Value

Read = Callable[..., Value]
_SUBJECT = Subject("film", "The Film")


@pytest.fixture(scope="session")
def value(ruleset: Ruleset) -> Read:
    """Read a phrase as the one value of its kind: in prose, or as the words behind a label."""
    reader, normaliser = Reader(ruleset.language), Normaliser(ruleset.language)

    def read(kind: str, phrase: str, form: Form = "prose", published: DateReading | None = None) -> Value:
        document = Document("a.txt", phrase, published=published)
        labelled = form == "label" or kind in ("name", "country", "language", "text")
        line = reader.read_line(document.folded, kind) if labelled else None
        [found] = [line] if line else reader.find(document.folded, kind)
        mention = Mention("any.field", found.start, found.end, found.reading, form, _SUBJECT)
        [claim] = normaliser.claims(document, [mention])
        return claim.value

    return read
