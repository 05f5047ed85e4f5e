"""The workflow, the action and the hook do what they promise: they are run, on a repository made for it."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.cli.program import environment
from tests.gate.repository import Repository

ROOT = Path(__file__).parents[2]
WORKFLOWS = sorted(ROOT.glob(".github/workflows/*.yml"))
TEMPLATES = Path(str(files("factcheck.setup")))


def load(file: Path) -> Any:
    return yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)


def bash(script: str, folder: Path, **env: str) -> subprocess.CompletedProcess[str]:
    """Run a step as a runner does, with the program on the path."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        ["bash", "-eo", "pipefail", "-c", script],
        cwd=folder,
        env=environment(PATH=path, **env),
        capture_output=True,
        check=False,
        encoding="utf-8",
        timeout=300,
    )


def check_steps(steps: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [step for step in steps if "factcheck check" in step.get("run", "")]


@pytest.fixture
def fresh(repository: Repository) -> Repository:
    """A repository in which a new contradiction waits."""
    repository.edit("listing.txt", "two-month", "four-month")
    return repository


def test_the_workflow_that_init_writes(repository: Repository) -> None:
    repository.run("init", "--github")
    workflow = load(repository.folder / ".github/workflows/factcheck.yml")
    (step,) = check_steps(workflow["jobs"]["check"]["steps"])
    green = bash(step["run"], repository.folder)
    assert (green.returncode, green.stdout) == (0, "")
    repository.edit("listing.txt", "two-month", "four-month")
    red = bash(step["run"], repository.folder)
    assert red.returncode == 1
    assert re.search(r"^::error title=FC103 detention\.length,file=\w+\.txt,line=\d+", red.stdout, re.MULTILINE)


def test_the_job_for_gitlab(fresh: Repository) -> None:
    fresh.run("init", "--gitlab")
    job = load(fresh.folder / ".gitlab-ci.yml")["factcheck"]
    (command,) = (line for line in job["script"] if "factcheck check" in line)
    assert bash(command, fresh.folder).returncode == 1
    issues = json.loads((fresh.folder / job["artifacts"]["reports"]["codequality"]).read_text())
    assert [issue["check_name"] for issue in issues] == ["FC103"]


def test_the_action(fresh: Repository) -> None:
    action = load(ROOT / "action.yml")
    inputs = {name: each["default"] for name, each in action["inputs"].items()}

    def run(**given: str) -> subprocess.CompletedProcess[str]:
        (step,) = check_steps(action["runs"]["steps"])
        values = inputs | given
        env = {name: values[re.sub(r"\$\{\{ inputs\.([\w-]+) \}\}", r"\1", each)] for name, each in step["env"].items()}
        return bash(step["run"], fresh.folder, **env)

    assert run().returncode == 1
    assert run().stdout.startswith("::error title=FC103")
    assert run(args="--exit-zero").returncode == 0
    assert run(paths="review.txt").returncode == 0
    assert run(paths="nowhere").returncode == 2
    assert all("${{" not in step.get("run", "") for step in action["runs"]["steps"])


def test_our_own_workflow_runs_what_has_to_pass() -> None:
    assert WORKFLOWS
    jobs = load(ROOT / ".github/workflows/ci.yml")["jobs"]
    assert ".ci/run" in [step.get("run") for step in jobs["all"]["steps"]]
    (action,) = (step for step in jobs["documents"]["steps"] if step.get("uses") == "./")
    assert set(action["with"]) <= set(load(ROOT / "action.yml")["inputs"])


@pytest.mark.parametrize(
    ("file", "schema"),
    [
        *((file, "vendor.github-workflows") for file in (*WORKFLOWS, TEMPLATES / "github.yml")),
        (ROOT / "action.yml", "vendor.github-actions"),
        (TEMPLATES / "gitlab.yml", "vendor.gitlab-ci"),
    ],
)
def test_ci_files_are_valid_by_their_schemas(file: Path, schema: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, str(file)],
        check=False,
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stdout + done.stderr


def pre_commit(folder: Path, home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    assert find_spec("pre_commit") is not None
    environ = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    return subprocess.run(
        [sys.executable, "-m", "pre_commit", *arguments],
        cwd=folder,
        env=environ | {"PRE_COMMIT_HOME": str(home), "PRE_COMMIT_COLOR": "never"},
        check=False,
        capture_output=True,
        encoding="utf-8",
        timeout=600,
    )


def test_the_hook(repository: Repository, tmp_path: Path) -> None:
    """Installed by pre-commit from this checkout, it lets a commit pass or not."""
    if not (ROOT / ".git").exists():
        pytest.skip("pre-commit installs hooks from a git repository, and this is none")
    home = tmp_path / "home"
    try_hook = ["try-repo", str(ROOT), "factcheck", "--all-files", "--verbose"]
    green = pre_commit(repository.folder, home, *try_hook)
    if "Could not find a version" in green.stdout + green.stderr:
        pytest.skip("no registry can be reached")
    assert green.returncode == 0, green.stdout + green.stderr
    assert "no new disagreement; 2 known" in green.stdout
    repository.edit("listing.txt", "two-month", "four-month")
    repository.git("add", "-A")
    red = pre_commit(repository.folder, home, *try_hook)
    assert red.returncode == 1
    assert "error FC103 detention.length" in red.stdout


def test_the_hook_that_init_writes_is_one() -> None:
    from pre_commit.clientlib import load_config, load_manifest

    (ours,) = load_manifest(str(ROOT / ".pre-commit-hooks.yaml"))
    config = load_config(str(TEMPLATES / "pre-commit.yaml"))
    (hook,) = config["repos"][0]["hooks"]
    assert (ours["id"], ours["entry"], ours["pass_filenames"]) == ("factcheck", "factcheck check", False)
    assert (hook["id"], hook["entry"], hook["pass_filenames"]) == ("factcheck", "factcheck check", False)
