"""What a number counts: the plural noun behind it, "24 people", "59 registered users"."""

from __future__ import annotations

from dataclasses import replace

from factcheck.grammar.language import Units
from factcheck.grammar.number import Number, quantity
from factcheck.grammar.tokens import Token, hyphen
from factcheck.values.reading import Quantity

_MOST_WORDS = 3


class CountedReader:
    """Reads the noun that a number counts."""

    def __init__(self, units: Units) -> None:
        self._irregular = units.irregular
        self._endings = tuple(plural for plural in units.irregular if len(plural) > 4)
        self._not_counted = units.not_counted

    def read(self, tokens: list[Token], number: Number, at: int) -> tuple[Quantity, int] | None:
        """Return the count whose noun begins at a token and ends within three words of it, and the token after it."""
        end = at
        for _ in range(_MOST_WORDS):
            if not self._is_word(tokens, end):
                return None
            while hyphen(tokens, end + 1) and tokens[end + 2].kind == "word":
                end += 2
            word = tokens[end].text
            end += 1
            singular = self._singular(word)
            if singular:
                return replace(quantity("number", number, singular)), end
        return None

    def _is_word(self, tokens: list[Token], at: int) -> bool:
        """Tell whether a token can be part of what is counted: a word behind one space."""
        if at >= len(tokens) or tokens[at].kind != "word" or tokens[at].start != tokens[at - 1].end + 1:
            return False
        return tokens[at].written == tokens[at].text and tokens[at].text not in self._not_counted

    def _singular(self, word: str) -> str:
        """Return the singular of a plural noun, nothing for any other word."""
        if word in self._irregular:
            return self._irregular[word]
        if word.endswith(self._endings):
            plural = next(each for each in self._endings if word.endswith(each))
            return word.removesuffix(plural) + self._irregular[plural]
        if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
            return ""
        if word.endswith("ies") and len(word) > 4:
            return word[:-3] + "y"
        return word[:-2] if word.endswith(("ches", "shes", "sses", "xes")) else word[:-1]
