"""The five stages on one page: read, extract, normalise, reconcile; the report is what they found.

The first three are the map step (`map_step.py`): they run file by file, wherever the engine runs them. What need not
be done at all, `run.py` tells.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date
from itertools import compress
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.cache import Store
from factcheck.codes import STALE
from factcheck.engine import Engine
from factcheck.errors import FactcheckError, Problem, Skipped
from factcheck.extract import with_stated_fields
from factcheck.gate import Gate
from factcheck.gathering import gather
from factcheck.grammar.language import Language
from factcheck.map_step import Gather
from factcheck.model import SEVERITIES, Claim, Document, Finding, Gathered, Report
from factcheck.normalise.names import organisation_name, person_name
from factcheck.read.tasks import Task
from factcheck.read.walk import shown
from factcheck.reconcile import Habits, reconcile
from factcheck.reconcile.declared import declared
from factcheck.reconcile.likely.echoes import declared_copies, echo_pairs, with_echoes
from factcheck.ruleset import Ruleset
from factcheck.settings import Settings
from factcheck.values import DateReading
from factcheck.version import VERSION
from factcheck.watch import Watch

if TYPE_CHECKING:
    from factcheck.gate.verdicts import Verdicts

_KEEP = 32_000_000  # characters of documents that stay in memory to show their words


@dataclass(frozen=True)
class Pipeline:
    """What was found to be read, and what is needed to make a report of it.

    Files that the store knows are not read again; documents are `kept` that their words can be shown.
    """

    paths: Sequence[Path]
    settings: Settings
    found: Sequence[Task | Problem | Skipped]
    engine: Engine
    store: Store
    gate: Gate
    verdicts: Verdicts | None
    watch: Watch
    kept: dict[str, Document]

    def report(self, ruleset: Ruleset) -> Report:
        """Return what there is to report; raises FactcheckError where there is nothing to read."""
        gathered, ruleset = self._gathered(ruleset)
        problems = tuple(each for each in self.found if isinstance(each, Problem))
        problems += tuple(problem for each in gathered for problem in each.problems)
        documents = tuple(info for each in gathered for info in each.documents)
        if not documents:
            raise FactcheckError(_nothing(self.paths, problems), _what_to_read(self.settings))
        claims = numbered((*(each.claims for each in gathered), () if self.verdicts is None else self.verdicts.claims))
        claims = with_echoes(claims, [marks for each in gathered for marks in each.sentences])
        known = (habits(ruleset.language), declared(*self.settings.subjects.lists), declared_copies(documents))
        reconciled = reconcile(claims, ruleset, *known, self.engine.group)
        passed = self.gate.passed(reconciled.findings, documents, self.paths, whole=not problems)
        findings = tuple(finding for finding in passed.findings if wanted(finding, self.settings))
        fields = {finding.field for finding in (*findings, *passed.silenced)}
        return Report(
            documents,
            reconciled.claims,
            reconciled.facts,
            findings,
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
            because={field: why for field, why in ruleset.because.items() if field in fields},
        )

    def _gathered(self, ruleset: Ruleset) -> tuple[list[Gathered], Ruleset]:
        """Return what every file gave, and the rules with those for fields that only tables have."""
        todo = [each for each in self.found if isinstance(each, Task)]
        results = self._claims(ruleset, todo)
        gathered = [as_of(each, self.settings.as_of) for each in self.watch(results, "looking for claims", len(todo))]
        tables = [n for n, each in enumerate(gathered) if each.stated]
        ruleset = with_stated_fields(ruleset, [gathered[n].stated for n in tables])
        if tables:
            again = self._claims(ruleset, [todo[n] for n in tables])
            for n, each in zip(tables, self.watch(again, "looking for claims", len(tables)), strict=True):
                gathered[n] = as_of(each, self.settings.as_of)
        return gathered, ruleset

    def _claims(self, ruleset: Ruleset, todo: Sequence[Task]) -> Iterator[Gathered]:
        with closing(Gather(ruleset, self.settings.columns, self.kept, _KEEP)) as step:
            yield from gather(step, todo, self.engine, self.store)


def habits(language: Language) -> Habits:
    """Return how names are read by a language."""
    return Habits(
        lambda text: person_name(text, language.names), lambda text: organisation_name(text, language.organisations)
    )


def numbered(of_documents: Iterable[tuple[Claim, ...]]) -> tuple[Claim, ...]:
    """Give claims their ids: c1, c2, … in the order of documents and of the text."""
    claims = (claim for of_document in of_documents for claim in of_document)
    return tuple(replace(claim, id=f"c{n}") for n, claim in enumerate(claims, 1))


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
