"""Files whose claims an earlier run found: they are taken from the cache, the others go through the engine."""

from __future__ import annotations

import time
import zlib
from collections.abc import Iterator, Sequence

from factcheck.cache import Store
from factcheck.cache.keys import key_of, program
from factcheck.engine import Engine
from factcheck.map_step import DIGEST, GATHERED, Gather
from factcheck.model import Gathered
from factcheck.model.codec import DecodeError
from factcheck.read import NOTHING_KNOWN
from factcheck.read.tasks import Task

_MANY, _LONG = 256, 1.0  # results, and seconds, after which those that came are kept
_MOST = 500_000_000  # bytes of one file's claims


def gather(step: Gather, todo: Sequence[Task], engine: Engine, store: Store) -> Iterator[Gathered]:
    """Yield what each file gives, in order: from the cache where it is known, else through the engine.

    Nothing is kept where the rules, or the files, have no digest.
    """
    known_again = store.is_open and step.ruleset.digest and all(task.digest for task in todo)
    keys = [_key(task, step) for task in todo] if known_again else []
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
