"""What this program and its child process say to each other: objects, each with its length before it.

Documents of one file come one by one. Those of an export share its source, which is sent with the first of them only.
"""

from __future__ import annotations

import io
import pickle
import struct
from dataclasses import dataclass
from typing import IO, Any

_LENGTH = struct.Struct(">Q")
_LONG = 50_000  # characters of a text that several objects may share
_FEW = 4  # such texts that are remembered


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a request: the reader's result, the library that is missing, or why it failed.

    Of a reader that finds several documents each is an outcome, with `more` to come; an outcome of nothing is the last.
    """

    result: Any = None
    missing: str | None = None
    failed: str | None = None
    more: bool = False


class _Known:
    """The long texts that went through a pipe last; both ends know the same ones, in the same order."""

    def __init__(self) -> None:
        self._texts: list[str] = []

    def number(self, text: str) -> int | None:
        """Return which of them a text is, and make it the latest."""
        found = next((n for n, each in enumerate(self._texts) if each is text), None)
        if found is not None:
            self.text(found)
        return found

    def text(self, number: int) -> str:
        """Return one of them, and make it the latest."""
        self._texts.append(self._texts.pop(number))
        return self._texts[-1]

    def add(self, text: str) -> None:
        """Take up a text as the latest."""
        self._texts = [*self._texts, text][-_FEW:]


class _Pickler(pickle.Pickler):
    """Pickles a long text once; while the other end still knows it, its number is sent instead."""

    def __init__(self, stream: io.BytesIO, known: _Known) -> None:
        super().__init__(stream)
        self._known = known

    def persistent_id(self, what: object) -> int | bytes | None:
        if not isinstance(what, str) or len(what) < _LONG:
            return None
        number = self._known.number(what)
        if number is not None:
            return number
        self._known.add(what)
        return what.encode("utf-8", "surrogatepass")


class _Unpickler(pickle.Unpickler):
    """Reads what the pickler above wrote."""

    def __init__(self, stream: io.BytesIO, known: _Known) -> None:
        super().__init__(stream)
        self._known = known

    def persistent_load(self, sent: int | bytes) -> str:
        if isinstance(sent, int):
            return self._known.text(sent)
        text = sent.decode("utf-8", "surrogatepass")
        self._known.add(text)
        return text


class Pipes:
    """Two pipes to the other process; what was sent last stays known on either side."""

    def __init__(self, reads: IO[bytes], writes: IO[bytes]) -> None:
        self._reads, self._writes = reads, writes
        self._sent = _Known()
        self._received = _Known()

    def send(self, what: object) -> None:
        """Write an object."""
        content = io.BytesIO()
        _Pickler(content, self._sent).dump(what)
        self._writes.write(_LENGTH.pack(content.tell()))
        self._writes.write(content.getbuffer())
        self._writes.flush()

    def receive(self) -> Any:
        """Read an object; None where the other end was closed."""
        head = self._reads.read(_LENGTH.size)
        if len(head) < _LENGTH.size:
            return None
        content = io.BytesIO(self._reads.read(*_LENGTH.unpack(head)))
        return _Unpickler(content, self._received).load()
