"""Many small tuples of offsets in a tenth of the memory: a text of a million lines has a million blocks."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Generic, TypeVar, get_args, overload

from factcheck.model.document import Block, Part, Section
from factcheck.model.origin import Run

Row = TypeVar("Row")
_OFFSETS = "I"  # unsigned, four bytes: no file that is read has more characters
_MANY = 10_000  # pieces of a text
_PARTS: tuple[Part, ...] = get_args(Part)


class Packed(Sequence[Row], Generic[Row]):
    """A sequence whose items are made from columns of numbers when they are asked for."""

    def __init__(self, make: Callable[..., Row], columns: Sequence[array[int]]) -> None:
        self._make = make
        self._columns = columns

    def __len__(self) -> int:
        return len(self._columns[0])

    @overload
    def __getitem__(self, at: int) -> Row: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[Row]: ...

    def __getitem__(self, at: int | slice) -> Row | Sequence[Row]:
        if isinstance(at, slice):
            return Packed(self._make, [column[at] for column in self._columns])
        return self._make(*(column[at] for column in self._columns))

    def __iter__(self) -> Iterator[Row]:
        return map(self._make, *self._columns)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(map(bytes, self._columns)))

    @property
    def starts(self) -> Sequence[int]:
        """The first column: where each item begins."""
        return self._columns[0]


def packed_blocks(blocks: Iterable[Block]) -> Packed[Block]:
    """Return blocks packed."""
    packed = PackedBlocks()
    for block in blocks:
        packed.append(block)
    return packed.done()


class PackedBlocks:
    """Blocks in the making."""

    def __init__(self) -> None:
        self._starts, self._ends, self._parts = array(_OFFSETS), array(_OFFSETS), array("B")

    def append(self, block: Block) -> None:
        """Add a block."""
        self._starts.append(block.start)
        self._ends.append(block.end)
        self._parts.append(_PARTS.index(block.part))

    def done(self) -> Packed[Block]:
        """Return all of them."""
        return Packed(_block, (self._starts, self._ends, self._parts))


def packed_pairs(pairs: Iterable[tuple[int, int]]) -> Packed[tuple[int, int]]:
    """Return stretches packed."""
    starts, ends = array(_OFFSETS), array(_OFFSETS)
    for start, end in pairs:
        starts.append(start)
        ends.append(end)
    return Packed(_pair, (starts, ends))


def packed_named(kind: type[Row], rows: Iterable[tuple[int | str, ...]]) -> Packed[Row]:
    """Return offsets with a name that is mostly one of few, last in each row, packed."""
    columns: list[array[int]] = [array(_OFFSETS) for _ in kind._fields]  # type: ignore[attr-defined]
    numbers: dict[str, int] = {}
    for *offsets, name in rows:
        for column, offset in zip(columns, (*offsets, numbers.setdefault(str(name), len(numbers))), strict=True):
            column.append(int(offset))
    return Packed(_Named(kind, tuple(numbers)), columns)


@dataclass(frozen=True, slots=True)
class _Named(Generic[Row]):
    """Makes a row whose last column is the number of a name."""

    kind: Callable[..., Row]
    names: tuple[str, ...]

    def __call__(self, *columns: int) -> Row:
        return self.kind(*columns[:-1], self.names[columns[-1]])


class PackedSections:
    """Sections in the making that are cells of a table: where each begins, its row's name and number, its column."""

    def __init__(self) -> None:
        self._columns = (array(_OFFSETS), array(_OFFSETS), array(_OFFSETS))
        self._names: dict[tuple[str, str], int] = {}

    def append(self, start: int, row: tuple[str, int], column: str) -> None:
        """Add a section."""
        name = self._names.setdefault((row[0], column), len(self._names))
        for place, number in zip(self._columns, (start, row[1], name), strict=True):
            place.append(number)

    def done(self) -> Packed[Section]:
        """Return all of them."""
        return Packed(_CellNames(tuple(self._names)), self._columns)


@dataclass(frozen=True, slots=True)
class _CellNames:
    """Makes the section of a cell."""

    names: tuple[tuple[str, str], ...]

    def __call__(self, start: int, number: int, name: int) -> Section:
        row, column = self.names[name]
        return Section(start, f"{row} {number}, {column}")


def joined(pieces: Iterable[str]) -> str:
    """Return pieces of a text as one, never with all of them at once: each takes more memory than its words."""
    whole, some = [], iter(pieces)
    while few := list(islice(some, _MANY)):
        whole.append("".join(few))
    return "".join(whole)


class PackedRuns:
    """Runs in the making; one that goes on where the last ended, letter by letter as that, makes it longer."""

    def __init__(self) -> None:
        self._columns = tuple(array(_OFFSETS) for _ in Run._fields)
        self._last: Run | None = None

    def append(self, run: Run) -> None:
        """Add a run."""
        last = self._last
        if last is not None and last.last == run.first and last.by_letter and run.by_letter:
            self._last = last._replace(end=run.end, last=run.last)
            return
        self._write()
        self._last = run

    @property
    def last(self) -> int:
        """Where in the file the last run ends."""
        return 0 if self._last is None else self._last.last

    def done(self) -> Packed[Run]:
        """Return all of them; there is always one."""
        self._last = self._last or Run(0, 0, 0, 0)
        self._write()
        self._last = None
        return Packed(Run, self._columns)

    def _write(self) -> None:
        for column, number in zip(self._columns, self._last or (), strict=False):
            column.append(number)


def _pair(start: int, end: int) -> tuple[int, int]:
    return start, end


def _block(start: int, end: int, part: int) -> Block:
    return Block(start, end, _PARTS[part])
