"""The shape of rule packs: pydantic models, frozen, used as the rules themselves.

What follows from fields stands in `factcheck.ruleset.pack`, with the shape of a whole file.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import inf
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, field_validator, model_validator

from factcheck.grammar import Found, Reader
from factcheck.grammar.choice import choices_in
from factcheck.grammar.fold import fold
from factcheck.grammar.tokens import Token
from factcheck.ruleset import phrase
from factcheck.ruleset.linear import with_value
from factcheck.values.reading import BASE_UNITS, SECONDS

Kind = Literal[
    "number", "duration", "date", "percent", "money", "name", "country", "language", "text",
    "age", "time", "length", "mass", "area", "volume", "speed", "temperature", "score", "ordinal", "choice",
]  # fmt: skip
Severity = Literal["note", "warning", "error"]
FieldId = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*$")]
LISTS: frozenset[str] = frozenset({"name", "country", "language", "text", "score", "choice"})
_NUMBER_UNITS = {"points": 1, "things": 1}
_DATE_UNITS = {"days": 1, "years": 1}
_MEASURE_UNITS = {"metres": 1, "kilometres": 1000, "kilograms": 1, "points": 1}
_RESERVED_SLOTS = frozenset({"who", "other", *phrase.VALUES})


def _folded(text: str) -> str:
    """Return words as they are looked for; they are compared with folded text."""
    if not text.strip():
        raise ValueError("an empty entry")
    return fold(text)


def _readable(text: str) -> str:
    phrase.parse(text)
    return text


Words = tuple[Annotated[str, AfterValidator(_folded)], ...]
Phrases = tuple[Annotated[str, AfterValidator(_readable)], ...]


class MisfitError(ValueError):
    """What does not hang together within a rule: each fault with its path in the rule."""

    def __init__(self, parts: Sequence[tuple[tuple[str | int, ...], str]]) -> None:
        super().__init__("; ".join(what for _, what in parts))
        self.parts = parts


class Model(BaseModel):
    """Frozen, and strict about unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Read(Model):
    """An example of a wording and the reading that it must give."""

    say: str
    means: str
    qualifiers: dict[str, str] = Field(default={}, alias="with")
    published: str = ""


class Examples(Model):
    """What a rule must read, must not, and how pairs of wordings relate."""

    reads: tuple[Read, ...] = ()
    silent: tuple[str, ...] = ()
    conflict: tuple[tuple[str, str], ...] = ()
    agree: tuple[tuple[str, str], ...] = ()
    todo: tuple[Read, ...] = ()


class Find(Model):
    """Where a value stands.

    `labels` begin a line or cell ("Runtime: 91 minutes"), and `items` are phrases for the parts
    of such a line's list; `phrases` stand in prose, not where an `unless` does; `cells` lets an
    unlabelled cell of a record line be a value; `regex` is RE2 with a group named value.
    """

    labels: Words = ()
    phrases: Phrases = ()
    unless: Phrases = ()
    items: Phrases = ()
    regex: tuple[Annotated[str, AfterValidator(with_value)], ...] = ()
    cells: bool = False


class Rule(Model):
    """One field: what it is about, what kind of value it holds, and how to find and judge it.

    A value that `moves` with time, as a toll does, is not contradicted by a later report but replaced.
    Which date is likely is also `told_by` other fields: a film's year by its first showings.
    A rule that `counts: persons` reads "a man", "Ann Lee, 29," and "no one" as numbers too. Their noun and names fill
    the qualifiers `population` and `person`, where the rule has them.
    A `choice` is one of the rule's `choices`, which exclude each other; each has the words that name it. A word that
    several have is a wider one.
    """

    id: FieldId
    about: str
    kind: Kind
    holds: Literal["one", "many"] = "one"
    severity: Severity = "error"
    choices: dict[str, Words] = {}
    tolerance: dict[str, float] = {}
    error_beyond: dict[str, float] = {}
    find: Find
    qualify: dict[str, dict[str, Words] | Literal["name", "ordinal"]] = {}
    set: dict[str, str] = {}
    because: str = Field(min_length=1)
    moves: bool = False
    told_by: tuple[FieldId, ...] = ()
    bare: Literal["", "minutes", "hours", "days"] = ""
    counts: Literal["", "persons"] = ""
    source: str = ""
    wikidata: Annotated[str, Field(pattern=r"^(P[1-9][0-9]*)?$")] = ""
    examples: Examples

    @property
    def reads(self) -> str:
        """What the values in prose are read as."""
        return self.counts or self.kind

    def find_in(self, reader: Reader, text: str, tokens: list[Token] | None = None) -> list[Found]:
        """Return the values in a stretch of folded prose that can be the field's, in order."""
        if self.kind == "choice":
            return choices_in(text, tuple(self.choices.items()))
        return reader.find(text, self.reads, tokens)

    def read_line(self, reader: Reader, text: str) -> Found | None:
        """Return the value of a labelled line; of several choices none."""
        if self.kind != "choice":
            return reader.read_line(text, self.kind)
        found = self.find_in(reader, text)
        return found[0] if len({str(each.reading) for each in found}) == 1 else None

    @property
    def is_list(self) -> bool:
        """Tell whether values are sets of items."""
        return self.kind in LISTS

    @property
    def slack(self) -> float:
        """The tolerance in the kind's base unit."""
        return sum(number * self._unit(unit) for unit, number in self.tolerance.items())

    @property
    def graded_to(self) -> float:
        """The distance up to which a conflict is a warning only, in the unit of the law's distance."""
        if not self.error_beyond:
            return 0
        return sum(number * self._unit(unit) for unit, number in self.error_beyond.items())

    @property
    def slots(self) -> dict[str, phrase.SlotPattern]:
        """What may stand in each qualifier's slot."""
        return {name: _slot(kind) for name, kind in self.qualify.items()}

    def _unit(self, unit: str) -> float:
        if self.kind in ("duration", "time"):
            return SECONDS[unit.removesuffix("s")]
        if self.kind in BASE_UNITS:
            return _MEASURE_UNITS[unit]
        return (_DATE_UNITS if self.kind == "date" else _NUMBER_UNITS)[unit]

    @field_validator("tolerance", "error_beyond")
    @classmethod
    def _not_negative(cls, widths: dict[str, float]) -> dict[str, float]:
        if not all(0 <= number < inf for number in widths.values()):
            raise ValueError("a distance is a number from 0 on")
        return widths

    @model_validator(mode="after")
    def _hangs_together(self) -> Self:
        parts = [*self._unfit_phrases(), *self._unknown_units(), *self._unfit_choices()]
        if not (self.examples.conflict and self.examples.agree):
            what = "examples need at least one pair under `conflict` and one under `agree`"
            parts.append((("examples",), what))
        if parts:
            raise MisfitError(parts)
        return self

    def _unfit_phrases(self) -> Iterator[tuple[tuple[str | int, ...], str]]:
        known = _RESERVED_SLOTS | self.qualify.keys()
        find = {"phrases": self.find.phrases, "unless": self.find.unless, "items": self.find.items}
        for name, i, each in ((name, i, each) for name, of in find.items() for i, each in enumerate(of)):
            path, slots = ("find", name, i), phrase.slots(phrase.parse(each))
            if unknown := slots - known:
                names = ", ".join(sorted(known))
                yield path, f"{each!r} has an unknown slot {{{min(unknown)}}}; known are {names}"
            elif name != "unless" and not slots & phrase.VALUES.keys():
                yield path, f"{each!r} has no {{value}}"
            elif name == "phrases" and not phrase.compile_phrase(each, self.slots, closed=bool(self.counts)).triggers:
                yield path, f"{each!r} has no literal word of three letters or more to look for"

    def _unfit_choices(self) -> Iterator[tuple[tuple[str | int, ...], str]]:
        if (self.kind == "choice") != (len(self.choices) > 1):
            yield ("choices",), "a `choice` has two or more `choices`, and no other kind has any"

    def _unknown_units(self) -> Iterator[tuple[tuple[str | int, ...], str]]:
        for name, widths in (("tolerance", self.tolerance), ("error_beyond", self.error_beyond)):
            for unit in widths:
                try:
                    self._unit(unit)
                except KeyError:
                    yield (name, unit), f"{unit!r} is no unit of a {self.kind}"


def _slot(kind: dict[str, Words] | str) -> phrase.SlotPattern:
    if kind == "name":
        return phrase.SlotPattern(phrase.NAME)
    if kind == "ordinal":
        return phrase.SlotPattern(phrase.ORDINAL)
    assert isinstance(kind, dict)
    return phrase.slot_of_words({word for group in kind.values() for word in group})


class About(Model):
    """What a field can be about, and how its subject is named in a document.

    The kinds of an event are called by `nouns`; a text may begin with the `verbs` alone: "gunned down two officers".
    """

    id: str
    kind: Literal["work", "person", "event", "place", "organisation"]
    labels: Words = ()
    nouns: dict[str, Words] = {}
    verbs: dict[str, Words] = {}
    short: Words = ()
    before: Words = ()
    after: Words = ()
