"""`factcheck check`: the gate of a build. It fails on new findings only."""

from __future__ import annotations

from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from factcheck.cli import options
from factcheck.cli.output import emit, look
from factcheck.cli.progress import progress
from factcheck.cli.report import publish
from factcheck.gate.scope import Scope, changed_since
from factcheck.model import Report
from factcheck.report.view import View
from factcheck.run import HERE, Means, asked, fails, lowest, run

CONFLICTS, UNREADABLE = 1, 2


class FailOn(StrEnum):
    """What fails a build."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"
    STALE = "stale"


_FailOn = Annotated[
    list[FailOn] | None,
    typer.Option(
        "--fail-on",
        help="Fail on new findings from this severity on, or on stale entries of the baseline; default: error.",
        show_default=False,
    ),
]
_Since = Annotated[
    str | None,
    typer.Option(
        "--since",
        metavar="REV",
        help="Only findings with a side in a document that changed since this git revision.",
        show_default=False,
    ),
]
_ReportOn = Annotated[
    list[Path] | None,
    typer.Option("--report-on", help="Only findings with a side in this document.", show_default=False),
]
_ShowKnown = Annotated[bool, typer.Option("--show-known", help="Also what the baseline knows.")]
_ExitZero = Annotated[bool, typer.Option("--exit-zero", help="Exit with 0 whatever is found.")]
_AllowUnreadable = Annotated[bool, typer.Option("--allow-unreadable", help="Accept documents that cannot be read.")]


def check(
    paths: options.Paths = None,
    format: options.FormatName = options.TEXT,
    output: options.Output = None,
    fail_on: _FailOn = None,
    select: options.Select = None,
    ignore: options.Ignore = None,
    severity: options.MinSeverity = None,
    since: _Since = None,
    report_on: _ReportOn = None,
    all_facts: options.AllFacts = False,
    statistics: options.Statistics = False,
    show_known: _ShowKnown = False,
    baseline: options.Baseline = None,
    no_baseline: options.NoBaseline = False,
    new_sources: options.NewSources = False,
    facts: options.Facts = None,
    no_facts: options.NoFacts = False,
    exit_zero: _ExitZero = False,
    allow_unreadable: _AllowUnreadable = False,
    doc_date: options.DocDates = None,
    as_of: options.AsOf = None,
    rules: options.RulePacks = None,
    no_default_rules: options.NoDefaultRules = False,
    config: options.Config = None,
    isolated: options.Isolated = False,
    show_settings: options.ShowSettings = False,
    color: options.ColorWhen = options.Color.AUTO,
    plain: options.Plain = False,
    quiet: options.Quiet = False,
    means: Means = HERE,
) -> None:
    """Fail where documents contradict one another in a way that the baseline does not know."""
    settings = options.settings_from(
        config,
        isolated=isolated,
        fail_on=tuple(each.value for each in fail_on or ()),
        **options.finding_settings(select, ignore, severity),
        **options.baseline_settings(baseline, no_baseline=no_baseline, new_sources=new_sources),
        **options.facts_settings(facts, no_facts=no_facts),
        **options.date_settings(doc_date, as_of),
        **options.rule_settings(rules, no_default_rules=no_default_rules),
    )
    if show_settings:
        emit(options.show(settings))
        return
    scope, read, in_force = _scope(since, report_on), options.paths_or_default(paths, settings), asked(settings)
    options.checked_output(output, read)
    own, watch = options.own_files(output, settings), progress(quiet=quiet)
    found = run(read, settings, in_force, means=means, leave_out=own, scope=scope, watch=watch)
    shown = partial(View, known=show_known, all_facts=all_facts, statistics=statistics)
    view = shown(look(color, output, plain=plain), fails_from=lowest(settings.fail_on))
    publish(found, view, format.value, output, quiet=quiet)
    if not exit_zero:
        raise typer.Exit(_exit_code(found, settings.fail_on, allow_unreadable=allow_unreadable))


def _scope(since: str | None, report_on: list[Path] | None) -> Scope:
    scope = changed_since(since) if since is not None else Scope()
    return scope.narrowed(report_on) if report_on else scope


def _exit_code(found: Report, fail_on: tuple[str, ...], *, allow_unreadable: bool) -> int:
    if fails(found, fail_on):
        return CONFLICTS
    return UNREADABLE if found.problems and not allow_unreadable else 0
