"""Measures the memory that documents of 20 MB take, kind by kind: everyday ones, and the worst that came to mind.

    python -m bench.memory [KIND…] [--megabytes 20] [--jobs 2] [--most 300] [--keep FOLDER]

Each document is made here (`large.py`), lies in a folder beside a small one, and is reported on as JSON by the program
in a process of its own, without a cache. Told is the largest process of that run (the peak resident set that the system
counted, of the program or of one that it started), the processor time, how many claims there were, and the problems.
The exit code is 1 where a process took more than `--most` megabytes.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

from bench.large import KINDS, made

BESIDE = "Film: The Long Wait\nRuntime: 91 minutes\n"
TOLD = """import json, sys
told = json.load(open(sys.argv[1]))
print(json.dumps([told["summary"]["claims"], [each["what"] for each in told["problems"]]]))"""


@dataclass(frozen=True)
class Cost:
    """What a run took: the megabytes of its largest process, and seconds of processors; how it ended, and why."""

    megabytes: float
    seconds: float
    code: int
    claims: int
    problems: tuple[str, ...]


def cost(folder: Path, jobs: int) -> Cost:
    """Report on a folder in a process of its own, and return what that took."""
    report = folder.parent / "report.json"
    report.unlink(missing_ok=True)
    command = [sys.executable, "-m", "factcheck", "report", folder.name, "-f", "json", "-o", report.name]
    running = subprocess.Popen(
        [*command, "--no-cache", "-j", str(jobs)],
        cwd=folder.parent,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, status, usage = os.wait4(running.pid, 0)
    running.returncode = os.waitstatus_to_exitcode(status)
    claims, problems = told(report) if report.exists() else (0, ["no report"])
    seconds = usage.ru_utime + usage.ru_stime
    return Cost(usage.ru_maxrss / 1024, seconds, running.returncode, claims, tuple(problems))


def told(report: Path) -> tuple[int, list[str]]:
    """Return how many claims a report has, and its problems; a process of its own reads it, for it may be large."""
    done = subprocess.run([sys.executable, "-c", TOLD, report], capture_output=True, check=True)
    claims, problems = json.loads(done.stdout)
    return claims, problems


def measured(kind: str, size: int, jobs: int, keep: Path | None) -> Cost:
    """Make a document of a kind, and return what a run over it takes."""
    with tempfile.TemporaryDirectory() as place:
        folder = (keep or Path(place)) / kind.replace(" ", "-") / "docs"
        folder.mkdir(parents=True, exist_ok=True)
        file = folder / KINDS[kind].file
        if not file.exists():
            # In another process: one begins with the peak of that which starts it, so that this one has to stay small.
            maker = get_context("fork").Process(target=write, args=(file, kind, size))
            maker.start()
            maker.join()
            (folder / "beside.txt").write_text(BESIDE, encoding="utf-8")
        return cost(folder, jobs)


def write(file: Path, kind: str, size: int) -> None:
    """Write a document."""
    file.write_bytes(made(KINDS[kind], size))


def main() -> None:
    """Measure, and print a row for each kind."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kinds", nargs="*", metavar="KIND", help=f"of {', '.join(KINDS)}")
    parser.add_argument("--megabytes", type=float, default=20)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--most", type=float, default=300)
    parser.add_argument("--keep", type=Path, help="keep the documents in this folder, and take them from there")
    args = parser.parse_args()
    print(f"{'kind':<24}{'MB':>6}{'s':>7}{'claims':>10}  problems", flush=True)
    kinds, above = args.kinds or list(KINDS), 0
    for kind in kinds:
        taken = measured(kind, int(args.megabytes * 1_000_000), args.jobs, args.keep)
        problems = "; ".join(taken.problems)[:150]
        print(f"{kind:<24}{taken.megabytes:>6.0f}{taken.seconds:>7.1f}{taken.claims:>10}  {problems}", flush=True)
        above += taken.megabytes > args.most or taken.code not in (0, 1, 2)
    print(f"{len(kinds) - above} of {len(kinds)} took {args.most:.0f} MB at most")
    sys.exit(1 if above else 0)


if __name__ == "__main__":
    main()
