"""Readings: the words of a source in standard notation, before anybody asks what they allow.

A reading is what fingerprints and baselines are made of. It holds the number, unit, hedge and
precision that stand in the text and nothing else; `bounds` says what such wording allows.
Notation: ISO 8601 durations and TIMEX3 modifiers ("P3M LESS_THAN"), EDTF dates ("2011-21" is
spring 2011, "XXXX-04-03" a day without its year).
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from factcheck.values import calendar
from factcheck.values.interval import Interval

DAY = 86_400
# A month is 30.4375 days (365.25 / 12) only where no start date is known.
SECONDS = {
    "second": 1,
    "minute": 60,
    "hour": 3_600,
    "day": DAY,
    "week": 7 * DAY,
    "month": 2_629_800,
    "year": 31_557_600,
    "decade": 315_576_000,
    "century": 3_155_760_000,
}
SMALLER_UNIT = {
    "minute": "second",
    "hour": "minute",
    "day": "hour",
    "week": "day",
    "month": "week",
    "year": "month",
    "decade": "year",
    "century": "decade",
}
_ISO_UNIT = {"second": "S", "minute": "M", "hour": "H", "day": "D", "week": "W", "month": "M"}
_ISO_YEARS = {"year": 1, "decade": 10, "century": 100}
_CLOCK_UNITS = frozenset({"second", "minute", "hour"})


def plain_number(value: float) -> str:
    """Write a number without exponent, trailing zeros or separators."""
    if isinstance(value, int) or value == int(value):
        return str(int(value))
    return f"{value:.12f}".rstrip("0").rstrip(".")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit, as written: counts, durations, percentages, amounts of money.

    `value` and `upto` (the end of a range) stand in `unit`; `step` is the unit of the last
    significant digit as printed (0.1 in "7.9", 1,000 in "5,000"); `hedge` and `vague` name rows
    of the language file. `value` is None for a vague amount ("several thousand": vague
    "several" times 1,000).
    """

    kind: str
    value: float | None
    unit: str = ""
    step: float = 1
    hedge: str | None = None
    upto: float | None = None
    vague: str | None = None
    times: float = 1
    modifier: str = ""

    def notation(self) -> str:
        """Return the reading in standard notation, the same for every wording of it."""
        return f"{self._amount()} {self.modifier}".rstrip()

    def _amount(self) -> str:
        if self.kind == "duration":
            first = _iso_duration("X" if self.value is None else plain_number(self.value), self.unit)
            second = "" if self.upto is None else f"/{_iso_duration(plain_number(self.upto), self.unit)}"
            return first + second + self._vague()
        number = "X" if self.value is None else plain_number(self.value)
        if self.upto is not None:
            number += f"/{plain_number(self.upto)}"
        number += self._vague()
        if self.kind == "percent":
            return f"{number}%"
        return f"{self.unit} {number}" if self.kind == "money" else number

    def _vague(self) -> str:
        if self.vague is None:
            return ""
        return f" {self.vague.upper()}" + (f" {plain_number(self.times)}" if self.times != 1 else "")


def _iso_duration(number: str, unit: str) -> str:
    """Write one ISO 8601 duration; decades and centuries are counted in years."""
    if unit in _ISO_YEARS:
        years = number if number == "X" else plain_number(float(number) * _ISO_YEARS[unit])
        return f"P{years}Y"
    clock = "T" if unit in _CLOCK_UNITS else ""
    return f"P{clock}{number}{_ISO_UNIT[unit]}"


# Meteorological and astronomical seasons of the northern half, joined: (month, day) of the first
# day and of the first day after. EDTF 21 to 24. Equinoxes and solstices fall on the 20th to 23rd.
SEASONS = {21: ((3, 1), (6, 22)), 22: ((6, 1), (9, 24)), 23: ((9, 1), (12, 22)), 24: ((12, 1), (3, 21))}
PARTS = {"START": (0, 1), "MID": (1, 2), "END": (2, 3)}


@dataclass(frozen=True, slots=True)
class DateReading:
    """A date as far as the words tell it: a day, month, season, year, decade, or a range of them.

    `season` is EDTF's 21 to 24; `part` a TIMEX3 modifier for a third of the span; `years` 10 for
    a decade; `offset` (unit, number) waits for an anchor ("last year" is ("year", -1)); `other`
    is a second honest reading (06/07/2011).
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    season: int | None = None
    part: str | None = None
    years: int = 1
    until: DateReading | None = None
    hedge: str | None = None
    offset: tuple[str, int] | None = None
    other: DateReading | None = None

    def notation(self) -> str:
        """Return the reading in EDTF, with a TIMEX3 modifier for the thirds of a span."""
        if self.until is not None:
            return f"{self.notation_of_start()}/{self.until.notation()}"
        return self.notation_of_start()

    def notation_of_start(self) -> str:
        """Return the notation of the (first) date, without the end of a range."""
        if self.offset is not None and self.year is None:
            text = f"{self.offset[0].upper()}{self.offset[1]:+d}"
        elif self.year is None:
            text = "XXXX"
        elif self.years > 1:
            text = calendar.year_text(self.year)[: -len(str(self.years)) + 1] + "X" * (len(str(self.years)) - 1)
        else:
            text = calendar.year_text(self.year)
        if self.season is not None:
            text += f"-{self.season}"
        if self.month is not None:
            text += f"-{self.month:02d}" + (f"-{self.day:02d}" if self.day is not None else "")
        return text + ("~" if self.hedge else "") + (f" {self.part}" if self.part else "")

    @property
    def resolved(self) -> bool:
        """Tell whether the year is known."""
        return self.year is not None

    def resolve(self, anchor: DateReading | None) -> DateReading:
        """Fill in what the words left to the document's date; unchanged where that is not known.

        A date without a year takes the year that brings it nearest to the anchor.
        """
        if self.until is not None and not self.until.resolved:
            return replace(self, until=self.until.resolve(anchor)).resolve(anchor)
        if self.resolved or anchor is None or anchor.year is None:
            return self
        if self.offset is not None:
            return self._from_offset(*self.offset, anchor)
        if self.month is None or anchor.month is None:
            return self._in_year(anchor.year) if self.month or self.season else self
        away = self.month - anchor.month
        shift = -1 if away > 6 else 1 if away < -6 else 0
        return self._in_year(anchor.year + shift)

    def _in_year(self, year: int) -> DateReading:
        """Fill in the year where it has the day: there is no 29 February 2011."""
        missing = self.day is not None and not calendar.exists(year, self.month or 0, self.day)
        return self if missing else replace(self, year=year)

    def _from_offset(self, unit: str, number: int, anchor: DateReading) -> DateReading:
        assert anchor.year is not None
        if unit == "year":
            return replace(self, offset=None)._in_year(anchor.year + number)
        if unit == "month" and anchor.month is not None:
            months = anchor.year * 12 + anchor.month - 1 + number
            return replace(self, year=months // 12, month=months % 12 + 1, offset=None)
        return self

    def span(self) -> Interval:
        """Return the days that the date allows, as day numbers, the end open.

        Raises ValueError where the year is not known.
        """
        first = self._whole_span()
        if self.part is not None:
            start, end = PARTS[self.part]
            first = Interval(
                first.low + round(first.width * start / 3),
                first.low + round(first.width * end / 3),
                high_open=True,
            )
        if self.until is None:
            return first
        return Interval(first.low, max(first.high, self.until.span().high), high_open=True)

    def _whole_span(self) -> Interval:
        if self.year is None:
            raise ValueError(f"{self.notation()} has no year")
        year, (month, day) = self.year, (self.month, self.day)
        if self.season is not None:
            (start_month, start_day), (end_month, end_day) = SEASONS[self.season]
            # A winter is counted with the year that it begins in, or with the one it ends in.
            first_year = year - 1 if self.season == 24 else year
            low = calendar.day_number(first_year, start_month, start_day)
            high = calendar.day_number(year + (self.season == 24), end_month, end_day)
        elif month is None:
            low = calendar.day_number(year, 1, 1)
            high = calendar.day_number(year + self.years, 1, 1)
        elif day is None:
            low = calendar.day_number(year, month, 1)
            high = calendar.day_number(*calendar.next_month(year, month), 1)
        else:
            low = calendar.day_number(year, month, day)
            high = low + 1
        return Interval(low, high, high_open=True)


@dataclass(frozen=True, slots=True)
class Listing:
    """One or several names, countries, languages or words, as written."""

    kind: str
    items: tuple[str, ...]

    def notation(self) -> str:
        """Return the items as they stand; their keys come with normalisation."""
        return "; ".join(self.items)


Reading = Quantity | DateReading | Listing
