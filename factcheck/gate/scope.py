"""Which documents a run reports on: all, some that are named, or those that changed since a git revision."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from factcheck.errors import FactcheckError
from factcheck.model import Finding


@dataclass(frozen=True, slots=True)
class Scope:
    """The documents of which one has to be on a side; None for all."""

    documents: frozenset[Path] | None = None

    @property
    def is_everything(self) -> bool:
        """Whether nothing is left out."""
        return self.documents is None

    def seen(self, finding: Finding) -> Finding | None:
        """Return the finding, shown at a place in one of the documents; None where no side stands in any."""
        if self.documents is None:
            return finding
        claims = sorted((c for side in finding.sides for c in side.claims), key=lambda claim: bool(claim.settled))
        spans = [claim.span for claim in claims if claim.span is not None]
        places = [*([finding.at] if finding.at is not None else []), *spans]
        at = next((place for place in places if any(file in self.documents for file in _files(place.path))), None)
        return None if at is None else replace(finding, at=at)

    def narrowed(self, documents: Sequence[Path]) -> Scope:
        """Return the scope with only some documents left in it."""
        named = frozenset(path.resolve() for path in documents)
        return Scope(named if self.documents is None else named & self.documents)


def _files(path: str) -> Iterator[Path]:
    """Yield the file of a document, and for one within another ("crawl.warc#https://x.org") that file."""
    yield Path(path).resolve()
    yield Path(path.partition("#")[0]).resolve()


def changed_since(revision: str) -> Scope:
    """Return the scope of the files that differ from a git revision, untracked ones among them.

    The work tree is only looked at. A file that was moved and not changed is no change. Raises FactcheckError where
    there is no repository or no such revision.
    """
    top = Path(_git("rev-parse", "--show-toplevel").strip("\n"))
    commit = _git("rev-parse", "--verify", "--end-of-options", f"{revision}^{{commit}}").strip()
    changed = _git("diff", "--name-status", "--find-renames=100%", "-z", commit, "--").split("\0")
    untracked = _git("ls-files", "--others", "--exclude-standard", "-z", "--full-name", "--", str(top)).split("\0")
    names = [*_changed(changed), *(name for name in untracked if name)]
    return Scope(frozenset((top / name).resolve() for name in names))


def _changed(fields: Sequence[str]) -> list[str]:
    """Read git's list: a status and a path, or for a rename (with all its bytes the same) two paths."""
    names: list[str] = []
    at = 0
    while at + 1 < len(fields):
        renamed = fields[at][:1] in ("R", "C")
        if not renamed and fields[at] != "D":
            names.append(fields[at + 1])
        at += 3 if renamed else 2
    return names


def _git(*arguments: str) -> str:
    """Run git where we are, and return what it prints."""
    try:
        done = subprocess.run(["git", *arguments], capture_output=True, check=False)  # noqa: S603, S607
    except OSError:
        raise FactcheckError("git is not installed", "leave --since out, or install git") from None
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise FactcheckError(
            f"--since: git says: {said[0] if said else 'nothing'}", "name a revision of this repository"
        )
    return done.stdout.decode("utf-8", "surrogateescape")
