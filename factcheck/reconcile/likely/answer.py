"""Which value the votes on one fact make likely, how sure that is, and why, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import log

from factcheck.model import Likely, Voice
from factcheck.reconcile.likely.ballot import Ballot, Trust
from factcheck.reconcile.likely.members import Known, Roll
from factcheck.reconcile.likely.scores import Row, chances, heard, totals
from factcheck.reconcile.likely.voting import Question, source_of
from factcheck.reconcile.sides import Statement
from factcheck.values import Listed, Ordered
from factcheck.values.calendar import iso
from factcheck.values.wording import allows, duration_words

TEMPER = 0.42  # of the log odds are believed: sources err together more often than is seen; fitted on bench/quality
_CLEAR = 2.0  # odds against the next value, from which on a fact is decided
_EVEN = 0.5


def of_choice(asked: Question, ballot: Ballot, trust: Trust) -> Likely:
    """Return the likely one of several values."""
    rows = heard(ballot, trust)
    values = len(ballot.values)
    scores = totals(rows, values * (2 if ballot.regions else 1))
    luck = trust.luck[ballot.kind]
    likely = chances(scores, values, luck)
    sure = chances(scores, values, luck, TEMPER)
    holds = _holding(ballot, sure) if ballot.regions else sure
    best = _finest(sure, holds) if ballot.regions else _best(ballot, likely)
    winner = _sharpest(asked.values[best][1])
    side = _side(asked, winner)
    backing = _backing(asked, ballot, side, best)
    voices = [(trust.voices[seat], value in backing) for seat, value, _ in ballot.votes]
    friends = {voice for voice, backs in voices if backs}
    next_best = max((holds[n] for n in range(values) if n != best and not _within(ballot, n, best)), default=0.0)
    support, against = len(friends), len({voice for voice, backs in voices if not backs})
    why_not = _why_not(holds[best], next_best, support, against)
    return Likely(
        value=_value(winner),
        reading=winner.value.reading,
        side=side,
        confidence=round(sure[best], 2),
        decided=not why_not,
        support=support,
        against=against,
        why=(why_not or _why(asked, best, ballot, support, against)) + _alone(asked, ballot, trust, best),
        vote=_vote(asked, ballot, trust),
        voices=_voices(ballot, trust, friends, rows),
        superseded=asked.superseded,
        holds=round(min(1.0, holds[best]), 2) if ballot.regions else None,
    )


def settled(asked: Question, verdict: Statement, support: int, against: int) -> Likely:
    """Return the value that the editors have settled on; nothing is weighed any more."""
    claim = verdict.claims[0]
    why = f"settled in {claim.span}: {claim.settled}"
    side, value = _side(asked, verdict), verdict.value.reading
    return Likely(_value(verdict), value, side, 1.0, True, support, against, why, _value(verdict))


def of_list(asked: Question, roll: Roll, likely: Sequence[float], known: Known) -> Likely:
    """Return the likely members of a list; of groups that no source names together, the likelier one."""
    groups = _together(roll, [n for n, chance in enumerate(likely) if chance > _EVEN])
    odds = [sum(log(likely[n] / (1 - likely[n])) for n in group) for group in groups]
    if not groups:  # nobody is likely: the member that is named most
        groups, odds = [frozenset({max(range(len(likely)), key=lambda n: (likely[n], -n))})], [0.0]
    order = sorted(range(len(groups)), key=lambda n: (-odds[n], min(groups[n])))
    best = groups[order[0]]
    margin = odds[order[0]] - (odds[order[1]] if len(order) > 1 else 0.0)
    chance = 1.0
    for n, each in enumerate(likely):
        chance *= each if n in best else 1 - min(each, 0.99)
    named = [(source, who) for source, who, _ in roll.named]
    support, against = sum(bool(who & best) for _, who in named), sum(not who & best for _, who in named)
    winner = max(asked.statements, key=lambda each: (_shares(each, roll, best), each.value.reading))
    members = sorted(best, key=lambda n: _rank(roll.members[n].text, winner))
    unclear = margin * TEMPER < log(_CLEAR) or (len(order) > 1 and support <= against)
    tied = f"each side has {support} independent source{'s' if support != 1 else ''}"
    why = _counts(support, against) if not unclear else tied if support == against else "the lists are too few to tell"
    vote = max(asked.statements, key=lambda each: (_times(asked, each), each.value.reading))
    return Likely(
        value=tuple(roll.members[n].text for n in members),
        reading=Listed(winner.value.kind, tuple(roll.members[n] for n in members)).reading,
        side=_side(asked, winner),
        confidence=round(min(0.99, max(0.01, chance**TEMPER if unclear else chance)), 2),
        decided=not unclear,
        support=support,
        against=against,
        why=why,
        vote=_value(vote),
        voices=tuple(
            Voice((source,), round(known.names.get(source, 0.6), 3), bool(who & best)) for source, who in named
        ),
    )


def _backing(asked: Question, ballot: Ballot, side: int, best: int) -> set[int]:
    """Return the values whose claims are for the best one: itself, those of its side, and what surely backs it."""
    beside = {statement.value.reading for statement in asked.camps[side].statements}
    of_side = {n for n, (reading, _) in enumerate(asked.values) if reading in beside}
    sure = {n for n, backed in enumerate(ballot.backed) if any(e.value == best and e.far > _EVEN for e in backed)}
    return {best} | of_side | sure


def _holding(ballot: Ballot, sure: Row) -> Row:
    """Return how likely each place holds the true one: it is that, or a finer one lies in it, said or unsaid."""
    values = len(ballot.values)
    alone = [sure[n] + sure[values + n] for n in range(values)]
    finer = ballot.backed or ((),) * values
    return [alone[n] + sum(alone[each.value] * each.far for each in finer[n]) for n in range(values)]


def _finest(sure: Row, holds: Row) -> int:
    """Return the likeliest place; where that is rather wrong than right, one that rather holds the true place."""
    values = len(holds)
    best = max(range(values), key=lambda n: (sure[n], -n))
    if holds[best] >= _EVEN:
        return best
    even = [n for n in range(values) if holds[n] >= _EVEN]
    return max(even, key=lambda n: (sure[n], -n)) if even else max(range(values), key=lambda n: (holds[n], -n))


def _best(ballot: Ballot, likely: Row) -> int:
    """Return the likeliest value; of equal ones the one that allows less, then the first."""
    cover = ballot.cover or (0.0,) * len(ballot.values)
    return max(range(len(ballot.values)), key=lambda n: (round(likely[n], 9), -cover[n], -n))


def _within(ballot: Ballot, value: int, other: int) -> bool:
    """Tell whether two values can both be true: one lies in the other."""
    pairs = ((value, other), (other, value))
    return bool(ballot.backed) and any(each.value == b for a, b in pairs for each in ballot.backed[a])


def _why_not(best: float, next_best: float, support: int, against: int) -> str:
    """Return why a fact is not decided, or nothing."""
    if best >= _CLEAR * next_best:
        return ""
    if support == against:
        return f"each side has {support} independent source{'s' if support != 1 else ''}"
    return f"{_counts(support, against)}, but what is known of the sources makes others nearly as likely"


def _counts(support: int, against: int) -> str:
    return f"{support} independent source{'s' if support != 1 else ''} for it, {against} against"


def _why(asked: Question, best: int, ballot: Ballot, support: int, against: int) -> str:
    backing = {best, *(n for n, backed in enumerate(ballot.backed) if any(each.value == best for each in backed))}
    text = _counts(support, against)
    for n in sorted(backing):
        for statement in asked.values[n][1]:
            claim = statement.claims[0]
            if claim.form == "derived":
                chain = " and ".join(str(root.span) for root in claim.roots)
                return f"{text}; {allows(claim.value)} follows from {chain}"
    return text


def _alone(asked: Question, ballot: Ballot, trust: Trust, best: int) -> str:
    """Say who stands alone against several."""
    backs = {each.value for each in ballot.backed[best]} if ballot.backed else set()
    said = {(trust.seats[v.seat].source, v.value) for v in ballot.votes if v.value not in {best, *backs}}
    against = {(source, value) for source, value in said if not _within(ballot, value, best)}
    if len(against) != 1 or len({trust.voices[vote.seat] for vote in ballot.votes}) < 3:
        return ""
    ((source, value),) = against
    return f"; {allows(asked.values[value][1][0].value)} is said by {source} alone"


def _vote(asked: Question, ballot: Ballot, trust: Trust) -> float | str | tuple[str, ...]:
    """Return what a plain count of sources would say: the value that most of them state."""
    counts = Counter(value for _, value in {(trust.seats[seat].source, value) for seat, value, _ in ballot.votes})
    most = max(range(len(ballot.values)), key=lambda n: (counts[n], -n))
    return _value(_sharpest(asked.values[most][1]))


def _voices(ballot: Ballot, trust: Trust, backing: set[int], rows: dict[int, Row]) -> tuple[Voice, ...]:
    sources: dict[int, list[str]] = {}
    rates: dict[int, float] = {}
    for seat, _, _ in ballot.votes:
        voice = trust.voices[seat]
        sources.setdefault(voice, []).append(trust.seats[seat].source)
        rates[voice] = max(rates.get(voice, 0.0), trust.rates[seat].right + trust.rates[seat].wide)
    made = [
        Voice(tuple(sorted(set(names))), round(rates[voice], 3), voice in backing, round(max(rows[voice]), 2))
        for voice, names in sources.items()
    ]
    return tuple(sorted(made, key=lambda voice: (not voice.backs, -voice.says, voice.sources)))


def _sharpest(made: Sequence[Statement]) -> Statement:
    """Return the statement that stands for its value: as most say it."""
    texts = Counter(getattr(each.value, "texts", each.value.reading) for each in made)
    return min(made, key=lambda s: (-texts[getattr(s.value, "texts", s.value.reading)], _place(s)))


def _place(statement: Statement) -> tuple[bool, str, int]:
    span = statement.claims[0].span
    return (True, "", 0) if span is None else (False, span.path, span.start)


def _side(asked: Question, winner: Statement) -> int:
    claims = {id(claim) for claim in winner.claims}
    return next(n for n, c in enumerate(asked.camps) if any(id(x) in claims for s in c.statements for x in s.claims))


def _value(statement: Statement) -> float | str | tuple[str, ...]:
    value = statement.value
    if isinstance(value, Listed):
        return value.texts
    if value.kind == "date":
        return value.reading if value.reading[:4].isdecimal() else iso(int(value.bounds.literal.low))
    if value.kind == "duration":
        return duration_words(value.reading) or allows(value)
    return value.point if isinstance(value, Ordered) and value.point is not None else allows(value)


def _together(roll: Roll, chosen: Sequence[int]) -> list[frozenset[int]]:
    """Return the groups of members that some list names together."""
    groups = [frozenset({n}) for n in chosen]
    for _, who, _ in roll.named:
        touched = [group for group in groups if group & who]
        if len(touched) > 1:
            groups = [*(group for group in groups if not group & who), frozenset().union(*touched)]
    return groups


def _shares(statement: Statement, roll: Roll, best: frozenset[int]) -> float:
    keys = {item.key for item in statement.value.items} if isinstance(statement.value, Listed) else set()
    ours = {roll.members[n].key for n in best}
    return len(keys & ours) / len(keys | ours)


def _times(asked: Question, statement: Statement) -> int:
    same = [each for each in asked.statements if each.value.reading == statement.value.reading]
    return len({source_of(each.claims)[0] for each in same})


def _rank(text: str, winner: Statement) -> tuple[int, str]:
    texts = winner.value.texts if isinstance(winner.value, Listed) else ()
    return (texts.index(text) if text in texts else len(texts), text)
