"""How a command runs: on how many cores or which cluster, and with which cache. None of it changes what is found."""

from __future__ import annotations

import inspect
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, get_type_hints

import typer

from factcheck.cache import Store, default_folder
from factcheck.cli.output import say
from factcheck.engine import Engine, InProcess
from factcheck.errors import FactcheckError
from factcheck.run import Means


class EngineName(StrEnum):
    """Where the work is done."""

    POOL = "pool"
    DASK = "dask"


Jobs = Annotated[
    int | None,
    typer.Option("--jobs", "-j", min=1, help="Use so many processes; default: one for each core.", show_default=False),
]
NoCache = Annotated[bool, typer.Option("--no-cache", help="Neither use nor keep what was found out before.")]
CacheDir = Annotated[
    Path | None,
    typer.Option(
        "--cache-dir", envvar="FACTCHECK_CACHE_DIR", help="Keep the cache in this folder.", show_default=False
    ),
]
EngineChoice = Annotated[EngineName, typer.Option("--engine", help="Where the work is done.")]
Scheduler = Annotated[
    str | None,
    typer.Option("--scheduler", metavar="ADDRESS", help="The scheduler of --engine dask.", show_default=False),
]
_FLAGS = {
    "jobs": (Jobs, None),
    "no_cache": (NoCache, False),
    "cache_dir": (CacheDir, None),
    "engine": (EngineChoice, EngineName.POOL),
    "scheduler": (Scheduler, None),
}


def with_means(command: Callable[..., None]) -> Callable[..., None]:
    """Return a command with the flags that say how it runs, in place of the parameter `means` that they stand for."""

    def run(**given: Any) -> None:
        told = {name: given.pop(name) for name in _FLAGS}
        store = Store(None if told["no_cache"] else told["cache_dir"] or default_folder())
        with store, _engine(quiet=bool(given.get("quiet")), **told) as engine:
            command(**given, means=Means(engine, store))

    hints = get_type_hints(command, include_extras=True)
    own = {each.name: each.default for each in inspect.signature(command).parameters.values() if each.name != "means"}
    flags = {name: (hints[name], default) for name, default in own.items()} | _FLAGS
    run.__name__, run.__doc__ = command.__name__, command.__doc__
    run.__annotations__ = {name: kind for name, (kind, _) in flags.items()}
    run.__signature__ = inspect.Signature(  # type: ignore[attr-defined]
        [
            inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=kind)
            for name, (kind, default) in flags.items()
        ]
    )
    return run


@contextmanager
def _engine(jobs: int | None, engine: EngineName, scheduler: str | None, *, quiet: bool, **_: Any) -> Iterator[Engine]:
    if engine is EngineName.POOL:
        if scheduler is not None:
            raise FactcheckError("--scheduler is for --engine dask", "add it, or leave --scheduler out")
        yield _here(jobs or cores())
        return
    if scheduler is None:
        raise FactcheckError("--engine dask needs the address of a scheduler", "add --scheduler tcp://HOST:8786")
    from factcheck.engine.dask import Dask

    cluster = Dask(scheduler)
    try:
        if not quiet:
            say(f"the cluster can be watched at {cluster.dashboard}")
        yield cluster
    finally:
        cluster.close()


def _here(jobs: int) -> Engine:
    if jobs == 1:
        return InProcess()
    from factcheck.engine.pool import Pool

    return Pool(jobs)


def cores() -> int:
    """Return how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
