"""Strings that once raised an exception or broke a law of what is read, most of them found by `bench/fuzz.py`."""

from __future__ import annotations

import pytest

from bench.fuzz import Checker, fuzz
from factcheck.ruleset import Ruleset


@pytest.fixture(scope="module")
def checker(ruleset: Ruleset) -> Checker:
    return Checker(ruleset.language)


@pytest.mark.xfail(raises=ValueError, reason="cents after a range of dollars are added to its beginning only")
@pytest.mark.parametrize("text", ["5 to 5.2 dollars 50", "0to0.001dollar1"])
def test_todo(checker: Checker, text: str) -> None:
    checker.check(text)


def test_a_few_random_strings() -> None:
    outcome = fuzz(2_000, seed=0)
    assert outcome.strings == 2_000
    assert not outcome.faults
