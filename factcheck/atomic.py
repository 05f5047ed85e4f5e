"""Files are written whole or not at all: into a temporary one beside, which then takes the place of the old.

The order of system calls is the one under which a crash at any moment leaves the old or the new file (T. S. Pillai et
al., "All File Systems Are Not Created Equal", OSDI 2014): write, fsync, rename, fsync of the folder.
"""

from __future__ import annotations

import errno
import os
import time
import zlib
from pathlib import Path

try:
    from fcntl import LOCK_EX, LOCK_NB, flock
except ImportError:  # not POSIX: there strays are left alone
    flock = None  # type: ignore[assignment]

_GRACE = 10  # seconds from a temporary file's making within which its owner may not have locked it yet
_NO_FOLDER_SYNC = frozenset({errno.EINVAL, errno.ENOTSUP})  # what file systems without it answer


def replace(content: bytes, path: Path) -> None:
    """Put content into a file that is made or replaced; a crash or an error leaves the old one, or the new, whole.

    Permissions of a file that is replaced stay. What writers that were killed have left beside it is taken away.
    Raises OSError where any of it fails.
    """
    folder = os.open(path.parent, os.O_RDONLY | getattr(os, "O_DIRECTORY", 0))
    try:
        _sweep(path)
        temporary = path.with_name(f"{_prefix(path)}{os.urandom(8).hex()}.tmp")
        try:
            _write(content, temporary, path)
        except BaseException:  # Ctrl-C too leaves nothing behind
            temporary.unlink(missing_ok=True)
            raise
        _sync_folder(folder)
    finally:
        os.close(folder)


def _prefix(path: Path) -> str:
    """Return how the names of temporary files for a path begin; of one length, for a name may be as long as can be."""
    return f".factcheck-{zlib.crc32(os.fsencode(path.name)):08x}-"


def _write(content: bytes, temporary: Path, path: Path) -> None:
    """Write a file to the disk and give it its name; nobody takes it away meanwhile, for it is locked."""
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_CLOEXEC", 0), 0o666)
    with os.fdopen(handle, "wb") as stream:
        if flock is not None:
            _lock(handle)
        if path.exists():
            temporary.chmod(path.stat().st_mode & 0o777)
        stream.write(content)
        stream.flush()
        os.fsync(handle)
        temporary.replace(path)


def _lock(handle: int) -> bool:
    """Tell whether nobody else holds a file, which is then held until it is closed."""
    try:
        flock(handle, LOCK_EX | LOCK_NB)
    except OSError:  # also where the file system knows no locks
        return False
    return True


def _sweep(path: Path) -> None:
    """Take away the temporary files of writers that are no more: those that nobody holds."""
    if flock is None:
        return
    for stray in path.parent.glob(f"{_prefix(path)}*.tmp"):
        try:
            handle = os.open(stray, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
            try:
                if time.time() - os.fstat(handle).st_mtime > _GRACE and _lock(handle):
                    stray.unlink(missing_ok=True)
            finally:
                os.close(handle)
        except OSError:
            continue  # another run was faster, or it is not ours to take away


def _sync_folder(folder: int) -> None:
    try:
        os.fsync(folder)
    except OSError as error:
        if error.errno not in _NO_FOLDER_SYNC:
            raise
