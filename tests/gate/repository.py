"""A git repository with pages that contradict one another, and the program run in it."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import Any

from tests.cli.program import environment, here

BASELINE = "factcheck-baseline.jsonl"
LISTING = """\
Film: The Long Wait
Year: 2011
Producer: Adam Schlesinger
Runtime: 91 minutes

The film follows the painter Danqing Chen through the spring in which he was arrested, and through the two-month
detention of Danqing Chen that followed. His studio was searched twice, and the neighbours were told to say nothing.
"""
REVIEW = """\
Film: The Long Wait
Year: 2011
Runtime: 99 minutes

Danqing Chen was at last released, after nearly three months' detention on a charge that nobody would explain. He paints
again, in a rented room, and speaks of those weeks as of a long walk in fog.
"""


class Repository:
    """A folder under git in which documents are written, moved and committed."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir()
        self.git("init", "-q", "-b", "main")
        (folder / ".gitattributes").write_text(f"{BASELINE} merge=union\n")

    def git(self, *arguments: str) -> str:
        """Run git; a command that fails is a fault of the test."""
        who = {f"GIT_{role}_{key}": value for role in ("AUTHOR", "COMMITTER") for key, value in _WHO.items()}
        done = subprocess.run(
            ["git", "-c", "commit.gpgsign=false", *arguments],
            cwd=self.folder,
            env=os.environ | who | {"GIT_CONFIG_GLOBAL": os.devnull},
            check=True,
            capture_output=True,
            encoding="utf-8",
        )
        return done.stdout

    def commit(self, message: str = "Change") -> None:
        self.git("add", "-A")
        self.git("commit", "-q", "-m", message)

    def write(self, **pages: str) -> None:
        """Write documents: the name's last underscore stands for the dot."""
        for name, text in pages.items():
            (self.folder / ".".join(name.rsplit("_", 1))).write_text(text, encoding="utf-8")

    def edit(self, page: str, old: str, new: str) -> None:
        path = self.folder / page
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")

    def run(self, *arguments: str, **env: str) -> subprocess.CompletedProcess[str]:
        return here(*arguments, cwd=self.folder, **env)

    def check(self, *arguments: str) -> tuple[int, list[dict[str, Any]]]:
        """Return the exit code of the gate and its new findings."""
        done = self.run("check", "-f", "json", *arguments)
        assert done.stdout, done.stderr
        return done.returncode, [finding for finding in json.loads(done.stdout)["findings"] if finding["new"]]

    @property
    def baseline(self) -> str:
        return (self.folder / BASELINE).read_text(encoding="utf-8")


_WHO = {"NAME": "A. Writer", "EMAIL": "writer@example.org"}

__all__ = ["BASELINE", "LISTING", "REVIEW", "Repository", "environment"]
