"""Claims tables: what they state ready-made, on the fields of rules and on fields of their own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice

from factcheck.extract.page import Page
from factcheck.grammar import Found, Reader, reader_of
from factcheck.grammar.catalogue import catalogued
from factcheck.model import RECORD, Document, Mention, Subject
from factcheck.ruleset import Kind, Ruleset
from factcheck.values import Listing

StatedValues = tuple[tuple[str, tuple[str, ...]], ...]  # fields with some of their values
_SAMPLE = 200  # values of a field, from which its kind is told
_MOST = 0.9  # of them must be readable as a kind
_PEOPLE = frozenset(
    {"author", "cast", "composer", "creator", "director", "editor", "illustrator", "producer", "translator", "writer"}
)  # what a field is called that holds names of people, in the singular
_KINDS: tuple[Kind, ...] = ("number", "percent", "money", "duration", "date", "time")


def in_statements(page: Page, kinds: dict[str, Kind]) -> Iterator[Mention]:
    """Yield what a table states, read as its field's kind; `kinds` are those of all fields."""
    document = page.document
    for each in document.statements:
        words = page.text[each.start : each.end]
        value = _read(page.reader, words, kinds[each.field])
        if value is not None:
            subject = Subject(RECORD, each.subject)
            said = document.text[each.start : each.end]
            yield Mention(each.field, each.start, each.end, value.reading, "record", subject, words=said)


def stated_values(ruleset: Ruleset, documents: Iterable[Document]) -> StatedValues:
    """Return the fields that only these tables have, and no rule, each with the first of its values."""
    values: dict[str, list[str]] = defaultdict(list)
    known = {rule.id for rule in ruleset.rules}
    for document in documents:
        for each in document.statements:
            if each.field not in known and len(values[each.field]) < _SAMPLE:
                values[each.field].append(document.folded[each.start : each.end])
    return tuple((field, tuple(said)) for field, said in values.items())


def with_stated_fields(ruleset: Ruleset, stated: Iterable[StatedValues]) -> Ruleset:
    """Return the rules with one for each field that only tables have; its kind is that of most of its values."""
    values: dict[str, list[str]] = defaultdict(list)
    for field, said in (each for of_file in stated for each in of_file):
        values[field] += said[: _SAMPLE - len(values[field])]
    if not values:
        return ruleset
    reader = reader_of(ruleset.language)
    return ruleset.with_fields({field: _kind(reader, field, said) for field, said in sorted(values.items())})


def _read(reader: Reader, words: str, kind: Kind) -> Found | None:
    """Return the value of a cell; names of people stand in tables as in catalogues."""
    if kind == "choice":  # what a table says stands there ready-made
        return Found(0, len(words), Listing(kind, (words.strip(),))) if words.strip() else None
    if kind != "name":
        return reader.read_line(words, kind)
    names = catalogued(words)
    return Found(0, len(words), Listing(kind, names)) if names else None


def _kind(reader: Reader, field: str, values: Iterable[str]) -> Kind:
    if field.rpartition(".")[2].casefold().rpartition("_")[2].removesuffix("s") in _PEOPLE:
        return "name"
    said = list(islice(values, _SAMPLE))
    for kind in _KINDS:
        if sum(_is(reader, words, kind) for words in said) >= _MOST * len(said):
            return kind
    return "text"


def _is(reader: Reader, words: str, kind: Kind) -> bool:
    """Tell whether words are a value of a kind, and nothing beside it."""
    found = reader.read_line(words, kind)
    return found is not None and (found.start, found.end) == (0, len(words.rstrip()))
