"""Runs the real program in a process of its own, as a user would."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

PROGRAM = [sys.executable, "-m", "factcheck"]
_SETTING = ("NO_COLOR", "FORCE_COLOR", "FACTCHECK_DEBUG", "PYTHONHASHSEED")


def environment(**extra: str) -> dict[str, str]:
    """Return this process's environment without what changes output, but for what is given."""
    kept = {name: value for name, value in os.environ.items() if name not in _SETTING}
    return kept | {"COLUMNS": "80", "TERM": "xterm"} | extra


def factcheck(*args: str | Path, cwd: Path, stdin: str = "", **env: str) -> subprocess.CompletedProcess[str]:
    """Run the program and return its exit code, standard output and standard error."""
    return subprocess.run(
        [*PROGRAM, *map(str, args)],
        cwd=cwd,
        input=stdin,
        env=environment(**env),
        check=False,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
    )


def shell(command: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run a line of bash in which $FACTCHECK is the program; a pipe fails where any part of it does."""
    return subprocess.run(
        ["bash", "-o", "pipefail", "-c", command],
        cwd=cwd,
        env=environment(FACTCHECK=" ".join(PROGRAM)),
        check=False,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
    )
