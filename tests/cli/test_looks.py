"""What a report looks like in a terminal: the matrix, plain signs, and the bar of a long run."""

from __future__ import annotations

import contextlib
import os
import pty
import subprocess
from pathlib import Path

import pytest

from tests.cli.program import PROGRAM, environment, here
from tests.conftest import SEEDS

COLOURED = ("report", "--color", "always", "--isolated", SEEDS)


def test_the_matrix_shows_who_says_what_and_where_they_agree() -> None:
    text = here("report", "--matrix", "--isolated", SEEDS, cwd=SEEDS, COLUMNS="160").stdout
    (producer,) = (line for line in text.splitlines() if line.startswith(" film.producer"))
    assert [cell.strip() for cell in producer.split("  ") if cell.strip()][1:] == [
        "Andy Cohen \u2260",
        "Adam Schlesinger \u2260",
    ]
    assert "91 minutes" in text
    assert "Executive" not in text  # what one document alone says is left out
    assert "14 shared facts: 2 errors" in text
    assert len(here("report", "--matrix", "--all", "--isolated", SEEDS, cwd=SEEDS).stdout) > len(text)


def test_the_matrix_is_coloured_by_agreement() -> None:
    text = here(*COLOURED, "--matrix", cwd=SEEDS, COLUMNS="160").stdout
    assert "\x1b[32m91 minutes" in text
    assert "\x1b[1;31mAndy Cohen \u2260" in text


@pytest.mark.parametrize("width", ["40", "80", "160"])
@pytest.mark.parametrize("command", [["report"], ["report", "--matrix"], ["claims"], ["explain", "film.runtime"]])
def test_plain_signs_are_ascii_without_colour(command: list[str], width: str, pages: Path) -> None:
    (pages / "listing.txt").write_text("Film: Never Sorry\nRuntime: 85 minutes\nYear: 2011\n")
    (pages / "record.md").write_text("Film: Never Sorry\nRuntime: nearly 100 minutes\nYear: 2015\n" + "x" * 300)
    usual = here(*command, "--color", "always", cwd=pages, COLUMNS=width).stdout
    plain = here(*command, "--plain", "--color", "always", cwd=pages, COLUMNS=width).stdout
    assert plain.isascii() and "\x1b" not in plain
    assert not usual.isascii() and "\x1b" in usual
    assert max(map(len, plain.splitlines())) <= int(width) or command[0] == "explain"


def test_the_words_of_documents_stay_in_plain_reports(pages: Path) -> None:
    (pages / "record.md").write_text("Film: Never Sorry\nProducer: Zo\u00eb Lund\n")
    assert "Producer: Zo\u00eb Lund" in here("report", "--plain", cwd=pages).stdout


def in_terminal(folder: Path, *args: str) -> str:
    """Run the program with a terminal as its standard error, and return what stands there.

    It is read while the program writes: a terminal that nobody reads makes a slow run wait for ever.
    """
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [*PROGRAM, *args], cwd=folder, env=environment(), stdout=subprocess.DEVNULL, stderr=theirs
    ) as run:
        os.close(theirs)
        written = b""
        with (
            contextlib.suppress(OSError),
            os.fdopen(ours, "rb", buffering=0) as terminal,
        ):  # EIO when the last writer left
            while chunk := terminal.read(65536):
                written += chunk
    assert run.returncode == 0
    return written.decode()


def test_a_long_run_shows_a_bar_and_takes_it_away(tmp_path: Path) -> None:
    text = "".join(f"The quake of 12 May {1900 + n % 100} killed {n} people.\n" for n in range(400))
    for n in range(8):
        (tmp_path / f"{n}.txt").write_text(text)
    shown = in_terminal(tmp_path, "report", "--isolated")
    assert "looking for claims" in shown
    assert shown.rstrip().endswith("\x1b[2K")  # the line is cleared
    assert in_terminal(tmp_path, "report", "--isolated", "--quiet") == ""


def test_a_short_run_shows_nothing(pages: Path) -> None:
    assert in_terminal(pages, "report") == ""
