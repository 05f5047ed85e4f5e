"""Paths become files: folders are walked in order, ignore files respected, doubles left out.

Hidden folders (`.git`) are not walked, nor links that lead out of the folder; a hidden file is a file like others.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.errors import Problem

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

IGNORE_FILES = (".gitignore", ".factcheckignore")
STDIN = Path("-")
_NOT_DOCUMENTS = ("._", ".factcheck")  # what macOS keeps beside a file, and the program's own
_OWN = frozenset({"factcheck.yaml", "factcheck.yml", "sources.yaml", "facts.yaml", "factcheck-baseline.jsonl"})


@dataclass(frozen=True, slots=True)
class File:
    """A file to read: where it is, how it is shown, and whether somebody named it."""

    path: Path
    shown: str
    named: bool


def files(paths: Sequence[Path], leave_out: Sequence[Path] = ()) -> Iterator[File | Problem]:
    """Yield every file once but those to leave out; a path that does not exist is a problem."""
    seen = {_key(path) for path in leave_out}
    named = {_key(path) for path in paths}
    for path in paths:
        try:
            found = _found(path)
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


def _found(path: Path) -> Iterable[File | Problem] | Problem:
    if path == STDIN or path.is_file():
        return [File(path, shown(path), named=True)]
    if path.is_dir():
        return _walk(path)
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


def _walk(folder: Path) -> Iterator[File | Problem]:
    ignore, root = _Ignore(folder), folder.resolve()
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


class _Ignore:
    """Answers whether ignore files between the walked folder and a path's own leave it out."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._specs: dict[Path, GitIgnoreSpec | None] = {}

    def hides(self, path: Path, *, folder: bool = False) -> bool:
        """Tell whether a file or folder is to be left out; the ignore file nearest to it decides."""
        for at in reversed(_between(self._root, path.parent)):
            spec = self._spec(at)
            if spec is None:
                continue
            decided = spec.check_file(path.relative_to(at).as_posix() + ("/" if folder else "")).include
            if decided is not None:
                return decided
        return False

    def _spec(self, folder: Path) -> GitIgnoreSpec | None:
        if folder not in self._specs:
            lines = [line for name in IGNORE_FILES for line in _lines(folder / name)]
            self._specs[folder] = _compiled(lines) if lines else None
        return self._specs[folder]


def _compiled(lines: Iterable[str]) -> GitIgnoreSpec:
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines(line for line in lines if _is_pattern(line))


def _is_pattern(line: str) -> bool:
    """Tell whether a line can be read; one that cannot says nothing, as in git."""
    from pathspec import GitIgnoreSpec

    try:
        GitIgnoreSpec.from_lines([line])
    except (ValueError, re.error):
        return False
    return True


def _between(root: Path, here: Path) -> list[Path]:
    parts = here.relative_to(root).parts
    return [root.joinpath(*parts[:i]) for i in range(len(parts) + 1)]


def _lines(file: Path) -> list[str]:
    try:
        return file.read_text(encoding="utf-8-sig", errors="replace").splitlines()
    except OSError:
        return []
