"""`factcheck export`: the table of discrepancies, or the report in any other format, as a file."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from factcheck.cli import options
from factcheck.cli.output import emit_bytes, look, say
from factcheck.cli.progress import progress
from factcheck.cli.report import publish, say_problems
from factcheck.errors import FactcheckError
from factcheck.grammar.fold import fold
from factcheck.model import Report
from factcheck.report.formats import BINARY, ENDINGS, EXPORTED, FORMATS, render_bytes
from factcheck.report.view import View, Wikidata
from factcheck.run import HERE, Means, load, run

_Name = StrEnum("_Name", {name.upper(): name for name in (*FORMATS, *EXPORTED, *BINARY)})  # type: ignore[misc]  # tables
_Format = Annotated[
    _Name | None,
    typer.Option("--format", "-f", help="How to write it; default: as the file's ending says.", show_default=False),
]


def export(
    paths: options.Paths = None,
    format: _Format = None,
    output: options.Output = None,
    wide: Annotated[bool, typer.Option("--wide", help="One row a discrepancy, one column a document.")] = False,
    select: options.Select = None,
    ignore: options.Ignore = None,
    severity: options.MinSeverity = None,
    all_facts: options.AllFacts = False,
    baseline: options.Baseline = None,
    no_baseline: options.NoBaseline = False,
    facts: options.Facts = None,
    no_facts: options.NoFacts = False,
    doc_date: options.DocDates = None,
    as_of: options.AsOf = None,
    rules: options.RulePacks = None,
    no_default_rules: options.NoDefaultRules = False,
    config: options.Config = None,
    isolated: options.Isolated = False,
    quiet: options.Quiet = False,
    means: Means = HERE,
) -> None:
    """Write the discrepancies as a table, or the report in any other format."""
    if format is None and output is None:
        raise FactcheckError("neither a format nor a file was given", "give --format csv, or --output table.csv")
    name = format.value if format is not None else _by_ending(output)
    settings = options.settings_from(
        config,
        isolated=isolated,
        **options.finding_settings(select, ignore, severity),
        **options.baseline_settings(baseline, no_baseline=no_baseline, new_sources=False),
        **options.facts_settings(facts, no_facts=no_facts),
        **options.date_settings(doc_date, as_of),
        **options.rule_settings(rules, no_default_rules=no_default_rules),
    )
    ruleset = load(settings)
    read = options.paths_or_default(paths, settings)
    options.checked_output(output, read)
    own = options.own_files(output, settings)
    found = run(read, settings, ruleset, means=means, leave_out=own, watch=progress(quiet=quiet))
    items = {fold(subject).casefold(): item for subject, item in settings.wikidata.items()}
    wikidata = Wikidata(items, ruleset.wikidata)
    view = View(look("never", output), all_facts=all_facts, wide=wide, wikidata=wikidata)
    if name == "mismatch-finder" and not quiet:
        _say_left_out(found, view)
    if name not in BINARY:
        publish(found, view, name, output, quiet=quiet)
        return
    emit_bytes(render_bytes(name, found, view), output)
    if not quiet:
        say_problems(found)


def _say_left_out(found: Report, view: View) -> None:
    """Name the subjects whose discrepancies Wikidata's tool cannot be told."""
    from factcheck.report.mismatch import without_item

    if subjects := without_item(found, view):
        names = "\n".join(f"    {subject}: Q\u2026" for subject in subjects)
        say(
            f"left out, since their Wikidata items are not known:\n  help: add to factcheck.yaml:\n  wikidata:\n{names}"
        )


def _by_ending(output: Path | None) -> str:
    """Return the format that a file's ending stands for."""
    ending = output.suffix.lower() if output is not None else ""
    if ending not in ENDINGS:
        known = ", ".join(sorted(ENDINGS))
        raise FactcheckError(f"{output}: no format has this ending", f"give --format, or one of {known}")
    return ENDINGS[ending]
