"""Plain text and Markdown become documents: decoded, divided into blocks, with a title and a date."""

from __future__ import annotations

import re
from dataclasses import replace

from factcheck.errors import FileError, Problem
from factcheck.grammar.fold import fold
from factcheck.model import Document
from factcheck.read.blocks import divide
from factcheck.read.dates import parse_date
from factcheck.read.encoding import decode
from factcheck.read.suppressions import comments, suppressions, without
from factcheck.ruleset.yamltree import parse

# A blank line after the first rule makes it a rule between paragraphs.
_FRONT_MATTER = re.compile(r"\ufeff?---[ \t]*\r?\n(?![ \t]*\r?\n)(.*?)^---[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
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
    blocks = divide(own)
    return Document(
        path,
        text,
        blocks=blocks,
        title=_title(own),
        suppressions=suppressions(text, found, blocks),
        encoding=encoding,
        encoding_from=how,
    )


def read_markdown(path: str, content: bytes) -> Document | Problem:
    """Return a Markdown document; front matter gives title and date where it has them."""
    plain = read_text(path, content)
    if isinstance(plain, Problem):
        return plain
    document = replace(plain, format="markdown")
    front = _FRONT_MATTER.match(document.text)
    if front is None:
        return document
    found = comments(document.text)
    own = without(document.text, found)
    blocks = divide(own, front.end())
    silenced = suppressions(document.text, found, blocks)
    document = replace(document, title=_title(own[front.end() :]), blocks=blocks, suppressions=silenced)
    return _with_front_matter(document, front[1])


def _title(text: str) -> str | None:
    """Return the first heading among the first lines, or the first line that is no navigation."""
    lines = [line.strip() for line in fold(text.lstrip("\ufeff")).splitlines() if line.strip()]
    for line in lines[:20]:
        if (heading := _HEADING.match(line)) is not None:
            return heading[1] or heading[2]
    return next((line for line in lines if not _NAVIGATION.match(line)), None)


def _with_front_matter(document: Document, text: str) -> Document:
    """Take title and date from front matter; front matter that is no YAML says nothing."""
    try:
        data = parse(text, document.path).data
    except FileError:
        return document
    if not isinstance(data, dict):
        return document
    date = parse_date(str(data.get("date") or data.get("published") or ""))
    title = data.get("title")
    return replace(
        document,
        title=title if isinstance(title, str) and title.strip() else document.title,
        published=date,
        published_from=None if date is None else "meta",
    )
