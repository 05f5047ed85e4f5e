"""Times the weighing of votes: claims on numbers, each source right, wrong or copying, with numpy and without it.

    python bench/likely.py [--sizes 10000 100000 1000000] [--write]

A subject has about ten claims; of the thousand sources each is right in a share of its claims that it keeps throughout.
What is timed is everything from ballots (votes as numbers) to the chance of every value: trust of sources, copies, and
all facts. The generator has a seed.
"""

from __future__ import annotations

import argparse
import gc
import platform
import random
import time
from collections.abc import Callable
from pathlib import Path
from unittest.mock import patch

from factcheck.reconcile.likely import plain
from factcheck.reconcile.likely.ballot import Ballot, Seat, Trust, Vote
from factcheck.reconcile.likely.trust import weighed

PAGE = Path(__file__).with_name("README.md")
BEGIN, END = "<!-- votes -->", "<!-- /votes -->"
SIZES = (10_000, 100_000, 1_000_000)
SOURCES, A_SUBJECT, FALSE = 1000, 10, 8


def ballots(claims: int) -> tuple[list[Ballot], list[Seat]]:
    """Return the votes of so many claims."""
    chance = random.Random(7)
    right = [chance.betavariate(6, 2) for _ in range(SOURCES)]
    seats = [Seat(f"source {n:04}", "f", "all") for n in range(SOURCES)]
    made = []
    for _ in range(claims // A_SUBJECT):
        voters = chance.sample(range(SOURCES), A_SUBJECT)
        said = [0 if chance.random() < right[seat] else 1 + int(chance.random() * FALSE) for seat in voters]
        values = sorted(set(said))
        votes = tuple(sorted(Vote(seat, values.index(value), 1) for seat, value in zip(voters, said, strict=True)))
        made.append(Ballot("number", tuple(map(str, values)), votes))
    return made, seats


def decided(made: list[Ballot], seats: list[Seat]) -> Trust:
    """Weigh all votes, as a run does."""
    trust, counted = weighed(made, seats)
    counted.chances(trust)
    return trust


def seconds(work: Callable[[], object]) -> float:
    """Return the least processor time of three runs."""
    times = []
    for _ in range(3):
        gc.collect()
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


def main() -> None:
    """Measure, print, and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    parser.add_argument("--write", action="store_true", help="write the table into the page")
    given = parser.parse_args()
    rows = ["| claims | facts | without numpy, s | with numpy, s | same trust |", "|--:|--:|--:|--:|---|"]
    for size in given.sizes:
        made, seats = ballots(size)
        with_numpy = seconds(lambda: decided(made, seats))  # noqa: B023
        by_numpy = decided(made, seats).rates
        with patch.object(plain, "_WORTH_NUMPY", 10**12):
            without = seconds(lambda: decided(made, seats))  # noqa: B023
            same = all(abs(a.right - b.right) < 1e-6 for a, b in zip(decided(made, seats).rates, by_numpy, strict=True))
        rows.append(f"| {size:,} | {len(made):,} | {without:.2f} | {with_numpy:.2f} | {'yes' if same else 'no'} |")
    text = "\n".join((*rows, "", f"Python {platform.python_version()}, processor time, the best of three runs."))
    print(text)
    if given.write:
        page = PAGE.read_text(encoding="utf-8")
        before, _, rest = page.partition(BEGIN)
        PAGE.write_text(f"{before}{BEGIN}\n{text}\n{END}{rest.partition(END)[2]}", encoding="utf-8")


if __name__ == "__main__":
    main()
