"""Clock times: "7:37 AM", "17:06", "1630 GMT", "7 p.m. EST", "half past seven"; the language file says how.

A zone is part of the time; a date beside it is read apart.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from factcheck.grammar.forms import Filled, FormTable, Meaning, Slot
from factcheck.grammar.language import Clock, Language
from factcheck.grammar.tokens import DAY_FIGURES, FIGURES, YEAR_FIGURES, PhraseTable, Token, adjacent, is_sign, text_at
from factcheck.values.reading import ClockTime

Found = tuple[ClockTime, int, int]  # the reading, and the tokens it is made of: [first, end)
Read = tuple[Any, int] | None
_NOON, _MIDNIGHT = 12, 24
_DOTTED = re.compile(r"([0-9]{1,2})\.([0-5][0-9])")
_GLUED = re.compile(r"[A-Za-z][A-Z][a-z]+")  # a letter and a name of a day or month: "6:40pTue"
_MILITARY = re.compile(r"([01][0-9]|2[0-3])([0-5][0-9])")


class ClockReader:
    """Reads the clock time that begins at a token."""

    def __init__(self, language: Language) -> None:
        clock, cardinals = language.clock, language.numbers.cardinals
        self._forms: FormTable[ClockTime] = FormTable(
            ((form, MEANINGS[meaning]) for meaning, forms in clock.forms.items() for form in forms),
            _slots(clock, {word: number for word, number in cardinals.items() if 1 <= number <= _NOON}),
            {},
        )
        self.first, self.second = self._forms.first, self._forms.second

    def read(self, tokens: list[Token], at: int) -> Found | None:
        """Return the time with its zone, or None."""
        found = self._forms.read(tokens, at)
        return None if found is None else (found[0], at, found[1])


def time(filled: Filled) -> ClockTime | None:
    """Return the time of {clock}, {dotted}, {military} or {hour}, in the {half} of the day, in its {zone}."""
    whole: ClockTime | None = next((filled[name] for name in ("clock", "dotted", "military") if name in filled), None)
    return _placed(ClockTime(filled["hour"], 0) if whole is None else whole, filled)


def named(filled: Filled) -> ClockTime | None:
    """Return a time that has a name: "noon"."""
    hour, minute = map(int, filled["named"].split(":"))
    return _placed(ClockTime(hour, minute), {"zone": filled.get("zone")})


def past(filled: Filled) -> ClockTime | None:
    """Return {part} (minutes) after the {hour}: "half past seven"."""
    return _placed(ClockTime(filled["hour"], int(filled["part"])), filled)


def before(filled: Filled) -> ClockTime | None:
    """Return {part} (minutes) before the {hour}: "a quarter to seven"."""
    return _placed(ClockTime((filled["hour"] - 1) % _NOON or _NOON, 60 - int(filled["part"])), filled)


MEANINGS: Mapping[str, Meaning[ClockTime]] = MappingProxyType(
    {each.__name__: each for each in (time, named, past, before)}
)


def _placed(clock: ClockTime, filled: Filled) -> ClockTime | None:
    """Return the time in the half of the day and the zone that were told; 13 p.m. is none."""
    half, hour = filled.get("half"), clock.hour
    if half is not None:
        if not 1 <= hour <= _NOON:
            return None
        hour = hour % _NOON + (_NOON if half == "pm" else 0)
    return replace(clock, hour=hour, zone=filled.get("zone")) if hour < _MIDNIGHT else None


def _slots(clock: Clock, hours: Mapping[str, int]) -> dict[str, Slot]:
    figures = FIGURES
    halves = PhraseTable((phrase, half) for half, phrases in clock.halves.items() for phrase in phrases)
    names, parts = PhraseTable(clock.named.items()), PhraseTable(clock.parts.items())

    def hour(tokens: list[Token], at: int) -> Read:
        text = text_at(tokens, at)
        if text in hours:
            return hours[text], at + 1
        known = text.isascii() and text.isdecimal() and len(text) <= 2 and int(text) < _MIDNIGHT
        return (int(text), at + 1) if known else None

    def lettered(tokens: list[Token], at: int) -> Read:
        """Read "17:06" and "6:40p"."""
        found = _colons(tokens, at)
        if found is None or halves.match(tokens, found[1]) is not None:
            return found
        return _in_half(tokens, found[0], found[1], clock.letters)

    def zone(tokens: list[Token], at: int) -> Read:
        written = tokens[at].written
        return _with_offset(tokens, at) if written in clock.zones else None

    return {
        "clock": Slot(DAY_FIGURES, lettered, frozenset(":"), DAY_FIGURES),
        "dotted": Slot(figures, _dotted),
        "military": Slot(YEAR_FIGURES, _military),
        "hour": Slot(DAY_FIGURES | frozenset(hours), hour),
        "zone": Slot(frozenset(map(str.lower, clock.zones)), zone),
        "half": Slot(halves.starts, halves.match, halves.second, halves.never_alone),
        "named": Slot(names.starts, names.match, names.second, names.never_alone),
        "part": Slot(parts.starts, parts.match, parts.second, parts.never_alone),
    }


def _with_offset(tokens: list[Token], at: int) -> tuple[str, int]:
    """Read "GMT", "UTC+8" and "GMT+5:30"."""
    written, here = tokens[at].written, at + 1
    number = text_at(tokens, here + 1)
    if not (is_sign(tokens, here, "+-") and adjacent(tokens, here) and number.isdecimal() and len(number) in (1, 2, 4)):
        return written, here
    written, here = written + tokens[here].text + number, here + 2
    if is_sign(tokens, here, ":") and adjacent(tokens, here + 1) and len(text_at(tokens, here + 1)) == 2:
        return f"{written}:{tokens[here + 1].text}", here + 2
    return written, here


def _colons(tokens: list[Token], at: int) -> Read:
    """Read "17:06" and "9:01:10"."""
    parts = [_two_figures(text_at(tokens, at))]
    end = at + 1
    while len(parts) < 3 and is_sign(tokens, end, ":") and adjacent(tokens, end) and adjacent(tokens, end + 1):
        if len(text_at(tokens, end + 1)) != 2:
            break
        parts.append(_two_figures(text_at(tokens, end + 1)))
        end += 2
    if len(parts) < 2 or None in parts:
        return None
    hour, minute, second = (*(part or 0 for part in parts), None)[:3]
    known = hour is not None and minute is not None and hour < _MIDNIGHT and minute < 60 and (second or 0) < 60
    return (ClockTime(hour or 0, minute or 0, second), end) if known else None


def _in_half(tokens: list[Token], clock: ClockTime, end: int, letters: Mapping[str, str]) -> Read:
    """Return the time in the half of the day that a letter right behind it tells."""
    if end >= len(tokens) or not adjacent(tokens, end):
        return clock, end
    glued = _GLUED.fullmatch(tokens[end].written)
    half = letters.get(tokens[end].text[:1] if glued else tokens[end].text)
    placed = None if half is None else _placed(clock, {"half": half})
    return (clock, end) if placed is None else (placed, end if glued else end + 1)


def _two_figures(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= 2 else None


def _dotted(tokens: list[Token], at: int) -> Read:
    """Read the "7.30" of "7.30 am"."""
    found = _DOTTED.fullmatch(text_at(tokens, at))
    return None if found is None else (ClockTime(int(found[1]), int(found[2])), at + 1)


def _military(tokens: list[Token], at: int) -> Read:
    """Read the "1630" of "1630 GMT"."""
    found = _MILITARY.fullmatch(text_at(tokens, at))
    return None if found is None else (ClockTime(int(found[1]), int(found[2])), at + 1)
