"""What this program and its child process say to each other: objects, each with its length before it."""

from __future__ import annotations

import pickle
import struct
from dataclasses import dataclass
from typing import IO, Any

_SECONDS, _SECONDS_PER_MEGABYTE = 8, 5
_LENGTH = struct.Struct(">Q")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a request: the reader's result, the library that is missing, or why it failed."""

    result: Any = None
    missing: str | None = None
    failed: str | None = None


def seconds_for(content: bytes) -> int:
    """Return how long reading may take in processor time: some seconds, and more for what is large."""
    return _SECONDS + len(content) * _SECONDS_PER_MEGABYTE // 1_000_000


def send(stream: IO[bytes], what: object) -> None:
    """Write an object to a pipe between our own processes."""
    content = pickle.dumps(what)
    stream.write(_LENGTH.pack(len(content)))
    stream.write(content)
    stream.flush()


def receive(stream: IO[bytes]) -> Any:
    """Read an object from a pipe between our own processes; None where the other end was closed."""
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    return pickle.loads(stream.read(*_LENGTH.unpack(head)))  # noqa: S301 - nobody else writes to it
