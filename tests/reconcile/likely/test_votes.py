"""Laws of the weighing itself, on ballots."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.reconcile.likely.ballot import Ballot, Seat, Trust, Vote
from factcheck.reconcile.likely.places import places
from factcheck.reconcile.likely.plain import Plain
from factcheck.reconcile.likely.scores import chances, heard, totals
from factcheck.reconcile.likely.trust import Count, estimate

Claims = Sequence[tuple[str, str, str]]  # source, subject, value
CLAIMS = st.lists(
    st.tuples(st.sampled_from("abcdefg"), st.sampled_from(["s1", "s2", "s3", "s4"]), st.sampled_from("uvwx")),
    min_size=1,
    max_size=40,
    unique=True,
)


def weighed(claims: Claims) -> dict[str, dict[str, float]]:
    """Return how likely each value of each subject is."""
    ballots, seats, subjects = cast(claims)
    trust = estimate(ballots, seats)
    return {subject: likely(ballot, trust) for subject, ballot in zip(subjects, ballots, strict=True)}


def cast(claims: Claims) -> tuple[list[Ballot], list[Seat], list[str]]:
    seats = [Seat(source, "f", "all") for source in sorted({source for source, _, _ in claims})]
    number = {seat.source: n for n, seat in enumerate(seats)}
    subjects = sorted({subject for _, subject, _ in claims})
    ballots = []
    for subject in subjects:
        said = sorted((source, value) for source, about, value in claims if about == subject)
        values = tuple(sorted({value for _, value in said}))
        own = [source for source, _ in said]
        votes = (Vote(number[source], values.index(value), 1 / own.count(source)) for source, value in said)
        ballots.append(Ballot("number", values, tuple(sorted(votes))))
    return ballots, seats, subjects


def likely(ballot: Ballot, trust: Trust) -> dict[str, float]:
    scores = totals(heard(ballot, trust), len(ballot.values))
    made = chances(scores, len(ballot.values), trust.luck[ballot.kind])
    return dict(zip(ballot.values, made, strict=True))


@given(CLAIMS, st.randoms())
def test_the_order_of_claims_and_sources_changes_nothing(claims: list[tuple[str, str, str]], random: object) -> None:
    before = weighed(claims)
    random.shuffle(claims)  # type: ignore[attr-defined]
    assert weighed(claims) == before


@settings(max_examples=300)
@given(CLAIMS, st.sampled_from(["s1", "s2", "s3", "s4"]), st.sampled_from("uvwx"))
def test_a_further_claim_for_a_value_never_lowers_its_rank(claims: Claims, subject: str, value: str) -> None:
    before = weighed(claims).get(subject, {})
    after = weighed([*claims, ("new", subject, value)])[subject]
    better = [v for v, chance in before.items() if chance > before.get(value, 0.0) + 1e-9]
    assert sum(chance > after[value] + 1e-9 for chance in after.values()) <= len(better)


@given(CLAIMS)
def test_chances_leave_room_for_what_nobody_said(claims: Claims) -> None:
    for chance in weighed(claims).values():
        assert all(0 < each < 1 for each in chance.values())
        assert sum(chance.values()) <= 1 + 1e-9


@given(CLAIMS)
def test_plain_ballots_are_counted_alike_one_by_one_and_together(claims: Claims) -> None:
    ballots, seats, _ = cast(claims)
    trust = estimate(ballots, seats)
    plain = Plain.of(ballots, trust)
    together, one_by_one = Count(trust), Count(trust)
    plain.count(together, trust)
    for ballot in ballots:
        if plain.takes(ballot):
            one_by_one.add(ballot)
    for a, b in zip(together.seats, one_by_one.seats, strict=True):
        assert abs(a.right - b.right) < 1e-9 and abs(a.total - b.total) < 1e-9
    assert abs(together.agree["number"] - one_by_one.agree["number"]) < 1e-9


def test_numpy_counts_what_the_loop_counts() -> None:
    claims = [(f"source {n % 37}", f"s{n // 7}", "uvwx"[(n * n) % 11 % 4]) for n in range(7000)]
    ballots, seats, _ = cast(sorted(set(claims)))
    trust = estimate(ballots, seats)
    plain = Plain.of(ballots, trust)
    columns = plain.in_columns(least=0)
    assert columns is not plain, "numpy is installed where the project is developed"
    looped, by_numpy = Count(trust), Count(trust)
    plain.count(looped, trust)
    columns.count(by_numpy, trust)
    for a, b in zip(looped.seats, by_numpy.seats, strict=True):
        assert abs(a.right - b.right) < 1e-9 and abs(a.total - b.total) < 1e-9
    assert abs(looped.pairs["number"] - by_numpy.pairs["number"]) < 1e-6


def test_what_stands_beside_everything_alike_is_no_region() -> None:
    facts = [["Italy", f"town {n % 6}"] for n in range(30)] + [[f"other {n}", "junk"] for n in range(15)]
    facts += [["Italy", "junk"]] * 3 + [["Spain", f"dorp {n % 5}"] for n in range(25)]
    found = places(facts)
    assert found.inside["town 1"]["Italy"] > 0.9
    assert found.regions["Italy"] > 2 * found.regions["junk"]
