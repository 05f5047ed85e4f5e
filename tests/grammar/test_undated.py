"""Times that no calendar has: what is one, and what only looks like one."""

from __future__ import annotations

import pytest

from factcheck.normalise.values import ValueFinder
from factcheck.ruleset import Ruleset, load_language


def _read(finder: ValueFinder, text: str) -> list[tuple[str, str | None]]:
    return [(each.text, each.timex) for each in finder.find(text) if each.kind == "time"]


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("She now runs the mill.", [("now", "PRESENT_REF")]),
        ("Now she runs the mill.", [("Now", "PRESENT_REF")]),
        ("It is currently shut, and will open soon.", [("currently", "PRESENT_REF"), ("soon", "FUTURE_REF")]),
        ("The mill was recently sold.", [("recently", "PAST_REF")]),
        ("In the past, mills stood here.", [("In the past", "PAST_REF")]),
        ("in the past four weeks", []),
        ("in the past few weeks", []),
        ("in the past year", []),
        ("Come as soon as you can.", []),
        ("so soon", []),
        ("four days from now", []),
        ("the film Apocalypse Now", []),
        ("a member of NOW", []),
        ("sooner or later", []),
    ],
)
def test_a_time_without_a_date(ruleset: Ruleset, text: str, times: list[tuple[str, str]]) -> None:
    assert _read(ValueFinder(ruleset.language), text) == times


def test_it_has_no_bounds(ruleset: Ruleset) -> None:
    [read] = ValueFinder(ruleset.language).find("She now runs the mill.")
    assert (read.reading, read.value, read.low, read.high, read.first, read.last) == ("PRESENT_REF", *[None] * 5)


def test_another_language_has_its_own() -> None:
    finder = ValueFinder(load_language("es"))
    assert _read(finder, "Actualmente vive en Lima.") == [("Actualmente", "PRESENT_REF")]
    assert _read(finder, "En el pasado vivió en Quito.") == [("En el pasado", "PAST_REF")]
