"""The five stages on one page: read, extract, normalise, reconcile; the report is what they found.

The first three are the map step (`map_step.py`): they run file by file, wherever the engine runs them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import compress
from pathlib import Path
from typing import Protocol, TypeVar

from factcheck.cache import NO_STORE, Store
from factcheck.codes import STALE
from factcheck.engine import Engine, InProcess
from factcheck.errors import FactcheckError, Problem, Skipped
from factcheck.extract import with_stated_fields
from factcheck.gate import Gate, Scope, Verdicts, find_baseline, find_verdicts
from factcheck.grammar.language import Language
from factcheck.map_step import Gather
from factcheck.model import SEVERITIES, Claim, Finding, Gathered, Report, Severity
from factcheck.normalise.names import organisation_name, person_name
from factcheck.read import Exclude, Sources
from factcheck.read.tasks import Reopened, Task, tasks
from factcheck.read.walk import shown
from factcheck.reconcile import Habits, declared, reconcile
from factcheck.reconcile.likely.echoes import declared_copies, echo_pairs, with_echoes
from factcheck.remembered import gather, question, recalled, remember
from factcheck.ruleset import Ruleset, load_ruleset
from factcheck.settings import Settings
from factcheck.values import DateReading
from factcheck.version import VERSION

T = TypeVar("T")
_KEEP = 32_000_000  # characters of documents that stay in memory to show their words


class Watch(Protocol):
    """Sees the items of a stage pass: what is done with them, and how many there are if that is known."""

    def __call__(self, items: Iterable[T], what: str, total: int | None, /) -> Iterable[T]:
        """Return the same items."""
        ...


def unwatched(items: Iterable[T], what: str, total: int | None) -> Iterable[T]:  # noqa: ARG001
    """Let the items pass."""
    return items


@dataclass(frozen=True)
class Means:
    """How a run is done, which changes nothing of what it finds: where its steps run, and what earlier runs left."""

    engine: Engine = field(default_factory=InProcess)
    store: Store = NO_STORE


HERE = Means()


def run(
    paths: Sequence[Path],
    settings: Settings,
    ruleset: Ruleset,
    *,
    leave_out: Sequence[Path] = (),
    means: Means = HERE,
    scope: Scope | None = None,
    today: date | None = None,
    watch: Watch = unwatched,
) -> Report:
    """Read documents, and report what they claim and where they contradict one another.

    `scope` narrows the findings to some documents; entries of the baseline hold until `today`; `watch` sees each
    document pass. Raises FactcheckError where there is nothing to read, or where a baseline cannot be used.
    """
    held = find_baseline(settings)
    verdicts = find_verdicts(settings, ruleset)
    gate = Gate(held, settings, today or date.today(), scope or Scope())
    sources = Sources(settings.file.parent if settings.file else None, settings.doc_dates)
    exclude = Exclude(settings.file.parent if settings.file else Path(), settings.exclude)
    found = tuple(watch(tasks(paths, sources, leave_out, exclude, unread=means.engine.afar), "reading", None))
    key = question(paths, settings, ruleset, found, gate, verdicts)
    with closing(Gather(ruleset, settings.columns, _KEEP)) as step:
        texts = Reopened(found, settings.columns, step.kept)
        job = _Job(paths, settings, found, step, means, gate, verdicts, watch)
        report = recalled(means.store, key, job.afresh)
        if report is None:
            report = job.afresh(means.store)
            remember(means.store, key, report, found)
    return replace(report, records=() if verdicts is None else (verdicts.document,), texts=texts)


@dataclass(frozen=True)
class _Job:
    """What has to be done where no earlier run has answered the same."""

    paths: Sequence[Path]
    settings: Settings
    found: Sequence[Task | Problem | Skipped]
    step: Gather
    means: Means
    gate: Gate
    verdicts: Verdicts | None
    watch: Watch

    def afresh(self, store: Store = NO_STORE) -> Report:
        """Return what there is to report; of files that the store knows the claims are taken from there."""
        gathered, ruleset = self._gathered(store)
        problems = tuple(each for each in self.found if isinstance(each, Problem))
        problems += tuple(problem for each in gathered for problem in each.problems)
        documents = tuple(info for each in gathered for info in each.documents)
        if not documents:
            raise FactcheckError(_nothing(self.paths, problems), _what_to_read(self.settings))
        claims = numbered((*(each.claims for each in gathered), () if self.verdicts is None else self.verdicts.claims))
        claims = with_echoes(claims, [marks for each in gathered for marks in each.sentences])
        known = (habits(ruleset.language), declared(*self.settings.subjects.lists), declared_copies(documents))
        reconciled = reconcile(claims, ruleset, *known, self.means.engine.group)
        passed = self.gate.passed(reconciled.findings, documents, self.paths, whole=not problems)
        return Report(
            documents,
            reconciled.claims,
            reconciled.facts,
            tuple(finding for finding in passed.findings if wanted(finding, self.settings)),
            problems,
            VERSION,
            baseline=None if self.gate.held is None else shown(self.gate.held.file),
            silenced=passed.silenced,
            skipped=tuple(each.path for each in self.found if isinstance(each, Skipped)),
            notices=tuple(notice for each in gathered for notice in each.notices),
            linkage=reconciled.linkage,
            standings=reconciled.standings,
            copies=(*reconciled.copies, *echo_pairs(claims)),
            shared=sum(fact.status != "single" for fact in reconciled.facts),
        )

    def _gathered(self, store: Store) -> tuple[list[Gathered], Ruleset]:
        """Return what every file gave, and the rules with those for fields that only tables have."""
        todo = [each for each in self.found if isinstance(each, Task)]
        results = gather(self.step, todo, self.means.engine, store)
        gathered = [as_of(each, self.settings.as_of) for each in self.watch(results, "looking for claims", len(todo))]
        tables = [n for n, each in enumerate(gathered) if each.stated]
        ruleset = with_stated_fields(self.step.ruleset, [gathered[n].stated for n in tables])
        if tables:
            with closing(Gather(ruleset, self.settings.columns)) as step:
                again = gather(step, [todo[n] for n in tables], self.means.engine, store)
                for n, each in zip(tables, self.watch(again, "looking for claims", len(tables)), strict=True):
                    gathered[n] = as_of(each, self.settings.as_of)
        return gathered, ruleset


def load(settings: Settings) -> Ruleset:
    """Return the rules that the settings ask for."""
    return load_ruleset(settings.rules, defaults=settings.default_rules)


def habits(language: Language) -> Habits:
    """Return how names are read by a language."""
    return Habits(
        lambda text: person_name(text, language.names), lambda text: organisation_name(text, language.organisations)
    )


def numbered(of_documents: Iterable[tuple[Claim, ...]]) -> tuple[Claim, ...]:
    """Give claims their ids: c1, c2, … in the order of documents and of the text."""
    claims = (claim for of_document in of_documents for claim in of_document)
    return tuple(replace(claim, id=f"c{n}") for n, claim in enumerate(claims, 1))


def fails(report: Report, fail_on: Iterable[str]) -> bool:
    """Tell whether a build fails: by a new finding of the lowest of the severities or above, or by a stale entry."""
    least = SEVERITIES.index(lowest(fail_on))
    stale = "stale" in fail_on and any(finding.code == STALE for finding in report.findings)
    return stale or any(f.new and SEVERITIES.index(f.severity) >= least for f in report.findings)


def lowest(fail_on: Iterable[str]) -> Severity:
    """Return the severity from which on a new finding fails a build: errors unless said otherwise."""
    return next((severity for severity in SEVERITIES if severity in fail_on), "error")


def wanted(finding: Finding, settings: Settings) -> bool:
    """Tell whether a finding passes --select, --ignore and --severity; a stale entry of the baseline is always told."""
    at_least = SEVERITIES.index(settings.severity)
    loud_enough = finding.code == STALE or SEVERITIES.index(finding.severity) >= at_least
    selected = not settings.select or finding.named(settings.select)
    return loud_enough and selected and not finding.named(settings.ignore)


def as_of(gathered: Gathered, day: date | None) -> Gathered:
    """Leave out the documents that were written after a day, and what they claim; undated ones stay."""
    late = {each.path for each in gathered.documents if day and each.published and _after(each.published, day)}
    if not late:
        return gathered
    kept = [claim.path not in late for claim in gathered.claims]
    return replace(
        gathered,
        documents=tuple(each for each in gathered.documents if each.path not in late),
        claims=tuple(compress(gathered.claims, kept)),
        sentences=tuple(compress(gathered.sentences, kept)),
        stated=gathered.stated if len(late) < len(gathered.documents) else (),
    )


def _after(published: DateReading, day: date) -> bool:
    text = published.notation()
    return text[:4].isdecimal() and text[:10] > day.isoformat()[: len(text[:10])]


def _what_to_read(settings: Settings) -> str:
    hint = "name a folder or a file with documents"
    return hint if not settings.exclude else f"{hint}; {settings.file} excludes {', '.join(settings.exclude)}"


def _nothing(paths: Sequence[Path], problems: Sequence[Problem]) -> str:
    if problems:
        return "nothing could be read: " + "; ".join(f"{p.path}: {p.what}" for p in problems[:5])
    return f"there is nothing to read in {', '.join(map(str, paths)) or 'no paths'}"
