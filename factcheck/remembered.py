"""What need not be done again: files whose claims are in the cache, and whole runs over files that are the same."""

from __future__ import annotations

import time
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path

from factcheck.cache import Store
from factcheck.cache.keys import key_of, program
from factcheck.cache.reports import PARTS, decoded, encoded
from factcheck.engine import Engine
from factcheck.errors import Problem, Skipped
from factcheck.gate import Gate, Verdicts
from factcheck.map_step import DIGEST, GATHERED, Gather
from factcheck.model import Gathered, Report
from factcheck.model.codec import DecodeError
from factcheck.read import NOTHING_KNOWN
from factcheck.read.tasks import Task
from factcheck.ruleset import Ruleset
from factcheck.settings import Settings

_MANY, _LONG = 256, 1.0  # results, and seconds, after which those that came are kept
_MOST = 500_000_000  # bytes of one file's claims


def gather(step: Gather, todo: Sequence[Task], engine: Engine, store: Store) -> Iterator[Gathered]:
    """Yield what each file gives, in order: from the cache where it is known, else through the engine.

    Nothing is kept where the rules, or the files, have no digest.
    """
    keys = [_key(task, step) for task in todo] if store.is_open and step.ruleset.digest and _all_read(todo) else []
    known = {key: found for key, value in store.get(keys).items() if (found := _unpacked(value)) is not None}
    missing = [n for n in range(len(todo)) if not keys or keys[n] not in known]
    results = engine.map(step, (todo[n] for n in missing))
    fresh: dict[bytes, bytes] = {}
    kept_at = time.monotonic()
    for n, task in enumerate(todo):
        if keys and keys[n] in known:
            yield known.pop(keys[n])
            continue
        result = next(results)
        found = GATHERED.decode(result[DIGEST:])
        if keys and not found.problems and result[:DIGEST] == task.digest:
            fresh[keys[n]] = zlib.compress(result[DIGEST:], 1)
            if len(fresh) >= _MANY or time.monotonic() - kept_at > _LONG:
                store.put(fresh)
                fresh, kept_at = {}, time.monotonic()
        yield found
    store.put(fresh)


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
    ruleset: Ruleset,
    found: Iterable[Task | Problem | Skipped],
    gate: Gate,
    verdicts: Verdicts | None,
) -> bytes:
    """Return a key of all that a report depends on; none where rules or files have no digest."""
    if not ruleset.digest or not _all_read(found):
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
        ruleset.digest,
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


def _key(task: Task, step: Gather) -> bytes:
    known = "" if task.known is NOTHING_KNOWN else repr(task.known)
    columns = repr(sorted(step.columns.items()))
    return key_of("file", program(), step.ruleset.digest, columns, task.file.shown, known, task.digest)


def _unpacked(value: bytes) -> Gathered | None:
    unpack = zlib.decompressobj()
    try:
        text = unpack.decompress(value, _MOST)
        return GATHERED.decode(text) if unpack.eof else None
    except (zlib.error, DecodeError):
        return None
