"""Clock times: "7:37 AM", "17:06", "1630 GMT", "7 p.m. EST"."""

from __future__ import annotations

from factcheck.grammar.forms import FIGURES
from factcheck.grammar.language import Language
from factcheck.grammar.tokens import Token, adjacent, is_sign, text_at
from factcheck.values.reading import ClockTime

Found = tuple[ClockTime, int, int]  # the reading, and the tokens it is made of: [first, end)
_NOON = 12


class ClockReader:
    """Reads the clock time that begins at a token; a date beside it is read apart."""

    def __init__(self, language: Language) -> None:
        self._zones = language.dates.zones
        self.first = frozenset({FIGURES})

    def read(self, tokens: list[Token], at: int) -> Found | None:
        """Return the time with its zone, or None."""
        if tokens[at].kind != "number" or not tokens[at].text.isascii():
            return None
        found = self._with_colon(tokens, at) or self._on_the_hour(tokens, at) or self._military(tokens, at)
        if found is None:
            return None
        (hour, minute, second), end = found
        half, end = self._half(tokens, end)
        if half is not None:
            if not 1 <= hour <= _NOON:
                return None
            hour = hour % _NOON + (_NOON if half == "p" else 0)
        zone, end = self._zone(tokens, end)
        return ClockTime(hour, minute, second, zone), at, end

    def _with_colon(self, tokens: list[Token], at: int) -> tuple[tuple[int, int, int | None], int] | None:
        """Read "17:06", "7:37", "9:01:10", and "7.30" before "am" or "pm"."""
        if not (is_sign(tokens, at + 1, ":") and adjacent(tokens, at + 1) and adjacent(tokens, at + 2)):
            hour, dot, minute = tokens[at].text.partition(".")
            dotted = bool(dot) and len(minute) == 2 and minute.isdecimal() and self._half(tokens, at + 1)[0] is not None
            return ((int(hour), int(minute), None), at + 1) if dotted and int(hour) < 24 and int(minute) < 60 else None
        hour, minute = tokens[at].text, text_at(tokens, at + 2)
        if not (hour.isdecimal() and len(hour) <= 2 and minute.isdecimal() and len(minute) == 2):
            return None
        if int(hour) > 23 or int(minute) > 59:
            return None
        second = text_at(tokens, at + 4)
        seconds = is_sign(tokens, at + 3, ":") and adjacent(tokens, at + 3) and adjacent(tokens, at + 4)
        if seconds and second.isdecimal() and len(second) == 2 and int(second) < 60:
            return (int(hour), int(minute), int(second)), at + 5
        return (int(hour), int(minute), None), at + 3

    def _on_the_hour(self, tokens: list[Token], at: int) -> tuple[tuple[int, int, int | None], int] | None:
        """Read the "7" of "7 pm"."""
        hour = tokens[at].text
        known = hour.isdecimal() and len(hour) <= 2 and self._half(tokens, at + 1)[0] is not None
        return ((int(hour), 0, None), at + 1) if known else None

    def _military(self, tokens: list[Token], at: int) -> tuple[tuple[int, int, int | None], int] | None:
        """Read "1630" where a zone or "hours" follows."""
        text = tokens[at].text
        if not (text.isdecimal() and len(text) == 4 and int(text[:2]) < 24 and int(text[2:]) < 60):
            return None
        zoned = self._zone(tokens, at + 1)[0] is not None
        return ((int(text[:2]), int(text[2:]), None), at + 1) if zoned else None

    def _half(self, tokens: list[Token], at: int) -> tuple[str | None, int]:
        """Read "am", "p.m." and return its first letter."""
        text = text_at(tokens, at)
        if text in ("am", "pm"):
            return text[0], at + 1
        dotted = text in ("a", "p") and is_sign(tokens, at + 1, ".") and text_at(tokens, at + 2) == "m"
        if not dotted:
            return None, at
        return text, at + 3 + (is_sign(tokens, at + 3, ".") and adjacent(tokens, at + 3))

    def _zone(self, tokens: list[Token], at: int) -> tuple[str | None, int]:
        written = tokens[at].written if at < len(tokens) else ""
        return (written, at + 1) if written in self._zones else (None, at)
