"""All cores of one machine: processes that are each told the step once, and then item after item.

A small input never starts one: a process takes about as long to start as a megabyte of text takes to be read.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import subprocess
import sys
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import chain
from queue import SimpleQueue
from threading import Event, Lock, Thread
from typing import Any, TypeVar, cast

from factcheck.engine import Step
from factcheck.engine.batches import batches
from factcheck.engine.frames import receive, send
from factcheck.engine.worker import DONE, FAILED

In = TypeVar("In")
Out = TypeVar("Out")
LEAST = 4_000_000  # bytes of input from which processes are worth starting
_AHEAD = 16  # batches for each process that are under way or wait to be taken, so that a large file holds nobody up
_TRIES = 2
_SECONDS, _SECONDS_PER_MEGABYTE = 120, 60  # for one item; ordinary text takes a hundredth of it
_LOOK = 0.5  # seconds between two looks at who has taken too long


class Pool:
    """Runs the map step in `jobs` processes above `least` bytes of input, else here."""

    afar = False

    def __init__(self, jobs: int, least: int = LEAST, patience: float = _SECONDS) -> None:
        self._jobs = jobs
        self._least = least
        self._patience = patience

    def map(self, step: Step[In, Out], items: Iterable[In]) -> Iterator[Out]:
        """Apply a step to every item; the results come in the order of the items.

        An item whose process dies, or that takes longer than `patience` and a minute a megabyte, is lost at the second
        time; all others go on.
        """
        rest, first, size = iter(items), [], 0
        for item in rest:
            first.append(item)
            size += step.size(item)
            if size >= self._least:
                break
        if self._jobs < 2 or size < self._least:
            yield from map(step, chain(first, rest))
        else:
            yield from self._spread(step, chain(first, rest))

    def group(self, judge: Callable[[In], Out], groups: Iterable[In]) -> Iterator[Out]:
        """Apply a function to every group, here: sending claims takes as long as judging them."""
        return map(judge, groups)

    def _spread(self, step: Step[In, Out], items: Iterable[In]) -> Iterator[Out]:
        workers = _Workers(self._jobs, step, self._patience)
        threads = ThreadPoolExecutor(self._jobs)
        pending: deque[Future[list[Any]]] = deque()
        try:
            for batch in batches(step, items):
                pending.append(threads.submit(workers.run, batch))
                while len(pending) > _AHEAD * self._jobs or (pending and pending[0].done()):
                    yield from pending.popleft().result()
            while pending:
                yield from pending.popleft().result()
        finally:
            for each in pending:
                each.cancel()
            workers.close()
            threads.shutdown()
            workers.bury()


class _Workers:
    """The processes, each lent to one thread at a time; one that has died is replaced."""

    def __init__(self, count: int, step: Step[Any, Any], patience: float) -> None:
        self._step = step
        self._patience = patience
        self._idle: SimpleQueue[_Worker] = SimpleQueue()
        self._all = [_Worker(step) for _ in range(count)]
        self._closing = Event()
        for worker in self._all:
            self._idle.put(worker)
        Thread(target=self._watch, daemon=True).start()

    def run(self, batch: list[Any]) -> list[Any]:
        """Return what becomes of every item of a batch."""
        worker = self._idle.get()
        try:
            return [self._done(worker, item) for item in batch]
        finally:
            self._idle.put(worker)

    def close(self) -> None:
        """End all processes, whatever they are at."""
        self._closing.set()
        for worker in self._all:
            worker.retire()

    def bury(self) -> None:
        """Let go of processes that have ended, once nobody waits for their answers."""
        for worker in self._all:
            worker.kill()

    def _done(self, worker: _Worker, item: Any) -> Any:
        size = self._step.size(item)
        patience = self._patience + _SECONDS_PER_MEGABYTE * size / 1_000_000
        for _ in range(_TRIES):
            if self._closing.is_set():
                return None
            try:
                how, what = worker.ask(item, patience)
            except (EOFError, OSError, pickle.UnpicklingError):
                overdue = worker.overdue
                worker.kill()
                if overdue:
                    break  # it would take as long again
                continue
            if how == FAILED:
                raise what
            return what if how == DONE else self._step.lost(item, what)
        took = f"took more than {patience:.0f} second{'' if patience < 2 else 's'} to look through"
        return self._step.lost(item, took if overdue else "crashed the process that looked through it, twice")

    def _watch(self) -> None:
        """End processes that take too long over an item."""
        while not self._closing.wait(_LOOK):
            for worker in self._all:
                if time.monotonic() > worker.deadline:
                    worker.overdue = True
                    worker.end()


class _Worker:
    """One process; it is started when there is something to do, and anew after it was killed."""

    def __init__(self, step: Step[Any, Any]) -> None:
        self._step = step
        self._process: subprocess.Popen[bytes] | None = None
        self._starting = Lock()
        self._retired = False
        self.deadline = float("inf")
        self.overdue = False

    def ask(self, item: Any, patience: float) -> tuple[str, Any]:
        """Return what became of an item; raises EOFError or OSError where the process has died."""
        process = self._running()
        assert process.stdin is not None and process.stdout is not None
        self.overdue = False
        self.deadline = time.monotonic() + patience
        try:
            send(process.stdin, item)
            return cast(tuple[str, Any], receive(process.stdout))
        finally:
            self.deadline = float("inf")

    def retire(self) -> None:
        """End the process, and start no other: not even one that is asked for at this moment."""
        with self._starting:
            self._retired = True
            self.end()

    def _running(self) -> subprocess.Popen[bytes]:
        with self._starting:
            if self._retired:
                raise EOFError
            self._process = self._process or self._start()
            return self._process

    def end(self) -> None:
        """Send the process away; who waits for its answer will see that it is gone."""
        process = self._process
        if process is not None:
            process.kill()

    def kill(self) -> None:
        """Let go of the process."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            for stream in (process.stdin, process.stdout):
                with contextlib.suppress(OSError):
                    assert stream is not None
                    stream.close()
            process.wait()

    def _start(self) -> subprocess.Popen[bytes]:
        process = subprocess.Popen(
            [sys.executable, "-m", "factcheck.engine.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=None if os.environ.get("FACTCHECK_DEBUG") else subprocess.DEVNULL,
            env=os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        )
        assert process.stdin is not None
        send(process.stdin, self._step)
        return process
