"""Every row of the language file does what its own examples say."""

from __future__ import annotations

from math import inf

import pytest

from factcheck.grammar import Reader
from factcheck.ruleset import Ruleset, load_language_examples
from factcheck.ruleset.language_schema import Example
from factcheck.values import DateReading, Ordered, Quantity
from factcheck.values.reading import ClockTime
from factcheck.values.resolve import resolve
from factcheck.values.wording import shown_bounds
from tests.grammar.kinds import kind_of

FILE = load_language_examples()
ROWS = {
    f"{table}.{name}": row.examples
    for table, rows in (("hedges", FILE.hedges), ("plain", FILE.plain), ("vague", FILE.vague))
    for name, row in rows.items()
}


@pytest.mark.parametrize(
    "example",
    [pytest.param(example, id=f"{row}-{example.say}") for row, examples in ROWS.items() for example in examples],
)
def test_example(ruleset: Ruleset, example: Example) -> None:
    kind = kind_of(example.means)
    reader = Reader(ruleset.language)
    [found] = reader.find(example.say, kind) or reader.find(example.say, "persons")  # "numerous" counts persons only
    assert isinstance(found.reading, Quantity)
    assert found.reading.notation() == example.means
    bounds = ruleset.language.bounding.of_quantity(found.reading, exact=False)
    shown = shown_bounds(Ordered(kind, example.means, bounds, found.reading.unit))
    low, high = (inf if end is None else end for end in (example.low, example.high))
    assert (shown.low, shown.high) == (pytest.approx(low, abs=0.06), pytest.approx(high, abs=0.06))
    assert bounds.lenient.holds(bounds.literal)


@pytest.mark.parametrize(
    ("meaning", "example"),
    [
        pytest.param(meaning, example, id=f"{meaning}-{example.say}")
        for meaning, row in FILE.dates.forms.items()
        for example in row.examples
    ],
)
def test_example_of_a_date(ruleset: Ruleset, meaning: str, example: Example) -> None:
    [found] = Reader(ruleset.language).find(example.say, "date")
    assert isinstance(found.reading, DateReading)
    assert resolve(found.reading, DateReading(2011, 11, 16)).notation() == example.means


@pytest.mark.parametrize(
    ("meaning", "example"),
    [
        pytest.param(meaning, example, id=f"{meaning}-{example.say}")
        for meaning, row in FILE.clock.forms.items()
        for example in row.examples
    ],
)
def test_example_of_a_time(ruleset: Ruleset, meaning: str, example: Example) -> None:
    [found] = Reader(ruleset.language).find_all(f"at {example.say}, he said")
    assert isinstance(found.reading, ClockTime)
    assert found.reading.notation() == example.means


@pytest.mark.parametrize("row", FILE.dates.forms)
def test_every_form_has_an_example(row: str) -> None:
    assert FILE.dates.forms[row].examples


@pytest.mark.parametrize("row", ROWS)
def test_every_row_has_an_example(row: str) -> None:
    assert ROWS[row]


@pytest.mark.parametrize(
    ("row", "word"),
    [(name, word) for name, row in FILE.hedges.items() for word in row.words],
)
def test_every_hedge_before_a_number_is_heard(ruleset: Ruleset, row: str, word: str) -> None:
    [found] = Reader(ruleset.language).find(f"{word} 40 people", "number")
    assert isinstance(found.reading, Quantity)
    assert (found.start, found.reading.hedge) == (0, row)


@pytest.mark.parametrize(
    ("row", "word"),
    [(name, word) for name, row in FILE.hedges.items() for word in row.after],
)
def test_every_hedge_behind_a_number_is_heard(ruleset: Ruleset, row: str, word: str) -> None:
    [found] = Reader(ruleset.language).find(f"40 {word}", "number")
    assert isinstance(found.reading, Quantity)
    assert (found.end, found.reading.hedge) == (len(f"40 {word}"), row)


@pytest.mark.parametrize(
    ("row", "word"),
    [(name, word) for name, row in FILE.vague.items() for word in row.words if row.lengths_only],
)
def test_a_vague_amount_of_lengths_counts_nothing_else(ruleset: Ruleset, row: str, word: str) -> None:
    reader = Reader(ruleset.language)
    assert reader.find(f"{word} people", "number") == []
    [found] = reader.find(f"{word} months", "duration")
    assert isinstance(found.reading, Quantity)
    assert found.reading.vague == row


@pytest.mark.parametrize(
    ("row", "word"),
    [(name, word) for name, row in FILE.vague.items() for word in row.words if not row.lengths_only],
)
def test_every_vague_amount_is_heard(ruleset: Ruleset, row: str, word: str) -> None:
    [found] = Reader(ruleset.language).find(f"{word} people", "number")
    assert isinstance(found.reading, Quantity)
    assert (found.end, found.reading.vague) == (len(word), row)
