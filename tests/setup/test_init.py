"""`factcheck init`: what it writes is read by the program, and nothing is written over."""

from __future__ import annotations

import subprocess
import tomllib
from pathlib import Path

import pytest

from factcheck.settings import load_settings
from tests.cli.program import here

LISTING = "Film: The Long Wait\nYear: 2011\n"


def test_a_folder_comes_under_the_gate(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    done = here("init", cwd=tmp_path)
    assert done.stdout.splitlines() == ["wrote factcheck.yaml", "wrote sources.yaml", "wrote .gitattributes"]
    assert load_settings(tmp_path / "factcheck.yaml").fail_on == ("error",)
    (tmp_path / "a.txt").write_text(LISTING)
    (tmp_path / "b.txt").write_text(LISTING.replace("2011", "1999"))
    (tmp_path / "sub").mkdir()
    assert here("check", cwd=tmp_path / "sub").returncode == 1
    assert here("baseline", "create", cwd=tmp_path / "sub").returncode == 0
    assert (tmp_path / "factcheck-baseline.jsonl").exists()
    assert here("check", cwd=tmp_path / "sub").returncode == 0


def test_every_commented_key_is_one_that_can_be_set(tmp_path: Path) -> None:
    here("init", cwd=tmp_path)
    file = tmp_path / "factcheck.yaml"
    lines = file.read_text().splitlines()
    file.write_text(
        "\n".join(
            line.removeprefix("# ") if ": [" in line or ": w" in line or "ress:" in line or "- {" in line else line
            for line in lines
        )
    )
    (tmp_path / "my-rules.yaml").write_text("rules: []\n")
    settings = load_settings(file)
    assert (settings.select, settings.severity, settings.suppress[0].path) == (("film.*",), "warning", "archive/")


def test_settings_in_pyproject(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text('[project]\nname = "x"')
    assert "wrote pyproject.toml" in here("init", "--pyproject", cwd=tmp_path).stdout
    table = tomllib.loads((tmp_path / "pyproject.toml").read_text())
    assert table == {"project": {"name": "x"}, "tool": {"factcheck": {"paths": ["."], "fail-on": ["error"]}}}
    before = (tmp_path / "pyproject.toml").read_text()
    assert "left as it is" in here("init", "--pyproject", cwd=tmp_path).stdout
    assert (tmp_path / "pyproject.toml").read_text() == before


def test_nothing_is_written_over(tmp_path: Path) -> None:
    names = ["factcheck.yaml", "sources.yaml", ".gitlab-ci.yml", ".pre-commit-config.yaml"]
    for name in names:
        (tmp_path / name).write_text("mine: []\n")
    done = here("init", "--gitlab", "--pre-commit", cwd=tmp_path)
    assert done.returncode == 0
    assert all((tmp_path / name).read_text() == "mine: []\n" for name in names)
    assert "put this into it:\n\nfactcheck:\n  image: python" in done.stdout
    assert "- id: factcheck" in done.stdout


def test_gitattributes_are_added_to(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".gitattributes").write_text("*.png binary")
    here("init", cwd=tmp_path)
    expected = "*.png binary\nfactcheck-baseline.jsonl merge=union\n"
    assert (tmp_path / ".gitattributes").read_text() == expected
    here("init", cwd=tmp_path)
    assert (tmp_path / ".gitattributes").read_text() == expected


@pytest.mark.parametrize("command", ["check", "report"])
def test_show_settings_is_a_settings_file(tmp_path: Path, command: str) -> None:
    (tmp_path / "factcheck.yaml").write_text("ignore: [FC105]\nsuppress: [{path: x, reason: y}]\n")
    done = here(command, "--show-settings", "--select", "film.*", "--baseline", "k.jsonl", cwd=tmp_path)
    assert done.returncode == 0
    (tmp_path / "other.yaml").write_text(done.stdout)
    settings = load_settings(tmp_path / "other.yaml")
    assert (settings.ignore, settings.select, settings.suppress[0].reason) == (("FC105",), ("film.*",), "y")


def test_no_such_folder(tmp_path: Path) -> None:
    done = here("init", "nowhere", cwd=tmp_path)
    assert (done.returncode, "there is no such folder" in done.stderr) == (2, True)
