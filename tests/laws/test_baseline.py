"""A baseline is idempotent: what it holds is not new, and it is written as it was; and sound: what it lacks is new."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import assume, given
from hypothesis import strategies as st

from factcheck.gate.baseline_file import NAME
from factcheck.gate.upkeep import created, updated
from factcheck.model import Finding, Report
from factcheck.ruleset import Ruleset
from factcheck.run import run
from factcheck.settings import Settings
from tests.laws import examples
from tests.laws.folders import FOLDERS, Page

ABOVE = "An unrelated remark stands here.\n\n"


def written(folder: Path, pages: list[Page], above: str = "") -> None:
    for n, page in enumerate(pages):
        (folder / f"{n}.txt").write_text(above + page.text())


def found(folder: Path, ruleset: Ruleset, *, known: bool) -> Report:
    settings = Settings(use_facts=False)
    update = {"baseline": folder / NAME} if known else {"use_baseline": False}
    return run([folder], settings.model_copy(update=update), ruleset)


def new(report: Report) -> list[Finding]:
    return [finding for finding in report.findings if finding.new and finding.sides]


@given(pages=FOLDERS)
@examples(12)
def test_what_is_in_the_baseline_is_not_new_and_stays_as_it_is_written(ruleset: Ruleset, pages: list[Page]) -> None:
    with TemporaryDirectory() as place:
        folder = Path(place)
        written(folder, pages)
        made = created(found(folder, ruleset, known=False).findings, [folder], folder)
        (folder / NAME).write_text(made.render())
        again = found(folder, ruleset, known=True)
        assert new(again) == []
        assert updated(made, again.findings, [folder], folder).baseline.render() == made.render()
        written(folder, pages, above=ABOVE)
        assert new(found(folder, ruleset, known=True)) == []


@given(runtimes=st.lists(st.integers(1, 300), min_size=3, max_size=3, unique=True))
@examples(12)
def test_another_value_on_a_known_line_is_one_new_finding(ruleset: Ruleset, runtimes: list[int]) -> None:
    first, second, third = runtimes
    assume(min(abs(first - second), abs(first - third), abs(second - third)) > 1)  # a minute apart is no finding
    with TemporaryDirectory() as place:
        folder = Path(place)
        for n, minutes in enumerate((first, second)):
            (folder / f"{n}.txt").write_text(f"Film: The Long Wait\nYear: 2011\nRuntime: {minutes} minutes\n")
        before = found(folder, ruleset, known=False)
        made = created(before.findings, [folder], folder)
        assert len(made.entries) == 1
        (folder / NAME).write_text(made.render())
        (folder / "1.txt").write_text(f"Film: The Long Wait\nYear: 2011\nRuntime: {third} minutes\n")
        (only,) = new(found(folder, ruleset, known=True))
        assert only.field == "film.runtime"
        assert replace(only, new=False).known_as != before.findings[0].known_as
