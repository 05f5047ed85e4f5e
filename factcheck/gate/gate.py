"""The gate: findings go through it and come out as new or known, those out of scope or silenced left behind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from factcheck.gate.baseline import covers, marked, stale, stale_finding
from factcheck.gate.baseline_file import Held
from factcheck.gate.hidden import hidden_characters
from factcheck.gate.scope import Scope
from factcheck.gate.silence import Silence
from factcheck.model import DocumentInfo, Finding
from factcheck.settings import Settings


@dataclass(frozen=True, slots=True)
class Passed:
    """What came through, and what suppressions held back."""

    findings: tuple[Finding, ...]
    silenced: tuple[Finding, ...]


class Gate:
    """Lets findings through: nothing silenced or out of scope, and as known what the baseline holds."""

    def __init__(self, held: Held | None, settings: Settings, today: date, scope: Scope) -> None:
        self.held = held
        self._settings = settings
        self._today = today
        self._scope = scope

    @property
    def known_by(self) -> str:
        """All that tells it from another gate but the settings: the baseline, the day if that matters, the scope."""
        held = None if self.held is None else (str(self.held.file), str(self._today), self.held.baseline)
        documents = self._scope.documents
        return repr((held, None if documents is None else sorted(map(str, documents))))

    def passed(
        self, findings: Sequence[Finding], documents: Sequence[DocumentInfo], paths: Sequence[Path], *, whole: bool
    ) -> Passed:
        """Return the findings in scope and what is hidden, then suppressions of no use, then entries that are stale.

        Neither of the last two is said by a run that did not look at everything: one over fewer `paths` than the
        settings name or the baseline stands for, or one that could not read a document (`whole` is false).
        """
        silence = Silence(documents, self._settings)
        heard: list[Finding] = []
        silenced: list[Finding] = []
        for finding in (*findings, *hidden_characters(documents)):
            (silenced if silence.over(finding) else heard).append(finding)
        whole = whole and covers(paths, self._settings.paths)
        told = [*self._in_scope(self._marked(heard))]
        if whole and len(documents) > 1:
            told += self._in_scope(silence.unused())
        if whole and self.held is not None and self._scope.is_everything and covers(paths, self.held.stands_for):
            told += [stale_finding(e, self.held.file.name) for e in stale(heard, self.held.baseline)]
        return Passed(tuple(told), tuple(silenced))

    def _marked(self, findings: Iterable[Finding]) -> Iterable[Finding]:
        if self.held is None:
            return findings
        return marked(findings, self.held.baseline, self._today, new_sources=self._settings.new_sources)

    def _in_scope(self, findings: Iterable[Finding]) -> Iterator[Finding]:
        seen = (self._scope.seen(finding) for finding in findings)
        return (finding for finding in seen if finding is not None)
