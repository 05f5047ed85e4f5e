"""Stage 1: paths become documents, or problems that say why not. Offsets lead back to the file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from factcheck.errors import Problem, Skipped
from factcheck.model import Document
from factcheck.read.child import Child
from factcheck.read.formats import read_file
from factcheck.read.hidden import unhidden
from factcheck.read.ignore import NOTHING, Exclude
from factcheck.read.kinds import with_kind
from factcheck.read.records import NONE, Columns
from factcheck.read.sources import NOTHING_KNOWN, Known, Sources
from factcheck.read.walk import File, files

__all__ = ["NOTHING_KNOWN", "Child", "Exclude", "Known", "Sources", "read", "read_one", "with_kind"]


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
            else:
                yield from read_one(found, sources.known(found.at), child, columns)


def read_one(file: File, known: Known, child: Child, columns: Columns = NONE) -> Iterator[Document | Problem | Skipped]:
    """Yield what one file holds, each document with what is `known` of it from outside."""
    for result in read_file(file, child, columns):
        if isinstance(result, Document):
            yield known.date(unhidden(result), result.path.removeprefix(file.shown))
        else:
            yield result
