"""Contradictory orders of events: told in both ways, dated otherwise, in a circle, or such as cannot be."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from factcheck.model import Finding
from factcheck.reconcile import Reconciled

Run = Callable[..., Reconciled]
FIRST = "Wang Wei was arrested in the city and his studio was subsequently demolished."
LAST = "The studio of Wang Wei was demolished shortly before his arrest."


def orders(found: Reconciled) -> list[Finding]:
    return [finding for finding in found.findings if finding.code == "FC203"]


def test_two_documents_that_tell_it_the_other_way_round_are_a_warning(reconciled: Run) -> None:
    (finding,) = orders(reconciled([FIRST, LAST]))
    assert (finding.severity, finding.field, finding.subject) == ("warning", "detention.arrest", "Wang Wei")
    assert [side.paths for side in finding.sides] == [{"0.txt"}, {"1.txt"}]
    assert not finding.can_be_settled


def test_two_documents_that_tell_it_alike_agree(reconciled: Run) -> None:
    found = reconciled([FIRST, "Following the arrest of Wang Wei, the studio was torn down."])
    assert orders(found) == []
    assert [fact.status for fact in found.facts if fact.claims[0].value.kind == "order"] == ["same"]


def test_the_orders_of_two_people_are_two_facts(reconciled: Run) -> None:
    assert orders(reconciled([FIRST, LAST.replace("Wang Wei", "Liu Xin")])) == []


def test_a_document_that_tells_both_orders_contradicts_itself(reconciled: Run) -> None:
    found = reconciled([f"{FIRST}\n\n{LAST}"]).findings
    assert [(finding.code, finding.severity) for finding in found] == [("FC401", "note")]


def test_dates_of_other_documents_contradict_the_order_that_one_tells(reconciled: Run) -> None:
    found = reconciled(
        [
            "The film follows Wang Wei until shortly after his arrest.",
            "Filming wrapped in May 2010.",
            "Wang Wei was arrested on 3 April 2011.",
        ]
    )
    (finding,) = orders(found)
    derived = finding.sides[1].claims[0]
    assert finding.severity == "warning"
    assert (derived.form, derived.how) == ("derived", "dates")
    assert {root.field for root in derived.roots} == {"film.filming_end", "detention.start"}


@pytest.mark.parametrize("date", ["3 April 2010", "3 May 2010", "May 2010", "April 2009"])
def test_dates_that_allow_the_order_agree_with_it(reconciled: Run, date: str) -> None:
    told = "The film follows Wang Wei until shortly after his arrest."
    assert orders(reconciled([told, "Filming wrapped in May 2010.", f"Wang Wei was arrested in {date}."])) == []


def test_dates_in_dispute_say_nothing(reconciled: Run) -> None:
    told = "The film follows Wang Wei until shortly after his arrest."
    dates = ["Wang Wei was arrested on 3 April 2011.", "Wang Wei was arrested on 3 April 2009."]
    assert orders(reconciled([told, "Filming wrapped in May 2010.", *dates])) == []


def test_a_circle_of_three_is_found_once(reconciled: Run) -> None:
    found = reconciled(
        [
            FIRST,
            "The studio of Wang Wei was demolished and he was finally freed on bail.",
            "Wang Wei was released from prison shortly before his arrest.",
        ]
    )
    (finding,) = orders(found)
    (told,), (derived,) = sorted((side.own for side in finding.sides), key=lambda claims: claims[0].form == "derived")
    assert (told.path, derived.how, derived.paths) == ("0.txt", "order", {"1.txt", "2.txt"})


def test_the_order_of_documents_changes_nothing(reconciled: Run) -> None:
    texts = [FIRST, "The studio of Wang Wei was razed and he was finally freed on bail.", LAST]
    names = ["a.txt", "b.txt", "c.txt"]
    one = {finding.fingerprint for finding in reconciled(texts, names).findings}
    assert one == {finding.fingerprint for finding in reconciled(texts[::-1], names[::-1]).findings}


RELEASED, FESTIVALS = "Released: 2012-01-22", "Festivals: Sundance 2012"


@pytest.mark.parametrize(
    ("texts", "severities"),
    [
        (["Awards: Sheffield 2011", RELEASED, FESTIVALS], ["warning"]),
        (["Awards: Sheffield 2011", RELEASED, "Festivals: Sheffield 2011"], []),
        (["Awards: Sheffield 2012", RELEASED, FESTIVALS], []),
        (["Awards: Sheffield 2013", RELEASED, FESTIVALS], []),
        (["Awards: Cannes 2011", RELEASED], []),  # festivals come before cinemas
        (["Awards: Cannes 2011", FESTIVALS], []),
    ],
)
def test_a_prize_before_anybody_could_see_the_film(reconciled: Run, texts: list[str], severities: list[str]) -> None:
    assert [finding.severity for finding in orders(reconciled(texts))] == severities
