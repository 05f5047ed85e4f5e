"""Ranges: an amount, or two of them that are the ends of one: "3-5 km", "$62 to $68", "between 10 and 20%"."""

from __future__ import annotations

from dataclasses import replace

from factcheck.grammar.amount import Amount, AmountReader
from factcheck.grammar.language import Language
from factcheck.grammar.number import NumberReader
from factcheck.grammar.numeral import Number, joined, quantity, shared_scale
from factcheck.grammar.tokens import Token, is_sign, text_at


class RangeReader:
    """Reads the amount or range that begins at a token.

    With `everything` also ranges with a word before them, "from 3 to 5", and those of ordinals: in a rule's phrase
    the word is a part of the phrase.
    """

    def __init__(self, language: Language, amounts: AmountReader, *, everything: bool) -> None:
        words = language.numbers
        self._to = words.to
        self._all_the_way = words.all_the_way
        self._openers = dict.fromkeys(words.between, words.joiners)
        if everything:
            self._openers |= dict.fromkeys(words.starting, words.to | words.joiners)
        self._determiners = language.units.counted.determiners if everything else frozenset()
        self._numbers = NumberReader(language)
        self._amounts = amounts
        self.starts = amounts.starts.union(self._openers)

    def read(self, tokens: list[Token], at: int) -> Amount | None:
        """Return the amount or the range; behind a word like "between" there is a range or nothing."""
        joiners = self._openers.get(text_at(tokens, at))
        if joiners is not None:
            first = self._amounts.read(tokens, at + 1)
            return self._ordinals(tokens, at + 1, joiners) if first is None else self._to_second(tokens, first, joiners)
        first = self._amounts.read(tokens, at)
        return first and (self._to_second(tokens, first, self._to) or first)

    def _to_second(self, tokens: list[Token], first: Amount, joiners: frozenset[str]) -> Amount | None:
        """Return the range that an amount makes with the one behind it, None where it makes none."""
        at = first.end
        if is_sign(tokens, at, "-") and text_at(tokens, at + 1) in joiners:
            at += 1  # "a five- to ten-year plan"
        at += text_at(tokens, at) in self._all_the_way and joiners is not self._to
        if text_at(tokens, at) not in joiners or first.reading.value is None or first.reading.upto is not None:
            return None
        if first.bare:
            return self._amounts.read_to(tokens, first, at + 1)
        second = self._amounts.read(tokens, at + 1)
        return None if second is None else span(first, second)

    def _ordinals(self, tokens: list[Token], at: int, joiners: frozenset[str]) -> Amount | None:
        """Read "the tenth and the fifteenth"."""
        first = self._ordinal(tokens, at)
        if first is None or text_at(tokens, first.end) not in joiners:
            return None
        number = joined(first, self._ordinal(tokens, first.end + 1))
        return None if number is None else Amount(quantity("number", number, ""), number.end, number)

    def _ordinal(self, tokens: list[Token], at: int) -> Number | None:
        read = self._numbers.ordinal(tokens, at + 1) if text_at(tokens, at) in self._determiners else None
        return None if read is None else Number(*read, in_words=True)


def span(first: Amount, second: Amount) -> Amount | None:
    """Join two amounts that are the ends of a range: each with its unit, or one for both; None where they are none."""
    low, high = first.reading, second.reading
    if low.value is None or high.value is None or high.upto is not None:
        return None
    if low.unit != high.unit and not (first.signed and second.bare):
        return None
    value = low.value * shared_scale(first.number, second.number)
    if value >= high.value:
        return None
    step = min(low.step, high.step)
    return replace(first, reading=replace(low, value=value, upto=high.value, step=step), end=second.end)
