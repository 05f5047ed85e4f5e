"""Stage 1: paths become documents, or problems that say why not. Offsets lead back to the file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from factcheck.errors import Problem, Skipped
from factcheck.model import Document
from factcheck.read.child import Child
from factcheck.read.dateline import DatesInText
from factcheck.read.formats import read_file
from factcheck.read.hidden import unhidden
from factcheck.read.ignore import NOTHING, Exclude
from factcheck.read.kinds import with_kind
from factcheck.read.records import NONE, Columns
from factcheck.read.sources import Sources
from factcheck.read.walk import files

__all__ = ["DatesInText", "Exclude", "Sources", "read", "with_kind"]


def read(
    paths: Sequence[Path],
    sources: Sources,
    leave_out: Sequence[Path] = (),
    columns: Columns = NONE,
    exclude: Exclude = NOTHING,
) -> Iterator[Document | Problem | Skipped]:
    """Yield what every file holds that is named or found, in the order of paths: documents, or a problem.

    Folders are walked and ignore files respected; a file of unknown type is a problem only where it was named, else
    skipped. `columns` says what those of tables are called; `leave_out` names files that are never documents, such as
    the one to write to; what `exclude` matches is passed over in folders.
    Never raises for what a document holds.
    """
    with Child() as child:
        for found in files(paths, leave_out, exclude):
            if isinstance(found, Problem):
                yield found
                continue
            for result in read_file(found, child, columns):
                if not isinstance(result, Document):
                    yield result
                    continue
                yield sources.date(unhidden(result), found.path, result.path.removeprefix(found.shown))
