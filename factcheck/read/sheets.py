"""Workbooks and Parquet files: their rows as labelled lines. A place is a sheet, a row and a column."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from typing import Any

from factcheck.errors import Problem
from factcheck.model import Document
from factcheck.read.claims_table import claims_table
from factcheck.read.records import NONE, Columns, Records, plain
from factcheck.read.rows import Cell, Rows
from factcheck.read.zipped import Archive, UnreadableError

_MOST_ROWS = 1_100_000
_MOST_COLUMNS = 2000
_BATCH = 1000  # rows


def read_xlsx(path: str, content: bytes, columns: Columns = NONE) -> Document | Problem | list[Document]:
    """Return the rows of all sheets of a workbook, each below the first row of its sheet."""
    from openpyxl import load_workbook

    try:
        archive = Archive(content)
        for name in archive.names():
            if name.endswith((".xml", ".rels")):
                archive.read(name)  # within the limits of size, before another program unpacks it
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        rows, several = Rows(), len(book.worksheets) > 1
        for sheet in book.worksheets:
            table, own = _rows(sheet), f"{sheet.title}, row" if several else "row"
            head = [str(each).strip() for each in next(table, ())]
            cells = (_cells(head, row) for row in table)
            if (made := claims_table(path, head, cells, None)) is not None:
                return made
            for number, row in enumerate(cells, 2):
                rows.append(row, own, number)
    except UnreadableError as error:
        return error.problem(path)
    except Exception as error:  # openpyxl raises what it meets: KeyError, ValueError, TypeError, ParseError
        return Problem(path, f"is no workbook that can be read: {type(error).__name__}", "save it anew, or as CSV")
    return Records(path, "xlsx", columns, rows).document(None)


def _cells(head: Sequence[str], row: Sequence[Any]) -> list[Cell]:
    return [Cell(*pair) for pair in zip(head, map(_words, row), strict=False) if pair[0]]


def _rows(sheet: Any) -> Iterator[Sequence[Any]]:
    sheet.reset_dimensions()  # what a workbook says of its size may be a lie
    for number, row in enumerate(sheet.iter_rows(values_only=True, max_col=_MOST_COLUMNS)):
        if number >= _MOST_ROWS:
            return
        if any(each is not None for each in row):
            yield ["" if each is None else each for each in row]


def read_parquet(path: str, content: bytes, columns: Columns = NONE) -> Document | Problem | list[Document]:
    """Return the rows of a Parquet file."""
    import pyarrow as pa
    from pyarrow.parquet import ParquetFile

    try:
        file = ParquetFile(io.BytesIO(content))
        head = [str(name) for name in file.schema_arrow.names]
        table = ([Cell(name, _words(row[name])) for name in head] for row in _batched(file))
        if (made := claims_table(path, head, table, None, first=1)) is not None:
            return made
        rows = Rows()
        for number, row in enumerate(table, 1):
            rows.append(row, "row", number)
    except (pa.ArrowException, OSError, ValueError, KeyError) as error:
        return Problem(path, f"is no Parquet file that can be read: {error}", "write it anew, or as CSV")
    return Records(path, "parquet", columns, rows).document(None)


def _batched(file: Any) -> Iterator[dict[str, Any]]:
    for batch in file.iter_batches(_BATCH):
        yield from batch.to_pylist()


def _words(value: Any) -> str:
    """Return what a cell says, of a list all of it."""
    return "; ".join(map(plain, value)) if isinstance(value, list) else plain(value)
