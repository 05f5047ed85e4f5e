"""The documents of a run: what is known of each, and how often it agrees and disagrees with the others."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from itertools import permutations

from rich.table import Table
from rich.text import Text

from factcheck.model import DocumentInfo, Report
from factcheck.report.clean import clean_json, clean_line
from factcheck.report.terminal import make_console, printed
from factcheck.report.view import Look

_NARROW = 100


@dataclass(frozen=True, slots=True)
class Standing:
    """How a document stands to the others: facts that it shares with them, by whether they agree there."""

    document: DocumentInfo
    claims: int
    agrees: int
    disagrees: int


def standings(report: Report) -> list[Standing]:
    """Return how each document stands, in the order of reading.

    A fact on which another document speaks counts once: as disagreement where a finding has this document and another
    on different sides, else as agreement.
    """
    claims = Counter(claim.path for claim in report.claims)
    agrees: Counter[str] = Counter()
    disagrees: Counter[str] = Counter()
    against = {
        (finding.field, finding.subject, finding.qualifiers, path)
        for finding in report.findings
        for side, other in permutations(finding.sides, 2)
        for path in side.paths
        if other.paths - {path}
    }
    for fact in report.facts:
        paths = {claim.path for claim in fact.claims if claim.path is not None}
        for path in paths if len(paths) > 1 else ():
            disagreeing = (fact.field, fact.subject.name, fact.qualifiers, path) in against
            (disagrees if disagreeing else agrees)[path] += 1
    return [Standing(each, claims[each.path], agrees[each.path], disagrees[each.path]) for each in report.documents]


def render_table(report: Report, look: Look) -> str:
    """Return a row for each document, then those that could not be read; narrow terminals leave out titles."""
    console = make_console(look)
    wide = console.width >= _NARROW
    table = Table.grid(padding=(0, 2 if wide else 1))
    heads = ("document", *(("title",) if wide else ()), "date", "from", "kind", "claims", "agrees", "disagrees")
    for head in heads:
        table.add_column(overflow="fold", justify="right" if head in ("claims", "agrees", "disagrees") else "left")
    table.add_row(*(Text(head, "bold") for head in heads))
    for each in standings(report):
        document = each.document
        date = "undated" if document.published is None else document.published.notation()
        known = (date, document.published_from or "", document.kind or "")
        titles = (document.title or "untitled",) if wide else ()
        counts = map(str, (each.claims, each.agrees, each.disagrees))
        table.add_row(*(Text(clean_line(cell)) for cell in (document.path, *titles, *known, *counts)))
    console.print(table)
    for problem in report.problems:
        console.print(Text(clean_line(f"{problem.path}: {problem.what}; {problem.hint}"), "magenta"))
    return printed(console)


def render_json(report: Report) -> str:
    """Return one object with a list of documents and one of what could not be read."""
    documents = [
        {
            "path": each.document.path,
            "title": each.document.title,
            "published": None if each.document.published is None else each.document.published.notation(),
            "published_from": each.document.published_from,
            "author": each.document.author,
            "publisher": each.document.publisher,
            "language": each.document.language,
            "kind": each.document.kind,
            "kind_from": each.document.kind_from,
            "url": each.document.url,
            "format": each.document.format,
            "claims": each.claims,
            "agrees": each.agrees,
            "disagrees": each.disagrees,
        }
        for each in standings(report)
    ]
    problems = [{"path": problem.path, "what": problem.what, "hint": problem.hint} for problem in report.problems]
    whole = {"documents": documents, "problems": problems}
    return clean_json(json.dumps(whole, ensure_ascii=False, indent=1)) + "\n"
