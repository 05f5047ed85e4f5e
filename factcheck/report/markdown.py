"""The wide table of discrepancies for a comment on a pull request: GitHub's Markdown tables.

Nothing in a cell is markup: its signs are escaped, and what would name a person, an issue or an address is written with
character references.
"""

from __future__ import annotations

import re
from dataclasses import replace

from factcheck.model import Report
from factcheck.report.table import OF_FINDING, Cell, table
from factcheck.report.view import View

_LEFT_OUT = frozenset({"code", "status", "qualifiers", "new"})  # too much for a comment
_ESCAPED = re.compile(r"[\\`*_{}\[\]()~|!$]")
_REFERENCED = re.compile(r"[&<>@#]|:(?=//)|(?<=www)\.|^[-+]", re.IGNORECASE)


def render(report: Report, view: View) -> str:
    """Return the table, or one sentence where there is nothing to tell."""
    wide = table(report, replace(view, wide=True))
    if not wide.rows:
        return "No discrepancies.\n"
    kept = [n for n, name in enumerate(wide.head) if n >= len(OF_FINDING) or name not in _LEFT_OUT]
    lines = [[_cell(row[n]) for n in kept] for row in (wide.head, *wide.rows)]
    lines.insert(1, ["---"] * len(kept))
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _cell(cell: Cell) -> str:
    text = "" if cell is None else str(cell)
    return _REFERENCED.sub(lambda sign: f"&#{ord(sign[0])};", _ESCAPED.sub(r"\\\g<0>", text))
