"""Record linkage: which subjects of different documents are one. Exact keys first, then evidence; never chains."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from operator import attrgetter

from factcheck.grammar.spelling import with_year
from factcheck.model import LIKELY, RECORD, UNKNOWN, WHICH, Claim, Key, Linkage, Linked, Subject
from factcheck.reconcile.declared import NOTHING, Declared
from factcheck.reconcile.joining import Join, Node, joined
from factcheck.reconcile.namesakes import Group, Unit, told_apart
from factcheck.reconcile.naming import Habits, exact_key
from factcheck.reconcile.spellings import resembling, spellings
from factcheck.reconcile.topics import Topic, shared
from factcheck.ruleset import About

# Every claim is copied: `replace` would cost a third of all the time of linking.
_FIELDS = [each.name for each in fields(Claim)]
_VALUES, _SUBJECT, _CAVEATS = attrgetter(*_FIELDS), _FIELDS.index("subject"), _FIELDS.index("caveats")
_UnitId = tuple[str, Subject]


@dataclass(frozen=True, slots=True)
class _Place:
    """Where linkage has put a unit: the subject under its common name, and why its claims cannot make an error."""

    subject: Subject
    caveat: str = ""


class Linker:
    """Gives every subject the key of the one that it is, learnt from all claims at once.

    A work is known by its own title or by a fuller one that its document uses for it, whichever more documents share;
    a person by the letters of the name in any order of its words; an event by kind and place. Subjects of one name are
    told apart by years and people; names that are not the same by letters are joined by the law of names and by
    evidence. What neither documents nor declarations decide is not joined. `pairs` of names were looked at for that.
    """

    def __init__(
        self,
        claims: Iterable[Claim],
        about: Iterable[About],
        habits: Habits = Habits(),  # noqa: B008
        declared: Declared = NOTHING,
    ) -> None:
        self._kinds: dict[str, str] = {each.id: each.kind for each in about} | {RECORD: RECORD}
        self._declared = declared
        units = self._units(claims)
        self._support: Counter[Key] = Counter()
        for unit in units.values():
            self._support.update(self._exact(unit.subject))
        topics = {id: topic for id, unit in units.items() if (topic := self._topic(unit)) is not None}
        places = shared(topics.values())
        by_key: dict[Key, list[Unit]] = defaultdict(list)
        for id, unit in units.items():
            key = places[topics[id]] if id in topics else self._own_key(unit.subject)
            by_key[key].append(unit)
        self._nodes: list[Node] = []
        self._unknown: list[tuple[Key, Unit]] = []
        for key in sorted(by_key):
            self._divide(key, by_key[key])
        found = joined(self._nodes, habits, declared)
        self._joins, self._left, self.pairs = found.joins, found.left, found.pairs
        self._places: dict[_UnitId, _Place] = {}
        self._years: dict[Key, frozenset[int]] = {}
        for node in self._nodes:
            self._settle(node)
        for key, unit in self._unknown:
            known = replace(unit.subject, key=key, own=f"{unit.path} {unit.subject.part}")
            self._places[unit.path, unit.subject] = _Place(known, "" if unit.kind == "event" else WHICH)

    def named(self, claims: Iterable[Claim]) -> list[Claim]:
        """Return claims with their subjects' keys and commonest names; those of their own become aliases."""
        found: list[Claim] = []
        path, subject, place = "", None, None
        for claim in claims:
            if claim.subject is not subject or (claim.path or "") != path:
                path, subject = claim.path or "", claim.subject
                place = self._places.get((path, subject))
            if place is not None:
                caveats = (*claim.caveats, place.caveat) if place.caveat else claim.caveats
                values = list(_VALUES(claim))
                values[_SUBJECT], values[_CAVEATS] = place.subject, caveats
                found.append(Claim(*values))
            else:
                found.append(claim)
        return found

    def key(self, subject: Subject) -> Key:
        """Return the key of a subject that has been named; it depends on no path and no order."""
        return subject.key or self._own_key(subject)

    def keys(self, subject: Subject) -> set[Key]:
        """Return every key that the subject could have, were other documents there."""
        key = self.key(subject)
        exact = self._exact(subject) | {key}
        years = self._years.get(key, frozenset({subject.year} - {None}))
        return exact | {(kind, f"{name} {year}") for kind, name in exact for year in years}

    def linkage(self) -> Linkage:
        """Return all subjects with their spellings, and those that look like one and were not joined."""
        members: dict[int, list[tuple[Node, Join | None]]] = defaultdict(list)
        for number, node in enumerate(self._nodes):
            join = self._joins.get(number)
            members[number if join is None else join.centre].append((node, join))
        subjects = [self._linked(self._nodes[centre], of) for centre, of in members.items()]
        by_name = sorted(subjects, key=lambda each: (each.about, each.name.casefold(), each.key))
        return Linkage(tuple(by_name), resembling(self._nodes, self._left))

    def _linked(self, centre: Node, members: Sequence[tuple[Node, Join | None]]) -> Linked:
        claims = sum(len(unit.claims) for node, _ in members for unit in node.group.units)
        return Linked(centre.key, centre.about, self._shown(centre), centre.group.year, claims, spellings(members))

    def _units(self, claims: Iterable[Claim]) -> dict[_UnitId, Unit]:
        of: dict[_UnitId, list[Claim]] = {}
        path, subject, found = "", None, []
        for claim in claims:
            if claim.subject is not subject or (claim.path or "") != path:
                path, subject = claim.path or "", claim.subject
                found = of.setdefault((path, subject), []) if subject.name != UNKNOWN else []
            found.append(claim)
        return {(p, s): Unit(p, s, self._kinds[s.about], found) for (p, s), found in of.items()}

    def _exact(self, subject: Subject) -> set[Key]:
        """Return the keys of a subject's name and aliases, but for those that are declared to be another's."""
        kind = self._kinds[subject.about]
        own = exact_key(kind, subject.name) if kind != "work" else exact_key(kind, with_year(subject.name)[0])
        if not subject.aliases:
            return {(kind, own)}
        others = {_key(kind, alias) for alias in subject.aliases}
        return {(kind, own), *((kind, key) for key in others if not self._declared.differ(own, key))}

    def _topic(self, unit: Unit) -> Topic | None:
        """Return what a document is about where a claim is only likely about that: its event by all of its places."""
        if unit.kind != "event" or not unit.subject.likely:
            return None
        return Topic(frozenset(self._exact(unit.subject)), unit.claims[0].told)

    def _own_key(self, subject: Subject) -> Key:
        if not subject.aliases:
            return next(iter(self._exact(subject)))
        return min(self._exact(subject), key=lambda key: (-self._support[key], -len(key[1]), key))

    def _divide(self, key: Key, units: Sequence[Unit]) -> None:
        """Make a node of every subject that bears a name."""
        groups, unknown = told_apart(units)
        several = len(groups) > 1
        for group, last in zip(groups, _ends(groups), strict=True):
            known = (key[0], f"{key[1]} {last}".rstrip()) if several else key
            self._nodes.append(Node(known, group, several, len(self._nodes), key))
        self._unknown += [(key, unit) for unit in unknown]

    def _settle(self, node: Node) -> None:
        """Note where every unit of a node is to be found, and under which name."""
        join = self._joins.get(node.number)
        centre = node if join is None else self._nodes[join.centre]
        name = self._shown(centre)
        self._years[centre.key] = self._years.get(centre.key, frozenset()) | node.group.years
        year = centre.group.year if centre.several else None
        made: dict[tuple[Subject, str], _Place] = {}
        for number, unit in enumerate(node.group.units):
            doubtful = number in node.group.unsure
            own = "" if not doubtful and (join is None or join.sure) else " ".join(node.key)
            own += f" {unit.path}" if doubtful else ""
            place = made.get((unit.subject, own))
            if place is None:
                aliases, told = _aliases(unit.subject, name), unit.subject.year if unit.kind == "event" else year
                known = replace(unit.subject, name=name, aliases=aliases, year=told, key=centre.key, own=own)
                place = made[unit.subject, own] = _Place(known, LIKELY if own else "")
            self._places[unit.path, unit.subject] = place

    def _shown(self, node: Node) -> str:
        return self._declared.first(node.bare[1], node.group.years) or node.shown


def _key(kind: str, name: str) -> str:
    return exact_key(kind, with_year(name)[0] if kind == "work" else name)


def _aliases(subject: Subject, name: str) -> tuple[str, ...]:
    return subject.aliases if subject.name in (name, *subject.aliases) else (*subject.aliases, subject.name)


def _ends(groups: Sequence[Group]) -> Iterator[str]:
    """Yield what is put behind the common key of several subjects: the year, and a number where that is not enough."""
    counts: Counter[int | None] = Counter()
    for group in groups:
        year = group.year
        counts[year] += 1
        yield " ".join(map(str, [*([year] if year else []), *([f"#{counts[year]}"] if counts[year] > 1 else [])]))
