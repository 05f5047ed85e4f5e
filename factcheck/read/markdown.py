"""Markdown: text with front matter, in which links' targets, code and other markup say nothing.

Markup is blank to the extraction, letter by letter, so that every offset stays true; a library's tree would tell lines
at best.
"""

from __future__ import annotations

import re
from dataclasses import replace

from factcheck.errors import FileError, Problem
from factcheck.model import Document, packed_pairs
from factcheck.read.blocks import Divided
from factcheck.read.dates import parse_date
from factcheck.read.suppressions import comments, suppressions, without
from factcheck.read.text import first_title, read_text
from factcheck.ruleset.yamltree import parse

# A blank line after the first rule makes it a rule between paragraphs.
_FRONT_MATTER = re.compile(r"\ufeff?---[ \t]*\r?\n(?![ \t]*\r?\n)(.*?)^---[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
# Each alternative is bounded, so that a page of brackets is read in linear time.
_MARKUP = re.compile(
    r"^ {0,3}(?P<fence>`{3,}|~{3,})[^\n]*\n(?:[^\n]*\n)*? {0,3}(?P=fence)[ \t]*$"  # code
    r"|<!--.{0,5000}?-->|</?[a-z][a-z0-9]*(?:\s[^<>]{0,500})?/?>"  # HTML
    r"|^ {0,3}\[[^\]\n]{1,200}\]:[ \t]+\S[^\n]*$"  # where a reference leads to
    r"|!\[[^\[\]\n]{0,300}\]\([^()\s]{0,1000}(?:\s+[^()\n]{0,300})?\)"  # a picture
    r"|\[(?=[^\[\]\n]{1,300}\]\()|(?<=[^\[\s])\]\([^()\s]{0,1000}(?:\s+[^()\n]{0,300})?\)"  # a link around its words
    r"|<https?://[^<>\s]{1,1000}>"
    r"|\\(?=[!-/:-@\[-`{-~]|$)"  # an escape
    r"|(?<![\w*])\*{1,3}(?=[^\s*])|(?<=[^\s*])\*{1,3}(?![\w*])|(?<!\w)__(?=\S)|(?<=\S)__(?!\w)",  # emphasis
    re.MULTILINE | re.DOTALL | re.IGNORECASE,
)


def read_markdown(path: str, content: bytes) -> Document | Problem:
    """Return a Markdown document; front matter gives title and date where it has them."""
    plain = read_text(path, content)
    if isinstance(plain, Problem):
        return plain
    front = _FRONT_MATTER.match(plain.text)
    start = 0 if front is None else front.end()
    blank = packed_pairs(m.span() for m in _MARKUP.finditer(plain.text, start) if "factcheck:" not in m[0])
    found = comments(plain.text)
    own = replace(plain, suppressions=(), blank=blank).folded
    own = without(own, found)
    blocks = Divided(own, start)
    document = replace(
        plain,
        format="markdown",
        title=first_title(own[start:]),
        blocks=blocks,
        blank=blank,
        suppressions=suppressions(plain.text, found, blocks),
    )
    return document if front is None else _with_front_matter(document, front[1])


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
    known = {name: data[name] for name in ("author", "language", "kind") if isinstance(data.get(name), str)}
    return replace(
        document,
        **known,
        title=title if isinstance(title, str) and title.strip() else document.title,
        published=date,
        published_from=None if date is None else "meta",
    )
