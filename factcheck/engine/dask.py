"""Beyond one machine: the same two steps on a Dask cluster (https://distributed.dask.org).

It needs the extra `dask`. Workers need this program in the same version, and reach the files under the same paths or
addresses. A worker that is lost costs a retry: Dask gives its work to others, and what has cost several is tried
item by item, then named.
"""

from __future__ import annotations

import pickle
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import CancelledError
from threading import Lock
from typing import TYPE_CHECKING, Any, TypeVar, cast

from factcheck.engine import Step
from factcheck.engine.batches import batches
from factcheck.errors import FactcheckError
from factcheck.version import VERSION

if TYPE_CHECKING:
    from distributed import Client

In = TypeVar("In")
Out = TypeVar("Out")
_PATIENCE = 10  # seconds to reach the scheduler, and then for a first worker
_AHEAD = 16  # batches for each thread of the cluster that are under way or wait to be taken
_GROUPS = 500  # that are sent at once
_ALONE = Lock()  # a step is not made for several threads of one worker


class Dask:
    """Runs both steps on the cluster of a scheduler; raises FactcheckError where it cannot be reached."""

    afar = True

    def __init__(self, address: str) -> None:
        self._client = _connected(address)

    @property
    def dashboard(self) -> str:
        """The address of the page on which the cluster can be watched."""
        return str(self._client.dashboard_link)

    def map(self, step: Step[In, Out], items: Iterable[In]) -> Iterator[Out]:
        """Apply a step to every item; one that costs several workers their lives is lost, all others go on."""
        from distributed import KilledWorker

        made = self._client.submit(pickle.loads, pickle.dumps(step), pure=False)
        for batch, future in self._ahead(_each, made, batches(step, items)):
            try:
                yield from self._result(future)
            except KilledWorker:
                for item in batch:
                    yield self._alone(made, step, item)

    def group(self, judge: Callable[[In], Out], groups: Iterable[In]) -> Iterator[Out]:
        """Apply a function to every group, many at once."""
        made = self._client.submit(pickle.loads, pickle.dumps(judge), pure=False)
        for _, future in self._ahead(_each, made, _chunks(groups)):
            yield from self._result(future)

    def close(self) -> None:
        """Leave the cluster."""
        self._client.close()

    def _ahead(
        self, apply: Callable[..., Any], made: Any, chunks: Iterable[Sequence[In]]
    ) -> Iterator[tuple[Sequence[In], Any]]:
        """Yield chunks with what becomes of them, in order, so many at a time as keep the cluster busy."""
        most = _AHEAD * max(1, sum(self._client.nthreads().values()))
        pending: deque[tuple[Sequence[In], Any]] = deque()
        for chunk in chunks:
            pending.append((chunk, self._client.submit(apply, made, chunk, pure=False)))
            while len(pending) > most:
                yield pending.popleft()
        while pending:
            yield pending.popleft()

    def _result(self, future: Any) -> Any:
        """Return what a future holds; raises FactcheckError where the cluster has gone."""
        try:
            return future.result()
        except (CancelledError, OSError) as error:
            raise FactcheckError(f"the Dask cluster has gone: {error}", "start it anew, and then this run") from None

    def _alone(self, made: Any, step: Step[In, Out], item: In) -> Out:
        from distributed import KilledWorker

        try:
            return cast(list[Out], self._result(self._client.submit(_each, made, [item], pure=False)))[0]
        except KilledWorker:
            return step.lost(item, "crashed the worker that looked through it, several times")


def _each(step: Callable[[In], Out], items: Sequence[In]) -> list[Out]:
    """Return what becomes of every item; this runs on a worker."""
    with _ALONE:
        return [step(item) for item in items]


def _chunks(items: Iterable[In]) -> Iterator[list[In]]:
    chunk: list[In] = []
    for item in items:
        chunk.append(item)
        if len(chunk) >= _GROUPS:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def _connected(address: str) -> Client:
    try:
        from distributed import Client
    except ImportError:
        raise FactcheckError(
            "--engine dask needs distributed, which is not installed", "pip install 'factcheck-cli[dask]'"
        ) from None
    start = f"start one with `dask scheduler`, and workers with `dask worker {address}`"
    try:
        client = Client(address, timeout=_PATIENCE, set_as_default=False)
    except (OSError, ValueError, TimeoutError) as error:
        raise FactcheckError(f"{address}: no Dask scheduler can be reached there: {error}", start) from None
    try:
        client.wait_for_workers(1, timeout=_PATIENCE)
        versions = set(client.run(_version).values())
    except TimeoutError:
        client.close()
        raise FactcheckError(f"{address}: this cluster has no workers", f"`dask worker {address}` starts one") from None
    except ImportError:
        versions = {"none"}
    if versions != {VERSION}:
        client.close()
        what = f"{address}: workers have factcheck in version {', '.join(sorted(versions))}, and not {VERSION}"
        raise FactcheckError(what, f"pip install factcheck-cli=={VERSION} where the workers run")
    return client


def _version() -> str:
    return VERSION
