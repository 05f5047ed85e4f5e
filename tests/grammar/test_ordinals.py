"""Ordinals and bare degrees, where a rule looks for them."""

from __future__ import annotations

import pytest

from factcheck.grammar import Reader
from factcheck.ruleset import load_ruleset
from factcheck.values.reading import Quantity

READER = Reader(load_ruleset(()).language)


def read(text: str, kind: str) -> list[str]:
    found = READER.find(text, kind)
    assert all(isinstance(each.reading, Quantity) and each.reading.kind == kind for each in found)
    return [f"{text[each.start : each.end]}: {each.reading.notation()}" for each in found]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("his sixth defence", ["sixth: 6"]),
        ("the 25th title, not the 24th", ["25th: 25", "24th: 24"]),
        ("a twenty-first victim", ["twenty-first: 21"]),
        ("the twenty first time", ["twenty first: 21"]),
        ("six defences of 25 titles", []),
        ("twenty people", []),
    ],
)
def test_ordinals_tell_which_one_it_was(text: str, said: list[str]) -> None:
    assert read(text, "ordinal") == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("in temperatures of minus 17 degrees", ["minus 17 degrees: -17 degree"]),
        ("it fell to -31 °C", ["-31 °C: -31 degree celsius"]),
        ("14 °F and 14 miles", ["14 °F: 14 degree fahrenheit"]),
    ],
)
def test_bare_degrees_are_temperatures_where_one_is_looked_for(text: str, said: list[str]) -> None:
    assert read(text, "temperature") == said
