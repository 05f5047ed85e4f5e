"""The five stages on one page: read, extract, normalise, reconcile; the report is what they found."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Protocol, TypeVar

from factcheck.codes import STALE
from factcheck.engine import Engine, InProcess, Patient
from factcheck.errors import FactcheckError, Problem, Skipped
from factcheck.extract import Extractor, with_stated_fields
from factcheck.gate import Gate, Scope, find_baseline, find_verdicts
from factcheck.grammar.language import Language
from factcheck.model import SEVERITIES, Claim, Document, Finding, Report, Severity
from factcheck.normalise import Normaliser, unread
from factcheck.normalise.names import organisation_name, person_name
from factcheck.read import DatesInText, Exclude, Sources, read
from factcheck.read.walk import shown
from factcheck.reconcile import Habits, declared, reconcile
from factcheck.reconcile.likely.echoes import declared_copies, echo_pairs, with_echoes
from factcheck.ruleset import Ruleset, load_ruleset
from factcheck.settings import Settings
from factcheck.values import DateReading
from factcheck.version import VERSION

T = TypeVar("T")


class Watch(Protocol):
    """Sees the items of a stage pass: what is done with them, and how many there are if that is known."""

    def __call__(self, items: Iterable[T], what: str, total: int | None, /) -> Iterable[T]:
        """Return the same items."""
        ...


def unwatched(items: Iterable[T], what: str, total: int | None) -> Iterable[T]:  # noqa: ARG001
    """Let the items pass."""
    return items


def run(
    paths: Sequence[Path],
    settings: Settings,
    ruleset: Ruleset,
    *,
    leave_out: Sequence[Path] = (),
    engine: Engine | None = None,
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
    read_results = list(watch(read(paths, sources, leave_out, settings.columns, exclude), "reading", None))
    dates = DatesInText(ruleset.language)
    documents = as_of([dates.dated(each) for each in read_results if isinstance(each, Document)], settings.as_of)
    problems = [each for each in read_results if isinstance(each, Problem)]
    skipped = tuple(each.path for each in read_results if isinstance(each, Skipped))
    if not documents:
        raise FactcheckError(_nothing(paths, problems), _what_to_read(settings))
    ruleset = with_stated_fields(ruleset, documents)
    settled = verdicts.claims if verdicts is not None else ()
    of_documents = (engine or InProcess()).map(Patient(ClaimsOf(ruleset)), documents)
    found = list(watch(of_documents, "looking for claims", len(documents)))
    problems += [each for each in found if isinstance(each, Problem)]
    claims = with_echoes(numbered(each for each in (*found, settled) if not isinstance(each, Problem)), documents)
    known = (habits(ruleset.language), declared(*settings.subjects.lists))
    reconciled = reconcile(claims, ruleset, *known, declared_copies(documents))
    passed = gate.passed(reconciled.findings, documents, paths, whole=not problems)
    findings = tuple(finding for finding in passed.findings if wanted(finding, settings))
    return Report(
        tuple(documents),
        reconciled.claims,
        reconciled.facts,
        findings,
        tuple(problems),
        VERSION,
        baseline=None if held is None else shown(held.file),
        silenced=passed.silenced,
        skipped=skipped,
        notices=unread(documents, claims, ruleset),
        records=() if verdicts is None else (verdicts.document,),
        linkage=reconciled.linkage,
        standings=reconciled.standings,
        copies=(*reconciled.copies, *echo_pairs(claims)),
    )


def load(settings: Settings) -> Ruleset:
    """Return the rules that the settings ask for."""
    return load_ruleset(settings.rules, defaults=settings.default_rules)


def habits(language: Language) -> Habits:
    """Return how names are read by a language."""
    return Habits(
        lambda text: person_name(text, language.names), lambda text: organisation_name(text, language.organisations)
    )


class ClaimsOf:
    """The map step: a document becomes its claims. Picklable; patterns are compiled where it runs."""

    def __init__(self, ruleset: Ruleset) -> None:
        self.ruleset = ruleset
        self._stages: tuple[Extractor, Normaliser] | None = None

    def __call__(self, document: Document) -> tuple[Claim, ...]:
        """Return the claims of one document."""
        if self._stages is None:
            self._stages = (Extractor(self.ruleset), Normaliser(self.ruleset.language))
        extractor, normaliser = self._stages
        return normaliser.claims(document, extractor.mentions(document))

    def __getstate__(self) -> Ruleset:
        return self.ruleset

    def __setstate__(self, ruleset: Ruleset) -> None:
        self.__init__(ruleset)  # type: ignore[misc]


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


def as_of(documents: list[Document], day: date | None) -> list[Document]:
    """Leave out the documents that were written after a day; undated ones stay."""
    if day is None:
        return documents
    return [each for each in documents if each.published is None or not _after(each.published, day)]


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
