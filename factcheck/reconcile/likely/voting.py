"""Claims become votes: the law tells which values a claim backs beside the one it states.

A claim backs every value inside its bounds; a round number one that it may be rounded from; lenient bounds half. What
is only alleged, or follows from other claims, weighs less; so does a source that says several things at once.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import isinf

from factcheck.model import RECORD, Claim
from factcheck.reconcile.likely.ballot import Backed, Ballot, Ingredients, Seat, Vote
from factcheck.reconcile.likely.places import Places, places
from factcheck.reconcile.sides import Camp, Statement
from factcheck.ruleset import Rule
from factcheck.values import Interval, Listed, Ordered

_FORMS = {"prose": 0.8, "derived": 0.8}  # a labelled value counts in full
_UNDATED, _CAVEAT, _LENIENT = 0.9, 0.5, 0.5
_WHOLE_DATES = 3652.5  # days; a date no closer than a decade says nothing
_ROUND = 100  # a number is round from two zeros on
_MOST_BACKED = 200  # values of one fact that one claim can back
_RECURRING_FACTS, _RECURRING = 20, 1.5  # facts of a field, and how often its words are said of a new subject


@dataclass(frozen=True, slots=True)
class Question:
    """A fact as it is voted on: its sides, the statements for each value of the ballot, and what other fields tell.

    Sides that are `superseded` have no statements in it.
    """

    field: str
    camps: Sequence[Camp]
    values: tuple[tuple[str, tuple[Statement, ...]], ...]
    told: tuple[Claim, ...] = ()
    superseded: tuple[int, ...] = ()

    @property
    def statements(self) -> list[Statement]:
        """All statements, of all values."""
        return [each for _, made in self.values for each in made]


def question(field: str, camps: Sequence[Camp], current: Sequence[Camp], told: Sequence[Claim] = ()) -> Question:
    """Group what is stated on the current sides by what it says; of words each claim speaks for itself."""
    by_reading: dict[str, list[Statement]] = defaultdict(list)
    for camp in current:
        for statement in camp.statements:
            for each in _single(statement):
                by_reading[each.value.reading].append(each)
    values = tuple((reading, tuple(made)) for reading, made in sorted(by_reading.items()))
    kept = {id(camp) for camp in current}
    superseded = tuple(n for n, camp in enumerate(camps) if id(camp) not in kept)
    return Question(field, camps, values, _first_by_source(told), superseded)


def _first_by_source(told: Sequence[Claim]) -> tuple[Claim, ...]:
    """Return the earliest date that each source tells."""
    first: dict[str, Claim] = {}
    for claim in sorted(told, key=lambda each: (_day(each), each.value.reading, each.path or "")):
        first.setdefault(source_of([claim])[0], claim)
    return tuple(claim for _, claim in sorted(first.items()))


def _day(claim: Claim) -> float:
    return claim.value.bounds.literal.low if isinstance(claim.value, Ordered) else 0.0


def _single(statement: Statement) -> Iterable[Statement]:
    if statement.value.kind != "text" or len(statement.claims) == 1:
        return (statement,)
    return (Statement((claim,), claim.value) for claim in statement.claims)


def is_choice(asked: Question) -> bool:
    """Tell whether one value of several is asked for, and not a list."""
    values = [statement.value for statement in asked.statements]
    return all(isinstance(v, Ordered) or (v.kind == "text" and len(v.items) == 1) for v in values)


def source_of(claims: Sequence[Claim]) -> tuple[str, str]:
    """Return who speaks, and the group of sources that he belongs to.

    Sources of tables are grouped by the shape of their names ("contributor 9 (9)"), and all documents are one group.
    What follows from one document is its own; what follows from several has a voice of its own.
    """
    claim = claims[0]
    paths = [claim.echoes] if claim.echoes else sorted(claim.paths)
    name = " + ".join(paths)
    if claim.subject.about != RECORD:
        return name, "documents" if len(paths) == 1 else "derived"
    return name, shape(name.rpartition("#")[2])


def shape(name: str) -> str:
    """Return the shape of a name: runs of letters become a, of digits 9; what is spaced or dotted is one run."""
    short = re.sub(r"[^\W\d_]+", "a", re.sub(r"\d+", "9", name))
    return re.sub(r"9[9 ._-]*", "9", re.sub(r"a[a ._-]*", "a", short))


def seats_of(questions: Iterable[Question], use: Ingredients) -> dict[tuple[str, str], Seat]:
    """Return who speaks on which field, in sorted order."""
    seats = {}
    for asked in questions:
        for statement in asked.statements:
            source, group = source_of(statement.claims)
            seats[source, asked.field] = Seat(source, asked.field, group)
        for claim in asked.told:
            source, group = source_of([claim])
            seats[source, asked.field] = Seat(source, asked.field, group)
    if not use.groups:
        seats = {key: seat._replace(group="") for key, seat in seats.items()}
    return dict(sorted(seats.items()))


def places_of(questions: Iterable[Question], use: Ingredients) -> dict[str, Places]:
    """Return, for each field whose words are said of many subjects, what lies in what."""
    facts: dict[str, list[list[str]]] = defaultdict(list)
    for asked in questions:
        if is_choice(asked) and isinstance(asked.values[0][1][0].value, Listed):
            facts[asked.field].append([reading for reading, _ in asked.values])
    made = {}
    for field, words in sorted(facts.items()):
        different = len({word for each in words for word in each})
        if len(words) >= _RECURRING_FACTS and sum(map(len, words)) >= _RECURRING * different:
            made[field] = places(words if use.places else ())
    return made


def ballot(
    asked: Question, rule: Rule, numbers: dict[tuple[str, str], int], found: Places | None, use: Ingredients
) -> Ballot:
    """Return the votes on a fact of which one value is asked for; `numbers` are those of the seats."""
    keys = tuple(reading for reading, _ in asked.values)
    votes = tuple(_votes(asked, numbers))
    known = next((n for n, (_, made) in enumerate(asked.values) if any(each.settled for each in made)), None)
    value = asked.values[0][1][0].value
    if isinstance(value, Listed):
        backed, regions = ((), ()) if found is None else _backed_by_place(keys, found)
        return Ballot(value.kind, keys, votes, backed, (), regions, found is not None and use.words, known)
    values = [made[0].value for _, made in asked.values]
    ordered = [each for each in values if isinstance(each, Ordered)]
    cover = tuple(map(_cover, ordered)) if use.law else ()
    backed = _backed_by_bounds(ordered, rule.slack) if len(ordered) > 1 and use.law else ()
    return Ballot(value.kind, keys, votes, backed, cover if any(cover) else (), known=known)


def _votes(asked: Question, numbers: dict[tuple[str, str], int]) -> Iterable[Vote]:
    weights: dict[tuple[int, int], float] = {}
    for value, (_, made) in enumerate(asked.values):
        for statement in made:
            if not statement.settled:
                seat = numbers[source_of(statement.claims)[0], asked.field]
                weight = max(map(weight_of, statement.claims))
                weights[seat, value] = max(weight, weights.get((seat, value), 0.0))
    for value, claim in _told(asked):
        seat = numbers[source_of([claim])[0], asked.field]
        weights[seat, value] = max(weight_of(claim), weights.get((seat, value), 0.0))
    said = Counter(seat for seat, _ in weights)
    for (seat, value), weight in sorted(weights.items()):
        yield Vote(seat, value, weight / said[seat])


def _told(asked: Question) -> Iterable[tuple[int, Claim]]:
    """Yield the claims of other fields that lie in one of the values."""
    for claim in asked.told:
        for value, (_, made) in enumerate(asked.values):
            ours, theirs = made[0].value, claim.value
            if (
                isinstance(ours, Ordered)
                and isinstance(theirs, Ordered)
                and ours.bounds.literal.holds(theirs.bounds.literal)
            ):
                yield value, claim


def weight_of(claim: Claim) -> float:
    """Return how much a claim weighs: what a table states counts in full."""
    if claim.subject.about == RECORD:
        return 1.0
    weight = _FORMS.get(claim.form, 1.0) * (_CAVEAT if claim.caveats else 1.0)
    return weight if claim.told or claim.form == "derived" else weight * _UNDATED


def _cover(value: Ordered) -> float:
    """Return which part of all values that could be meant the bounds allow: 0 for a point or a day, 1 without end."""
    bounds = value.bounds.literal
    if isinf(bounds.width):
        return 1.0
    if value.kind == "date":
        return 0.0 if bounds.width <= 1 else min(1.0, bounds.width / _WHOLE_DATES)
    return min(1.0, bounds.width / max(abs(bounds.low), abs(bounds.high))) if bounds.width else 0.0


def _backed_by_bounds(values: Sequence[Ordered], slack: float) -> tuple[tuple[Backed, ...], ...]:
    """Return for each value which others lie within its bounds, or may have been rounded to it.

    Only values in reach are looked at: they are searched in the order of their lower ends.
    """
    order = sorted(range(len(values)), key=lambda n: values[n].bounds.literal.low)
    lows = [values[n].bounds.literal.low for n in order]
    made = []
    for n, value in enumerate(values):
        reach = _reach(value).widen(slack)
        near = range(bisect_left(lows, reach.low), len(order))
        backed: list[Backed] = []
        for at in near if reach.width else ():
            if lows[at] > reach.high or len(backed) >= _MOST_BACKED:
                break
            if order[at] != n and (each := _backs(value, values[order[at]], reach)) is not None:
                backed.append(
                    Backed(order[at], each, each, value.bounds.literal.holds(values[order[at]].bounds.literal))
                )
        made.append(tuple(sorted(backed)))
    return tuple(made) if any(made) else ()


def _reach(value: Ordered) -> Interval:
    bounds, unit = value.bounds.lenient, _unit(value)
    return bounds if unit <= _ROUND / 10 else bounds.widen(unit / 2)


def _backs(value: Ordered, other: Ordered, reach: Interval) -> float | None:
    """Return how far a claim of one value backs another."""
    literal = value.bounds.literal
    if value.unit != other.unit or not reach.holds(other.bounds.literal):
        return None
    if literal.holds(other.bounds.literal):
        return 1.0
    if literal.width == 0:  # a point: the other may have been rounded to it, or be within the tolerance
        return 1.0 if _unit(other) < _unit(value) else _LENIENT
    return _LENIENT


def _unit(value: Ordered) -> float:
    """Return the unit of the last significant digit of a whole number: 1,000 of 9,000."""
    if value.point is None or value.hedge or value.point != int(value.point) or not value.point:
        return 1.0
    digits = str(int(abs(value.point)))
    return float(10 ** (len(digits) - len(digits.rstrip("0"))))


def _backed_by_place(keys: Sequence[str], found: Places) -> tuple[tuple[tuple[Backed, ...], ...], tuple[float, ...]]:
    """Return for each place which of the others lie in it, and how often each stands for something finer."""
    if not found.regions:
        return (), ()
    inside = {key: {wide: n for n, wide in enumerate(keys) if wide in found.inside.get(key, ())} for key in keys}
    backed: list[list[Backed]] = [[] for _ in keys]
    for n, key in enumerate(keys):
        whole = max(1.0, sum(found.inside[key][wide] for wide in inside[key]))
        for wide, m in inside[key].items():
            far = found.inside[key][wide]
            backed[m].append(Backed(n, far, far / whole, within=False))
    return tuple(map(tuple, backed)), tuple(found.regions.get(key, 0.0) for key in keys)
