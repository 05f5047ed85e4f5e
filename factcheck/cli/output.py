"""Where text goes: findings to standard output or a file, messages to standard error."""

from __future__ import annotations

import os
import shutil
import sys
from dataclasses import replace
from pathlib import Path

from factcheck.atomic import replace as replace_file
from factcheck.errors import FactcheckError
from factcheck.report.clean import clean
from factcheck.report.view import ASCII, Look
from factcheck.streams import put, silence

_DEFAULT_WIDTH = 80
_WIDEST = 1000  # columns; no terminal is wider, whatever COLUMNS says
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
        silence(sys.stderr)


def emit_bytes(content: bytes, output: Path | None = None) -> None:
    """Print bytes, or write them to a file."""
    if output is not None and str(output) not in _STDOUT:
        write(content, output)
        return
    try:
        put(content)
    except OSError as error:
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
            replace_file(content, Path(os.path.realpath(path)))
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


def look(color: str, output: Path | None, *, plain: bool = False) -> Look:
    """Return the terminal's width, and whether to colour: not into pipes or files unless asked.

    `plain` is for what shows neither colour nor signs beyond ASCII.
    """
    if plain:
        return replace(look("never", output), signs=ASCII)
    to_terminal = output is None and sys.stdout is not None and sys.stdout.isatty()
    width = min(shutil.get_terminal_size((_DEFAULT_WIDTH, 24)).columns, _WIDEST)
    if color == "auto":
        shown = to_terminal and os.environ.get("TERM") != "dumb"
        if os.environ.get("FORCE_COLOR"):
            shown = True
        if os.environ.get("NO_COLOR"):
            shown = False
        return Look(width, shown)
    return Look(width, color == "always")
