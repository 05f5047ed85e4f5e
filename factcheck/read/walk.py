"""Paths become files: folders are walked in order, ignore files respected, doubles left out."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from factcheck.errors import Problem

IGNORE_FILES = (".gitignore", ".factcheckignore")
STDIN = Path("-")


@dataclass(frozen=True, slots=True)
class File:
    """A file to read: where it is, how it is shown, and whether somebody named it."""

    path: Path
    shown: str
    named: bool


def files(paths: Sequence[Path]) -> Iterator[File | Problem]:
    """Yield every file once; a path that does not exist is a problem."""
    seen: set[Path] = set()
    for path in paths:
        found = [File(path, shown(path), named=True)] if path == STDIN or path.is_file() else None
        if found is None and not path.is_dir():
            what = "is not a regular file" if path.exists() else "there is no such file or folder"
            yield Problem(shown(path), what, "check the path")
            continue
        for file in found if found is not None else _walk(path):
            key = file.path if file.path == STDIN else file.path.resolve()
            if key not in seen:
                seen.add(key)
                yield file


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


def _walk(folder: Path) -> Iterator[File]:
    for current, folders, names in os.walk(folder):
        here = Path(current)
        ignore = _Ignore(folder, here)
        folders[:] = sorted(
            f for f in folders if not f.startswith(".") and not ignore.hides(here / f, folder=True)
        )
        for name in sorted(names):
            path = here / name
            if not name.startswith(".") and path.is_file() and not ignore.hides(path):
                yield File(path, shown(path), named=False)


class _Ignore:
    """Answers whether ignore files between the walked folder and a path's own leave it out."""

    def __init__(self, root: Path, here: Path) -> None:
        self._specs = []
        for folder in [*_between(root, here)]:
            lines = [line for name in IGNORE_FILES for line in _lines(folder / name)]
            if lines:
                from pathspec import GitIgnoreSpec

                self._specs.append((folder, GitIgnoreSpec.from_lines(lines)))

    def hides(self, path: Path, *, folder: bool = False) -> bool:
        """Tell whether a file or folder is to be left out."""
        ending = "/" if folder else ""
        return any(spec.match_file(path.relative_to(at).as_posix() + ending) for at, spec in self._specs)


def _between(root: Path, here: Path) -> list[Path]:
    parts = here.relative_to(root).parts
    return [root.joinpath(*parts[:i]) for i in range(len(parts) + 1)]


def _lines(file: Path) -> list[str]:
    try:
        return file.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return []
