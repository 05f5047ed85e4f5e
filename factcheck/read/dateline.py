"""The day of publication as a page's own first lines tell it: "Published: 3 May 2012", a byline, a news dateline.

It is a guess (`published_from: text`), so that no error rests on it. Words are those of the language file. htmldate was
tried instead: its extensive mode never answers "unknown", and it reads no plain text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from factcheck.grammar import Found, Language, reader_of
from factcheck.model import ELSEWHERE, Document
from factcheck.values import DateReading
from factcheck.values.reading import ClockTime

_FIRST_LINES, _FIRST_BLOCKS = 15, 30
_TOP = 4_000  # characters in which the first lines of a text stand
_LONGEST = 160  # characters of a line that tells when and by whom
_DATELINE = re.compile(r"[A-Z][A-Z .'-]{2,40}(?:, [A-Z][\w. ]{1,30})?[ ]?[,(-][ ]*$")
_BEHIND_DATELINE = re.compile(r"[)]?[ ]*(?:\([\w. /]{2,30}\)[ ]*)?-")
_YEAR = re.compile(r"[0-9]{4}")
_LETTER = re.compile(r"[^\W\d_]")
_AFTER_BYLINE = 30  # characters, such as a section or the minutes that it takes to read
_BETWEEN = 60  # characters between "Posted" and the day: by whom, the weekday, the hour
_GUESSES = (None, "properties")


class DatesInText:
    """Finds when documents were published that do not declare it."""

    def __init__(self, language: Language) -> None:
        self._reader = reader_of(language)
        words = language.published
        self._labels = _at_start(words.labels)
        self._updated = _at_start(words.updated)
        by = "|".join(map(re.escape, words.by)) or "(?!)"
        self._by = re.compile(
            rf"(?<!\w)(?i:{by}):?[ ][A-Z][\w.'-]*(?:,?[ ](?:(?:and|&)[ ])?(?!{_months(language)})[A-Z][\w.'-]*){{0,8}}"
        )

    def dated(self, document: Document) -> Document:
        """Return the document, dated by its first lines where nothing surer dates it."""
        if document.published_from not in _GUESSES or document.records or document.statements:
            return document
        day = self._day(document)
        return document if day is None else replace(document, published=day, published_from="text")

    def _day(self, document: Document) -> DateReading | None:
        """Return the first day of the surest kind: published, in a byline or dateline, alone on its line, updated.

        Several days alone on their lines date several things.
        """
        found: dict[str, list[DateReading]] = {}
        for line in _first_lines(document):
            if _YEAR.search(line[: _LONGEST + _BETWEEN]) is None:
                continue
            for kind, day in self._of_line(line):
                found.setdefault(kind, []).append(day)
        if len({day.notation() for day in found.get("alone", ())}) > 1:
            del found["alone"]
        return next((found[kind][0] for kind in ("labelled", "byline", "alone", "updated") if kind in found), None)

    def _of_line(self, line: str) -> Iterator[tuple[str, DateReading]]:
        """Yield how a line tells a day, and the day."""
        text = line[: _LONGEST + _BETWEEN]
        values = self._reader.find_all(text)
        days = [(each, each.reading) for each in values if _is_day(each.reading)]
        if not days:
            return
        each, day = days[0]
        assert isinstance(day, DateReading)
        before, behind = text[: each.start], text[each.end :]
        for kind, pattern in (("labelled", self._labels), ("updated", self._updated)):
            label = pattern.match(text)
            if label is not None and 0 <= each.start - label.end() <= _BETWEEN and ". " not in before:
                yield kind, day
                return
        if _DATELINE.fullmatch(before) and _BEHIND_DATELINE.match(behind):
            yield "byline", day
        elif len(line) <= _LONGEST and len({reading for _, reading in days}) == 1:
            rest, byline = self._rest(text, values)
            if not _LETTER.search(rest):
                yield ("byline" if byline else "alone"), day
            elif byline and len(rest) <= _AFTER_BYLINE:
                yield "byline", day

    def _rest(self, text: str, values: list[Found]) -> tuple[str, bool]:
        """Return what a line says beside days, hours and who wrote it, and whether it says that."""
        for each in reversed(values):
            if isinstance(each.reading, DateReading | ClockTime):
                text = text[: each.start] + "\n" + text[each.end :]
        without, number = self._by.subn("\n", text)
        return " ".join(without.split()), number > 0


def _first_lines(document: Document) -> Iterator[str]:
    """Yield the lines among which a page tells its day: the first ones of a text, those of the first own blocks."""
    if document.origin is None and not document.sections:
        lines = (line.strip(" \t#*_>|-") for line in document.folded[:_TOP].splitlines())
        yield from [line for line in lines if line][:_FIRST_LINES]
        return
    own = (block for block in document.blocks if block.part not in ELSEWHERE and block.part != "title")
    for _, block in zip(range(_FIRST_BLOCKS), own, strict=False):
        yield document.folded[block.start : block.end].split("\n")[0].strip(" \t|-")


def _is_day(reading: object) -> bool:
    """Tell whether a reading is one day of one year, or a month of it, without a hedge."""
    return (
        isinstance(reading, DateReading)
        and reading == DateReading(reading.year, reading.month, reading.day)
        and None not in (reading.year, reading.month)
    )


def _months(language: Language) -> str:
    """Return a pattern for the words of calendars, which end a name."""
    dates = language.dates
    words = sorted({*dates.months, *dates.weekdays}, key=len, reverse=True)
    return rf"(?i:{'|'.join(map(re.escape, words))})\b"


def _at_start(words: tuple[str, ...]) -> re.Pattern[str]:
    each = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
    return re.compile(rf"(?:{each})(?!\w)" if each else r"(?!)", re.IGNORECASE)
