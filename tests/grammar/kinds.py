"""The kind of a row's example, told by its reading."""

from __future__ import annotations

import re

_MEASURE = re.compile(r"[0-9.]+ [a-z]")


def kind_of(means: str) -> str:
    """Return the kind: "P2M" is a duration, "98%" a percentage, "35 mile" a length, everything else a number."""
    if means.startswith("P"):
        return "duration"
    return "percent" if "%" in means else "length" if _MEASURE.match(means) else "number"
