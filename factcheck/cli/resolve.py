"""`factcheck resolve`: settle a conflict, or walk through all that are open."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from factcheck.cli import options
from factcheck.cli.output import emit, look, say, write
from factcheck.errors import FactcheckError
from factcheck.gate.settle import appended, by_id, check_open, entry, open_conflicts, words_of
from factcheck.gate.verdicts_file import verdicts_file
from factcheck.model import Finding, Report
from factcheck.read.walk import shown
from factcheck.report.view import View
from factcheck.ruleset import Ruleset
from factcheck.run import HERE, Means, load, run
from factcheck.settings import Settings

_ID = re.compile(r"FC-[0-9a-f]{4,32}|[0-9a-f]{8,32}", re.IGNORECASE)
_Targets = Annotated[
    list[str] | None,
    typer.Argument(metavar="[ID] [PATHS]...", help="A finding, and where to look for it.", show_default=False),
]


def resolve(
    targets: _Targets = None,
    value: Annotated[str | None, typer.Option("--value", help="What is true.", show_default=False)] = None,
    reason: Annotated[str | None, typer.Option("--reason", help="Why.", show_default=False)] = None,
    evidence: Annotated[str, typer.Option("--evidence", help="Where that can be looked up.", show_default=False)] = "",
    facts: options.Facts = None,
    doc_date: options.DocDates = None,
    rules: options.RulePacks = None,
    no_default_rules: options.NoDefaultRules = False,
    config: options.Config = None,
    isolated: options.Isolated = False,
    color: options.ColorWhen = options.Color.AUTO,
    means: Means = HERE,
) -> None:
    """Settle what is true of a conflict in facts.yaml; without an id, walk through the open conflicts and ask."""
    id, paths = split_targets(targets)
    if id is None and (value is not None or reason is not None):
        raise FactcheckError("--value and --reason need the id of a finding", "`factcheck report` shows the ids of all")
    settings = options.settings_from(
        config,
        isolated=isolated,
        facts=facts,
        doc_dates=options.parse_dates(doc_date),
        **options.rule_settings(rules, no_default_rules=no_default_rules),
    )
    new_file = not verdicts_file(settings).exists()
    ruleset = load(settings)
    readable = settings.model_copy(update={"facts": None, "use_facts": False}) if new_file else settings
    found = run(
        options.paths_or_default(paths, settings),
        readable,
        ruleset,
        means=means,
        leave_out=options.own_files(None, settings),
    )
    if id is None:
        _walk(found, settings, ruleset, View(look(color, None)))
        return
    finding = by_id([*found.findings, *found.silenced], id)
    value = value if value is not None else _ask("value: ")
    reason = reason if reason is not None else _ask("reason: ")
    if not value or not reason:
        raise FactcheckError("a verdict needs a value and a reason", "give --value and --reason")
    _settle(finding, value, reason, evidence, settings, ruleset)


def split_targets(targets: Sequence[str] | None) -> tuple[str | None, list[Path]]:
    """Return the id that stands first, if one does, and the paths."""
    given = list(targets or ())
    id = given.pop(0) if given and _ID.fullmatch(given[0]) and not Path(given[0]).exists() else None
    return id, [Path(path) for path in given]


def _walk(found: Report, settings: Settings, ruleset: Ruleset, view: View) -> None:
    """Show one conflict after the other and ask; every verdict is written at once."""
    from factcheck.report.terminal import render_finding

    conflicts, settled = open_conflicts(found.findings), 0
    for number, finding in enumerate(conflicts, 1):
        emit(render_finding(finding, found, view))
        words = [words_of(side) for side in finding.sides]
        said = "; ".join(f"{n} for {each!r}" for n, each in enumerate(words, 1))
        answer = _ask(f"{number} of {len(conflicts)}: what is true? {said}; a value; Enter to skip, q to stop: ")
        if answer is None or answer == "q":
            break
        if not answer:
            continue
        value = words[int(answer) - 1] if answer in ("1", "2") else answer
        reason = _ask("why? ")
        if not reason:
            say("skipped: a verdict needs a reason")
            continue
        try:
            _settle(finding, value, reason, "", settings, ruleset)
            settled += 1
        except FactcheckError as error:
            say(f"{error.message}\n  help: {error.hint}" if error.hint else error.message)
    emit(f"{settled} settled, {len(conflicts) - settled} open.\n")


def _settle(finding: Finding, value: str, reason: str, evidence: str, settings: Settings, ruleset: Ruleset) -> None:
    file = verdicts_file(settings)
    check_open(finding, shown(file))
    try:
        text = file.read_bytes().decode("utf-8") if file.exists() else ""
    except (OSError, UnicodeDecodeError) as error:
        raise FactcheckError(f"{file}: cannot be read: {error}", "save it as UTF-8 text") from None
    lines = entry(finding, value, reason, evidence, date.today())
    write(appended(text, shown(file), lines, ruleset), file)
    emit(f"{shown(file)}:\n{lines}")


def _ask(question: str) -> str | None:
    """Ask on standard error, so that what is found stays alone on standard output; None at the end of the answers."""
    sys.stderr.write(question)
    sys.stderr.flush()
    answer = sys.stdin.readline()
    return answer.strip() if answer else None
