"""Closed vocabularies among words: countries and languages by any of their names."""

from __future__ import annotations

import re

from factcheck.grammar.fold import fold
from factcheck.grammar.language import Terms

_SEPARATORS = re.compile(r"[,;/&|+\u2022]|\band\b|\s-\s", re.IGNORECASE)
# Bounded, so that a page of opening brackets is read in linear time.
_BRACKETS = re.compile(r"\([^)]{0,200}\)|\[[^\]]{0,200}\]")


def fold_term(text: str) -> str:
    """Return the form under which a term is looked up: folded, lower case, without dots."""
    return " ".join(fold(text).replace(".", "").casefold().split())


class TermReader:
    """Splits a list of terms; every part must be known."""

    def __init__(self, terms: Terms) -> None:
        self._terms = terms

    def split(self, text: str) -> tuple[str, ...] | None:
        """Return the terms of a labelled line or cell, or None where a part is not one of them."""
        if self.code(text) is not None:  # "Bosnia and Herzegovina", "Korea, South"
            return (text.strip(),)
        parts = [part.strip() for part in _SEPARATORS.split(_BRACKETS.sub(" ", text))]
        parts = [part for part in parts if part]
        known = [self.code(part) for part in parts]
        return tuple(dict.fromkeys(parts)) if parts and all(known) else None

    def code(self, text: str) -> str | None:
        """Return the code of a term."""
        folded = fold_term(text)
        return self._terms.aliases.get(folded) or self._terms.aliases.get(folded.removeprefix("the "))
