"""JSON and JSON lines: objects become rows, with the way back to every value.

Values are decoded by the standard library one by one, since it tells where each of them ends.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from factcheck.errors import Problem
from factcheck.model import Document
from factcheck.read.claims_table import claims_table
from factcheck.read.encoding import Decoded, decode
from factcheck.read.records import NONE, Columns, Records, plain
from factcheck.read.rows import Cell, Rows

_LINE = re.compile(r"[^\n]*\n|[^\n]+$")
Result = Document | Problem | list[Document] | list[Document | Problem]
_SPACE = re.compile(r"[\s\ufeff]*")
_NAMES = ("name", "title", "label", "value")
_DECODER = json.JSONDecoder()


class _Value(NamedTuple):
    """A decoded value and where it stands."""

    value: Any
    first: int
    last: int


def read_json(path: str, content: bytes, columns: Columns = NONE) -> Result:
    """Return the objects of a list, or of the first list in an object, as rows; an object alone is one row."""
    decoded = decode(path, content)
    if isinstance(decoded, Problem):
        return decoded
    try:
        rows = Rows(decoded.text)
        for number, row in enumerate(_rows(decoded.text), 1):
            rows.append(row, "record", number)
        return _made(path, "json", rows, decoded, columns)
    except json.JSONDecodeError as error:
        return Problem(path, f"is not JSON (line {error.lineno}, column {error.colno}: {error.msg})", "mend it")
    except (RecursionError, ValueError):
        return Problem(path, "is nested too deeply, or has a number without bounds", "mend it, or leave it out")


def read_jsonl(path: str, content: bytes, columns: Columns = NONE) -> Result:
    """Return the objects of JSON lines as rows; a line that is none costs itself alone."""
    decoded = decode(path, content)
    if isinstance(decoded, Problem):
        return decoded
    rows = Rows(decoded.text)
    faults: list[str] = []
    for number, line in enumerate(_LINE.finditer(decoded.text), 1):
        try:
            rows.append(_of_line(line[0], line.start()), "record", len(rows) + 1)
        except json.JSONDecodeError as error:
            faults.append(f"line {number} is not JSON ({error.msg})")
        except (RecursionError, ValueError):
            faults.append(f"line {number} is nested too deeply, or has a number without bounds")
    made = _made(path, "jsonl", rows, decoded, columns)
    if not faults:
        return made
    more = f", and {len(faults) - 1} more" if len(faults) > 1 else ""
    kept: list[Document | Problem] = [made] if isinstance(made, Document) else [*made] if isinstance(made, list) else []
    return [*kept, Problem(path, faults[0] + more, "mend it")]


def _made(
    path: str, format: str, rows: Rows, decoded: Decoded, columns: Columns
) -> Document | Problem | list[Document]:
    head = list(dict.fromkeys(cell.column for row, _, _ in rows for cell in row))
    if (made := claims_table(path, head, (row for row, _, _ in rows), decoded, first=1)) is not None:
        return made
    return Records(path, format, columns, rows).document(decoded)


def _of_line(line: str, at: int) -> list[Cell]:
    """Return the members of the object on a line that begins at an offset."""
    if not line.strip("\ufeff \t\r\n"):
        return []
    cells, end = _cells(line, _space(line, 0))
    if (rest := _space(line, end)) < len(line):
        raise json.JSONDecodeError("more behind the end", line, rest)
    return [cell._replace(first=cell.first + at, last=cell.last + at) for cell in cells]


def _rows(text: str) -> Iterator[list[Cell]]:
    at = _space(text, 0)
    whole, end = _DECODER.raw_decode(text, at)
    if (rest := _space(text, end)) < len(text):
        raise json.JSONDecodeError("more behind the end", text, rest)
    if isinstance(whole, dict):
        lists = [each for each in _members(text, at) if isinstance(each[1].value, list)]
        found = next((v for _, v in lists if v.value and all(isinstance(each, dict) for each in v.value)), None)
        if found is None:
            yield _cells(text, at)[0]
            return
        at, whole = found.first, found.value
    if not isinstance(whole, list):
        return
    at = _space(text, at + 1)
    for each in whole:
        if isinstance(each, dict):
            yield _cells(text, at)[0]
        _, end = _DECODER.raw_decode(text, at)
        at = _space(text, _space(text, end) + 1)


def _cells(text: str, at: int) -> tuple[list[Cell], int]:
    """Return the members of the object at an offset as cells, and its end; of what is no object there are none."""
    value, end = _DECODER.raw_decode(text, at)
    members = _members(text, at) if isinstance(value, dict) else ()
    cells = []
    for key, (said, first, last) in members:
        words = _words(said)
        quoted = isinstance(said, str) and last - first == len(words) + 2
        cells.append(Cell(plain(key), words, first + quoted, last - quoted))
    return cells, end


def _members(text: str, at: int) -> Iterator[tuple[str, _Value]]:
    """Yield the members of the object at an offset; the text is known to be JSON."""
    at = _space(text, at + 1)
    while text[at] != "}":
        key, end = _DECODER.raw_decode(text, at)
        first = _space(text, _space(text, end) + 1)
        value, end = _DECODER.raw_decode(text, first)
        yield key, _Value(value, first, end)
        at = _space(text, end)
        at = _space(text, at + 1) if text[at] == "," else at


def _words(value: Any) -> str:
    """Return what a value says: lists with a sign between their items, of objects their names."""
    if isinstance(value, list):
        return "; ".join(filter(None, map(_words, value)))
    if isinstance(value, dict):
        return next((_words(value[name]) for name in _NAMES if name in value), "")
    return plain(value)


def _space(text: str, at: int) -> int:
    match = _SPACE.match(text, at)
    return at if match is None else match.end()
