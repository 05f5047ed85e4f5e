"""What a number says: its value and scale, the ends of a range, and the quantity that it makes with a unit."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

from factcheck.grammar.figures import printed_step
from factcheck.values.reading import Quantity

YEARS = range(1700, 2100)  # what four plain figures say more often than an amount
LARGE = 100  # what follows a scale in figures and is written in words: "6 crore and two hundred"


@dataclass(frozen=True, slots=True)
class Number:
    """A number that was read: tokens[at:end]. `value` is None where the amount is vague.

    `scale` is what the scales at its end make: 1,000 in "five thousand", 1 in "5,000". An article before a
    unit is a number too: `is_article` in "a year". `unscaled` is the 2 of "2m", whose letter may be a unit; `other`
    is another reading of the same words.
    """

    value: float | None
    end: int
    step: float = 1
    vague: str | None = None
    times: float = 1
    upto: float | None = None
    in_words: bool = False
    scale: int = 1
    is_article: bool = False
    unscaled: float | None = None
    other: float | None = None

    def scaled(self, scale: int, end: int) -> Number:
        """Return the number in thousands, millions, …; `value` must not be None."""
        assert self.value is not None
        return replace(scaled_number(self.value, self.step, scale, end), in_words=self.in_words)


def with_part(number: Number, part: Fraction, end: int) -> Number:
    """Add a fraction to a number: of its scale in "five million and a half", of one in "two hundred and a half"."""
    assert number.value is not None
    scale = number.scale if number.scale > LARGE else 1
    return replace(number, value=_whole(number.value + float(part) * scale), end=end, step=scale / part.denominator)


def _whole(value: float) -> float:
    return int(value) if value == int(value) else value


def scaled_number(value: float, step: float, scale: int, end: int) -> Number:
    """Return so many thousands, millions, …, whole where it can be."""
    scaled = value * scale
    if isinstance(scaled, float) and scaled.is_integer():
        scaled = int(scaled)
    return Number(scaled, end, max(step * scale, 1) if step < 1 else printed_step(scaled), scale=scale)


def shared_scale(first: Number, second: Number) -> int:
    """Return the scale that a range's first end shares with its second: in "two to three million" both are millions."""
    assert first.value is not None and second.value is not None
    return second.scale if first.scale == 1 and first.value * second.scale < second.value else 1


def joined(first: Number, second: Number | None) -> Number | None:
    """Join the ends of a range of numbers; None where the second is not the larger one.

    "Rose in 2018 to 3.9 million" is no range: a year has no millions.
    """
    if second is None or second.value is None or first.value is None or second.value <= first.value:
        return None
    if (scale := shared_scale(first, second)) > 1:
        first = scaled_number(first.value, first.step, scale, first.end)
    elif second.scale > 1 == first.scale and first.value in YEARS and first.step == 1:
        return None
    return Number(first.value, second.end, min(first.step, second.step), upto=second.value, in_words=first.in_words)


def quantity(kind: str, number: Number, unit: str) -> Quantity:
    """Return a number with its unit as a reading."""
    reading = Quantity(kind, number.value, unit, number.step, upto=number.upto, vague=number.vague, times=number.times)
    return reading if number.other is None else replace(reading, other=replace(reading, value=number.other))
