"""`factcheck rules`: list, show, test and validate the rules."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from factcheck.cli import options
from factcheck.cli.output import emit, look
from factcheck.errors import FactcheckError
from factcheck.ruleset import Ruleset, load_ruleset

app = typer.Typer(help="List, show and test the rules.", no_args_is_help=True, rich_markup_mode=None)

Pack = Annotated[
    Path | None,
    typer.Argument(help="A rule pack or a folder of them; default: the rules in force.", show_default=False),
]


@app.command("list")
def list_rules(
    rules: options.RulePacks = None,
    no_default_rules: options.NoDefaultRules = False,
    config: options.Config = None,
    isolated: options.Isolated = False,
    color: options.ColorWhen = options.Color.AUTO,
) -> None:
    """List the fields that are looked for, each with its kind and why it is watched."""
    from factcheck.report.rules import render_list

    emit(render_list(_in_force(rules, no_default_rules, config, isolated), look(color, None)))


@app.command("show")
def show(
    field: Annotated[str, typer.Argument(help="A field, such as detention.length.")],
    rules: options.RulePacks = None,
    no_default_rules: options.NoDefaultRules = False,
    config: options.Config = None,
    isolated: options.Isolated = False,
    color: options.ColorWhen = options.Color.AUTO,
) -> None:
    """Show one rule: what it finds, how it judges, its examples."""
    from factcheck.report.rules import render_rule

    ruleset = _in_force(rules, no_default_rules, config, isolated)
    try:
        rule = ruleset.rule(field)
    except KeyError:
        from difflib import get_close_matches

        close = get_close_matches(field, list(ruleset.judging), 3)
        hint = f"did you mean {' or '.join(close)}?" if close else "see `factcheck rules list`"
        raise FactcheckError(f"{field}: there is no rule for this field", hint) from None
    emit(render_rule(rule, look(color, None)))


@app.command("test")
def test(
    pack: Pack = None,
    no_default_rules: options.NoDefaultRules = False,
    config: options.Config = None,
    isolated: options.Isolated = False,
) -> None:
    """Run the rules' own examples; exit with 1 where one fails."""
    from factcheck.examples import run_examples
    from factcheck.report.rules import render_outcomes

    ruleset = _in_force([pack] if pack else None, no_default_rules, config, isolated)
    outcomes = tuple(run_examples(ruleset))
    emit(render_outcomes(outcomes))
    if not all(outcome.ok for outcome in outcomes):
        raise typer.Exit(1)


@app.command("validate")
def validate(
    pack: Pack = None,
    no_default_rules: options.NoDefaultRules = False,
    config: options.Config = None,
    isolated: options.Isolated = False,
) -> None:
    """Check rule packs; every fault is shown in its file, with line and column."""
    ruleset = _in_force([pack] if pack else None, no_default_rules, config, isolated)
    emit(f"{len(ruleset.rules)} rules, all well-formed.\n")


@app.command("schema")
def schema() -> None:
    """Print the JSON Schema of rule packs, for editors."""
    from factcheck.ruleset.pack import Pack as PackModel

    emit(json.dumps(PackModel.model_json_schema(), indent=2) + "\n")


def _in_force(rules: list[Path] | None, no_default_rules: bool, config: Path | None, isolated: bool) -> Ruleset:
    settings = options.settings_from(
        config, isolated=isolated, **options.rule_settings(rules, no_default_rules=no_default_rules)
    )
    return load_ruleset(settings.rules, defaults=settings.default_rules)
