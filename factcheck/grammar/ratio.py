"""Ratios: "three out of five", "1 in 10", "one over three"."""

from __future__ import annotations

from factcheck.grammar.language import Language
from factcheck.grammar.number import NumberReader
from factcheck.grammar.numeral import Number
from factcheck.grammar.tokens import PhraseTable, Token, text_at

_SMALL = 10


class RatioReader:
    """Reads what makes a whole number the part of another."""

    def __init__(self, language: Language, numbers: NumberReader) -> None:
        self._numbers = numbers
        self._durations = language.units.duration
        self._words = PhraseTable((phrase, kind) for kind, row in language.numbers.ratios.items() for phrase in row)

    def read(self, tokens: list[Token], part: Number) -> Number | None:
        """Return the ratio that a number makes with what stands behind it, None where it makes none."""
        word = self._words.match(tokens, part.end)
        if word is None or not _is_whole(part):
            return None
        whole = self._numbers.read_one(tokens, word[1])
        if whole is None or not _is_whole(whole) or part.value is None or whole.value is None:
            return None
        if not part.value < whole.value or not self._fits(tokens, word[0], whole):
            return None
        return Number(part.value / whole.value, whole.end, 1 / whole.value, in_words=True)

    def _fits(self, tokens: list[Token], kind: str, whole: Number) -> bool:
        """Tell whether a number is a whole: "in" takes round or small ones, "over" those that count nothing."""
        after = text_at(tokens, whole.end)
        if kind == "over":
            return not after.isalpha()
        value = whole.value or 0
        is_round = value <= _SMALL or set(str(value)[1:]) == {"0"}
        return kind == "of" or (is_round and after not in self._durations)


def _is_whole(number: Number) -> bool:
    return number.value is not None and number.value > 0 and number.value == int(number.value) and number.upto is None
