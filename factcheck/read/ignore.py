"""What is left out while folders are walked: by ignore files, and by the patterns of the settings.

A link is no ignore file, as in git. Patterns are those of .gitignore, by pathspec, which matches them in linear time by
RE2.
"""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.opening import SETTINGS, content_of

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

IGNORE_FILES = (".gitignore", ".factcheckignore")
_NONE_THERE = frozenset({errno.ENOENT, errno.ENOTDIR, errno.EISDIR, errno.ELOOP, errno.EINVAL})


@dataclass(frozen=True, slots=True)
class Exclude:
    """The patterns of the settings, and the folder from which they start."""

    root: Path
    patterns: Sequence[str] = ()


NOTHING = Exclude(Path())


class Ignore:
    """Answers whether the settings, or ignore files between the walked folder and a path's own, leave it out."""

    def __init__(self, root: Path, exclude: Exclude = NOTHING) -> None:
        self._root = root
        self._from = Path(os.path.abspath(exclude.root))  # noqa: PTH100 - links keep their own names
        self._excluded = _compiled(exclude.patterns) if exclude.patterns else None
        self._specs: dict[Path, GitIgnoreSpec | None] = {}
        self.errors: list[OSError] = []  # of ignore files that are there, and cannot be read

    def has_patterns_for(self, folder: Path) -> bool:
        """Tell whether anything says what of a folder is to be left out."""
        return self._excluded is not None or any(self._spec(at) is not None for at in _between(self._root, folder))

    def hides(self, path: Path, *, folder: bool = False) -> bool:
        """Tell whether a file or folder is to be left out; the ignore file nearest to it decides."""
        if self._excluded is not None and self._excluded.match_file(self._named(path, folder=folder)):
            return True
        for at in reversed(_between(self._root, path.parent)):
            spec = self._spec(at)
            if spec is None:
                continue
            decided = spec.check_file(path.relative_to(at).as_posix() + ("/" if folder else "")).include
            if decided is not None:
                return decided
        return False

    def _named(self, path: Path, *, folder: bool) -> str:
        """Return a path as the patterns of the settings know it; outside their folder, from the walked one."""
        absolute = Path(os.path.abspath(path))  # noqa: PTH100
        within = absolute.is_relative_to(self._from)
        name = absolute.relative_to(self._from) if within else path.relative_to(self._root)
        return name.as_posix() + ("/" if folder else "")

    def _spec(self, folder: Path) -> GitIgnoreSpec | None:
        if folder not in self._specs:
            lines = [line for name in IGNORE_FILES for line in self._lines(folder / name)]
            self._specs[folder] = _compiled(lines) if lines else None
        return self._specs[folder]

    def _lines(self, file: Path) -> list[str]:
        try:
            return content_of(file, SETTINGS, follow=False).decode("utf-8-sig", "replace").splitlines()
        except OSError as error:
            if error.errno not in _NONE_THERE:
                self.errors.append(error)
            return []


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
