"""How a word sounds, roughly: one key for the spellings that one sound has in Latin letters."""

from __future__ import annotations

import re

# Spellings that one sound has in Latin transliterations, longest first.
_SOUNDS = (
    ("tsch", "c"), ("sch", "s"), ("tch", "c"), ("tzh", "z"), ("shch", "s"), ("kh", "h"), ("zh", "z"), ("sh", "s"),
    ("ch", "c"), ("ph", "f"), ("th", "t"), ("gh", "g"), ("dh", "d"), ("ck", "k"), ("qu", "k"), ("ts", "c"), ("tz", "c"),
    ("ee", "i"), ("oo", "u"), ("ou", "u"), ("iy", "i"), ("yi", "i"), ("yy", "i"), ("ey", "i"), ("ei", "i"), ("ii", "i"),
    ("ij", "i"), ("ya", "a"), ("ia", "a"), ("yu", "u"), ("iu", "u"), ("ye", "e"), ("ie", "e"), ("yo", "o"), ("oe", "o"),
    ("ae", "e"), ("ue", "u"), ("q", "k"), ("x", "s"), ("w", "v"), ("y", "i"), ("j", "i"), ("c", "k"), ("z", "s"),
)  # fmt: skip
_ENDING = re.compile(r"(?:ie|ey|ee)$")  # Jeremie and Jeremy
_DOUBLE = re.compile(r"(.)\1+")


def sound(word: str) -> str:
    """Return a rough key of how a word sounds, whatever language wrote it in Latin letters."""
    word = _ENDING.sub("i", word)
    for spelling, heard in _SOUNDS:
        word = word.replace(spelling, heard)
    return _DOUBLE.sub(r"\1", word)
