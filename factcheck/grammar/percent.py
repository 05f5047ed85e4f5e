"""Percentages: "98%", "ninety per cent", "5-percent"."""

from __future__ import annotations

from dataclasses import replace

from factcheck.grammar.language import Units
from factcheck.grammar.numeral import Number, quantity
from factcheck.grammar.tokens import PhraseTable, Token
from factcheck.values.reading import Quantity


class PercentReader:
    """Reads the percent sign or word behind a number."""

    def __init__(self, units: Units) -> None:
        self._signs = PhraseTable((sign, "percent") for sign in units.percent)

    @property
    def starts(self) -> frozenset[str]:
        """The first words of what is read."""
        return self._signs.starts

    def read(self, tokens: list[Token], number: Number, at: int) -> tuple[Quantity, int] | None:
        """Return the percentage whose sign stands at a token, and the token after it."""
        sign = self._signs.match(tokens, at)
        if sign is None:
            return None
        number = replace(number, step=1) if number.step > 1 else number
        return quantity("percent", number, "percent"), sign[1]
