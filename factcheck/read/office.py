"""What Word and OpenDocument files have in common: numbered paragraphs, rows of tables, properties."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.errors import Problem
from factcheck.model import Block, Document, Part, Section
from factcheck.read.blocks import relabelled
from factcheck.read.cells import RowReader
from factcheck.read.dates import parse_date
from factcheck.read.extraction import Extraction, Piece
from factcheck.read.titles import title_of
from factcheck.values import DateReading


class Paragraphs:
    """Text in the making, of a file whose places are paragraphs."""

    def __init__(self) -> None:
        self._text = Extraction()
        self._sections: list[Section] = []
        self._called, self._count = "", 0
        self._part: Part = "text"

    def begin(self, called: str, part: Part) -> None:
        """Begin a part of the file: paragraphs are counted anew, and called by its name."""
        self._called, self._part, self._count = called, part, 0

    def paragraph(self, words: str, *, heading: bool = False) -> None:
        """Add a paragraph; a line that ends within it ends a block."""
        self._count += 1
        self._place()
        for line in words.split("\n"):
            self._text.say(line)
            self._text.end_block("heading" if heading and self._part == "text" else self._part)

    def row(self, cells: Sequence[str]) -> None:
        """Add a row of a table, of which the lines are told apart by commas."""
        self._count += 1
        self._place()
        row = RowReader(self._text)
        for cell in cells:
            row.opened("td", 0)
            for line in cell.split("\n"):
                row.broken()
                row.add(Piece(line, 0, len(line)))
            row.closed("td")
        row.finish()

    def document(
        self, path: str, format: str, title: str | None, author: str | None, made: DateReading | None
    ) -> Document | Problem:
        """Return the document; its title is what the properties say, else the first heading or line."""
        text, blocks, _ = self._text.done("")
        if not blocks:
            return Problem(path, "has no text", "leave it out, or fill it; pictures of text are not read")
        first = next((block for block in blocks if block.part == "heading"), blocks[0])
        blocks = tuple(Block(*block[:2], "title") if block is first else block for block in blocks)
        return Document(
            path,
            text,
            format,
            relabelled(text, blocks),
            title=title_of(path, title, text, blocks),
            author=(author or "").strip() or None,
            published=made,
            published_from=None if made is None else "properties",
            sections=tuple(self._sections),
        )

    def _place(self) -> None:
        self._sections.append(Section(self._text.length, f"{self._called}paragraph {self._count}"))


def property_date(text: str | None) -> DateReading | None:
    """Return the day on which a file was made, as its properties say."""
    return parse_date(text or "")
