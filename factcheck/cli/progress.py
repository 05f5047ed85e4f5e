"""A bar on standard error for runs that take long: only in a terminal, and gone when the run is over."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

from factcheck.watch import Watch, unwatched

T = TypeVar("T")
_PATIENCE = 1.0  # seconds; shorter runs need no bar


def progress(*, quiet: bool = False) -> Watch:
    """Return what shows how far a stage is; nothing where nobody looks at it."""
    seen = sys.stderr is not None and sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
    return unwatched if quiet or not seen else _bar


def _bar(items: Iterable[T], what: str, total: int | None) -> Iterator[T]:
    """Yield the items; from a second on a bar tells how many there were, of how many if that is known."""
    began, shown = time.monotonic(), None
    try:
        for count, item in enumerate(items):
            if shown is not None:
                shown[0].update(shown[1], completed=count)
            elif time.monotonic() - began > _PATIENCE:
                from rich.console import Console
                from rich.progress import Progress

                bar = Progress(console=Console(stderr=True), transient=True)
                shown = bar, bar.add_task(what, total=total, completed=count)
                bar.start()
            yield item
    finally:
        if shown is not None:
            shown[0].stop()
