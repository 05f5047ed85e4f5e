"""Runs the program over a case in a folder of its own, and tells what is wrong with what it did."""

from __future__ import annotations

import ast
import os
import re
import shutil
import stat
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from tests.badinputs.case import CANARY, CANNOT, GOOD, Case, Content, Files, content_of
from tests.badinputs.judge import faults, strict_json
from tests.badinputs.machine import STEPS
from tests.badinputs.runner import ROOT, Done, Runner

_CRASHED = re.compile(
    rb"Traceback \(most recent call last\)|panicked at|Segmentation fault|core dumped|Fatal Python error|Exception ignored|"
    rb"terminate called|RecursionError|MemoryError|Unicode(?:De|En)codeError|Error in sys.excepthook"
)
_READABLE = tuple(
    os.path.realpath(each) for each in (sys.prefix, sys.base_prefix, ROOT, "/usr/share/zoneinfo", "/usr/lib")
)
_HARMLESS = ("/dev/null", "/dev/full", "/dev/stdout", "/etc/localtime", "/etc/mime.types", "/proc/self/status")


@dataclass
class Verdict:
    """What was wrong with a case, if anything, and what it took."""

    case: Case
    wrong: list[str] = field(default_factory=list)
    seconds: float = 0.0
    megabytes: float = 0.0
    runs: int = 0


def judged(case: Case, slow: float = 1.0, *, cache: bool = False) -> Verdict:
    """Run a case in every format that it names, and tell what is wrong."""
    made = Path(tempfile.mkdtemp(prefix="bad-"))
    try:
        here = made / "case"
        here.mkdir()
        runner = Runner(case, here, slow, cache=cache)
        wrong = list(dict.fromkeys(_Trial(case, here, runner).wrong()))
        return Verdict(case, wrong, runner.seconds, runner.megabytes, runner.runs)
    finally:
        _removed(made)


def _removed(folder: Path) -> None:
    """Take a folder away that may be locked, or deeper than a path can be."""

    def unlock(function: Any, path: str, _: object) -> None:
        with suppress(OSError):
            os.chmod(os.path.dirname(path), 0o700)
            os.chmod(path, 0o700)
            function(path)

    shutil.rmtree(folder, onerror=unlock)


class _Trial:
    """One case under way."""

    def __init__(self, case: Case, here: Path, runner: Runner) -> None:
        self.case, self.here, self.runner = case, here, runner
        told = {str(step[0]): step[1:] for step in case.steps}
        self.at_once = int(str(told.get("at_once", (1,))[0]))
        self.twice = "twice" in told

    def wrong(self) -> Iterator[str]:
        """Yield what is wrong."""
        _write(self.case, self.here)
        for name, *rest in self.case.steps:
            if name in STEPS:
                STEPS[str(name)](self.here, *map(str, rest))
        before = _tree(self.here)
        first = self._first()
        yield from self._plainly_wrong(first, "")
        yield from self._reported(first)
        for format in self.case.formats:
            done = first if format == "json" else self.runner.run(format)
            if done is not first:
                yield from self._plainly_wrong(done, f"[{format}] ")
            if self.case.injected and done.code != CANNOT and not done.hung:
                yield from faults(format, done.report)
        if self.case.linear and not first.hung:
            yield from self._slower(first)
        yield from _changed(self.case, self.here, before, self.runner.output)

    def _first(self) -> Done:
        if self.at_once == 1:
            return self.runner.run("json")
        done: list[Done] = []
        threads = [
            threading.Thread(target=lambda i=i: done.append(self.runner.run("json", f"r{i}.json")))
            for i in range(self.at_once)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        reports = {each.report for each in done}
        return done[0] if len(reports) == 1 else replace(done[0], report=b"runs at one time differ")

    def _plainly_wrong(self, done: Done, which: str) -> Iterator[str]:
        """Yield what no run may do."""
        case = self.case
        if done.hung:
            yield f"{which}hung: killed after {done.seconds:.0f} s"
        elif done.code not in case.allowed:
            yield f"{which}exit code {done.code}, not one of {case.allowed}: {done.errors[-200:].decode(errors='replace')!r}"
        if done.megabytes > case.megabytes:
            yield f"{which}memory: {done.megabytes:.0f} MB"
        if _CRASHED.search(done.errors) or (done.report is done.output and _CRASHED.search(done.output)):
            yield f"{which}crashed: {done.errors[-300:].decode(errors='replace')!r}"
        if CANARY.encode() in done.errors + done.output + done.report:
            yield f"{which}read a file outside"
        yield from (f"{which}{each}" for each in self._elsewhere(done.log))
        if case.must_fail and not done.hung and b"error:" not in done.errors:
            yield f"{which}failed without a word"
        if (
            case.may_refuse
            and done.code == CANNOT
            and not re.search(rb"[\w.-]+\.(?:ya?ml|toml|jsonl|txt)|/etc/passwd", done.errors)
        ):
            yield f"{which}refused without naming the file: {done.errors[-200:].decode(errors='replace')!r}"

    def _elsewhere(self, log: str) -> Iterator[str]:
        """Yield what was opened or called that is no part of the job."""
        own = os.path.realpath(self.here.parent)
        for line in set(log.splitlines()):
            what, _, rest = line.partition(" ")
            if what == "net":
                yield f"network: {rest}"
            elif what == "run" and "factcheck.read.reader_process" not in rest and "factcheck" not in rest:
                yield f"ran {rest}"
            elif what in ("read", "write"):
                path = str(ast.literal_eval(rest))
                inside = path.startswith(own) and not path.startswith((f"{own}/case/outside", f"{own}/case/canary"))
                known = path.startswith(_HARMLESS) or (what == "read" and path.startswith(_READABLE))
                known = (
                    known
                    or path.endswith(".pyc")
                    or ".pyc." in path
                    or (path.startswith("/proc/") and path.endswith("/stat"))
                )
                if not inside and not known and not _is_named(self.case, path):
                    yield f"{what} elsewhere: {path}"

    def _reported(self, done: Done) -> Iterator[str]:
        """Yield what is missing in the report: the known conflict, the documents."""
        if done.hung:
            return
        try:
            report = strict_json(done.report.decode("utf-8"))
        except (ValueError, RecursionError):
            report = None
        refused = self.case.may_refuse and done.code == CANNOT
        if self.case.conflict and not refused and not (report is not None and _has_conflict(report)):
            yield "the good documents' conflict is lost"
        if self.case.read_or_named:
            told = done.report + done.output + done.errors
            for name in list(self.case.docs)[:20]:
                words = re.findall(rb"[A-Za-z0-9]+", name.encode("utf-8", "surrogateescape"))
                if any(word[:60] not in told for word in words):
                    yield f"{name!r} is neither read nor named"
        if self.twice and self.runner.run("json").report != done.report:
            yield "a second run differs"

    def _slower(self, first: Done) -> Iterator[str]:
        """Yield whether four times the text takes more than four times as long; a second is within the noise."""
        for name, content in self.case.docs.items():
            (self.here / "docs" / name).write_bytes(content_of(content) * 4)
        again = self.runner.run("json")
        if again.hung or again.processor > 4 * first.processor + 1:
            yield f"not linear: {first.processor:.1f} s, {again.processor:.1f} s for four times the text"
        for name, content in self.case.docs.items():
            (self.here / "docs" / name).write_bytes(content_of(content))


def _is_named(case: Case, path: str) -> bool:
    """Tell whether a file elsewhere was named by whoever runs the program: its settings, a baseline that is a link."""
    named = (
        *case.config.values(),
        *(str(part).encode() for step in case.steps if step[0] == "replace" for part in step[2:]),
    )
    own = case.may_refuse and any(Path(path).name.encode() in content_of(each) for each in named)
    return own and not path.endswith("canary.txt")


def _write(case: Case, here: Path) -> None:
    """Write the case's files, the good documents, and what nobody may read."""
    folders: dict[str, Files] = {
        "docs": {**GOOD, **case.docs},
        "": case.config,
        "cache": case.cache,
        "rules": {} if case.rules is None else {"rules.yaml": case.rules},
        "baseline": {} if case.baseline is None else {"baseline.jsonl": case.baseline},
        "outside": {"victim.txt": f"{CANARY}\n"},
    }
    for folder, files in folders.items():
        (here / folder).mkdir(exist_ok=True)
        for name, content in files.items():
            _put(here / folder / name, content)
    for path in (here / "canary.txt", Path("/tmp/badinputs-canary.txt")):
        path.write_text(f"{CANARY}\n")


def _put(path: Path, content: Content) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content_of(content))


def _tree(here: Path) -> dict[str, tuple[int, int, int]]:
    """Return size, time and kind of every file below a folder, as deep as a path can be."""
    found = {}
    for folder, folders, names in os.walk(here):
        folders[:] = folders if len(folder) < 3_000 else []
        for name in (*names, *(each for each in folders if os.path.islink(os.path.join(folder, each)))):
            with suppress(OSError):
                at = os.lstat(os.path.join(folder, name))
                found[os.path.join(folder, name)] = at.st_size, at.st_mtime_ns, stat.S_IFMT(at.st_mode)
    return found


def _changed(case: Case, here: Path, before: dict[str, tuple[int, int, int]], output: str) -> Iterator[str]:
    """Yield files that were written beside the report."""
    written = {str(here / output), *(str(here / f"report.{format}") for format in case.formats)}
    written |= {str(here / f"r{i}.json") for i in range(8)}
    moving = {str(here / str(step[2])) for step in case.steps if step[0] == "meanwhile"}
    after = _tree(here)
    for path, known in after.items():
        if path in written or path.startswith((str(here / "cache"), *moving)) or "/.factcheck" in path:
            continue
        if path not in before:
            yield f"left behind: {path.removeprefix(str(here))}"
        elif before[path] != known and not case.linear:
            yield f"changed: {path.removeprefix(str(here))}"
    if case.must_fail and str(here / output) in before and before[str(here / output)] != after.get(str(here / output)):
        yield "wrote over a document"
    if any("PWNED" in path for path in after) or Path("/tmp/PWNED_HERE").exists():
        yield "ran what a document said"


def _has_conflict(report: Any) -> bool:
    """Tell whether the two good documents contradict each other in a report."""
    paths = {claim["id"]: os.path.basename(claim["path"] or "") for claim in report["claims"]}
    return any(
        finding["status"] == "conflict" and set(GOOD) <= {paths[id] for side in finding["sides"] for id in side}
        for finding in report["findings"]
    )
