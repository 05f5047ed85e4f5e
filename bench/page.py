"""The page of the benchmarks: tables between markers in README.md, each written by what measured it."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterable, Sequence
from pathlib import Path

PAGE = Path(__file__).with_name("README.md")


def write(section: str, text: str) -> None:
    """Put a table between the markers of its section; raises ValueError where the page has none."""
    begin, end = f"<!-- {section} -->", f"<!-- /{section} -->"
    old = PAGE.read_text(encoding="utf-8")
    if begin not in old or end not in old:
        raise ValueError(f"{PAGE} has no {begin} … {end}")
    before, after = old.split(begin)[0], old.split(end)[1]
    PAGE.write_text(f"{before}{begin}\n{text}\n{end}{after}", encoding="utf-8")


def machine() -> str:
    """Return what the figures were measured on."""
    return f"Python {platform.python_version()}, {os.cpu_count()} cores."


def markdown(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a Markdown table; all columns but the first are figures."""
    lines = [f"| {' | '.join(heads)} |", "|---|" + "--:|" * (len(heads) - 1)]
    return "\n".join([*lines, *(f"| {' | '.join(row)} |" for row in rows)])
