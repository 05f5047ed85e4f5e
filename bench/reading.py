"""Times the value reader side by side with a plain pass over the same text, and writes the table in bench/README.md.

    python -m bench.reading [FILE…] [--runs 9] [--write]

A FILE is a text, or JSON lines with a `text` each. The reader and a single regular expression that splits the same
texts into words run in turn (A B, A B, …), so that a drift of the machine's speed meets both alike; medians are
quoted, and the ratio of the two is what holds from machine to machine. A second table tells whether the cost grows
in proportion to the length: one text, then four and sixteen copies of it in one piece.
"""

from __future__ import annotations

import argparse
import json
import re
import statistics
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from bench.corpora import SEEDS
from bench.page import machine, write
from factcheck.normalise.values import ValueFinder
from factcheck.ruleset import load_language

WORD = re.compile(r"\w+")
COPIES = (1, 4, 16)
LONGEST_COPY = 16_384  # characters; sixteen of these are still read in seconds

Pass = Callable[[], object]


def texts_of(file: Path) -> list[str]:
    """Return a file's texts: one for each line of JSON lines, else the whole."""
    content = file.read_text(encoding="utf-8")
    if file.suffix != ".jsonl":
        return [content]
    return [str(json.loads(line)["text"]) for line in content.splitlines() if line.strip()]


def kilobytes(texts: Sequence[str]) -> float:
    """Return the size of texts in UTF-8."""
    return sum(len(text.encode()) for text in texts) / 1000


def medians(passes: Sequence[Pass], runs: int) -> list[float]:
    """Return the median time of each pass in seconds; the passes run in turn."""
    times: list[list[float]] = [[] for _ in passes]
    for run in range(runs + 1):
        for each, taken in zip(passes, times, strict=True):
            start = time.perf_counter()
            each()
            if run:  # the first one warms the caches
                taken.append(time.perf_counter() - start)
    return [statistics.median(each) for each in times]


def reading(finder: ValueFinder, texts: Sequence[str], runs: int) -> str:
    """Return a table of what reading these texts costs."""

    def split() -> None:
        for text in texts:
            WORD.findall(text)

    def read() -> None:
        for text in texts:
            finder.find(text)

    plain, full = medians([split, read], runs)
    values, size = sum(len(finder.find(text)) for text in texts), kilobytes(texts)
    head = "| texts | kB | values | µs a value | ms a kB | ratio to splitting into words |\n|--:|--:|--:|--:|--:|--:|"
    costs = f"{full * 1e6 / max(values, 1):.0f} | {full * 1e3 / size:.2f} | {full / plain:.0f}"
    return f"{head}\n| {len(texts)} | {size:.1f} | {values} | {costs} |"


def growth(finder: ValueFinder, texts: Sequence[str], runs: int) -> str:
    """Return a table of what a kilobyte costs in longer and longer texts."""
    joined = "\n".join(texts)[:LONGEST_COPY]
    longer = [joined * copies for copies in COPIES]
    taken = medians([partial(finder.find, text) for text in longer], runs)
    cost = [seconds * 1e6 / kilobytes([text]) for seconds, text in zip(taken, longer, strict=True)]
    rows = [
        f"| {copies}x | {kilobytes([text]):.1f} | {each:.0f} | {each / cost[0]:.2f} |"
        for copies, text, each in zip(COPIES, longer, cost, strict=True)
    ]
    return "\n".join(["| length | kB | µs a kB | ratio to 1x |\n|--:|--:|--:|--:|", *rows])


def main() -> None:
    """Print the tables, and write them where asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", type=Path, nargs="*", metavar="FILE", default=sorted(SEEDS.glob("*.txt")))
    parser.add_argument("--runs", type=int, default=9)
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    texts = [text for file in args.files for text in texts_of(file) if text]
    finder = ValueFinder(load_language())
    text = "\n\n".join(
        [f"{machine()} {args.runs} runs.", reading(finder, texts, args.runs), growth(finder, texts, args.runs)]
    )
    print(text)
    if args.write:
        write("reading", text)


if __name__ == "__main__":
    main()
