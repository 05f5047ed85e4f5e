"""A limit on the time that one document may take, wherever the work on it is done."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager

_READING, _READING_MEGABYTE = 8, 5  # seconds, and more for what is large
_SEARCHING, _SEARCHING_MEGABYTE = 10, 20


class TimeUpError(BaseException):
    """The time for a document is over. No Exception, so that no library takes it for a fault of its own."""


def seconds_to_read(size: int) -> int:
    """Return how many seconds of processor time a file of so many bytes may take to read."""
    return _READING + size * _READING_MEGABYTE // 1_000_000


def seconds_to_search(size: int) -> int:
    """Return how many seconds of processor time a document of so many characters may take to search for claims."""
    return _SEARCHING + size * _SEARCHING_MEGABYTE // 1_000_000


@contextmanager
def deadline(seconds: float) -> Iterator[None]:
    """Raise TimeUpError where more processor time has gone by.

    There is no limit where the system has no such timer, and in other threads than the main one.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return
    over = threading.Event()

    def stop(*_: object) -> None:
        if not over.is_set():
            raise TimeUpError

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds, 1)  # again and again, should the first be lost in a destructor
    try:
        try:
            yield
        finally:
            over.set()
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
