"""Paths become files: folders are walked in order, ignore files respected, doubles left out.

Hidden folders (`.git`) are not walked, nor links that lead out of the folder; a hidden file is a file like others.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from factcheck.errors import Problem
from factcheck.read.ignore import NOTHING, Exclude, Ignore
from factcheck.read.remote import address_of, found_at

STDIN = Path("-")
STDIN_NAME = "-"
_NOT_DOCUMENTS = ("._", ".factcheck")  # what macOS keeps beside a file, and the program's own
_OWN = frozenset({"factcheck.yaml", "factcheck.yml", "sources.yaml", "facts.yaml", "factcheck-baseline.jsonl"})


@dataclass(frozen=True, slots=True)
class File:
    """A file to read: where it is, how it is shown, whether somebody named it, and where its links lead to.

    `content` are its bytes where they are here already.
    """

    at: str
    shown: str
    named: bool
    real: str = ""
    content: bytes | None = field(default=None, repr=False)

    @property
    def path(self) -> Path:
        """Where it is; made when asked for, since of most files it is not."""
        return Path(self.at)


_Found = tuple[str, File | Problem]  # with what tells a file from others


def files(
    paths: Sequence[Path], leave_out: Sequence[Path] = (), exclude: Exclude = NOTHING
) -> Iterator[File | Problem]:
    """Yield every file once but those to leave out; a path that does not exist is a problem.

    What the settings `exclude` is passed over while folders are walked; a path that is named is meant.
    """
    seen = {_key(path) for path in leave_out}
    named = {_key(path) for path in paths}
    for path in paths:
        try:
            found = _found(path, exclude)
        except OSError as error:
            found = (("", _unopened(path, error)),)
        for key, file in found:
            if isinstance(file, Problem):
                yield file
            elif key not in seen:
                seen.add(key)
                yield replace(file, named=key in named) if file.named != (key in named) else file


def _found(path: Path, exclude: Exclude) -> Iterable[_Found]:
    """Return the files that a path means, each with what tells it from others."""
    if path == STDIN or path.is_file():
        real = _key(path)
        return [(real, File(str(path), shown(path), True, "" if path == STDIN else real))]
    if (address := address_of(path)) is not None:
        return ((_key(Path(str(each))), _at(each)) for each in found_at(address))
    if path.is_dir():
        return _walk(path, exclude)
    what = "is not a regular file" if path.exists() else "there is no such file or folder"
    return [("", Problem(shown(path), what, "check the path"))]


def _at(address: str | Problem) -> File | Problem:
    return address if isinstance(address, Problem) else File(address, address, named=False)


def _key(path: Path) -> str:
    """Return what tells files apart: where a path leads to, whatever it is called."""
    return "-" if path == STDIN else os.path.realpath(path)


def shown(path: Path) -> str:
    r"""Return a path as reports print it: relative to the current folder, absolute when outside it.

    Forward slashes everywhere; bytes of a name that are no text become `\\xNN`.
    """
    if path == STDIN:
        return "-"
    absolute = Path(os.path.abspath(path))  # noqa: PTH100 - a link keeps its own name
    here = Path.cwd()
    name = absolute.relative_to(here) if absolute.is_relative_to(here) else absolute
    return os.fsencode(name.as_posix()).decode("utf-8", "backslashreplace")


def _walk(folder: Path, exclude: Exclude) -> Iterator[_Found]:
    """Yield the files of a folder and then those of its folders, by name; of most files no Path is made."""
    ignore, root = Ignore(folder, exclude), folder.resolve()
    errors: list[OSError] = []
    waiting = [folder]
    while waiting:
        here = waiting.pop()
        try:
            with os.scandir(here) as listing:
                entries = sorted(listing, key=lambda entry: entry.name)
        except OSError as error:
            errors.append(error)
            continue
        real, as_shown, checked = os.path.realpath(here), _shown_in(here), ignore.has_patterns_for(here)
        folders: list[Path] = []
        for entry in entries:
            name = entry.name
            if entry.is_dir(follow_symlinks=False):
                if not name.startswith(".") and not (checked and ignore.hides(here / name, folder=True)):
                    folders.append(here / name)
            elif name.startswith(_NOT_DOCUMENTS) or name in _OWN or (checked and ignore.hides(here / name)):
                continue
            elif entry.is_file(follow_symlinks=False):
                at = f"{real}{os.sep}{name}"
                yield at, File(entry.path, as_shown(name), False, at)
            elif entry.is_symlink() and _is_file(here / name, root):
                at = os.path.realpath(entry.path)
                yield at, File(entry.path, as_shown(name), False, at)
        waiting += reversed(folders)
    for each in (*errors, *ignore.errors):
        yield "", _unopened(Path(each.filename), each)


def _shown_in(folder: Path) -> Callable[[str], str]:
    """Return what shows the names of a folder's files as `shown` shows their paths."""
    before = shown(folder / "x")[:-1]

    def as_shown(name: str) -> str:
        return before + (name if name.isascii() else os.fsencode(name).decode("utf-8", "backslashreplace"))

    return as_shown


def _is_file(path: Path, root: Path) -> bool:
    """Tell whether a path is a regular file, and no link that leads out of the folder which is walked.

    Where it cannot be told, opening it will say why.
    """
    try:
        return path.is_file() and (not path.is_symlink() or path.resolve().is_relative_to(root))
    except OSError:
        return True


def _unopened(path: Path, error: OSError) -> Problem:
    return Problem(shown(path), f"cannot be opened: {error.strerror}", "check the path and its permissions")
