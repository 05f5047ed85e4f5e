"""How fast claims are found, side by side with peers, with reading files and with one scan for all literals.

    python -m bench throughput

Contenders run in turn (A B C, A B C, …), each for about a second a turn over the same texts, so that a drift of the
machine's speed meets all of them alike. Time is that of the processor, on one core. The median of the turns is told;
what holds from machine to machine is the ratio. `claims` is everything that `factcheck claims` does: files are found
and read, dated, claims extracted, normalised, linked and printed as JSON lines.
"""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import ahocorasick_rs

from bench.corpora import corpora, sized, written
from bench.page import machine, markdown
from bench.peers import Contender, peers
from factcheck.extract.compiled import CompiledRules
from factcheck.grammar.fold import fold, lower
from factcheck.report.claims import render_lines
from factcheck.ruleset import Ruleset, load_ruleset
from factcheck.run import run
from factcheck.settings import Settings

TURNS = 3
SECONDS = 1.0  # of a turn
BATCH = 400_000  # characters that `claims` gets at once; of fewer the setting up of the rules would be much of the time
SCAN, READ, OURS = "one scan for all literals", "reading and decoding files", "`factcheck claims`"
_Turn = Callable[[], tuple[int, float]]  # characters that were read, and the seconds that took


@dataclass(frozen=True)
class Speed:
    """What was measured of a contender on a corpus: millions of characters a second."""

    name: str
    rate: float


def literals(ruleset: Ruleset) -> list[str]:
    """Return the literals that the rules need, as they stand in texts."""
    return CompiledRules(ruleset).literals


def speeds(texts: list[str], ruleset: Ruleset, folder: Path) -> list[Speed]:
    """Measure all contenders on some texts."""
    turns = contenders(texts, ruleset, folder)
    rates: dict[str, list[float]] = {name: [] for name in turns}
    for each in turns.values():
        each()  # what is made when first needed
    for _ in range(TURNS):
        for name, turn in turns.items():
            size, seconds = turn()
            rates[name].append(size / seconds / 1e6)
    return [Speed(name, statistics.median(of)) for name, of in rates.items()]


def contenders(texts: list[str], ruleset: Ruleset, folder: Path) -> dict[str, _Turn]:
    """Return who runs in turn; the first is the measure of the others."""
    words = literals(ruleset)
    automaton = ahocorasick_rs.AhoCorasick(words, implementation=ahocorasick_rs.Implementation.DFA)
    batch = written(sized(texts, BATCH), folder)
    size = sum(len(file.read_text(encoding="utf-8")) for file in batch.iterdir())
    folded = [lower(fold(text)) for text in texts]
    return {
        SCAN: over(folded, lambda text: automaton.find_matches_as_indexes(text, overlapping=True)),
        READ: timed(size, lambda: [file.read_bytes().decode() for file in batch.iterdir()]),
        OURS: timed(size, lambda: render_lines(run([batch], Settings(), ruleset))),
        **{name: over(texts, peer) for name, peer in peers(words).items()},
    }


def over(texts: Sequence[str], read: Contender) -> _Turn:
    """Return a turn in which texts are read one by one, again from the first one where time is left."""

    def turn() -> tuple[int, float]:
        size, start = 0, time.process_time()
        while True:
            for text in texts:
                read(text)
                size += len(text)
                if (taken := time.process_time() - start) >= SECONDS:
                    return size, taken

    return turn


def timed(size: int, work: Callable[[], object]) -> _Turn:
    """Return a turn in which the same work is done again and again."""

    def turn() -> tuple[int, float]:
        done, start = 0, time.process_time()
        while True:
            work()
            done += size
            if (taken := time.process_time() - start) >= SECONDS:
                return done, taken

    return turn


def table() -> str:
    """Measure every corpus, and return the tables."""
    ruleset = load_ruleset()
    parts = [machine()]
    for name, texts in corpora().items():
        with tempfile.TemporaryDirectory() as folder:
            found = speeds(texts, ruleset, Path(folder))
            claims = len(run([Path(folder)], Settings(), ruleset).claims)
        scan, ours = (next(each.rate for each in found if each.name == which) for which in (SCAN, OURS))
        rows = [[e.name, f"{e.rate:.3g}", f"{e.rate / scan:.2%}", f"{ours / e.rate:.3g}"] for e in found]
        size = len("".join(sized(texts, BATCH))) / 1000
        each = f"{name}: {claims / size:.1f} claims a kilobyte, {1 / (claims / size) / ours:.2f} ms a claim."
        parts += [f"On {each}", markdown(("", "MB/s", "of the scan", "`claims` is so many times as fast"), rows)]
    return "\n\n".join(parts)
