"""A cluster gives what one process gives: a real scheduler and two workers, one of which is killed in the middle."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck.errors import FactcheckError
from factcheck.report.json import render
from factcheck.report.view import View
from factcheck.run import Means, load, run
from factcheck.settings import Settings
from tests.conftest import SEEDS
from tests.engine.steps import Item, Step, double

pytest.importorskip("distributed")
from factcheck.engine.dask import Dask

pytestmark = pytest.mark.xdist_group("dask")
_PATIENCE = 120  # seconds for processes to start on a busy machine


class Cluster:
    """A scheduler and its workers, each a process of its own."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._file = folder, folder / "scheduler.json"
        self._env = os.environ | {
            "PYTHONPATH": os.pathsep.join(filter(None, sys.path)),
            "DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "1",
        }
        self.scheduler = self._start("scheduler", "--port", "0", "--dashboard-address", ":0", "--host", "127.0.0.1")
        began = time.monotonic()
        while not self._written() and time.monotonic() - began < _PATIENCE:
            time.sleep(0.1)
        self.address = json.loads(self._file.read_text())["address"]
        self.workers = [self.worker(), self.worker()]

    def _written(self) -> bool:
        """Tell whether the scheduler has said where it is: its file is there a moment before what it says."""
        return self._file.exists() and self._file.read_text().endswith("}")

    def worker(self) -> subprocess.Popen[bytes]:
        return self._start("worker", "--nthreads", "1", "--no-nanny", "--no-dashboard")

    def close(self) -> None:
        for each in (*self.workers, self.scheduler):
            each.kill()
            each.wait()

    def _start(self, what: str, *options: str) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "dask", what, "--scheduler-file", str(self._file), *options]
        return subprocess.Popen(
            command, cwd=self._folder, env=self._env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    made = Cluster(tmp_path_factory.mktemp("dask"))
    yield made
    made.close()


@pytest.fixture
def engine(cluster: Cluster) -> Iterator[Dask]:
    made = Dask(cluster.address)
    yield made
    made.close()


def test_results_come_in_the_order_of_the_items(engine: Dask) -> None:
    items = [Item(f"n{n}", size=n * 997 % 50_000) for n in range(300)]
    assert list(engine.map(Step(), items)) == [item.name for item in items]
    assert list(engine.group(double, [(str(n), n) for n in range(1200)])) == [(str(n), 2 * n) for n in range(1200)]
    assert engine.dashboard.startswith("http://")


def test_a_run_finds_what_it_finds_here(engine: Dask) -> None:
    settings = Settings(use_baseline=False, use_facts=False)
    rules = load(settings)
    there = run([SEEDS], settings, rules, means=Means(engine))
    assert render(there, View()) == render(run([SEEDS], settings, rules), View())


def test_what_a_step_raises_is_raised_here(engine: Dask) -> None:
    with pytest.raises(FactcheckError, match="b is wrong"):
        list(engine.map(Step(), [Item("a"), Item("b", "fail")]))


def test_a_worker_that_is_lost_costs_a_retry_and_no_result(engine: Dask, cluster: Cluster) -> None:
    items = [Item(f"n{n}", "nap", size=250_000) for n in range(30)]
    results = engine.map(Step(), items)
    found = [next(results) for _ in range(5)]
    cluster.workers[0].kill()
    cluster.workers[0].wait()
    found += list(results)
    assert found == [item.name for item in items]
    cluster.workers[0] = cluster.worker()


def test_an_item_that_ends_every_worker_is_named_at_last(engine: Dask, cluster: Cluster) -> None:
    cluster.workers += [cluster.worker() for _ in range(3)]
    items = [*(Item(f"n{n}", size=250_000) for n in range(3)), Item("bad", "die", 250_000), Item("last")]
    found = list(engine.map(Step(), items))
    assert found == ["n0", "n1", "n2", "bad: crashed the worker that looked through it, several times", "last"]


def test_a_scheduler_that_is_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factcheck.engine.dask._PATIENCE", 1)
    with pytest.raises(FactcheckError, match="no Dask scheduler can be reached there") as raised:
        Dask("tcp://127.0.0.1:1")
    assert "dask scheduler" in raised.value.hint


def test_without_the_extra_the_command_that_helps_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(FactcheckError) as raised:
        Dask("tcp://127.0.0.1:1")
    assert raised.value.hint == "pip install 'factcheck-cli[dask]'"
