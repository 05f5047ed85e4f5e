"""Files as work to be done: each with what is known of it, and a digest by which its answer is known again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from factcheck.errors import Problem, Skipped
from factcheck.model import Document
from factcheck.read import Child, read_one
from factcheck.read.formats import content_of, is_known, unknown
from factcheck.read.ignore import NOTHING, Exclude
from factcheck.read.records import NONE, Columns
from factcheck.read.sources import Known, Sources
from factcheck.read.walk import STDIN_NAME, File, files

_USUAL = 10_000  # bytes of a document
_FEW = 4  # files whose documents are remembered after they were opened again


@dataclass(frozen=True, slots=True)
class Task:
    """A file to read, with what is known of its documents, the digest (SHA-256) of its bytes and how many they are.

    One that nobody has read yet has no digest.
    """

    file: File
    known: Known
    digest: bytes
    size: int


def tasks(
    paths: Sequence[Path],
    sources: Sources,
    leave_out: Sequence[Path] = (),
    exclude: Exclude = NOTHING,
    *,
    unread: bool = False,
) -> Iterator[Task | Problem | Skipped]:
    """Yield every file that is named or found and can be read, in order, and what is to be said of the others.

    With `unread` files are left to those who do the work, and have no digest. Raises FileError for a faulty file of
    sources.
    """
    for found in files(paths, leave_out, exclude):
        if isinstance(found, Problem):
            yield found
        elif not is_known(found):
            yield from unknown(found)
        elif unread and found.at != STDIN_NAME:
            yield Task(found, sources.known(found.at), b"", _size(found.path))
        else:
            content = content_of(found)
            if isinstance(content, Problem):
                yield content
                continue
            file = replace(found, content=content) if found.at == STDIN_NAME else found
            yield Task(file, sources.known(found.at), sha256(content).digest(), len(content))


def _size(path: Path) -> int:
    """Return a file's size, or a guess where only its opening would tell."""
    try:
        return path.stat().st_size
    except OSError:
        return _USUAL


class Reopened:
    """Opens documents again by their paths, as long as their files hold what they held; `kept` ones are here still."""

    def __init__(
        self, found: Iterable[object], columns: Columns = NONE, kept: Mapping[str, Document] | None = None
    ) -> None:
        self._found = found
        self._columns = columns
        self._kept = {} if kept is None else kept
        self._tasks: dict[str, Task] | None = None
        self._opened: dict[str, dict[str, Document]] = {}

    def __call__(self, path: str) -> Document | None:
        """Return a document, or None where its file has changed or gone."""
        if path in self._kept:
            return self._kept[path]
        if self._tasks is None:
            self._tasks = {each.file.shown: each for each in self._found if isinstance(each, Task)}
        ends = [len(path), *(at for at, sign in enumerate(path) if sign == "#")]
        task = next((self._tasks[path[:at]] for at in ends if path[:at] in self._tasks), None)
        return None if task is None else self._documents(task).get(path)

    def _documents(self, task: Task) -> dict[str, Document]:
        shown = task.file.shown
        if shown not in self._opened:
            while len(self._opened) >= _FEW:
                del self._opened[next(iter(self._opened))]
            self._opened[shown] = self._read(task)
        return self._opened[shown]

    def _read(self, task: Task) -> dict[str, Document]:
        content = content_of(task.file)
        if isinstance(content, Problem) or (task.digest and sha256(content).digest() != task.digest):
            return {}
        with Child() as child:
            found = read_one(replace(task.file, content=content), task.known, child, self._columns)
            return {each.path: each for each in found if isinstance(each, Document)}
