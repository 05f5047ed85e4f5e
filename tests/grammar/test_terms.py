"""Closed vocabularies: countries and languages by any of their names, alone and in lists."""

from __future__ import annotations

import pytest

from factcheck.grammar import Reader
from factcheck.grammar.fold import fold
from factcheck.ruleset import Ruleset
from factcheck.values import Listing


@pytest.fixture(scope="module")
def reader(ruleset: Ruleset) -> Reader:
    return Reader(ruleset.language)


def codes(reader: Reader, kind: str, text: str) -> list[str | None]:
    """Return the codes of a labelled line's terms, nothing where it holds other words."""
    found = reader.read_line(fold(text), kind)
    items = found.reading.items if found is not None and isinstance(found.reading, Listing) else ()
    return [reader.code(kind, item) for item in items]


COUNTRIES = [
    ("USA", ["US"]),
    ("U.S.A.", ["US"]),
    ("the United States", ["US"]),
    ("USA / China", ["US", "CN"]),
    ("USA, China", ["US", "CN"]),
    ("USA & China", ["US", "CN"]),
    ("USA and China", ["US", "CN"]),
    ("USA | China", ["US", "CN"]),
    ("USA – China", ["US", "CN"]),
    ("USA\u00a0/\u00a0China", ["US", "CN"]),
    ("Bosnia and Herzegovina", ["BA"]),
    ("Trinidad & Tobago", ["TT"]),
    ("Korea, South", ["KR"]),
    ("Guinea-Bissau", ["GW"]),
    ("Côte d’Ivoire", ["CI"]),
    ("Ivory Coast", ["CI"]),
    ("Burma", ["MM"]),
    ("china (mainland)", ["CN"]),
    ("France; France", ["FR"]),
    ("West Germany", ["XWG"]),
    ("FRANCE", ["FR"]),
]
LANGUAGES = [
    ("English", ["en"]),
    ("(Subtitled) English, Mandarin", ["en", "cmn"]),
    ("Mandarin Chinese", ["cmn"]),
    ("Chinese and English", ["zh", "en"]),
    ("English [subtitled] / French", ["en", "fr"]),
    ("Brazilian Portuguese", ["pt-BR"]),
    ("Serbo-Croatian", ["sh"]),
    ("American Sign Language", ["ase"]),
    ("Norwegian Bokmål", ["nb"]),
]


@pytest.mark.parametrize(("text", "expected"), COUNTRIES)
def test_countries(reader: Reader, text: str, expected: list[str]) -> None:
    assert codes(reader, "country", text) == expected


@pytest.mark.parametrize(("text", "expected"), LANGUAGES)
def test_languages(reader: Reader, text: str, expected: list[str]) -> None:
    assert codes(reader, "language", text) == expected


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("country", "Narnia"),
        ("country", "USA, Narnia"),  # half a list would be a wrong one
        ("country", "American"),
        ("country", ""),
        ("country", "()"),
        ("language", "Silent"),
        ("language", "English with subtitles"),
    ],
)
def test_other_words(reader: Reader, kind: str, text: str) -> None:
    assert codes(reader, kind, text) == []


@pytest.mark.parametrize(
    ("kind", "text", "terms"),
    [
        ("country", "She lived in China, then in New Zealand.", ["China", "New Zealand"]),
        ("country", "They moved from the United States to France.", ["United States", "France"]),
        ("language", "She speaks Mandarin Chinese and Hebrew.", ["Mandarin Chinese", "Hebrew"]),
        ("country", "Paris Hilton met Jordan Peele.", []),
        ("country", "tell us more", []),
        ("text", "shown by Sundance Selects in Paris", ["Sundance Selects", "Paris"]),
    ],
)
def test_terms_in_prose(reader: Reader, kind: str, text: str, terms: list[str]) -> None:
    found = reader.find(text, kind)
    assert [text[each.start : each.end] for each in found] == terms


def test_every_name_of_a_country_reads_as_that_country(reader: Reader, ruleset: Ruleset) -> None:
    """So no alias is taken apart at its "and" or comma, or lost to another."""
    names = ruleset.language.terms["country"].aliases
    assert {name: codes(reader, "country", name) for name in names} == {name: [code] for name, code in names.items()}


def test_the_shown_name_of_a_term_is_one_of_its_own(reader: Reader, ruleset: Ruleset) -> None:
    for kind in ("country", "language"):
        for code, name in ruleset.language.terms[kind].display.items():
            assert reader.code(kind, name) == code
