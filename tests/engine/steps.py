"""Steps that do what documents should not: end their process, never end, ask for everything."""

from __future__ import annotations

import os
import time
from dataclasses import dataclass
from pathlib import Path

from factcheck.errors import FactcheckError


@dataclass(frozen=True)
class Item:
    name: str
    does: str = ""
    size: int = 1_000


class Step:
    """Returns the item's name; `once` marks in a folder what has been tried."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder

    def __call__(self, item: Item) -> str:
        if item.does == "die" or (item.does == "die once" and self._first_time(item)):
            os._exit(1)
        if item.does == "hang":
            time.sleep(60)
        if item.does == "nap":
            time.sleep(0.1)
        if item.does == "eat":
            raise MemoryError
        if item.does == "fail":
            raise FactcheckError(f"{item.name} is wrong", "mend it")
        return str(os.getpid()) if item.does == "pid" else item.name

    def lost(self, item: Item, why: str) -> str:
        return f"{item.name}: {why}"

    def size(self, item: Item) -> int:
        return item.size

    def _first_time(self, item: Item) -> bool:
        assert self._folder is not None
        mark = self._folder / item.name
        known = mark.exists()
        mark.touch()
        return not known


def double(group: tuple[str, int]) -> tuple[str, int]:
    return group[0], 2 * group[1]
