"""Votes: every independent source once, for all the values that its words allow."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from factcheck.reconcile import Reconciled

Run = Callable[..., Reconciled]


@pytest.mark.parametrize(
    ("texts", "value", "decided", "support", "against"),
    [
        (["Runtime: 91 minutes", "Runtime: 91 min", "Runtime: 99 minutes"], "91 minutes", True, 2, 1),
        (["Runtime: 91 minutes", "Runtime: 99 minutes"], "91 minutes", False, 1, 1),
        (["Year: 2011", "Year: 2012", "Year: 2012"], "2012", True, 2, 1),
        (["Producer: Karl Katz", "Producer: Karl Katz"], ("Karl Katz",), True, 2, 0),
    ],
)
def test_the_better_supported_value_wins_and_a_tie_is_said_to_be_one(
    reconciled: Run, texts: list[str], value: object, decided: bool, support: int, against: int
) -> None:
    likely = reconciled(texts).facts[0].likely
    assert likely is not None
    assert (likely.value, likely.decided, likely.support, likely.against) == (
        value,
        decided,
        support,
        against,
    )


def test_a_document_that_says_it_twice_has_one_vote(reconciled: Run) -> None:
    likely = reconciled(["Runtime: 91 minutes\nRunning time: 91 min", "Runtime: 99 minutes"]).facts[0].likely
    assert likely is not None and not likely.decided


def test_eighty_days_are_a_vote_for_nearly_three_months(reconciled: Run) -> None:
    found = reconciled(
        [
            "Ai Weiwei wrote about his two-month detention.",
            "Ai Weiwei was freed after nearly three months' detention.",
            "Ai Weiwei left after 80 days in detention.",
        ]
    )
    (finding,) = found.findings
    assert finding.likely is not None
    assert (finding.likely.value, finding.likely.decided, finding.likely.side) == ("80 days", True, 1)
