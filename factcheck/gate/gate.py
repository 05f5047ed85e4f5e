"""The gate: findings go through it and come out as new or known, those out of scope left behind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

from factcheck.gate.baseline import covers, marked, stale, stale_finding
from factcheck.gate.baseline_file import Held
from factcheck.gate.scope import Scope
from factcheck.model import Finding


class Gate:
    """Lets findings through: what the baseline holds as known, and only what is in scope."""

    def __init__(self, held: Held | None, today: date, scope: Scope, *, new_sources: bool = False) -> None:
        self._held = held
        self._today = today
        self._scope = scope
        self._new_sources = new_sources

    def passed(self, findings: Sequence[Finding], paths: Sequence[Path], *, whole: bool) -> Iterator[Finding]:
        """Yield the findings in scope, then the entries that are stale.

        Nothing is called stale by a run that did not look at it: one over fewer `paths` than the baseline stands for,
        one that could not read a document (`whole` is false), or one narrowed to some documents.
        """
        if self._held is None:
            yield from self._in_scope(findings)
            return
        known = self._held.baseline
        yield from self._in_scope(marked(findings, known, self._today, new_sources=self._new_sources))
        if whole and self._scope.is_everything and covers(paths, known, self._held.file.parent):
            yield from (stale_finding(entry, self._held.file.name) for entry in stale(findings, known))

    def _in_scope(self, findings: Iterable[Finding]) -> Iterator[Finding]:
        seen = (self._scope.seen(finding) for finding in findings)
        return (finding for finding in seen if finding is not None)
