"""`factcheck baseline`: write, follow up, tidy and show what is known."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from factcheck.cli import options
from factcheck.cli.init import take
from factcheck.cli.means import with_means
from factcheck.cli.output import emit, say, write
from factcheck.cli.progress import progress
from factcheck.cli.report import say_problems
from factcheck.errors import FactcheckError
from factcheck.gate.baseline import covers
from factcheck.gate.baseline_file import NAME, Held, baseline_file, find_baseline
from factcheck.gate.upkeep import Update, created, updated, without_stale
from factcheck.model import Finding, Report
from factcheck.read.walk import shown
from factcheck.report.clean import clean_line
from factcheck.report.place import one_line
from factcheck.run import HERE, Means, load, run
from factcheck.settings import Settings
from factcheck.setup import in_git, merge_step

app = typer.Typer(
    help="Keep the findings that are known and fail no build.", no_args_is_help=True, rich_markup_mode=None
)


@app.command("create")
@with_means
def create(
    paths: options.Paths = None,
    baseline: options.Baseline = None,
    select: options.Select = None,
    ignore: options.Ignore = None,
    doc_date: options.DocDates = None,
    rules: options.RulePacks = None,
    no_default_rules: options.NoDefaultRules = False,
    config: options.Config = None,
    isolated: options.Isolated = False,
    means: Means = HERE,
) -> None:
    """Write a baseline of everything that is found now; an existing one is never overwritten."""
    settings = _settings(baseline, select, ignore, doc_date, rules, no_default_rules, config, isolated)
    file = baseline_file(settings)
    if file.exists():
        raise FactcheckError(f"{file}: there is a baseline already", "follow it up with `factcheck baseline update`")
    read, found = _run(paths, settings.model_copy(update={"use_baseline": False}), file, means)
    made = created(found.findings, read, file.parent)
    write(made.render(), file)
    attributes = merge_step(file.parent)
    if file.name == NAME and attributes.text is not None and in_git(file.parent):
        say(f"{take(attributes)}: git merges the baselines of two branches")
    emit(f"{shown(file)}: +{len(made.entries)} \u22120\n")


@app.command("update")
@with_means
def update(
    paths: options.Paths = None,
    accept_new: Annotated[bool, typer.Option("--accept-new", help="Take up what is new.")] = False,
    baseline: options.Baseline = None,
    new_sources: options.NewSources = False,
    select: options.Select = None,
    ignore: options.Ignore = None,
    doc_date: options.DocDates = None,
    rules: options.RulePacks = None,
    no_default_rules: options.NoDefaultRules = False,
    config: options.Config = None,
    isolated: options.Isolated = False,
    means: Means = HERE,
) -> None:
    """Take stale entries out, and new findings in where --accept-new says so; without it they are refused."""
    settings = _settings(baseline, select, ignore, doc_date, rules, no_default_rules, config, isolated, new_sources)
    held = _held(settings)
    read, found = _run(paths, settings, held.file, means)
    done = updated(held.baseline, found.findings, read, held.file.parent)
    if done.added and not accept_new:
        new = [finding for finding in found.findings if finding.new and finding.sides]
        raise _refused(held.file, new)
    _save(held, done, read, found)
    if done.run_out:
        what = _listed([f"{finding.id} {one_line(finding)}" for finding in done.run_out])
        raise _RefusedError(f"{held.file}: entries have run out:{what}", "mend the documents, or change their `until`")


@app.command("prune")
@with_means
def prune(
    paths: options.Paths = None,
    baseline: options.Baseline = None,
    select: options.Select = None,
    ignore: options.Ignore = None,
    doc_date: options.DocDates = None,
    rules: options.RulePacks = None,
    no_default_rules: options.NoDefaultRules = False,
    config: options.Config = None,
    isolated: options.Isolated = False,
    means: Means = HERE,
) -> None:
    """Take stale entries out, and nothing in."""
    settings = _settings(baseline, select, ignore, doc_date, rules, no_default_rules, config, isolated)
    held = _held(settings)
    read, found = _run(paths, settings, held.file, means)
    _save(held, without_stale(held.baseline, found.findings), read, found)


@app.command("show")
def show(
    json_lines: Annotated[bool, typer.Option("--jsonl", help="One JSON object a line.")] = False,
    baseline: options.Baseline = None,
    config: options.Config = None,
    isolated: options.Isolated = False,
) -> None:
    """Show what is known, with the reasons that people gave."""
    settings = options.settings_from(config, isolated=isolated, baseline=baseline)
    held = _held(settings)
    lines = []
    for entry in sorted(held.baseline.entries, key=lambda entry: (entry.text, entry.fingerprint)):
        beside = [f"{key}: {entry.row[key]}" for key in ("reason", "owner", "until") if entry.row.get(key)]
        ended = [] if entry.holds(date.today()) else ["has run out"]
        text = f"FC-{entry.fingerprint[:8]} {' '.join([entry.row.get('code', ''), entry.text]).strip()}"
        lines.append(clean_line("; ".join([text, *beside, *ended])))
    if json_lines:
        lines = [json.dumps(dict(entry.row), ensure_ascii=True, sort_keys=True) for entry in held.baseline.entries]
    emit("".join(f"{line}\n" for line in lines))


class _RefusedError(FactcheckError):
    """New findings that nobody has accepted: a conflict, and no fault of the call."""

    exit_code = 1


def _settings(
    baseline: Path | None,
    select: list[str] | None,
    ignore: list[str] | None,
    doc_date: list[str] | None,
    rules: list[Path] | None,
    no_default_rules: bool,
    config: Path | None,
    isolated: bool,
    new_sources: bool = False,
) -> Settings:
    return options.settings_from(
        config,
        isolated=isolated,
        **options.finding_settings(select, ignore, None),
        **options.baseline_settings(baseline, no_baseline=False, new_sources=new_sources),
        doc_dates=options.parse_dates(doc_date),
        **options.rule_settings(rules, no_default_rules=no_default_rules),
    )


def _held(settings: Settings) -> Held:
    held = find_baseline(settings.model_copy(update={"use_baseline": True}))
    if held is None:
        file = baseline_file(settings)
        raise FactcheckError(f"{file}: there is no baseline yet", "write it with `factcheck baseline create`")
    return held


def _run(paths: list[Path] | None, settings: Settings, file: Path, means: Means) -> tuple[list[Path], Report]:
    read = options.paths_or_default(paths, settings)
    own = [file, *options.own_files(None, settings)]
    found = run(read, settings, load(settings), leave_out=own, means=means, watch=progress())
    say_problems(found)
    return read, found


def _save(held: Held, done: Update, read: Sequence[Path], found: Report) -> None:
    """Write the baseline where it has changed, and say by how much."""
    if done.added or done.removed:
        write(done.baseline.render(), held.file)
    emit(f"{shown(held.file)}: +{len(done.added)} \u2212{len(done.removed)}\n")
    if found.problems or not covers(read, held.stands_for):
        say("part of what the baseline stands for was not read, so nothing in it is called stale")


def _refused(file: Path, new: Sequence[Finding]) -> FactcheckError:
    what = _listed([f"{finding.id} {finding.severity} {one_line(finding)}" for finding in new])
    return _RefusedError(
        f"{file}: there are new findings:{what}", "mend the documents, or accept them with --accept-new"
    )


def _listed(lines: Sequence[str]) -> str:
    return "".join(f"\n  {clean_line(line)}" for line in lines)
