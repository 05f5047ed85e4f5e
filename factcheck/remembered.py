"""Whole runs that need not be done again, since they were asked the same of files that are the same."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.cache import Store
from factcheck.cache.keys import key_of, program
from factcheck.cache.reports import PARTS, decoded, encoded
from factcheck.errors import Problem, Skipped
from factcheck.gate import Gate
from factcheck.model import Report
from factcheck.model.codec import DecodeError
from factcheck.read import NOTHING_KNOWN
from factcheck.read.tasks import Task
from factcheck.settings import Settings

if TYPE_CHECKING:
    from factcheck.gate.verdicts import Verdicts


def recalled(store: Store, key: bytes, again: Callable[[], Report]) -> Report | None:
    """Return the report of a run that was asked the same; None where there was none. `again` makes it anew."""
    if not key or not store.is_open:
        return None
    keys = {key_of(key, name): name for name in PARTS}
    parts = {keys[key]: value for key, value in store.get(keys).items()}
    if len(parts) < len(PARTS):
        return None
    try:
        return decoded(parts, again)
    except DecodeError:
        return None


def remember(store: Store, key: bytes, report: Report, found: Iterable[Task | Problem | Skipped]) -> None:
    """Keep a report, but for one with problems in reading what was found: those may have passed the next time."""
    met = sum(isinstance(each, Problem) for each in found)
    if key and store.is_open and len(report.problems) == met:
        store.put({key_of(key, name): part for name, part in encoded(report).items()})


def question(
    paths: Sequence[Path],
    settings: Settings,
    rules: str,
    found: Iterable[Task | Problem | Skipped],
    gate: Gate,
    verdicts: Verdicts | None,
) -> bytes:
    """Return a key of all that a report depends on, `rules` by their digest; none where rules or files have none."""
    if not rules or not _all_read(found):
        return b""
    files = sha256()
    for each in found:
        if isinstance(each, Task):
            files.update(each.file.shown.encode("utf-8", "surrogatepass") + b"\0" + each.digest)
            files.update(repr(each.known).encode() if each.known is not NOTHING_KNOWN else b"")
        else:
            files.update(repr(each).encode("utf-8", "backslashreplace"))
    return key_of(
        "report",
        program(),
        rules,
        files.digest(),
        "\0".join(map(str, paths)),
        settings.model_dump_json(),
        str(settings.file),
        str(Path.cwd()),
        gate.known_by,
        None if verdicts is None else verdicts.document.path + "\0" + verdicts.document.text,
    )


def _all_read(found: Iterable[Task | Problem | Skipped]) -> bool:
    return all(each.digest for each in found if isinstance(each, Task))
