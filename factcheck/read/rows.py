"""Rows of a table as columns of numbers and one text: a tenth of what a list of their cells would take."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from io import StringIO
from typing import NamedTuple

_OFFSETS = "I"
_IN_FILE = 0xFFFFFFFF  # in place of an offset: the words are those of the file


class Cell(NamedTuple):
    """A value of a row: its column's name, its words, and where it stands in the file, if that is text."""

    column: str
    words: str
    first: int = 0
    last: int = 0


class Rows:
    """Rows, one after the other, each with a name ("row") and a number; `text` is that of the file, if it is text."""

    def __init__(self, text: str = "") -> None:
        self._text = text
        self._told = StringIO()  # words that stand otherwise in the file
        self._length = 0
        self._names: dict[str, int] = {}
        self._columns, self._at, self._lengths, self._firsts, self._lasts = (array(_OFFSETS) for _ in range(5))
        self._rows = array(_OFFSETS)  # how many cells there are at the end of each
        self._called, self._numbers = array(_OFFSETS), array(_OFFSETS)

    def append(self, cells: Iterable[Cell], name: str, number: int) -> None:
        """Add a row."""
        for column, words, first, last in cells:
            self._columns.append(self._number(column))
            self._firsts.append(first)
            self._lasts.append(last)
            self._lengths.append(len(words))
            if last > first and self._text[first:last] == words:
                self._at.append(_IN_FILE)
            else:
                self._at.append(self._length)
                self._length += self._told.write(words)
        self._rows.append(len(self._at))
        self._called.append(self._number(name))
        self._numbers.append(number)

    def __len__(self) -> int:
        return len(self._rows)

    def __iter__(self) -> Iterator[tuple[list[Cell], str, int]]:
        """Yield each row with its name and number."""
        told, names, start = self._told.getvalue(), tuple(self._names), 0
        for end, called, number in zip(self._rows, self._called, self._numbers, strict=True):
            yield [self._cell(n, told, names) for n in range(start, end)], names[called], number
            start = end

    def _cell(self, n: int, told: str, names: tuple[str, ...]) -> Cell:
        first, last, at = self._firsts[n], self._lasts[n], self._at[n]
        words = self._text[first:last] if at == _IN_FILE else told[at : at + self._lengths[n]]
        return Cell(names[self._columns[n]], words, first, last)

    def _number(self, name: str) -> int:
        return self._names.setdefault(name, len(self._names))
