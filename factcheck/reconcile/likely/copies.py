"""Who copies whom: sources that share more errors than chance explains, or are known to be one, have one voice.

Agreement on the truth proves nothing; two sources that share a false value which few others give had hardly found it
each by himself (Dong, Berti-Equille and Srivastava, VLDB 2009). Who copied from whom does not matter here: one of them
speaks.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations
from math import exp, log

from factcheck.model import Copy
from factcheck.reconcile.likely.ballot import Ballot, Seat, Trust
from factcheck.reconcile.likely.scores import chances, heard, totals

_COPIED = 0.8  # of what a copying source says
_FEW = -5.0  # log odds that two sources copy before anything is known of them
_LIKELY = 0.5
_SHARED_AT_LEAST = 3  # doubtful values
_DOUBTFUL = 0.3  # a value that is likelier than that may be shared by all who are right
_ALWAYS, _BY_ITSELF = 0.95, 0.65  # how often sources in lockstep go together, and how often any two at most
_STEP = log(1 - _ALWAYS + _ALWAYS / _BY_ITSELF)  # what it says for lockstep that two go together once more
_MANY = 12  # a value that more sources give is no rare one, and pairs of all of them would be too many


def copies_of(ballots: Iterable[Ballot], trust: Trust | None, kin: Sequence[tuple[str, str, str]]) -> tuple[Copy, ...]:
    """Return the pairs of sources that seem to copy, surest first, after those that are known to."""
    known = [Copy(min(one, other), max(one, other), 1.0, why) for one, other, why in kin if one != other]
    found = [] if trust is None else _by_shared_errors(ballots, trust)
    told = {(copy.one, copy.other) for copy in known}
    rest = [copy for copy in found if (copy.one, copy.other) not in told]
    return (*sorted(set(known)), *sorted(rest, key=lambda copy: (-copy.sure, copy.one, copy.other)))


def in_lockstep(ballots: Iterable[Ballot], seats: Sequence[Seat]) -> tuple[Copy, ...]:
    """Return the pairs of sources that go together wherever others differ, whoever may be right.

    They are not copies yet: sources that are always right go together too. But as long as nothing is known of anybody,
    five mirrors of one source must not outvote the others, or they would be taken for five that are always right.
    """
    contested = [ballot for ballot in ballots if len(ballot.values) > 1 and ballot.known is None]
    names = sorted({seat.source for seat in seats})
    number = {name: n for n, name in enumerate(names)}
    source = [number[seat.source] for seat in seats]
    together: Counter[tuple[int, int]] = Counter()
    for ballot in contested:
        giving: list[list[int]] = [[] for _ in ballot.values]
        for seat, value, _ in ballot.votes:
            giving[value].append(source[seat])
        for each in giving:
            if 1 < len(each) <= _MANY:
                each.sort()
                together.update(combinations(each, 2))
    least = -_FEW / _STEP
    often = {(names[a], names[b]): times for (a, b), times in together.items() if times > least and a != b}
    frequent = sorted(often)
    apart = _apart(contested, seats, frequent)
    odds = {pair: often[pair] * _STEP + apart[pair] * log(1 - _ALWAYS) + _FEW for pair in frequent}
    made = [Copy(*pair, 1 / (1 + exp(-min(50.0, each))), "in lockstep") for pair, each in odds.items() if each > 0]
    return tuple(sorted(made, key=lambda copy: (-copy.sure, copy.one, copy.other)))


def _by_shared_errors(ballots: Iterable[Ballot], trust: Trust) -> list[Copy]:
    odds: dict[tuple[str, str], float] = defaultdict(float)
    shared: dict[tuple[str, str], list[float]] = defaultdict(lambda: [0, 0.0])
    contested = [ballot for ballot in ballots if len(ballot.values) > 1 and ballot.known is None]
    for ballot in contested:
        whole = totals(heard(ballot, trust), len(ballot.values) * (2 if ballot.regions else 1))
        likely = chances(whole, len(ballot.values), trust.luck[ballot.kind])
        for one, other, true, often in _together(ballot, likely, trust):
            pair = (trust.seats[one].source, trust.seats[other].source)
            right = (trust.rates[one].right + trust.rates[other].right) / 2
            by_chance = max(trust.luck[ballot.kind], often) * (1 - right)
            odds[pair] += log(1 - _COPIED + _COPIED * (true / right + (1 - true) / by_chance))
            shared[pair][0] += 1
            shared[pair][1] += 1 - true
    frequent = [pair for pair, (times, _) in shared.items() if times >= _SHARED_AT_LEAST and odds[pair] + _FEW > 0]
    apart = _apart(contested, trust.seats, frequent)
    made = []
    for pair in frequent:
        times, errors = shared[pair]
        weighed = _FEW + odds[pair] + apart[pair] * log(1 - _COPIED)
        sure = 1 / (1 + exp(-max(-50.0, min(50.0, weighed))))
        if sure > _LIKELY:
            why = f"the same doubtful value in {times:.0f} facts, {errors:.1f} of them expected to be wrong"
            made.append(Copy(pair[0], pair[1], round(sure, 4), why))
    return made


def _together(ballot: Ballot, likely: Sequence[float], trust: Trust) -> Iterable[tuple[int, int, float, float]]:
    """Yield every two seats that give one rare value, how likely that is, and which part of the others give it too."""
    seats: dict[int, list[int]] = defaultdict(list)
    for vote in ballot.votes:
        seats[vote.value].append(vote.seat)
    for value, giving in sorted(seats.items()):
        if 1 < len(giving) <= _MANY and likely[value] < _DOUBTFUL:
            often = (len(giving) - 2) / max(1, len(ballot.votes) - 2)
            for one, other in combinations(sorted(giving, key=lambda seat: trust.seats[seat].source), 2):
                if trust.seats[one].source != trust.seats[other].source:
                    yield one, other, likely[value], often


def _apart(
    ballots: Sequence[Ballot], seats: Sequence[Seat], pairs: Sequence[tuple[str, str]]
) -> dict[tuple[str, str], int]:
    """Return how often sources that share a value elsewhere give different ones."""
    said: dict[str, dict[int, set[int]]] = defaultdict(lambda: defaultdict(set))
    for number, ballot in enumerate(ballots if pairs else ()):
        for vote in ballot.votes:
            said[seats[vote.seat].source][number].add(vote.value)
    made = {}
    for one, other in pairs:
        a, b = sorted((said[one], said[other]), key=len)
        made[one, other] = sum(1 for number, values in a.items() if number in b and not values & b[number])
    return made


def one_voice(seats: Sequence[Seat], copies: Sequence[Copy]) -> list[int]:
    """Return the number of the voice of each seat: one for all sources that copy one another.

    Groups grow from the surest pair; two groups become one where on average their members copy one another, so that
    no chain joins what is unlike.
    """
    sure = {(copy.one, copy.other): copy.sure for copy in copies}
    members: dict[str, set[str]] = {}
    for copy in copies:
        ours, theirs = (members.setdefault(name, {name}) for name in (copy.one, copy.other))
        if ours is theirs:
            continue
        between = [sure.get((min(a, b), max(a, b)), 0.0) for a in sorted(ours) for b in sorted(theirs)]
        if copy.sure == 1 or sum(between) > _LIKELY * len(between):
            joined = ours | theirs
            members.update(dict.fromkeys(joined, joined))
    numbers: dict[str, int] = {}
    for seat in seats:
        name = min(members.get(seat.source, {seat.source}))
        numbers.setdefault(name, len(numbers))
    return [numbers[min(members.get(seat.source, {seat.source}))] for seat in seats]
