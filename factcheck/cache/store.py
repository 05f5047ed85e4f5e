"""The cache's file: keys and values in SQLite, shared by runs that go on at once.

Whatever is wrong with it (damaged, locked, read-only, full, of another version, written by somebody else) is a miss.
A value is bytes with a digest over its key and itself; nothing that is read here is ever run.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Self

from factcheck.cache.folder import is_private, ready, unfit

FILE = "cache.db"
LARGEST = 1_000_000_000  # bytes on disk; what was not used for longest goes first
_AFTER_SWEEP = 0.7  # of the largest size
_LONGEST = 256_000_000  # bytes of one value
_PATIENCE = 5.0  # seconds to wait for another run that writes
_AT_ONCE = 400  # keys of one question
_DAY = 86_400  # seconds; how exactly it is noted when a value was used
_SWEEPS = 50  # into so many parts the entries are divided, of which the oldest go
_VERSION = 1
_SCHEMA = (
    "CREATE TABLE entry (key BLOB PRIMARY KEY, used INTEGER NOT NULL, digest BLOB NOT NULL, value BLOB NOT NULL)",
    "CREATE INDEX by_use ON entry (used)",
)
_FAULTS = (sqlite3.Error, OSError, ValueError, OverflowError, MemoryError)


@dataclass(frozen=True, slots=True)
class Info:
    """What `factcheck cache info` tells: where the cache is, its bytes and entries, and what is wrong with it."""

    folder: Path
    size: int = 0
    entries: int = 0
    fault: str = ""


class Store:
    """Keeps values by their keys, in one folder; `largest` is how many bytes its file may grow to."""

    def __init__(self, folder: Path | None, largest: int = LARGEST) -> None:
        self._folder = folder
        self._largest = largest
        self._db: sqlite3.Connection | None = None
        self._wrote = False
        if folder is not None:
            self._db = self._open(folder)

    def _open(self, folder: Path) -> sqlite3.Connection | None:
        """Return the folder's database; in place of a damaged one there is a new one."""
        for _ in range(2):
            try:
                return _opened(folder)
            except _FAULTS as error:
                if not _is_damage(error):
                    return None
                _heal(folder)
        return None

    @property
    def is_open(self) -> bool:
        """Whether anything can be kept and found."""
        return self._db is not None

    def get(self, keys: Iterable[bytes]) -> dict[bytes, bytes]:
        """Return the values that are there, of those asked for."""
        found: dict[bytes, bytes] = {}
        rest = iter(keys)
        while self._db is not None and (some := list(islice(rest, _AT_ONCE))):
            try:
                found |= self._some(self._db, some)
            except _FAULTS as error:
                self._give_up(error)
        return found

    def put(self, values: Mapping[bytes, bytes]) -> None:
        """Keep values; what cannot be kept is not."""
        if self._db is None or not values:
            return
        now = int(time.time())
        rows = [(key, now, _digest(key, value), value) for key, value in values.items() if len(value) <= _LONGEST]
        try:
            with self._db:
                self._db.execute("BEGIN IMMEDIATE")
                self._db.executemany("INSERT OR REPLACE INTO entry VALUES (?, ?, ?, ?)", rows)
            self._wrote = True
        except _FAULTS as error:
            self._give_up(error)

    def _some(self, db: sqlite3.Connection, keys: Sequence[bytes]) -> dict[bytes, bytes]:
        asked = ", ".join("?" * len(keys))
        rows = db.execute(f"SELECT key, used, digest, value FROM entry WHERE key IN ({asked})", keys).fetchall()  # noqa: S608
        now = int(time.time())
        found, old = {}, []
        for key, used, digest, value in rows:
            if not isinstance(value, bytes) or digest != _digest(key, value):
                continue
            found[key] = value
            if not isinstance(used, int) or not now - _DAY < used <= now:
                old.append((now, key))
        if old:
            with db:
                db.execute("BEGIN IMMEDIATE")
                db.executemany("UPDATE entry SET used = ? WHERE key = ?", old)
        return found

    def close(self) -> None:
        """Leave the file to others; where it has grown too large the oldest values go."""
        if self._db is None:
            return
        try:
            if self._wrote:
                _sweep(self._db, self._largest)
            self._db.close()
        except _FAULTS as error:
            self._give_up(error)
        self._db = None

    def _give_up(self, error: BaseException) -> None:
        """Do without the cache from here on; a damaged file is taken away, so that the next run has a new one."""
        db, self._db = self._db, None
        try:
            if db is not None:
                db.close()
        except _FAULTS:
            pass
        if self._folder is not None and _is_damage(error):
            _heal(self._folder)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()


NO_STORE = Store(None)


def info(folder: Path) -> Info:
    """Return what is known of a cache, without changing it."""
    file = folder / FILE
    try:
        if not folder.exists() and not folder.is_symlink():
            return Info(folder)
        if fault := unfit(folder) or ("" if is_private(file) else f"{FILE} is not this user's alone"):
            return Info(folder, fault=fault)
        if not file.exists():
            return Info(folder)
        size = sum(each.stat().st_size for each in _files(folder) if each.exists())
        db = _connected(file)
        try:
            if not _is_whole(db):
                return Info(folder, size, fault="it is of another version, or none of ours")
            return Info(folder, size, int(db.execute("SELECT count(*) FROM entry").fetchone()[0]))
        finally:
            db.close()
    except _FAULTS as error:
        return Info(folder, fault=str(getattr(error, "strerror", None) or error))


def clear(folder: Path) -> int:
    """Delete the cache's files, and nothing else; return how many bytes they had. Raises OSError."""
    if not folder.exists() or unfit(folder) == "it is a link":
        return 0
    size = 0
    for file in _files(folder):
        if file.exists() or file.is_symlink():
            size += file.lstat().st_size
            file.unlink()
    return size


def _files(folder: Path) -> tuple[Path, ...]:
    return tuple(folder / f"{FILE}{end}" for end in ("", "-wal", "-shm", "-journal"))


def _opened(folder: Path) -> sqlite3.Connection | None:
    """Return the folder's database, made where there is none; None where it cannot be used. Raises sqlite3.Error."""
    if ready(folder) or not is_private(folder / FILE):
        return None
    db = _connected(folder / FILE)
    try:
        if not _is_whole(db):
            _make(db)
        return db
    except _FAULTS:
        db.close()
        raise


def _connected(file: Path) -> sqlite3.Connection:
    db = sqlite3.connect(file, timeout=_PATIENCE, isolation_level=None, check_same_thread=False)
    db.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST + 1_000)
    for setting in ("trusted_schema = OFF", "cell_size_check = ON", "mmap_size = 0", "synchronous = OFF"):
        db.execute(f"PRAGMA {setting}")
    return db


def _is_whole(db: sqlite3.Connection) -> bool:
    """Tell whether a database has our tables as they are made here, and nothing else that could do something."""
    if db.execute("PRAGMA user_version").fetchone()[0] != _VERSION:
        return False
    made = {sql for (sql,) in db.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL")}
    return made == set(_SCHEMA)


def _make(db: sqlite3.Connection) -> None:
    """Make the tables in an empty database; what another version, or nobody, has made is left out of it."""
    db.execute("PRAGMA auto_vacuum = INCREMENTAL")
    db.execute("PRAGMA journal_mode = WAL")
    with db:
        db.execute("BEGIN IMMEDIATE")
        if _is_whole(db):
            return  # another run was faster
        if db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
            raise sqlite3.DatabaseError(_FOREIGN)
        for statement in _SCHEMA:
            db.execute(statement)
        db.execute(f"PRAGMA user_version = {_VERSION}")


_FOREIGN = "not our tables"
_DAMAGE = (_FOREIGN, "malformed", "not a database", "disk image", "unsupported file format", "corrupt")


def _is_damage(error: BaseException) -> bool:
    return isinstance(error, sqlite3.DatabaseError) and any(words in str(error) for words in _DAMAGE)


def _heal(folder: Path) -> None:
    """Take a damaged file away; whoever still has it open keeps it."""
    try:
        if not unfit(folder) and is_private(folder / FILE):
            clear(folder)
    except OSError:
        pass


def _digest(key: object, value: bytes) -> bytes:
    return blake2b(value, digest_size=16, key=key if isinstance(key, bytes) and len(key) <= 64 else b"").digest()


def _sweep(db: sqlite3.Connection, largest: int) -> None:
    """Delete what was not used for longest until the file is small enough again."""
    page = db.execute("PRAGMA page_size").fetchone()[0]

    def size() -> int:
        free = db.execute("PRAGMA freelist_count").fetchone()[0]
        return int(page * (db.execute("PRAGMA page_count").fetchone()[0] - free))

    if size() <= largest:
        return
    step = 1 + db.execute("SELECT count(*) FROM entry").fetchone()[0] // _SWEEPS
    oldest = "SELECT key FROM entry ORDER BY used LIMIT ?"
    gone = step
    while gone > 0 and size() > largest * _AFTER_SWEEP:
        with db:
            db.execute("BEGIN IMMEDIATE")
            gone = db.execute(f"DELETE FROM entry WHERE key IN ({oldest})", (step,)).rowcount  # noqa: S608
    db.executescript("PRAGMA incremental_vacuum")  # which steps through it, as execute does not
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
