"""Which title a document has: what its metadata say, unless a program put that there."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePosixPath

from factcheck.model import Block

_LONGEST = 1_000  # characters of a line that is taken for a title
_GIVEN_BY_PROGRAMS = frozenset({"untitled", "untitled document", "document", "index", "home", "new page", "no title"})


def title_of(path: str, declared: str | None, text: str, blocks: Sequence[Block]) -> str | None:
    """Return the declared title unless it is the file's name or says nothing; else the first title, heading or line."""
    title = " ".join((declared or "").split())
    file = PurePosixPath(path)
    if title and title.casefold() not in {*_GIVEN_BY_PROGRAMS, file.stem.casefold(), file.name.casefold()}:
        return title
    for parts in (("heading",), ("title", "text", "quote")):
        for block in blocks:
            words = " ".join(text[block.start : min(block.end, block.start + _LONGEST)].split())
            if block.part in parts and words.casefold() not in {file.stem.casefold(), file.name.casefold()}:
                return words
    return None
