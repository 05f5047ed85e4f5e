"""Laws of the whole: what must hold for any folder of documents."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.reconcile import Reconciled
from factcheck.values import Relation
from tests.laws import examples

Run = Callable[..., Reconciled]

LENGTHS = [
    "two-month detention",
    "nearly three months' detention",
    "81-day detention",
    "over two months' detention",
    "a week of detention",
    "several weeks of detention",
    "detention of at least 30 days",
    "some 80 days in detention",
]
LABELS = [
    "Producer: Andy Cohen",
    "Producer: Andrew Cohen",
    "Producer: Adam Schlesinger",
    "Producers: Adam Schlesinger, Andy Cohen",
    "Country: United States",
    "Country: USA, China",
    "Country: France",
    "Year: 2011",
    "Year: 2012",
    "Year: 2015",
    "Runtime: 91 minutes",
    "Runtime: 92 minutes",
    "Runtime: 99 minutes",
    "Language: Mandarin",
    "Language: Chinese, English",
    "Executive Producers: Julie Goldman, Andrew Cohen",
]


@st.composite
def texts(draw: st.DrawFn) -> str:
    """One document: a few record lines, and a sentence about one man's detention."""
    labels = draw(st.lists(st.sampled_from(LABELS), max_size=4, unique_by=lambda line: line.split(":")[0]))
    length = draw(st.sampled_from([*LENGTHS, ""]))
    sentence = [f"Ai Weiwei came home after {length}."] if length else []
    return "\n".join([*labels, *sentence, "Ai Weiwei is an artist."])


folders = st.lists(texts(), min_size=1, max_size=5)


def seen(found: Reconciled) -> list[tuple[str, str, str]]:
    """What a finding is, apart from where its words stand."""
    return sorted((each.fingerprint, each.status, each.severity) for each in found.findings)


def conflicts(found: Reconciled) -> int:
    return sum(each.status is Relation.CONFLICT for each in found.findings)


@given(folder=folders, data=st.data())
@examples(60)
def test_order_and_names_of_files_change_nothing(reconciled: Run, folder: list[str], data: st.DataObject) -> None:
    order = data.draw(st.permutations(range(len(folder))))
    names = [f"{'zyxwv'[i]}/renamed.md" for i in range(len(folder))]
    shuffled = reconciled([folder[i] for i in order], [names[i] for i in order])
    assert seen(shuffled) == seen(reconciled(folder))


@given(folder=folders, data=st.data())
@examples(60)
def test_a_document_that_repeats_another_adds_no_conflict(
    reconciled: Run, folder: list[str], data: st.DataObject
) -> None:
    twin = data.draw(st.sampled_from(folder))
    assert conflicts(reconciled([*folder, twin])) <= conflicts(reconciled(folder))


@given(folder=folders)
@examples(60)
def test_every_error_quotes_two_documents_and_blames_none_alone(reconciled: Run, folder: list[str]) -> None:
    for finding in reconciled(folder).findings:
        if finding.severity != "error":
            continue
        a, b = finding.sides
        assert a.paths and b.paths and len(a.paths | b.paths) > 1
        assert all(claim.span is None or claim.span.quote for side in finding.sides for claim in side.claims)


@pytest.mark.parametrize(
    ("sides", "status"),
    [
        (["two-month detention", "nearly three months' detention"], Relation.CONFLICT),
        (["nearly three months' detention", "81-day detention"], None),
        (["over two months' detention", "nearly three months' detention"], None),
    ],
)
def test_hedges_are_ranges(reconciled: Run, sides: Sequence[str], status: Relation | None) -> None:
    found = reconciled([f"Ai Weiwei came home after {side}." for side in sides]).findings
    assert [each.status for each in found] == ([status] if status else [])
