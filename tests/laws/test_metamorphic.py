"""What must not change, or only in one direction, when a folder is changed: metamorphic relations.

T. Y. Chen et al., "Metamorphic Testing: A Review of Challenges and Opportunities", ACM Computing Surveys 51(1), 2018.
"""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import example, given
from hypothesis import strategies as st

from factcheck.reconcile import Reconciled
from tests.laws import examples
from tests.laws.folders import FOLDERS, HEDGED, NOISE, Page, conflicting, of_one_year, reworded, shape

Run = Callable[..., Reconciled]


def texts(folder: list[Page]) -> list[str]:
    return [page.text() for page in folder]


def names(folder: list[Page]) -> list[str]:
    return [f"{n}.txt" for n in range(len(folder))]


@given(folder=FOLDERS, data=st.data())
@examples(40)
def test_the_order_of_documents_changes_nothing(reconciled: Run, folder: list[Page], data: st.DataObject) -> None:
    order = data.draw(st.permutations(range(len(folder))))
    turned = reconciled([folder[n].text() for n in order], [f"{n}.txt" for n in order])
    assert shape(turned) == shape(reconciled(texts(folder)))


@given(folder=FOLDERS, data=st.data())
@examples(40)
def test_names_of_files_change_nothing(reconciled: Run, folder: list[Page], data: st.DataObject) -> None:
    parents = data.draw(
        st.lists(st.text("zäé-_ 5", min_size=1, max_size=5), min_size=len(folder), max_size=len(folder))
    )
    renamed = [f"{parent}/{n}.md" for n, parent in enumerate(parents)]
    assert shape(reconciled(texts(folder), renamed)) == shape(reconciled(texts(folder)))


@given(folder=FOLDERS, noise=st.lists(st.sampled_from(NOISE), min_size=1, max_size=3, unique=True))
@examples(40)
def test_documents_about_other_things_change_nothing(reconciled: Run, folder: list[Page], noise: list[str]) -> None:
    paths = [*names(folder), *(f"noise{n}.txt" for n in range(len(noise)))]
    assert shape(reconciled([*texts(folder), *noise], paths)) == shape(reconciled(texts(folder)))


@given(folder=FOLDERS, data=st.data())
@examples(60)
def test_another_wording_or_unit_of_the_same_changes_nothing(
    reconciled: Run, folder: list[Page], data: st.DataObject
) -> None:
    assert shape(reconciled([reworded(data, page).text() for page in folder])) == shape(reconciled(texts(folder)))


@given(folder=FOLDERS, end=st.sampled_from(["\n", "\r\n"]), gap=st.integers(0, 3))
@examples(40)
def test_line_breaks_and_empty_lines_change_nothing(reconciled: Run, folder: list[Page], end: str, gap: int) -> None:
    assert shape(reconciled([page.text(end, gap) for page in folder])) == shape(reconciled(texts(folder)))


@example(folder=[Page((("deaths", 0, 0),)), Page((("deaths", 1, 0),))], space="  ")
@given(folder=FOLDERS, space=st.sampled_from(["\u00a0", "\u202f", "\u2009", "  "]))
@examples(40)
def test_other_spaces_change_nothing(reconciled: Run, folder: list[Page], space: str) -> None:
    spaced = [text.replace(" ", space) for text in texts(folder)]
    assert shape(reconciled(spaced)) == shape(reconciled(texts(folder)))


@given(folder=FOLDERS, data=st.data())
@examples(40)
def test_a_document_that_agrees_adds_no_conflict_of_the_others(
    reconciled: Run, folder: list[Page], data: st.DataObject
) -> None:
    twin = reworded(data, data.draw(st.sampled_from(folder)))
    before, after = reconciled(texts(folder)), reconciled([*texts(folder), twin.text()])
    fresh = str(len(folder))
    assert {each for each in conflicting(after) if fresh not in each} <= conflicting(before)
    assert {field for field, *_ in conflicting(after)} <= {field for field, *_ in conflicting(before)}


@given(folder=FOLDERS.map(of_one_year), data=st.data())
@examples(40)
def test_taking_a_document_away_adds_no_conflict(reconciled: Run, folder: list[Page], data: st.DataObject) -> None:
    """Of a document that alone tells two works of one title apart this cannot hold: what may mean either is compared
    with neither, and once that document is gone there is only one left to mean."""
    gone = data.draw(st.sampled_from(range(len(folder))))
    kept = [n for n in range(len(folder)) if n != gone]
    fewer = reconciled([folder[n].text() for n in kept], [f"{n}.txt" for n in kept])
    assert conflicting(fewer) <= conflicting(reconciled(texts(folder)))


@given(folder=FOLDERS, exact=st.sampled_from(sorted(HEDGED)))
@examples(40)
def test_a_hedge_adds_no_conflict(reconciled: Run, folder: list[Page], exact: str) -> None:
    hedged = [text.replace(exact, HEDGED[exact]) for text in texts(folder)]
    assert conflicting(reconciled(hedged)) <= conflicting(reconciled(texts(folder)))


@given(folder=FOLDERS)
@examples(40)
def test_every_quote_is_what_stands_at_its_place(reconciled: Run, folder: list[Page]) -> None:
    written = dict(zip(names(folder), texts(folder), strict=True))
    for claim in reconciled(texts(folder)).claims:
        if claim.span is not None:
            assert claim.span.quote == written[claim.span.path][claim.span.start : claim.span.end] != ""


def test_folders_do_contradict_themselves(reconciled: Run) -> None:
    """Laws on folders without findings would hold of any program."""
    ways = {"deaths": 2, "detention": 3, "producer": 1, "runtime": 2, "year": 1, "country": 1}
    fields = set()
    for topic, choice in ways.items():
        alike = (("country", 0, 1), ("year", 0, 0))
        one, other = (Page((*(each for each in alike if each[0] != topic), (topic, n, 0))) for n in (0, choice))
        found = reconciled([one.text(), other.text()])
        assert len(found.findings) == 1, topic
        fields |= {field for field, *_ in conflicting(found)}
    assert len(fields) >= 4
