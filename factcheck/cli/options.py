"""The flags that several commands share, and how they become settings."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from factcheck.errors import FactcheckError
from factcheck.report.formats import FORMATS
from factcheck.settings import Settings, find_settings, load_settings


class Color(StrEnum):
    """When to colour."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


class SeverityName(StrEnum):
    """How loud a finding is."""

    NOTE = "note"
    WARNING = "warning"
    ERROR = "error"


Format = StrEnum("Format", {name.upper(): name for name in FORMATS})  # type: ignore[misc]  # a table, not a list here
TEXT = Format("text")
Paths = Annotated[
    list[Path] | None,
    typer.Argument(help="Documents and folders; default: the configured paths, else this folder.", show_default=False),
]
Output = Annotated[Path | None, typer.Option("--output", "-o", help="Write to this file.", show_default=False)]
RulePacks = Annotated[
    list[Path] | None,
    typer.Option("--rules", help="Add a rule pack; a rule with a known id replaces it.", show_default=False),
]
NoDefaultRules = Annotated[
    bool, typer.Option("--no-default-rules", help="Leave out the packs that come with factcheck.")
]
Config = Annotated[Path | None, typer.Option("--config", help="Use this settings file.", show_default=False)]
Isolated = Annotated[bool, typer.Option("--isolated", help="Read no settings file.")]
Select = Annotated[
    list[str] | None,
    typer.Option("--select", help="Only these codes or fields (FC1, film.*).", show_default=False),
]
Ignore = Annotated[list[str] | None, typer.Option("--ignore", help="Not these codes or fields.", show_default=False)]
MinSeverity = Annotated[
    SeverityName | None,
    typer.Option("--severity", help="Show findings from this severity on.", show_default=False),
]
FormatName = Annotated[Format, typer.Option("--format", "-f", help="How to print it.")]
ShowSettings = Annotated[bool, typer.Option("--show-settings", help="Print the settings in force, and stop.")]
AllFacts = Annotated[bool, typer.Option("--all", help="Also facts that one claim alone states (json, --matrix).")]
Statistics = Annotated[bool, typer.Option("--statistics", help="Count findings by code instead of telling them.")]
Matrix = Annotated[bool, typer.Option("--matrix", help="Show facts by documents, and where they agree.")]
Baseline = Annotated[
    Path | None,
    typer.Option("--baseline", help="What is known already; default: factcheck-baseline.jsonl.", show_default=False),
]
NoBaseline = Annotated[bool, typer.Option("--no-baseline", help="Use no baseline: everything is new.")]
Facts = Annotated[
    Path | None, typer.Option("--facts", help="What is settled; default: facts.yaml.", show_default=False)
]
NoFacts = Annotated[bool, typer.Option("--no-facts", help="Use no verdicts.")]
NewSources = Annotated[
    bool, typer.Option("--new-sources", help="A further document that words a known side anew makes it new.")
]
DocDates = Annotated[
    list[str] | None,
    typer.Option("--doc-date", help="PATH=DATE: when a document was published.", show_default=False),
]
AsOf = Annotated[
    str | None,
    typer.Option("--as-of", metavar="DATE", help="Leave out documents that are dated later.", show_default=False),
]
Language = Annotated[str, typer.Option("--lang", metavar="CODE", help="The language of the words.")]
ColorWhen = Annotated[Color, typer.Option("--color", help="Colour the output.")]
Plain = Annotated[bool, typer.Option("--plain", help="ASCII signs only, and no colour.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing on standard error but errors.")]


def settings_from(config: Path | None, *, isolated: bool, **flags: Any) -> Settings:
    """Return the settings of the file that holds, with the flags that were given put over them.

    Rule packs and dates are added to those of the file; the flag's come last, and so prevail.
    """
    if isolated and config is not None:
        raise FactcheckError("--isolated and --config exclude each other", "give one of them")
    file = None if isolated else config or find_settings(Path.cwd())
    given = {name: value for name, value in flags.items() if value is not None and value not in ((), {})}
    settings = load_settings(file)
    if "rules" in given:
        given["rules"] = (*settings.rules, *given["rules"])
    if "doc_dates" in given:
        given["doc_dates"] = {**settings.doc_dates, **given["doc_dates"]}
    return settings.model_copy(update=given)


def parse_dates(pairs: Sequence[str] | None) -> dict[str, str]:
    """Read PATH=DATE pairs."""
    dates = {}
    for pair in pairs or ():
        path, sign, date = pair.rpartition("=")
        if not sign or not path:
            raise FactcheckError(f"--doc-date {pair}: no date in it", "write PATH=DATE, as in page.txt=2012-05")
        dates[path] = date
    return dates


def parse_day(text: str | None) -> date | None:
    """Read the day of --as-of."""
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise FactcheckError(f"--as-of {text}: this is no day", "write it as in 2012-05-03") from None


def paths_or_default(paths: Sequence[Path] | None, settings: Settings) -> list[Path]:
    """Return the paths to read: those given, else the configured ones, else the current folder."""
    return list(paths or settings.paths or [Path()])


def rule_settings(rules: Sequence[Path] | None, *, no_default_rules: bool) -> dict[str, Any]:
    """Return the settings that --rules and --no-default-rules stand for; None leaves the file's."""
    return {"rules": tuple(rules or ()), "default_rules": False if no_default_rules else None}


def finding_settings(
    select: Sequence[str] | None, ignore: Sequence[str] | None, severity: SeverityName | None
) -> dict[str, Any]:
    """Return the settings by which findings are chosen; None leaves the file's."""
    return {"select": tuple(select or ()), "ignore": tuple(ignore or ()), "severity": severity and severity.value}


def baseline_settings(baseline: Path | None, *, no_baseline: bool, new_sources: bool) -> dict[str, Any]:
    """Return the settings that the flags about the baseline stand for; None leaves the file's."""
    if no_baseline and baseline is not None:
        raise FactcheckError("--no-baseline and --baseline exclude each other", "give one of them")
    use = False if no_baseline else True if baseline is not None else None
    return {"baseline": baseline, "use_baseline": use, "new_sources": new_sources or None}


def date_settings(doc_dates: Sequence[str] | None, as_of: str | None) -> dict[str, Any]:
    """Return the settings that the flags about dates stand for; None leaves the file's."""
    return {"doc_dates": parse_dates(doc_dates), "as_of": parse_day(as_of)}


def facts_settings(facts: Path | None, *, no_facts: bool) -> dict[str, Any]:
    """Return the settings that the flags about verdicts stand for; None leaves the file's."""
    if no_facts and facts is not None:
        raise FactcheckError("--no-facts and --facts exclude each other", "give one of them")
    return {"facts": facts, "use_facts": False if no_facts else True if facts is not None else None}


def show(settings: Settings) -> str:
    """Return the settings in force as a file would have them: each value in JSON, which YAML reads alike."""
    rows = settings.model_dump(mode="json", by_alias=True)
    origin = "no file" if settings.file is None else str(settings.file)
    return f"# {origin}\n" + "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in rows.items())


def checked_output(output: Path | None, read: Sequence[Path]) -> None:
    """Refuse to write over a document: a file that this run would read, and that this program did not write."""
    from factcheck.read.formats import ending_of
    from factcheck.read.own import is_ours

    if output is None or not output.is_file() or ending_of(output.name) is None:
        return
    real = output.resolve()
    if any(real == path.resolve() or path.resolve() in real.parents for path in read):
        with output.open("rb") as stream:
            content = stream.read()
        if content.strip() and not is_ours(content):
            what = f"{output}: is a document that is read, and would be written over"
            raise FactcheckError(what, "choose another --output, or delete it")


def own_files(output: Path | None, settings: Settings | None = None) -> list[Path]:
    """Return the program's own files, which are never documents: what it writes, and what it was told."""
    named = [settings.baseline, settings.facts, settings.file] if settings is not None else []
    return [file for file in (output, *named) if file is not None]
