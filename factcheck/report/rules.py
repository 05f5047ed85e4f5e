"""Rules for people: the list, one rule in full, and how its examples went."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from rich import box
from rich.table import Table
from rich.text import Text

from factcheck.report.clean import clean_line
from factcheck.report.terminal import make_console, printed
from factcheck.report.view import Look
from factcheck.ruleset import Rule, Ruleset


class ExampleOutcome(Protocol):
    """What became of a rule's example."""

    @property
    def rule(self) -> str:
        """The field."""

    @property
    def kind(self) -> str:
        """What the example shows."""

    @property
    def say(self) -> str:
        """The wording."""

    @property
    def ok(self) -> bool:
        """Whether it holds."""

    @property
    def what(self) -> str:
        """What happened instead."""


def render_list(ruleset: Ruleset, look: Look) -> str:
    """Return a table of the fields."""
    console = make_console(look)
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for name in ("field", "kind", "severity", "because"):
        table.add_column(name, overflow="fold")
    for rule in ruleset.judging.values():
        kind = f"{rule.kind}s" if rule.holds == "many" else rule.kind
        table.add_row(rule.id, kind, rule.severity, Text(clean_line(rule.because)))
    console.print(table)
    return printed(console)


def render_rule(rule: Rule, look: Look) -> str:
    """Return one rule in full."""
    console = make_console(look)
    console.print(Text(f"{rule.id}: {rule.kind} of a {rule.about}, at most {_article(rule.severity)}", "bold"))
    console.print(Text(clean_line(rule.because)))
    widths = (("tolerance", rule.tolerance), ("error beyond", rule.error_beyond))
    for name, width in widths:
        if width:
            console.print(f"{name}: " + ", ".join(f"{number:g} {unit}" for unit, number in width.items()))
    sections: list[tuple[str, Sequence[str]]] = [
        ("labels", rule.find.labels),
        ("phrases", rule.find.phrases),
        ("items of a list", rule.find.items),
        ("but not", rule.find.unless),
        ("reads", [f"{each.say} {look.signs.arrow} {each.means}" for each in rule.examples.reads]),
        ("silent", rule.examples.silent),
        ("conflict", [f" {look.signs.differs} ".join(pair) for pair in rule.examples.conflict]),
        ("agree", [" ~ ".join(pair) for pair in rule.examples.agree]),
    ]
    for title, lines in sections:
        if lines:
            console.print(Text(f"\n{title}", "bold"))
        for line in lines:
            console.print(Text(f"  {clean_line(line)}"), soft_wrap=True)
    return printed(console)


def render_outcomes(outcomes: Sequence[ExampleOutcome]) -> str:
    """Return the failures, and how many of how many examples pass."""
    failed = [outcome for outcome in outcomes if not outcome.ok]
    lines = [clean_line(f"FAILED {each.rule} {each.kind}: {each.say}: {each.what}") for each in failed]
    lines.append(f"{len(outcomes) - len(failed)} passed, {len(failed)} failed")
    return "\n".join(lines) + "\n"


def _article(severity: str) -> str:
    return f"an {severity}" if severity[0] in "aeiou" else f"a {severity}"
