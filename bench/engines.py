"""Times the cache, the pool and Dask against each other in one run, and how the time grows with the input.

    python bench/engines.py [--mb 10] [--dask] [--rules PACK] [--largest 10]

News is made of the samples in `seeds/`, or of the articles in a folder that is given (`--articles`), with names and
numbers changed, so that no two documents are alike. Every row is a ratio of two times that were taken in turn. `rows()`
returns them for a table of several benchmarks. Below some ten megabytes the start of processes is most of what is seen.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from factcheck.cache import Store
from factcheck.engine import Engine, InProcess
from factcheck.engine.pool import Pool
from factcheck.model import Report
from factcheck.ruleset import Ruleset, load_ruleset
from factcheck.run import Means, run
from factcheck.settings import Settings
from factcheck.values import Bounds, Interval, Ordered
from factcheck.values.interval import common

SEEDS = Path(__file__).parent.parent / "seeds"
SETTINGS = Settings(use_baseline=False, use_facts=False)
_RUNS = 3


class Row(NamedTuple):
    """What was measured, the ratio, the bar that it should reach, and how it was taken."""

    what: str
    ratio: float
    bar: str
    how: str


def make_corpus(folder: Path, megabytes: float, articles: Path | None = None, seed: int = 1) -> int:
    """Write so many megabytes of documents, two articles each, names and numbers changed; return their bytes."""
    texts = [file.read_text(encoding="utf-8") for file in sorted((articles or SEEDS).rglob("*.txt"))]
    chance, written, number = random.Random(seed), 0, 0
    while written < megabytes * 1e6:
        words = " \n\n".join(chance.choice(texts) for _ in range(2)).split(" ")
        changed = (_changed(word, chance) if word[:1].isupper() or word.isdecimal() else word for word in words)
        content = " ".join(changed).encode()
        file = folder / f"{number // 1000:03d}" / f"{number:06d}.txt"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
        written, number = written + len(content), number + 1
    return written


def _changed(word: str, chance: random.Random) -> str:
    if word.isdecimal():
        return str(int(word) + chance.randrange(9)) if len(word) < 9 else word
    return word if chance.random() < 0.5 else word[:2] + chance.choice("aeiou") + word[2:]


def read_and_decode(folder: Path) -> None:
    """Read and decode every file, and no more."""
    for here, _, names in os.walk(folder):
        for name in names:
            Path(here, name).read_bytes().decode("utf-8")


def found(folder: Path, rules: Ruleset, engine: Engine, cache: Path | None = None) -> Report:
    """Run over a folder."""
    with Store(cache) as store:
        return run([folder], SETTINGS, rules, means=Means(engine, store))


def taken(work: Callable[[], object], clock: Callable[[], float] = time.perf_counter) -> float:
    """Return the seconds that something takes."""
    began = clock()
    work()
    return clock() - began


def warm(folder: Path, rules: Ruleset) -> Row:
    """Compare a run over unchanged files with reading and decoding them, in processor time."""
    with tempfile.TemporaryDirectory() as name:
        cache = Path(name, "cache")
        found(folder, rules, InProcess(), cache)
        ratios = [
            taken(lambda: read_and_decode(folder), time.process_time)
            / taken(lambda: found(folder, rules, InProcess(), cache), time.process_time)
            for _ in range(2 * _RUNS)
        ]
    return Row("warm run against reading and decoding", statistics.median(ratios), "≥ 50 %", "processor time")


def two_workers(folder: Path, rules: Ruleset) -> Row:
    """Compare two processes with one."""
    pairs = [
        (taken(lambda: found(folder, rules, InProcess())), taken(lambda: found(folder, rules, Pool(2, least=0))))
        for _ in range(_RUNS)
    ]
    return Row("2 workers against 1", statistics.median(one / two for one, two in pairs), "≥ 1.7", "elapsed time")


def dask(folder: Path, rules: Ruleset) -> Row:
    """Compare Dask with two workers on this machine with the pool."""
    from factcheck.engine.dask import Dask

    with cluster() as address:
        engine = Dask(address)
        found(SEEDS, rules, engine)  # workers import and compile at their first task
        pairs = [
            (taken(lambda: found(folder, rules, Pool(2, least=0))), taken(lambda: found(folder, rules, engine)))
            for _ in range(_RUNS)
        ]
        engine.close()
    return Row("Dask with 2 workers against the pool", statistics.median(a / b for a, b in pairs), "≥ 35 %", "elapsed")


@contextmanager
def cluster() -> Iterator[str]:
    """Start a scheduler and two workers here, and yield the scheduler's address."""
    with tempfile.TemporaryDirectory() as name:
        file = Path(name, "scheduler.json")
        dask = [sys.executable, "-m", "dask"]
        nothing = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "cwd": name}
        options = ["--scheduler-file", str(file)]
        started = [subprocess.Popen([*dask, "scheduler", *options, "--port", "0", "--no-dashboard"], **nothing)]
        try:
            while not file.exists():
                time.sleep(0.1)
            worker = [*dask, "worker", *options, "--nthreads", "1", "--no-nanny", "--no-dashboard"]
            started += [subprocess.Popen(worker, **nothing) for _ in range(2)]
            yield json.loads(file.read_text())["address"]
        finally:
            for each in started:
                each.kill()
                each.wait()


def growth(sizes: Sequence[float], rules: Ruleset, articles: Path | None = None) -> Row:
    """Return the exponent by which the processor time of a run grows with the input."""
    points = []
    for megabytes in sizes:
        with tempfile.TemporaryDirectory() as name:
            size = make_corpus(Path(name), megabytes, articles)
            seconds = taken(lambda: found(Path(name), rules, InProcess()), time.process_time)
            points.append((math.log(size), math.log(seconds)))
    exponent = (points[-1][1] - points[0][1]) / (points[-1][0] - points[0][0])
    return Row(f"growth, {sizes[0]:g} to {sizes[-1]:g} MB", exponent, "≤ 1.05", "exponent of processor time")


def one_fact(count: int = 1_000_000) -> Row:
    """Return the seconds in which a million claims of one fact are seen to contradict one another."""
    chance = random.Random(1)
    values = []
    for _ in range(count):
        low = chance.random() * 1000
        bounds = Interval(low, low + 10)
        values.append(Ordered("number", "x", Bounds(bounds, bounds)))
    seconds = taken(lambda: common(value.bounds.lenient for value in values), time.process_time)
    return Row(f"conflict among {count:,} claims of one fact, seconds", seconds, "≤ 1", "processor time")


def rows(
    megabytes: float, largest: float, rules: Ruleset, articles: Path | None = None, *, with_dask: bool = False
) -> Iterator[Row]:
    """Yield all rows; `largest` is the largest input in megabytes for the growth."""
    with tempfile.TemporaryDirectory() as name:
        make_corpus(Path(name), megabytes, articles)
        yield warm(Path(name), rules)
        yield two_workers(Path(name), rules)
        if with_dask:
            yield dask(Path(name), rules)
    yield growth([largest / 100, largest / 10, largest], rules, articles)
    yield one_fact()


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--mb", type=float, default=10)
    parser.add_argument("--largest", type=float, default=10)
    parser.add_argument("--articles", type=Path)
    parser.add_argument("--rules", type=Path, help="this pack alone")
    parser.add_argument("--dask", action="store_true")
    args = parser.parse_args()
    rules = load_ruleset([args.rules], defaults=False) if args.rules else load_ruleset()
    print("| what | ratio | bar | |\n|---|--:|--:|---|")
    for row in rows(args.mb, args.largest, rules, args.articles, with_dask=args.dask):
        print(f"| {row.what} | {row.ratio:.2f} | {row.bar} | {row.how} |", flush=True)


if __name__ == "__main__":
    main()
