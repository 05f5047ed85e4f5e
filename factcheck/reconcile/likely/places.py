"""Which of the words that are said of many subjects stand for a region, and what lies in it, told from the claims.

Where two words are given for one subject, one of them may be the wider: "California" beside "Los Angeles". The wider
stands beside more different words (subsumption, Sanderson and Croft, SIGIR 1999), and meets the same narrower ones
again, more often than chance brings the two together.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from math import exp, log

_FEW, _NARROWER, _AGAIN, _MEETINGS = 3.0, 0.2, 0.5, 10.0  # priors: encounters; shares; meetings
_SURE = 0.98
_WORTH = 0.1


@dataclass(frozen=True)
class Places:
    """`inside[narrow]` are the wider words with how sure that is, `regions` how often a word is the wider one."""

    inside: dict[str, dict[str, float]] = field(default_factory=dict)
    regions: dict[str, float] = field(default_factory=dict)


def places(facts: Iterable[Sequence[str]]) -> Places:
    """Return what lies in what, from the different words that are said of each subject."""
    met: Counter[tuple[str, str]] = Counter()
    meetings: Counter[str] = Counter()
    said: Counter[str] = Counter()
    beside: dict[str, set[str]] = defaultdict(set)
    subjects = 0
    for words in facts:
        subjects += 1
        said.update(words)
        if len(words) > 1:
            meetings.update(words)
            for one in words:
                beside[one].update(words)
                met.update((one, other) for other in words if other != one)
    wider = {pair: times for pair, times in met.items() if len(beside[pair[0]]) < len(beside[pair[1]])}
    chance = {word: times / subjects for word, times in said.items()}
    regions = _regions(met, wider, meetings, chance)
    inside: dict[str, dict[str, float]] = defaultdict(dict)
    for (narrow, wide), times in sorted(wider.items()):
        sure = _sure(times, meetings[narrow], regions[wide], min(0.5, chance[wide]))
        if sure > _WORTH:
            inside[narrow][wide] = sure
    return Places(dict(inside), regions)


def _regions(
    met: Counter[tuple[str, str]],
    wider: dict[tuple[str, str], int],
    meetings: Counter[str],
    chance: dict[str, float],
) -> dict[str, float]:
    """Return how often each word stands beside a narrower one, as far as that is more than chance."""
    all_times: Counter[str] = Counter()
    narrower: Counter[str] = Counter()
    again: Counter[str] = Counter()
    could: Counter[str] = Counter()
    for (_, wide), times in met.items():
        all_times[wide] += times
    for (narrow, wide), times in wider.items():
        narrower[wide] += times
        again[wide] += times * (times - 1)
        could[wide] += times * (meetings[narrow] - 1)
    made = {}
    for word in sorted(all_times):
        repeated = (again[word] + _AGAIN * _MEETINGS) / (could[word] + _MEETINGS)
        more_than_chance = max(0.0, 1 - chance[word] / repeated)
        share = (narrower[word] + _NARROWER * _FEW) / (all_times[word] + _FEW)
        made[word] = min(_SURE, max(1 - _SURE, share * more_than_chance))
    return made


def _sure(times: int, meetings: int, region: float, chance: float) -> float:
    """Return how sure it is that the narrow word lies in the wide one, beside which it stands so many times."""
    odds = log(region / (1 - region))
    if meetings > 1:
        rate = (times + 0.5) / (meetings + 1)
        evidence = (times - 1) * log(rate / chance) + (meetings - times) * log((1 - rate) / (1 - chance))
        odds += evidence if rate > chance else -abs(evidence)  # to meet less than by chance speaks against it
    return 1 / (1 + exp(-max(-30.0, min(30.0, odds))))
