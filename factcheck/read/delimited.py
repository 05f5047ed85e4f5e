"""CSV and TSV (RFC 4180, and what programs write for it): rows under a head, with the way back to every cell.

The standard library tells the dialect and writes such files; it tells no places, so that the cells are cut here.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from factcheck.errors import Problem
from factcheck.model import Document
from factcheck.read.claims_table import claims_table
from factcheck.read.encoding import decode
from factcheck.read.records import NONE, Columns, Records
from factcheck.read.rows import Cell, Rows

_SIGNS = ",;\t|"
_SAMPLE = 16_384  # characters
_Found = tuple[str, int, int]  # words, and where they stand


def read_delimited(path: str, content: bytes, columns: Columns = NONE) -> Document | Problem | list[Document]:
    """Return the rows of a table as labelled lines, or a document for each source of a claims table."""
    decoded = decode(path, content)
    if isinstance(decoded, Problem):
        return decoded
    sign = "\t" if PurePosixPath(path).suffix.lower() in (".tsv", ".tab") else _sign(decoded.text)
    rows = cut(decoded.text, sign)
    head = [words.strip() for words, _, _ in next(rows, [])]
    if len(head) < 2 or len(set(head)) < len(head):
        return Problem(
            path, "has no head of two different names or more", "write the columns' names into its first row"
        )
    cells = ([Cell(*pair) for pair in _under(head, row)] for row in rows)
    if (made := claims_table(path, head, cells, decoded)) is not None:
        return made
    table = Rows(decoded.text)
    for number, row in enumerate(cut(decoded.text, sign)):
        if number:
            table.append((Cell(*pair) for pair in _under(head, row)), "row", number + 1)
    return Records(path, "csv", columns, table).document(decoded)


def cut(text: str, sign: str) -> Iterator[list[_Found]]:
    """Yield the rows of a table: the words of each cell, and the place of what stands between its quotes."""
    pattern = re.compile(rf'[ ]*"((?:[^"]|"")*+)"[^{re.escape(sign)}\r\n]*|([^{re.escape(sign)}\r\n]*)')
    at, row = int(text.startswith("\ufeff")), list[_Found]()
    while at <= len(text):
        match = pattern.match(text, at)
        assert match is not None  # the second way matches nothing at all
        group = 1 if match[1] is not None else 2
        row.append((match[group].replace('""', '"') if group == 1 else match[2], match.start(group), match.end(group)))
        at = match.end()
        if text.startswith(sign, at):
            at += 1
            continue
        if any(words for words, _, _ in row):
            yield row
        row = []
        at += 2 if text.startswith("\r\n", at) else 1


def _under(head: Sequence[str], row: Sequence[_Found]) -> Iterator[tuple[str, str, int, int]]:
    """Yield a row's cells with their columns; what has no column is left out."""
    return ((name, *found) for name, found in zip(head, row, strict=False))


def _sign(text: str) -> str:
    """Return what stands between the cells of a table."""
    try:
        return csv.Sniffer().sniff(text[:_SAMPLE], _SIGNS).delimiter
    except csv.Error:
        head = text.lstrip("\ufeff").partition("\n")[0]
        return max(_SIGNS, key=head.count)
