"""The matrix of facts by documents: who says what, and where they agree."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from factcheck.model import Claim, DocumentInfo, Fact, Finding, Report
from factcheck.report.clean import clean_line

_MOST_CELLS = 20_000  # nobody reads more, and a page should open at once
State = Literal["", "agrees", "disagrees"]


@dataclass(frozen=True, slots=True)
class Cell:
    """What a document says on a fact, and how that stands to what the others say; nothing where it stands alone."""

    words: str = ""
    state: State = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A fact, with a cell for each document."""

    name: str
    cells: tuple[Cell, ...]

    @property
    def shared(self) -> bool:
        """Tell whether more than one document speaks on the fact."""
        return any(cell.state for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Matrix:
    """Documents across, and a row for each fact."""

    documents: Sequence[DocumentInfo]
    rows: Sequence[Row]


def matrix(report: Report, findings: Sequence[Finding]) -> Matrix:
    """Return what each document says on each field; of very many, what is disputed; of still more, nothing."""
    sides = [(finding.field, side) for finding in findings for side in finding.sides]
    contested = {claim.id for field, side in sides for claim in side.claims if claim.field == field}
    stated = [fact for fact in report.facts if any(claim.span for claim in fact.claims)]
    disputed = [fact for fact in stated if any(claim.id in contested for claim in fact.claims)]
    for facts in (stated, disputed):
        paths = {claim.path for fact in facts for claim in fact.claims}
        documents = [document for document in report.documents if facts is stated or document.path in paths]
        if len(facts) * len(documents) <= _MOST_CELLS:
            return Matrix(documents, [_row(fact, documents, contested) for fact in facts])
    return Matrix([], [])


def _row(fact: Fact, documents: Sequence[DocumentInfo], contested: set[str]) -> Row:
    qualified = "".join(f" ({name}: {value})" for name, value in fact.qualifiers)
    shared = len({claim.path for claim in fact.claims if claim.path is not None}) > 1
    by_path: dict[str | None, list[Claim]] = defaultdict(list)
    for claim in fact.claims:
        by_path[claim.path].append(claim)
    cells: list[Cell] = []
    for document in documents:
        claims = by_path.get(document.path, [])
        disagrees = any(claim.id in contested for claim in claims)
        words = "; ".join(dict.fromkeys(clean_line(claim.words) for claim in claims))
        state: State = "" if not claims or not shared else "disagrees" if disagrees else "agrees"
        cells.append(Cell(words, state))
    return Row(clean_line(f"{fact.field} of {fact.subject.name}{qualified}"), tuple(cells))
