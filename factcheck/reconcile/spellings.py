"""Telling what linkage did: the spellings of a subject with the reasons for joining them, and what was left apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from factcheck.model import Resemblance, Spelling
from factcheck.reconcile.joining import Edge, Join, Node, Pair
from factcheck.reconcile.namesakes import Unit
from factcheck.reconcile.naming import exact_key

SAME_LETTERS = "same letters"
_YEARS = "the same name, but the years are far apart"


def spellings(members: Sequence[tuple[Node, Join | None]]) -> tuple[Spelling, ...]:
    """Return the names of a subject, the one that it is known by first, then by the number of their documents."""
    found: dict[tuple[str, str, bool], set[str]] = defaultdict(set)
    shown = next(node.name for node, join in members if join is None)
    for node, join in members:
        for number, unit in enumerate(node.group.units):
            doubtful = number in node.group.unsure
            sure = not doubtful and (join is None or join.sure)
            why = _YEARS if doubtful else _why(node, join, unit, shown)
            found[unit.title, why, sure].add(unit.path)
    rows = [Spelling(name, tuple(sorted(paths - {""})), why, sure) for (name, why, sure), paths in found.items()]
    return tuple(sorted(rows, key=lambda row: (bool(row.why), -len(row.paths), row.name, row.why)))


def _why(node: Node, join: Join | None, unit: Unit, shown: str) -> str:
    if join is not None:
        return join.why
    if unit.title == shown:
        return ""
    if exact_key(unit.kind, unit.title) == node.bare[1]:
        return SAME_LETTERS
    return f"short form used by {unit.path}" if unit.path else "short form"


def resembling(nodes: Sequence[Node], left: Mapping[Pair, Edge]) -> tuple[Resemblance, ...]:
    """Return the pairs of subjects that look like one, those for which most speaks first."""
    rows = []
    for (a, b), edge in left.items():
        one, two = sorted((nodes[a], nodes[b]), key=lambda node: (node.name, node.key))
        against = edge.against or "it could be another one as well"
        rows.append((edge.rank, Resemblance(one.about, (one.shown, two.shown), (one.key, two.key), edge.why, against)))
    rows.sort(key=lambda row: (tuple(-int(each) for each in row[0]), row[1].names, row[1].keys))
    return tuple(row for _, row in rows)
