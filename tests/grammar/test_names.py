"""Names: where they stand in prose, and how the lists of labelled lines are split."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from factcheck.grammar import Reader
from factcheck.grammar.fold import fold
from factcheck.ruleset import Ruleset
from factcheck.values import Listing

Read = Callable[[str], list[tuple[str, ...]]]


@pytest.fixture(scope="module")
def reader(ruleset: Ruleset) -> Reader:
    return Reader(ruleset.language)


@pytest.fixture(scope="module")
def read(reader: Reader) -> Read:
    """Return the names that prose holds; those that "and" joins come together."""

    def run(text: str) -> list[tuple[str, ...]]:
        readings = [found.reading for found in reader.find(fold(text), "name")]
        return [reading.items for reading in readings if isinstance(reading, Listing)]

    return run


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("directed by Alison Klayman in 2011", "Alison Klayman"),
        ("charged Gary Holt of New Haven with theft", "Gary Holt"),
        ("the trial of Joan of Arc", "Joan of Arc"),
        ("On Monday Ai Weiwei said", "Ai Weiwei"),
        ("the artist Ai Weiwei’s detention", "Ai Weiwei"),
        ("The Ai Weiwei film", "Ai Weiwei"),
        ("the artist 艾未未 said", "艾未未"),
        ("by J. K. Rowling.", "J. K. Rowling"),
        ("by J.K. Rowling", "J.K. Rowling"),
        ("with U.S. President Barack Obama", "Barack Obama"),
        ("with Bashar al-Assad", "Bashar al-Assad"),
        ("the writer J. R. R. Tolkien wrote", "J. R. R. Tolkien"),
        ("Ludwig van Beethoven was deaf", "Ludwig van Beethoven"),
        ("Juan de la Cruz wrote", "Juan de la Cruz"),
        ("by Guillermo del Toro", "Guillermo del Toro"),
        ("Lars von Trier, who", "Lars von Trier"),
        ("Bashar al Assad said", "Bashar al Assad"),
        ("with Prof. Stephen Hawking", "Stephen Hawking"),
        ("Sir Ian McKellen played", "Ian McKellen"),
        ("as President Barack Obama said", "Barack Obama"),
        ("by Martin Luther King Jr. in 1963", "Martin Luther King Jr"),
        ("said Sean O’Connor", "Sean O'Connor"),
        ("met Mary-Jane Watson", "Mary-Jane Watson"),
        ("with Émile Zola", "Émile Zola"),
        ("by Östen Åkesson", "Östen Åkesson"),
        ("with Александр Сокуров", "Александр Сокуров"),
        ("JOHN SMITH", "JOHN SMITH"),
        ("for Wim\u00a0Wenders", "Wim Wenders"),
        ("and so did Cher", "Cher"),
        ("with Stephen King", "Stephen King"),  # a title only in front of a name
    ],
)
def test_a_name_in_prose(read: Read, text: str, name: str) -> None:
    assert read(text) == [(name,)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("by Adam Schlesinger and Julie Goldman", [("Adam Schlesinger", "Julie Goldman")]),
        ("by Julie Goldman, Karl Katz, and Andrew Cohen.", [("Julie Goldman", "Karl Katz", "Andrew Cohen")]),
        ("Alison Klayman & Ai Weiwei", [("Alison Klayman", "Ai Weiwei")]),
        # Commas alone join no names in prose: the second may explain the first.
        ("with Julie Goldman, Karl Katz", [("Julie Goldman",), ("Karl Katz",)]),
        ("John Smith. Mary Jones", [("John Smith",), ("Mary Jones",)]),
        ("Ai Weiwei’s wife Lu Qing", [("Ai Weiwei",), ("Lu Qing",)]),
        ("with Dr Smith and Mr. Jones", [("Smith",), ("Jones",)]),
    ],
)
def test_several_names_in_prose(read: Read, text: str, names: list[tuple[str, ...]]) -> None:
    assert read(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "in New York City",
        "the National Film Museum",
        "the University of London Press",
        "After that, nobody came.",
        "On Monday",
        "The director said",
        "ai weiwei",
        "Mao",  # every sentence begins with a capital
        "12 April",
        "",
    ],
)
def test_no_name(read: Read, text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Alison Klayman", ("Alison Klayman",)),
        ("Julie Goldman, Karl Katz, Andrew Cohen", ("Julie Goldman", "Karl Katz", "Andrew Cohen")),
        ("Julie Goldman, Karl Katz and Andrew Cohen", ("Julie Goldman", "Karl Katz", "Andrew Cohen")),
        ("\u00a0Adam Schlesinger ", ("Adam Schlesinger",)),
        ("Alison Klayman / Ai Weiwei", ("Alison Klayman", "Ai Weiwei")),
        ("Alison Klayman & Ai Weiwei; Julie Goldman", ("Alison Klayman", "Ai Weiwei", "Julie Goldman")),
        ("John Smith | Jane Roe", ("John Smith", "Jane Roe")),
        ("艾未未、陆青", ("艾未未", "陆青")),
        ("Alison Klayman (director)", ("Alison Klayman",)),
        ("Alison Klayman [uncredited], Ai Weiwei", ("Alison Klayman", "Ai Weiwei")),
        ("Sandy Anderson and Andy Sanders", ("Sandy Anderson", "Andy Sanders")),
        ("Sammy Davis, Jr.", ("Sammy Davis",)),
        ("Jane Roe, Ph.D., John Smith", ("Jane Roe", "John Smith")),
        ("J. K. Rowling", ("J. K. Rowling",)),
        ("**Alison Klayman**", ("Alison Klayman",)),
        ("Alison Klayman, Alison Klayman", ("Alison Klayman",)),
        ("The RZA", ("The RZA",)),
    ],
)
def test_the_list_of_a_labelled_line(reader: Reader, text: str, names: tuple[str, ...]) -> None:
    found = reader.read_line(fold(text), "name")
    assert found is not None
    assert found.reading == Listing("name", names)


@pytest.mark.parametrize("text", ["", " ", "--", "123", "(unknown)", ","])
def test_a_labelled_line_without_names(reader: Reader, text: str) -> None:
    assert reader.read_line(text, "name") is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("艾未未说", "艾未未", marks=pytest.mark.xfail(reason="Chinese has no spaces to cut at")),
    ],
)
def test_a_name_that_is_not_yet_read(read: Read, text: str, name: str) -> None:
    assert read(text) == [(name,)]
