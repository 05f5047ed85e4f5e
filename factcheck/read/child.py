"""Binary formats are read in a child process: what a broken or hostile file does there costs one document.

The child lives as long as the reading, and is replaced when it died or took too long. It is a program of its own
(`reader_process`) and not one of `multiprocessing`'s, which would run the caller's main module again.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from types import TracebackType
from typing import Any, Self

from factcheck.errors import Problem
from factcheck.read.pipes import Outcome, receive, seconds_for, send

_HINT = "open it with its own program and save it anew, or leave it out"


class Child:
    """Runs readers in a process of their own, one document after the other."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._waiting = ThreadPoolExecutor(1)

    def run(self, module: str, function: str, path: str, content: bytes, *more: object) -> Any:
        """Return what a reader makes of content, or the problem that it died of; raises ModuleNotFoundError."""
        process = self._process = self._process or _started()
        patience = 2 * seconds_for(content)
        asked = self._waiting.submit(_ask, process, (module, function, path, content, *more))
        try:
            outcome = asked.result(patience)
        except TimeoutError:
            self._kill()
            return Problem(path, f"took more than {patience} seconds to read", _HINT)
        except (OSError, EOFError, pickle.UnpicklingError, AttributeError):
            self._kill()
            return Problem(path, "crashed its reader, or asked for too much memory or time", _HINT)
        if outcome.missing:
            raise ModuleNotFoundError(name=outcome.missing)
        return outcome.result if outcome.failed is None else Problem(path, outcome.failed, _HINT)

    def _kill(self) -> None:
        """Let go of a child that is dead, stuck or no longer needed."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            for stream in (process.stdin, process.stdout):
                with contextlib.suppress(OSError):
                    assert stream is not None
                    stream.close()
            process.wait()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._kill()
        self._waiting.shutdown()


def _started() -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "factcheck.read.reader_process"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
    )


def _ask(process: subprocess.Popen[bytes], request: tuple[object, ...]) -> Outcome:
    assert process.stdin is not None and process.stdout is not None
    send(process.stdin, request)
    outcome = receive(process.stdout)
    if not isinstance(outcome, Outcome):
        raise EOFError
    return outcome
