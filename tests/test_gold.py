"""The hand-checked groups over five real pages, where those lie beside the project."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from factcheck.api import check
from factcheck.report.json import render
from factcheck.report.view import View
from tests.conftest import GOLD, PAGES, SEEDS

SCORERS = [file for file in (GOLD / "score_seeds.py",) if file.is_file()]


@pytest.mark.parametrize("scorer", SCORERS, ids=lambda file: file.name)
def test_real_pages(scorer: Path, tmp_path: Path) -> None:
    report = tmp_path / "report.json"
    report.write_text(render(check([PAGES]), View()), encoding="utf-8")
    command = [sys.executable, str(scorer), str(report), "--need", "C1,C2,C3,C4,C5,C6,C8", "--min-recall", "0.7"]
    scored = subprocess.run(command, check=False, capture_output=True, text=True)
    assert scored.returncode == 0, scored.stdout


def test_sample_pages_disagree_as_the_real_ones_do() -> None:
    """The samples in the repository restate the facts, so the same must be found in them."""
    report = check([SEEDS])
    loud = {(each.field, each.severity) for each in report.findings if each.severity != "note"}
    orders = {("detention.arrest", "warning"), ("film.award", "warning")}
    assert loud == {("detention.length", "error"), ("film.producer", "error"), ("film.year", "warning"), *orders}
    assert ("film.country", "note") in {(each.field, each.severity) for each in report.findings}
    detention = next(each for each in report.findings if each.field == "detention.length")
    assert detention.likely is not None
    assert (detention.likely.value, detention.likely.decided) == ("80 days", True)
    producer = next(each for each in report.findings if each.code == "FC104")
    assert producer.likely is not None and not producer.likely.decided
    assert "Andy is short for Andrew" in producer.hints[0]
