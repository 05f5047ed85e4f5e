"""What speaks for and against two subjects being one: the years, the people, and all else that is said of both."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import isinf

from factcheck.model import Claim, Qualifiers
from factcheck.values import Listed, Ordered, Relation, Value, calendar, relate

_MOST = 8  # values of a field that are held against those of another subject
_TOLD = 3  # fields that are named as reasons
_NAMED = "name"
_AGREE = (Relation.SAME, Relation.COMPATIBLE, Relation.INCOMPLETE)
Field = tuple[str, Qualifiers]


@dataclass(frozen=True, slots=True)
class Profile:
    """What is said of a subject, field by field, each reading once in order of their text; and the years it is of."""

    years: frozenset[int]
    values: dict[Field, tuple[Value, ...]]

    @property
    def signature(self) -> tuple[bool, tuple[int, ...], tuple[str, ...]]:
        """An order of profiles that depends on what is said alone; those that say most of years come first."""
        said = sorted(f"{field} {value.reading}" for (field, _), values in self.values.items() for value in values)
        return not self.years, tuple(sorted(self.years)), (*said[:_MOST], str(-len(said)))


@dataclass(frozen=True, slots=True)
class Evidence:
    """How two profiles stand to one another.

    `gap` is the least distance of their years, None where one has none; `people` whether they name somebody in common
    in a role, None where that is not known; further the fields that agree to the letter, and those that contradict.
    """

    gap: int | None
    people: bool | None
    agree: tuple[str, ...]
    contradict: tuple[str, ...]

    @property
    def solid(self) -> bool:
        """Whether names that are not the same by letters are still surely of one: years and people, or three things."""
        near = self.gap is None or self.gap <= 1
        if self.contradict or not near or self.people is False:
            return bool(self.people) and self.gap is not None and near
        return (bool(self.people) and self.gap is not None) or len(self.agree) + bool(self.people) > 2

    @property
    def words(self) -> str:
        """What agrees, in words; nothing where nothing does."""
        said = [*(["people"] if self.people else []), *self.agree]
        if self.gap is not None and self.gap <= 1 and not any("year" in each or "date" in each for each in said):
            said.insert(0, "years")
        more = [f"{len(said) - _TOLD} more"] if len(said) > _TOLD else []
        return " and ".join([", ".join(said[:_TOLD]), *more]) + " agree" if said else ""


def profile(claims: Iterable[Claim], years: frozenset[int]) -> Profile:
    """Return what claims say, but for those that are not sure themselves and those that editors have settled.

    Of a field only so many values are kept that comparing them costs little; their readings alone decide which.
    """
    values: dict[Field, tuple[Value, ...]] = {}
    for claim in claims:
        if claim.caveats or claim.settled:
            continue
        field, value = (claim.field, claim.qualifiers), claim.value
        known = values.get(field, ())
        if all(value.reading != each.reading for each in known):
            values[field] = tuple(sorted((*known, value), key=_reading)[:_MOST]) if known else (value,)
    return Profile(years, values)


def _reading(value: Value) -> str:
    return value.reading


def years_of(value: Value) -> tuple[int, ...]:
    """Return the year of a date, where it lies in one alone."""
    if not isinstance(value, Ordered) or value.kind != "date":
        return ()
    bounds = value.bounds.literal
    return _year(bounds.low, bounds.high - bounds.high_open)


@lru_cache(maxsize=1 << 12)
def _year(first: float, last: float) -> tuple[int, ...]:
    if isinf(first) or isinf(last):
        return ()
    year = calendar.civil(int(first))[0]
    return (year,) if calendar.civil(int(last))[0] == year else ()


def gap(a: Iterable[int], b: Iterable[int]) -> int | None:
    """Return the least distance of two sets of years."""
    return min((abs(x - y) for x in a for y in b), default=None)


def compare(a: Profile, b: Profile) -> Evidence:
    """Return the evidence on two subjects."""
    people: set[bool] = set()
    agree, contradict = [], []
    for field in sorted(a.values.keys() & b.values.keys()):
        relations = _relations(a.values[field], b.values[field])
        named = a.values[field][0].kind == _NAMED
        if named and relations & {*_AGREE}:
            people.add(True)
        elif named and relations == {Relation.CONFLICT}:
            people.add(False)
        elif Relation.SAME in relations:
            agree.append(field[0])
        elif relations == {Relation.CONFLICT}:
            contradict.append(field[0])
    together = None if not people else True in people
    return Evidence(gap(a.years, b.years), together, tuple(dict.fromkeys(agree)), tuple(dict.fromkeys(contradict)))


def _relations(a: Sequence[Value], b: Sequence[Value]) -> set[Relation]:
    """Return how the values of a field are related; one reading in common says enough."""
    if any(x.reading == y.reading for x in a for y in b):
        return {Relation.SAME}
    return {_related(x, y) for x in a for y in b}


def _related(a: Value, b: Value) -> Relation:
    if isinstance(a, Listed) != isinstance(b, Listed):
        return Relation.TENSION
    return relate(a, b).relation
