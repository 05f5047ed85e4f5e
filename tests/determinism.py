"""The same documents give the same bytes, whatever the machine: its hashes, clock, locale, umask, folders, processes.

    python -m tests.determinism [--runs 100] [--docs seeds] [--seed 1]

Every run copies the documents in another order into a folder of another name, with other times of change, and prints
them with every command and format in an environment of its own, in one process or in two more. A large file in which
nothing is said stands beside them, since small inputs start no further process. The exit code is 1 where two outputs
differ.
"""

from __future__ import annotations

import argparse
import contextlib
import hashlib
import io
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from random import Random

from factcheck.engine.pool import LEAST
from factcheck.report.formats import BINARY, EXPORTED, FORMATS

ROOT = Path(__file__).parent.parent
ZONES = ("UTC", "Pacific/Kiritimati", "America/New_York", "Asia/Kathmandu", "Etc/GMT+12")
LOCALES = ("C", "C.UTF-8", "POSIX", "tr_TR.UTF-8", "de_DE.UTF-8", "en_US.ISO-8859-1")
WIDTH = "80"  # what a terminal's width changes is meant to change
COMMANDS = (
    *(("report", "docs", "-f", name) for name in FORMATS),
    *(("report", "docs", "-f", "json", "--all"), ("report", "docs", "--matrix"), ("report", "docs", "--statistics")),
    *(("export", "docs", "-f", name) for name in (*EXPORTED, *BINARY)),
    *(("check", "docs"), ("check", "docs", "-f", "json", "--fail-on", "note")),
    *(("claims", "docs"), ("claims", "docs", "--matrix"), ("subjects", "docs"), ("sources", "docs")),
    *(("baseline", "create", "docs", "--baseline", "made.jsonl"), ("rules", "list"), ("rules", "schema")),
)


WITH_JOBS = frozenset({"report", "export", "check", "claims", "subjects", "sources"})


@dataclass(frozen=True)
class Machine:
    """What differs from run to run and must not show."""

    environment: dict[str, str]
    umask: int
    processors: frozenset[int]
    root: str
    jobs: int
    order: int  # by which the order of files and their times are drawn


def machine(rng: Random) -> Machine:
    """Draw a machine."""
    environment = {
        "PYTHONHASHSEED": str(rng.randrange(2**32)),
        "TZ": rng.choice(ZONES),
        "LC_ALL": rng.choice(LOCALES),
        "PYTHONUTF8": rng.choice("01"),
        "COLUMNS": WIDTH,
        "TERM": rng.choice(("xterm", "dumb")),
    }
    here = sorted(os.sched_getaffinity(0))
    processors = frozenset(rng.choice((here, here[:1])))
    umask, root, order = rng.choice((0o022, 0o077)), "d" * rng.randint(1, 60), rng.randrange(2**32)
    return Machine(environment, umask, processors, root, rng.choice((1, 2)), order)


def copied(docs: Path, to: Path, seed: int) -> None:
    """Copy documents in any order, with any times of change."""
    rng = Random(seed)
    files = sorted(file for file in docs.rglob("*") if file.is_file())
    rng.shuffle(files)
    for file in files:
        at = to / file.relative_to(docs)
        at.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, at)
        os.utime(at, (rng.randrange(2**31), rng.randrange(2**31)))


def outputs(docs: Path, on: Machine) -> dict[str, str]:
    """Return a hash of what every command prints on a machine."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder, on.root)
        copied(docs, root / "docs", on.order)
        (root / "docs" / "large.txt").write_text("A large file\n" + "\n" * LEAST)

        def set_up() -> None:
            os.umask(on.umask)
            os.sched_setaffinity(0, on.processors)

        done = subprocess.run(
            [sys.executable, "-m", "tests.determinism", "--print", str(on.jobs)],
            cwd=root,
            env=os.environ | {"PYTHONPATH": str(ROOT)} | on.environment,
            preexec_fn=set_up,
            check=True,
            capture_output=True,
        )
    found: dict[str, str] = json.loads(done.stdout)
    return found


def printed(jobs: int) -> dict[str, str]:
    """Run every command here, one after the other, and return a hash of what each prints and of its exit code."""
    from factcheck.cli import main

    hashes, out = {}, sys.stdout
    for command in COMMANDS:
        sys.argv = ["factcheck", *command, *(("-j", str(jobs)) if command[0] in WITH_JOBS else ())]
        sys.stdout = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
        with contextlib.redirect_stderr(io.StringIO()) as said:
            code = main()
        held = sys.stdout.buffer.getvalue()  # type: ignore[attr-defined]
        if "--baseline" in command:
            held += Path(command[-1]).read_bytes()
        told = f"{code} {said.getvalue()}".encode()
        hashes[" ".join(command)] = hashlib.sha256(held + told).hexdigest()
    sys.stdout = out
    return hashes


def differing(docs: Path, machines: Iterable[Machine]) -> dict[str, dict[str, Machine]]:
    """Return for every command each output that it had, with a machine on which it had it."""
    seen: dict[str, dict[str, Machine]] = defaultdict(dict)
    for each in machines:
        for command, output in outputs(docs, each).items():
            seen[command].setdefault(output, each)
    return seen


def main() -> None:
    """Run, and print how many distinct outputs every command had."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=100)
    parser.add_argument("--docs", type=Path, default=ROOT / "seeds")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--print", type=int, metavar="JOBS", help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.print:
        print(json.dumps(printed(args.print)))
        return
    rng = Random(args.seed)
    seen = differing(args.docs.resolve(), (machine(rng) for _ in range(args.runs)))
    for command, outputs_of in seen.items():
        print(f"{len(outputs_of)} distinct in {args.runs} runs: {command}")
        if len(outputs_of) > 1:
            print(*(f"    {output[:12]} {on}" for output, on in outputs_of.items()), sep="\n")
    sys.exit(any(len(outputs_of) > 1 for outputs_of in seen.values()))


if __name__ == "__main__":
    main()
