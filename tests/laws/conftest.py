"""How the laws run the stages: texts and bytes are read by the readers of their formats, as files are."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from factcheck.map_step import ClaimsOf
from factcheck.model import Document
from factcheck.pipeline import habits, numbered
from factcheck.read.formats import ENDINGS, FORMATS, ending_of
from factcheck.reconcile import Reconciled, reconcile
from factcheck.ruleset import Ruleset


@pytest.fixture(scope="session")
def reconciled(ruleset: Ruleset) -> Callable[..., Reconciled]:
    """Read documents by the endings of their names, and reconcile what they claim."""
    claims_of = ClaimsOf(ruleset)

    def run(contents: Sequence[str | bytes], names: Sequence[str] = ()) -> Reconciled:
        paths = names or [f"{n}.txt" for n in range(len(contents))]
        documents = [document(path, each) for path, each in zip(paths, contents, strict=True)]
        found = [each for each in documents if each is not None]
        return reconcile(numbered(map(claims_of, found)), ruleset, habits(ruleset.language))

    return run


def document(path: str, content: str | bytes) -> Document | None:
    """Return what is read; None where there is nothing in it."""
    reader = FORMATS[ENDINGS[str(ending_of(path))]].reader
    result = reader(path, content if isinstance(content, bytes) else content.encode())
    return result if isinstance(result, Document) else None
