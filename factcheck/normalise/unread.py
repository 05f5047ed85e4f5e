"""Values of claims tables of which no claim came: counted, with the first place, so that none is dropped silently."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from factcheck.errors import Problem
from factcheck.model import Claim, Document, Stated
from factcheck.ruleset import Ruleset

_MOST_FIELDS = 10  # of one file that are told of
_LONGEST = 60  # characters of a value that are shown


def unread(documents: Iterable[Document], claims: Iterable[Claim], ruleset: Ruleset) -> tuple[Problem, ...]:
    """Return a notice for each field of a claims table with values that are none of its kind."""
    read = {(claim.span.path, claim.span.at) for claim in claims if claim.span is not None and claim.form == "record"}
    kinds = {rule.id: rule.kind for rule in ruleset.rules}
    missed: dict[str, dict[str, list[tuple[Document, Stated]]]] = defaultdict(lambda: defaultdict(list))
    for document in documents:
        for each in document.statements:
            if (document.path, each.start) not in read:
                missed[document.path.removesuffix(f"#{document.title}")][each.field].append((document, each))
    notices = []
    for path, fields in missed.items():
        told = sorted(fields.items(), key=lambda row: -len(row[1]))
        notices += [_notice(path, field, kinds.get(field, "text"), where) for field, where in told[:_MOST_FIELDS]]
        if len(told) > _MOST_FIELDS:
            more = sum(len(where) for _, where in told[_MOST_FIELDS:])
            what = f"{more} more values of {len(told) - _MOST_FIELDS} other fields are not read either"
            notices.append(Problem(path, what, "see the lines above"))
    return tuple(notices)


def _notice(path: str, field: str, kind: str, where: Sequence[tuple[Document, Stated]]) -> Problem:
    document, first = min(where, key=lambda each: _row(*each))
    words = document.text[first.start : first.end]
    shown = words if len(words) <= _LONGEST else f"{words[:_LONGEST]}\u2026"
    place = document.span(first.start, first.end).section
    number = f"; {len(where)} values of {field} are not read" if len(where) > 1 else ""
    what = f"{place}: \u201c{shown}\u201d is no {kind}, which {field} asks for{number}"
    return Problem(path, what, f"write a {kind}, or leave the cell empty")


def _row(document: Document, stated: Stated) -> tuple[int, str]:
    """Return what orders values by their rows: "row 12, value"."""
    place = document.span(stated.start, stated.end).section
    digits = "".join(filter(str.isdecimal, place.split(",")[0]))
    return int(digits or 0), place
