"""Values of one kind are replaced by a mark, so that one pattern serves every wording of them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property
from typing import Generic, Protocol, TypeVar

from factcheck.ruleset.phrase import VALUE


class Stretch(Protocol):
    """What stands somewhere in a text: offsets."""

    @property
    def start(self) -> int:
        """Where it begins."""

    @property
    def end(self) -> int:
        """Where it ends, exclusive."""


Place = TypeVar("Place", bound=Stretch)


class Masked(Generic[Place]):
    """A stretch of text with each value (or event) as one character, and the way back to the offsets."""

    def __init__(self, text: str, values: Sequence[Place]) -> None:
        self.values = values
        self._marks: list[int] = []
        self._saved: list[int] = [0]
        pieces, at, length = [], 0, 0
        for value in values:
            pieces.append(text[at : value.start])
            length += value.start - at
            self._marks.append(length)
            pieces.append(VALUE)
            length += 1
            at = value.end
            self._saved.append(self._saved[-1] + value.end - value.start - 1)
        pieces.append(text[at:])
        self.text = "".join(pieces)

    @cached_property
    def encoded(self) -> bytes:
        """The text as patterns read it, encoded once for all of them."""
        return self.text.encode("utf-8", "replace")

    def offset(self, place: int) -> int:
        """Return the offset in the text of a place in the encoded text."""
        return len(self.encoded[:place].decode())

    def original(self, offset: int) -> int:
        """Return the offset in the unmasked text."""
        return offset + self._saved[bisect_left(self._marks, offset)]

    def value_at(self, offset: int) -> Place:
        """Return the value whose mark stands at an offset."""
        return self.values[bisect_left(self._marks, offset)]
