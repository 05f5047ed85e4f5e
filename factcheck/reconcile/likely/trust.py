"""How far each source is to be trusted, told from how its claims stand to those of others.

Truth and trust are estimated in turns (expectation and maximisation, as in Dawid and Skene 1979 and all truth discovery
since Yin, Han and Yu, KDD 2007). Three things are our own or seldom done:

- A source is judged by what the others say without it and its copies, so that nobody confirms himself: the chance that
  the others give its claim, over the chance that they would give the truth.
- What little is known of a source is filled up from those like it: a source's say on one field from all that it says,
  a source from its group, a group from all (Rekatsinas et al., SIGMOD 2017, learn trust from such features too).
- How often two false claims agree (`luck`) is counted, not assumed; it tells how much a vote is worth.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from factcheck.reconcile.likely.ballot import ALL, Ballot, Ingredients, Rates, Seat, Tally, Trust
from factcheck.reconcile.likely.copies import copies_of, in_lockstep, one_voice
from factcheck.reconcile.likely.plain import Plain
from factcheck.reconcile.likely.scores import chances, heard, totals

PRIOR = Rates(0.65, 0.1, 0.25)  # of a claim of which nothing is known
_OF_ALL, _OF_GROUP, _OF_SOURCE, _OF_FIELD, _OF_WORD = 10.0, 10.0, 20.0, 100.0, 4.0  # what priors count, in claims
_LUCK, _LUCK_PAIRS, _MOST_LUCK = 0.1, 10.0, 2 / 3
_ROUNDS, _STILL = 12, 0.002
_SAMPLE = 50_000  # votes by which trust is found before all are counted
_LAST_ROUNDS = 2


def estimate(
    ballots: Sequence[Ballot],
    seats: Sequence[Seat],
    kin: Sequence[tuple[str, str, str]] = (),
    use: Ingredients = ALL,
) -> Trust:
    """Return what the ballots tell of the sources: see `weighed`."""
    return weighed(ballots, seats, kin, use)[0]


def weighed(
    ballots: Sequence[Ballot],
    seats: Sequence[Seat],
    kin: Sequence[tuple[str, str, str]] = (),
    use: Ingredients = ALL,
) -> tuple[Trust, Plain]:
    """Return what the ballots tell of the sources, and the plain ones among those that were counted last.

    `kin` are pairs of sources known to copy, each with the reason. Neither the order of ballots nor that of seats
    matters where both are sorted. Of very many votes a part, spread evenly, is counted until the figures stand still,
    then all of them twice.
    """
    start = _at_first(ballots, seats, kin)
    if not use.trust:
        return start, Plain.of((), start)
    votes = sum(len(ballot.votes) for ballot in ballots)
    step = -(-votes // _SAMPLE)
    sample = ballots if step <= 1 else ballots[::step]
    abreast = in_lockstep(sample, seats) if use.copies else ()
    first = replace(start, voices=one_voice(seats, (*start.copies, *abreast))) if abreast else start
    trust, plain = _settled(sample, first, _ROUNDS, use)
    copies = copies_of(sample if use.copies else (), trust, kin)
    before, trust = trust.voices, replace(trust, voices=one_voice(seats, copies), copies=copies)
    if trust.voices != before:
        trust, plain = _settled(sample, trust, _ROUNDS, use)
    return (trust, plain) if step <= 1 else _settled(ballots, trust, _LAST_ROUNDS, use)


def _at_first(ballots: Sequence[Ballot], seats: Sequence[Seat], kin: Sequence[tuple[str, str, str]]) -> Trust:
    kinds = sorted({ballot.kind for ballot in ballots})
    copies = copies_of((), None, kin)
    return Trust(
        seats,
        [PRIOR] * len(seats),
        one_voice(seats, copies),
        dict.fromkeys(kinds, _LUCK),
        dict.fromkeys(kinds, PRIOR),
        {},
        {},
        copies,
    )


def _settled(ballots: Sequence[Ballot], trust: Trust, rounds: int, use: Ingredients) -> tuple[Trust, Plain]:
    """Take turns until nothing moves, or for so many rounds."""
    plain = Plain.of(ballots if use.others else (), trust)
    rest = [ballot for ballot in ballots if not plain.takes(ballot)]
    for _ in range(rounds):
        count = Count(trust, use)
        for ballot in rest:
            count.add(ballot)
        plain.count(count, trust)
        before, trust = trust, count.trust()
        if _moved(before, trust) < _STILL:
            break
    return trust, plain


def _moved(before: Trust, after: Trust) -> float:
    return max((abs(a.right - b.right) for a, b in zip(before.rates, after.rates, strict=True)), default=0.0)


@dataclass
class Count:
    """What one round counts, on the trust of the round before."""

    trust_before: Trust
    use: Ingredients = ALL
    seats: list[Tally] = field(default_factory=list)
    words: dict[tuple[str, str], Tally] = field(default_factory=lambda: defaultdict(Tally))
    kinds: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    agree: Counter[str] = field(default_factory=Counter)
    pairs: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        self.seats = [Tally() for _ in self.trust_before.seats]

    def add(self, ballot: Ballot) -> None:
        """Count the votes on one fact."""
        trust, values = self.trust_before, len(ballot.values)
        rows = heard(ballot, trust)
        luck = trust.luck[ballot.kind]
        size = 2 * values if ballot.regions else values
        whole = totals(rows, size)
        if ballot.known is None:
            self._wrong_pairs(ballot, chances(whole, values, luck))
            if len(rows) < 2:
                return  # nobody else speaks of it
        others = {voice: self._others(ballot, whole, row, luck) for voice, row in rows.items()}
        for vote in ballot.votes:
            likely = others[trust.voices[vote.seat]]
            right, wide = likely[vote.value], likely[values + vote.value] if ballot.regions else 0.0
            for other in ballot.backed[vote.value] if ballot.backed else ():
                if other.within:
                    right += likely[other.value]
                else:
                    wide += likely[other.value] * other.far
            total = sum(each * each for each in likely) if self.use.others else 1.0
            self.seats[vote.seat].add(right, wide, total)
            self.kinds[ballot.kind].add(right, wide, total)
            if ballot.recurring:
                self.words[ballot.kind, ballot.values[vote.value]].add(right, wide, total)

    def _others(self, ballot: Ballot, whole: Sequence[float], row: Sequence[float], luck: float) -> list[float]:
        """Return how likely each value is without a voice; what is known to be true is so whoever says it."""
        if ballot.known is not None:
            return [float(n == ballot.known) for n in range(len(whole))]
        said = [a - b for a, b in zip(whole, row, strict=True)] if self.use.others else whole
        return chances(said, len(ballot.values), luck)

    def _wrong_pairs(self, ballot: Ballot, likely: Sequence[float]) -> None:
        """Count pairs of voices that are both wrong, and those among them that agree, by how likely each value is."""
        voices = Counter((self.trust_before.voices[vote.seat], vote.value) for vote in ballot.votes)
        counts = Counter(value for _, value in voices)
        for value in range(len(ballot.values)):
            wrong = [count for other, count in counts.items() if other != value]
            several = sum(wrong)
            if several > 1:
                self.pairs[ballot.kind] += likely[value] * several * (several - 1)  # type: ignore[assignment]
                self.agree[ballot.kind] += likely[value] * sum(n * (n - 1) for n in wrong)  # type: ignore[assignment]

    def trust(self) -> Trust:
        """Return the trust that follows: each rate from what was counted, filled up from the level above."""
        before = self.trust_before
        usual = {kind: self.kinds[kind].rates(PRIOR, _OF_ALL) for kind in before.luck}
        everything, groups, sources = Tally(), defaultdict[str, Tally](Tally), defaultdict[str, Tally](Tally)
        for seat, tally in zip(before.seats, self.seats, strict=True):
            for level in (everything, groups[seat.group], sources[seat.source]):
                level.add(tally.right, tally.wide, tally.total)
        base = everything.rates(PRIOR, _OF_ALL)
        of_group = {group: tally.rates(base, _OF_GROUP) for group, tally in groups.items()}
        group_of = {seat.source: seat.group for seat in before.seats}
        of_source = {name: tally.rates(of_group[group_of[name]], _OF_SOURCE) for name, tally in sources.items()}
        rates = [
            tally.rates(of_source[seat.source], _OF_FIELD) for seat, tally in zip(before.seats, self.seats, strict=True)
        ]
        luck = {kind: self._luck(kind) for kind in before.luck} if self.use.luck else before.luck
        return replace(
            before,
            rates=rates,
            luck=luck,
            usual=usual,
            words={key: tally.rates(usual[key[0]], _OF_WORD) for key, tally in self.words.items()},
            sources={name: (of_source[name], tally.total) for name, tally in sources.items()},
        )

    def _luck(self, kind: str) -> float:
        found = (self.agree[kind] + _LUCK * _LUCK_PAIRS) / (self.pairs[kind] + _LUCK_PAIRS)
        return min(_MOST_LUCK, found)
