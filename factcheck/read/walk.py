"""Paths become files: folders are walked in order, ignore files respected, doubles left out.

Hidden folders (`.git`) are not walked, nor links that lead out of the folder; a hidden file is a file like others.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from factcheck.errors import Problem
from factcheck.read.ignore import NOTHING, Exclude, Ignore
from factcheck.read.remote import address_of, found_at

STDIN = Path("-")
_NOT_DOCUMENTS = ("._", ".factcheck")  # what macOS keeps beside a file, and the program's own
_OWN = frozenset({"factcheck.yaml", "factcheck.yml", "sources.yaml", "facts.yaml", "factcheck-baseline.jsonl"})


@dataclass(frozen=True, slots=True)
class File:
    """A file to read: where it is, how it is shown, whether somebody named it; its bytes where they are here."""

    path: Path
    shown: str
    named: bool
    content: bytes | None = field(default=None, repr=False)


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
            found = _unopened(path, error)
        if isinstance(found, Problem):
            yield found
            continue
        for file in found:
            if isinstance(file, Problem):
                yield file
            elif (key := _key(file.path)) not in seen:
                seen.add(key)
                yield replace(file, named=key in named)


def _found(path: Path, exclude: Exclude) -> Iterable[File | Problem] | Problem:
    if path == STDIN or path.is_file():
        return [File(path, shown(path), named=True)]
    if (address := address_of(path)) is not None:
        return (
            each if isinstance(each, Problem) else File(Path(each), each, named=each == address)
            for each in found_at(address)
        )
    if path.is_dir():
        return _walk(path, exclude)
    what = "is not a regular file" if path.exists() else "there is no such file or folder"
    return Problem(shown(path), what, "check the path")


def _key(path: Path) -> Path:
    """Return what tells files apart: where a path leads to, whatever it is called."""
    return path if path == STDIN else Path(os.path.realpath(path))


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


def _walk(folder: Path, exclude: Exclude) -> Iterator[File | Problem]:
    ignore, root = Ignore(folder, exclude), folder.resolve()
    errors: list[OSError] = []
    for current, folders, names in os.walk(folder, onerror=errors.append):
        here = Path(current)
        folders[:] = sorted(f for f in folders if not f.startswith(".") and not ignore.hides(here / f, folder=True))
        for name in sorted(names):
            path = here / name
            if (
                not name.startswith(_NOT_DOCUMENTS)
                and name not in _OWN
                and _is_file(path, root)
                and not ignore.hides(path)
            ):
                yield File(path, shown(path), named=False)
    for error in errors:
        yield _unopened(Path(error.filename), error)


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
