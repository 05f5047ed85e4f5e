"""Rich Text Format: its text, by striprtf. A place is a line of the extracted text."""

from __future__ import annotations

from dataclasses import replace

from factcheck.errors import Problem
from factcheck.model import Document
from factcheck.read.text import read_text


def read_rtf(path: str, content: bytes) -> Document | Problem:
    """Return the text of a file in Rich Text Format."""
    from striprtf.striprtf import rtf_to_text

    try:
        text: str = rtf_to_text(  # type: ignore[no-untyped-call]
            content.decode("latin-1"), errors="replace"
        )
    except (ValueError, KeyError, IndexError, LookupError, AttributeError, RecursionError) as error:
        return Problem(path, f"is no RTF that can be read: {type(error).__name__}", "save it anew, or as text")
    read = read_text(path, text.encode("utf-8", "replace"))
    return read if isinstance(read, Problem) else replace(read, format="rtf", encoding_from="")
