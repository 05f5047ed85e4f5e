"""`factcheck report`: where documents contradict one another, with the evidence."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from factcheck.cli import options
from factcheck.cli.output import emit, look, say
from factcheck.model import Report
from factcheck.pipeline import load, run


class Format(StrEnum):
    """How to print a report."""

    TEXT = "text"
    JSON = "json"


def report(
    paths: options.Paths = None,
    format: Annotated[Format, typer.Option("--format", "-f", help="How to print it.")] = Format.TEXT,
    output: options.Output = None,
    select: options.Select = None,
    ignore: options.Ignore = None,
    severity: options.MinSeverity = None,
    all_facts: Annotated[bool, typer.Option("--all", help="Also facts that one claim alone states (json).")] = False,
    doc_date: options.DocDates = None,
    rules: options.RulePacks = None,
    no_default_rules: options.NoDefaultRules = False,
    config: options.Config = None,
    isolated: options.Isolated = False,
    color: options.ColorWhen = options.Color.AUTO,
    exit_code: Annotated[bool, typer.Option("--exit-code", help="Exit with 1 where there are errors.")] = False,
    quiet: options.Quiet = False,
) -> None:
    """Report where documents contradict one another: who, where, why, and which value is likely right."""
    settings = options.settings_from(
        config,
        isolated=isolated,
        select=tuple(select or ()),
        ignore=tuple(ignore or ()),
        severity=severity.value if severity else None,
        doc_dates=options.parse_dates(doc_date),
        **options.rule_settings(rules, no_default_rules=no_default_rules),
    )
    ruleset = load(settings)
    found = run(options.paths_or_default(paths, settings), settings, ruleset, leave_out=options.own_files(output))
    if format is Format.JSON:
        from factcheck.report.json import render as render_json

        emit(render_json(found, all_facts=all_facts), output)
    else:
        from factcheck.report.terminal import render

        emit(render(found, {rule.id: rule.because for rule in ruleset.rules}, look(color, output)), output)
    if not quiet:
        say_problems(found)
    if exit_code and found.count("error"):
        raise typer.Exit(1)


def say_problems(found: Report) -> None:
    """Name the documents that could not be read."""
    for problem in found.problems:
        say(f"{problem.path}: {problem.what}\n  help: {problem.hint}")
