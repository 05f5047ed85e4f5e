"""How much the votes on one fact say for each of its values: log-likelihood ratios, summed over independent voices.

A source that is right in a share `right` of its claims says the true value that often, and any particular false one
with the chance `wrong` times `luck`. A claim for a value therefore multiplies its odds by 1 + right / (wrong * luck),
the ratio of Dong, Berti-Equille and Srivastava (VLDB 2009, ACCU), kept above 1 so that no claim speaks against what it
states. A claim whose bounds hold the value is right where the value is; the more it allows, the more often a false
claim would hold it too. A place speaks for what lies in it by the rate of less fine claims, after Jung, Kim and Shim
(EDBT 2019, TDH).
"""

from __future__ import annotations

from collections.abc import Sequence
from math import exp, log1p

from factcheck.reconcile.likely.ballot import Ballot, Rates, Trust

Row = list[float]


def heard(ballot: Ballot, trust: Trust) -> dict[int, Row]:
    """Return for each voice how much it says for each value; where there are regions, also for what is unseen in each.

    Of a source and its copies the strongest counts.
    """
    values = len(ballot.values)
    luck = trust.luck[ballot.kind]
    rows: dict[int, Row] = {}
    for seat, value, weight in ballot.votes:
        right, wide, wrong = rates_of(ballot, trust, seat, value)
        cover = ballot.cover[value] if ballot.cover else 0.0
        odds = 1 / (wrong * (luck + (1 - luck) * cover))
        row = rows.setdefault(trust.voices[seat], [0.0] * (2 * values if ballot.regions else values))
        row[value] = max(row[value], weight * log1p(right * odds))
        for other in ballot.backed[value] if ballot.backed else ():
            share = right if other.within else wide * other.share
            row[other.value] = max(row[other.value], weight * log1p(share * odds))
        if ballot.regions:
            finer = weight * log1p(wide * ballot.regions[value] * odds)
            row[values + value] = max(row[values + value], finer)
    return rows


def rates_of(ballot: Ballot, trust: Trust, seat: int, value: int) -> Rates:
    """Return how often claims of a source on this value are right, less fine and wrong.

    What is known of a value that is said of many subjects changes the odds of its source: the confusions of Dawid and
    Skene (1979), pooled over sources.
    """
    rates = trust.rates[seat]
    if not ballot.recurring:
        return rates
    word = trust.words.get((ballot.kind, ballot.values[value]))
    if word is None:
        return rates
    usual = trust.usual[ballot.kind]
    right, wide, wrong = (a * b / c for a, b, c in zip(rates, word, usual, strict=True))
    whole = right + wide + wrong
    return Rates(right / whole, wide / whole, max(0.01, wrong / whole))


def totals(rows: dict[int, Row], size: int) -> Row:
    """Sum up what all voices say."""
    made = [0.0] * size
    for voice in sorted(rows):
        for n, said in enumerate(rows[voice]):
            made[n] += said
    return made


def chances(scores: Sequence[float], values: int, luck: float, temper: float = 1.0) -> Row:
    """Return how likely each value is, beside all that nobody has said: as many values as luck tells, 1 / luck."""
    unsaid = max(0.0, 1 / luck - values) ** temper
    top = max(0.0, *scores) * temper
    weights = [exp(score * temper - top) for score in scores]
    whole = sum(weights) + unsaid * exp(-top)
    return [weight / whole for weight in weights]
