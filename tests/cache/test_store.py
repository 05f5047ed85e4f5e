"""The cache's file: whatever is done to it, it gives what was kept or nothing, and never an error."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
import subprocess
import sys
from hashlib import blake2b, sha256
from pathlib import Path

import pytest

from factcheck.cache.store import FILE, Store, clear, info

VALUES = {sha256(bytes([n])).digest(): bytes([n]) * (n * 37) for n in range(120)}


def kept(folder: Path, values: dict[bytes, bytes] = VALUES) -> Path:
    with Store(folder) as store:
        store.put(values)
    return folder / FILE


def found(folder: Path) -> dict[bytes, bytes]:
    with Store(folder) as store:
        return store.get(VALUES)


def test_what_is_kept_is_found(tmp_path: Path) -> None:
    kept(tmp_path / "cache")
    assert found(tmp_path / "cache") == VALUES
    assert info(tmp_path / "cache").entries == len(VALUES)
    assert (tmp_path / "cache" / "CACHEDIR.TAG").read_text().startswith("Signature: 8a477f597d28d172789f06886806bc55")


@pytest.mark.parametrize("seed", range(60))
def test_a_damaged_file_gives_what_was_kept_or_nothing(tmp_path: Path, seed: int) -> None:
    file = kept(tmp_path)
    damage(file, random.Random(seed))
    assert found(tmp_path).items() <= VALUES.items()
    kept(tmp_path)
    assert found(tmp_path).items() <= VALUES.items()


def damage(file: Path, chance: random.Random) -> None:
    """Do to a file what disks, crashes and people do to files."""
    content = bytearray(file.read_bytes())
    how = chance.randrange(5)
    if how == 0:
        del content[chance.randrange(len(content)) :]
    elif how == 1:
        for _ in range(chance.randrange(1, 200)):
            content[chance.randrange(len(content))] = chance.randrange(256)
    elif how == 2:
        at, length = chance.randrange(len(content)), chance.randrange(1, 9_000)
        content[at : at + length] = bytes(len(content[at : at + length]))
    elif how == 3:
        one, other = (4096 * chance.randrange(len(content) // 4096) for _ in range(2))
        content[one : one + 4096], content[other : other + 4096] = (
            content[other : other + 4096],
            content[one : one + 4096],
        )
    else:
        content = bytearray(chance.randbytes(chance.randrange(20_000)))
    file.write_bytes(content)


def test_a_value_under_another_key_is_not_found(tmp_path: Path) -> None:
    file = kept(tmp_path)
    one, other = list(VALUES)[5:7]
    with sqlite3.connect(file) as db:
        db.execute("UPDATE entry SET value = (SELECT value FROM entry WHERE key = ?) WHERE key = ?", (one, other))
    db.close()
    assert found(tmp_path) == {key: value for key, value in VALUES.items() if key != other}


def test_tables_that_are_not_ours_are_replaced(tmp_path: Path) -> None:
    file = tmp_path / FILE
    with sqlite3.connect(file) as db:
        db.execute("CREATE TABLE entry (key, used, digest, value)")
        db.execute("CREATE TRIGGER t AFTER UPDATE ON entry BEGIN DELETE FROM entry; END")
    db.close()
    kept(tmp_path)
    assert found(tmp_path) == VALUES


@pytest.mark.parametrize("what", ["a file", "a link", "open to all", "a folder in its place", "of another program"])
def test_a_folder_that_cannot_be_used_is_left_alone(tmp_path: Path, what: str) -> None:
    folder, elsewhere = tmp_path / "cache", tmp_path / "elsewhere"
    elsewhere.mkdir()
    if what == "a file":
        folder.write_text("x")
    elif what == "a link":
        folder.symlink_to(elsewhere)
    else:
        folder.mkdir()
        if what == "open to all":
            folder.chmod(0o777)
        elif what == "a folder in its place":
            (folder / FILE).mkdir()
        else:
            (folder / FILE).symlink_to(elsewhere / "x")
    kept(folder)
    assert found(folder) == {}
    assert list(elsewhere.iterdir()) == []
    assert info(folder).fault


def test_a_file_that_somebody_else_holds_is_waited_for_and_then_done_without(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = kept(tmp_path)
    monkeypatch.setattr("factcheck.cache.store._PATIENCE", 0.1)
    db = sqlite3.connect(file, isolation_level=None)
    db.execute("BEGIN EXCLUSIVE")
    with Store(tmp_path) as store:
        store.put({b"k": b"v"})
        assert not store.is_open
    db.rollback()
    db.close()
    assert found(tmp_path) == VALUES


def test_the_oldest_values_go_when_the_file_grows_too_large(tmp_path: Path) -> None:
    large = {sha256(b"l%d" % n).digest(): bytes([n]) * 20_000 for n in range(100)}
    kept(tmp_path, large)
    first = list(large)[:50]
    with sqlite3.connect(tmp_path / FILE) as db:
        db.executemany("UPDATE entry SET used = 1 WHERE key = ?", [(key,) for key in first])
    db.close()
    with Store(tmp_path, largest=1_500_000) as store:
        store.put({b"new": b"x"})
    with Store(tmp_path) as store:
        left = store.get(large)
    assert len(left) < len(large)
    assert info(tmp_path).size < 1_500_000


def test_runs_at_once_share_it(tmp_path: Path) -> None:
    done = shared(tmp_path, runs=4, rounds=25)
    assert done == [b"0"] * 4
    assert found(tmp_path) == VALUES


def shared(folder: Path, runs: int, rounds: int) -> list[bytes]:
    """Return how often each of several runs at once did not find what it had kept."""
    code = f"""
from pathlib import Path
from factcheck.cache.store import Store
from tests.cache.test_store import VALUES
missed = 0
for n in range({rounds}):
    with Store(Path({str(folder)!r})) as store:
        store.put(VALUES)
        missed += store.get(VALUES) != VALUES or not store.is_open
print(missed, end="")
"""
    env = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    started = [subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, env=env) for _ in range(runs)]
    return [each.communicate()[0] for each in started]


def test_clearing_takes_the_cache_and_nothing_else(tmp_path: Path) -> None:
    file = kept(tmp_path)
    (tmp_path / "mine.txt").write_text("x")
    assert clear(tmp_path) >= 4096
    assert not file.exists()
    assert (tmp_path / "mine.txt").exists()
    shutil.rmtree(tmp_path)
    assert clear(tmp_path) == 0


def test_a_digest_is_over_key_and_value(tmp_path: Path) -> None:
    file = kept(tmp_path)
    db = sqlite3.connect(file)
    rows = db.execute("SELECT key, digest, value FROM entry").fetchall()
    db.close()
    assert all(digest == blake2b(value, digest_size=16, key=key).digest() for key, digest, value in rows)
