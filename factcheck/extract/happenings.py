"""Events in a sentence: where the words of a rule pack's events stand, and whose events they are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from factcheck.extract.mask import Masked
from factcheck.extract.phrases import Wording
from factcheck.grammar import Found
from factcheck.ruleset import Event

_CLAUSE = re.compile(r"[;:.!?]")
_NEAR = 8  # words, within which the noun of a clause stands beside its verb


class Happening(NamedTuple):
    """An event that a sentence tells of: offsets in it, and whom the wording names.

    With `until_then` the words tell of what goes on up to the event.
    """

    start: int
    end: int
    event: Event
    until_then: bool
    who: str | None


@dataclass(frozen=True, eq=False)
class EventWording(Wording):
    """One wording of an event, compiled when it is first needed."""

    event: Event
    until_then: bool


def happenings(
    sentence: str, wordings: Iterable[EventWording], unless: Mapping[str, Sequence[Wording]]
) -> list[Happening]:
    """Return the events of a sentence in order; of two that overlap the longer, and none beside an `unless`."""
    whole: Masked[Found] = Masked(sentence, ())
    found = [
        Happening(match.start, match.end, wording.event, wording.until_then, match.slots.get("who"))
        for wording in wordings
        for match in wording.matches(whole)
    ]
    events = {each.event.id for each in found}
    ruled_out = [(id, m.start, m.end) for id in events for each in unless[id] for m in each.matches(whole)]
    kept: list[Happening] = []
    for each in sorted(found, key=lambda each: (each.start - each.end, each.start, each.until_then, each.event.id)):
        clear = all(each.end <= other.start or other.end <= each.start for other in kept)
        if clear and not any(id == each.event.id and a < each.end and each.start < b for id, a, b in ruled_out):
            kept.append(each)
    return list(_with_their_nouns(sentence, sorted(kept, key=lambda each: each.start)))


def _with_their_nouns(sentence: str, found: Sequence[Happening]) -> Iterator[Happening]:
    """Yield the events beside which stands a noun that their words need, in the same clause."""
    ends = [0, *(each.end for each in found)]
    starts = [*(each.start for each in found[1:]), len(sentence)]
    for each, (low, high) in zip(found, zip(ends, starts, strict=False), strict=False):
        before = _CLAUSE.split(sentence[low : each.start])[-1].split()[-_NEAR:]
        after = _CLAUSE.split(sentence[each.end : high])[0].split()[:_NEAR]
        words = {word.strip("\"'(),").removesuffix("'s").lower() for word in (*before, *after)}
        if not each.event.near or words.intersection(map(str.lower, each.event.near)):
            yield each


def clear_between(found: Sequence[Happening], start: int, end: int) -> bool:
    """Tell whether two events, by where they start, have none between them."""
    return any({a.start, b.start} == {start, end} for a, b in pairwise(found))
