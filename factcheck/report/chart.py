"""A range chart for a terminal: the bounds of each claim as a bar on one axis, so that overlap and gap are seen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf, isinf

from factcheck.codes import ORDER
from factcheck.model import Finding
from factcheck.report.view import UNICODE, Signs
from factcheck.values import Interval, Ordered
from factcheck.values.wording import allows

NARROWEST = 20  # cells of axis; below that, nothing can be told from bars
_MARGIN = 0.15  # of the axis, for what has no end
_MOST_BARS = 4  # of one side


@dataclass(frozen=True, slots=True)
class Bar:
    """What one claim allows, under the letter of its side."""

    label: str
    bounds: Interval
    allowed: str = ""


def bars_of(finding: Finding) -> list[Bar]:
    """Return the bars of a finding's sides, each different one once; none where its values have no order."""
    bars: list[Bar] = []
    if finding.code == ORDER:
        return bars
    for letter, side in zip("AB", finding.sides, strict=False):
        of_side: dict[tuple[Interval, bool], Bar] = {}
        for claim in side.own:
            if not isinstance(claim.value, Ordered) or claim.value.kind == "order":
                return []
            bounds, derived = claim.value.bounds.literal, claim.span is None
            label = f"{letter} derived" if derived else letter
            of_side.setdefault((bounds, derived), Bar(label, bounds, allows(claim.value)))
        bars += list(of_side.values())[:_MOST_BARS]
    return bars


def chart(bars: Sequence[Bar], width: int, signs: Signs = UNICODE) -> list[str]:
    """Return a line for each bar, drawn to the width with its label behind; none where there is nothing to compare."""
    room = width - max((len(bar.label) for bar in bars), default=0) - 1
    axis = axis_of(bars)
    if room < NARROWEST or axis is None:
        return []
    low, high = axis
    lines = []
    for bar in bars:
        start, end = (_cell(each, low, high, room) for each in (bar.bounds.low, bar.bounds.high))
        lines.append(f"{_drawn(bar.bounds, start, end, signs):<{room}} {bar.label}")
    return lines


def axis_of(bars: Sequence[Bar]) -> tuple[float, float] | None:
    """Return the ends of the axis, with a margin where a bar has no end; None where all is one point."""
    ends = [end for bar in bars for end in (bar.bounds.low, bar.bounds.high) if not isinf(end)]
    if not ends or min(ends) == max(ends):
        return None
    low, high = min(ends), max(ends)
    margin = (high - low) * _MARGIN
    below = any(bar.bounds.low == -inf for bar in bars)
    above = any(bar.bounds.high == inf for bar in bars)
    return low - margin * below, high + margin * above


def _cell(value: float, low: float, high: float, room: int) -> int:
    return round((min(max(value, low), high) - low) / (high - low) * (room - 1))


def _drawn(bounds: Interval, start: int, end: int, signs: Signs) -> str:
    """Return a bar; one that ends before a value does not reach into its cell."""
    end -= bounds.high_open and start < end and not isinf(bounds.high)
    if start == end:
        return " " * start + signs.point
    bar = signs.line * (end - start + 1)
    bar = signs.left + bar[1:] if bounds.low == -inf else bar
    return " " * start + (bar[:-1] + signs.right if bounds.high == inf else bar)
