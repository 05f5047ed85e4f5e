"""Collects the text that a reader finds in a file: lines, blocks with their parts, and the way back to the file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from factcheck.model import Block, Origin, PackedBlocks, PackedRuns, Part, Run

# White space that becomes one space, or none where a line begins.
_GAPS = re.compile(r"\s{2,}|^\s|\s$")
_MANY = 10_000  # pieces, each of which takes more memory than its words
_SPACES = {code: " " for code in range(0x3001) if chr(code).isspace()}


class Piece(NamedTuple):
    """Words, or white space, and the stretch of the file that they come from."""

    words: str
    first: int
    last: int


class Extraction:
    """Text in the making. White space becomes single spaces; blocks are a blank line apart."""

    def __init__(self) -> None:
        self._text: list[str] = []
        self._length = 0
        self._whole: list[str] = []  # stretches of the text that are done
        self._runs = PackedRuns()
        self._blocks = PackedBlocks()
        self._start = 0  # of the block that is open
        self._space: Piece | None = None

    def add(self, pieces: Iterable[Piece]) -> None:
        """Add words to the line that is open."""
        for words, first, last in pieces:
            if last - first != len(words):  # a character reference, or words that stand otherwise in the file
                self._add_piece(Piece(words, first, last))
                continue
            at = 0
            for gap in _GAPS.finditer(words):
                self._add_words(words[at : gap.start()], first + at)
                self._space = self._space or Piece(" ", first + gap.start(), first + gap.end())
                at = gap.end()
            self._add_words(words[at:], first + at)

    def say(self, words: str) -> None:
        """Add words of a file that is no text itself."""
        self.add([Piece(words, 0, len(words))])

    def between(self, sign: str, at: int) -> None:
        """Add a sign that the file does not have: what stands between a label and its value."""
        self._space = None
        self._append(Piece(sign, at, at))

    def end_block(self, part: Part) -> None:
        """End the block that is open, if it has any words."""
        self._space = None
        if self._length > self._start:
            self._blocks.append(Block(self._start, self._length, part))
            at = self._runs.last
            self._append(Piece("\n\n", at, at))
        self._start = self._length

    @property
    def length(self) -> int:
        """How long the text is so far."""
        return self._length

    @property
    def empty(self) -> bool:
        """Whether the block that is open has no words yet."""
        return self._length == self._start

    def done(self, source: str) -> tuple[str, Sequence[Block], Origin]:
        """Return the text, its blocks, and where it stands in the file."""
        self.end_block("text")
        return "".join((*self._whole, *self._text)), self._blocks.done(), Origin(source, self._runs.done())

    def _add_words(self, words: str, first: int) -> None:
        """Add words between which stands no more than one space, or another character for it."""
        if words:
            self._add_piece(Piece(words.translate(_SPACES), first, first + len(words)))

    def _add_piece(self, piece: Piece) -> None:
        if piece.words.isspace():
            self._space = self._space or Piece(" ", piece.first, piece.last)
            return
        if self._space is not None and not self.empty and not self._text[-1].endswith(" "):
            self._append(self._space)
        self._space = None
        self._append(piece)

    def _append(self, piece: Piece) -> None:
        words, first, last = piece
        start, self._length = self._length, self._length + len(words)
        if len(self._text) == _MANY:
            self._whole.append("".join(self._text))
            self._text.clear()
        self._text.append(words)
        self._runs.append(Run(start, self._length, first, last))
