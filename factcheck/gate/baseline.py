"""The baseline: findings that are known and do not fail a build.

It holds no paths of documents, lines or times, so that moved, renamed and reordered documents change nothing in it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from factcheck.codes import STALE
from factcheck.model import Finding
from factcheck.values import Relation

SCHEMA = 1
HEADER = "factcheck"
_UNEQUAL = " \u2260 "


@dataclass(frozen=True, slots=True)
class Entry:
    """A known finding: its identity, and the row that stands in the file."""

    fingerprint: str
    row: Mapping[str, Any]
    until: date | None = None

    @property
    def text(self) -> str:
        """What people see of it: field, subject and the two readings."""
        return f"{self.row['field']} of {self.row['subject']}: {_UNEQUAL.join(self.row['readings'])}"

    def holds(self, today: date) -> bool:
        """Tell whether the entry still hides anything: through the day of `until`."""
        return self.until is None or today <= self.until


@dataclass(frozen=True, slots=True)
class Baseline:
    """What is known, and which paths were read when it was written, relative to its folder."""

    entries: tuple[Entry, ...] = ()
    paths: tuple[str, ...] = ()

    def render(self) -> str:
        """Return the file's text: a header, then the entries' lines in the order of their text."""
        header = {HEADER: {"kind": "baseline", "schema": SCHEMA}, "paths": sorted(self.paths)}
        return "".join(f"{line}\n" for line in (_line(header), *sorted({_line(e.row) for e in self.entries})))


def entry_of(finding: Finding) -> Entry:
    """Return the entry by which a finding is known from now on."""
    pair = [side.reading for side in finding.sides]
    also = readings_of(finding) - set(pair)
    row: dict[str, Any] = {
        "fingerprint": finding.fingerprint,
        "code": finding.code,
        "field": finding.field,
        "subject": finding.subject,
        "readings": sorted(pair),
        **({"also": sorted(also)} if also else {}),
    }
    return Entry(finding.fingerprint, row)


def readings_of(finding: Finding) -> set[str]:
    """Return every reading that stands on a side of the finding."""
    claims = (claim for side in finding.sides for claim in side.own)
    return {side.reading for side in finding.sides} | {claim.value.reading for claim in claims}


def is_debt(finding: Finding) -> bool:
    """Tell whether a finding is one between documents, which a baseline may hold."""
    return bool(finding.sides)


def marked(findings: Iterable[Finding], known: Baseline, today: date, *, new_sources: bool) -> Iterator[Finding]:
    """Yield the findings, those that the baseline holds as not new.

    With `new_sources`, a finding is known only where every reading on its sides was there when it was accepted.
    """
    entries = {entry.fingerprint: entry for entry in known.entries if entry.holds(today)}
    for finding in findings:
        found = [entries[each] for each in finding.known_as if each in entries]
        if new_sources:
            said = readings_of(finding)
            found = [entry for entry in found if said <= {*entry.row["readings"], *entry.row.get("also", ())}]
        yield replace(finding, new=False) if found and is_debt(finding) else finding


def stale(findings: Iterable[Finding], known: Baseline) -> list[Entry]:
    """Return the entries that no finding needs any more."""
    needed = {each for finding in findings for each in finding.known_as}
    return [entry for entry in known.entries if entry.fingerprint not in needed]


def stale_finding(entry: Entry, file: str) -> Finding:
    """Return the note that an entry is stale; it fails no build by itself."""
    return Finding(
        fingerprint=entry.fingerprint,
        code=STALE,
        field=entry.row["field"],
        subject=entry.row["subject"],
        status=Relation.INCOMPLETE,
        severity="note",
        sides=(),
        message=f"stale baseline entry: {_UNEQUAL.join(entry.row['readings'])}",
        why=f"there is no such finding any more; `factcheck baseline prune` takes it out of {file}",
        new=False,
    )


def covers(read: Sequence[Path], wanted: Sequence[Path]) -> bool:
    """Tell whether a run over some paths reads all of others."""
    roots = [path.resolve() for path in read]
    return all(any(path.resolve().is_relative_to(root) for root in roots) for path in wanted)


def _line(row: Mapping[str, Any]) -> str:
    return json.dumps(row, ensure_ascii=False, sort_keys=True)
