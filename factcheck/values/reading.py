"""Readings: the words of a source in standard notation, before anybody asks what they allow.

A reading is what fingerprints and baselines are made of. It holds the number, unit, hedge and
precision that stand in the text and nothing else; `bounds` says what such wording allows.
Notation: ISO 8601 durations and TIMEX3 modifiers ("P3M LESS_THAN"), EDTF dates ("2011-21" is
spring 2011, "XXXX-04-03" a day without its year).
"""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.values.date import DateReading

DAY = 86_400
# A month is 30.4375 days (365.25 / 12) only where no start date is known.
SECONDS: dict[str, float] = {
    "millisecond": 0.001,
    "second": 1,
    "minute": 60,
    "hour": 3_600,
    "day": DAY,
    "week": 7 * DAY,
    "fortnight": 14 * DAY,
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
    "fortnight": "week",
    "month": "week",
    "year": "month",
    "decade": "year",
    "century": "decade",
}
_ISO_UNIT = {"second": "S", "minute": "M", "hour": "H", "day": "D", "week": "W", "month": "M"}
_ISO_MULTIPLES = {
    "millisecond": (0.001, "S"),
    "fortnight": (2, "W"),
    "year": (1, "Y"),
    "decade": (10, "Y"),
    "century": (100, "Y"),
}
_CLOCK_UNITS = frozenset({"second", "minute", "hour"})
# Kinds of measure with the unit that their values are compared in; a temperature keeps its scale.
BASE_UNITS = {
    "length": "metre",
    "mass": "kilogram",
    "area": "square metre",
    "volume": "cubic metre",
    "speed": "metre per second",
    "temperature": "",
}


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
    "several" times 1,000). `other` is another honest reading of the same words.
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
    other: Quantity | None = None

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
        if self.kind == "money":
            return f"{self.unit} {number}"
        return f"{number} {self.unit}" if self.kind in BASE_UNITS else number

    def _vague(self) -> str:
        if self.vague is None:
            return ""
        return f" {self.vague.upper()}" + (f" {plain_number(self.times)}" if self.times != 1 else "")


def _iso_duration(number: str, unit: str) -> str:
    """Write one ISO 8601 duration; milliseconds in seconds, fortnights in weeks, decades and centuries in years."""
    if unit in _ISO_MULTIPLES:
        times, letter = _ISO_MULTIPLES[unit]
        clock = "T" if letter == "S" else ""
        return f"P{clock}{number if number == 'X' else plain_number(float(number) * times)}{letter}"
    clock = "T" if unit in _CLOCK_UNITS else ""
    return f"P{clock}{number}{_ISO_UNIT[unit]}"


@dataclass(frozen=True, slots=True)
class ClockTime:
    """A time of day with its zone, where one is named; without one only times of one place compare."""

    hour: int
    minute: int
    second: int | None = None
    zone: str | None = None

    def notation(self) -> str:
        """Return ISO 8601's time of day, with the zone as written."""
        text = f"{self.hour:02d}:{self.minute:02d}" + (f":{self.second:02d}" if self.second is not None else "")
        return f"T{text}" + (f" {self.zone}" if self.zone else "")


@dataclass(frozen=True, slots=True)
class Undated:
    """A time that no calendar has: "now", "recently", "soon", by its name in TIMEX3. It allows every day."""

    name: str

    def notation(self) -> str:
        """Return the name."""
        return self.name


@dataclass(frozen=True, slots=True)
class Listing:
    """One or several names, countries, languages or words, as written."""

    kind: str
    items: tuple[str, ...]

    def notation(self) -> str:
        """Return the items as they stand; their keys come with normalisation."""
        return "; ".join(self.items)


@dataclass(frozen=True, slots=True)
class Precedence:
    """The order of two events, each by its id."""

    first: str
    then: str

    def notation(self) -> str:
        """Return the earlier event, then the later one."""
        return f"{self.first} < {self.then}"


Reading = Quantity | DateReading | ClockTime | Undated | Listing | Precedence
