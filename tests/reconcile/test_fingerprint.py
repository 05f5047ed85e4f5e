"""A finding keeps its name as long as it says the same."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

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


RUNTIMES = ("Runtime: 91 minutes", "Runtime: 90 minutes", "a 90-minute film", "Runtime: 99 minutes", "Runtime: 1h31")
PRODUCERS = ("Andy Cohen", "Andrew Cohen", "Jane Roe, Andy Cohen", "Adam Schlesinger")
SAID = st.sampled_from([*RUNTIMES, *(f"Producer: {names}" for names in PRODUCERS)])


@given(st.lists(SAID, min_size=2, max_size=7))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_finding_is_known_by_its_own_name_first(reconciled: Run, said: list[str]) -> None:
    for finding in reconciled(said).findings:
        assert finding.known_as[0] == finding.fingerprint
        assert len(set(finding.known_as)) == len(finding.known_as)


@given(st.lists(SAID, min_size=2, max_size=6), st.data())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_document_that_repeats_another_makes_nothing_new(
    reconciled: Run, said: list[str], data: st.DataObject
) -> None:
    known = {finding.fingerprint for finding in reconciled(said).findings}
    more = [*said, *data.draw(st.lists(st.sampled_from(said), max_size=4))]
    for finding in reconciled(data.draw(st.permutations(more))).findings:
        assert known & set(finding.known_as), finding.message
