"""Random edits: 200 that touch no claim change nothing, 100 that change a value are each reported."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest

from factcheck.gate.baseline_file import read_baseline
from factcheck.gate.upkeep import created, updated
from factcheck.model import Report
from factcheck.run import Means, load, run
from factcheck.settings import Settings
from tests.gate.edits import NEUTRAL, Folder, changed, contested

SEEDS = Path(__file__).parents[2] / "seeds"
RULESET = load(Settings())
RESTARTS = 20  # edits after which the documents are as they were


class Warm:
    """An engine that keeps the map step, with its compiled patterns, from run to run."""

    afar = False

    def __init__(self) -> None:
        self._step: Callable[..., Any] | None = None

    def map(self, step: Callable[..., Any], items: Iterable[Any]) -> Iterator[Any]:
        self._step = self._step or step
        return map(self._step, items)

    def group(self, judge: Callable[..., Any], groups: Iterable[Any]) -> Iterator[Any]:
        return map(judge, groups)


class Gate:
    """The sample documents under a baseline."""

    def __init__(self, folder: Path) -> None:
        self.engine = Warm()
        self.file = folder / "factcheck-baseline.jsonl"
        self.documents = Folder(folder / "seeds")
        self.restore()
        found = run([self.documents.path], Settings(use_baseline=False), RULESET)
        self.file.write_text(created(found.findings, [self.documents.path], folder).render())

    def restore(self) -> None:
        if self.documents.path.exists():
            shutil.rmtree(self.documents.path)
        shutil.copytree(SEEDS, self.documents.path)

    def run(self) -> Report:
        return run([self.documents.path], Settings(baseline=self.file), RULESET, means=Means(self.engine))


@pytest.fixture(scope="module")
def gate(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Gate]:
    yield Gate(tmp_path_factory.mktemp("gate"))


def test_edits_that_touch_no_claim_change_nothing(gate: Gate) -> None:
    random = Random(1)
    known = {finding.id for finding in gate.run().findings}
    for number in range(200):
        if number % RESTARTS == 0:
            gate.restore()
        edit = random.choice(NEUTRAL)
        page = random.choice(gate.documents.pages)
        edit(gate.documents, page, random)
        findings = gate.run().findings
        told = f"edit {number}: {edit.__name__} of {page.name}"
        assert [f.message for f in findings if f.new or not f.sides] == [], told
        assert len(findings) == len(known), told
        update = updated(read_baseline(gate.file), findings, [gate.documents.path], gate.file.parent)
        assert (update.added, update.removed) == ((), ()), told


def test_edits_that_change_a_value_are_reported(gate: Gate) -> None:
    random = Random(2)
    gate.restore()
    claims = contested(gate.run())
    assert len(claims) > 20
    for number in range(100):
        claim = random.choice(claims)
        assert claim.span is not None
        page = Path(claim.span.path)
        text = gate.documents.read(page)
        gate.documents.write(page, text[: claim.span.start] + (changed(claim) or "") + text[claim.span.end :])
        new = {finding.field for finding in gate.run().findings if finding.new}
        assert claim.field in new, f"edit {number}: {claim.span}: {claim.span.quote!r} to {changed(claim)!r}"
        gate.documents.write(page, text)
    assert not [finding for finding in gate.run().findings if finding.new]
