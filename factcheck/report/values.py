"""Values for people and machines: what was read in a text, where, and what it allows."""

from __future__ import annotations

import json
from collections.abc import Sequence
from math import isinf
from typing import Any

from rich.table import Table
from rich.text import Text

from factcheck.model import ValueRead
from factcheck.report.clean import clean_json, clean_line
from factcheck.report.terminal import make_console, printed
from factcheck.report.view import Look

KEYS = (
    "start", "end", "text", "kind", "reading", "value", "low", "high", "unit", "hedge",
    "timex", "edtf", "from", "to", "zone", "alternatives",
)  # fmt: skip


_SHARES = (0.3, 0.25, 0.25)  # of the line: the words, the reading, what it allows
_NARROWEST = 12  # characters


def as_object(read: ValueRead) -> dict[str, Any]:
    """Return a value as plain data; a key without a meaning for its kind is null, `problem` only where there is one."""
    return {
        "start": read.start,
        "end": read.end,
        "text": read.text,
        "kind": read.kind,
        "reading": read.reading,
        "value": _number(read.value),
        "low": _number(read.low),
        "high": _number(read.high),
        "unit": read.unit,
        "hedge": read.hedge,
        "timex": read.timex,
        "edtf": read.edtf,
        "from": read.first,
        "to": read.last,
        "zone": read.zone,
        "alternatives": [as_object(other) for other in read.alternatives],
        **({"problem": read.problem} if read.problem else {}),
    }


def render_line(id: object, reads: Sequence[ValueRead]) -> str:
    """Return one text's values as a JSON line."""
    row = {"id": id, "values": [as_object(read) for read in reads]}
    return clean_json(json.dumps(row, ensure_ascii=False)) + "\n"


def render_json(reads: Sequence[ValueRead]) -> str:
    """Return one text's values as a JSON object."""
    return clean_json(json.dumps({"values": [as_object(r) for r in reads]}, ensure_ascii=False, indent=1)) + "\n"


def render_table(reads: Sequence[ValueRead], look: Look) -> str:
    """Return one text's values as a table."""
    console = make_console(look)
    if not reads:
        return "no values\n"
    table = Table.grid(padding=(0, 2))
    for _ in range(2):
        table.add_column(no_wrap=True)
    for share in _SHARES:
        table.add_column(overflow="fold", max_width=max(_NARROWEST, int(console.width * share)))
    for read in reads:
        cells = (f"{read.start}-{read.end}", read.kind, read.text, read.reading, _allows(read))
        table.add_row(*(Text(clean_line(cell)) for cell in cells))
    console.print(table)
    return printed(console)


def _allows(read: ValueRead) -> str:
    if read.problem:
        return f"unreadable: {read.problem}"
    if read.first is not None or read.last is not None:
        return f"{read.first or '…'} to before {read.last or '…'}"
    if read.low is None and read.high is None:
        return ""
    low, high = (("…" if n is None else f"{_number(n):,}") for n in (read.low, read.high))
    span = low if low == high else f"{low} to {high}"
    return f"{span} {read.unit or ''}".rstrip()


def _number(number: float | str | None) -> float | str | None:
    if isinstance(number, str):
        return number
    if number is None or isinf(number):
        return None
    if number == int(number):
        return int(number)
    return float(f"{number:.12g}")
