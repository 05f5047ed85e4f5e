"""Measures: "776-foot", "16,000 metric tons", "1.8m", "188 miles an hour", "100 °C"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from factcheck.grammar.language import Measure, Numbers
from factcheck.grammar.number import NumberReader
from factcheck.grammar.numeral import Number, quantity
from factcheck.grammar.tokens import PhraseTable, Token, adjacent, hyphen, is_sign, text_at
from factcheck.values.reading import Quantity


class MeasureReader:
    """Reads the unit of measure behind a number; the kind is the unit's."""

    def __init__(self, measures: Sequence[Measure], numbers: NumberReader, words: Numbers) -> None:
        self._words_of_numbers = words
        self._numbers = numbers
        self._kinds = {measure.name: measure.kind for measure in measures}
        self._factors = {measure.name: measure.factor for measure in measures if measure.factor}
        self._words = PhraseTable((word, each.name) for each in measures for word in each.words)
        self._symbols = PhraseTable(((s, each.name) for each in measures for s in each.symbols), case=True)
        self._weak = PhraseTable(((s, each.name) for each in measures for s in each.weak), case=True)
        self.starts = self._words.starts | self._symbols.starts | self._weak.starts

    def read(self, tokens: list[Token], number: Number, at: int) -> tuple[Quantity, int] | None:
        """Return the measure whose unit stands at a token, and the token after it."""
        unit = self.unit(tokens, number, at)
        if unit is None:
            return None
        reading, end = self._and_a_half(tokens, quantity(self._kinds[unit[0]], number, unit[0]), unit[1])
        while (more := self._smaller_part(tokens, reading, end)) is not None:
            reading, end = more
        return reading, end

    def _and_a_half(self, tokens: list[Token], reading: Quantity, end: int) -> tuple[Quantity, int]:
        """Read "a mile and a half"."""
        words = self._words_of_numbers
        if text_at(tokens, end) not in words.joiners or text_at(tokens, end + 1) not in words.articles:
            return reading, end
        half = words.halves.get(text_at(tokens, end + 2))
        if half is None or reading.value is None or self._words.match(tokens, end + 3) is not None:
            return reading, end
        return replace(reading, value=reading.value + half, step=half), end + 3

    def unit(self, tokens: list[Token], number: Number, at: int, *, smaller: bool = False) -> tuple[str, int] | None:
        """Return the unit that stands at a token behind a number, and the token after it.

        A weak symbol must stand right behind figures, or be the `smaller` unit of two: "3 km 500 m".
        """
        found = [match for table in (self._words, self._symbols) if (match := table.match(tokens, at)) is not None]
        close = smaller or adjacent(tokens, at)
        if not number.in_words and close and (weak := self._weak.match(tokens, at)) is not None:
            found.append(weak)
        return max(found, key=lambda match: match[1]) if found else None

    def _smaller_part(self, tokens: list[Token], so_far: Quantity, at: int) -> tuple[Quantity, int] | None:
        """Read the next part of "5 feet 2 inches", "2 km and 1 metre": all in the smaller unit, or in the first."""
        if so_far.value is None or so_far.upto is not None:
            return None
        skip = text_at(tokens, at) in self._words_of_numbers.joiners or is_sign(tokens, at, ",")
        number = self._numbers.read_one(tokens, at + skip)
        if number is None or number.value is None:
            return None
        unit = self.unit(tokens, number, number.end + hyphen(tokens, number.end), smaller=True)
        if unit is None:
            return None
        large, small = self._factors.get(so_far.unit), self._factors.get(unit[0])
        if self._kinds[unit[0]] != so_far.kind or not large or not small or number.value * small >= large:
            return None
        value = round(so_far.value * large / small, 6) + number.value
        first = so_far if so_far.other is None else so_far.other
        assert first.value is not None
        in_first = first.value + number.value * small / self._factors[first.unit]
        other = replace(first, value=in_first, step=number.step * small / self._factors[first.unit])
        return replace(so_far, value=value, unit=unit[0], step=number.step, other=other), unit[1]
