"""Omission from a document's own list: somebody whom its text credits and its labelled list leaves out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from factcheck.codes import OMITTED
from factcheck.model import Claim, Finding, Qualifiers, Side
from factcheck.reconcile.two_sided import Keys, two_sided
from factcheck.ruleset import Rule
from factcheck.values import Item, Likeness, Listed, Relation

_LISTS = frozenset({"label", "table", "record"})
_FULL_NAME = 2  # words, from which on a name can be missed


def omissions(claims: Iterable[Claim], rule: Rule, keys: Keys, qualifiers: Qualifiers) -> Iterator[Finding]:
    """Yield a note for each document whose prose credits somebody whom its own list does not name.

    `claims` are those of one fact; a name that is spelt much like one of the list is no omission.
    """
    if rule.kind != "name" or not rule.find.labels:
        return
    by_source: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.path is not None and not claim.caveats and not claim.settled:
            by_source[claim.path].append(claim)
    for _, of_source in sorted(by_source.items()):
        listed = [claim for claim in of_source if claim.form in _LISTS]
        items = [item for claim in listed for item in _items(claim)]
        said: set[str] = set()
        for claim in (claim for claim in of_source if claim.form == "prose" and listed):
            for item in _items(claim):
                if item.key not in said and _is_missing(item, items):
                    said.add(item.key)
                    yield _finding(claim, item, listed, rule, keys, qualifiers)


def _items(claim: Claim) -> Sequence[Item]:
    return claim.value.items if isinstance(claim.value, Listed) else ()


def _is_missing(item: Item, items: Sequence[Item]) -> bool:
    full = len(item.key.split()) >= _FULL_NAME
    return full and all(item.likeness(other)[0] is Likeness.DIFFERENT for other in items)


def _finding(
    claim: Claim, item: Item, listed: Sequence[Claim], rule: Rule, keys: Keys, qualifiers: Qualifiers
) -> Finding:
    role = rule.id.partition(".")[2].replace("_", " ")
    return two_sided(
        OMITTED,
        rule.id,
        keys,
        qualifiers,
        (Side((claim,), f"name:{item.key}"), Side(tuple(listed), listed[0].value.reading)),
        status=Relation.INCOMPLETE,
        severity="note",
        message=f"{item.text} is {role} in the text, and not in the list",
        why="one document names more people than its own list",
    )
