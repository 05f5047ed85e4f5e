"""`factcheck values`: every value that is read in a text."""

from __future__ import annotations

import json
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from factcheck.cli import options
from factcheck.cli.output import emit, look
from factcheck.errors import FactcheckError
from factcheck.read.dates import parse_date
from factcheck.ruleset import load_language
from factcheck.values import DateReading


class Format(StrEnum):
    """How to print values."""

    TABLE = "table"
    JSON = "json"


def values(
    text: Annotated[str, typer.Argument(help="A text, a file with one, or - for standard input.")] = "-",
    format: Annotated[Format, typer.Option("--format", "-f", help="How to print them.")] = Format.TABLE,
    jsonl: Annotated[
        bool, typer.Option("--jsonl", help="Read JSON lines {id, text, reference_date} and print one line for each.")
    ] = False,
    reference_date: Annotated[
        str | None, typer.Option("--reference-date", help='The day by which "last year" is read.', show_default=False)
    ] = None,
    lang: options.Language = "en",
    color: options.ColorWhen = options.Color.AUTO,
) -> None:
    """Print every value read in a text: dates, durations, counts, money, percentages, measures."""
    from factcheck.normalise.values import ValueFinder
    from factcheck.report import values as rendered

    finder = ValueFinder(load_language(lang))
    content = _content(text)
    if jsonl:
        for row in json_rows(content):
            reference = _reference(row.get("reference_date"), "reference_date")
            emit(rendered.render_line(row.get("id"), finder.find(str(row.get("text", "")), reference)))
        return
    reads = finder.find(content, _reference(reference_date, "--reference-date"))
    if format is Format.JSON:
        emit(rendered.render_json(reads))
    else:
        emit(rendered.render_table(reads, look(color, None)))


def _content(text: str) -> str:
    """Return the text itself, a file's, or standard input's."""
    if text == "-":
        return sys.stdin.buffer.read().decode("utf-8", "replace")
    if len(text) < 256 and Path(text).is_file():
        return Path(text).read_text(encoding="utf-8", errors="replace")
    return text


def json_rows(content: str) -> list[dict[str, Any]]:
    """Read one JSON object a line; raises FactcheckError with the place of what is none."""
    rows = []
    for number, line in enumerate(content.splitlines(), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except json.JSONDecodeError as error:
            raise FactcheckError(f"standard input:{number}:{error.colno}: not JSON: {error.msg}") from None
        if not isinstance(row, dict):
            raise FactcheckError(f"standard input:{number}: not an object", 'write {"id": …, "text": …} in each line')
        rows.append(row)
    return rows


def _reference(text: object, name: str) -> DateReading | None:
    """Read the day by which relative dates are read."""
    if text is None or text == "":
        return None
    date = parse_date(str(text))
    if date is None:
        raise FactcheckError(f"{name} {text}: this is no date", "write 2012-05-03")
    return date
