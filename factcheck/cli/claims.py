"""`factcheck claims`: everything that was extracted, and what was not found where."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from factcheck.cli import options
from factcheck.cli.output import emit, look
from factcheck.cli.progress import progress
from factcheck.cli.report import say_problems
from factcheck.run import HERE, Means, load, run


class Format(StrEnum):
    """How to print claims."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"


def claims(
    paths: options.Paths = None,
    format: Annotated[Format, typer.Option("--format", "-f", help="How to print them.")] = Format.TABLE,
    matrix: Annotated[bool, typer.Option("--matrix", help="Fields by documents: what was found where.")] = False,
    output: options.Output = None,
    doc_date: options.DocDates = None,
    rules: options.RulePacks = None,
    no_default_rules: options.NoDefaultRules = False,
    config: options.Config = None,
    isolated: options.Isolated = False,
    color: options.ColorWhen = options.Color.AUTO,
    plain: options.Plain = False,
    quiet: options.Quiet = False,
    means: Means = HERE,
) -> None:
    """Print every claim that the documents make, with its place and what its words allow."""
    settings = options.settings_from(
        config,
        isolated=isolated,
        doc_dates=options.parse_dates(doc_date),
        **options.rule_settings(rules, no_default_rules=no_default_rules),
    )
    documents = options.paths_or_default(paths, settings)
    own = options.own_files(output)
    found = run(documents, settings, load(settings), means=means, leave_out=own, watch=progress(quiet=quiet))
    from factcheck.report import claims as rendered
    from factcheck.report.json import render
    from factcheck.report.view import View

    if matrix:
        text = rendered.render_matrix(found, look(color, output, plain=plain))
    elif format is Format.TABLE:
        text = rendered.render_table(found, look(color, output, plain=plain))
    else:
        text = rendered.render_lines(found) if format is Format.JSONL else render(found, View(all_facts=True))
    emit(text, output)
    if not quiet:
        say_problems(found)
