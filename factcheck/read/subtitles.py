"""Subtitles (SubRip, WebVTT): what is said, without its times, sentences put together over several captions.

Cut here and not by a library, since none tells the places.
"""

from __future__ import annotations

import re

from factcheck.errors import Problem
from factcheck.model import Document, Section
from factcheck.read.encoding import decode
from factcheck.read.extraction import Extraction, Piece
from factcheck.read.titles import title_of

_TIME = r"(?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{1,3}"
_CUE = re.compile(
    rf"^[ \t]*({_TIME})[ \t]*-->[ \t]*({_TIME})[^\r\n]*\r?\n((?:[^\r\n]*\S[^\r\n]*(?:\r?\n|$))*)", re.MULTILINE
)
_MARKUP = re.compile(r"<[^<>\r\n]{0,200}>|\{\\[^{}\r\n]{0,200}\}")
_PAUSE = 2.0  # seconds, after which something else may be said
_LONGEST = 2000  # characters of what is read as one
_ENDS = (".", "!", "?", '"', "\u201d", "\u2026")


def read_subtitles(path: str, content: bytes) -> Document | Problem:
    """Return what subtitles say; a place is a time too."""
    decoded = decode(path, content)
    if isinstance(decoded, Problem):
        return decoded
    source, text = decoded.text, Extraction()
    sections: list[Section] = []
    ended, start, last = 0.0, 0, ""
    for cue in _CUE.finditer(source):
        begins = _seconds(cue[1])
        long = text.length - start > _LONGEST
        if (begins - ended > _PAUSE and last.endswith(_ENDS)) or long:
            text.end_block("text")
            start = text.length
        sections.append(Section(text.length + (not text.empty), cue[1]))
        last = cue[3].strip() or last
        text.add([Piece(" ", cue.start(3), cue.start(3) + 1), *_spoken(source, cue.start(3), cue.end(3))])
        ended = _seconds(cue[2])
    words, blocks, origin = text.done(source)
    if not blocks:
        return Problem(path, "has no captions with times", "check that it is SubRip or WebVTT")
    return Document(
        path,
        words,
        "subtitles",
        blocks,
        title=title_of(path, None, "", ()),
        kind="transcript",
        origin=origin,
        sections=tuple(sections),
        encoding=decoded.encoding,
        encoding_from=decoded.how,
    )


def _spoken(source: str, start: int, end: int) -> list[Piece]:
    """Return the words of a caption without its markup."""
    pieces, at = [], start
    for markup in [*_MARKUP.finditer(source, start, end), None]:
        stop = end if markup is None else markup.start()
        if stop > at:
            pieces.append(Piece(source[at:stop], at, stop))
        at = end if markup is None else markup.end()
    return pieces


def _seconds(time: str) -> float:
    parts = [float(part) for part in time.replace(",", ".").split(":")]
    return float(sum(part * 60**power for power, part in enumerate(reversed(parts))))
