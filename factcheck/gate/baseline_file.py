"""The baseline's file: one JSON object a line, so that two branches that each add one merge.

The header says which paths it stands for, relative to its folder. Every fault is told with its line and key.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from factcheck.errors import FactcheckError, Fault, FileError
from factcheck.gate.baseline import HEADER, SCHEMA, Baseline, Entry
from factcheck.opening import RECORDS, content_of
from factcheck.settings import Settings

NAME = "factcheck-baseline.jsonl"
_CONFLICT_MARKS = ("<<<<<<<", "=======", ">>>>>>>", "|||||||")
_RESTORE = "restore it from version control, or write a new one with `factcheck baseline create`"


class _Row(BaseModel):
    """A line: what is known, and what people wrote beside it. Keys that they added are kept."""

    model_config = ConfigDict(frozen=True, extra="allow", strict=True)

    fingerprint: str = Field(pattern=r"^[0-9a-f]{32}$")
    code: str = ""
    field: str
    subject: str
    readings: list[str]
    also: list[str] = []
    reason: str = ""
    until: str = Field("", pattern=r"^(\d{4}-\d{2}-\d{2})?$")
    owner: str = ""


class _Head(BaseModel):
    model_config = ConfigDict(frozen=True, extra="allow", strict=True)

    schema_: int = Field(alias="schema", ge=1)


class _Header(BaseModel):
    model_config = ConfigDict(frozen=True, extra="allow", strict=True)

    factcheck: _Head
    paths: list[str] = []


@dataclass(frozen=True, slots=True)
class Held:
    """A baseline and the file that it came from."""

    file: Path
    baseline: Baseline

    @property
    def stands_for(self) -> list[Path]:
        """The paths that were read when the baseline was written."""
        return [self.file.parent / path for path in self.baseline.paths or (".",)]


def find_baseline(settings: Settings) -> Held | None:
    """Return the baseline in use: the named one, or that beside the settings file or in the current folder."""
    file = baseline_file(settings)
    if not settings.use_baseline or not (settings.baseline is not None or file.exists()):
        return None
    if not file.exists():
        raise FactcheckError(f"{file}: there is no such baseline", "write it with `factcheck baseline create`")
    return Held(file, read_baseline(file))


def baseline_file(settings: Settings) -> Path:
    """Return where the baseline is, or would be."""
    if settings.baseline is not None:
        return settings.baseline
    folders = [*([settings.file.parent] if settings.file is not None else []), Path()]
    return next((folder / NAME for folder in folders if (folder / NAME).exists()), folders[0] / NAME)


def read_baseline(file: Path) -> Baseline:
    """Read a baseline; raises FileError with the line and key of whatever is wrong in it."""
    if file.exists() and not file.is_file():
        raise FactcheckError(f"{file}: the baseline is not a regular file", "name another, or take it away")
    try:
        text = content_of(file, RECORDS).decode("utf-8").replace("\r\n", "\n")
    except (OSError, UnicodeDecodeError) as error:
        what = error.strerror if isinstance(error, OSError) else str(error)
        raise FactcheckError(f"{file}: the baseline cannot be read: {what}", _RESTORE) from None
    faults: list[Fault] = []
    paths: set[str] = set()
    entries: list[Entry] = []
    lines = [(number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip()]
    for number, line in lines:
        row = _object(file, number, line, faults)
        if row is not None and HEADER in row:
            paths.update(_paths(file, number, row, faults))
        elif row is not None and (entry := _entry(file, number, row, faults)) is not None:
            entries.append(entry)
    if not faults and (not lines or HEADER not in json.loads(lines[0][1])):
        what = "the baseline is empty" if not lines else "the first line is no header"
        faults.append(Fault(str(file), 1, 1, what, _RESTORE))
    if faults:
        raise FileError(tuple(faults))
    return Baseline(tuple(entries), tuple(sorted(paths)))


def _object(file: Path, number: int, line: str, faults: list[Fault]) -> dict[str, Any] | None:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:  # also a number of more digits than Python reads
        column = error.colno if isinstance(error, json.JSONDecodeError) else 1
        merging = line.startswith(_CONFLICT_MARKS)
        hint = "keep the lines of both sides and take the marks out" if merging else _RESTORE
        faults.append(Fault(str(file), number, column, "a merge conflict" if merging else "not JSON", hint))
        return None
    if isinstance(row, dict):
        return row
    faults.append(Fault(str(file), number, 1, "not an object", _RESTORE))
    return None


def _paths(file: Path, number: int, row: dict[str, Any], faults: list[Fault]) -> list[str]:
    """Read a header; after a merge there may be two of them."""
    try:
        header = _Header.model_validate(row)
    except ValidationError as error:
        faults.extend(_faults(file, number, error))
        return []
    if header.factcheck.schema_ > SCHEMA:
        what = f"schema {header.factcheck.schema_} is newer than this factcheck knows ({SCHEMA})"
        faults.append(Fault(str(file), number, 1, what, "install the factcheck that wrote it, or a newer one"))
    return header.paths


def _entry(file: Path, number: int, row: dict[str, Any], faults: list[Fault]) -> Entry | None:
    try:
        checked = _Row.model_validate(row)
        until = date.fromisoformat(checked.until) if checked.until else None
    except ValidationError as error:
        faults.extend(_faults(file, number, error))
        return None
    except ValueError:
        faults.append(Fault(str(file), number, 1, f"until: {row['until']} is no day", "write it as 2026-12-31"))
        return None
    return Entry(checked.fingerprint, row, until)


def _faults(file: Path, number: int, error: ValidationError) -> Iterator[Fault]:
    for detail in error.errors(include_url=False):
        key = ".".join(map(str, detail["loc"]))
        yield Fault(str(file), number, 1, f"{key}: {detail['msg']}", _RESTORE)
