"""Choices: words of a closed list of things that exclude each other, such as a knee and an ankle.

A wider word names several of them: "gun" a pistol and a rifle. It goes with each of these, and with no knife.
"""

from __future__ import annotations

import re
from functools import lru_cache

from factcheck.grammar.found import Found
from factcheck.values.reading import Listing

Choices = tuple[tuple[str, tuple[str, ...]], ...]  # what can be chosen, and the words that name it


def choices_in(text: str, choices: Choices) -> list[Found]:
    """Return the words in folded text that name one of the choices, each read as what they name."""
    pattern, names = _finder(choices)
    found = ((each, names[" ".join(each[0].lower().split())]) for each in pattern.finditer(text))
    return [Found(each.start(), each.end(), Listing("choice", of)) for each, of in found]


@lru_cache(maxsize=1 << 8)
def _finder(choices: Choices) -> tuple[re.Pattern[str], dict[str, tuple[str, ...]]]:
    words = dict.fromkeys(word.lower() for _, of in choices for word in of)
    names = {word: tuple(name for name, of in choices if word in map(str.lower, of)) for word in words}
    longest_first = sorted(names, key=lambda word: (-len(word), word))
    either = "|".join(r"\s+".join(map(re.escape, word.split())) for word in longest_first)
    return re.compile(rf"\b(?:{either})\b", re.IGNORECASE), names
