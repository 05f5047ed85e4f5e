"""Damages caches in every way, and looks whether the answer stays what it is without one.

    python -m tests.cache.corrupted [--caches 10000] [--seed 1] [--processes 2]

Each cache is that of a run over a few documents, damaged as disks, crashes and people do it, one to three times over; a
run over the same documents, or over some of them and a new one, uses it then. Runs go on in copies of this process, a
hundred in each, so that a crash of the database's library is counted and not the end. The exit code is 1 where an
answer differed, or where there was none.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import starmap
from multiprocessing import get_context
from pathlib import Path
from random import Random

from factcheck.cache import Store
from factcheck.cache.store import FILE
from factcheck.pipeline import Means, load, run
from factcheck.report.json import render
from factcheck.report.view import View
from factcheck.ruleset import Ruleset
from factcheck.settings import Settings
from tests.cache.test_store import damage
from tests.faults.stories import A, B, C

LEAST = 4096  # bytes of a file that can be damaged in every way
BATCH = 100  # caches that one process tries
SETTINGS = Settings(use_baseline=False, use_facts=False)


@dataclass(frozen=True)
class Laboratory:
    """A folder with documents, the cache of a run over them, and the rules."""

    folder: Path
    rules: Ruleset

    def answer(self, names: Sequence[str], store: Store | None = None) -> str:
        """Return the report on some of the documents."""
        paths = [self.folder / name for name in names]
        with store or Store(None) as used:
            return render(run(paths, SETTINGS, self.rules, means=Means(store=used)), View())

    def tried(self, seed: int) -> str:
        """Damage a cache, and return what became of the next run."""
        chance = Random(seed)
        with tempfile.TemporaryDirectory() as place:
            file = Path(place, "cache", FILE)
            file.parent.mkdir(mode=0o700)
            file.touch(mode=0o600)
            file.write_bytes((self.folder / FILE).read_bytes())
            for _ in range(chance.randint(1, 3)):
                if file.stat().st_size >= LEAST:
                    damage(file, chance)
            names = chance.choice(ASKED)
            same = self.answer(names, Store(file.parent)) == (self.folder / "-".join(names)).read_text()
            again = self.answer(names, Store(file.parent)) == (self.folder / "-".join(names)).read_text()
        return "the same answer" if same and again else f"ANOTHER ANSWER ({seed})"


ASKED = (("a.txt", "b.txt"), ("a.txt", "c.txt"))


def laboratory(folder: Path) -> Laboratory:
    """Make the documents, a cache that knows of the first two, and the answers without any."""
    for name, said in (("a.txt", A), ("b.txt", B), ("c.txt", C)):
        (folder / name).write_text(said)
    made = Laboratory(folder, load(SETTINGS))
    for names in ASKED:
        (folder / "-".join(names)).write_text(made.answer(names))
    with tempfile.TemporaryDirectory() as place:
        made.answer(ASKED[0], Store(Path(place)))
        (folder / FILE).write_bytes(Path(place, FILE).read_bytes())
    return made


def batch(of: Laboratory, first: int, count: int) -> Counter[str]:
    """Try so many caches in a copy of this process."""
    reads, writes = os.pipe()
    number = os.fork()
    if not number:
        try:
            os.write(writes, "\n".join(of.tried(first + n) for n in range(count)).encode())
        finally:
            os._exit(0)
    os.close(writes)
    with os.fdopen(reads) as told:
        seen = Counter(told.read().split("\n"))
    status = os.waitstatus_to_exitcode(os.waitpid(number, 0)[1])
    return seen if seen.total() == count else Counter({f"NO ANSWER (exit code {status}, from {first} on)": count})


def main() -> None:
    """Damage caches, and count what became of the runs."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--caches", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--processes", type=int, default=2)
    args = parser.parse_args()
    seen: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        made = laboratory(Path(folder))
        made.tried(0)  # whatever is compiled when it is first needed is there for all
        begun = args.seed * 10_000_000
        sizes = [(made, begun + at, min(BATCH, args.caches - at)) for at in range(0, args.caches, BATCH)]
        with get_context("fork").Pool(args.processes) as pool:
            for each in pool.starmap(batch, sizes) if args.processes > 1 else starmap(batch, sizes):
                seen += each
    print(f"{seen['the same answer']} of {args.caches} damaged caches gave the same answer as none")
    print("\n".join(f"  {count} x {what}" for what, count in seen.items() if what != "the same answer"), end="")
    sys.exit(seen["the same answer"] != args.caches)


if __name__ == "__main__":
    main()
