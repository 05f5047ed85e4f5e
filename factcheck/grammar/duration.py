"""Durations: "two-month", "an hour and a half", "1h31", "2 years, 3 months", "three quarters of an hour"."""

from __future__ import annotations

from dataclasses import replace
from math import ceil, floor

from factcheck.grammar.language import Language
from factcheck.grammar.number import NumberReader
from factcheck.grammar.numeral import Number, quantity
from factcheck.grammar.tokens import PhraseTable, Token, adjacent, is_sign, text_at
from factcheck.values.reading import DAY, SECONDS, Quantity

_MONTHS = {"month": 1, "year": 12, "decade": 120, "century": 1200}  # of the units that have no fixed number of days
_MONTH_DAYS = (30, 31)
_YEAR_DAYS = 365.25
_WEEK_DAYS = 7
Read = tuple[Quantity, int]  # the reading, and the token after it


class DurationReader:
    """Reads the duration that a number and the unit behind it make, and the smaller parts that follow."""

    def __init__(self, language: Language, numbers: NumberReader) -> None:
        self._units = language.units.duration
        self._letters = language.units.letters
        self._possessive = language.units.possessive
        self._words = language.numbers
        self._numbers = numbers
        self.starts = frozenset(self._units)

    def read(self, tokens: list[Token], number: Number, at: int) -> Read | None:
        """Return the duration whose unit stands at a token, and the token after it."""
        first = self.one(tokens, number, at)
        if first is None:
            return None
        reading, end = first
        while (more := self._smaller_part(tokens, end, reading)) is not None:
            reading, end = more
        if is_sign(tokens, end, "'") and adjacent(tokens, end):
            end += 1  # "three months' detention"
        return reading, end

    def one(self, tokens: list[Token], number: Number, at: int) -> Read | None:
        """Read one unit behind a number or an article, and what the unit lets follow."""
        text = text_at(tokens, at).removesuffix(self._possessive)
        unit = self._units.get(text)
        if unit is None or (len(text) == 1 and number.in_words):
            return None
        if number.is_article and (text in self._words.ordinals or tokens[at].written.isupper()):
            return None  # "a second film", "an SEC filing"
        reading, end = quantity("duration", number, unit), at + 1
        if number.upto is not None:
            return reading, end
        if unit == "hour" and (minutes := self._minutes(tokens, number, reading, end)) is not None:
            return minutes
        return self._or_two(tokens, reading, end) if number.is_article else self._and_a_half(tokens, reading, end)

    def _minutes(self, tokens: list[Token], number: Number, hours: Quantity, at: int) -> Read | None:
        if number.step == 1 and adjacent(tokens, at) and tokens[at].kind == "number":
            return self._hours_minutes(tokens, hours, at)
        return self._spoken_minutes(tokens, hours, at)

    def _spoken_minutes(self, tokens: list[Token], hours: Quantity, at: int) -> Read | None:
        """Read "1 hour thirty", where nothing but a sign follows."""
        number = self._numbers.read_one(tokens, at + (text_at(tokens, at) in self._words.joiners))
        if number is None or number.value is None or hours.value is None or not 0 < number.value < 60:
            return None
        closes = number.end >= len(tokens) or is_sign(tokens, number.end, ".,;")
        if not closes or number.value != int(number.value) or number.upto is not None:
            return None
        return replace(hours, value=hours.value * 60 + number.value, unit="minute", step=1), number.end

    def _or_two(self, tokens: list[Token], reading: Quantity, end: int) -> Read:
        """Read "a year or two", if not "a year or two months"."""
        upto = self._words.cardinals.get(text_at(tokens, end + 1), 0)
        if text_at(tokens, end) not in self._words.either or reading.value != 1 or upto <= 1:
            return self._and_a_half(tokens, reading, end)
        if text_at(tokens, end + 2) in self._units:
            return reading, end
        return replace(reading, upto=upto), end + 2

    def _and_a_half(self, tokens: list[Token], reading: Quantity, end: int) -> Read:
        """Read "an hour and a half", "a week and a half": 90 minutes, 1.5 weeks."""
        words = self._words
        article = text_at(tokens, end + 1) in words.articles
        if text_at(tokens, end) not in words.joiners or not (article or words.bare_halves):
            return reading, end
        at = end + 1 + article
        half = words.halves.get(text_at(tokens, at))
        if half is None or reading.value is None or text_at(tokens, at + 1) in self._units:
            return reading, end
        return _half_more(reading, half), at + 1

    def _hours_minutes(self, tokens: list[Token], hours: Quantity, at: int) -> Read:
        """Read "1h31" and "1h31m"."""
        minutes = int(tokens[at].text) if tokens[at].text.isdecimal() else 60
        if minutes >= 60 or hours.value is None:
            return hours, at
        end = at + 1
        text = text_at(tokens, end)
        if adjacent(tokens, end) and "minute" in (self._units.get(text), self._letters.get(text)):
            end += 1
        return replace(hours, value=hours.value * 60 + minutes, unit="minute", step=1), end

    def _smaller_part(self, tokens: list[Token], at: int, so_far: Quantity) -> Read | None:
        """Read the next part of "two years and three months" or "1 hr 31 min"."""
        if so_far.value is None or so_far.upto is not None or at >= len(tokens):
            return None
        at += is_sign(tokens, at, ",") or _is_abbreviated(tokens, at)
        at += text_at(tokens, at) in self._words.joiners
        number = self._numbers.read_one(tokens, at)
        if number is None or number.value is None:
            return None
        part = self._lettered(tokens, number, so_far)
        part = part or self.one(tokens, number, number.end + is_sign(tokens, number.end, "-"))
        if part is None or part[0].value is None or part[0].upto is not None:
            return None
        reading, end = part
        whole = _sum(so_far, reading)
        return None if whole is None else (whole, end)

    def _lettered(self, tokens: list[Token], number: Number, hours: Quantity) -> Read | None:
        """Read the "31m" of "1h 31m", which by itself is as well 31 million."""
        value = number.value if number.unscaled is None else number.unscaled
        at = number.end - (number.unscaled is not None)
        if hours.unit != "hour" or value is None or self._letters.get(text_at(tokens, at)) != "minute":
            return None
        return replace(hours, value=value, unit="minute", step=1), at + 1


class AgeReader:
    """Reads ages: "52 years old", "six-year-old", "3 weeks of age"."""

    def __init__(self, language: Language, durations: DurationReader) -> None:
        self._durations = durations
        self._old = PhraseTable((phrase, "old") for phrase in language.units.old)
        self.starts = durations.starts

    def read(self, tokens: list[Token], number: Number, at: int) -> Read | None:
        """Return the age whose unit stands at a token, and the token after it."""
        duration = self._durations.one(tokens, number, at)
        if duration is None:
            return None
        reading, end = duration
        end += is_sign(tokens, end, "-")
        old = self._old.match(tokens, end)
        return None if old is None else (replace(reading, kind="age"), old[1])


def _sum(large: Quantity, small: Quantity) -> Quantity | None:
    """Return a duration and a smaller part of it as one, in the smaller unit; None where it is not smaller.

    Months and years have no fixed number of days: "a year and 2 days" are 367 days, or 368. Days may follow what was
    made days for that reason: "3 months, 2 weeks and 2 days".
    """
    size = SECONDS[large.unit] / SECONDS[small.unit]
    if large.other is not None and large.unit == small.unit == "day" and (small.value or _WEEK_DAYS) < _WEEK_DAYS:
        assert large.value is not None and small.value is not None
        most = replace(large.other, value=(large.other.value or 0) + small.value)
        return replace(large, value=large.value + small.value, other=most)
    if large.value is None or small.value is None or size <= 1 or small.value >= size:
        return None
    if size == int(size):
        other = None if large.other is None else _sum(large.other, small)
        return replace(small, value=large.value * int(size) + small.value, step=1, other=other)
    unit = small.unit if SECONDS[small.unit] <= DAY else "day"
    small_value = small.value * SECONDS[small.unit] / SECONDS[unit]
    low, high = (days * DAY / SECONDS[unit] + small_value for days in _days(large.value * _MONTHS[large.unit]))
    other = replace(small, value=ceil(high), unit=unit, step=1)
    return replace(small, value=int(low), unit=unit, step=1, other=other)


def _days(months: float) -> tuple[float, float]:
    """Return how many days so many months have at least and at most, whole years by the calendar."""
    years, rest = divmod(months, 12)
    shortest, longest = (rest * days for days in _MONTH_DAYS)
    return floor(years * _YEAR_DAYS) + shortest, ceil(years * _YEAR_DAYS) + longest


def _half_more(reading: Quantity, half: float) -> Quantity:
    assert reading.value is not None
    smaller = {"hour": ("minute", 60), "minute": ("second", 60), "year": ("month", 12)}.get(reading.unit)
    if smaller is None:
        return replace(reading, value=reading.value + half, step=0.5)
    unit, size = smaller
    return replace(reading, value=int((reading.value + half) * size), unit=unit, step=1)


def _is_abbreviated(tokens: list[Token], at: int) -> bool:
    """Tell whether a dot ends no sentence: "1 hr. 31 min", but not "It took 2 days. 3 men"."""
    unit = text_at(tokens, at - 1)
    dot = is_sign(tokens, at, ".") and adjacent(tokens, at) and len(unit) < 5
    return dot and unit.removesuffix("s") not in SECONDS and at + 1 < len(tokens) and tokens[at + 1].kind == "number"
