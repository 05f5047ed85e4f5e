"""`factcheck sources`: what is known of the documents, and how they stand to one another."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from typing import Annotated

import typer

from factcheck.cli import options
from factcheck.cli.output import emit, look
from factcheck.cli.progress import progress
from factcheck.model import DocumentInfo, Report
from factcheck.read import with_kind
from factcheck.run import HERE, Means, load, run


class Format(StrEnum):
    """How to print documents."""

    TABLE = "table"
    JSON = "json"


def sources(
    paths: options.Paths = None,
    format: Annotated[Format, typer.Option("--format", "-f", help="How to print them.")] = Format.TABLE,
    copies: Annotated[bool, typer.Option("--copies", help="Show who seems to copy whom, and the evidence.")] = False,
    output: options.Output = None,
    doc_date: options.DocDates = None,
    rules: options.RulePacks = None,
    no_default_rules: options.NoDefaultRules = False,
    config: options.Config = None,
    isolated: options.Isolated = False,
    color: options.ColorWhen = options.Color.AUTO,
    means: Means = HERE,
) -> None:
    """List the documents: title, date and where it is from, claims, how often they agree with others and are right."""
    from factcheck.report import documents

    settings = options.settings_from(
        config,
        isolated=isolated,
        doc_dates=options.parse_dates(doc_date),
        **options.rule_settings(rules, no_default_rules=no_default_rules),
    )
    read = options.paths_or_default(paths, settings)
    own = options.own_files(output, settings)
    found = run(read, settings, load(settings), means=means, leave_out=own, watch=progress())
    found = replace(found, documents=tuple(_with_kind(each, found) for each in found.documents))
    as_json = format is Format.JSON
    if copies and not as_json:
        emit(documents.render_copies(found.copies, look(color, output)), output)
        return
    emit(documents.render_json(found) if as_json else documents.render_table(found, look(color, output)), output)


def _with_kind(info: DocumentInfo, found: Report) -> DocumentInfo:
    """Return what is known of a document with its kind, which may be guessed from its text."""
    document = found.opened(info.path)
    if document is None:
        return info
    known = {"title": info.title, "published": info.published, "kind": info.kind, "kind_from": info.kind_from}
    kind = with_kind(replace(document, **known))  # type: ignore[arg-type]
    return replace(info, kind=kind.kind, kind_from=kind.kind_from)
