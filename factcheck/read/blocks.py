"""Text becomes blocks: headings, paragraphs and lines, and what in a page is not its own.

A blank line ends a block, and so does a line's end, unless the line is so long that it was
wrapped: then it goes on in the next.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.grammar.fold import fold
from factcheck.model import Block

_LINE = re.compile(r"[^\r\n]+")
_LINE_END = re.compile(r"\r\n|\n|\r")
_WRAPPED = 50  # characters; a shorter line ends what it says
_HEADING = re.compile(r"\s*(?:#{1,6}\s|=+[^=\n]+=+\s*$)")
_ITEM = re.compile(r"\s*(?:[-*\u2022|>]|\d+[.)]\s)|[^.!?|]{2,40}\s?:\s")
_ASIDE = re.compile(
    r"\W*(?:related (?:posts|articles|stories|films|links)|see also|you may also like|more from|read more|"
    r"recommended|leave a (?:reply|comment)|also on)\b\W*:?\W*$",
    re.IGNORECASE,
)


def divide(text: str, start: int = 0) -> tuple[Block, ...]:
    """Return the blocks of a text from an offset on, in order; white space lies between them."""
    blocks: list[Block] = []
    aside = False
    for first, last in _paragraphs(text, start):
        folded = fold(text[first:last])
        heading = _HEADING.match(folded) is not None
        if _ASIDE.match(folded.strip("=# ")):
            aside = True
        elif heading:
            aside = False
        if not blocks:
            blocks.append(Block(first, last, "title"))
        else:
            blocks.append(Block(first, last, "aside" if aside else "heading" if heading else "text"))
    return tuple(blocks)


def _paragraphs(text: str, start: int) -> Iterator[tuple[int, int]]:
    """Yield the offsets of lines, wrapped lines joined to the ones that they go on in."""
    first, end, previous = -1, start, ""
    for match in _LINE.finditer(text, start):
        line = match[0]
        if not line.strip():
            continue
        adjoins = len(_LINE_END.findall(text, end, match.start())) == 1
        if first >= 0 and not (adjoins and _goes_on(previous, fold(line))):
            yield first, end
            first = -1
        if first < 0:
            first = match.start() + len(line) - len(line.lstrip())
        end, previous = match.start() + len(line.rstrip()), fold(line)
    if first >= 0:
        yield first, end


def _goes_on(previous: str, line: str) -> bool:
    """Tell whether a line was wrapped into the next."""
    starts_anew = _ITEM.match(line) or _HEADING.match(line)
    return len(previous) >= _WRAPPED and not _HEADING.match(previous) and not starts_anew
