"""Times whole commands side by side with a bare interpreter, and writes the table in bench/README.md.

    python -m bench.startup [FOLDER] [--runs 15] [--write]

Commands run in turn (A B C, A B C, …), so that a drift of the machine's speed meets all of them alike; medians are
quoted, and the ratio to `python -c pass` is what holds from machine to machine.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import time
from pathlib import Path

from bench.corpora import ROOT
from bench.page import machine, markdown, write


def commands(folder: Path) -> dict[str, list[str]]:
    """Return what is timed; the first is the measure of the others."""
    factcheck = str(Path(sys.executable).with_name("factcheck"))
    return {
        "python -c pass": [sys.executable, "-c", "pass"],
        "factcheck --version": [factcheck, "--version"],
        f"factcheck report ({len(list(folder.glob('*.txt')))} pages)": [factcheck, "report", str(folder)],
        "factcheck report -f json": [factcheck, "report", str(folder), "-f", "json"],
    }


def once(command: list[str]) -> float:
    """Return the wall time of one run in seconds."""
    start = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - start


def table(folder: Path = ROOT / "seeds", runs: int = 15) -> str:
    """Run everything and return a Markdown table."""
    timed = commands(folder)
    times: dict[str, list[float]] = {name: [] for name in timed}
    for command in timed.values():
        once(command)  # warm the caches
    for _ in range(runs):
        for name, command in timed.items():
            times[name].append(once(command))
    bare = statistics.median(times["python -c pass"])
    rows = [
        (
            f"`{name}`",
            f"{statistics.median(each):.3f}",
            f"{min(each):.3f} to {max(each):.3f}",
            f"{statistics.median(each) / bare:.1f}",
        )
        for name, each in times.items()
    ]
    heads = ("command", "median, s", "range, s", "ratio to `python -c pass`")
    return f"{machine()} {runs} runs.\n\n{markdown(heads, rows)}"


def main() -> None:
    """Print the table, and write it where asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", default=ROOT / "seeds")
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    text = table(args.folder, args.runs)
    print(text)
    if args.write:
        write("startup", text)


if __name__ == "__main__":
    main()
