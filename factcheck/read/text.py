"""Plain text becomes documents: decoded, divided into blocks, with a title."""

from __future__ import annotations

import re

from factcheck.errors import Problem
from factcheck.grammar.fold import fold
from factcheck.model import Document
from factcheck.read.blocks import Divided
from factcheck.read.encoding import decode
from factcheck.read.suppressions import comments, suppressions, without

_TOP = 5_000  # characters in which a title stands
_HEADING = re.compile(r"^(?:#{1,6}\s+(.+?)\s*#*|=+\s*([^=\s].*?)\s*=+)$")
_NAVIGATION = re.compile(
    r"^(?:skip to|jump to|menu$|home$|search$|navigation|log ?in|sign in|subscribe|donate)\b", re.I
)


def read_text(path: str, content: bytes) -> Document | Problem:
    """Return a plain text's document. Its title is the first heading, or else the first line."""
    decoded = decode(path, content)
    if isinstance(decoded, Problem):
        return decoded
    text, encoding, how = decoded
    found = comments(text)
    own = without(text, found)
    blocks = Divided(own)
    return Document(
        path,
        text,
        blocks=blocks,
        title=first_title(own),
        suppressions=suppressions(text, found, blocks),
        encoding=encoding,
        encoding_from=how,
    )


def first_title(text: str) -> str | None:
    """Return the first heading among the first lines, or the first line that is no navigation."""
    lines = [line.strip() for line in fold(text[:_TOP].lstrip("\ufeff")).splitlines() if line.strip()]
    for line in lines[:20]:
        if (heading := _HEADING.match(line)) is not None:
            return heading[1] or heading[2]
    return next((line for line in lines if not _NAVIGATION.match(line)), None)
