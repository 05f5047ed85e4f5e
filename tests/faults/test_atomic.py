"""Files that are replaced: what stands there afterwards, and what is left beside it."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from factcheck.atomic import replace

HOLDER = """
import fcntl, pathlib, sys
stray = open(sys.argv[1], "rb")
fcntl.flock(stray, fcntl.LOCK_EX)
print(flush=True)
sys.stdin.read()
"""


def stray_of(path: Path) -> Path:
    """Leave what a writer that was killed before it renamed would leave, some time ago."""
    script = "import os, sys, pathlib, factcheck.atomic as atomic\n"
    script += "os.fsync = lambda _: os._exit(9)\natomic.replace(b'x', pathlib.Path(sys.argv[1]))"
    assert subprocess.run([sys.executable, "-c", script, str(path)], check=False).returncode == 9
    (stray,) = [each for each in path.parent.iterdir() if each != path]
    then = time.time() - 60
    os.utime(stray, (then, then))
    return stray


def test_a_new_file_gets_the_permissions_that_the_user_gives_new_files(tmp_path: Path) -> None:
    (tmp_path / "plain").touch()
    replace(b"new", tmp_path / "made")
    assert (tmp_path / "made").read_bytes() == b"new"
    assert (tmp_path / "made").stat().st_mode == (tmp_path / "plain").stat().st_mode


def test_a_name_may_be_as_long_as_the_file_system_lets_it(tmp_path: Path) -> None:
    path = tmp_path / ("é" * 127)
    for content in (b"old", b"new"):
        replace(content, path)
        assert path.read_bytes() == content
    assert list(tmp_path.iterdir()) == [path]


def test_what_a_killed_writer_left_is_taken_away_by_the_next(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_text("old")
    stray = stray_of(path)
    assert path.read_text() == "old"
    replace(b"other", tmp_path / "other")
    assert stray.exists()  # it is another file's
    replace(b"new", path)
    assert path.read_text() == "new" and not stray.exists()


def test_what_another_writer_still_holds_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "file"
    stray = stray_of(path)
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(stray)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert holder.stdout is not None
    holder.stdout.readline()
    replace(b"new", path)
    assert stray.exists()
    holder.communicate()
    replace(b"newer", path)
    assert not stray.exists()


def test_a_stray_that_is_no_file_is_not_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "file"
    name = stray_of(path).name
    (tmp_path / name).unlink()
    (tmp_path / name).symlink_to(tmp_path / "elsewhere")
    os.mkfifo(tmp_path / f"{name[:-4]}0.tmp")
    replace(b"new", path)
    assert path.read_text() == "new"


@pytest.mark.parametrize("target", ["folder", "gone/file"])
def test_what_cannot_be_is_an_error_that_leaves_nothing(tmp_path: Path, target: str) -> None:
    (tmp_path / "folder").mkdir()
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(OSError):
        replace(b"new", tmp_path / target)
    assert sorted(tmp_path.rglob("*")) == before
