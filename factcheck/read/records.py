"""Rows become labelled lines, so that a table's cells are read by the rules' labels, whatever the file's format."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, time

from factcheck.errors import Problem
from factcheck.model import Document, PackedSections, packed_pairs
from factcheck.read.encoding import Decoded
from factcheck.read.extraction import Extraction, Piece
from factcheck.read.linked_data import in_words
from factcheck.read.rows import Cell, Rows

_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_NOT_WORDS = re.compile(r"[\s_.\-/]+")
_UNIT = re.compile(
    r"(?P<label>.*?\w)\s*(?:\bin\s+|[(\[]\s*(?:in\s+)?|\s)"
    r"(?P<unit>min|mins|minutes?|hours?|hrs|h|sec|secs|seconds?|days?|weeks?|months?)\s*[)\]]?$"
)
_FIGURES = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_MONTHS = 12
_NUMBER = re.compile(r"\d+(?:\.\d+)?$")
_NOTHING = frozenset({"", "\\n", "null", "none", "na", "n/a", "nan", "-", "\u2013", "unknown", "tba"})
_SUBJECTS = ("title", "film", "movie", "documentary", "name", "primary title", "film title", "movie title")
_SUBJECT = "Title"
_LISTED = re.compile(r"\s*[;|]\s*")
_LONE = re.compile("[\ud800-\udfff]")  # halves of a character, which JSON can hold and no text
_LONGEST = 400  # characters of a value; what is longer is a text


Where = tuple[str, int]  # what a row is called, and its number
Columns = Mapping[str, str]  # what the settings call columns, by their names
NONE: Columns = {}


class Records:
    """Rows in the making of a document."""

    def __init__(self, path: str, format: str, columns: Columns, rows: Rows) -> None:
        self._path = path
        self._format = format
        self._columns = columns
        self._text = Extraction()
        self._sections = PackedSections()
        self._records = (array("I"), array("I"))
        self._rows = rows

    def _add(self, cells: Sequence[Cell], where: Where) -> None:
        """Write a row: what it is about first, then every cell under its label."""
        named = [(self._label(cell), cell) for cell in cells if cell.words.strip().lower() not in _NOTHING]
        subjects = [(_SUBJECTS.index(label), cell) for (label, _), cell in named if label in _SUBJECTS]
        subject = min(subjects, key=lambda found: found[0])[1] if subjects else None
        start = self._text.length
        if subject is not None:
            self._line(_SUBJECT, "", subject, where)
        for (label, unit), cell in named:
            if cell is not subject and len(cell.words) <= _LONGEST and label not in _SUBJECTS:
                self._line(label, unit, cell, where)
        if self._text.length > start:
            for column, offset in zip(self._records, (start, self._text.length), strict=True):
                column.append(offset)

    def _label(self, cell: Cell) -> tuple[str, str]:
        return label_of(self._columns.get(cell.column.strip(), cell.column))

    def document(self, decoded: Decoded | None) -> Document | Problem:
        """Return the document; `decoded` is the file where it is text."""
        day_first = _day_first(cell for cells, _, _ in self._rows for cell in cells)
        for cells, name, number in self._rows:
            self._add([_plainly(cell, day_first) for cell in cells], (name, number))
        text, blocks, origin = self._text.done("" if decoded is None else decoded.text)
        if not blocks:
            return Problem(self._path, "has no rows with a value", "leave it out, or fill it")
        return Document(
            self._path,
            text,
            self._format,
            blocks,
            kind="record",
            origin=None if decoded is None else origin,
            sections=self._sections.done(),
            records=packed_pairs(zip(*self._records, strict=True)),
            encoding="utf-8" if decoded is None else decoded.encoding,
            encoding_from="" if decoded is None else decoded.how,
        )

    def _line(self, label: str, unit: str, cell: Cell, where: Where) -> None:
        self._sections.append(self._text.length, where, cell.column)
        self._text.between(f"{label}: ", cell.first)
        at = 0
        for gap in [*(() if label == _SUBJECT else _LISTED.finditer(cell.words)), None]:
            end = len(cell.words) if gap is None else gap.start()
            if at and at < end:
                self._text.between(", ", cell.first)
            if at < end:
                self._text.add([_piece(cell, at, end)])
            at = end if gap is None else gap.end()
        if unit and _NUMBER.match(cell.words.strip()):
            self._text.between(f" {unit}", cell.last)
        self._text.end_block("text")


def _day_first(cells: Iterable[Cell]) -> frozenset[str]:
    """Return the columns of dates in figures in which the day stands first: some day there is no month."""
    days: set[str] = set()
    months: set[str] = set()
    for cell in cells:
        date = _FIGURES.fullmatch(cell.words.strip())
        if date is not None and int(date[1]) > _MONTHS:
            days.add(cell.column)
        elif date is not None and int(date[2]) > _MONTHS:
            months.add(cell.column)
    return frozenset(days - months)


def _plainly(cell: Cell, day_first: frozenset[str]) -> Cell:
    """Return a cell with a date or a length of time as it is meant: "02/03/2012" in such a column, "PT91M"."""
    words = cell.words.strip()
    date = _FIGURES.fullmatch(words) if cell.column in day_first else None
    if date is not None:
        return cell._replace(words=f"{date[3]}-{int(date[2]):02d}-{int(date[1]):02d}")
    return cell._replace(words=in_words(words)) if words.startswith("PT") else cell


def _piece(cell: Cell, start: int, end: int) -> Piece:
    """Return a part of a cell's words: letter by letter where the file has them so, else for the whole cell."""
    if cell.last - cell.first == len(cell.words):
        return Piece(cell.words[start:end], cell.first + start, cell.first + end)
    return Piece(" ".join(cell.words[start:end].split()), cell.first, cell.last)


def label_of(column: str) -> tuple[str, str]:
    """Return a column's name as a label, and the unit that it names: "runtimeMinutes" is a runtime in minutes."""
    name = " ".join(_NOT_WORDS.sub(" ", _CAMEL.sub(" ", column.strip())).lower().split())
    unit = _UNIT.match(name)
    return (name, "") if unit is None else (unit["label"], unit["unit"])


def plain(value: object) -> str:
    """Return what a scalar says: whole numbers without a point, days in ISO, nothing for nothing."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    if isinstance(value, str):
        return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace") if _LONE.search(value) else value
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ")
    return str(value)
