"""Runs the real program in a process of its own, as a user would."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

from factcheck.cli import main

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


def here(*args: str | Path, cwd: Path, stdin: str = "", **env: str) -> subprocess.CompletedProcess[str]:
    """Run the program in this process: the same way in and out, without the time that a new process takes."""
    streams = {name: io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True) for name in ("out", "err")}
    saved = os.environ.copy(), Path.cwd(), sys.argv, sys.stdin, sys.stdout, sys.stderr
    try:
        os.environ.clear()
        os.environ.update(environment(**env))
        os.chdir(cwd)
        sys.argv = ["factcheck", *map(str, args)]
        sys.stdin = io.TextIOWrapper(io.BytesIO(stdin.encode()), encoding="utf-8")
        sys.stdout, sys.stderr = streams["out"], streams["err"]
        code = main()
    finally:
        environ, folder, sys.argv, sys.stdin, sys.stdout, sys.stderr = saved
        os.environ.clear()
        os.environ.update(environ)
        os.chdir(folder)
    out, err = (stream.buffer.getvalue().decode() for stream in streams.values())  # type: ignore[attr-defined]
    return subprocess.CompletedProcess(list(args), code, out, err)


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
