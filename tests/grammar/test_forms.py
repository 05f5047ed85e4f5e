"""Forms as data: how they are expanded, which one wins, and what is said of those that cannot be read."""

from __future__ import annotations

import pytest

from factcheck.grammar.forms import Filled, FormError, FormTable, Nested, Slot, expand
from factcheck.grammar.tokens import PhraseTable, Token, tokenise

COLOURS = PhraseTable([("red", "R"), ("dark red", "D")])


def colour(tokens: list[Token], at: int) -> tuple[str, int] | None:
    return COLOURS.match(tokens, at)


def shown(filled: Filled) -> str | None:
    return "+".join(f"{name}={value}" for name, value in filled.items()) or "plain"


def table(*forms: str) -> FormTable[str]:
    slot = Slot(COLOURS.starts, colour, COLOURS.second, COLOURS.never_alone)
    nested = {"whole": Nested[str](lambda found: "first" in found)}
    return FormTable([(form, shown) for form in forms], {"colour": slot}, nested)


@pytest.mark.parametrize(
    ("form", "ways"),
    [
        ("a b", [["a", "b"]]),
        ("[the] a", [["the", "a"], ["a"]]),
        ("(a|b) c", [["a", "c"], ["b", "c"]]),
        ("{x} [of {y:x}]", [[("x", "x"), "of", ("y", "x")], [("x", "x")]]),
        ("o'clock", [["o'clock"]]),
    ],
)
def test_every_way_to_say_a_form(form: str, ways: list[list[str | tuple[str, str]]]) -> None:
    assert expand(form) == ways


@pytest.mark.parametrize("form", ["a [b", "a (b|c", "a] b", "a )"])
def test_a_bracket_too_many(form: str) -> None:
    with pytest.raises(FormError):
        expand(form)


@pytest.mark.parametrize(
    ("forms", "text", "meaning", "words"),
    [
        (["{first:colour} wine", "{colour} wine bar"], "red wine bar", "colour=R", 3),
        (["{first:colour} wine", "{colour} wine bar"], "red wine list", "first=R", 2),
        (["{first:colour}", "{second:colour}"], "dark red", "first=D", 2),
        (["{first:colour} wine", "no {whole}"], "no red wine", "whole=first=R", 3),
        (["{first:colour} wine"], "red-wine", "first=R", 3),
        (["{first:colour} wine"], "red beer", None, 0),
        (["{first:colour} wine"], "dark beer", None, 0),
        (["{first:colour} wine"], "red", None, 0),
    ],
)
def test_the_longest_form_wins_and_the_first_of_equals(
    forms: list[str], text: str, meaning: str | None, words: int
) -> None:
    found = table(*forms).read(tokenise(text), 0)
    assert found == (None if meaning is None else (meaning, words))


def test_an_unknown_slot_is_named_with_its_form() -> None:
    with pytest.raises(FormError, match=r"'a \{shape\}': no slot \{shape\}; there are colour, whole"):
        table("a {shape}")


def test_whole_forms_stand_a_few_deep_in_one_another() -> None:
    forms = table("{first:colour}", "first {whole}")
    assert forms.read(tokenise("first first red"), 0) == ("whole=whole=first=R", 3)
    assert forms.read(tokenise("first " * 500 + "red"), 0) is None
