"""The documents of a run: what is known of each, and how often it agrees and disagrees with the others."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import permutations

from rich.table import Table
from rich.text import Text

from factcheck.model import Copy, DocumentInfo, Report
from factcheck.report.clean import clean_json, clean_line
from factcheck.report.terminal import make_console, printed
from factcheck.report.view import Look

_NARROW = 100
_COUNTS = ("claims", "agrees", "disagrees", "right")


@dataclass(frozen=True, slots=True)
class DocumentStanding:
    """How a document stands to the others: facts that it shares with them, by whether they agree there.

    `accuracy` is the estimated share of its claims that are right, None where nobody else speaks of what it does.
    """

    document: DocumentInfo
    claims: int
    agrees: int
    disagrees: int
    accuracy: float | None = None
    uncertainty: float | None = None


def standings(report: Report) -> list[DocumentStanding]:
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
    known = {each.source: each for each in report.standings if each.judged > 0}
    return [
        DocumentStanding(
            each,
            claims[each.path],
            agrees[each.path],
            disagrees[each.path],
            known[each.path].accuracy if each.path in known else None,
            known[each.path].uncertainty if each.path in known else None,
        )
        for each in report.documents
    ]


def render_table(report: Report, look: Look) -> str:
    """Return a row for each document, then those that could not be read; narrow terminals leave out titles."""
    console = make_console(look)
    wide = console.width >= _NARROW
    table = Table.grid(padding=(0, 2 if wide else 1))
    heads = ("document", *(("title",) if wide else ()), "date", "from", "kind", *_COUNTS)
    for head in heads:
        table.add_column(overflow="fold", justify="right" if head in _COUNTS else "left")
    table.add_row(*(Text(head, "bold") for head in heads))
    for each in standings(report):
        document = each.document
        date = "undated" if document.published is None else document.published.notation()
        known = (date, document.published_from or "", document.kind or "")
        titles = (document.title or "untitled",) if wide else ()
        counts = (*map(str, (each.claims, each.agrees, each.disagrees)), _right(each))
        table.add_row(*(Text(clean_line(cell)) for cell in (document.path, *titles, *known, *counts)))
    console.print(table)
    for problem in report.problems:
        console.print(Text(clean_line(f"{problem.path}: {problem.what}; {problem.hint}"), "magenta"))
    return printed(console)


def _right(each: DocumentStanding) -> str:
    """Return the estimated share of right claims and how uncertain that is; nothing where nobody could judge them."""
    if each.accuracy is None or each.uncertainty is None:
        return ""
    return f"{each.accuracy:.0%} \u00b1 {each.uncertainty:.0%}"


def render_copies(copies: Sequence[Copy], look: Look) -> str:
    """Return a row for every two sources one of which seems to copy the other, with the evidence."""
    console = make_console(look)
    if not copies:
        console.print("No source seems to copy another.")
        return printed(console)
    table = Table.grid(padding=(0, 1))
    for head in ("source", "and", "sure", "evidence"):
        table.add_column(overflow="fold", justify="right" if head == "sure" else "left")
    table.add_row(*(Text(head, "bold") for head in ("source", "and", "sure", "evidence")))
    for copy in copies:
        table.add_row(*(Text(clean_line(cell)) for cell in (copy.one, copy.other, f"{copy.sure:.0%}", copy.why)))
    console.print(table)
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
            "accuracy": None if each.accuracy is None else round(each.accuracy, 3),
            "uncertainty": None if each.uncertainty is None else round(each.uncertainty, 3),
        }
        for each in standings(report)
    ]
    problems = [{"path": problem.path, "what": problem.what, "hint": problem.hint} for problem in report.problems]
    copies = [copy._asdict() for copy in report.copies]
    whole = {"documents": documents, "copies": copies, "problems": problems}
    return clean_json(json.dumps(whole, ensure_ascii=False, indent=1)) + "\n"
