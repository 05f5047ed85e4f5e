"""Names that are not the same by letters: what joins them, what keeps them apart, and how sure that is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import permutations

import pytest

from factcheck.model import LIKELY, WHICH, Subject
from factcheck.reconcile import Reconciled
from factcheck.reconcile.joining import candidates
from factcheck.reconcile.naming import Habits, form_of

Reconcile = Callable[..., Reconciled]


def names(found: Reconciled) -> set[str]:
    return {subject.name for subject in found.linkage.subjects}


def errors(found: Reconciled) -> list[str]:
    return [finding.field for finding in found.findings if finding.severity == "error"]


def film(title: str, *lines: str) -> str:
    return "\n".join((f"Film: {title}", *lines))


CLOSE = "Year: 2012", "Director: Alison Klayman"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ai Weiwei: Never Sorry", "Never Sorry"),
        ("The Fake Case", "Fake Case, The"),
        ("Rocky II", "Rocky 2"),
        ("Tyler Perry's Acrimony", "Acrimony"),
        ("The Boy in the Striped Pyjamas", "The Boy in the Striped Pajamas"),
        ("Diary of a Wimpy Kid: Dog Days", "Diary of a Wimpy Kid Dog Days"),
    ],
)
def test_titles_whose_year_and_people_agree_are_one(reconciled: Reconcile, one: str, other: str) -> None:
    found = reconciled([film(one, *CLOSE, "Runtime: 91 minutes"), film(other, *CLOSE, "Runtime: 99 minutes")])
    assert len(names(found)) == 1
    assert errors(found) == ["film.runtime"]


def test_a_title_that_is_only_likely_the_same_makes_no_error(reconciled: Reconcile) -> None:
    found = reconciled(
        [film("Ai Weiwei: Never Sorry", "Runtime: 91 minutes"), film("Never Sorry", "Runtime: 99 minutes")]
    )
    assert [(each.field, each.severity) for each in found.findings] == [("film.runtime", "note")]
    assert [LIKELY in claim.caveats for claim in found.claims].count(True) == 1


def test_a_subject_that_is_only_likely_another_keeps_its_own_errors(reconciled: Reconcile) -> None:
    full = [film("Ai Weiwei: Never Sorry", "Country: China")] * 3
    found = reconciled([*full, film("Never Sorry", "Runtime: 91 minutes"), film("Never Sorry", "Runtime: 99 minutes")])
    assert len(names(found)) == 1
    assert errors(found) == ["film.runtime"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            ("King Kong", "Year: 1933", "Director: Merian Cooper"),
            ("King Kong", "Year: 2005", "Director: Peter Jackson"),
        ),
        (("King Kong (1933)",), ("King Kong (2005)",)),
        (("Never Sorry", *CLOSE), ("Ai Weiwei: Never Sorry", "Year: 2012", "Director: Jane Roe")),
        (("Saw II", *CLOSE), ("Saw III", *CLOSE)),
        (("Frozen", *CLOSE), ("Frozen River", "Year: 2008")),
    ],
)
def test_films_that_are_two(reconciled: Reconcile, one: Sequence[str], other: Sequence[str]) -> None:
    pages = [
        "\n".join(("Film: " + lines[0], *lines[1:], f"Runtime: {n} minutes")) for n, lines in ((91, one), (191, other))
    ]
    found = reconciled([pages[0], pages[1]])
    assert not found.findings
    assert len(names(found)) == 2


def test_a_wrong_year_is_an_error_not_a_remake(reconciled: Reconcile) -> None:
    found = reconciled([film("Never Sorry", "Year: 2012"), film("Never Sorry", "Year: 2002")])
    assert errors(found) == ["film.year"]


def test_nobody_knows_which_remake_is_meant(reconciled: Reconcile) -> None:
    remakes = [
        film("King Kong", "Year: 1933", "Director: Merian Cooper", "Runtime: 100 minutes"),
        film("King Kong", "Year: 2005", "Director: Peter Jackson", "Runtime: 187 minutes"),
    ]
    found = reconciled(
        [*remakes, film("King Kong", "Runtime: 134 minutes"), film("King Kong", "Year: 2005", "Runtime: 201 minutes")]
    )
    assert [(f.field, f.subject) for f in found.findings] == [("film.runtime", "King Kong (2005)")]
    assert [WHICH in claim.caveats for claim in found.claims].count(True) == 1


HELD = "{} was held for {} months. "


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        ("Andrew Cohen", "Andy Cohen", True),
        ("Joanne Rowling", "J. Rowling", True),
        ("Danqing Chen", "Chen Danqing", True),
        ("Andrew Cohen", "Andrea Cohen", False),
        ("Andrew Cohen", "Andrew Cohan", False),
    ],
)
def test_people(reconciled: Reconcile, one: str, other: str, together: bool) -> None:
    found = reconciled([HELD.format(one, "two"), HELD.format(other, "five")])
    assert len(found.linkage.subjects) == (1 if together else 2)


def test_an_initial_that_fits_two_people_joins_neither(reconciled: Reconcile) -> None:
    found = reconciled([HELD.format(name, "two") for name in ("Andrew Cohen", "Alan Cohen", "A. Cohen")])
    assert len(found.linkage.subjects) == 3
    assert {"A. Cohen"} < {name for pair in found.linkage.resembling for name in pair.names}


def test_near_names_that_would_contradict_each_other_are_noted_once(reconciled: Reconcile) -> None:
    texts = [HELD.format("Andrew Cohen", "two"), HELD.format("Andrew Cohan", "five") * 2]
    (note,) = reconciled(texts).findings
    assert (note.code, note.severity, [len(side.claims) for side in note.sides]) == ("FC302", "note", [1, 1])
    assert not reconciled([texts[0], HELD.format("Andrew Cohan", "two")]).findings


PAGES = [
    film("Ai Weiwei: Never Sorry", *CLOSE, "Runtime: 91 minutes"),
    film("Never Sorry", *CLOSE, "Runtime: 99 minutes"),
    film("AI WEIWEI: NEVER SORRY", "Runtime: 95 minutes"),
    film("Never Sorri", "Runtime: 91 minutes"),
]


def test_neither_order_nor_paths_decide(reconciled: Reconcile) -> None:
    def told(pages: Sequence[str], paths: Sequence[str]) -> set[tuple[str, str, str]]:
        found = reconciled(list(pages), list(paths))
        return {(each.fingerprint, each.message, each.severity) for each in found.findings}

    first = told(PAGES, "abcd")
    assert first
    for pages in permutations(PAGES):
        assert told(pages, "dbca") == first


def test_candidates_grow_as_names_do() -> None:
    def word(n: int) -> str:
        return "".join("bdfgklmnprstvz"[n * 7919 // 14**place % 14] + "aeiou"[n // 5**place % 5] for place in range(3))

    def pairs(number: int) -> int:
        titles = [f"The {word(n)} of {word(n * 31 + 7)} {word(n // 2)}" for n in range(number)]
        return len(candidates({n: form_of("work", [title], Habits()) for n, title in enumerate(titles)}))

    assert pairs(8000) <= 4.6 * pairs(2000)
    same = {n: form_of("work", [f"The Night of {n:05d}"], Habits()) for n in range(2000)}
    assert len(candidates(same)) < 10 * len(same)


def test_records_are_joined_by_their_exact_names_alone(ruleset: object) -> None:
    assert form_of("record", ["Andrew Cohen"], Habits()) is None
    assert Subject("record", "a") != Subject("record", "A")
