"""Mentions and claims: what a source says of a subject, in its own words and in standard notation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from factcheck.model.document import Span
from factcheck.values import Reading, Value

Form = Literal["prose", "label", "table", "title", "record", "derived"]
Qualifiers = tuple[tuple[str, str], ...]
UNKNOWN = "unknown subject"
BESIDE = "with"  # the qualifier that names the other event of an order
LIKELY = "likely_join"  # the caveat of claims whose subject is only likely the one that they are compared under
WHICH = "which_subject"  # that of claims whose subject may be any of several of one name
RECORD = "record"  # what a claims table names: no kind of subject, and never linked but by its exact name


@dataclass(frozen=True, slots=True)
class Subject:
    """Whom or what a claim is about: the kind of subject, its name, and how sure that is.

    What is not sure may be `likely`: it is what the document is about. `aliases` are further names under which the
    document speaks of it; `year` tells look-alikes apart; `part` is the record of its file that it stands in, counted
    from 1. Linkage fills in the `key` of the subject that it is, and its `own` where it is not sure that it is: claims
    of one `own` are about one thing all the same.
    """

    about: str
    name: str
    sure: bool = True
    likely: bool = False
    aliases: tuple[str, ...] = ()
    year: int | None = None
    part: int = 0
    key: tuple[str, str] | None = None
    own: str = ""


@dataclass(frozen=True, slots=True)
class ValueRead:
    """A value read in a text, in standard notations: what `factcheck values` prints.

    `value`, `low` and `high` stand in `unit` as written, `high` None where the words set no end;
    `first` and `last` are ISO days of a date, the last one exclusive; `alternatives` are other
    honest readings of the same words; `problem` says why words that look like a value are none.
    """

    start: int
    end: int
    text: str
    kind: str
    reading: str
    value: float | str | None = None
    low: float | None = None
    high: float | None = None
    unit: str | None = None
    hedge: str | None = None
    timex: str | None = None
    edtf: str | None = None
    first: str | None = None
    last: str | None = None
    zone: str | None = None
    alternatives: tuple[ValueRead, ...] = ()
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Mention:
    """A value found in a document by a rule, in the source's own words; `words` are those of the value alone.

    The order of two events is about the `subject` of the one and that of the other, `beside` it.
    """

    rule: str
    start: int
    end: int
    reading: Reading
    form: Form
    subject: Subject
    qualifiers: Qualifiers = ()
    caveats: tuple[str, ...] = ()
    words: str = ""
    beside: Subject | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """What one source says: subject . field = value, at a place in a file.

    A derived claim has no place, and names the claims that it follows from, and `how`; its `roots` are the stated
    claims at the beginning of that chain. `caveats` are the reasons why the claim cannot make an error by itself,
    `words` those of the value alone. A verdict of the editors carries the reason for which it was `settled`. `told` is
    the day of the document (ISO 8601), where it has one. The order of two events is also about the subject `beside`.
    Words that another document has too are its, not this one's: the claim `echoes` that.
    """

    field: str
    subject: Subject
    value: Value
    form: Form
    rule: str
    span: Span | None = None
    qualifiers: Qualifiers = ()
    caveats: tuple[str, ...] = ()
    derived_from: tuple[str, ...] = ()
    id: str = ""
    words: str = ""
    settled: str = ""
    told: str = ""
    beside: Subject | None = None
    how: str = ""
    roots: tuple[Claim, ...] = ()
    echoes: str = ""

    @property
    def path(self) -> str | None:
        """The source; None for a derived claim."""
        return None if self.span is None else self.span.path

    @property
    def paths(self) -> frozenset[str]:
        """The source, or of a derived claim the sources of what it follows from."""
        return frozenset(each.span.path for each in (self, *self.roots) if each.span is not None)
