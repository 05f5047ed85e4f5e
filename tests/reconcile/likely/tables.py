"""Small claims tables for tests: rows of source, subject, field and value become what is likely."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from factcheck.model import Likely, Report
from factcheck.run import load, run
from factcheck.settings import Settings

Row = tuple[str, str, str, object]
RULESET = load(Settings())


def report(folder: Path, rows: Iterable[Row]) -> Report:
    """Write the rows as a claims table into a folder and return what factcheck finds."""
    keys = ("source", "subject", "field", "value")
    file = folder / "claims.jsonl"
    file.write_text("".join(json.dumps(dict(zip(keys, row, strict=True))) + "\n" for row in rows), encoding="utf-8")
    return run([file], Settings(), RULESET)


def likely(folder: Path, rows: Iterable[Row]) -> Mapping[tuple[str, str], Likely]:
    """Return what is likely, by subject and field."""
    found = report(folder, rows)
    return {(fact.subject.name, fact.field): fact.likely for fact in found.facts if fact.likely is not None}
