"""Measures: "776-foot", "16,000 metric tons", "1.8m", "188 miles an hour", "100 °C"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from factcheck.grammar.language import Measure
from factcheck.grammar.number import Number, NumberReader, quantity
from factcheck.grammar.tokens import PhraseTable, Token, adjacent, hyphen, is_sign, text_at
from factcheck.values.reading import Quantity


class MeasureReader:
    """Reads the measure that begins at a token; the kind is its unit's."""

    def __init__(self, measures: Sequence[Measure], numbers: NumberReader) -> None:
        self._numbers = numbers
        self._kinds = {measure.name: measure.kind for measure in measures}
        self._factors = {measure.name: measure.factor for measure in measures if measure.factor}
        self._words = PhraseTable((word, each.name) for each in measures for word in each.words)
        self._symbols = PhraseTable(((s, each.name) for each in measures for s in each.symbols), case=True)
        self._weak = PhraseTable(((s, each.name) for each in measures for s in each.weak), case=True)

    def read(self, tokens: list[Token], at: int) -> tuple[Quantity, int] | None:
        """Return the measure and the token after it."""
        number = self._numbers.read(tokens, at)
        if number is None:
            return None
        unit = self._unit(tokens, number)
        if unit is None:
            return None
        reading, end = quantity(self._kinds[unit[0]], number, unit[0]), unit[1]
        while (more := self._smaller_part(tokens, reading, end)) is not None:
            reading, end = more
        return reading, end

    def _smaller_part(self, tokens: list[Token], so_far: Quantity, at: int) -> tuple[Quantity, int] | None:
        """Read the next part of "5 feet 2 inches", "2 km and 1 metre": all in the smaller unit."""
        skip = text_at(tokens, at) == "and" or is_sign(tokens, at, ",")
        number = self._numbers.read_one(tokens, at + skip)
        unit = None if number is None else self._unit(tokens, number)
        if number is None or unit is None or number.value is None or so_far.value is None or so_far.upto is not None:
            return None
        large, small = self._factors.get(so_far.unit), self._factors.get(unit[0])
        if self._kinds[unit[0]] != so_far.kind or not large or not small or number.value * small >= large:
            return None
        value = round(so_far.value * large / small, 6) + number.value
        return replace(so_far, value=value, unit=unit[0], step=number.step), unit[1]

    def _unit(self, tokens: list[Token], number: Number) -> tuple[str, int] | None:
        end = number.end
        here = end + hyphen(tokens, end)
        found = [match for table in (self._words, self._symbols) if (match := table.match(tokens, here)) is not None]
        if not number.in_words and adjacent(tokens, end) and (weak := self._weak.match(tokens, end)) is not None:
            found.append(weak)
        return max(found, key=lambda match: match[1]) if found else None
