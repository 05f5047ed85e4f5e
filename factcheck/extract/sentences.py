"""Sentences around hits: bounds are found only in the blocks where a trigger stands."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from factcheck.model import Block, Document

Hit = tuple[int, int]  # where something stands, and which it is
_LONGEST = 5_000  # characters of a sentence
_WINDOW = 100_000  # characters that are looked through at once
_PIECE = 200_000  # characters of a block that are split into sentences at once
_MANY = 2_000  # blocks whose sentences are remembered
LINE_ENDS = str.maketrans("\r\n", "  ")


class Sentences:
    """Finds the block and the sentence around an offset; a block is split once, as long as it is near."""

    def __init__(self, document: Document) -> None:
        self._text = document.folded
        self._blocks = document.blocks
        starts = getattr(document.blocks, "starts", None)  # packed ones know them
        self._starts: Sequence[int] = [block.start for block in document.blocks] if starts is None else starts
        self._spans: dict[int, list[tuple[int, int]]] = {}

    def windows(self) -> Iterator[tuple[int, int]]:
        """Yield stretches that together are the whole text, cut where a block begins, or a sentence of a long one."""
        first, end = 0, len(self._text)
        while first < end:
            last = self._cut(first + _WINDOW)
            yield first, last
            first = last

    def _cut(self, at: int) -> int:
        """Return where a block begins at an offset or shortly behind it, else where a sentence does."""
        number = bisect_left(self._starts, at)
        start = self._starts[number] if number < len(self._starts) else len(self._text)
        block = self.block(at) if start > at + _WINDOW else None
        if block is None:
            return start
        spans = self._of(block)
        number = bisect_left(spans, at, key=lambda span: span[0])
        return spans[number][0] if number < len(spans) else start

    def blocks(self, window: tuple[int, int]) -> Sequence[Block]:
        """Return the blocks that begin within a stretch of the text."""
        first, last = (bisect_left(self._starts, at) for at in window)
        return self._blocks[first:last]

    def block(self, offset: int) -> Block | None:
        """Return the block around an offset, or None between blocks."""
        i = bisect_right(self._starts, offset) - 1
        return self._blocks[i] if i >= 0 and offset < self._blocks[i].end else None

    def around(self, offset: int) -> tuple[int, int] | None:
        """Return the sentence around an offset as [start, end)."""
        block = self.block(offset)
        if block is None:
            return None
        spans = self._of(block)
        return spans[max(0, bisect_right(spans, offset, key=lambda span: span[0]) - 1)]

    def by_block(self, hits: Iterable[Hit]) -> Iterable[list[Hit]]:
        """Return what stands somewhere, each with its offset first, by the blocks that it stands in."""
        of_block: dict[int, list[Hit]] = defaultdict(list)
        starts = self._starts
        for hit in hits:
            of_block[bisect_right(starts, hit[0]) - 1].append(hit)
        return [found for number, found in sorted(of_block.items()) if number >= 0]

    def by_sentence(self, of_block: Sequence[Hit]) -> Iterable[tuple[tuple[int, int], list[Hit]]]:
        """Return what stands in one block by its sentences."""
        block = self.block(of_block[0][0])
        if block is None:
            return ()
        spans = self._of(block)
        starts = [start for start, _ in spans]
        of_sentence: dict[int, list[Hit]] = defaultdict(list)
        for hit in of_block:
            if hit[0] < block.end:
                of_sentence[max(0, bisect_right(starts, hit[0]) - 1)].append(hit)
        return [(spans[number], found) for number, found in sorted(of_sentence.items())]

    def _of(self, block: Block) -> list[tuple[int, int]]:
        if block.start not in self._spans:
            if len(self._spans) >= _MANY:
                self._spans.clear()
            self._spans[block.start] = _split(self._text[block.start : block.end], block.start)
        return self._spans[block.start]


def _split(text: str, offset: int) -> list[tuple[int, int]]:
    unwrapped = text.translate(LINE_ENDS)  # where a line is wrapped says nothing of sentences
    spans = _told(unwrapped) or [(0, len(text))]
    return [(offset + start, offset + end) for span in spans for start, end in _bounded(unwrapped, *span)]


def _told(text: str) -> Iterable[tuple[int, int]]:
    """Return the sentences of a text; a long one is split piece by piece, each from where the last sentence began."""
    from nupunkt import sent_spans

    if len(text) <= _PIECE:
        return sent_spans(text)
    spans: list[tuple[int, int]] = []
    at, length = 0, _PIECE
    while at < len(text):
        found = sent_spans(text[at : at + length])
        whole = at + length >= len(text)
        if len(found) < 2 and not whole:
            length *= 2
            continue
        kept = found if whole else found[:-1]
        spans += [(at + start, at + end) for start, end in kept]
        at, length = len(text) if whole else at + found[-1][0], _PIECE
    return spans


def _bounded(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield a sentence; in pieces, cut at spaces, where it is longer than anybody writes: work is done around a hit."""
    while end - start > _LONGEST:
        space = text.rfind(" ", start + _LONGEST // 2, start + _LONGEST)
        cut = space + 1 if space >= 0 else start + _LONGEST
        yield start, cut
        start = cut
    yield start, end
