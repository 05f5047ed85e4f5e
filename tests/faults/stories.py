"""Commands that change a file of ours, and the folders to run them in.

A story's folder has `state`, where all files that are ours lie and the program runs, and `docs`, where documents are.
"""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from tests.cli.program import PROGRAM, environment

A = "Film: The Long Wait\nProducer: Adam Schlesinger\nRuntime: 91 minutes\nCountry: France\n"
B = "Film: The Long Wait\nProducer: Andy Cohen\nRuntime: 91 minutes\nCountry: France\n"
C = "Film: The Long Wait\nProducer: Andy Cohen\nRuntime: 99 minutes\nCountry: France\n"
PRODUCER = "FC-bf600042"  # the conflict of A and B; an id says what is said, and never changes


@dataclass(frozen=True)
class Story:
    """A command, what stands there before it, and the file that it changes."""

    name: str
    file: str
    command: tuple[str, ...]
    before: Callable[[Path], None] = lambda state: None
    code: int = 0  # its exit code where nothing goes wrong

    def prepare(self, folder: Path) -> Path:
        """Make the folders anew, and return the file that will be changed; nothing else is in its folder."""
        (folder / "docs").mkdir(parents=True, exist_ok=True)
        (folder / "state").mkdir(exist_ok=True)
        (folder / "docs" / "a.txt").write_text(A)
        (folder / "docs" / "b.txt").write_text(B)
        (folder / "docs" / "sources.yaml").write_text("sources:\n  a.txt: {published: 2012-05}\n")
        (folder / "state" / "factcheck.yaml").write_text('paths: ["../docs"]\n')
        self.before(folder / "state")
        return folder / "state" / self.file

    def run(self, folder: Path, **env: str) -> subprocess.CompletedProcess[str]:
        """Run the command; its standard output goes to a file of its own, which is a file like any other."""
        with (folder / "state" / "stdout").open("w") as out:
            return subprocess.run(
                [*PROGRAM, *self.command],
                cwd=folder / "state",
                env=environment(**env),
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=subprocess.PIPE,
                check=False,
                encoding="utf-8",
                timeout=120,
            )


def _baseline(state: Path) -> None:
    """Put down the baseline of the first documents, and change one of these."""
    if not (state / "known.jsonl").exists():
        subprocess.run(
            [*PROGRAM, "baseline", "create", "--baseline", "known.jsonl"],
            cwd=state,
            env=environment(),
            check=True,
            stdout=subprocess.DEVNULL,
        )
    (state / "factcheck-baseline.jsonl").write_bytes((state / "known.jsonl").read_bytes())
    (state.parent / "docs" / "b.txt").write_text(C)


def _verdicts(state: Path) -> None:
    """Put down a verdict on another field."""
    rows = {"subject": "The Long Wait", "field": "film.country", "value": "France", "reason": "The record."}
    (state / "facts.yaml").write_text(f"facts:\n  - {json.dumps(rows)}\n")


def _old(name: str) -> Callable[[Path], None]:
    def write(state: Path) -> None:
        (state / name).write_text("old\n")

    return write


def _gone(name: str) -> Callable[[Path], None]:
    def remove(state: Path) -> None:
        (state / name).unlink(missing_ok=True)

    return remove


UPDATE = Story("baseline update", "factcheck-baseline.jsonl", ("baseline", "update", "--accept-new"), _baseline)
CREATE = Story("baseline create", "made.jsonl", ("baseline", "create", "--baseline", "made.jsonl"), _gone("made.jsonl"))
REPORT = Story("report", "report.json", ("report", "-f", "json", "-o", "report.json"), _old("report.json"))
TABLE = Story("export", "table.xlsx", ("export", "-o", "table.xlsx"), _old("table.xlsx"))
INIT = Story("init", "sources.yaml", ("init",), _gone("sources.yaml"))
RESOLVE = Story(
    "resolve",
    "facts.yaml",
    ("resolve", PRODUCER, "--value", "Andy Cohen", "--reason", "The credits."),
    _verdicts,
)
UNCACHED = Story("without a cache", "report.json", ("report", "-f", "json", "-o", "report.json", "--no-cache"))
CACHED = Story("cache", "report.json", ("report", "-f", "json", "-o", "report.json", "--cache-dir", "cache"))
VARIANTS = 10
STORIES = (UPDATE, CREATE, RESOLVE, REPORT, TABLE, INIT)


def vary(story: Story, variant: int) -> Story:
    """Return a story over documents that say something else, so that a cache does not know them."""

    def write(state: Path) -> None:
        story.before(state)
        for name in "cdefgh":
            (state.parent / "docs" / f"{name}.txt").write_text(C.replace("99", str(100 + 10 * variant + ord(name) % 9)))

    return replace(story, before=write)


def content(file: Path) -> bytes | None:
    """Return what a file holds; None where there is none."""
    return file.read_bytes() if os.path.lexists(file) else None
