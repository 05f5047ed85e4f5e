"""Where text goes: findings to standard output or a file, messages to standard error."""

from __future__ import annotations

import glob
import os
import shutil
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from typing import TextIO

from factcheck.errors import FactcheckError
from factcheck.report.clean import clean
from factcheck.report.view import ASCII, Look

_DEFAULT_WIDTH = 80
_SUFFIX = ".tmp"
_STRAY_AFTER = 3600  # seconds; no run takes as long to write a file
_STDOUT = ("-", "/dev/stdout")
_DEVICES = (("dev",), ("proc",))  # folders whose links are the system's own


def emit(text: str, output: Path | None = None) -> None:
    """Print text, or write it to a file; a reader that has gone away is no error."""
    emit_bytes(text.encode("utf-8", "backslashreplace"), output)


def say(message: str) -> None:
    """Print a message to standard error, where there is one and somebody still reads it."""
    if sys.stderr is None:
        return
    try:
        sys.stderr.write(clean(message) + "\n")
        sys.stderr.flush()
    except OSError:
        _silence(sys.stderr)


def _silence(stream: TextIO) -> None:
    """Let a stream that failed be; Python would complain again when it closes it."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def emit_bytes(content: bytes, output: Path | None = None) -> None:
    """Print bytes, or write them to a file."""
    if output is not None and str(output) not in _STDOUT:
        write(content, output)
        return
    try:
        sys.stdout.buffer.write(content)
        sys.stdout.flush()
    except OSError as error:
        _silence(sys.stdout)
        if not isinstance(error, BrokenPipeError):
            what = f"standard output cannot be written: {error.strerror}"
            raise FactcheckError(what, "choose an --output") from None


def write(content: str | bytes, path: Path) -> None:
    """Write a file: at once where it is a regular one, so that the old stays whole until the new is.

    A link to another file of its folder is followed; one that leads elsewhere is refused, since whoever made the
    folder may not mean well. A device or a pipe is written to, never replaced.
    """
    content = content.encode("utf-8") if isinstance(content, str) else content
    if _leads_out(path):
        what = f"{path}: is a link that leads out of its folder, to {os.path.realpath(path)}"
        raise FactcheckError(what, "name the file that it leads to, or take the link away")
    try:
        if path.exists() and not path.is_file() and not path.is_dir():
            path.write_bytes(content)
        else:
            _replace(content, Path(os.path.realpath(path)))
    except OSError as error:
        raise FactcheckError(f"{path}: cannot be written: {error.strerror}", "choose another --output") from None


def _leads_out(path: Path) -> bool:
    """Tell whether a path is a link out of its folder, or its folder one out of the current folder."""
    absolute, here = Path(os.path.abspath(path)), Path.cwd()  # noqa: PTH100 - links are what is looked for
    if absolute.parts[1:2] in _DEVICES:
        return False
    folder, file = Path(os.path.realpath(absolute.parent)), Path(os.path.realpath(absolute))
    return file.parent != folder or (
        absolute.is_relative_to(here) and not folder.is_relative_to(os.path.realpath(here))
    )


def _replace(content: bytes, path: Path) -> None:
    _sweep(path)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=_SUFFIX)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask())
        temporary.replace(path)
    except OSError:
        temporary.unlink(missing_ok=True)
        raise


def _sweep(path: Path) -> None:
    """Take away what a run that was killed has left beside a file."""
    for stray in path.parent.glob(f".{glob.escape(path.name)}.*{_SUFFIX}"):
        if time.time() - stray.stat().st_mtime > _STRAY_AFTER:
            stray.unlink(missing_ok=True)


def look(color: str, output: Path | None, *, plain: bool = False) -> Look:
    """Return the terminal's width, and whether to colour: not into pipes or files unless asked.

    `plain` is for what shows neither colour nor signs beyond ASCII.
    """
    if plain:
        return replace(look("never", output), signs=ASCII)
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
