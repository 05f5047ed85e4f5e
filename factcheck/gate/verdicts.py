"""`facts.yaml`: what the editors have settled. A verdict is a claim that every document has to agree with.

facts:
  - subject: Ai Weiwei
    field: detention.length
    value: 81 days
    reason: The lawyers' record of the case.
    evidence: https://example.org/record      # may be left out, as all below
    decided: 2026-11-21
    qualifiers: {population: students}
    year: 2008                                # tells look-alike events apart
    rejected: [{value: two months, reason: Rounded by an agency.}]
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from factcheck.errors import FileError
from factcheck.grammar import Reader, reader_of
from factcheck.grammar.fold import fold
from factcheck.model import Claim, Document, Form, Mention, Subject
from factcheck.normalise import Normaliser
from factcheck.ruleset import Rule, Ruleset
from factcheck.ruleset.yamltree import Source, parse
from factcheck.values import Quantity, Reading

_HINT = "see `factcheck resolve --help`, which writes verdicts"
_LONG = frozenset({"week", "month", "year", "decade", "century"})


class Rejected(BaseModel):
    """A value that was looked at and found wrong."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    value: str
    reason: str = ""


class Verdict(BaseModel):
    """What was decided on one fact, and why."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    subject: str = Field(min_length=1)
    field: str = Field(min_length=1)
    value: str | tuple[str, ...] = Field(min_length=1)
    reason: str = Field(min_length=1)
    evidence: str | tuple[str, ...] | None = None
    decided: date | None = None
    qualifiers: dict[str, str] = {}
    year: int | None = None
    rejected: tuple[Rejected, ...] = ()

    @property
    def text(self) -> str:
        """The value in one piece."""
        return self.value if isinstance(self.value, str) else "; ".join(self.value)


class _File(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    facts: tuple[Verdict, ...] | None = None


@dataclass(frozen=True, slots=True)
class Verdicts:
    """All verdicts of a file: as they stand there, and as claims in the same order."""

    document: Document
    verdicts: tuple[Verdict, ...]
    claims: tuple[Claim, ...]

    def of(self, claim: Claim) -> Verdict:
        """Return the verdict that a claim stands for."""
        places = [each.span for each in self.claims]
        return self.verdicts[places.index(claim.span)]


def read_verdicts(text: str, path: str, ruleset: Ruleset) -> Verdicts:
    """Read a file's text; raises FileError with the place of every fault."""
    source = parse(text, path)
    document = Document(path, text, "verdicts")
    try:
        verdicts = _File.model_validate(source.data or {}).facts or ()
    except ValidationError as error:
        raise FileError(tuple(_fault(source, detail) for detail in error.errors(include_url=False))) from None
    reader, normaliser = reader_of(ruleset.language), Normaliser(ruleset.language)
    claims = []
    for number, verdict in enumerate(verdicts):
        where = ("facts", number, "value")
        mention = _mention(source, verdict, number, ruleset, reader)
        made = normaliser.claims(document, [mention]) if mention is not None else ()
        if mention is not None and (not made or "unresolved_date" in made[0].caveats):
            what = f"{verdict.text!r} is no value of {verdict.field}"
            source.faults.append(source.fault(source.place(where), what, "write it as a document would, and in full"))
        claims += [replace(claim, form="record", settled=verdict.reason) for claim in made]
    _once(source, verdicts)
    if source.faults:
        raise FileError(tuple(source.faults))
    return Verdicts(document, verdicts, tuple(claims))


def _mention(source: Source, verdict: Verdict, number: int, ruleset: Ruleset, reader: Reader) -> Mention | None:
    rule = rule_of(ruleset, verdict.field)
    if rule is None:
        place = source.place(("facts", number, "field"))
        what = f"there is no rule for the field {verdict.field!r}"
        source.faults.append(source.fault(place, what, "see `factcheck rules list`"))
        return None
    text = fold(verdict.text)
    found = reader.read_line(text, rule.kind)
    if found is None or f"{text[: found.start]}{text[found.end :]}".strip(" '\".,;"):
        place = source.place(("facts", number, "value"))
        what = f"{verdict.text!r} is no {rule.kind}"
        source.faults.append(
            source.fault(place, what, f"write it as in the examples of `factcheck rules show {rule.id}`")
        )
        return None
    subject = Subject(rule.about, verdict.subject, year=verdict.year)
    start, end = _place(source, verdict, number)
    qualifiers = tuple(sorted({**dict(rule.set), **verdict.qualifiers}.items()))
    return Mention(rule.id, start, end, found.reading, _form(found.reading), subject, qualifiers, words=verdict.text)


def _form(reading: Reading) -> Form:
    """Return as what a verdict is read: a record is exact, but "two months" is a round figure in anybody's mouth."""
    long = isinstance(reading, Quantity) and reading.kind == "duration" and reading.unit in _LONG
    return "prose" if long else "record"


def _place(source: Source, verdict: Verdict, number: int) -> tuple[int, int]:
    """Return the offsets of a verdict's value in the file."""
    path: tuple[str | int, ...] = ("facts", number, "value")
    words = verdict.value if isinstance(verdict.value, str) else verdict.value[0]
    line, column = source.place(path if isinstance(verdict.value, str) else (*path, 0))
    starts = [0]
    for each in source.text.splitlines(keepends=True):
        starts.append(starts[-1] + len(each))
    start = starts[line] + column
    found = source.text.find(words, start, starts[line + 1])
    return (found, found + len(words)) if found >= 0 else (start, start + 1)


def _once(source: Source, verdicts: Sequence[Verdict]) -> None:
    """Note every second verdict on one fact."""
    seen: set[Any] = set()
    for number, verdict in enumerate(verdicts):
        fact = (verdict.subject.casefold(), verdict.field, verdict.year, *sorted(verdict.qualifiers.items()))
        if fact in seen:
            what = f"a second verdict on {verdict.field} of {verdict.subject}"
            source.faults.append(source.fault(source.place(("facts", number)), what, "keep one of them"))
        seen.add(fact)


def _fault(source: Source, detail: Any) -> Any:
    path = tuple(each for each in detail["loc"] if each not in ("str", "tuple[str, ...]"))
    name = ".".join(map(str, path))
    place = source.place(path, key=detail["type"] == "extra_forbidden")
    return source.fault(place, f"{detail['msg']} ({name})" if name else str(detail["msg"]), _HINT)


def rule_of(ruleset: Ruleset, field: str) -> Rule | None:
    """Return the rule of a field, or None where there is none."""
    return next((rule for rule in ruleset.rules if rule.id == field), None)
