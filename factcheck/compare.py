"""How two phrases are related, and why: the law and the similarity of names for single pairs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from factcheck.grammar import reader_of
from factcheck.grammar.fold import fold
from factcheck.grammar.language import Language
from factcheck.model import Block, Document, Mention, Subject
from factcheck.normalise import Normaliser
from factcheck.normalise.names import organisation_name, person_item, person_name
from factcheck.values import DateReading, Related, Relation, Value, relate
from factcheck.values.name import PersonName
from factcheck.values.similarity import organisation_score, person_score
from factcheck.values.value import Listed, Organisation, Person
from factcheck.values.wording import allows
from factcheck.values.work import Work, work_of, work_score

VALUE_KINDS = ("date", "money", "percent", "duration", "number")
NAME_KINDS = ("name", "person", "organisation", "work", "country", "language")
_SAME, _COMPATIBLE, _APART = 1.0, 0.8, 0.0


@dataclass(frozen=True, slots=True)
class Compared:
    """A relation of the law with its reason, and how likely both were written for one and the same."""

    relation: str
    score: float
    why: str


class Comparer:
    """Compares pairs of phrases of one kind."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._reader = reader_of(language)
        self._normaliser = Normaliser(language)

    def compare(self, a: str | Mapping[str, Any], b: str | Mapping[str, Any], kind: str | None = None) -> Compared:
        """Return how two phrases are related; without a kind, by the first that both can be read as.

        Phrases that cannot be read as that kind are `incomparable`.
        """
        if kind == "work":
            return self._works(_fields(a), _fields(b))
        first, second = str(_fields(a)["title"]), str(_fields(b)["title"])
        if kind in (None, "date") and (problem := self._problem(first) or self._problem(second)):
            return Compared("incomparable", _APART, problem)
        for each in (kind,) if kind else (*VALUE_KINDS, "country", "language", "person"):
            read = self._values(first, second, each)
            if read is not None:
                return self._related(*read)
        return Compared("incomparable", _APART, f"not both can be read as {kind or 'values or names'}")

    def _problem(self, text: str) -> str:
        """Say why a phrase that looks like a date is none; nothing where it is one or looks like none."""
        found = self._reader.read_line(fold(text), "date")
        if found is None or not isinstance(found.reading, DateReading) or not found.reading.problem:
            return ""
        return f"{text!r} is no date: {found.reading.problem}"

    def _values(self, a: str, b: str, kind: str) -> tuple[Value, Value] | None:
        if kind in ("person", "name", "organisation"):
            return self._named(a, kind), self._named(b, kind)
        values = self._value(a, kind), self._value(b, kind)
        return None if values[0] is None or values[1] is None else (values[0], values[1])

    def _value(self, text: str, kind: str) -> Value | None:
        """Read a phrase that is a value and little else, as prose would mean it."""
        found = self._reader.read_line(fold(text), kind)
        if found is None or 2 * (found.end - found.start) < len(text.strip()):
            return None
        document = Document("", text, blocks=(Block(0, len(text), "text"),))
        mention = Mention(kind, found.start, found.end, found.reading, "prose", Subject("", ""))
        claims = self._normaliser.claims(document, [mention])
        return claims[0].value if claims else None

    def _named(self, text: str, kind: str) -> Listed:
        if kind == "organisation":
            return Listed(kind, (Organisation(organisation_name(text, self._language.organisations)),))
        item = person_item(text, self._language.names)
        return Listed(kind, (item or Person(PersonName(text, ())),))

    def _related(self, a: Value, b: Value) -> Compared:
        related = relate(a, b)
        if isinstance(a, Listed) and isinstance(b, Listed):
            one, other = a.items[0], b.items[0]
            if isinstance(one, Person) and isinstance(other, Person):
                return Compared(related.relation, round(person_score(one.name, other.name), 3), _why(related, a, b))
            if isinstance(one, Organisation) and isinstance(other, Organisation):
                score = organisation_score(one.name, other.name)
                return Compared(related.relation, round(score, 3), _why(related, a, b))
        return Compared(related.relation, _score(related.relation), _why(related, a, b))

    def _works(self, a: Mapping[str, Any], b: Mapping[str, Any]) -> Compared:
        """Compare two works by title, with year and director telling remakes apart."""
        score, why = work_score(self._work(a), self._work(b))
        relation = Relation.SAME if score >= 0.95 else Relation.TENSION if score >= 0.5 else Relation.CONFLICT
        return Compared(relation, round(score, 3), why)

    def _work(self, said: Mapping[str, Any]) -> Work:
        year = str(said.get("year") or "")[:4]
        told = said.get("director") or []
        directors = [told] if isinstance(told, str) else told
        names = [person_name(str(each), self._language.names) for each in directors]
        return work_of(str(said.get("title") or ""), int(year) if year.isdecimal() else None, names)


def _fields(side: str | Mapping[str, Any]) -> Mapping[str, Any]:
    return {"title": side} if isinstance(side, str) else side


def _score(relation: Relation) -> float:
    return {Relation.SAME: _SAME, Relation.COMPATIBLE: _COMPATIBLE, Relation.INCOMPLETE: 0.6}.get(relation, _APART)


def _why(related: Related, a: Value, b: Value) -> str:
    if isinstance(a, Listed) or isinstance(b, Listed):
        return related.why or ("spellings of one name" if related.relation is Relation.SAME else "")
    return f"{related.why or 'one reading'}: {allows(a)} and {allows(b)}"
