"""The table of discrepancies as Parquet (https://parquet.apache.org): the columns of `csv`, each of one type.

The ends of a value are numbers in `low` and `high`, or ISO days in `from` and `to`. The wide table is text.
"""

from __future__ import annotations

import io
from collections.abc import Sequence

from factcheck.model import Report
from factcheck.report.table import Cell, table
from factcheck.report.view import View

_COUNTS = ("side", "line", "column")


def render_bytes(report: Report, view: View) -> bytes:
    """Return the file; the same report gives the same bytes."""
    import pyarrow as pa
    from pyarrow.parquet import write_table

    rows = table(report, view)
    columns = {name: [row[at] for row in rows.rows] for at, name in enumerate(rows.head)}
    types = {"new": pa.bool_()}
    if not view.wide:
        low, high = columns["low"], columns["high"]
        columns |= {"low": _numbers(low), "high": _numbers(high), "from": _days(low), "to": _days(high)}
        types |= dict.fromkeys(_COUNTS, pa.int64()) | dict.fromkeys(("low", "high"), pa.float64())
    content = io.BytesIO()
    made = pa.table({name: pa.array(cells, types.get(name, pa.string())) for name, cells in columns.items()})
    write_table(made.replace_schema_metadata({"factcheck_table": "1"}), content)
    return content.getvalue()


def _numbers(cells: Sequence[Cell]) -> list[Cell]:
    return [float(cell) if isinstance(cell, int | float) else None for cell in cells]


def _days(cells: Sequence[Cell]) -> list[Cell]:
    return [cell if isinstance(cell, str) else None for cell in cells]
