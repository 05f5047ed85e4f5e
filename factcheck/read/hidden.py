"""Hidden characters: what nobody sees on a page and a program would read, folded for matching and told (FC905).

Characters without width and marks of direction are taken out, so that "ni<zero width space>ne" is "nine"; letters of
another script that look like Latin ones, within a word of Latin letters, become what they look like. Which do is a part
of Unicode's confusables.txt (https://www.unicode.org/reports/tr39/). The file's own text stays as it is, and so do
quotes and places.

Told is only what no typesetter needs: a soft hyphen, a joiner in Persian or in an emoji, a mark of direction in a page
with Hebrew or Arabic are not.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from heapq import merge
from itertools import accumulate
from typing import NamedTuple

from factcheck.model import (
    Block,
    Document,
    Hidden,
    Packed,
    PackedRuns,
    Section,
    Stated,
    packed_blocks,
    packed_named,
    packed_pairs,
)
from factcheck.model.origin import Origin, Run
from factcheck.model.packed import joined

_FOLDED = (
    r"\u00ad\u034f\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f"
)
_BETWEEN = r"\u115f\u1160\u200c\u200d\u2800\u3164\ufe00-\ufe0f\uffa0"  # of use in other scripts and in emoji
_LETTER = r"[0-9A-Za-z\u00c0-\u024f\u0370-\u052f]"  # a figure, or a letter of Latin, Greek or Cyrillic
_UNSEEN = re.compile(
    rf"(?P<flag>\U0001f3f4[\U000e0000-\U000e007f]+)|(?!\A\ufeff)(?:[{_FOLDED}]+|(?<={_LETTER})[{_BETWEEN}]+(?!\u20e3)|[{_BETWEEN}]+(?={_LETTER}))+"
)
_HARMLESS = frozenset("\u00ad\u061c\u200e\u200f")
_OVERRIDES = frozenset("\u202d\u202e")
_TURNS = frozenset("\u202a\u202b\u202c\u2066\u2067\u2068\u2069")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_TAGS = re.compile("[\U000e0000-\U000e007f]")
_IS_LETTER = re.compile(_LETTER)
_ADDRESS = re.compile(r"[/@\\]\S*\Z")  # in which a break without width is of use
_LONGEST_WORD = 100  # characters

_LOOKALIKES = dict(
    zip(
        "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0455\u0456\u0458\u04bb\u0501\u051b\u051d\u04cf"
        "\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0425\u0405\u0406\u0408\u04ae\u04c0\u050c"
        "\u03bf\u03bd\u03f2\u03f3\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7",
        "aeopcyxsijhdqwl" + "ABEKMHOPCTXSIJYIG" + "ovcjABEZHIKMNOPTYX",
        strict=True,
    )
)
_LIKE_LATIN = "".join(_LOOKALIKES)
_MIXED = re.compile(rf"[A-Za-z][{_LIKE_LATIN}]|[{_LIKE_LATIN}][A-Za-z]")
_WORD = re.compile(r"[^\W\d_]+")
_FOREIGN = re.compile(rf"[^\x00-\x7f{_LIKE_LATIN}]")
_TO_LATIN = str.maketrans(_LOOKALIKES)
# Letters and figures for formulas, in which fancy names are written: each stands for one ASCII character.
_FORMULAS = re.compile("[\U0001d400-\U0001d7ff]+")


def unhidden(document: Document) -> Document:
    """Return the document with its text as a reader sees it, and with the places where something is hidden.

    Offsets into its file stay true. A document in which nothing is hidden is returned as it is.
    """
    if document.text.isascii():
        return document
    shown = _shown(document.text)
    if shown.text == document.text:
        return document
    return _moved(document, shown)


class _Shown(NamedTuple):
    """A text without what is hidden in it; the stretches of the text that are kept, and those that are told."""

    text: str
    kept: Packed[tuple[int, int]]
    hidden: Sequence[Hidden]


def _shown(text: str) -> _Shown:
    turned = _RIGHT_TO_LEFT.search(text) is not None
    kept = packed_pairs(_seen(text))
    unseen = (
        Hidden(start, end, _named(text[start : min(end, start + 3)]))
        for start, end in _unseen(text)
        if _is_told(text, start, end, turned=turned)
    )
    starts = _starts(kept)
    latin, words = _in_latin(joined(text[start:end] for start, end in kept))
    mixed = (Hidden(_before(start, kept, starts), _before(end, kept, starts), what) for start, end, what in words)
    return _Shown(latin, kept, packed_named(Hidden, merge(unseen, mixed)))


def _unseen(text: str) -> Iterator[tuple[int, int]]:
    """Yield where characters stand that nobody sees."""
    return (unseen.span() for unseen in _UNSEEN.finditer(text) if not unseen["flag"])


def _seen(text: str) -> Iterator[tuple[int, int]]:
    """Yield what stands between these, and the rest, even if that is nothing."""
    at = 0
    for start, end in _unseen(text):
        if at < start:
            yield at, start
        at = end
    yield at, len(text)


def _is_told(text: str, start: int, end: int, *, turned: bool) -> bool:
    """Tell whether hidden characters have no business where they stand."""
    characters = frozenset(text[start:end])
    if characters & _OVERRIDES or (characters & _TURNS and not turned) or _TAGS.search(text, start, end):
        return True
    if characters <= _HARMLESS | _TURNS or not 0 < start < end < len(text):
        return False
    within = _IS_LETTER.match(text[start - 1]) and _IS_LETTER.match(text[end])
    return within is not None and not _ADDRESS.search(text, max(0, start - _LONGEST_WORD), start)


@lru_cache(maxsize=1024)
def _named(characters: str) -> str:
    """Return what up to three characters are called: their code points and Unicode's names."""
    first = dict.fromkeys(characters[:3])
    return ", ".join(f"U+{ord(each):04X} {unicodedata.name(each, 'without a name').lower()}" for each in first)


def _in_latin(text: str) -> tuple[str, Sequence[Hidden]]:
    """Return the text with lookalikes as the Latin letters that they pass for, of the same length, and where."""
    text = _FORMULAS.sub(lambda found: unicodedata.normalize("NFKC", found[0]), text)
    words = packed_named(Hidden, _mixed(text))
    return joined(_with_latin(text, words)), words


def _with_latin(text: str, words: Iterable[Hidden]) -> Iterator[str]:
    at = 0
    for start, end, _ in words:
        yield text[at:start]
        yield text[start:end].translate(_TO_LATIN)
        at = end
    yield text[at:]


def _mixed(text: str) -> Iterator[Hidden]:
    """Yield the words in which letters of other scripts pass for Latin ones."""
    at = 0
    for mixed in _MIXED.finditer(text):
        if mixed.start() < at:
            continue
        start = mixed.start()
        while start > at and _WORD.match(text[start - 1]) and mixed.start() - start < _LONGEST_WORD:
            start -= 1
        word = _WORD.match(text, start)
        assert word is not None
        if not _FOREIGN.search(word[0]):
            yield Hidden(start, word.end(), _named(re.sub(r"[\x00-\x7f]", "", word[0])[:3]))
            at = word.end()


def _starts(kept: Iterable[tuple[int, int]]) -> Sequence[int]:
    """Return where each stretch that is kept begins in the shorter text, and where the last one ends."""
    return array("I", accumulate((end - start for start, end in kept), initial=0))


def _before(offset: int, kept: Sequence[tuple[int, int]], starts: Sequence[int]) -> int:
    """Return the offset in the longer text for one in the shorter text."""
    index = min(max(0, bisect_right(starts, offset) - 1), len(kept) - 1)
    return kept[index][0] + offset - starts[index]


class _Moves:
    """Tells where an offset of the longer text is in the shorter one."""

    def __init__(self, kept: Packed[tuple[int, int]], starts: Sequence[int]) -> None:
        self._kept, self._starts = kept, starts

    def __call__(self, offset: int) -> int:
        index = bisect_right(self._kept.starts, offset) - 1
        if index < 0:
            return 0
        start, end = self._kept[index]
        return self._starts[index] + min(offset, end) - start

    def pair(self, start: int, end: int) -> tuple[int, int]:
        """Return both ends of a stretch."""
        return self(start), self(end)


def _moved(document: Document, shown: _Shown) -> Document:
    """Return the document with the shorter text, and all that has a place in it moved."""
    starts = _starts(shown.kept)
    move = _Moves(shown.kept, starts)
    own = document.origin is None and not document.sections  # its text is its file's
    comments = [(each.start, each.end) for each in document.suppressions] if document.origin is None else []
    runs = PackedRuns()
    for run in _runs(document.origin, shown.kept, starts) if own or document.origin is not None else ():
        runs.append(run)
    lines = None if document.origin is None else document.origin.lines
    origin = Origin(document.source, runs.done(), lines) if own or document.origin is not None else None
    place = move.pair if origin is None else document.origin.place if document.origin is not None else _same
    return replace(
        document,
        text=shown.text,
        blocks=packed_blocks(Block(*move.pair(each.start, each.end), each.part) for each in document.blocks),
        title=document.title and _shown(document.title).text,
        blank=packed_pairs(move.pair(*each) for each in merge(document.blank, comments)),
        origin=origin,
        sections=packed_named(Section, ((move(each.start), each.name) for each in document.sections)),
        records=packed_pairs(move.pair(*each) for each in document.records),
        statements=tuple(
            Stated(each.subject, each.field, *move.pair(each.start, each.end)) for each in document.statements
        ),
        hidden=packed_named(Hidden, ((*place(each.start, each.end), each.what) for each in shown.hidden)),
    )


def _same(start: int, end: int) -> tuple[int, int]:
    return start, end


def _runs(origin: Origin | None, kept: Sequence[tuple[int, int]], starts: Sequence[int]) -> Iterator[Run]:
    """Yield where the stretches that are kept stand in the file."""
    for (first, last), start in zip(kept, starts, strict=False):
        for run in (Run(first, last, first, last),) if origin is None else origin.between(first, last):
            moved = start - first
            yield Run(run.start + moved, run.end + moved, run.first, run.last)
