"""Files are opened without waiting for anybody, and only regular ones are read, as much as they hold at that time.

Folders come from strangers: a pipe that is called sources.yaml would be waited for, a link to /dev/zero read for ever.
"""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NOCTTY", 0)
_NO_LINKS = getattr(os, "O_NOFOLLOW", 0)
SETTINGS = 10_000_000  # bytes of a file that people write
RECORDS = 500_000_000  # bytes of a file that this program writes for itself


def content_of(path: Path | str, most: int, *, follow: bool = True) -> bytes:
    """Return a regular file's bytes, `most` at most; a log may grow for ever, and only what it had is read.

    Raises OSError, with what is wrong as `strerror`: for what is no regular file, for one that is too large, and for a
    link where none is to be followed.
    """
    handle = os.open(path, _FLAGS | getattr(os, "O_BINARY", 0) | (0 if follow else _NO_LINKS))
    with os.fdopen(handle, "rb") as stream:
        at = os.fstat(handle)
        if not stat.S_ISREG(at.st_mode):
            raise OSError(errno.EINVAL, "it is not a regular file", str(path))
        if at.st_size > most:
            raise OSError(errno.EFBIG, f"it is larger than {most // 1_000_000} MB", str(path))
        return stream.read(at.st_size)
