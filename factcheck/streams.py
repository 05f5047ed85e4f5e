"""Standard output and error, which may be closed, full, or read by nobody any more."""

from __future__ import annotations

import errno
import os
import sys
from typing import TextIO


def put(content: bytes) -> None:
    """Write bytes to standard output at once; a reader that has gone away is no error, any other OSError is raised."""
    if sys.stdout is None:
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))
    try:
        sys.stdout.buffer.write(content)
        sys.stdout.flush()
    except OSError as error:
        silence(sys.stdout)
        if not isinstance(error, BrokenPipeError):
            raise


def silence(stream: TextIO) -> None:
    """Let a stream that failed be; Python would complain again when it closes it."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
