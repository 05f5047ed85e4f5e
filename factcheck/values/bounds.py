"""Bounds: which values a reading allows, literally and leniently.

The widths are data (`rules/lang/*.yaml`); this module holds the conditions under which a row
applies. Bounds may be retuned without a reading, a fingerprint or a baseline changing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import inf, isinf

from factcheck.values.date import DateReading
from factcheck.values.interval import Interval, hull
from factcheck.values.reading import BASE_UNITS, SECONDS, SMALLER_UNIT, Quantity

_WEEK = SECONDS["week"]
_SMALL = 100  # "two-month" and "18 months" are rounded; "120 months" was counted


@dataclass(frozen=True, slots=True)
class Bounds:
    """What the words literally allow, and what a lenient reader would let pass."""

    literal: Interval
    lenient: Interval


@dataclass(frozen=True, slots=True)
class Reach:
    """How far a hedge reaches from its number v, whose printed unit is u.

    The low end is v times `low`, or v less `low_step` units where that is lower still;
    `low_step_if_round` does the same only for round numbers. The high end is v times `high`.
    """

    low: float
    high: float
    low_step: float = 0
    low_step_if_round: float = 0
    high_open: bool = False

    def around(self, value: float, unit: float, *, is_round: bool) -> Interval:
        """Return the interval around a value; a negative one is hedged as its amount is."""
        if value < 0:
            mirrored = self.around(-value, unit, is_round=is_round)
            return Interval(-mirrored.high, -mirrored.low, low_open=mirrored.high_open)
        steps = self.low_step + (self.low_step_if_round if is_round else 0)
        low = min(value * self.low, value - steps * unit) if self.low else 0
        high = inf if self.high == inf else value * self.high
        # "Fewer than none" holds nothing: it is taken for none.
        return Interval(max(low, 0), high, high_open=self.high_open and high > 0)


@dataclass(frozen=True, slots=True)
class Spread:
    """How far an unhedged wording spreads: `step` printed units or a `share` of v, the smaller."""

    step: float | None = None
    share: float | None = None
    high_open: bool = False

    def around(self, value: float, unit: float) -> Interval:
        """Return the interval around a value; exact where neither width is given."""
        half: float = 0 if self.step is None else self.step * unit
        if self.share is not None:
            share = self.share * abs(value)
            half = share if self.step is None else min(half, share)
        low, high = value - half, value + half
        # Half a unit is too small for a float to tell beyond 2**53: such a value is exact.
        return Interval(low, high, high_open=self.high_open and low < high)


@dataclass(frozen=True, slots=True)
class Bounding:
    """The language's tables of widths: hedges, plain wordings and vague amounts, each twice."""

    hedges: Mapping[str, tuple[Reach, Reach]] = field(default_factory=dict)
    plain: Mapping[str, tuple[Spread, Spread]] = field(default_factory=dict)
    vague: Mapping[str, tuple[Interval, Interval]] = field(default_factory=dict)
    vague_times: Mapping[str, tuple[Interval, Interval]] = field(default_factory=dict)
    season_slack: int = 0
    part_slack: int = 0

    def of_quantity(self, reading: Quantity, *, exact: bool) -> Bounds:
        """Return what a quantity allows, in its base unit (seconds for a duration).

        `exact` is true for labelled and record values, which are not rounded as prose is.
        """
        size = SECONDS[reading.unit] if reading.kind == "duration" else 1
        if reading.vague is not None:
            return self._vague(reading, size)
        if reading.upto is not None:
            return self._range(reading, size)
        assert reading.value is not None
        value, step = reading.value * size, reading.step * size
        if reading.hedge is not None:
            return self._hedged(reading, value, step)
        literal, lenient = self.plain[_plain_row(reading, exact=exact)]
        bounds = Bounds(literal.around(value, step), lenient.around(value, step))
        return _whole(bounds) if _is_count(reading) else bounds

    def of_date(self, reading: DateReading) -> Bounds:
        """Return the days that a date allows; raises ValueError where its year is not known."""
        span = reading.span()
        width = 0 if isinf(span.width) else round(span.width)
        slack = max(
            self.season_slack if reading.season is not None else 0,
            self.part_slack if reading.part is not None else 0,
            width if reading.hedge is not None else 0,
            round(width / 2) if reading.counted else 0,
        )
        lenient = Interval(span.low - slack, span.high + slack, high_open=True) if slack else span
        return Bounds(span, lenient)

    def _vague(self, reading: Quantity, size: float) -> Bounds:
        rows = self.vague_times if reading.times != 1 and reading.vague in self.vague_times else self.vague
        literal, lenient = rows[reading.vague or ""]
        return Bounds(literal.scaled(reading.times * size), lenient.scaled(reading.times * size))

    def _range(self, reading: Quantity, size: float) -> Bounds:
        assert reading.value is not None and reading.upto is not None
        whole = Interval(reading.value * size, reading.upto * size)
        bounds = Bounds(whole, whole.widen(reading.step * size / 2))
        if reading.hedge is None:
            return bounds
        ends = [self._hedged(reading, end, reading.step * size) for end in (whole.low, whole.high)]
        return Bounds(hull([each.literal for each in ends]), hull([each.lenient for each in (*ends, bounds)]))

    def _hedged(self, reading: Quantity, value: float, step: float) -> Bounds:
        if reading.kind == "duration" and reading.value == 1 and reading.unit in SMALLER_UNIT:
            step = SECONDS[SMALLER_UNIT[reading.unit]]  # "nearly a year" is nearly twelve months
        literal, lenient = self.hedges[reading.hedge or ""]
        is_round = step > 1
        bounds = Bounds(literal.around(value, step, is_round=is_round), lenient.around(value, step, is_round=is_round))
        return _whole(bounds) if _is_count(reading) else bounds


def _whole(bounds: Bounds) -> Bounds:
    return Bounds(bounds.literal.whole(), bounds.lenient.whole())


def _is_count(reading: Quantity) -> bool:
    return reading.kind == "number" and reading.step >= 1


def _plain_row(reading: Quantity, *, exact: bool) -> str:
    """Name the row of plain widths that an unhedged wording falls under."""
    assert reading.value is not None
    if reading.kind == "percent" or (reading.kind in BASE_UNITS and not exact):
        return "percent" if reading.kind == "percent" else "measure"
    if reading.step < 1:
        return "decimal"
    if exact:
        return "record"
    if reading.kind == "duration":
        if SECONDS[reading.unit] >= _WEEK:
            return "rounded_unit" if reading.value < _SMALL else "record"
        return "round_clock" if reading.value % 5 == 0 and reading.unit in ("minute", "hour") else "record"
    return "round_count" if reading.step >= 100 else "record"
