"""The order of events: what dates say of two events whose order is told, what follows from several orders, and what
cannot be.

Events are nodes, an order is an edge from the earlier to the later one. Only events whose order somebody tells are
looked at, so that nothing grows with the square of all claims.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations, pairwise, permutations
from typing import NamedTuple

from factcheck.model import BESIDE, Claim, Key, Subject
from factcheck.reconcile.derive import roots_of, vagueness
from factcheck.reconcile.link import Linker
from factcheck.ruleset import Ruleset
from factcheck.ruleset.pack import ORDER
from factcheck.values import Ordered, Precedence
from factcheck.values.value import order_value

_MOST = 50  # events that are told in one connected story; beyond that circles are not looked for


class Node(NamedTuple):
    """An event of a subject."""

    event: str
    subject: Key


Dates = Mapping[Node, Sequence[Claim]]
Edges = dict[Node, dict[Node, tuple[Claim, ...]]]


@dataclass
class Story:
    """Events that are connected by the orders that documents tell, and the claims that tell them."""

    subjects: dict[Node, Subject] = field(default_factory=dict)
    told: dict[tuple[Node, Node], list[Claim]] = field(default_factory=lambda: defaultdict(list))


def derived_orders(claims: Sequence[Claim], ruleset: Ruleset, linker: Linker) -> Iterator[Claim]:
    """Yield the orders that follow for pairs of events whose order is told: from their dates, and from other orders.

    Dates put two events in order where every date of the one lies before every date of the other; it follows from the
    sharpest of each.
    """
    stories = _stories([claim for claim in claims if claim.value.kind == ORDER], linker)
    if not stories:
        return
    dates = _dates(claims, ruleset, linker)
    laws = {(order.first, order.then) for order in ruleset.order}
    for story in stories:
        for one, other in sorted({(min(pair), max(pair)) for pair in story.told}):
            found = _by_date(one, other, dates)
            if found is not None:
                yield _claim(story, *found, "dates")
        yield from _roundabout(story, dates, laws)


def nodes_of(claim: Claim, linker: Linker) -> tuple[Node, Node]:
    """Return the two events of an order, the earlier one first."""
    own = Node(claim.field, linker.key(claim.subject))
    assert claim.beside is not None
    other = Node(dict(claim.qualifiers)[BESIDE], linker.key(claim.beside))
    assert isinstance(claim.value, Ordered)
    return (own, other) if claim.value.bounds.literal.high < 0 else (other, own)


def _stories(orders: Iterable[Claim], linker: Linker) -> list[Story]:
    """Return the connected stories: events of one subject belong together, and so do events that are put in order."""
    story_of: dict[Key, Story] = {}
    for claim in orders:
        first, then = nodes_of(claim, linker)
        story = story_of.setdefault(first.subject, Story())
        other = story_of.get(then.subject, story)
        if other is not story:
            story.subjects |= other.subjects
            story.told |= other.told
            story_of |= {key: story for key, each in story_of.items() if each is other}
        story_of[then.subject] = story
        assert claim.beside is not None
        own = claim.field == first.event
        story.subjects |= {first: claim.subject if own else claim.beside, then: claim.beside if own else claim.subject}
        story.told[first, then].append(claim)
    return list({id(story): story for story in story_of.values()}.values())


def _dates(claims: Iterable[Claim], ruleset: Ruleset, linker: Linker) -> dict[Node, list[Claim]]:
    """Return the dates of events, where all of them are known."""
    events: dict[str, list[str]] = defaultdict(list)
    for event in ruleset.events:
        for name in event.date:
            events[name].append(event.id)
    dates: dict[Node, list[Claim]] = defaultdict(list)
    for claim in claims:
        for id in events.get(claim.field, ()) if claim.value.kind == "date" else ():
            dates[Node(id, linker.key(claim.subject))].append(claim)
    return dates


def _by_date(one: Node, other: Node, dates: Dates) -> tuple[Node, Node, tuple[Claim, ...]] | None:
    """Return the earlier event, the later one and the dates that say so, or None where dates do not tell."""
    if one not in dates or other not in dates:
        return None
    for first, then in ((one, other), (other, one)):
        if max(map(_last, dates[first])) < min(map(_first, dates[then])):
            return first, then, (min(dates[first], key=vagueness), min(dates[then], key=vagueness))
    return None


def _roundabout(story: Story, dates: Dates, laws: Container[tuple[str, str]]) -> Iterator[Claim]:
    """Yield the order that other orders make together where it contradicts what is told: a circle of three or more.

    Two events that are told in both orders are a contradiction by themselves, and no part of a circle.
    """
    if len(story.subjects) > _MOST:
        return
    edges = _edges(story, dates, laws)
    seen: set[frozenset[Node]] = set()
    for first, then in sorted(story.told):
        path = _shortest(then, first, edges) if then in edges[first] else None
        if path is None or frozenset(path) in seen:
            continue
        seen.add(frozenset(path))
        sources = {claim.id: claim for a, b in pairwise(path) for claim in edges[a][b]}
        if sources:
            yield _claim(story, then, first, tuple(sources.values()), "order")


def _edges(story: Story, dates: Dates, laws: Container[tuple[str, str]]) -> Edges:
    """Return what comes before what, and the claims that say so: none where a rule pack does."""
    edges: Edges = defaultdict(dict)
    nodes = sorted(story.subjects)
    for first, then in permutations(nodes, 2):
        if first.subject == then.subject and (first.event, then.event) in laws:
            edges[first][then] = ()
    for one, other in combinations(nodes, 2):
        found = _by_date(one, other, dates)
        if found is not None:
            edges[found[0]][found[1]] = found[2]
    for (first, then), claims in story.told.items():
        if first not in edges[then] and (then, first) not in story.told:
            edges[first][then] = (claims[0],)
    return edges


def _shortest(start: Node, goal: Node, edges: Mapping[Node, Mapping[Node, object]]) -> list[Node] | None:
    """Return the shortest way between two events, both with it, or None."""
    before: dict[Node, Node | None] = {start: None}
    waiting = deque([start])
    while waiting:
        node = waiting.popleft()
        if node == goal:
            path = [node]
            while (previous := before[path[-1]]) is not None:
                path.append(previous)
            return path[::-1]
        for each in sorted(edges.get(node, ())):
            if each not in before:
                before[each] = node
                waiting.append(each)
    return None


def _claim(story: Story, first: Node, then: Node, sources: tuple[Claim, ...], how: str) -> Claim:
    own, other = sorted((first, then))
    return Claim(
        field=own.event,
        subject=story.subjects[own],
        value=order_value(Precedence(first.event, then.event), own.event),
        form="derived",
        rule=own.event,
        qualifiers=((BESIDE, other.event),),
        caveats=tuple(sorted({caveat for claim in sources for caveat in claim.caveats})),
        derived_from=tuple(claim.id for claim in sources),
        beside=story.subjects[other],
        how=how,
        roots=roots_of(sources),
    )


def _first(claim: Claim) -> float:
    """Return the first day that a date leniently allows."""
    assert isinstance(claim.value, Ordered)
    return claim.value.bounds.lenient.low


def _last(claim: Claim) -> float:
    """Return the last day that a date leniently allows."""
    assert isinstance(claim.value, Ordered)
    bounds = claim.value.bounds.lenient
    return bounds.high - bounds.high_open
