"""Bytes become text: by a mark at their beginning, by what the file declares, as UTF-8, or by a guess that is told."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from factcheck.errors import Problem

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (codecs.BOM_UTF8, "utf-8"),
)
# No text has these control characters; ESC stands in logs.
_CONTROLS = bytes(code for code in (*range(9), *range(14, 27), *range(28, 32), 127))
_OTHERS = bytes(code for code in range(256) if code not in _CONTROLS)
_SAMPLE = 100_000  # bytes that a guess looks at
# What browsers take these names for: https://encoding.spec.whatwg.org/#names-and-labels
_MEANT = {
    **dict.fromkeys(("iso-8859-1", "iso8859-1", "latin1", "latin-1", "l1", "ascii", "us-ascii"), "cp1252"),
    **dict.fromkeys(("gb2312", "gbk", "x-gbk"), "gb18030"),
    **dict.fromkeys(("shift_jis", "shift-jis", "sjis", "x-sjis"), "cp932"),
    **dict.fromkeys(("euc-kr", "ks_c_5601-1987"), "cp949"),
    "iso-8859-9": "cp1254",
    "tis-620": "cp874",
    "big5": "big5hkscs",
}
_BEFORE = 1000  # bytes of ASCII before the first other one
# A character of GB 18030 that has four bytes; in no other encoding does text have these four in a row.
_FOUR_BYTES = re.compile(rb"[\x81-\xfe][0-9][\x81-\xfe][0-9]")
_NOT_ASCII = re.compile(rb"[\x80-\xff]")
_AS_LIKELY = 0.8  # of the confidence of the best guess: Western text is the commonest by far
_WESTERN = frozenset({"windows-1252", "iso-8859-1", "iso8859-15", "iso-8859-15", "ascii"})
# The share of control characters above which it is no text; a guess fits almost any bytes.
_MOST_CONTROLS = {"mark": 0.1, "declared": 0.1, "utf-8": 0.1, "guessed": 0.01}
_MOSTLY = 0.7  # of all characters of Latin text have a byte in UTF-16 that is 0
_SHORTEST = 16  # bytes; in fewer of them that can be chance


class Decoded(NamedTuple):
    """A file's text, its encoding, and how that is known: mark, declared, utf-8 or guessed."""

    text: str
    encoding: str
    how: str


def decode(path: str, content: bytes, declared: str | None = None) -> Decoded | Problem:
    """Return a file's text without any change to its line ends; `declared` is what the file says of itself."""
    mark = next((name for mark, name in _MARKS if content.startswith(mark)), None)
    if mark is not None:
        try:
            decoded: Decoded | None = Decoded(content.decode(mark), mark, "mark")
        except UnicodeDecodeError as error:
            what = f"is not {mark.upper()} text (byte {error.start})"
            return Problem(path, what, "save it as UTF-8, for example with `iconv -t utf-8`")
    else:
        decoded = _decoded(content, declared)
    if decoded is None or _controls(content, decoded) > len(decoded.text) * _MOST_CONTROLS[decoded.how]:
        return Problem(path, "is binary, not text", "convert it to text first")
    return decoded if decoded.text.strip("\ufeff").strip() else Problem(path, "is empty", "leave it out, or fill it")


def _controls(content: bytes, decoded: Decoded) -> int:
    """Return how many control characters a text has."""
    wide = decoded.encoding.startswith(("utf-16", "utf-32"))
    return len((decoded.text.encode("ascii", "ignore") if wide else content).translate(None, _OTHERS))


def _decoded(content: bytes, declared: str | None) -> Decoded | None:
    if b"\0" in content:
        wide = _without_mark(content)
        return None if wide is None else _strictly(content, wide, "guessed")
    meant = _MEANT.get(declared.strip().lower(), declared) if declared else None
    for name, how in ((meant, "declared"), (declared, "declared"), ("utf-8", "utf-8")):
        if name is not None and (found := _strictly(content, name, how)) is not None:
            return found
    return next(
        (found for name in _guesses(content) if (found := _strictly(content, name, "guessed")) is not None), None
    )


def _strictly(content: bytes, encoding: str, how: str) -> Decoded | None:
    try:
        return Decoded(content.decode(encoding), codecs.lookup(encoding).name, how)
    except (UnicodeDecodeError, LookupError, ValueError):
        return None


def _without_mark(content: bytes) -> str | None:
    """Return which UTF-16 text without a mark is in: most of its characters have a byte that is 0."""
    for offset, name in ((1, "utf-16-le"), (0, "utf-16-be")):
        half = content[offset:_SAMPLE:2]
        other = content[1 - offset : _SAMPLE : 2]
        if len(content) >= _SHORTEST and half.count(0) > _MOSTLY * len(half) and other.count(0) * 20 < len(other):
            return name
    return None


def _guesses(content: bytes) -> list[str]:
    """Return encodings to try in turn: what the letters look like, then the commonest one of Western text."""
    import chardet

    if _FOUR_BYTES.search(content):
        return ["gb18030", "cp1252"]
    first = _NOT_ASCII.search(content)
    start = max(0, first.start() - _BEFORE) if first is not None else 0
    found = chardet.detect_all(content[start : start + _SAMPLE])
    names = [str(guess["encoding"]) for guess in found if guess["confidence"] >= _AS_LIKELY * found[0]["confidence"]]
    western = any(name.lower() in _WESTERN for name in names)
    return ["cp1252"] if western or not names or not found[0]["encoding"] else [names[0], "cp1252"]
