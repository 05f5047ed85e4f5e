"""Runs the program several times at once on one cache, round after round: every run must answer as one without a cache.

    python -m tests.cache.together [--runs 8] [--rounds 200]

In each round all runs begin at once, half of them over the same documents, which no run before has seen; every tenth
round begins with no cache at all. They are copies of this process, which has the program loaded. The exit code is 1
where a run failed, said anything, or answered otherwise.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from collections import Counter
from pathlib import Path

from tests.faults.forked import ended, ran, started
from tests.faults.stories import A, B

AFRESH = 10  # rounds


def folder_for(place: Path, run: int, round: int) -> Path:
    """Return a folder of a run's own with the documents of a round."""
    folder = place / f"run{run}"
    (folder / "docs").mkdir(parents=True, exist_ok=True)
    for name in ("stdout", "stderr", "report.json"):
        (folder / name).unlink(missing_ok=True)
    variant = round * 2 + run % 2
    (folder / "docs" / "a.txt").write_text(A.replace("91", str(60 + variant % 100)))
    (folder / "docs" / "b.txt").write_text(B.replace("Andy Cohen", f"Andy Cohen{'abcdefghij'[variant // 100 % 10]}"))
    return folder


def told(place: Path, runs: int, round: int) -> Counter[str]:
    """Run so many at once, and count what became of them."""
    folders = [folder_for(place, run, round) for run in range(runs)]
    cache = place / "cache"
    if round % AFRESH == 0:
        shutil.rmtree(cache, ignore_errors=True)
    command = ("report", "docs", "-f", "json", "-o", "report.json", "-j", "1")
    running = [started((*command, "--cache-dir", str(cache)), folder) for folder in folders]
    codes = [ended(each) for each in running]
    answers = []
    for folder in folders[:2]:  # all others are over the same documents as one of these
        made = folder / "uncached"
        shutil.copytree(folder / "docs", made / "docs", dirs_exist_ok=True)
        ran((*command, "--no-cache"), made)
        answers.append((made / "report.json").read_bytes())
    seen: Counter[str] = Counter()
    for run, (folder, code) in enumerate(zip(folders, codes, strict=True)):
        report = folder / "report.json"
        same = report.exists() and report.read_bytes() == answers[run % 2]
        quiet = not (folder / "stderr").read_text() and not (folder / "stdout").read_text()
        seen[
            "as without a cache" if same and quiet and not code else f"OTHERWISE (round {round}, exit code {code})"
        ] += 1
    return seen


def main() -> None:
    """Run all rounds, and count what became of the runs."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=8)
    parser.add_argument("--rounds", type=int, default=200)
    args = parser.parse_args()
    seen: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as place:
        for round in range(args.rounds):
            seen += told(Path(place), args.runs, round)
    total = args.runs * args.rounds
    print(f"{seen['as without a cache']} of {total} runs answered as without a cache")
    print("\n".join(f"  {count} x {what}" for what, count in seen.items() if what != "as without a cache"), end="")
    sys.exit(seen["as without a cache"] != total)


if __name__ == "__main__":
    main()
