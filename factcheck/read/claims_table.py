"""Claims tables: the columns source, subject (or object), field (or attribute) and value are claims, ready-made.

Each source becomes a document of its own. Subject and field are the cells, unchanged.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from factcheck.model import Block, Document, Section, Stated
from factcheck.model.origin import Lines, Origin, Run
from factcheck.read.encoding import Decoded
from factcheck.read.rows import Cell

_SUBJECTS, _FIELDS = ("subject", "object"), ("field", "attribute")


def claims_table(
    path: str, head: Sequence[str], rows: Iterable[Sequence[Cell]], decoded: Decoded | None, first: int = 2
) -> list[Document] | None:
    """Return a document for each source of a claims table, None for another table; rows count from `first`."""
    names = {name.strip().lower(): name for name in head}
    subject = next((names[name] for name in _SUBJECTS if name in names), None)
    field = next((names[name] for name in _FIELDS if name in names), None)
    if subject is None or field is None or not {"source", "value"} <= names.keys():
        return None
    made: dict[str, _Source] = defaultdict(_Source)
    for number, row in enumerate(rows, first):
        cells = {cell.column: cell for cell in row}
        said = [cells.get(name) for name in (names["source"], subject, field, names["value"])]
        source, about, attribute, value = (each if each is not None else Cell("", "") for each in said)
        if source.words and about.words and attribute.words and value.words.strip():
            made[source.words].add(about.words, attribute.words, value, f"row {number}")
    lines = None if decoded is None else Lines(decoded.text)
    return [source.document(f"{path}#{name}", name, decoded, lines) for name, source in made.items()]


class _Source:
    """What one source says: its values, one a line."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._runs: list[Run] = []
        self._statements: list[Stated] = []
        self._sections: list[Section] = []
        self._length = 0

    def add(self, subject: str, field: str, value: Cell, where: str) -> None:
        """Add a claim."""
        words = " ".join(value.words.split())
        start, end = self._length, self._length + len(words)
        self._statements.append(Stated(subject, field, start, end))
        self._sections.append(Section(start, f"{where}, {value.column}"))
        self._runs += [Run(start, end, value.first, value.last), Run(end, end + 1, value.last, value.last)]
        self._lines.append(words)
        self._length = end + 1

    def document(self, path: str, title: str, decoded: Decoded | None, lines: Lines | None) -> Document:
        """Return the source as a document; all those of a file share its lines."""
        text = "".join(f"{line}\n" for line in self._lines)
        return Document(
            path,
            text,
            "claims",
            (Block(0, len(text), "text"),),
            title=title,
            kind="record",
            origin=None if decoded is None else Origin(decoded.text, tuple(self._runs), lines),
            sections=tuple(self._sections),
            statements=tuple(self._statements),
            encoding="utf-8" if decoded is None else decoded.encoding,
            encoding_from="" if decoded is None else decoded.how,
        )
