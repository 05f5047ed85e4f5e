"""Works: titles as film databases write them, and what tells sequels and remakes apart."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.values.work import work_of, work_score
from tests.cli.program import here
from tests.conftest import ROOT

ONE = [
    (("The Iron Giant", 1999), ("Iron Giant, The", 1999)),
    (("Crouching Tiger, Hidden Dragon", 2000), ("Crouching Tiger, Hidden Dragon (Wo hu cang long)", 2000)),
    (("Seven (a.k.a. Se7en)", 1995), ("Se7en", 1995)),
    (("Shut Up and Sing", 2006), ("Dixie Chicks: Shut Up & Sing", 2006)),
    (("Star Wars: Episode VI - Return of the Jedi", 1983), ("Return of the Jedi", 1983)),
    (("Divorce--Italian Style", 1962), ("Divorce - Italian Style (Divorzio all'italiana)", 1961)),
    (("Rocky III", 1982), ("Rocky 3", 1982)),
    (("Se\u00f1or Smith", 2001), ("Senor Smith", 2001)),
    (("SpiderMan", 2002), ("Spider-Man", 2002)),
    (("The Death of Mr. Lazarescu", 2005), ("The Death of Mr Lazarescu", 2006)),
]
TWO = [
    (("King Kong", 1933), ("King Kong", 2005)),
    (("Rocky II", 1979), ("Rocky III", 1980)),
    (("Rocky", 1976), ("Rocky II", 1976)),
    (("Batman", 1989), ("Batman Returns", 1992)),
    (("It", None), ("It", 1927)),
    (("A Long Walk", 2001), ("A Short Walk", 2001)),
    (("Heat", 1995), ("Dust", 1995)),
    (("", 1995), ("", 1995)),
]


def score(a: tuple[str, int | None], b: tuple[str, int | None]) -> float:
    forth, back = work_score(work_of(*a, ()), work_of(*b, ())), work_score(work_of(*b, ()), work_of(*a, ()))
    assert forth == back
    return forth[0]


@pytest.mark.parametrize(("a", "b"), ONE)
def test_one_work_by_two_names(a: tuple[str, int], b: tuple[str, int]) -> None:
    assert score(a, b) >= 0.5


@pytest.mark.parametrize(("a", "b"), TWO)
def test_two_works(a: tuple[str, int | None], b: tuple[str, int | None]) -> None:
    assert score(a, b) < 0.5


def test_directors_decide() -> None:
    pairs = [
        {"id": "0", "kind": "work", "a": {"title": "Seven Samurai", "year": 1954, "director": ["Akira Kurosawa"]}},
        {"id": "1", "kind": "work", "a": {"title": "Crash", "year": 2004, "director": "Paul Haggis"}},
    ]
    pairs[0]["b"] = {"title": "Seven Samurai", "year": 1956, "director": "A. Kurosawa"}
    pairs[1]["b"] = {"title": "Crash", "year": 2004, "director": ["David Cronenberg", "Somebody Else"]}
    out = here("compare", "--jsonl", cwd=ROOT, stdin="\n".join(map(json.dumps, pairs))).stdout
    one, two = map(json.loads, out.splitlines())
    assert (one["relation"], two["relation"]) == ("tension", "conflict")
    assert two["why"] == "the titles are alike, the directors others"


@given(
    st.text(max_size=30), st.text(max_size=30), st.none() | st.integers(1890, 2030), st.none() | st.integers(1890, 2030)
)
def test_any_two_titles_are_compared_alike_both_ways(a: str, b: str, one: int | None, other: int | None) -> None:
    assert 0 <= score((a, one), (b, other)) <= 1
    if a.strip() and one and any(char.isalnum() for char in a if char.isascii()):
        assert score((a, one), (a, one)) >= 0.5
