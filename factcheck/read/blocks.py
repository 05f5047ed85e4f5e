"""Text becomes blocks: headings, paragraphs and lines, and what in a page is not its own.

A blank line ends a block, and so does a line's end, unless the line was wrapped: then it goes on in the next.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple, overload

from factcheck.grammar.fold import fold
from factcheck.model import Block, Packed, Part, packed_blocks

_LINE = re.compile(r"[^\r\n]+")
_LINE_END = re.compile(r"\r\n|\n|\r")
_WRAPPED = 50  # characters; a shorter line ends what it says, unless the paragraph is narrow
_MOST_LINES = 2_000  # of a paragraph
_NARROW = 30  # characters; no paragraph of running text is narrower
_LONGEST_HEADING = 80  # characters
_FEW = 3  # lines; in more of them it is no chance that none had room for another word
_SENTENCES = re.compile(r"[.!?]['\")]?\s+[\"'(]?[A-Z0-9].{80}", re.DOTALL)  # a title is one sentence, or little more
_HEADING = re.compile(r"\s*(?:#{1,6}\s|=+[^=\n]+=+\s*$)")
_BULLET = re.compile(r"\s*(?:[-*\u2022|>]|\d{1,2}[.)]\s)")
_LABEL = re.compile(r"[^.!?|]{2,40}\s?:\s")
_QUOTED = re.compile(r"\s*>")
_QUESTION = re.compile(r"(?:Q|Question|Interviewer)\s?[:.]\s", re.IGNORECASE)
# Headings under which the text is not the document's own, up to the next heading.
_ELSEWHERE: dict[Part, str] = {
    "aside": r"related (?:posts|articles|stories|films|links)|see also|you may also like|more from|read more|"
    r"recommended|also on",
    "comment": r"leave a (?:reply|comment)|comments?|\d+ (?:comments?|replies|responses)",
    "reference": r"references|notes and references|footnotes|bibliography|further reading|external links",
}
_HEADS = [(part, re.compile(rf"\W*(?:{words})\b\W*:?\W*$", re.IGNORECASE)) for part, words in _ELSEWHERE.items()]


class Divided(Sequence[Block]):
    """The blocks of a text from an offset on, found when first asked for: most texts of an archive have no hit."""

    def __init__(self, text: str, start: int = 0) -> None:
        self._text = text
        self._start = start

    @cached_property
    def _blocks(self) -> Packed[Block]:
        return divide(self._text, self._start)

    @property
    def starts(self) -> Sequence[int]:
        """Where each block begins."""
        return self._blocks.starts

    def __len__(self) -> int:
        return len(self._blocks)

    def __iter__(self) -> Iterator[Block]:
        return iter(self._blocks)

    @overload
    def __getitem__(self, at: int) -> Block: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[Block]: ...

    def __getitem__(self, at: int | slice) -> Block | Sequence[Block]:
        return self._blocks[at]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash((self._text, self._start))


def divide(text: str, start: int = 0) -> Packed[Block]:
    """Return the blocks of a text from an offset on, in order; white space lies between them."""
    text = fold(text)
    return relabelled(text, _told_apart(text, start))


def _told_apart(text: str, start: int) -> Iterator[Block]:
    """Yield the blocks: the title, headings, quotations and text."""
    title = True
    for first, last in _paragraphs(text, start):
        heading = _HEADING.match(text, first, last) is not None
        part: Part = "heading" if heading else "quote" if _QUOTED.match(text, first, last) else "text"
        title = title and not _SENTENCES.search(text, first, last)
        yield Block(first, last, "title" if title else part)
        title = False


def relabelled(text: str, blocks: Iterable[Block]) -> Packed[Block]:
    """Return blocks with what stands below a heading such as "Related posts" labelled, and questions of interviews."""
    return packed_blocks(_relabelled(text, blocks))


def _relabelled(text: str, blocks: Iterable[Block]) -> Iterator[Block]:
    under: Part | None = None
    for block in blocks:
        words = fold(text[block.start : min(block.end, block.start + _LONGEST_HEADING)]).strip("=# ")
        short = block.end - block.start < _LONGEST_HEADING
        named = next((part for part, head in _HEADS if head.match(words)), None) if short else None
        if block.part == "title":
            yield block
            continue
        if named is not None:
            under = named
        elif block.part == "heading":
            under = None
        if under is not None and block.part in ("text", "heading", "quote", "caption"):
            yield block._replace(part=under)
        elif block.part == "text" and _QUESTION.match(words):
            yield block._replace(part="question")
        else:
            yield block


def _paragraphs(text: str, start: int) -> Iterator[tuple[int, int]]:
    """Yield the offsets of lines, wrapped lines joined to the ones that they go on in."""
    for run in _runs(text, start):
        widest = max(len(line.text) for line in run)
        column = len(run) > _FEW and all(_had_no_room(a.text, b.text, widest) for a, b in pairwise(run))
        first, previous = run[0].start, run[0]
        for line in run[1:]:
            if not _goes_on(previous.text, line.text, widest, column=column):
                yield first, previous.end
                first = line.start
            previous = line
        yield first, previous.end


class _Line(NamedTuple):
    """A line without the spaces around it: where it stands, and its folded text."""

    start: int
    end: int
    text: str


def _runs(text: str, start: int) -> Iterator[list[_Line]]:
    """Yield lines that follow one another with no empty one between them."""
    run: list[_Line] = []
    end = start
    for match in _LINE.finditer(text, start):
        line = match[0]
        words = line.strip()
        if not words:
            continue
        if run and (len(run) == _MOST_LINES or len(_LINE_END.findall(text, end, match.start())) != 1):
            yield run
            run = []
        first = match.start() + line.index(words)
        end = first + len(words)
        run.append(_Line(first, end, words))
    if run:
        yield run


def _goes_on(previous: str, line: str, widest: int, *, column: bool) -> bool:
    """Tell whether a line was wrapped into the next: it is long, or the next line's first word had no room in it.

    In a `column` that is enough; else the words have to show that the sentence was not over.
    """
    if _BULLET.match(line) or _HEADING.match(line) or _HEADING.match(previous):
        return False
    full = _had_no_room(previous, line, widest) and not _LABEL.match(previous)
    if _LABEL.match(line) and not (full and min(len(previous), len(line)) >= _WRAPPED):
        return False
    if len(previous) >= _WRAPPED:
        return True
    if not _had_no_room(previous, line, widest):
        return False
    last = previous.rsplit(maxsplit=1)[-1]
    return column or (last[-1] not in ".!?:" and (line[0].islower() or last[0].islower() or last[-1] == ","))


def _had_no_room(previous: str, line: str, widest: int) -> bool:
    """Tell whether a line's first word would have made the line before it wider than the widest."""
    return len(previous) + 1 + len(line.split(maxsplit=1)[0]) > widest >= _NARROW
