"""The tables of names hold what they promise, and names become comparable."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st
from pydantic import ValidationError

from factcheck.normalise.names import person_item, person_name
from factcheck.ruleset import Ruleset
from factcheck.ruleset.language_schema import NameWords
from factcheck.values.name import PersonName
from factcheck.values.similarity import person_score
from factcheck.values.value import Collective, Likeness, Person
from tests.conftest import ROOT

Named = Callable[[str], tuple[PersonName, Person | Collective | None]]
PEOPLE = yaml.safe_load((ROOT / "rules" / "names" / "people.yaml").read_text(encoding="utf-8"))["known_as"]
WORDS = [
    "Andy",
    "Andrew",
    "James",
    "Martin",
    "Cohen",
    "Kohen",
    "Cohn",
    "Jean-Luc",
    "Luc",
    "J.",
    "JL",
    "al-Rawi",
    "bin",
    "Jr",
]
WORDS += ["Sr", "Brothers", "The", "Cohens", "Coh?n", "\ufffdndy", "Dr.", "de", "Wei", "Petrovich", "艾未未", "?"]
anybody = st.lists(st.sampled_from(WORDS), min_size=1, max_size=5).map(" ".join) | st.text(max_size=20)


@pytest.fixture(scope="session")
def named(ruleset: Ruleset) -> Named:
    """Read a text as a name; the tables stay out of what a failing example prints."""
    names = ruleset.language.names
    return lambda text: (person_name(text, names), person_item(text, names))


@given(a=anybody, b=anybody)
@example(a="A", b="AA")
@example(a="Michael James", b="Chris James Martin")
@example(a="James Martin", b="Martin James")
def test_any_two_names_are_compared_and_alike_from_both_sides(named: Named, a: str, b: str) -> None:
    (mine, one), (theirs, other) = named(a), named(b)
    assert 0 <= person_score(mine, theirs) == person_score(theirs, mine) <= 1
    if one is None or other is None:
        return
    assert one.likeness(other) == other.likeness(one)
    assert one.likeness(one) == (Likeness.SAME, "")


@pytest.mark.parametrize("row", PEOPLE, ids=lambda row: row[0])
def test_names_of_one_person_are_looked_up_as_documents_write_them(ruleset: Ruleset, row: list[str]) -> None:
    for name in row:
        read = person_name(name.title(), ruleset.language.names)
        assert read.squashed == name.replace(" ", "")
        assert read.known_as == {other.replace(" ", "") for other in row if other != name}


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Sammy Davis, Jr.", "sammy davis ii"),
        ("Alexandre Dumas père", "alexandre dumas i"),
        ("Dr. Jean-Luc Picard", "jeanluc picard"),
        ("Fran\ufffdois Truffaut", "fran?ois truffaut"),
        ("Fran?ois Truffaut", "fran?ois truffaut"),
        ("\ufffd Andy Cohen?", "andy cohen"),
        ("?", ""),
    ],
)
def test_a_name_in_comparable_form(ruleset: Ruleset, text: str, key: str) -> None:
    assert person_name(text, ruleset.language.names).key == key


@pytest.mark.parametrize(
    ("text", "surnames"),
    [
        ("The Coen Brothers", {"coen"}),
        ("the Quay Bros.", {"quay"}),
        ("The Brothers Strause", {"strause"}),
        ("The Van Damme Brothers", {"damme"}),
        ("Gebrüder Skladanowsky", {"skladanowsky"}),
        ("The Hugheses", {"hughes", "hughese"}),
        ("Joel Coen", set()),
        ("The Rock", set()),
        ("Brothers", set()),
        ("Joel and Ethan Brothers", set()),
    ],
)
def test_several_people_by_one_name(ruleset: Ruleset, text: str, surnames: set[str]) -> None:
    item = person_item(text, ruleset.language.names)
    assert (item.surnames if isinstance(item, Collective) else set()) == surnames


def test_the_wording_of_a_collective_says_where_the_name_stands() -> None:
    with pytest.raises(ValidationError, match=r"one \{surname\}"):
        NameWords(collectives=("the brothers",))
