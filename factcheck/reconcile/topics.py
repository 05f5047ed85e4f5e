"""What documents are about, joined by the places that they share: the topic of most documents first.

Each topic goes to one place-and-kind only, and that to the topics that have it: a star, never a chain. Reports of
one kind from one place that were written weeks apart are of different events.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from heapq import heapify, heappop, heappush

Key = tuple[str, str]
_SEVERAL = 3
_WEEK = 7  # days between two reports, after which they are of another event


@dataclass(frozen=True, slots=True)
class Topic:
    """The event that a document is about, by every key that it could have, and the day of the document if known."""

    keys: frozenset[Key]
    told: str = ""


def shared(topics: Iterable[Topic]) -> dict[Topic, Key]:
    """Return the key under which each topic goes; the same for every order of them.

    The key that most topics have takes them all, with those that have another key of most of these; then the next
    takes what is left (a greedy cover, Chvátal 1979).
    What is left of a key goes with another where each shares a place with one of those that was told on its own day, or
    without a day has no place that one of those has not.
    Where those of one key were told in several stretches of days, each stretch has its first day in the key, and
    topics without a day go by a place of their own.
    """
    having: dict[Key, set[Topic]] = defaultdict(set)
    for topic in topics:
        for key in topic.keys:
            having[key].add(topic)
    found: dict[Topic, Key] = {}
    largest = [(-len(of), -len(key[1]), key) for key, of in having.items()]
    heapify(largest)
    while largest:
        size, length, key = heappop(largest)
        left = {topic for topic in having[key] if topic not in found}
        if len(left) < -size:  # some have gone elsewhere since
            if left:
                heappush(largest, (-len(left), length, key))
            continue
        beside = set.intersection(*(_told_beside(topic, having, found) for topic in left))
        if len(beside) == 1:
            found |= dict.fromkeys(left, beside.pop())
            continue
        found |= _by_days(key, left | {topic for common in _common(left) for topic in having[common] - found.keys()})
    return found


def _told_beside(topic: Topic, having: Mapping[Key, set[Topic]], found: Mapping[Topic, Key]) -> set[Key]:
    """Return where those went that share a key with a topic and were told on its very day, or have all of its keys."""
    if topic.told:
        return {found[other] for key in topic.keys for other in having[key] & found.keys() if other.told == topic.told}
    all_of_them = set.intersection(*(having[key] for key in topic.keys))
    return {found[other] for other in all_of_them & found.keys()}


def _common(topics: set[Topic]) -> Iterator[Key]:
    """Yield the keys that half of the topics have, and several: whoever has one of these is about the same."""
    counts = Counter(key for topic in topics for key in topic.keys)
    return (key for key, number in counts.items() if number >= _SEVERAL and 2 * number >= len(topics))


def _by_days(key: Key, topics: set[Topic]) -> dict[Topic, Key]:
    stretches: list[list[str]] = []
    for day in sorted({topic.told for topic in topics if topic.told}):
        if stretches and (date.fromisoformat(day) - date.fromisoformat(stretches[-1][-1])).days <= _WEEK:
            stretches[-1].append(day)
        else:
            stretches.append([day])
    if len(stretches) < 2:
        return dict.fromkeys(topics, key)
    first = {day: stretch[0] for stretch in stretches for day in stretch}
    return {t: (key[0], f"{key[1]} {first[t.told]}") if t.told else min(t.keys) for t in topics}
