"""Rates: "$350 per kg", "40 hours a week", "three thousand tests per day"."""

from __future__ import annotations

from dataclasses import replace

from factcheck.grammar.counted import CountedReader
from factcheck.grammar.language import Language
from factcheck.grammar.measure import MeasureReader
from factcheck.grammar.numeral import Number
from factcheck.grammar.tokens import Token, hyphen, is_sign, text_at
from factcheck.values.reading import Quantity

_ONE = Number(1, 0)
_KINDS = frozenset({"age", "percent"})  # of which there are no rates
_LONGEST_BRACKET = 8  # tokens: "(around US$ 4.46 million)"


class RateReader:
    """Reads what a quantity is counted by, behind it."""

    def __init__(self, language: Language, measures: MeasureReader, counted: CountedReader) -> None:
        self._per = language.units.per
        self._shares = language.units.shares
        self._articles = language.numbers.articles
        self._durations = language.units.duration
        self._currencies = language.units.money.names
        self._money = frozenset(sign for sign in language.units.money.signs if len(sign) == 1)
        self._not_rates = language.units.not_rates
        self._measures = measures
        self._counted = counted

    def read(self, tokens: list[Token], so_far: Quantity, at: int) -> tuple[Quantity, int] | None:
        """Return the rate that a quantity makes with the words at a token, and the token after it.

        The amount alone is its other reading: "$350 per kg" is also an amount of money.
        """
        at += hyphen(tokens, at)  # "barrel-a-day"
        if is_sign(tokens, at, "("):
            return self._behind_bracket(tokens, so_far, at)
        word = text_at(tokens, at)
        per = word in self._per
        if not per and word not in self._articles:
            return None
        by = self._unit(tokens, at + 1 + hyphen(tokens, at + 1), any_noun=per and not is_sign(tokens, at, "/"))
        if by is None or so_far.kind in _KINDS or not so_far.unit or (not per and self._tells_when(tokens, by[1])):
            return None
        kind = "number" if so_far.kind == "number" else "quantity"
        unit = f"{self._currencies.get(so_far.unit, so_far.unit)} per {by[0]}"
        return replace(so_far, kind=kind, unit=unit, other=so_far), by[1]

    def _behind_bracket(self, tokens: list[Token], so_far: Quantity, at: int) -> tuple[Quantity, int] | None:
        """Read "C$6 (US$4.46) per share", where the bracket holds the same in other money; the words go up to it."""
        if so_far.kind != "money":
            return None
        last = min(at + _LONGEST_BRACKET, len(tokens))
        end = next((i for i in range(at + 1, last) if is_sign(tokens, i, ")")), None)
        read = None if end is None or not self._is_money(tokens, at + 1, end) else self.read(tokens, so_far, end + 1)
        return None if read is None else (read[0], at)

    def _is_money(self, tokens: list[Token], at: int, end: int) -> bool:
        """Tell whether a bracket holds figures with a sign or code of money."""
        written = {token.written for token in tokens[at:end]}
        money = any(sign in written for sign in self._money) or any(code in written for code in self._currencies)
        return money and any(token.kind == "number" for token in tokens[at:end])

    def _tells_when(self, tokens: list[Token], at: int) -> bool:
        """Tell whether what looked like a unit is a time: "210 contracts a week earlier"."""
        return text_at(tokens, at) in self._not_rates

    def _unit(self, tokens: list[Token], at: int, *, any_noun: bool) -> tuple[str, int] | None:
        """Read one unit: of time, of a measure, a share; behind "per" it is any noun."""
        text = text_at(tokens, at)
        if text in self._durations and len(text) > 1:
            return self._durations[text], at + 1
        unit = self._measures.unit(tokens, _ONE, at) if at < len(tokens) else None
        if unit is not None:
            return unit
        if text in self._shares or (any_noun and at < len(tokens) and tokens[at].kind == "word"):
            return self._counted.singular(text) or text, at + 1
        return None
