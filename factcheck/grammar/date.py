"""Dates as they stand in running English, as far as they go: nothing is filled in."""

from __future__ import annotations

import re
from dataclasses import replace

from factcheck.grammar.language import Language
from factcheck.grammar.tokens import PhraseTable, Token, adjacent, hyphen, is_sign, text_at
from factcheck.values import calendar
from factcheck.values.reading import DateReading

Found = tuple[DateReading, int, int]  # the reading, and the tokens it is made of: [first, end)
_YEAR = re.compile(r"1[0-9]{3}|20[0-9]{2}|21[0-9]{2}")
_FIGURES = re.compile(r"[0-9]{1,4}")  # of a year, month or day; "²" is none of them


class DateReader:
    """Finds dates among tokens; capitals matter only for "may" and "march"."""

    def __init__(self, language: Language) -> None:
        self._words = language.dates
        self._ordinals = language.numbers.ordinals
        self._tens = {word: number for word, number in language.numbers.cardinals.items() if number in (20, 30)}
        self._to = language.numbers.to - {"or"}
        self._between, self._and = language.numbers.between, language.numbers.joiners
        self._parts = PhraseTable((phrase, part) for phrase, part in language.dates.parts.items())
        self._approx = PhraseTable((phrase, row) for phrase, row in language.hedges.before.items() if row == "approx")

    def read(self, tokens: list[Token], at: int) -> Found | None:
        """Return the date or range of dates that begins at a token, its hedge included."""
        if text_at(tokens, at) in self._between:
            return self._between_two(tokens, at)
        hedge, start = self._approx.match(tokens, at) or (None, at)
        found = self._with_part(tokens, start)
        if found is None:
            return None
        reading, end = found
        if hedge is None:
            reading, end = self._range(tokens, reading, end) or (reading, end)
        elif reading.day is None:
            reading = replace(reading, hedge=hedge)
        return reading, at, end

    def _with_part(self, tokens: list[Token], at: int) -> tuple[DateReading, int] | None:
        """Read "early 2011", "mid-June", "the end of 2008", or a date without a part."""
        skip = at < len(tokens) and tokens[at].text == "the"
        part = self._parts.match(tokens, at) or (self._parts.match(tokens, at + 1) if skip else None)
        if part is None:
            return self._single(tokens, at)
        name, start = part
        start += is_sign(tokens, start, "-")
        whole = self._single(tokens, start)
        if whole is None or whole[0].day is not None or whole[0].season is not None:
            return None
        return replace(whole[0], part=name), whole[1]

    def _single(self, tokens: list[Token], at: int) -> tuple[DateReading, int] | None:
        """Read one date without hedge, part or range: each form begins with its own kind of token."""
        if at >= len(tokens):
            return None
        text = tokens[at].text
        if tokens[at].kind == "number":
            return self._from_number(tokens, at)
        if text == "the":
            return self._decade(tokens, at + 1) or self._day_of_month(tokens, at + 1)
        for words, read in (
            (self._words.months, self._from_month),
            (self._words.seasons, self._from_season),
            (self._words.relative, self._relative),
            (self._ordinals, self._day_of_month),
            (self._tens, self._day_of_month),
        ):
            if text in words:
                return read(tokens, at)
        return None

    def _from_number(self, tokens: list[Token], at: int) -> tuple[DateReading, int] | None:
        return (
            self._iso(tokens, at)
            or self._numeric(tokens, at)
            or self._decade(tokens, at)
            or self._day_of_month(tokens, at)
            or self._year(tokens, at)
        )

    def _iso(self, tokens: list[Token], at: int) -> tuple[DateReading, int] | None:
        """Read 2012-01-22 and 2012/01/22."""
        numbers = _joined_numbers(tokens, at, "-/")
        if not numbers or len(tokens[at].text) != 4:
            return None
        year, month, day = numbers
        return (DateReading(year, month, day), at + 5) if calendar.exists(year, month, day) else None

    def _numeric(self, tokens: list[Token], at: int) -> tuple[DateReading, int] | None:
        """Read 22/06/2011: day first or month first, both where both are days of the calendar."""
        numbers = _joined_numbers(tokens, at, "/-")
        if not numbers or len(tokens[at + 4].text) != 4:
            return None
        a, b, year = numbers
        readings = [
            DateReading(year, month, day)
            for month, day in dict.fromkeys(((b, a), (a, b)))
            if calendar.exists(year, month, day)
        ]
        if not readings:
            return None
        return replace(readings[0], other=readings[1] if len(readings) > 1 else None), at + 5

    def _decade(self, tokens: list[Token], at: int) -> tuple[DateReading, int] | None:
        """Read "1980s" and "1980's"."""
        if at + 1 >= len(tokens) or not tokens[at].text.isdigit() or not tokens[at].text.endswith("0"):
            return None
        if len(tokens[at].text) != 4 or not adjacent(tokens, at + 1):
            return None
        if tokens[at + 1].text == "s":
            return DateReading(int(tokens[at].text), years=10), at + 2
        if is_sign(tokens, at + 1, "'") and at + 2 < len(tokens) and tokens[at + 2].text == "s":
            return DateReading(int(tokens[at].text), years=10), at + 3
        return None

    def _year(self, tokens: list[Token], at: int) -> tuple[DateReading, int] | None:
        if at >= len(tokens) or _YEAR.fullmatch(tokens[at].text) is None:
            return None
        return DateReading(int(tokens[at].text)), at + 1

    def _day(self, tokens: list[Token], at: int) -> tuple[int, int] | None:
        """Read the number of a day: "12", "12th", "twelfth", "twenty-first"."""
        if at >= len(tokens):
            return None
        if tokens[at].kind != "number":
            tens = self._tens.get(tokens[at].text, 0)
            end = at + 1 + (hyphen(tokens, at + 1) + 1 if tens else 0)
            number = self._ordinals.get(text_at(tokens, end - 1), 0)
            return (tens + number, end) if 1 <= number <= (9 if tens else 31) and tens + number <= 31 else None
        if not tokens[at].text.isdigit() or not 1 <= int(tokens[at].text) <= 31:
            return None
        ending = at + 1 < len(tokens) and tokens[at + 1].text in self._words.ordinal_endings
        return int(tokens[at].text), at + 1 + (ending and adjacent(tokens, at + 1))

    def _day_of_month(self, tokens: list[Token], at: int) -> tuple[DateReading, int] | None:
        """Read "22 June 2011" and "the 22nd of June"."""
        day = self._day(tokens, at)
        if day is None:
            return None
        last, here = self._last_day(tokens, *day)
        here += text_at(tokens, here) in self._words.of
        month = self._words.months.get(text_at(tokens, here))
        if month is None:
            return None
        reading, end = self._year_after(tokens, DateReading(month=month), _after_dot(tokens, here))
        return _with_days(reading, day[0], last), end

    def _last_day(self, tokens: list[Token], first: int, at: int) -> tuple[int, int]:
        """Read the second day of "26-28 April" or "April 26 to 28"; the first again where there is none."""
        last = self._day(tokens, at + 1) if text_at(tokens, at) in self._to else None
        return last if last is not None and last[0] > first else (first, at)

    def _from_month(self, tokens: list[Token], at: int) -> tuple[DateReading, int] | None:
        """Read "May 12th, 2008", "August 10", "April 2011", "April of last year"."""
        month, here = self._words.months[tokens[at].text], _after_dot(tokens, at)
        day = self._day(tokens, here)
        if day is not None and not self._is_clock_or_count(tokens, day[1]):
            last, here = self._last_day(tokens, *day)
            reading, end = self._year_after(tokens, DateReading(month=month), here)
            return _with_days(reading, day[0], last), end
        reading, end = self._year_after(tokens, DateReading(month=month), here)
        if reading.year is None and reading.offset is None and end == here:
            return None if tokens[at].text in ("may", "march", "mar") else (reading, end)
        return reading, end

    def _is_clock_or_count(self, tokens: list[Token], at: int) -> bool:
        """Tell whether the number before this token was none of a day: "June 10:30", "May 2.5"."""
        return is_sign(tokens, at, ":") and adjacent(tokens, at) and adjacent(tokens, at + 1)

    def _year_after(self, tokens: list[Token], reading: DateReading, at: int) -> tuple[DateReading, int]:
        """Read the year behind a month, season or day: "2011", ", 2011", "of 2011", "of last year"."""
        here = at
        if here < len(tokens) and (is_sign(tokens, here, ",") or tokens[here].text in self._words.of):
            here += 1
        if (year := self._year(tokens, here)) is not None:
            return replace(reading, year=year[0].year), year[1]
        relative = self._relative(tokens, here)
        if relative is not None and relative[0].offset is not None and relative[0].offset[0] == "year":
            return replace(reading, offset=relative[0].offset), relative[1]
        return reading, at

    def _from_season(self, tokens: list[Token], at: int) -> tuple[DateReading, int] | None:
        season = DateReading(season=self._words.seasons[tokens[at].text])
        reading, end = self._year_after(tokens, season, at + 1)
        return None if end == at + 1 else (reading, end)

    def _relative(self, tokens: list[Token], at: int) -> tuple[DateReading, int] | None:
        """Read "last year" and "next month"; what they mean is the document's date's affair."""
        if at + 1 >= len(tokens) or tokens[at].text not in self._words.relative:
            return None
        number, unit = self._words.relative[tokens[at].text], tokens[at + 1].text
        if unit not in self._words.relative_units:
            return None
        return DateReading(offset=(unit, number)), at + 2

    def _range(self, tokens: list[Token], first: DateReading, at: int) -> tuple[DateReading, int] | None:
        """Read "2006 to 2010", "1983 - 1993" and "26 April - 2 May 2012"."""
        return self._until(tokens, first, at + 1) if text_at(tokens, at) in self._to else None

    def _between_two(self, tokens: list[Token], at: int) -> Found | None:
        """Read "between 2006 and 2010"."""
        first = self._with_part(tokens, at + 1)
        if first is None or text_at(tokens, first[1]) not in self._and:
            return None
        found = self._until(tokens, first[0], first[1] + 1)
        return None if found is None else (found[0], at, found[1])

    def _until(self, tokens: list[Token], first: DateReading, at: int) -> tuple[DateReading, int] | None:
        """Read the end of a range; one year can serve both of its ends."""
        second = self._with_part(tokens, at)
        if second is None or first.offset is not None or second[0].offset is not None:
            return None
        last, end = second
        if first.year is None:
            first = replace(first, year=last.year)
        if not first.resolved or not last.resolved or first.span().low >= last.span().low:
            return None
        return replace(first, until=last), end


def _with_day(reading: DateReading, day: int) -> DateReading:
    """Add a day to a month; a day that the calendar does not have leaves the month alone."""
    year = reading.year if reading.year is not None else 2000  # a leap year
    return replace(reading, day=day) if calendar.exists(year, reading.month or 0, day) else reading


def _with_days(reading: DateReading, first: int, last: int) -> DateReading:
    """Add a day, or the first and last of several, to a month."""
    dated, until = _with_day(reading, first), _with_day(reading, last)
    return dated if last == first or until.day is None else replace(dated, until=until)


def _after_dot(tokens: list[Token], at: int) -> int:
    """Return the token after a month's name and the dot of its abbreviation."""
    return at + 2 if is_sign(tokens, at + 1, ".") and adjacent(tokens, at + 1) and len(tokens[at].text) < 5 else at + 1


def _joined_numbers(tokens: list[Token], at: int, signs: str) -> list[int] | None:
    """Return three numbers written without spaces around one kind of sign."""
    parts = tokens[at : at + 5]
    if len(parts) < 5 or any(not adjacent(tokens, at + i) for i in range(1, 5)):
        return None
    if parts[1].text != parts[3].text or parts[1].text not in signs:
        return None
    texts = [parts[i].text for i in (0, 2, 4)]
    return [int(text) for text in texts] if all(_FIGURES.fullmatch(text) for text in texts) else None
