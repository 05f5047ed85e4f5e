"""Binary formats are read in a child process: what a broken or hostile file does there costs one document.

The child lives as long as the reading, and is replaced when it died or took too long. Memory and processor time are
limited where the system can do so (POSIX).
"""

from __future__ import annotations

import multiprocessing
import sys
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from types import TracebackType
from typing import Self, TypeVar

from factcheck.errors import Problem

T = TypeVar("T")
_MEMORY = 2 * 1024**3  # bytes of address space
_SECONDS = 60  # for one document: of processor time, and somewhat more on the clock
_PATIENCE = 2 * _SECONDS
_HINT = "open it with its own program and save it anew, or leave it out"


class Child:
    """Runs readers in a process of their own, one document after the other."""

    def __init__(self) -> None:
        self._pool: ProcessPoolExecutor | None = None

    def run(self, reader: Callable[[str, bytes], T], path: str, content: bytes) -> T | Problem:
        """Return what a reader makes of content, or the problem that it died of."""
        if self._pool is None:
            context = multiprocessing.get_context("spawn")
            self._pool = ProcessPoolExecutor(1, context, initializer=_limit_memory)
        try:
            return self._pool.submit(_limited, reader, path, content).result(_PATIENCE)
        except BrokenProcessPool:
            self._kill()
            return Problem(path, "crashed its reader, or asked for too much memory or time", _HINT)
        except TimeoutError:
            self._kill()
            return Problem(path, f"took more than {_PATIENCE} seconds to read", _HINT)
        except (MemoryError, RecursionError):
            return Problem(path, "asked for too much memory", _HINT)

    def _kill(self) -> None:
        """Let go of a child that is dead or stuck."""
        pool, self._pool = self._pool, None
        if pool is not None:
            for process in list((pool._processes or {}).values()):
                process.kill()
            pool.shutdown(wait=False, cancel_futures=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._kill()


def _limit_memory() -> None:
    """Limit the child's memory, and let Ctrl-C be the parent's matter."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform != "win32":
        import resource

        _, most = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY if most < 0 else min(_MEMORY, most), most))


def _limited(reader: Callable[[str, bytes], T], path: str, content: bytes) -> T:
    """Read in the child, with processor time for one document more than it has used so far."""
    if sys.platform != "win32":
        import resource

        used = resource.getrusage(resource.RUSAGE_SELF)
        _, most = resource.getrlimit(resource.RLIMIT_CPU)
        allowed = int(used.ru_utime + used.ru_stime) + _SECONDS
        resource.setrlimit(resource.RLIMIT_CPU, (allowed if most < 0 else min(allowed, most), most))
    return reader(path, content)
