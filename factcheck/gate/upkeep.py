"""How a baseline follows the documents: what is added, what is taken out, and what a person has to decide."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePath

from factcheck.codes import STALE
from factcheck.gate.baseline import Baseline, Entry, entry_of, is_debt, readings_of
from factcheck.model import Finding


@dataclass(frozen=True, slots=True)
class Update:
    """A baseline after an update: entries added and removed, and new findings whose entry has run out."""

    baseline: Baseline
    added: tuple[Entry, ...] = ()
    removed: tuple[Entry, ...] = ()
    run_out: tuple[Finding, ...] = ()


def debt(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings that a baseline does not know and could."""
    return [finding for finding in findings if finding.new and is_debt(finding)]


def created(findings: Iterable[Finding], paths: Sequence[Path], folder: Path) -> Baseline:
    """Return the baseline of all findings of a run over some paths, for a file in a folder."""
    return Baseline(tuple(entry_of(finding) for finding in debt(findings)), roots((), paths, folder))


def updated(known: Baseline, findings: Sequence[Finding], paths: Sequence[Path], folder: Path) -> Update:
    """Return the baseline with what is new in it and what is stale out of it; all other entries as they were.

    The findings are those of a run that used the baseline. An entry that has run out is left to people: its finding
    is new until somebody changes its `until`.
    """
    pruned = without_stale(known, findings)
    entries = {entry.fingerprint: entry for entry in pruned.baseline.entries}
    added: dict[str, Entry] = {}
    run_out: list[Finding] = []
    for finding in debt(findings):
        known_by = [entries[each] for each in finding.known_as if each in entries]
        if not known_by:
            added[finding.fingerprint] = entry_of(finding)
        elif all(entry.until is not None for entry in known_by):
            run_out.append(finding)
        else:  # known, but with readings that nobody had accepted yet
            added[known_by[0].fingerprint] = _with_readings(known_by[0], finding)
    kept = [entry for entry in pruned.baseline.entries if entry.fingerprint not in added]
    stands_for = roots(known.paths, paths, folder) if added else known.paths
    baseline = Baseline((*kept, *added.values()), stands_for)
    return Update(baseline, tuple(added.values()), pruned.removed, tuple(run_out))


def without_stale(known: Baseline, findings: Iterable[Finding]) -> Update:
    """Return the baseline without the entries that a run has called stale."""
    stale = {finding.fingerprint for finding in findings if finding.code == STALE}
    kept = tuple(entry for entry in known.entries if entry.fingerprint not in stale)
    removed = tuple(entry for entry in known.entries if entry.fingerprint in stale)
    return Update(replace(known, entries=kept), removed=removed)


def roots(known: Sequence[str], paths: Sequence[Path], folder: Path) -> tuple[str, ...]:
    """Return the paths that a baseline stands for, relative to its folder; what lies in another is left out."""
    real = folder.resolve()
    read = (PurePath(os.path.relpath(path.resolve(), real)).as_posix() for path in paths if str(path) != "-")
    every = {*known, *read}
    inner = {path for path in every for other in every - {path} if (real / path).is_relative_to(real / other)}
    return tuple(sorted(every - inner))


def _with_readings(entry: Entry, finding: Finding) -> Entry:
    also = (readings_of(finding) | set(entry.row.get("also", ()))) - set(entry.row["readings"])
    return replace(entry, row={**entry.row, "also": sorted(also)})
