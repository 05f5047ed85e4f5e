"""Real folders are reported as they were when somebody last looked at the difference and accepted it."""

from __future__ import annotations

import difflib
import re
from pathlib import Path

import pytest

from factcheck.ruleset import Ruleset
from tests.ecosystem.record import EXPECTED, folders, notation, read_expected, recorded

FOLDERS = folders()


@pytest.mark.parametrize("name", FOLDERS)
def test_nothing_has_changed_that_nobody_accepted(name: str, ruleset: Ruleset) -> None:
    old, new = read_expected().get(name, ""), recorded(FOLDERS[name], ruleset)
    diff = difflib.unified_diff(old.splitlines(), new.splitlines(), "accepted", "now", lineterm="", n=0)
    told = "\n".join(diff)
    assert not told, f"{name} has changed:\n{told}\naccept it with: python -m tests.ecosystem --accept"


def test_fifty_folders_are_expected_and_no_word_of_them_is_kept() -> None:
    expected = read_expected()
    assert len(expected) >= 50 and EXPECTED.stat().st_size > 10_000
    findings = [line for block in expected.values() for line in block.splitlines()[1:]]
    readings = [side.split(" in ")[0] for line in findings for side in line.split(": ", 1)[1].split(" | ") if side]
    assert len(readings) > len(findings) > 50
    assert all(notation(reading) == reading or re.fullmatch("#[0-9a-f]{8}", reading) for reading in readings)


@pytest.mark.parametrize("reading", ["name:andrew cohen", "a lost time zone", "per person", "2 dozen men"])
def test_words_are_hashed(reading: str) -> None:
    assert notation(reading).startswith("#") and len(notation(reading)) == 9


@pytest.mark.parametrize("reading", ["P2M", "P3M LESS_THAN", "2011-21", "86633 MORE_THAN", "[2011-06-07,2011-07-06]"])
def test_figures_stay(reading: str) -> None:
    assert notation(reading) == reading


def test_folders_have_documents() -> None:
    assert all(any(Path(folder).glob("*.txt")) for folder in FOLDERS.values())
