"""Runs the program in copies of this process, which has it loaded: only starting is left out.

So a thousand kills fall into the work of the program and not into the imports of Python. Needs `fork`.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from factcheck.cli import main
from tests.cli.program import environment


def started(command: Sequence[str], cwd: Path) -> int:
    """Begin a run of the program, and return its process's number; what it prints goes to `stdout` in its folder."""
    sys.stdout.flush()
    sys.stderr.flush()
    number = os.fork()
    if number:
        return number
    code = 70
    try:
        os.chdir(cwd)
        kept = environment()
        os.environ.clear()
        os.environ.update(kept)
        for stream, name, how in ((0, os.devnull, os.O_RDONLY), (1, "stdout", _WRITTEN), (2, "stderr", _WRITTEN)):
            os.dup2(os.open(name, how, 0o600), stream)
        sys.argv = ["factcheck", *command]
        code = main()
        sys.stdout.flush()
        sys.stderr.flush()
    finally:
        os._exit(code)


_WRITTEN = os.O_WRONLY | os.O_CREAT | os.O_APPEND


def ended(number: int) -> int:
    """Wait for a run, and return its exit code, or the number of the signal that ended it below zero."""
    return os.waitstatus_to_exitcode(os.waitpid(number, 0)[1])


def ran(command: Sequence[str], cwd: Path) -> int:
    """Run the program to its end, and return its exit code."""
    return ended(started(command, cwd))
