"""Dates that need no other: days, months, seasons, quarters, years, decades and centuries, as written."""

from __future__ import annotations

import re
from dataclasses import replace

from factcheck.grammar.language import Language
from factcheck.grammar.number import NumberReader
from factcheck.grammar.numeric_dates import FIGURES, YEAR, NumericReader, Part
from factcheck.grammar.tokens import PhraseTable, Token, adjacent, hyphen, is_sign, text_at
from factcheck.values import calendar
from factcheck.values.date import DateReading

_VERBS = frozenset({"may", "march", "mar"})  # months only with a capital
_QUARTER = re.compile(r"q[1-4]")
_FIRST_SPOKEN, _LAST_SPOKEN = 11, 20  # "nineteen eighty", "twenty ten"


class AbsoluteReader:
    """Reads the date that begins at a token; capitals matter for nothing."""

    def __init__(self, language: Language) -> None:
        self._words = language.dates
        self._cardinals = language.numbers.cardinals
        self._ordinals = language.numbers.ordinals
        self._tens = {word: number for word, number in self._cardinals.items() if number in (20, 30)}
        self._joiners = language.numbers.joiners
        self._scales = language.numbers.scales
        self._to = language.numbers.to - {"or"}
        self._year_words = PhraseTable((phrase, "year") for phrase in language.dates.year_words)
        self._numbers = NumberReader(language)
        self._figures = NumericReader(language.dates.months)

    def read(self, tokens: list[Token], at: int) -> Part | None:
        """Return the date at a token and the token after it."""
        if at >= len(tokens):
            return None
        text = tokens[at].text
        if text == "the":
            return (
                self._named_span(tokens, at + 1) or self._day_of_month(tokens, at + 1) or self._worded_year(tokens, at)
            )
        if tokens[at].kind == "number":
            return self._from_number(tokens, at)
        if text in self._words.months:
            return None if text in _VERBS and tokens[at].written.islower() else self._from_month(tokens, at)
        if text in self._words.seasons:
            return self._from_season(tokens, at)
        return (
            self._named_span(tokens, at)
            or self._day_of_month(tokens, at)
            or self._worded_year(tokens, at)
            or self._spoken_year(tokens, at)
        )

    def year_after(self, tokens: list[Token], reading: DateReading, at: int) -> Part | None:
        """Read the year behind a month, season or day: "2011", ", 2011", "of 2011", "two thousand and five"."""
        here = at + (is_sign(tokens, at, ",/") or text_at(tokens, at) in self._words.of or hyphen(tokens, at))
        year = self.year(tokens, here) or self._spoken_year(tokens, here) or self._thousands(tokens, here)
        return None if year is None else (replace(reading, year=year[0].year), year[1])

    def year(self, tokens: list[Token], at: int) -> Part | None:
        """Read a year in figures, or any number with an era: "2011", "64 BCE", "AD 79"."""
        text, era = text_at(tokens, at), text_at(tokens, at + 1)
        if text.isascii() and text.isdecimal() and len(text) <= 4:
            if era in self._words.era_before:
                return DateReading(-int(text)), at + 2
            if era in self._words.era_after:
                return DateReading(int(text)), at + 2
        if text in self._words.era_after and FIGURES.fullmatch(era):
            return DateReading(int(era)), at + 2
        return (DateReading(int(text)), at + 1) if YEAR.fullmatch(text) else None

    def _from_number(self, tokens: list[Token], at: int) -> Part | None:
        return (
            self._figures.read(tokens, at)
            or self._named_span(tokens, at)
            or self._day_of_month(tokens, at)
            or self._year_first(tokens, at)
            or self.year(tokens, at)
        )

    def _year_first(self, tokens: list[Token], at: int) -> Part | None:
        """Read "2017 April" and "2019-Q1"."""
        year = self.year(tokens, at)
        if year is None:
            return None
        here = year[1] + hyphen(tokens, year[1])
        if _QUARTER.fullmatch(text_at(tokens, here)) or (text_at(tokens, here) == "q" and adjacent(tokens, here + 1)):
            number, end = self._quarter_sign(tokens, here)
            return replace(year[0], quarter=number), end
        month = self._words.months.get(text_at(tokens, here))
        if month is None or self._day(tokens, here + 1) is not None or self.year(tokens, here + 1) is not None:
            return None
        return replace(year[0], month=month), here + 1

    def _quarter_sign(self, tokens: list[Token], at: int) -> tuple[int, int]:
        text = text_at(tokens, at)
        if len(text) == 2:
            return int(text[1]), at + 1
        number = text_at(tokens, at + 1)
        return (int(number), at + 2) if number in ("1", "2", "3", "4") else (1, at + 1)

    def _decade(self, tokens: list[Token], at: int) -> Part | None:
        """Read "1980s" and "1980's"; the 1800s are a century."""
        text = text_at(tokens, at)
        if not (len(text) == 4 and text.isdecimal() and text.endswith("0") and adjacent(tokens, at + 1)):
            return None
        years = 100 if text.endswith("00") else 10
        if text_at(tokens, at + 1) == "s":
            return DateReading(int(text), years=years), at + 2
        if is_sign(tokens, at + 1, "'") and text_at(tokens, at + 2) == "s":
            return DateReading(int(text), years=years), at + 3
        return None

    def _named_span(self, tokens: list[Token], at: int) -> Part | None:
        """Read "eighties", "1980s", "19th century", "third quarter of 2011", "Q3 2011"."""
        text = text_at(tokens, at)
        if text in self._words.decades:
            return DateReading(self._words.decades[text], years=10), at + 1
        if _QUARTER.fullmatch(text) or (text == "q" and text_at(tokens, at + 1) in ("1", "2", "3", "4")):
            number, end = self._quarter_sign(tokens, at)
            return self.year_after(tokens, DateReading(quarter=number), end) or (DateReading(quarter=number), end)
        return self._decade(tokens, at) or self._numbered_span(tokens, at)

    def _numbered_span(self, tokens: list[Token], at: int) -> Part | None:
        """Read "19th century", "19c", "third quarter of 2011", "fourth-quarter"."""
        number, here = self._ordinal(tokens, at) or (0, at)
        here += hyphen(tokens, here)
        text = text_at(tokens, here)
        if number and text in self._words.centuries and (text != "c" or adjacent(tokens, here)):
            return self._century(tokens, number, here + 1)
        if 1 <= number <= 4 and text in self._words.quarters:
            quarter = DateReading(quarter=number)
            return self.year_after(tokens, quarter, here + 1) or (quarter, here + 1)
        return None

    def _century(self, tokens: list[Token], number: int, at: int) -> Part | None:
        if not 1 <= number <= 30:
            return None
        if text_at(tokens, at) in self._words.era_before:
            return DateReading(-100 * number, years=100), at + 1
        end = at + (text_at(tokens, at) in self._words.era_after)
        return DateReading(100 * (number - 1), years=100), end

    def _ordinal(self, tokens: list[Token], at: int) -> tuple[int, int] | None:
        """Read "third", "21st", "twenty-first", and the figures of "19c"."""
        text = text_at(tokens, at)
        if text.isascii() and text.isdecimal() and len(text) <= 2:
            ending = text_at(tokens, at + 1) in self._words.ordinal_endings and adjacent(tokens, at + 1)
            sticks = adjacent(tokens, at + 1) and text_at(tokens, at + 1) in self._words.centuries
            return (int(text), at + 1 + ending) if ending or sticks else None
        return self._day(tokens, at) if at < len(tokens) and tokens[at].kind == "word" else None

    def _day(self, tokens: list[Token], at: int) -> tuple[int, int] | None:
        """Read the number of a day: "12", "12th", "twelfth", "twenty-first"."""
        if at >= len(tokens):
            return None
        text = tokens[at].text
        if tokens[at].kind != "number":
            tens = self._tens.get(text, 0)
            joined = tens and (hyphen(tokens, at + 1) or text_at(tokens, at + 1) in self._ordinals)
            end = at + 1 + (hyphen(tokens, at + 1) + 1 if joined else 0)
            number = self._ordinals.get(text_at(tokens, end - 1), 0)
            return (tens + number, end) if 1 <= number <= (9 if tens else 31) and tens + number <= 31 else None
        if not (text.isascii() and text.isdecimal() and len(text) <= 2 and 1 <= int(text) <= 31):
            return None
        ending = text_at(tokens, at + 1) in self._words.ordinal_endings and adjacent(tokens, at + 1)
        return int(text), at + 1 + ending

    def _day_of_month(self, tokens: list[Token], at: int) -> Part | None:
        """Read "22 June 2011", "the 22nd of June", "26-28 April", "22nd day of June"."""
        day = self._day(tokens, at)
        if day is None:
            return None
        last, here = self._last_day(tokens, *day)
        here += text_at(tokens, here) == "day"
        here += text_at(tokens, here) in self._words.of or hyphen(tokens, here)
        month = self._words.months.get(text_at(tokens, here))
        if month is None:
            return None
        end = _after_dot(tokens, here)
        reading, end = self.year_after(tokens, DateReading(month=month), end) or (DateReading(month=month), end)
        return _with_days(reading, day[0], last), end

    def _last_day(self, tokens: list[Token], first: int, at: int) -> tuple[int, int]:
        """Read the second day of "26-28 April" or "April 26 to 28"; the first again where there is none."""
        here = at + 1 + (text_at(tokens, at + 1) == "the")
        last = self._day(tokens, here) if text_at(tokens, at) in self._to else None
        return last if last is not None and last[0] > first else (first, at)

    def _from_month(self, tokens: list[Token], at: int) -> Part | None:
        """Read "May 12th, 2008", "August 10", "April 2011", "Oct/2"."""
        month, here = self._words.months[tokens[at].text], _after_dot(tokens, at)
        whole = DateReading(month=month)
        here += is_sign(tokens, here, "/") and adjacent(tokens, here) and adjacent(tokens, here + 1)
        day = self._day(tokens, here + (text_at(tokens, here) == "the"))
        if day is not None and not _is_clock(tokens, day[1]):
            last, here = self._last_day(tokens, *day)
            reading, end = self.year_after(tokens, whole, here) or (whole, here)
            return _with_days(reading, day[0], last), end
        return self.year_after(tokens, whole, here) or (whole, here)

    def _from_season(self, tokens: list[Token], at: int) -> Part | None:
        return self.year_after(tokens, DateReading(season=self._words.seasons[tokens[at].text]), at + 1)

    def _worded_year(self, tokens: list[Token], at: int) -> Part | None:
        """Read "the year 2000" and "the year two thousand"."""
        words = self._year_words.match(tokens, at)
        if words is None:
            return None
        return self.year(tokens, words[1]) or self._spoken_year(tokens, words[1]) or self._thousands(tokens, words[1])

    def _thousands(self, tokens: list[Token], at: int) -> Part | None:
        """Read "two thousand and five" as a year, where a year is expected."""
        number = self._numbers.read_one(tokens, at)
        if number is None or not number.in_words or number.value is None or not 1000 <= number.value < 2200:
            return None
        return DateReading(int(number.value)), number.end

    def _spoken_year(self, tokens: list[Token], at: int) -> Part | None:
        """Read "nineteen ninety-four", "twenty ten" and "nineteen hundred ninety three"."""
        first = self._cardinals.get(text_at(tokens, at), 0)
        if not _FIRST_SPOKEN <= first <= _LAST_SPOKEN:
            return None
        here = at + 1 + (text_at(tokens, at + 1) == "hundred")
        here += here > at + 1 and text_at(tokens, here) in self._joiners
        tens = self._cardinals.get(text_at(tokens, here), 0)
        if tens < 10:
            return None
        end = here + 1 + hyphen(tokens, here + 1)
        ones = self._cardinals.get(text_at(tokens, end), 0) if tens >= 20 else 0
        if not 1 <= ones <= 9:
            ones, end = 0, here
        if text_at(tokens, end + 1) in self._scales or text_at(tokens, end + 1) in self._ordinals:
            return None
        return DateReading(100 * first + tens + ones), end + 1


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


def _is_clock(tokens: list[Token], at: int) -> bool:
    """Tell whether the number before this token was none of a day: "June 10:30"."""
    return is_sign(tokens, at, ":") and adjacent(tokens, at) and adjacent(tokens, at + 1)
