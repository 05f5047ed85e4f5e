"""`factcheck subjects`: whom and what the documents speak of, under which names, and why those were joined."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from factcheck.cli import options
from factcheck.cli.output import emit, look
from factcheck.cli.progress import progress
from factcheck.run import HERE, Means, load, run


class Format(StrEnum):
    """How to print subjects."""

    TABLE = "table"
    JSON = "json"


def subjects(
    paths: options.Paths = None,
    format: Annotated[Format, typer.Option("--format", "-f", help="How to print them.")] = Format.TABLE,
    output: options.Output = None,
    doc_date: options.DocDates = None,
    rules: options.RulePacks = None,
    no_default_rules: options.NoDefaultRules = False,
    config: options.Config = None,
    isolated: options.Isolated = False,
    color: options.ColorWhen = options.Color.AUTO,
    means: Means = HERE,
) -> None:
    """List the subjects with their spellings, why these were joined, and names that may be one and were not."""
    from factcheck.report import subjects as shown

    settings = options.settings_from(
        config,
        isolated=isolated,
        doc_dates=options.parse_dates(doc_date),
        **options.rule_settings(rules, no_default_rules=no_default_rules),
    )
    read = options.paths_or_default(paths, settings)
    own = options.own_files(output, settings)
    found = run(read, settings, load(settings), means=means, leave_out=own, watch=progress())
    as_json = format is Format.JSON
    emit(shown.render_json(found) if as_json else shown.render_table(found, look(color, output)), output)
