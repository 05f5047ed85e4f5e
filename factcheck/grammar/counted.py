"""What a number counts: the plural noun behind it, "24 people", "59 registered users"."""

from __future__ import annotations

import re

from factcheck.grammar.language import Units

_WORD = re.compile(r"[ \n]([a-z]+(?:-[a-z]+)*)\b")
_MOST_WORDS = 3


class CountedReader:
    """Reads the noun that a number counts."""

    def __init__(self, units: Units) -> None:
        self._irregular = units.irregular
        self._not_counted = units.not_counted

    def read(self, text: str, at: int) -> tuple[str, int] | None:
        """Return the singular noun that begins within three words of an offset, and where it ends."""
        for _ in range(_MOST_WORDS):
            word = _WORD.match(text, at)
            if word is None or word[1] in self._not_counted:
                return None
            at = word.end()
            for plural, singular in self._irregular.items():
                if word[1].endswith(plural) and (word[1] == plural or len(plural) > 4):
                    return word[1].removesuffix(plural) + singular, at
            if len(word[1]) > 3 and word[1].endswith("s") and not word[1].endswith(("ss", "us", "is")):
                return _singular(word[1]), at
        return None


def _singular(noun: str) -> str:
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("ches", "shes", "sses", "xes")):
        return noun[:-2]
    return noun[:-1]
