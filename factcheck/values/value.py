"""Values: normalised readings with what they allow, ready for the law.

Two shapes serve every kind: `Ordered` values lie on an axis and have bounds; `Listed` values are
sets of items that are compared one by one.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import Protocol

from factcheck.values.bounds import Bounds
from factcheck.values.habits import can_be, is_near
from factcheck.values.interval import Interval
from factcheck.values.name import OrganisationName, PersonName
from factcheck.values.reading import Precedence


class Likeness(IntEnum):
    """How two items of lists are related, from the surest to none."""

    SAME = 4  # two spellings of one
    CAN_BE = 3  # nothing speaks against it, and a known habit speaks for it
    MEMBER = 2  # one is among those whom the other names together
    NEAR = 1  # only the letters are alike
    DIFFERENT = 0


_UNLIKE = (Likeness.DIFFERENT, "")


class Item(Protocol):
    """A member of a list: a name, a country, a language, a word."""

    @property
    def text(self) -> str:
        """The words as written."""

    @property
    def key(self) -> str:
        """What readings and fingerprints are made of."""

    def likeness(self, other: Item) -> tuple[Likeness, str]:
        """Return how this item is related to another of its kind, and why."""


@dataclass(frozen=True, slots=True)
class Term:
    """An item with a code: a country, a language, or a folded word.

    `wider` holds the codes of what contains it: Mandarin is a Chinese language.
    """

    text: str
    key: str
    wider: tuple[str, ...] = ()

    def likeness(self, other: Item) -> tuple[Likeness, str]:
        """Compare by code; a part can be meant by the name of its whole."""
        if self.key == other.key:
            return Likeness.SAME, ""
        if isinstance(other, Term) and (self.key in other.wider or other.key in self.wider):
            narrow, wide = (other, self) if self.key in other.wider else (self, other)
            return Likeness.CAN_BE, f"{narrow.text} is part of {wide.text}"
        return Likeness.DIFFERENT, ""


@dataclass(frozen=True, slots=True)
class Person:
    """An item that is somebody's name."""

    name: PersonName

    @property
    def text(self) -> str:
        """The name as written."""
        return self.name.text

    @property
    def key(self) -> str:
        """The folded name, tokens in their order."""
        return self.name.key

    def likeness(self, other: Item) -> tuple[Likeness, str]:
        """Compare by the evidence for one person: see `habits`."""
        if isinstance(other, Collective):
            return other.likeness(self)
        if not isinstance(other, Person):
            return Likeness.DIFFERENT, ""
        if self.name.is_same(other.name):
            return Likeness.SAME, ""
        if why := can_be(self.name, other.name):
            return Likeness.CAN_BE, why
        if why := is_near(self.name, other.name):
            return Likeness.NEAR, why
        return Likeness.DIFFERENT, ""


@dataclass(frozen=True, slots=True)
class Collective:
    """An item that names several people by what they are all called: the Hughes Brothers, the Wachowskis.

    `surnames` are the names that they may share, folded. It can still be one person's name: Joyce Brothers.
    """

    name: PersonName
    surnames: frozenset[str]

    @property
    def text(self) -> str:
        """The name as written."""
        return self.name.text

    @property
    def key(self) -> str:
        """The folded words as written."""
        return self.name.key

    def likeness(self, other: Item) -> tuple[Likeness, str]:
        """Compare by the name that all of them bear."""
        if isinstance(other, Collective):
            if self.name.is_same(other.name):
                return Likeness.SAME, ""
            shared = sorted(self.surnames & other.surnames)
            return (Likeness.CAN_BE, f"both name people called {shared[0].title()}") if shared else _UNLIKE
        if not isinstance(other, Person):
            return _UNLIKE
        as_one = Person(self.name).likeness(other)
        if as_one[0] >= Likeness.CAN_BE:
            return as_one
        borne = self.surnames.intersection(other.name.words)
        return (Likeness.MEMBER, f"{other.text} can be one of {self.text}") if borne else _UNLIKE


@dataclass(frozen=True, slots=True)
class Organisation:
    """An item that is the name of an organisation."""

    name: OrganisationName

    @property
    def text(self) -> str:
        """The name as written."""
        return self.name.text

    @property
    def key(self) -> str:
        """The folded name without its legal form."""
        return " ".join(self.name.words)

    def likeness(self, other: Item) -> tuple[Likeness, str]:
        """Compare by words; a legal form that only one of two names has says nothing."""
        if not isinstance(other, Organisation):
            return Likeness.DIFFERENT, ""
        if "".join(self.name.words) != "".join(other.name.words):
            return Likeness.DIFFERENT, ""
        if self.name.form and other.name.form and self.name.form != other.name.form:
            return Likeness.CAN_BE, f"the legal forms differ: {self.name.form} and {other.name.form}"
        return Likeness.SAME, ""


@dataclass(frozen=True, slots=True)
class Ordered:
    """A value on an axis.

    Bounds stand in the kind's base unit: seconds for durations, day numbers for dates, the
    currency for money, things for counts, hundredths for percentages. `point` is the value where
    the words name one, in the same unit.
    """

    kind: str
    reading: str
    bounds: Bounds
    unit: str = ""
    hedge: str | None = None
    point: float | None = None


def order_value(order: Precedence, field: str) -> Ordered:
    """Return the order of two events as a value of the one that is the `field`: before (-1) or after (1) the other."""
    at = -1 if order.first == field else 1
    bounds = Interval(at, at)
    return Ordered("order", order.notation(), Bounds(bounds, bounds))


@dataclass(frozen=True, slots=True)
class Listed:
    """A set of items, partial or whole."""

    kind: str
    items: tuple[Item, ...]

    @property
    def reading(self) -> str:
        """The kind and the items' keys, sorted: the same for every order of them."""
        return f"{self.kind}:" + "|".join(sorted({item.key for item in self.items}))

    @property
    def texts(self) -> tuple[str, ...]:
        """The items as written, in their order."""
        return tuple(item.text for item in self.items)

    def union(self, other: Listed) -> Listed:
        """Join two partial lists of one source; of two forms of one item the fuller is kept."""
        kept: list[Item] = []
        for item in sorted((*self.items, *other.items), key=lambda each: -len(each.key)):
            if all(item.likeness(known)[0] < Likeness.CAN_BE for known in kept):
                kept.append(item)
        order = {item.key: place for place, item in enumerate((*self.items, *other.items))}
        return Listed(self.kind, tuple(sorted(kept, key=lambda each: order[each.key])))


Value = Ordered | Listed
