"""`factcheck text`: what was read of a file, part by part, so that one can tell why a claim was missed."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from factcheck.cli import options
from factcheck.cli.output import emit, look, say
from factcheck.errors import FactcheckError, Problem
from factcheck.model import Document
from factcheck.read import Sources, read, with_kind
from factcheck.read.dateline import DatesInText


class Format(StrEnum):
    """How to print what was read."""

    TEXT = "text"
    JSON = "json"


def text(
    files: Annotated[list[Path], typer.Argument(help="The files to read; - is standard input.")],
    format: Annotated[Format, typer.Option("--format", "-f", help="How to print it.")] = Format.TEXT,
    output: options.Output = None,
    color: options.ColorWhen = options.Color.AUTO,
    plain: options.Plain = False,
) -> None:
    """Print what is read of a file: every block with its place and the part that it plays."""
    from factcheck.report import blocks
    from factcheck.ruleset import load_language

    results = list(read(files, Sources()))
    dates = DatesInText(load_language())
    documents = [with_kind(dates.dated(each)) for each in results if isinstance(each, Document)]
    for problem in (each for each in results if isinstance(each, Problem)):
        say(f"{problem.path}: {problem.what}\n  help: {problem.hint}")
    if not documents:
        raise FactcheckError("nothing could be read", "name a document")
    as_json = format is Format.JSON
    shown = look(color, output, plain=plain)
    emit(blocks.render_json(documents) if as_json else blocks.render_text(documents, shown), output)
