"""One table of formats: which reader takes which ending. A new format is one file and one row."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from factcheck.errors import Problem
from factcheck.model import Document
from factcheck.read.html import read_html
from factcheck.read.text import read_markdown, read_text
from factcheck.read.walk import STDIN, File

Reader = Callable[[str, bytes], Document | Problem]

READERS: dict[str, Reader] = {
    ".txt": read_text,
    ".text": read_text,
    ".md": read_markdown,
    ".markdown": read_markdown,
    ".html": read_html,
    ".htm": read_html,
    ".xhtml": read_html,
}


def is_readable(path: Path) -> bool:
    """Tell whether a file's ending is one that a reader takes."""
    return path.suffix.lower() in READERS


def read_file(file: File) -> Document | Problem | None:
    """Return the file's document, its problem, or None where it is of no known type and unnamed."""
    if file.path == STDIN:
        return read_text(file.shown, sys.stdin.buffer.read())
    reader = READERS.get(file.path.suffix.lower())
    if reader is None:
        if not file.named:
            return None
        known = ", ".join(sorted(READERS))
        return Problem(file.shown, "is of a type that cannot be read", f"known endings: {known}")
    try:
        content = file.path.read_bytes()
    except OSError as error:
        return Problem(file.shown, f"cannot be opened: {error.strerror}", "check the file's permissions")
    return reader(file.shown, content)
