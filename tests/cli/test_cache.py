"""`factcheck cache`, and the flags that say how a command runs."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from pathlib import Path

from tests.cli.program import PROGRAM, environment, factcheck


def test_what_is_kept_is_told_and_deleted(pages: Path) -> None:
    folder = str(pages / "kept")
    first = factcheck("report", "-f", "json", "--cache-dir", folder, cwd=pages).stdout
    assert factcheck("report", "-f", "json", "--cache-dir", folder, cwd=pages).stdout == first
    assert factcheck("report", "-f", "json", "--no-cache", cwd=pages).stdout == first
    told = factcheck("cache", "info", "--cache-dir", folder, cwd=pages).stdout
    assert "entries" in told and " kB" in told and folder in told
    assert " kB deleted in " in factcheck("cache", "clear", "--cache-dir", folder, cwd=pages).stdout
    assert "0 bytes, 0 entries" in factcheck("cache", "info", "--cache-dir", folder, cwd=pages).stdout


def test_a_cache_that_cannot_be_used_is_told_and_changes_nothing(pages: Path) -> None:
    (pages / "kept").write_text("x")
    done = factcheck("report", "--cache-dir", "kept", cwd=pages)
    assert done.returncode == 0
    assert "unused   it is no folder" in factcheck("cache", "info", "--cache-dir", "kept", cwd=pages).stdout


def test_the_engines_flags_are_checked(pages: Path) -> None:
    done = factcheck("report", "--engine", "dask", cwd=pages)
    assert (done.returncode, "--scheduler tcp://HOST:8786" in done.stderr) == (2, True)
    done = factcheck("report", "--scheduler", "tcp://127.0.0.1:1", cwd=pages)
    assert (done.returncode, "--engine dask" in done.stderr) == (2, True)
    assert factcheck("report", "-j", "0", cwd=pages).returncode == 2


def test_ctrl_c_leaves_no_process_behind(tmp_path: Path) -> None:
    text = "".join(f"The quake of 12 May {1900 + n % 100} killed {n} people.\n" for n in range(20_000))
    for n in range(6):
        (tmp_path / f"{n}.txt").write_text(text)
    heeding = ["env", "--default-signal=INT"]  # which a shell makes its background jobs ignore, as CI may be one
    command = [*heeding, *PROGRAM, "report", "-j", "2", "--no-cache"]
    with subprocess.Popen(command, cwd=tmp_path, env=environment(), start_new_session=True) as running:
        children: list[str] = []
        while len(children) < 2 and running.poll() is None:
            time.sleep(0.2)
            listed = Path(f"/proc/{running.pid}/task/{running.pid}/children")
            threads = listed.parent.parent.glob("*/children")
            children = [pid for each in threads for pid in each.read_text().split()]
        os.kill(running.pid, signal.SIGINT)
        assert running.wait(60) == 130
    for pid in children:
        assert not Path(f"/proc/{pid}").exists()
