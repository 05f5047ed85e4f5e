"""Joining subjects whose names differ in letters: candidates, evidence, stars. Never all pairs, never chains."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from factcheck.model import Key
from factcheck.reconcile.declared import Declared
from factcheck.reconcile.evidence import Evidence, Profile, compare, gap, profile
from factcheck.reconcile.namesakes import Group
from factcheck.reconcile.naming import Alike, Form, Habits, alike, blocks, exact_key, form_of

_MOST_IN_BLOCK = 12  # subjects that share a key; a key that more share tells nothing
_MOST_NAMES, _MOST_UNITS = 5, 20  # of a subject that are looked at
_SAME_PEOPLE = 3  # years between dates of one work, at most: of those who made it, a work of another year is another
_LONG_TITLE = 2  # words, above which a title written otherwise needs no further evidence
Pair = tuple[int, int]


@dataclass
class Node:
    """A subject before names are joined: its key, its units, and whether others bear its name; numbered in order."""

    key: Key
    group: Group
    several: bool
    number: int
    bare: Key

    @property
    def about(self) -> str:
        """What kind of subject rules call it."""
        return self.group.units[0].subject.about

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Its names as documents write them, the commonest first."""
        if len(self.group.units) == 1 and not self.group.units[0].subject.aliases:
            return (self.group.units[0].title,)
        counts = Counter(unit.title for unit in self.group.units)
        own = sorted(counts, key=lambda name: (-counts[name], -len(name), name.isupper(), name))
        kind = self.key[0]
        others = {alias for unit in self.group.units for alias in unit.subject.aliases}
        same = sorted(alias for alias in others - counts.keys() if exact_key(kind, alias) == self.bare[1])
        return (*own[:_MOST_NAMES], *same[:1])

    @cached_property
    def name(self) -> str:
        """Its commonest name."""
        return self.names[0]

    @property
    def shown(self) -> str:
        """Its name, with the year behind it where it is not the only work of that name."""
        year = self.group.year if self.several and self.key[0] == "work" else None
        return self.name if year is None else f"{self.name} ({year})"

    @cached_property
    def profile(self) -> Profile:
        """What is said of it, by documents that depend on nothing but what they say."""
        units = self.group.units
        if len(units) > _MOST_UNITS:
            units = sorted(units, key=lambda unit: unit.profile.signature)[:_MOST_UNITS]
        return profile((claim for unit in units for claim in unit.claims), self.years)

    @cached_property
    def years(self) -> frozenset[int]:
        """The years that documents give."""
        return self.group.years

    @cached_property
    def paths(self) -> frozenset[str]:
        """The documents that speak of it."""
        return frozenset(unit.path for unit in self.group.units)

    @cached_property
    def tables(self) -> frozenset[str]:
        """The files of records that have it."""
        return frozenset(unit.path for unit in self.group.units if unit.subject.part)


@dataclass(frozen=True, slots=True)
class Join:
    """That a node is the subject of another one: whether that is sure, and why."""

    centre: int
    sure: bool
    why: str


@dataclass(frozen=True, slots=True)
class Edge:
    """Two nodes that can be one: how much speaks for it, in ascending order of what counts, and in words.

    `against` says why they are not joined by themselves.
    """

    rank: tuple[bool, int, int]
    why: str
    against: str = ""

    @property
    def sure(self) -> bool:
        """Whether the two are one."""
        return self.rank[0]


@dataclass(frozen=True, slots=True)
class Joined:
    """Which nodes are joined to which, the pairs that look alike and were not, and how many pairs were looked at."""

    joins: dict[int, Join]
    left: dict[Pair, Edge]
    pairs: int


def joined(nodes: Sequence[Node], habits: Habits, declared: Declared) -> Joined:
    """Return which of the nodes are one.

    The nodes that most documents speak of become centres; every other one goes to the centre that fits it best. A node
    that fits two centres which cannot be one themselves is not joined.
    """
    joins = _declared(nodes, declared)
    forms = {node.number: form for node in nodes if (form := form_of(node.key[0], node.names, habits)) is not None}
    edges: dict[int, dict[int, Edge]] = defaultdict(dict)
    by_kind: dict[str, dict[int, Form]] = defaultdict(dict)
    for number, form in forms.items():
        by_kind[nodes[number].key[0]][number] = form
    pairs = {pair for of_kind in by_kind.values() for pair in candidates(of_kind)}
    for a, b in pairs:
        edge = _edge(nodes[a], nodes[b], forms[a], forms[b], declared)
        if edge is not None:
            edges[a][b] = edges[b][a] = edge
    order = sorted(edges, key=lambda n: (-len(nodes[n].group.units), -len(nodes[n].key[1]), nodes[n].key))
    members: dict[int, list[Node]] = defaultdict(list)
    for number, join in joins.items():
        members[join.centre].append(nodes[number])
    done: set[int] = {*joins, *members}
    for number in order:
        if number not in done:
            open_to = {
                other
                for other in edges[number]
                if other in done
                and other not in joins
                and not edges[number][other].against
                and not any(_excluded(nodes[number], each, declared) for each in (nodes[other], *members[other]))
            }
            best = _best(number, edges, open_to)
            if best is not None:
                joins[number] = best
                members[best.centre].append(nodes[number])
        done.add(number)
    return Joined(joins, _left(edges, joins), len(pairs))


def _excluded(a: Node, b: Node, declared: Declared) -> bool:
    """Tell whether two nodes cannot be one: rows of one table, of one name but told apart, or declared different."""
    if a.bare == b.bare or (a.tables and a.tables & b.tables):
        return True
    return bool(declared.different) and declared.differ(a.bare[1], b.bare[1], (a.years, b.years))


def candidates(forms: Mapping[int, Form]) -> set[Pair]:
    """Return the pairs of numbers whose names share a key that few share; their number grows as that of names does."""
    found: set[Pair] = set()
    near: dict[str, int | list[int]] = {}
    whole: dict[str, int | list[int]] = {}
    asked: dict[str, int | list[int]] = {}
    for number, form in forms.items():
        for table, keys in zip((near, whole, asked), blocks(form), strict=True):
            for key in keys:
                _put(table, key, number)
    for block in near.values():
        if isinstance(block, list) and len(block) <= _MOST_IN_BLOCK:
            found.update(combinations(block, 2))
    for key in asked.keys() & whole.keys():
        askers, owners = _few(asked[key]), _few(whole[key])
        found.update((min(a, b), max(a, b)) for a in askers for b in owners if a != b)
    return found


def _few(block: int | list[int]) -> list[int]:
    """Return the numbers of a block, none of one that too many share."""
    if isinstance(block, int):
        return [block]
    return block if len(block) <= _MOST_IN_BLOCK else []


def _put(table: dict[str, int | list[int]], key: str, number: int) -> None:
    """Add a number to a block; most have one member only, and need no list."""
    block = table.get(key)
    if block is None:
        table[key] = number
    elif isinstance(block, int):
        table[key] = [block, number]
    elif len(block) <= _MOST_IN_BLOCK:
        block.append(number)


def _declared(nodes: Sequence[Node], declared: Declared) -> dict[int, Join]:
    joins: dict[int, Join] = {}
    for names in declared.same:
        meant = [n for n in nodes if any(each.names(n.bare[1], n.group.years) for each in names)]
        by_kind: dict[str, list[Node]] = defaultdict(list)
        for node in meant:
            by_kind[node.key[0]].append(node)
        for of_kind in by_kind.values():
            centre = min(of_kind, key=lambda node: (-len(node.group.units), -len(node.key[1]), node.key))
            joins |= {n.number: Join(centre.number, True, "declared") for n in of_kind if n is not centre}
    return joins


def _edge(a: Node, b: Node, x: Form, y: Form, declared: Declared) -> Edge | None:
    """Return how two nodes may be one; None where their names or what is said of them cannot be of one."""
    if a.key[0] == "work" and (gap(a.years, b.years) or 0) > _SAME_PEOPLE:
        return None
    law, why = alike(x, y)
    if law is Alike.NOT or _excluded(a, b, declared):
        return None
    evidence = compare(a.profile, b.profile)
    verdict = _of_work(law, evidence, x) if a.key[0] == "work" else _of_others(a.key[0], law, evidence)
    if verdict is None:
        return None
    told = "; ".join(part for part in (why, evidence.words) if part)
    strength = 4 * bool(evidence.people) + 2 * len(evidence.agree) + (evidence.gap == 0)
    rank = (verdict == "sure", int(law), strength)
    if law is not Alike.SAME and a.paths & b.paths:
        return Edge((False, *rank[1:]), told, "one document speaks of both")
    against = "" if verdict != "listed" else _against(evidence)
    return Edge(rank, told, against)


def _against(evidence: Evidence) -> str:
    if evidence.contradict:
        return f"{' and '.join(evidence.contradict)} contradict"
    return "nothing else speaks for it"


def _of_work(law: Alike, evidence: Evidence, form: Form) -> str | None:
    """Return "sure", "likely", "listed" or None for two titles: years and people decide."""
    apart, people = evidence.gap, evidence.people
    if people is False or (apart is not None and apart > (_SAME_PEOPLE if people else 1)):
        return None
    near = apart is not None and apart <= 1
    if people and near:
        return "sure"
    if law is Alike.SAME:
        long = max(map(len, getattr(form, "titles", ())), default=0) > _LONG_TITLE
        return "sure" if people or near or long else "likely"
    if law is Alike.CAN_BE:
        return "likely"
    if people or (near and evidence.agree):
        return "likely"
    return None if evidence.contradict else "listed"


def _of_others(kind: str, law: Alike, evidence: Evidence) -> str | None:
    """Return "sure", "likely", "listed" or None for two names of people, organisations, places or events."""
    if kind == "event" and evidence.gap:
        return None
    if law is Alike.SAME:
        return "sure"
    agree = len(evidence.agree) + bool(evidence.people)
    if law is Alike.CAN_BE:
        return "sure" if agree > 1 and not evidence.contradict else "likely"
    return "likely" if agree and not evidence.contradict else "listed"


def _best(number: int, edges: Mapping[int, Mapping[int, Edge]], open_to: Collection[int]) -> Join | None:
    """Return the centre that a node belongs to; None where there is none, or two that cannot be one."""
    fits = [(edges[number][other], other) for other in open_to if not edges[number][other].against]
    if not fits:
        return None
    edge, centre = max(fits, key=lambda row: (row[0].rank, -row[1]))
    rivals = [other for each, other in fits if other != centre and each.rank == edge.rank]
    if any(other not in edges[centre] for other in rivals):
        return None
    return Join(centre, edge.sure, edge.why)


def _left(edges: Mapping[int, Mapping[int, Edge]], joins: Mapping[int, Join]) -> dict[Pair, Edge]:
    """Return the edges between nodes that have not come together."""
    centre = {number: join.centre for number, join in joins.items()}
    return {
        (a, b): edge
        for a, of in edges.items()
        for b, edge in of.items()
        if a < b and centre.get(a, a) != centre.get(b, b)
    }
