"""Hidden characters in a document are told in one note for each document (FC905): where the first stand, and what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.codes import HIDDEN
from factcheck.model import DocumentInfo, Finding
from factcheck.reconcile.fingerprint import fingerprint
from factcheck.values import Relation

_MOST = 3  # kinds of characters that are named


def hidden_characters(documents: Sequence[DocumentInfo]) -> Iterator[Finding]:
    """Yield a note for every document that holds characters which a reader does not see or takes for others."""
    for document in documents:
        if document.hidden is None:
            continue
        places, kinds, first = document.hidden
        named = ", ".join(kinds[:_MOST]) + (" and others" if len(kinds) > _MOST else "")
        yield Finding(
            fingerprint=fingerprint(("hidden", document.path), "", (), HIDDEN, (named,)),
            code=HIDDEN,
            field="",
            subject="",
            status=Relation.INCOMPLETE,
            severity="note",
            sides=(),
            message=f"hidden characters in {places} {'place' if places == 1 else 'places'}",
            why=f"the text was read without {named}",
            at=first,
        )
