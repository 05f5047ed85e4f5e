"""The shape of a whole rule pack, and of what follows from its fields: derived values, sums, events and their order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Literal, Self

from pydantic import ConfigDict, Field, field_validator, model_validator

from factcheck.ruleset import phrase
from factcheck.ruleset.schema import (
    LISTS,
    About,
    Examples,
    FieldId,
    Find,
    MisfitError,
    Model,
    Phrases,
    Rule,
    Words,
)

How = Literal["span", "anniversary", "share", "age", "birth", "sum", "ratio"]
ORDER = "order"  # the kind of claims that put two events in order
ARITHMETIC: frozenset[str] = frozenset({"sum", "ratio"})
# How many fields each way takes (None: two or more), the kinds of these, and the kind that it gives.
_COUNTS = ("number", "money")
_TAKES: dict[str, tuple[tuple[tuple[str, ...], ...] | None, tuple[str, ...]]] = {
    "span": ((("date",), ("date",)), ("duration",)),
    "anniversary": ((("date",),), ("date",)),
    "share": ((("number",), ("number",)), ("percent",)),
    "ratio": ((_COUNTS, _COUNTS), ("percent",)),
    "age": ((("date",), ("date",)), ("age",)),
    "birth": ((("age",), ("date",)), ("date",)),
    "sum": (None, ()),
}
_NO_SUM = LISTS | {"date", "time", "percent", "temperature"}


class Derive(Model):
    """What follows from other fields.

    span: a length from its first and last day; anniversary: a day from one of its anniversaries; share: k of n in per
    cent; age: from a birth and a later day; birth: from an age and a day on which somebody had it.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    field: FieldId
    how: How
    sources: tuple[FieldId, ...] = Field(alias="from")

    @model_validator(mode="after")
    def _right_number(self) -> Self:
        takes = _TAKES[self.how][0]
        if takes is None and len(self.sources) < 2:
            raise ValueError(f"`{self.how}` is made from two fields or more")
        if takes is not None and len(self.sources) != len(takes):
            raise ValueError(f"`{self.how}` is made from {len(takes)} field(s)")
        return self

    def misfits(self, kinds: Mapping[str, str]) -> Iterator[tuple[int | None, str]]:
        """Yield what is wrong with the kind of a source, by its number, or of the field itself (None).

        `kinds` are those of all fields that are named.
        """
        takes, gives = _TAKES[self.how]
        kind = kinds[self.field]
        if self.how == "sum":
            takes, gives = ((kind,),) * len(self.sources), (kind,)
        if self.how == "sum" and kind in _NO_SUM:
            yield None, f"a {kind} is no sum"
        elif kind not in gives:
            yield None, f"`{self.how}` gives a {gives[0]}, and {self.field} is a {kind}"
        for number, (name, allowed) in enumerate(zip(self.sources, takes or (), strict=True)):
            if kinds[name] not in allowed:
                yield number, f"`{self.how}` takes a {allowed[0]} here, and {name} is a {kinds[name]}"


class Check(Model):
    """Arithmetic that has to hold in a document: parts that make a whole, or k of n in per cent."""

    sum: tuple[FieldId, ...] = ()
    ratio: tuple[FieldId, ...] = ()
    equals: FieldId
    because: str = Field(min_length=1)

    @model_validator(mode="after")
    def _one_of_both(self) -> Self:
        if bool(self.sum) == bool(self.ratio):
            raise ValueError("a check has either a `sum` or a `ratio`")
        self.derive  # noqa: B018 - is checked where it is made
        return self

    @property
    def how(self) -> Literal["sum", "ratio"]:
        """Which arithmetic it is; also the key under which its fields stand."""
        return "sum" if self.sum else "ratio"

    @property
    def derive(self) -> Derive:
        """The value that follows."""
        return Derive(field=self.equals, how=self.how, sources=self.sum or self.ratio)


class Event(Model):
    """Something that happens once to a subject, the words that tell of it, and the fields that date it.

    `words` are phrases; where they are common ones, a word of `near` has to stand beside them in the same clause.
    `until_then` tell of what goes on up to the event: they say only what it comes after. `unless` are phrases around
    them that mean something else.
    """

    id: FieldId
    about: str
    date: tuple[FieldId, ...] = ()
    words: Phrases = Field(min_length=1)
    until_then: Phrases = ()
    unless: Phrases = ()
    near: Words = ()
    because: str = Field(min_length=1)
    examples: Examples

    @field_validator("date", mode="before")
    @classmethod
    def _one_or_several(cls, fields: object) -> object:
        return (fields,) if isinstance(fields, str) else fields

    @model_validator(mode="after")
    def _hangs_together(self) -> Self:
        parts: list[tuple[tuple[str | int, ...], str]] = []
        for name, phrases in (("words", self.words), ("until_then", self.until_then), ("unless", self.unless)):
            for i, each in enumerate(phrases):
                unknown = phrase.slots(phrase.parse(each)) - {"who"}
                if unknown:
                    parts.append(((name, i), f"{each!r} has the slot {{{min(unknown)}}}; an event knows {{who}} alone"))
                elif name != "unless" and not phrase.compile_phrase(each, {}).triggers:
                    parts.append(((name, i), f"{each!r} has no literal word of three letters or more to look for"))
        if not (self.examples.conflict and self.examples.agree):
            parts.append((("examples",), "examples need at least one pair under `conflict` and one under `agree`"))
        if parts:
            raise MisfitError(parts)
        return self

    @property
    def rule(self) -> Rule:
        """The rule by which claims on the order of this event and another are judged: never an error."""
        same = {name: getattr(self, name) for name in ("id", "about", "because", "examples")}
        find = Find.model_construct(phrases=(*self.words, *self.until_then), unless=self.unless)
        fields: dict[str, Any] = {**same, "kind": ORDER, "find": find, "severity": "warning"}
        return Rule.model_construct(**fields)


class Order(Model):
    """An order that holds for every subject: `first` never comes after `then`.

    Where the first event is dated by several fields, `least` says of how many of them documents must tell: the fewer of
    its dates are known, the more likely is an earlier one that nobody names.
    """

    first: FieldId
    then: FieldId
    least: int = Field(default=1, ge=1)
    because: str = Field(min_length=1)


class Pack(Model):
    """One YAML file of rules."""

    subjects: tuple[About, ...] = ()
    rules: tuple[Rule, ...] = ()
    derive: tuple[Derive, ...] = ()
    check: tuple[Check, ...] = ()
    events: tuple[Event, ...] = ()
    order: tuple[Order, ...] = ()
    roles: tuple[tuple[FieldId, FieldId], ...] = ()
