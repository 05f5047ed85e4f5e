"""Settings files: every fault is told with its file, line and key, and nothing is guessed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.program import here

FAULTS = [
    (
        "pyproject.toml",
        '[project]\nname = "x"\n\n[tool.factcheck]\npaths = ["."]\nseverety = "note"\n',
        ":6:1",
        "(severety)",
    ),
    ("pyproject.toml", '[tool.factcheck]\npaths = ["."]\nseverity = "loud"\n', ":3:1", "(severity)"),
    ("pyproject.toml", "[tool.factcheck]\npaths = [\n", ":2:1", "not TOML: Invalid value (at end of document)"),
    ("pyproject.toml", "[tool]\nfactcheck = 3\n", ":", "tool.factcheck is not a table"),
    ("pyproject.toml", "[tool.factcheck]\nsuppress = [{path = 'x'}]\n", ":2:1", "(suppress.0.reason)"),
    ("pyproject.toml", f"[tool.factcheck]\npaths = {'[' * 5000}", ":", "cannot be read"),
    ("pyproject.toml", f"[tool.factcheck]\npaths = {'9' * 5000}", ":", "cannot be read"),
    ("factcheck.yaml", "paths: [.]\nfail-on: [loud]\n", ":2:11", "(fail-on.0)"),
    ("factcheck.yaml", "paths: [.\n", ":2:1", "not YAML"),
    ("factcheck.yaml", "- paths\n", ":1:1", "valid dictionary"),
    ("factcheck.yaml", "suppress: [{path: x, reason: ''}]\n", ":1:30", "(suppress.0.reason)"),
    ("factcheck.yaml", "baseline: [a, b]\n", ":1:11", "(baseline)"),
    ("factcheck.yaml", 'exclude: ["!"]\n', ":1:11", "not a pattern as in .gitignore"),
    ("factcheck.yaml", "exclude: drafts\n", ":1:10", "(exclude)"),
    ("factcheck.yaml", "suppress: [{path: '!', reason: x}]\n", ":1:19", "not a pattern as in .gitignore"),
    ("factcheck.yaml", "schema: 2\n", ":1:1", "(schema)"),
]


@pytest.mark.parametrize(("name", "text", "place", "what"), FAULTS)
@pytest.mark.parametrize("command", [["check"], ["report"], ["baseline", "create"], ["explain", "FC101"]])
def test_a_fault_is_told_with_its_place(
    tmp_path: Path, name: str, text: str, place: str, what: str, command: list[str]
) -> None:
    (tmp_path / name).write_text(text)
    (tmp_path / "a.txt").write_text("Film: The Long Wait\n")
    done = here(*command, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert f"{name}{place}" in done.stderr
    assert what in done.stderr
    assert {each.name for each in tmp_path.iterdir()} == {name, "a.txt"}


def read(folder: Path, *arguments: str) -> list[str]:
    done = here("report", *arguments, "-f", "json", cwd=folder)
    assert done.returncode == 0, done.stderr
    return [document["path"] for document in json.loads(done.stdout)["documents"]]


def test_what_the_settings_exclude_is_passed_over_in_folders(tmp_path: Path) -> None:
    for name in ("a.txt", "a.orig.txt", "drafts/b.txt", "sub/drafts.txt", "sub/a.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("Film: The Long Wait\n")
    (tmp_path / "factcheck.yaml").write_text('exclude: [drafts/, "*.orig.txt", /a.txt]\n')
    assert read(tmp_path) == ["sub/a.txt", "sub/drafts.txt"]
    assert read(tmp_path / "sub") == ["a.txt", "drafts.txt"]
    assert read(tmp_path, "drafts/b.txt", "sub") == ["drafts/b.txt", "sub/a.txt", "sub/drafts.txt"]
    assert "drafts/b.txt" in read(tmp_path, "--isolated")


def test_a_pattern_of_stars_is_matched_in_linear_time(tmp_path: Path) -> None:
    (tmp_path / "factcheck.yaml").write_text(json.dumps({"exclude": ["*a" * 40 + "b", "**/" * 60 + "x"]}))
    (tmp_path / ("a" * 120 + ".txt")).write_text("Film: The Long Wait\n")
    assert read(tmp_path) == ["a" * 120 + ".txt"]


def test_settings_that_exclude_everything_are_named(tmp_path: Path) -> None:
    (tmp_path / "factcheck.yaml").write_text('exclude: ["**"]\n')
    (tmp_path / "a.txt").write_text("Film: The Long Wait\n")
    done = here("check", cwd=tmp_path)
    assert done.returncode == 2
    assert "factcheck.yaml excludes **" in done.stderr
