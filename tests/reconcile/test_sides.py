"""Sides, severity and codes: what kind of disagreement which documents make."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from factcheck.reconcile import Reconciled
from factcheck.values import Relation

Run = Callable[..., Reconciled]


@pytest.mark.parametrize(
    ("lines", "code", "status", "severity"),
    [
        (["Runtime: 91 minutes", "Runtime: 92 min"], None, None, None),
        (["Runtime: 91 minutes", "Runtime: 94 min"], "FC103", Relation.CONFLICT, "warning"),
        (["Runtime: 91 minutes", "Runtime: 99 min"], "FC103", Relation.CONFLICT, "error"),
        (["Year: 2011", "Year: 2012"], "FC102", Relation.CONFLICT, "warning"),
        (["Year: 2011", "Year: 2013"], "FC102", Relation.CONFLICT, "error"),
        (["Released: 2012-01-22", "Released: 2012-07-27"], "FC102", Relation.CONFLICT, "warning"),
        (["Released: 2012-01-22", "Released: 2014-07-27"], "FC102", Relation.CONFLICT, "error"),
        (["Released: 2012-01-22", "Released: 2012"], None, None, None),
        (["Country: USA, China", "Country: United States"], "FC105", Relation.INCOMPLETE, "note"),
        (["Country: France", "Country: United States"], "FC105", Relation.CONFLICT, "error"),
        (["Producer: Andy Cohen", "Producer: Andy Cohn"], "FC104", Relation.TENSION, "warning"),
        (["Producer: Andy Cohen", "Producers: Karl Katz, Andrew Cohen"], "FC104", Relation.INCOMPLETE, "note"),
    ],
)  # fmt: skip
def test_two_documents(
    reconciled: Run, lines: list[str], code: str | None, status: Relation | None, severity: str | None
) -> None:
    found = reconciled(lines).findings
    assert [(each.code, each.status, each.severity) for each in found] == ([(code, status, severity)] if code else [])


def test_a_document_that_contradicts_itself_is_a_note(reconciled: Run) -> None:
    found = reconciled(["Runtime: 91 minutes\nRunning time: 120 minutes"]).findings
    assert [(each.code, each.severity) for each in found] == [("FC401", "note")]


def test_three_values_make_three_findings_and_agreement_none(reconciled: Run) -> None:
    found = reconciled(["Runtime: 60 minutes", "Runtime: 91 minutes", "Runtime: 120 minutes", "Runtime: 1h31"])
    assert len(found.findings) == 3
    runtime = next(fact for fact in found.facts if fact.field == "film.runtime")
    assert [side.reading for side in runtime.sides] == ["PT60M", "PT91M", "PT120M"]


def test_the_parts_of_a_list_in_one_document_are_one_list(reconciled: Run) -> None:
    """Two lines for two producers contradict nobody who names both."""
    found = reconciled(["Producer: Karl Katz\nProduced by: Andy Cohen", "Producers: Karl Katz, Andy Cohen"])
    assert found.findings == ()


def test_what_follows_from_two_pages_contradicts_a_third(reconciled: Run) -> None:
    found = reconciled(
        [
            "Ai Weiwei was detained on 3 April 2011.",
            "Ai Weiwei was released on bail on 22 June 2011.",
            "Ai Weiwei wrote about his two-month detention.",
        ]
    )
    (finding,) = found.findings
    assert finding.code == "FC201"
    derived = next(claim for claim in found.claims if claim.form == "derived")
    assert derived.value.reading == "P80D"
    assert {found.claims[int(id[1:]) - 1].field for id in derived.derived_from} == {
        "detention.start",
        "detention.end",
    }


def test_a_guessed_subject_makes_no_error(reconciled: Run) -> None:
    """Two people stand in the sentence; whose detention it was is not sure."""
    found = reconciled(
        [
            "Ai Weiwei met Alison Klayman before a two-month detention.",
            "Ai Weiwei was freed after nearly three months' detention.",
        ]
    )
    assert [each.severity for each in found.findings] == ["note"]


def test_populations_are_different_facts(reconciled: Run) -> None:
    found = reconciled(
        [
            "The 2008 Sichuan earthquake killed more than 86,633 people.",
            "In the 2008 Sichuan earthquake over 5,000 schoolchildren died.",
        ]
    )
    assert found.findings == ()
