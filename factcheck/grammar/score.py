"""Scores and records: "31-24", "52-3", "45-7-2": figures that hyphens join, and that count nothing else."""

from __future__ import annotations

import re

from factcheck.grammar.found import Found
from factcheck.values.reading import Listing

_SCORE = re.compile(r"(?<![\w.,/$:-])[0-9]{1,3}(?:-[0-9]{1,3}){1,2}(?![\w/%-]|[.,:][0-9])")


def scores(text: str) -> list[Found]:
    """Return the scores in folded text; whether one is a score at all is for the words around it to say."""
    return [Found(each.start(), each.end(), Listing("score", (each[0],))) for each in _SCORE.finditer(text)]
