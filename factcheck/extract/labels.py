"""Labelled lines and cells: "Producer : X", "- Runtime: 91 minutes", "Director: X | 91 minutes |"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.model import Form

# Possessive (*+): two stretches of white space side by side would cost their product.
_LABELLED = re.compile(
    r"[-*\u2022># \t\ufeff]*+_{0,3}(?P<label>[^:|\n]{2,48}?)"
    r"[ \t]*+[*_]{0,3}[ \t]*+:[ \t]*+[*_]{0,3}[ \t]*+(?P<value>[^\n]*)$"
)
_PLURAL = re.compile(r"\(s\)$|(?<=[a-z])s$")
_TITLE_GROUP = re.compile(r"\(([^()]*)\)(?:[^()\w]*|\s+[-|]+\s+[^()|]{2,40}(?:\([^()]{2,12}\))?\s*)$")
_CATALOGUE = re.compile(r" ?[|\u00b7\u2022;,][ \t]+|[ \t]+/[ \t]+|\.[ \t]+|[ \t]+(?=(?:19|20)[0-9]{2}\b)")
_LONGEST_LINE = 5000  # characters; no record is longer, and what is longer is prose
_MOST_CELL = 400  # characters of a labelled value; what is longer is prose


@dataclass(frozen=True, slots=True)
class Cell:
    """A labelled value, or an unlabelled cell of a record line (label empty): offsets in the text.

    `start` is where the label stands, `value_start` and `value_end` the value.
    """

    label: str
    start: int
    value_start: int
    value_end: int
    form: Form


def label_key(label: str) -> str:
    """Return the form under which a label is looked up: lower case, singular, single spaces."""
    return _PLURAL.sub("", " ".join(label.lower().split()))


def cell_at(text: str, offset: int) -> Cell | None:
    """Return the labelled cell whose label stands at an offset of folded text, or None."""
    line_start, line_end = _line(text, offset)
    start = max(line_start, text.rfind("|", line_start, offset) + 1)
    bar = text.find("|", offset, line_end)
    end = line_end if bar < 0 else bar
    labelled = _LABELLED.match(text[start:end])
    if labelled is None or (bar >= 0 and not labelled["value"].strip()):
        first = not text[line_start:start].strip("| ")
        return _table_row(text, start, end, line_end) if bar >= 0 and first else None
    if not start + labelled.start("label") <= offset < start + labelled.end("label"):
        return None
    value_start = start + labelled.start("value")
    value_end = value_start + len(labelled["value"].rstrip())
    if value_start == value_end and bar < 0:
        value_start, value_end = _next_line(text, line_end)
    if not value_start < value_end <= value_start + _MOST_CELL:
        return None
    return Cell(label_key(labelled["label"]), start + labelled.start("label"), value_start, value_end, "label")


def bare_cells(text: str, offset: int) -> Iterator[Cell]:
    """Yield the unlabelled cells of the record line around an offset: "… | 91 minutes | USA |"."""
    start, end = _line(text, offset)
    if text.count("|", start, end) >= 2:
        yield from _split(text, start, end, "|", "record")


def catalogue_cells(text: str, offset: int) -> Iterator[Cell]:
    """Yield the parts of a line as catalogues print it: "Portugal/France 2016, 111 min, colour"."""
    start, end = _line(text, offset)
    if end - start > _MOST_CELL:
        return
    at = start
    for sign in (*_CATALOGUE.finditer(text, start, end), None):
        stop = end if sign is None else sign.start()
        if words := text[at:stop].strip(" \t*_."):
            first = text.index(words, at)
            yield Cell("", first, first, first + len(words), "record")
        at = end if sign is None else sign.end()


def title_cells(text: str, start: int, end: int) -> Iterator[Cell]:
    """Yield what stands in brackets at a title's end, before a site's name: "Ai Wei Wei (2011, USA / China) - IMDb"."""
    group = _TITLE_GROUP.search(text, start, end)
    if group is not None:
        yield from _split(text, group.start(1), group.end(1), ",", "title")


def _split(text: str, start: int, end: int, sign: str, form: Form) -> Iterator[Cell]:
    at = start
    for part in text[start:end].split(sign):
        words = part.strip()
        if words and ":" not in words:
            first = at + part.index(words)
            yield Cell("", first, first, first + len(words), form)
        at += len(part) + 1


def _table_row(text: str, start: int, end: int, line_end: int) -> Cell | None:
    """Read a Markdown table's row of a label and its value: "| Runtime | 91 minutes |"."""
    after = text.find("|", end + 1, line_end)
    if text[end] != "|" or after < 0 or text.find("|", after + 1, line_end) >= 0:
        return None
    label, value = text[start:end].strip(" *_:"), text[end + 1 : after].strip()
    if not label or not value:
        return None
    first = end + 1 + text[end + 1 : after].index(value)
    label_start = start + text[start:end].index(label)
    return Cell(label_key(label), label_start, first, first + len(value), "table")


def line_start(text: str, offset: int) -> int:
    """Return where the line of an offset begins; of a line longer than any record, where its neighbourhood does."""
    far = max(0, offset - _LONGEST_LINE)
    return max(far, text.rfind("\n", far, offset) + 1, text.rfind("\r", far, offset) + 1)


def _line(text: str, offset: int) -> tuple[int, int]:
    far = min(len(text), offset + _LONGEST_LINE)
    ends = [end for sign in "\r\n" if (end := text.find(sign, offset, far)) >= 0]
    return line_start(text, offset), min(ends, default=far)


def _next_line(text: str, line_end: int) -> tuple[int, int]:
    """Return the value of a label that stands on a line of its own; the line must follow at once."""
    start = line_end + (2 if text.startswith("\r\n", line_end) else 1)
    _, end = _line(text, min(start, len(text)))
    words = text[start:end].strip()
    if not words or _LABELLED.match(text[start:end]):
        return start, start
    first = start + text[start:end].index(words)
    return first, first + len(words)
