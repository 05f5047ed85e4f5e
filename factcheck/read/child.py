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
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from types import TracebackType
from typing import Any, Self

from factcheck.deadline import seconds_to_read
from factcheck.errors import Problem
from factcheck.read.pipes import Outcome, Pipes

_HINT = "open it with its own program and save it anew, or leave it out"


class Child:
    """Runs readers in a process of their own, one document after the other."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._pipes: Pipes | None = None
        self._waiting = ThreadPoolExecutor(1)

    def run(self, module: str, function: str, path: str, content: bytes, *more: object) -> Iterator[Any]:
        """Yield what a reader makes of content as it comes, or the problem that it died of.

        Raises ModuleNotFoundError. A child that is left before it has told all is let go of.
        """
        pipes = self._pipes = self._pipes or self._start()
        patience = 2 * seconds_to_read(len(content))
        request: tuple[object, ...] | None = (module, function, path, content, *more)
        done = False
        try:
            while not done:
                outcome = self._waiting.submit(_ask, pipes, request).result(patience)
                request, done = None, not outcome.more
                if outcome.missing:
                    raise ModuleNotFoundError(name=outcome.missing)
                if outcome.failed is not None:
                    yield Problem(path, outcome.failed, _HINT)
                elif not done:
                    yield outcome.result
        except TimeoutError:
            yield Problem(path, f"took more than {patience} seconds to read", _HINT)
        except (OSError, EOFError, pickle.UnpicklingError, AttributeError):
            yield Problem(path, "crashed its reader, or asked for too much memory or time", _HINT)
        finally:
            if not done:
                self._kill()

    def _start(self) -> Pipes:
        self._process = _started()
        assert self._process.stdin is not None and self._process.stdout is not None
        return Pipes(self._process.stdout, self._process.stdin)

    def _kill(self) -> None:
        """Let go of a child that is dead, stuck or no longer needed."""
        process, self._process, self._pipes = self._process, None, None
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


def _ask(pipes: Pipes, request: tuple[object, ...] | None) -> Outcome:
    """Send a request where there is one, and return the next outcome."""
    if request is not None:
        pipes.send(request)
    outcome = pipes.receive()
    if not isinstance(outcome, Outcome):
        raise EOFError
    return outcome
