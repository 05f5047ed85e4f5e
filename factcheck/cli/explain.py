"""`factcheck explain`: the whole trace of one finding, what a code means, or all that is known of a field."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import typer

from factcheck.cli import options
from factcheck.cli.output import emit, look
from factcheck.cli.resolve import split_targets
from factcheck.codes import CODES
from factcheck.errors import FactcheckError
from factcheck.gate.applies import applies
from factcheck.gate.settle import by_id
from factcheck.reconcile.reconciler import why_not_compared
from factcheck.report.view import View
from factcheck.run import HERE, Means, load, run


def explain(
    what: Annotated[str, typer.Argument(metavar="ID|CODE|FIELD", help="What to explain.")],
    paths: options.Paths = None,
    baseline: options.Baseline = None,
    facts: options.Facts = None,
    doc_date: options.DocDates = None,
    as_of: options.AsOf = None,
    rules: options.RulePacks = None,
    no_default_rules: options.NoDefaultRules = False,
    config: options.Config = None,
    isolated: options.Isolated = False,
    color: options.ColorWhen = options.Color.AUTO,
    plain: options.Plain = False,
    means: Means = HERE,
) -> None:
    """Explain a finding from the words to the verdict; or a code; or all that documents say on a field."""
    from factcheck.report import trace

    settings = options.settings_from(
        config,
        isolated=isolated,
        baseline=baseline,
        facts=facts,
        **options.date_settings(doc_date, as_of),
        **options.rule_settings(rules, no_default_rules=no_default_rules),
    )
    ruleset = load(settings)
    view = View(look(color, None, plain=plain))
    if what.upper() in CODES:
        emit(trace.render_code(what.upper(), view))
        return
    rule = ruleset.judging.get(what)
    if rule is None and split_targets([what])[0] is None:
        raise FactcheckError(
            f"{what}: neither a finding, nor a code, nor a field",
            "`factcheck report` shows the ids of findings, `factcheck rules list` the fields",
        )
    everything = settings.model_copy(update={"select": (), "ignore": (), "severity": "note"})
    read = options.paths_or_default(paths, settings)
    found = run(read, everything, ruleset, means=means, leave_out=options.own_files(None, settings))
    if rule is not None:
        from factcheck.report.rules import render_rule

        aside = [(c, why) for c in found.claims if c.field == rule.id and (why := why_not_compared(c)) is not None]
        told = [fact for fact in found.facts if fact.field == rule.id]
        emit(f"{render_rule(rule, view.look)}\n{trace.render_facts(told, aside, view)}")
        return
    finding = by_id([*found.findings, *found.silenced], what)
    emit(trace.render_trace(finding, found, applies(finding, found, settings, ruleset, date.today()), view))
