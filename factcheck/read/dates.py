"""Dates in metadata: ISO 8601, as far as they go."""

from __future__ import annotations

import re

from factcheck.values import DateReading, calendar

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:[T ].*)?$")


def parse_date(text: str) -> DateReading | None:
    """Return the date of "2012", "2012-05", "2012-05-03" or a full timestamp; None for all else."""
    match = _ISO.match(text.strip())
    if match is None:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    if not calendar.exists(year or 0, month or 1, day or 1):
        return None
    return DateReading(year, month, day)
