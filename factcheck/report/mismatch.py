"""What Wikidata's Mismatch Finder imports: a row for each value in dispute, of subjects whose item is known.

The columns are those of its user guide (https://github.com/wmde/wikidata-mismatch-finder/blob/main/docs/UserGuide.md).
The settings name the items of subjects (`wikidata: {Subject: Q42}`), rules the properties of fields. Documents do not
say what Wikidata has, so the columns about its own statement are empty, which it takes for a value that it lacks.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.grammar.fold import fold
from factcheck.model import Claim, Finding, Report
from factcheck.report import csv
from factcheck.report.clean import clean_line
from factcheck.report.view import View
from factcheck.values import Listed, Relation
from factcheck.values.wording import allows

_HEAD = ("item_id", "statement_guid", "property_id", "wikidata_value", "meta_wikidata_value", "external_value")
_LAST = ("external_url", "type")
_LONGEST = 1500  # characters of a value or an address


def render(report: Report, view: View) -> str:
    """Return the file with its head; the same value of the same document stands in it once."""
    urls = {document.path: document.url or "" for document in report.documents}
    rows = {row: None for finding in _disputed(report, view) for row in _rows(finding, view, urls)}
    return csv.written([(*_HEAD, *_LAST), *rows])


def without_item(report: Report, view: View) -> list[str]:
    """Return the subjects of discrepancies that are left out because nobody said which item they are."""
    fields = view.wikidata.properties
    return sorted({f.subject for f in _disputed(report, view) if f.field in fields and not _item(f, view)})


def _disputed(report: Report, view: View) -> Iterator[Finding]:
    return (finding for finding in view.shown(report) if finding.sides and finding.status is Relation.CONFLICT)


def _item(finding: Finding, view: View) -> str | None:
    return view.wikidata.items.get(fold(finding.subject).casefold())


def _rows(finding: Finding, view: View, urls: dict[str, str]) -> Iterator[tuple[str, ...]]:
    item, property = _item(finding, view), view.wikidata.properties.get(finding.field)
    if item is None or property is None:
        return
    for claim in (claim for side in finding.sides for claim in side.own if claim.path in urls):
        for value in _values(claim):
            url = urls[claim.path or ""]
            yield item, "", property, "", "", clean_line(value)[:_LONGEST], clean_line(url)[:_LONGEST], "statement"


def _values(claim: Claim) -> tuple[str, ...]:
    """Return a claim's values: a day in EDTF, each name of a list, everything else as it is written."""
    if isinstance(claim.value, Listed):
        return claim.value.texts
    if claim.value.kind == "date":
        return (claim.value.reading.removeprefix("date:"),)
    return (claim.words or allows(claim.value),)
