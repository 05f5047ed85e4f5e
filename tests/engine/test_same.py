"""What is found does not depend on where and how it was found: claims and findings are the same to the byte."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.cache import Store
from factcheck.engine import InProcess
from factcheck.engine.pool import Pool
from factcheck.report.json import render
from factcheck.report.terminal import render as render_text
from factcheck.report.view import View
from factcheck.run import Means, load, run
from factcheck.settings import Settings
from tests.conftest import FOLDERS

SETTINGS = Settings(use_baseline=False, use_facts=False)
RULESET = load(SETTINGS)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.parent.name)
def test_one_process_several_and_a_cache_find_the_same(folder: Path, tmp_path: Path) -> None:
    table = tmp_path / "claims.csv"
    table.write_text("source,subject,field,value\nx,Bridge,height,12\ny,Bridge,height,15\n")
    ways = [
        Means(InProcess()),
        Means(Pool(2, least=0)),
        Means(Pool(2, least=0), Store(tmp_path / "cache")),
        Means(InProcess(), Store(tmp_path / "cache")),
    ]
    found = set()
    for means in ways:
        with means.store:
            report = run([folder, table], SETTINGS, RULESET, means=means)
            found.add(render(report, View(all_facts=True)) + render_text(report, View()))
    assert len(found) == 1
