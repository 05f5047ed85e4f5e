"""What of a name's spelling counts: its letters and figures in Latin script, whatever their case, signs and spaces."""

from __future__ import annotations

import re
from functools import lru_cache

from factcheck.grammar.fold import fold
from factcheck.grammar.tokens import tokenise

_WITH_YEAR = re.compile(r"(.*\S)\s*\(((?:1[5-9]|20)\d\d)\)\s*$", re.DOTALL)


@lru_cache(maxsize=1 << 18)
def letters(name: str, *, any_order: bool = False) -> str:
    """Return the letters and figures of a name, those of its words in any order where that does not matter."""
    from anyascii import anyascii

    words = [token.text for token in tokenise(anyascii(fold(name)).lower()) if token.kind != "sign"]
    return "".join(sorted(words) if any_order else words)


def with_year(name: str) -> tuple[str, int | None]:
    """Return a name without the year in brackets behind it, and the year: "King Kong (1933)"."""
    found = _WITH_YEAR.match(name) if name.endswith(")") else None
    return (name, None) if found is None else (found[1], int(found[2]))
