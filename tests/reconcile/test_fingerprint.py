"""A finding keeps its name as long as it says the same."""

from __future__ import annotations

from collections.abc import Callable

from factcheck.reconcile import Reconciled

Run = Callable[..., Reconciled]
TWO = ["Runtime: 91 minutes", "Runtime: 99 minutes"]


def ids(found: Reconciled) -> set[str]:
    return {finding.id for finding in found.findings}


def test_moved_lines_and_other_wordings_of_a_value_change_nothing(reconciled: Run) -> None:
    moved = ["A line.\n\nAnother line.\n\nRunning time: 1h31", "Runtime: 1 hr 39 min"]
    assert ids(reconciled(moved)) == ids(reconciled(TWO))


def test_another_value_is_another_finding(reconciled: Run) -> None:
    assert ids(reconciled(["Runtime: 91 minutes", "Runtime: 100 minutes"])) != ids(reconciled(TWO))


def test_ids_begin_with_what_they_are(reconciled: Run) -> None:
    assert all(id.startswith("FC-") and len(id) == 11 for id in ids(reconciled(TWO)))
