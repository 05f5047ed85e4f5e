"""Where text goes: findings to standard output or a file, messages to standard error."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from pathlib import Path

from factcheck.errors import FactcheckError
from factcheck.report.clean import clean
from factcheck.report.terminal import Look

_DEFAULT_WIDTH = 80


def emit(text: str, output: Path | None = None) -> None:
    """Print text, or write it to a file; a reader that has gone away is no error."""
    if output is not None and str(output) != "-":
        write(text, output)
        return
    try:
        sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace"))
        sys.stdout.flush()
    except BrokenPipeError:
        # Python would complain again when it closes the stream.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def say(message: str) -> None:
    """Print a message to standard error."""
    sys.stderr.write(clean(message) + "\n")


def write(text: str, path: Path) -> None:
    """Replace a file's content at once: the old file stays whole until the new one is."""
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    except OSError as error:
        raise FactcheckError(
            f"{path}: cannot be written: {error.strerror}", "choose another --output"
        ) from None
    temporary = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as stream:
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.chmod(0o666 & ~_umask())
        temporary.replace(path)
    except OSError as error:
        temporary.unlink(missing_ok=True)
        raise FactcheckError(
            f"{path}: cannot be written: {error.strerror}", "choose another --output"
        ) from None


def look(color: str, output: Path | None) -> Look:
    """Return the terminal's width, and whether to colour: not into pipes or files unless asked."""
    to_terminal = output is None and sys.stdout.isatty()
    width = shutil.get_terminal_size((_DEFAULT_WIDTH, 24)).columns
    if color == "auto":
        shown = to_terminal and os.environ.get("TERM") != "dumb"
        if os.environ.get("FORCE_COLOR"):
            shown = True
        if os.environ.get("NO_COLOR"):
            shown = False
        return Look(width, shown)
    return Look(width, color == "always")


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
