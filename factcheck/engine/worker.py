"""A process of the pool: it is told the step, then items, and answers each with what became of it.

It is a program of its own and not one of `multiprocessing`'s, which would run the caller's main module again, or copy a
process that has threads.
"""

from __future__ import annotations

import gc
import os
import pickle
import signal
import sys

from factcheck.engine.frames import receive, send

DONE, LOST, FAILED = "done", "lost", "failed"
_MEMORY = 4_000_000_000  # bytes of data


def main() -> None:
    """Answer until there is no more to do, or nobody who asks."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints is no answer
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's matter
    _limit()
    try:
        step = receive(sys.stdin.buffer)
        gc.freeze()
        while True:
            send(answers, _answer(step, receive(sys.stdin.buffer)))
    except (EOFError, BrokenPipeError):
        pass


def _answer(step: object, item: object) -> tuple[str, object]:
    """Return what became of an item: its result, why it is lost, or the exception that it raised."""
    try:
        return DONE, step(item)  # type: ignore[operator]
    except MemoryError:
        return LOST, "asks for too much memory"
    except Exception as error:
        return FAILED, error if _can_travel(error) else RuntimeError(f"{type(error).__name__}: {error}")


def _can_travel(error: Exception) -> bool:
    try:
        return isinstance(pickle.loads(pickle.dumps(error)), type(error))  # noqa: S301 - our own
    except Exception:
        return False


def _limit() -> None:
    """Allow so much memory that ordinary documents never meet the limit, and no more."""
    if sys.platform != "win32":
        import resource

        _, most = resource.getrlimit(resource.RLIMIT_DATA)
        resource.setrlimit(resource.RLIMIT_DATA, (_MEMORY if most < 0 else min(_MEMORY, most), most))


if __name__ == "__main__":
    main()
