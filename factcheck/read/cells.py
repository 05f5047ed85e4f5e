"""Tables and definition lists become lines: "label: value" for two cells, "a | b | c" for more."""

from __future__ import annotations

from dataclasses import dataclass, field

from factcheck.read.extraction import Extraction, Piece

_MOST_LABEL = 48  # characters; what is longer is no label


@dataclass(slots=True)
class _Cell:
    """A cell of the row that is open; `head` where the page marks it as a label."""

    head: bool
    at: int
    pieces: list[Piece] = field(default_factory=list)
    breaks: bool = False  # a line of the cell ended, and no further one began yet

    @property
    def words(self) -> str:
        return "".join(piece.words for piece in self.pieces).strip()

    def add(self, piece: Piece) -> None:
        """Add words; what begins a further line is set off by a comma."""
        if self.breaks and piece.words.strip():
            if self.words and not self.words.endswith((",", ":", ";")):
                self.pieces.append(Piece(", ", piece.first, piece.first))
            self.breaks = False
        self.pieces.append(piece)


class RowReader:
    """Collects the cells of a row, and writes the line when the row is over. Tables within cells are read as text."""

    def __init__(self, extraction: Extraction) -> None:
        self._extraction = extraction
        self._cells: list[_Cell] = []
        self._depth = 0  # of tables within a cell
        self._in_cell = False

    def opened(self, tag: str, at: int) -> None:
        """Note that an element was opened."""
        if self._in_cell and (tag != "tr" or self._depth):  # a row within a cell is the next one: no end tag was needed
            self._depth += tag == "table"
            return
        if tag == "tr":
            self.finish()
        if tag in ("td", "th", "dt", "dd"):
            if tag == "dt" and self._cells and not self._cells[-1].head:
                self.finish()
            same = tag == "dd" and len(self._cells) == 2  # a further value of one label
            if same:
                self._cells[-1].breaks = True
            else:
                self._cells.append(_Cell(tag in ("th", "dt"), at))
            self._in_cell = True

    def closed(self, tag: str) -> None:
        """Note that an element was closed."""
        if self._in_cell and tag == "table" and self._depth:
            self._depth -= 1
        elif self._in_cell and not self._depth and tag in ("td", "th", "dt", "dd"):
            self._in_cell = False
        elif not self._in_cell and tag in ("tr", "table", "dl"):
            self.finish()

    def add(self, piece: Piece) -> bool:
        """Take words where a cell is open; tell whether one was."""
        if self._in_cell:
            self._cells[-1].add(piece)
        return self._in_cell

    def broken(self) -> bool:
        """Note that a block ended or began; tell whether that was within a cell."""
        if self._in_cell:
            self._cells[-1].breaks = True
        return self._in_cell

    def finish(self) -> None:
        """Write the line of the row."""
        cells, self._cells, self._in_cell, self._depth = [each for each in self._cells if each.words], [], False, 0
        if not cells:
            return
        sign = ": " if _is_labelled(cells) else " | "
        for number, cell in enumerate(cells):
            if number:
                self._extraction.between(sign, cell.at)
            self._extraction.add(_trimmed(cell, colon=sign == ": " and number == 0))
        self._extraction.end_block("text")


def _is_labelled(cells: list[_Cell]) -> bool:
    """Tell whether a row is a label and its value."""
    if len(cells) != 2 or len(cells[0].words) > _MOST_LABEL:
        return False
    return not cells[1].head and (cells[0].head or not any(map(str.isdigit, cells[0].words)))


def _trimmed(cell: _Cell, *, colon: bool) -> list[Piece]:
    """Return a cell's pieces, of a label without the colon that stands behind it already."""
    pieces = list(cell.pieces)
    while colon and pieces:
        words, first, last = pieces[-1]
        bare = words.rstrip().removesuffix(":")
        if bare == words:
            break
        pieces[-1:] = [Piece(bare, first, first + len(bare))] if bare and last - first == len(words) else []
    return pieces
