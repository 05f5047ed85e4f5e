"""Dates in figures: 2012-01-22, 22/06/2011, 23/Sep/2020, 7/2008, 20200701."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from factcheck.grammar.tokens import Token, adjacent, is_sign, text_at
from factcheck.values import calendar
from factcheck.values.date import DateReading

Part = tuple[DateReading, int]  # a reading, and the token after it
YEAR = re.compile(r"1[0-9]{3}|20[0-9]{2}|21[0-9]{2}")
FIGURES = re.compile(r"[0-9]{1,4}")  # of a year, month or day; "²" is none of them
_COMPACT = re.compile(r"((?:19|20)[0-9]{2})(0[1-9]|1[0-2])([0-3][0-9])")


class NumericReader:
    """Reads dates in figures, a month by its name among them."""

    def __init__(self, months: Mapping[str, int]) -> None:
        self._months = months

    def read(self, tokens: list[Token], at: int) -> Part | None:
        """Return the date at a token and the token after it."""
        return self._iso(tokens, at) or self._numeric(tokens, at) or _iso_month(tokens, at) or _compact(tokens, at)

    def _iso(self, tokens: list[Token], at: int) -> Part | None:
        """Read 2012-01-22 and 2012/01/22, and 2019/aug/01."""
        numbers = self._joined(tokens, at)
        if not numbers or len(tokens[at].text) != 4:
            return None
        year, month, day = numbers
        return (DateReading(year, month, day), at + 5) if calendar.exists(year, month, day) else None

    def _numeric(self, tokens: list[Token], at: int) -> Part | None:
        """Read 22/06/2011: day first or month first, both where both are days; and 7/2008."""
        numbers = self._joined(tokens, at)
        if not numbers or len(tokens[at + 4].text) != 4:
            return self._month_of_year(tokens, at)
        a, b, year = numbers
        named = tokens[at + 2].kind == "word"
        orders = ((b, a),) if named else ((b, a), (a, b))
        found = [DateReading(year, m, d) for m, d in dict.fromkeys(orders) if calendar.exists(year, m, d)]
        if not found:
            return None
        return replace(found[0], other=found[1] if len(found) > 1 else None), at + 5

    def _month_of_year(self, tokens: list[Token], at: int) -> Part | None:
        month, year = text_at(tokens, at), text_at(tokens, at + 2)
        if not (is_sign(tokens, at + 1, "/-") and adjacent(tokens, at + 1) and adjacent(tokens, at + 2)):
            return None
        if not (month.isdecimal() and len(month) <= 2 and 1 <= int(month) <= 12 and YEAR.fullmatch(year)):
            return None
        return (
            None
            if is_sign(tokens, at + 3, "/-") and adjacent(tokens, at + 3)
            else (DateReading(int(year), int(month)), at + 3)
        )

    def _joined(self, tokens: list[Token], at: int) -> list[int] | None:
        """Return three numbers written without spaces around one kind of sign; a month may be its name."""
        parts = tokens[at : at + 5]
        if len(parts) < 5 or any(not adjacent(tokens, at + i) for i in range(1, 5)):
            return None
        if parts[1].text != parts[3].text or parts[1].text not in "-/." or parts[1].kind != "sign":
            return None
        texts = [parts[i].text for i in (0, 2, 4)]
        month = self._months.get(texts[1])
        texts[1] = str(month) if month is not None else texts[1]
        return [int(text) for text in texts] if all(FIGURES.fullmatch(text) for text in texts) else None


def _iso_month(tokens: list[Token], at: int) -> Part | None:
    """Read 2011-04, where it cannot be a range of years such as 1910-12."""
    year, month = text_at(tokens, at), text_at(tokens, at + 2)
    joined = is_sign(tokens, at + 1, "-") and adjacent(tokens, at + 1) and adjacent(tokens, at + 2)
    if not (joined and YEAR.fullmatch(year) and len(month) == 2 and month.isdecimal()):
        return None
    if adjacent(tokens, at + 3) and is_sign(tokens, at + 3, "-/"):
        return None
    known = 1 <= int(month) <= 12 and int(month) <= int(year[2:])
    return (DateReading(int(year), int(month)), at + 3) if known else None


def _compact(tokens: list[Token], at: int) -> Part | None:
    """Read 20200701."""
    found = _COMPACT.fullmatch(text_at(tokens, at))
    if found is None:
        return None
    year, month, day = map(int, found.groups())
    return (DateReading(year, month, day), at + 1) if calendar.exists(year, month, day) else None
