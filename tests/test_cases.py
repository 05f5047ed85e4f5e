"""Stories: a folder of documents each, and the report that a person should see.

`pytest --accept` writes what is printed into `expected.txt`; read the diff before you keep it.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.api import check
from factcheck.report.terminal import render
from factcheck.report.view import Look, View
from factcheck.ruleset import Ruleset

STORIES = sorted(folder for folder in (Path(__file__).parent / "cases").iterdir() if folder.is_dir())


@pytest.mark.parametrize("story", STORIES, ids=lambda folder: folder.name)
def test_story(story: Path, ruleset: Ruleset, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(story)  # paths are printed relative to the current folder
    documents = sorted(file for file in Path().iterdir() if file.name not in ("expected.txt", "sources.yaml"))
    report = check(documents)
    printed = render(report, View(Look(80)))
    printed += "".join(f"{problem.path}: {problem.what}\n" for problem in report.problems)
    expected = Path("expected.txt")
    if request.config.getoption("--accept"):
        expected.write_text(printed, encoding="utf-8")
    assert printed == expected.read_text(encoding="utf-8")
