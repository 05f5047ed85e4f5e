"""What goes out, and how: files, pipes, interrupts, colours, and nothing of a document raw."""

from __future__ import annotations

import json
import os
import pty
import re
import signal
import subprocess
import unicodedata
from pathlib import Path

import pytest

from tests.cli.program import PROGRAM, environment, factcheck, shell
from tests.conftest import SEEDS

COLOUR = re.compile(r"\x1b\[[0-9;]*m")


def test_output_goes_to_a_file_with_the_old_ones_mode(pages: Path) -> None:
    printed = factcheck("report", cwd=pages).stdout
    ran = factcheck("report", "-o", "new.json", "-f", "json", cwd=pages)
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", "")
    assert json.loads((pages / "new.json").read_text())["summary"]["claims"] == 6
    (pages / "old").write_text("old")
    (pages / "old").chmod(0o640)
    (pages / "link").symlink_to("old")
    assert factcheck("report", "-o", "link", cwd=pages).returncode == 0
    assert (pages / "link").is_symlink()  # a link is followed, not replaced
    assert (pages / "old").read_text() == printed
    assert (pages / "old").stat().st_mode & 0o777 == 0o640


def test_a_link_that_leads_out_of_the_folder_is_not_written_through(pages: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "victim.txt").write_text("old")
    (pages / "link.json").symlink_to(outside / "victim.txt")
    (pages / "new.json").symlink_to(outside / "new.txt")
    (pages / "folder").symlink_to(outside)
    (pages / "sub").mkdir()
    (pages / "deeper.json").symlink_to("sub/new.json")
    refused = factcheck("report", "-o", "deeper.json", cwd=pages)
    assert refused.returncode == 2 and not list((pages / "sub").iterdir())
    for output in ("link.json", "new.json", "folder/victim.txt", "folder/new.txt"):
        ran = factcheck("report", "-o", output, cwd=pages)
        assert (ran.returncode, ran.stdout) == (2, "")
        assert f"{output}: is a link that leads out of its folder, to {outside}" in ran.stderr
    assert factcheck("report", "-o", str(pages / "link.json"), cwd=tmp_path / "outside").returncode == 2
    assert [each.name for each in outside.iterdir()] == ["victim.txt"]
    assert (outside / "victim.txt").read_text() == "old"
    assert (
        factcheck("report", "-o", str(outside / "new.txt"), cwd=pages).returncode == 0
    )  # where it is named, it is meant
    assert factcheck("report", "-o", "../outside/more.txt", cwd=pages).returncode == 0
    assert shell("$FACTCHECK report -o /dev/fd/1 > ../outside/all.txt", pages).returncode == 0


def test_what_cannot_be_written_leaves_the_old_file_whole(pages: Path) -> None:
    (pages / "old").write_text("old")
    before = sorted(pages.iterdir())
    full = shell("ulimit -f 0; $FACTCHECK report -o old", pages)  # as on a disk that is full
    assert (full.returncode, full.stdout) == (2, "")
    assert "old: cannot be written" in full.stderr and "Traceback" not in full.stderr
    assert factcheck("report", "-o", ".", cwd=pages).returncode == 2
    assert (pages / "old").read_text() == "old"
    assert sorted(pages.iterdir()) == before  # no half-written file is left behind


def test_a_pipe_as_output_is_written_to_and_stays(pages: Path) -> None:
    os.mkfifo(pages / "pipe")
    ran = shell("$FACTCHECK report -o pipe & cat pipe; wait $!", pages)
    assert ran.returncode == 0
    assert "error FC104" in ran.stdout
    assert (pages / "pipe").is_fifo()


@pytest.mark.parametrize(
    ("command", "code", "says"),
    [
        ("$FACTCHECK report | head -1", 0, ""),
        ("$FACTCHECK report | true", 0, ""),  # nobody reads at all
        ("$FACTCHECK report gone.txt record.md 2>&1 >/dev/null | true", 0, ""),
        ("$FACTCHECK report record.md gone.txt 2>&-", 0, ""),
        ("$FACTCHECK report gone.txt 2>/dev/full", 2, ""),
        ("$FACTCHECK report >/dev/full", 2, "standard output cannot be written"),
        ("$FACTCHECK report >&-", 2, "standard output cannot be written: Bad file descriptor"),
        ("$FACTCHECK report -h | true", 0, ""),
        ("$FACTCHECK report -h >/dev/full", 2, "standard output: No space left on device"),
        ("$FACTCHECK --version | true", 0, ""),
        ("$FACTCHECK --version >/dev/full", 2, "standard output cannot be written: No space left"),
        ("$FACTCHECK --version >&-", 2, "standard output cannot be written: Bad file descriptor"),
        ("$FACTCHECK rules list | true", 0, ""),
    ],
)
def test_streams_that_are_closed_or_full(pages: Path, command: str, code: int, says: str) -> None:
    ran = shell(command, pages)
    assert ran.returncode == code
    assert says in ran.stderr and bool(ran.stderr) == bool(says)
    assert "Traceback" not in ran.stderr and "Exception ignored" not in ran.stderr


def test_an_interrupt_ends_it_without_a_traceback(pages: Path) -> None:
    running = subprocess.Popen(
        [*PROGRAM, "report", "-"],
        cwd=pages,
        env=environment(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        # What a shell runs in the background is deaf to interrupts, and so are its children.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509 - no threads here
    )
    assert running.stdin is not None
    # More than a pipe holds: once it is written, the program is up and reading.
    running.stdin.write(b"x" * (1 << 20))
    running.send_signal(signal.SIGINT)
    out, err = running.communicate(timeout=60)
    assert running.returncode == 130
    assert (out, err) == (b"", b"")


def on_terminal(cwd: Path, *args: str, **env: str) -> str:
    """Run the program with a terminal as its standard output, and return what it shows."""
    ours, theirs = pty.openpty()
    running = subprocess.Popen([*PROGRAM, *args], cwd=cwd, env=environment(**env), stdout=theirs)
    os.close(theirs)
    shown = b""
    try:
        while part := os.read(ours, 4096):
            shown += part
    except OSError:  # Linux says so when the other end has gone
        pass
    os.close(ours)
    assert running.wait(timeout=60) == 0
    return shown.decode()


def test_colour_is_for_terminals_that_want_it(pages: Path) -> None:
    plain = factcheck("report", cwd=pages).stdout
    coloured = on_terminal(pages, "report")
    assert not COLOUR.search(plain)
    assert COLOUR.search(coloured)
    assert [line.rstrip() for line in COLOUR.sub("", coloured).splitlines()] == plain.splitlines()
    assert not COLOUR.search(on_terminal(pages, "report", NO_COLOR="1"))
    assert not COLOUR.search(on_terminal(pages, "report", TERM="dumb"))
    assert not COLOUR.search(on_terminal(pages, "report", "--color", "never"))
    assert COLOUR.search(factcheck("report", "--color", "always", cwd=pages, NO_COLOR="1").stdout)
    assert COLOUR.search(factcheck("report", cwd=pages, FORCE_COLOR="1").stdout)


def unsafe(printed: str) -> set[str]:
    """Return what steers a terminal, or hides or turns round what it shows."""
    return {char for char in printed if char != "\n" and unicodedata.category(char) in ("Cc", "Cf", "Zl", "Zp")}


@pytest.mark.parametrize(
    "args",
    [
        ["report"],
        ["report", "-f", "json"],
        ["claims"],
        ["claims", "--matrix"],
        ["report", "--matrix"],
        ["claims", "-f", "jsonl"],
        ["report", "--color", "always"],
    ],
    ids=" ".join,
)
def test_nothing_of_a_document_or_its_name_gets_out_raw(tmp_path: Path, args: list[str]) -> None:
    escapes = "\x1b[2J\x1b]8;;http://x\x07\x9b31m\u202e\u2066[red]"
    for n, producer in enumerate(("Ann Lee", "Jo Kim")):
        text = f"Film: Never Sorry {escapes}\nProducer: [red]{producer} {escapes}\nYear: 201{n}\n"
        (tmp_path / f"{n}\x1b[31m\u202e[bold].txt").write_text(text)
    (tmp_path / "empty\x1b]0;x\x07[red].txt").touch()
    ran = factcheck(*args, cwd=tmp_path, COLUMNS="300")
    assert ran.returncode == 0
    assert not unsafe(COLOUR.sub("", ran.stdout) if "always" in args else ran.stdout)
    assert not unsafe(ran.stderr)
    assert r"empty\x1b]0;x\x07[red].txt" in ran.stderr
    assert "film.producer" in ran.stdout and "[bold].txt" in ran.stdout  # no markup is eaten
    if "json" in args:
        documents = {each["path"] for each in json.loads(ran.stdout)["documents"]}
        assert "0\x1b[31m\u202e[bold].txt" in documents  # escaped, not lost


@pytest.mark.parametrize(
    "args",
    [["report"], ["report", "-f", "json", "--all"], ["report", "--matrix"], ["claims", "--matrix"]],
    ids=" ".join,
)
def test_the_same_input_prints_the_same_bytes(args: list[str]) -> None:
    first, second = (factcheck(*args, "--isolated", str(SEEDS), cwd=SEEDS, PYTHONHASHSEED=seed) for seed in ("1", "2"))
    assert first.returncode == 0 and first.stdout
    assert first.stdout == second.stdout


def test_the_same_faults_print_the_same_bytes(pages: Path) -> None:
    (pages / "sources.yaml").write_text("sources:\n  record.md: {zzz: 1, aaa: 2, mmm: 3, kkk: 4}\n")
    first, second = (factcheck("report", cwd=pages, PYTHONHASHSEED=seed) for seed in ("1", "2"))
    assert first.returncode == 2
    assert "sources.yaml:2:15: unknown key 'zzz'" in first.stderr
    assert first.stderr == second.stderr
