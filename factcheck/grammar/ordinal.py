"""Ordinals in prose: "the sixth defence", "a 25th title", "the twenty-first": which one of several it was."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.grammar.found import Found
from factcheck.grammar.language import Language
from factcheck.grammar.tokens import Token, adjacent, is_sign, text_at
from factcheck.values.reading import Quantity

_TENS = range(20, 100, 10)


class OrdinalReader:
    """Reads the ordinals of one language."""

    def __init__(self, language: Language) -> None:
        self._words = language.numbers.ordinals
        self._tens = {word: n for word, n in language.numbers.cardinals.items() if n in _TENS}
        self._endings = language.dates.ordinal_endings

    def find(self, tokens: list[Token]) -> Iterator[Found]:
        """Yield the ordinals among tokens, in order."""
        at = 0
        while at < len(tokens):
            read = self._read(tokens, at)
            if read is not None:
                number, end = read
                yield Found(tokens[at].start, tokens[end - 1].end, Quantity("ordinal", number))
                at = end
            else:
                at += 1

    def _read(self, tokens: list[Token], at: int) -> tuple[int, int] | None:
        """Return the number of an ordinal at a token and the token after it: "fourth", "4th", "twenty-fourth"."""
        token = tokens[at]
        if token.text in self._words:
            return self._words[token.text], at + 1
        if token.text in self._tens:
            ones_at = at + 1 + is_sign(tokens, at + 1, "-")
            ones = self._words.get(text_at(tokens, ones_at), 0)
            return (self._tens[token.text] + ones, ones_at + 1) if 0 < ones < min(_TENS) / 2 else None
        if not token.text.isdecimal() or len(token.text) > 4 or text_at(tokens, at + 1) not in self._endings:
            return None
        return (int(token.text), at + 2) if adjacent(tokens, at + 1) else None
