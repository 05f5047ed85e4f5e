"""A run with a cache finds what a run without one finds, to the byte; and is asked nothing that has not changed."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from factcheck.cache.reports import _Fact
from factcheck.cache.store import FILE, Store
from factcheck.engine import InProcess
from factcheck.model import Fact
from factcheck.report.formats import FORMATS, render
from factcheck.report.view import View
from factcheck.run import Means, load, run
from factcheck.settings import Settings
from tests.cache.test_store import damage
from tests.conftest import SEEDS

SETTINGS = Settings(use_baseline=False, use_facts=False)
RULESET = load(SETTINGS)
PAGES = {
    "a.txt": "The Long Wait\nDirector: Ann Lee\nRunning time: 91 minutes\nIt was released in 2011.\n",
    "b.txt": "The Long Wait\nDirector: Bob Marsh\nRunning time: 120 minutes\nIt was released in 2012.\n",
    "claims.csv": "source,subject,field,value\nx,Bridge,height,12\ny,Bridge,height,15\n",
}


class Counting(InProcess):
    """Tells which files the map step was asked about."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def map(self, step: Any, items: Any) -> Iterator[Any]:
        for item in items:
            self.asked.append(item.file.path.name)
            yield step(item)


class Runs:
    """Runs over one folder with one cache."""

    def __init__(self, folder: Path) -> None:
        self.pages, self.cache = folder / "pages", folder / "cache"
        self.pages.mkdir()
        self.settings, self.rules = SETTINGS, RULESET
        for name, text in PAGES.items():
            (self.pages / name).write_text(text)

    def asked(self, format: str = "json") -> list[str]:
        """Return the files that were looked through; what was found must be what is found without a cache."""
        engine = Counting()
        with Store(self.cache) as store:
            found = render(format, run([self.pages], self.settings, self.rules, means=Means(engine, store)), View())
        assert found == render(format, run([self.pages], self.settings, self.rules), View())
        return engine.asked


@pytest.fixture
def runs(tmp_path: Path) -> Runs:
    return Runs(tmp_path)


ALL = ["a.txt", "b.txt", "claims.csv", "claims.csv"]  # a table whose fields nobody knows is looked at twice


def test_what_has_not_changed_is_not_looked_through_again(runs: Runs) -> None:
    assert runs.asked() == ALL
    assert runs.asked() == []
    (runs.pages / "b.txt").write_text(PAGES["b.txt"].replace("120", "130"))
    assert runs.asked() == ["b.txt"]
    (runs.pages / "b.txt").write_text(PAGES["b.txt"])
    assert runs.asked() == []


@pytest.mark.parametrize("format", sorted(FORMATS))
def test_every_format_is_the_same_with_a_warm_cache(tmp_path: Path, format: str) -> None:
    with Store(tmp_path) as store:
        found = [run([SEEDS], SETTINGS, RULESET, means=Means(store=store)) for _ in range(2)]
    cold, warm = (render(format, each, View(all_facts=True, matrix=format == "text")) for each in found)
    assert (
        cold == warm == render(format, run([SEEDS], SETTINGS, RULESET), View(all_facts=True, matrix=format == "text"))
    )
    assert found[0] == found[1]


def test_what_is_said_of_a_document_elsewhere_counts(runs: Runs) -> None:
    assert runs.asked() == ALL
    (runs.pages / "sources.yaml").write_text("sources:\n  a.txt: {published: 2011-05}\n")
    assert runs.asked() == ["a.txt"]
    runs.settings = SETTINGS.model_copy(update={"doc_dates": {str(runs.pages / "b.txt"): "2012"}})
    assert runs.asked() == ["b.txt"]


def test_settings_and_rules_count(runs: Runs, tmp_path: Path) -> None:
    assert runs.asked() == ALL
    runs.settings = SETTINGS.model_copy(update={"severity": "error"})
    assert runs.asked() == []  # the files are known all the same
    pack = tmp_path / "pack.yaml"
    pack.write_text((Path(__file__).parents[2] / "rules" / "film.yaml").read_text())
    runs.settings = SETTINGS.model_copy(update={"rules": (pack,)})
    runs.rules = load(runs.settings)
    assert runs.asked() == ALL


def test_a_document_that_cannot_be_read_is_tried_again(runs: Runs) -> None:
    (runs.pages / "c.docx").write_bytes(b"PK\x03\x04 no archive")
    assert runs.asked() == ["a.txt", "b.txt", "c.docx", "claims.csv", "claims.csv"]
    assert runs.asked() == ["c.docx"]


def test_a_renamed_document_is_told_by_its_new_name(runs: Runs) -> None:
    runs.asked()
    (runs.pages / "b.txt").rename(runs.pages / "d.txt")
    assert "b.txt" not in runs.asked()


@pytest.mark.parametrize("seed", range(12))
def test_a_damaged_cache_changes_nothing(runs: Runs, seed: int) -> None:
    runs.asked()
    damage(runs.cache / FILE, random.Random(seed))
    runs.asked("text")


def test_a_stored_fact_has_all_that_a_fact_has() -> None:
    assert _Fact.__slots__ == Fact.__slots__
