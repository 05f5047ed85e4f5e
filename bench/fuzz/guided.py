"""Fuzzes what reads bytes from outside, guided by the branches that an input takes (atheris, which is libFuzzer).

    python -m bench.fuzz.guided all --seconds 60            every target for a minute
    python -m bench.fuzz.guided values --runs 10000000      one target, so many inputs
    python -m bench.fuzz.guided values --input crash-…      one input again, with its traceback

Needs the extra `fuzz`. Every target is a process of its own, which begins from the corpus that it kept the last time
(`--corpus`) and from the target's seeds. The exit code is 1 where an input raised what it may not, took more than ten
seconds, or more than 2 GB; it is kept in the corpus's folder under a name that begins with crash, timeout or oom.
"""

from __future__ import annotations

import argparse
import hashlib
import re
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

LIMITS = ("-timeout=10", "-rss_limit_mb=2048", "-print_final_stats=1", "-verbosity=1")
RUNS = re.compile(r"stat::number_of_executed_units:\s*(\d+)")
RATE = re.compile(r"stat::average_exec_per_sec:\s*(\d+)")
COVERED = re.compile(r"\bcov: (\d+)")


@dataclass(frozen=True)
class Ended:
    """How a target's run ended."""

    name: str
    code: int
    log: str

    @property
    def line(self) -> str:
        """What is said of it."""
        runs, rate, covered = (found[-1] if found else "?" for found in (p.findall(self.log) for p in self.patterns))
        return f"{self.name:<12}{'a fault' if self.code else 'ok':<8}{runs} runs, {rate} a second, {covered} branches"

    patterns = (RUNS, RATE, COVERED)


def fuzz_here(name: str, arguments: list[str]) -> None:
    """Fuzz one target in this process, which then ends."""
    import atheris

    with atheris.instrument_imports(include=["factcheck"], enable_loader_override=False):
        from bench.fuzz.targets import TARGETS

        for seed in list(TARGETS[name].seeds())[:3]:  # what is imported late is instrumented too
            TARGETS[name].run(seed)

    atheris.Setup([sys.argv[0], *arguments], TARGETS[name].run)
    atheris.Fuzz()


def fuzz(name: str, corpus: Path, seconds: int, runs: int) -> Ended:
    """Fuzz one target in a process of its own."""
    from bench.fuzz.targets import TARGETS

    kept = corpus / name
    kept.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as seeds:
        for seed in TARGETS[name].seeds():
            Path(seeds, hashlib.sha256(seed).hexdigest()).write_bytes(seed)
        bounds = [f"-max_total_time={seconds}"] if seconds else []
        bounds += [f"-runs={runs}"] if runs else []
        arguments = [
            *LIMITS,
            *bounds,
            f"-max_len={TARGETS[name].longest}",
            f"-artifact_prefix={kept}/",
            str(kept),
            seeds,
        ]
        command = [sys.executable, "-m", "bench.fuzz.guided", name, "--here", *arguments]
        done = subprocess.run(command, capture_output=True, check=False, text=True, errors="backslashreplace")
    return Ended(name, done.returncode, done.stderr + done.stdout)


def main() -> None:
    """Fuzz one target or all, and say how many inputs each has borne."""
    from bench.fuzz.targets import TARGETS

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("target", choices=[*TARGETS, "all"])
    parser.add_argument("--seconds", type=int, default=0)
    parser.add_argument("--runs", type=int, default=0)
    parser.add_argument("--corpus", type=Path, default=Path(tempfile.gettempdir(), "factcheck-fuzz"))
    parser.add_argument("--processes", type=int, default=1)
    parser.add_argument("--input", type=Path, help="run this one input")
    args = parser.parse_args()
    if args.input:
        TARGETS[args.target].run(args.input.read_bytes())
        return
    names = list(TARGETS) if args.target == "all" else [args.target]
    seconds = args.seconds or (0 if args.runs else 60)
    faults = 0
    with ThreadPoolExecutor(args.processes) as pool:
        for ended in pool.map(lambda name: fuzz(name, args.corpus, seconds, args.runs), names):
            print(ended.line, flush=True)
            if ended.code:
                faults += 1
                print(ended.log[-3000:], flush=True)
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    if sys.argv[2:3] == ["--here"]:
        fuzz_here(sys.argv[1], sys.argv[3:])
    else:
        main()
