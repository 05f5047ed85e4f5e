"""Reads random and mutated strings in search of one that raises an exception or breaks a law of what is read.

    python -m bench.fuzz.search [--strings 1000000] [--seed 0] [--processes 2]

Strings are the examples of the rules and of the language, bent up to six times, or values put together from words of
the language, or random Unicode; some hold two of these with a line break between them, which are compared. The same
seed makes the same strings, whatever the number of processes. Every kind of fault is shown once, by the shortest
string that shows it; the exit code is 1 if there was any.
"""

from __future__ import annotations

import argparse
import sys
import time
import traceback
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from random import Random

from bench.fuzz.laws import BrokenLawError, Checker
from bench.fuzz.strings import any_string, stock
from factcheck.ruleset import load_language

SLICE = 5_000  # strings that one process reads before it takes the next ones


@dataclass(slots=True)
class Outcome:
    """What became of strings: the shortest string of every kind of fault, and the one that took longest."""

    strings: int = 0
    values: int = 0
    slowest: tuple[float, str] = (0, "")
    faults: dict[str, str] = field(default_factory=dict)

    def add_fault(self, kind: str, text: str) -> None:
        """Keep a failing string unless a shorter one is known."""
        self.faults[kind] = min(self.faults.get(kind, text), text, key=len)

    def add(self, other: Outcome) -> None:
        """Add what became of other strings."""
        self.strings += other.strings
        self.values += other.values
        self.slowest = max(self.slowest, other.slowest)
        for kind, text in other.faults.items():
            self.add_fault(kind, text)


def kind_of(error: Exception) -> str:
    """Name a fault by its law, or by the exception and the function that raised it."""
    if isinstance(error, BrokenLawError):
        return str(error)
    frame = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__} in {Path(frame.filename).name}, {frame.name}"


def failure(checker: Checker, text: str) -> Exception | None:
    """Return what reading a string raises."""
    try:
        checker.check(text)
    except Exception as error:
        return error
    return None


def read_slice(seed: int, number: int, strings: int) -> Outcome:
    """Make and read one slice of the strings; a slice is the same in whatever process."""
    rng, of, checker = Random(f"{seed} {number}"), stock(), Checker(load_language())
    outcome = Outcome()
    for _ in range(strings):
        text = any_string(rng, of)
        start = time.perf_counter()
        outcome.strings += 1
        try:
            outcome.values += checker.check(text)
        except Exception as error:
            outcome.add_fault(kind_of(error), text)
        outcome.slowest = max(outcome.slowest, (time.perf_counter() - start, text))
    return outcome


def fuzz(strings: int, seed: int, processes: int = 1) -> Outcome:
    """Read this many strings, and reduce those that failed."""
    sizes = [min(SLICE, strings - start) for start in range(0, strings, SLICE)]
    work = partial(read_slice, seed)
    outcome = Outcome()
    if processes == 1:
        for each in map(work, range(len(sizes)), sizes):
            outcome.add(each)
    else:
        with ProcessPoolExecutor(processes) as pool:
            for each in pool.map(work, range(len(sizes)), sizes):
                outcome.add(each)
    checker = Checker(load_language())
    outcome.faults = {kind: reduced(checker, kind, text) for kind, text in sorted(outcome.faults.items())}
    return outcome


def reduced(checker: Checker, kind: str, text: str) -> str:
    """Leave out of a failing string what can go without its failing otherwise: halves, quarters, … characters."""
    size = max(1, len(text) // 2)
    while size:
        at, before = 0, len(text)
        while at < len(text):
            shorter = text[:at] + text[at + size :]
            error = failure(checker, shorter)
            if error is not None and kind_of(error) == kind:
                text = shorter
            else:
                at += size
        if len(text) == before:
            size //= 2
    return text


def shown(outcome: Outcome, seconds: float) -> str:
    """Return the outcome for people; strings are escaped, for they may hold anything."""
    checker = Checker(load_language())
    taken, slowest = outcome.slowest
    lines = [
        f"{outcome.strings} strings, {outcome.values} values, {len(outcome.faults)} kinds of fault, {seconds:.0f} s; "
        f"the slowest took {taken * 1000:.0f} ms: {ascii(slowest)[:200]}"
    ]
    for kind, text in outcome.faults.items():
        lines.append(f"\n{kind}\n  {text!a}")
        error = failure(checker, text)
        if error is not None:
            last = traceback.format_exception(error, limit=-2)[1:]
            lines += [f"    {line}" for part in last for line in part.rstrip().split("\n")]
    return "\n".join(lines)


def main() -> None:
    """Fuzz, print what was found, and fail if there was a fault."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--strings", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--processes", type=int, default=2)
    args = parser.parse_args()
    start = time.perf_counter()
    outcome = fuzz(args.strings, args.seed, args.processes)
    print(shown(outcome, time.perf_counter() - start))
    sys.exit(1 if outcome.faults else 0)


if __name__ == "__main__":
    main()
