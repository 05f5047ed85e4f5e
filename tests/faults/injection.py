"""Runs stories while system calls fail, or while the process is killed at one, and judges what they leave.

    python -m tests.faults.injection [--story NAME] [--processes N]

Every open, write, fsync and rename below the folder of our own files fails in turn, with every errno, and the process
is killed before and after every one of them. Needs a C compiler (`cc`) and Linux's LD_PRELOAD.
"""

from __future__ import annotations

import argparse
import errno
import shutil
import signal
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from tests.faults.stories import STORIES, Story, content

SHIM = Path(__file__).with_name("shim.c")
CALLS = ("open", "write", "fsync", "rename")
ERRORS = ("ENOSPC", "EIO", "EACCES", "EINTR")
KILLS = {"killed before": -1, "killed after": -2}


@dataclass(frozen=True)
class Fault:
    """The nth call of a kind, and what becomes of it: the name of an errno, or a way of being killed."""

    call: str
    nth: int
    becomes: str

    @property
    def environment(self) -> dict[str, str]:
        """What tells the shim."""
        code = KILLS[self.becomes] if self.becomes in KILLS else getattr(errno, self.becomes)
        return {"FAULT_CALL": self.call, "FAULT_NTH": str(self.nth), "FAULT_WITH": str(code)}

    def __str__(self) -> str:
        return f"{self.call} {self.nth} {self.becomes}"


def shim(folder: Path) -> Path | None:
    """Compile what lets system calls fail; None where that is not to be had."""
    if shutil.which("cc") is None or sys.platform != "linux":
        return None
    built = folder / "shim.so"
    subprocess.run(["cc", "-shared", "-fPIC", "-O1", "-o", built, SHIM, "-ldl"], check=True)
    return built


@dataclass(frozen=True)
class Laboratory:
    """A story in a folder of its own: what it leaves where nothing goes wrong, and where something does."""

    story: Story
    folder: Path
    shim: Path

    def ran(self, fault: Fault) -> tuple[subprocess.CompletedProcess[str], int]:
        """Run the story with a fault, and return how it ended, and how many calls of this kind there were."""
        log = self.folder / "log"
        log.write_text("")
        env = {"LD_PRELOAD": str(self.shim), "FAULT_ROOT": str(self.folder / "state"), "FAULT_LOG": str(log)}
        done = self.story.run(self.folder, **env, **fault.environment)
        return done, len(log.read_text().split())

    def faults(self, calls_of: Sequence[str] = CALLS) -> Iterator[Fault]:
        """Yield every fault that can befall the story: each call that it makes, with all that can become of it."""
        for call in calls_of:
            self.story.prepare(self.folder)
            _, calls = self.ran(Fault(call, 0, "EIO"))
            for nth in range(1, calls + 1):
                for becomes in (*ERRORS, *KILLS):
                    yield Fault(call, nth, becomes)

    def judged(self, fault: Fault) -> str:
        """Return what is wrong with how the story bears a fault; nothing where it bears it well."""
        file = self.story.prepare(self.folder)
        old, beside = content(file), set(file.parent.iterdir())
        done, calls = self.ran(fault)
        if calls < fault.nth:
            return "there is no such call"
        now, left = content(file), set(file.parent.iterdir()) - beside - {file, file.parent / "stdout"}
        if now not in (old, self._new()):
            return f"{file.name} is neither the old nor the new"
        if fault.becomes in KILLS:
            return "" if done.returncode == -signal.SIGKILL else f"exit code {done.returncode} when killed"
        if left:
            return f"left behind: {', '.join(sorted(each.name for each in left))}"
        return self._told(fault, done, renewed=now == self._new())

    def _told(self, fault: Fault, done: subprocess.CompletedProcess[str], *, renewed: bool) -> str:
        """Return what is wrong with what the program said: a fault is told, unless a call was simply made again."""
        if fault.becomes == "EINTR" and done.returncode == self.story.code and renewed:
            return ""
        if done.returncode != 2 or "error: " not in done.stderr or "unexpectedly" in done.stderr:
            return f"exit code {done.returncode}, said {done.stderr!r}"
        return ""

    def _new(self) -> bytes | None:
        """Return what the file holds where nothing goes wrong."""
        kept = self.folder / "new"
        if not kept.exists():
            file = self.story.prepare(self.folder)
            assert self.story.run(self.folder).returncode == self.story.code
            made = content(file)
            assert made is not None
            kept.write_bytes(made)
        return kept.read_bytes()


def all_judged(story: Story, shim: Path, calls: Sequence[str] = CALLS) -> list[tuple[Fault, str]]:
    """Put a story through every fault of some kinds of call, and return each with what is wrong."""
    with tempfile.TemporaryDirectory() as folder:
        laboratory = Laboratory(story, Path(folder), shim)
        return [(fault, laboratory.judged(fault)) for fault in laboratory.faults(calls)]


def main() -> None:
    """Put stories through every fault; the exit code is 1 if any was borne badly."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--story", choices=[story.name for story in STORIES], action="append")
    parser.add_argument("--processes", type=int, default=2)
    args = parser.parse_args()
    stories = [story for story in STORIES if story.name in (args.story or [story.name])]
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(args.processes) as pool:
        built = shim(Path(folder))
        if built is None:
            sys.exit("a C compiler on Linux is needed")
        bad = 0
        for story, judged in zip(stories, pool.map(lambda each: all_judged(each, built), stories), strict=True):
            calls = Counter(fault.call for fault, _ in judged if fault.becomes == ERRORS[0])
            wrong = [f"  {fault}: {fault_told}" for fault, fault_told in judged if fault_told]
            counted = ", ".join(f"{count} x {call}" for call, count in calls.items())
            print(f"{story.name}: {len(judged) - len(wrong)} of {len(judged)} faults borne ({counted})", flush=True)
            print("\n".join(wrong) or "", end="\n" if wrong else "")
            bad += len(wrong)
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
