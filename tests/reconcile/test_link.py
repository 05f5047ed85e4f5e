"""Which subjects of different documents are one, and which only look it."""

from __future__ import annotations

import pytest

from factcheck.model import Claim, Subject
from factcheck.reconcile.link import Linker
from factcheck.ruleset import About
from factcheck.values import Bounds, Interval, Ordered

ABOUT = (
    About(id="film", kind="work"),
    About(id="detention", kind="person"),
    About(id="disaster", kind="event"),
)
_VALUE = Ordered("number", "1", Bounds(Interval(1, 1), Interval(1, 1)))


def linked(subjects: list[Subject]) -> list[tuple[str, str]]:
    """The key of each subject, every one from a document of its own."""
    claims = [Claim("x.y", subject, _VALUE, "prose", "x.y", id=f"c{n}") for n, subject in enumerate(subjects)]
    linker = Linker(claims, ABOUT)
    return [linker.key(claim.subject) for claim in linker.named(claims)]


@pytest.mark.parametrize(
    ("about", "names"),
    [
        ("film", ["Ai Weiwei: Never Sorry", "AI WEIWEI: NEVER SORRY", "Ai WeiWei - Never Sorry"]),
        ("detention", ["Ai Weiwei", "Ai Wei Wei", "Ai WeiWei", "Weiwei Ai", "艾未未"]),
        ("detention", ["Björk Guðmundsdóttir", "Bjork Gudmundsdottir"]),
        ("disaster", ["Sichuan earthquake", "sichuan earthquake"]),
    ],
)
def test_spellings_of_one(about: str, names: list[str]) -> None:
    assert len(set(linked([Subject(about, name) for name in names]))) == 1


@pytest.mark.parametrize(
    ("about", "names"),
    [
        ("film", ["Never Sorry", "The Fake Case"]),
        ("film", ["Rocky II", "Rocky III"]),
        ("detention", ["Andrew Cohen", "Andrea Cohen"]),
        ("disaster", ["Sichuan earthquake", "Yunnan earthquake"]),
    ],
)
def test_look_alikes(about: str, names: list[str]) -> None:
    assert len(set(linked([Subject(about, name) for name in names]))) == len(names)


def test_a_short_title_joins_the_full_one_that_its_page_uses() -> None:
    full = Subject("film", "Ai Weiwei: Never Sorry")
    short = Subject("film", "Ai Wei Wei", aliases=("Ai Weiwei: Never Sorry",))
    other = Subject("film", "Ai Wei Wei: The Fake Case")
    keys = linked([full, short, full, other])
    assert keys[0] == keys[1] != keys[3]


def test_years_tell_events_apart_only_where_two_are_named() -> None:
    def quake(year: int | None) -> Subject:
        return Subject("disaster", "Sichuan earthquake", year=year)

    first, second = linked([quake(2008), quake(None)])
    assert first == second
    first, second, third = linked([quake(2008), quake(2013), quake(None)])
    assert len({first, second, third}) == 3
