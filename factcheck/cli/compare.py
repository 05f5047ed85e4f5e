"""`factcheck compare`: how two phrases are related, and why."""

from __future__ import annotations

import json
import sys
from enum import StrEnum
from typing import Annotated

import typer

from factcheck.cli import options
from factcheck.cli.output import emit
from factcheck.cli.values import json_rows
from factcheck.errors import FactcheckError
from factcheck.report.clean import clean_json, clean_line
from factcheck.ruleset import load_language


class Kind(StrEnum):
    """What the phrases are."""

    DATE = "date"
    DURATION = "duration"
    NUMBER = "number"
    MONEY = "money"
    PERCENT = "percent"
    NAME = "name"
    PERSON = "person"
    ORGANISATION = "organisation"
    WORK = "work"
    COUNTRY = "country"
    LANGUAGE = "language"
    AGE = "age"
    TIME = "time"
    LENGTH = "length"
    MASS = "mass"
    AREA = "area"
    VOLUME = "volume"
    SPEED = "speed"
    TEMPERATURE = "temperature"
    SCORE = "score"


def compare(
    a: Annotated[str | None, typer.Argument(help="A phrase.", show_default=False)] = None,
    b: Annotated[str | None, typer.Argument(help="Another.", show_default=False)] = None,
    kind: Annotated[
        Kind | None,
        typer.Option("--kind", help="What they are; default: what both can be read as.", show_default=False),
    ] = None,
    jsonl: Annotated[
        bool, typer.Option("--jsonl", help="Read JSON lines {id, kind, a, b} and print one line for each.")
    ] = False,
    lang: options.Language = "en",
) -> None:
    """Say how two phrases are related, and why."""
    from factcheck.compare import Comparer

    comparer = Comparer(load_language(lang))
    if jsonl:
        for row in json_rows(sys.stdin.buffer.read().decode("utf-8", "replace")):
            given = row.get("kind") or (kind.value if kind else None)
            found = comparer.compare(row.get("a") or "", row.get("b") or "", given)
            line = {"id": row.get("id"), "relation": found.relation, "score": found.score, "why": found.why}
            emit(clean_json(json.dumps(line, ensure_ascii=False)) + "\n")
        return
    if a is None or b is None:
        raise FactcheckError("two phrases are needed", 'as in factcheck compare "two-month" "nearly three months"')
    found = comparer.compare(a, b, kind.value if kind else None)
    emit(clean_line(f"{found.relation}: {found.why}").rstrip(": ") + "\n")
