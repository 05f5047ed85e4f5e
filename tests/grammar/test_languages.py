"""A second language is a second file: its phrases are read by the same grammar."""

from __future__ import annotations

from collections.abc import Iterator
from math import inf

import pytest

from factcheck.grammar import Reader
from factcheck.ruleset import languages, load_language, load_language_examples
from factcheck.ruleset.language_schema import Example
from factcheck.values import DateReading, Ordered, Quantity
from factcheck.values.reading import ClockTime
from factcheck.values.resolve import resolve
from factcheck.values.wording import shown_bounds
from tests.grammar.kinds import kind_of

OTHERS = [code for code in languages() if code != "en"]
FILES = {code: load_language_examples(code) for code in OTHERS}
DAY = DateReading(2011, 11, 16)  # a Wednesday


@pytest.fixture(scope="module")
def readers() -> dict[str, Reader]:
    return {code: Reader(load_language(code)) for code in OTHERS}


def phrases() -> Iterator[object]:
    """Yield each phrase of each language with its kind."""
    for code, file in FILES.items():
        for kind, examples in file.examples.items():
            yield from (pytest.param(code, kind, each, id=f"{code}-{each.say}") for each in examples)
        for row in file.dates.forms.values():
            yield from (pytest.param(code, "date", each, id=f"{code}-form-{each.say}") for each in row.examples)


@pytest.mark.parametrize(("code", "kind", "example"), list(phrases()))
def test_phrase(readers: dict[str, Reader], code: str, kind: str, example: Example) -> None:
    found = readers[code].find(example.say, kind)
    read = [each.reading for each in found]
    shown = [resolve(each, DAY).notation() if isinstance(each, DateReading) else each.notation() for each in read]
    assert shown == [example.means]


@pytest.mark.parametrize(
    ("code", "example"),
    [
        pytest.param(code, each, id=f"{code}-{each.say}")
        for code, file in FILES.items()
        for table in (file.hedges, file.plain, file.vague)
        for row in table.values()
        for each in row.examples
    ],
)
def test_example_of_a_row(readers: dict[str, Reader], code: str, example: Example) -> None:
    kind = kind_of(example.means)
    [found] = readers[code].find(example.say, kind)
    assert isinstance(found.reading, Quantity)
    assert found.reading.notation() == example.means
    bounds = readers[code].language.bounding.of_quantity(found.reading, exact=False)
    shown = shown_bounds(Ordered(kind, example.means, bounds, found.reading.unit))
    low, high = (inf if end is None else end for end in (example.low, example.high))
    assert (shown.low, shown.high) == (pytest.approx(low, abs=0.06), pytest.approx(high, abs=0.06))


@pytest.mark.parametrize(
    ("code", "example"),
    [
        pytest.param(code, each, id=f"{code}-{each.say}")
        for code, file in FILES.items()
        for row in file.clock.forms.values()
        for each in row.examples
    ],
)
def test_time(readers: dict[str, Reader], code: str, example: Example) -> None:
    [found] = readers[code].find_all(example.say)
    assert isinstance(found.reading, ClockTime)
    assert found.reading.notation() == example.means


@pytest.mark.parametrize("code", OTHERS)
def test_a_language_has_examples_enough(code: str) -> None:
    assert sum(map(len, FILES[code].examples.values())) >= 150
