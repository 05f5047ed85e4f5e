"""`factcheck report`: where documents contradict one another, with the evidence."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from factcheck.cli import options
from factcheck.cli.output import emit, look, say
from factcheck.cli.progress import progress
from factcheck.model import Report
from factcheck.report.formats import render
from factcheck.report.view import View
from factcheck.run import HERE, Means, asked, run

_MOST_NAMES = 5  # of skipped files


def report(
    paths: options.Paths = None,
    format: options.FormatName = options.TEXT,
    output: options.Output = None,
    select: options.Select = None,
    ignore: options.Ignore = None,
    severity: options.MinSeverity = None,
    all_facts: options.AllFacts = False,
    statistics: options.Statistics = False,
    matrix: options.Matrix = False,
    baseline: options.Baseline = None,
    no_baseline: options.NoBaseline = False,
    new_sources: options.NewSources = False,
    facts: options.Facts = None,
    no_facts: options.NoFacts = False,
    doc_date: options.DocDates = None,
    as_of: options.AsOf = None,
    rules: options.RulePacks = None,
    no_default_rules: options.NoDefaultRules = False,
    config: options.Config = None,
    isolated: options.Isolated = False,
    show_settings: options.ShowSettings = False,
    color: options.ColorWhen = options.Color.AUTO,
    plain: options.Plain = False,
    exit_code: Annotated[bool, typer.Option("--exit-code", help="Exit with 1 where there are new errors.")] = False,
    quiet: options.Quiet = False,
    means: Means = HERE,
) -> None:
    """Report where documents contradict one another: who, where, why, and which value is likely right."""
    settings = options.settings_from(
        config,
        isolated=isolated,
        **options.finding_settings(select, ignore, severity),
        **options.baseline_settings(baseline, no_baseline=no_baseline, new_sources=new_sources),
        **options.facts_settings(facts, no_facts=no_facts),
        **options.date_settings(doc_date, as_of),
        **options.rule_settings(rules, no_default_rules=no_default_rules),
    )
    if show_settings:
        emit(options.show(settings))
        return
    read = options.paths_or_default(paths, settings)
    options.checked_output(output, read)
    own = options.own_files(output, settings)
    found = run(read, settings, asked(settings), means=means, leave_out=own, watch=progress(quiet=quiet))
    view = View(look(color, output, plain=plain), all_facts=all_facts, statistics=statistics, matrix=matrix)
    publish(found, view, format.value, output, quiet=quiet)
    if exit_code and any(finding.new and finding.severity == "error" for finding in found.findings):
        raise typer.Exit(1)


def publish(found: Report, view: View, format: str, output: Path | None, *, quiet: bool) -> None:
    """Print a report, or write it to a file; name what could not be read."""
    emit(render(format, found, view), output)
    if not quiet:
        say_problems(found)


def say_problems(found: Report) -> None:
    """Name the documents that could not be read, what was not read of others, and whose encoding was guessed."""
    for problem in (*found.problems, *found.notices):
        say(f"{problem.path}: {problem.what}\n  help: {problem.hint}")
    if found.skipped:
        names = ", ".join(found.skipped[:_MOST_NAMES]) + (", \u2026" if len(found.skipped) > _MOST_NAMES else "")
        say(f"not read, since of no known type: {len(found.skipped)} ({names})")
