"""A run: what was asked before is told again, everything else goes through the stages (`pipeline.py`).

Neither rules are read nor stages imported where an earlier run has answered the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.cache import NO_STORE, Store
from factcheck.codes import STALE
from factcheck.engine import Engine, InProcess
from factcheck.gate import Gate, Scope, find_baseline, find_verdicts
from factcheck.model import SEVERITIES, Document, Report, Severity
from factcheck.read import Exclude, Sources
from factcheck.read.tasks import Reopened, tasks
from factcheck.remembered import question, recalled, remember
from factcheck.ruleset.asked import AskedRules
from factcheck.settings import Settings
from factcheck.watch import Watch, unwatched

if TYPE_CHECKING:
    from factcheck.ruleset import Ruleset


@dataclass(frozen=True)
class Means:
    """How a run is done, which changes nothing of what it finds: where its steps run, and what earlier runs left."""

    engine: Engine = field(default_factory=InProcess)
    store: Store = NO_STORE


HERE = Means()


def asked(settings: Settings) -> AskedRules:
    """Return the rules that the settings ask for, which are read when they are needed."""
    return AskedRules(settings.rules, defaults=settings.default_rules)


def load(settings: Settings) -> Ruleset:
    """Read the rules that the settings ask for; raises FileError and FactcheckError."""
    return asked(settings).loaded()


def run(
    paths: Sequence[Path],
    settings: Settings,
    rules: Ruleset | AskedRules,
    *,
    leave_out: Sequence[Path] = (),
    means: Means = HERE,
    scope: Scope | None = None,
    today: date | None = None,
    watch: Watch = unwatched,
) -> Report:
    """Read documents, and report what they claim and where they contradict one another.

    `scope` narrows the findings to some documents; entries of the baseline hold until `today`; `watch` sees each
    document pass. Raises FactcheckError where there is nothing to read, where a baseline cannot be used, or where
    the rules are faulty.
    """
    held = find_baseline(settings)
    verdicts = find_verdicts(settings, rules)
    gate = Gate(held, settings, today or date.today(), scope or Scope())
    sources = Sources(settings.file.parent if settings.file else None, settings.doc_dates)
    exclude = Exclude(settings.file.parent if settings.file else Path(), settings.exclude)
    found = tuple(watch(tasks(paths, sources, leave_out, exclude, unread=means.engine.afar), "reading", None))
    key = question(paths, settings, rules.digest, found, gate, verdicts)
    kept: dict[str, Document] = {}

    def afresh(store: Store = NO_STORE) -> Report:
        from factcheck.pipeline import Pipeline

        return Pipeline(paths, settings, found, means.engine, store, gate, verdicts, watch, kept).report(rules.loaded())

    report = recalled(means.store, key, afresh)
    if report is None:
        report = afresh(means.store)
        if rules.loaded().digest == rules.digest:
            remember(means.store, key, report, found)
    texts = Reopened(found, settings.columns, kept)
    return replace(report, records=() if verdicts is None else (verdicts.document,), texts=texts)


def fails(report: Report, fail_on: Iterable[str]) -> bool:
    """Tell whether a build fails: by a new finding of the lowest of the severities or above, or by a stale entry."""
    least = SEVERITIES.index(lowest(fail_on))
    stale = "stale" in fail_on and any(finding.code == STALE for finding in report.findings)
    return stale or any(f.new and SEVERITIES.index(f.severity) >= least for f in report.findings)


def lowest(fail_on: Iterable[str]) -> Severity:
    """Return the severity from which on a new finding fails a build: errors unless said otherwise."""
    return next((severity for severity in SEVERITIES if severity in fail_on), "error")
