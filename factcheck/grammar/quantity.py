"""Quantities: a number with its hedge and unit, read once for every kind of unit that may follow.

A number is read, then whatever stands behind it says what it is: an amount of money, a percentage, a
measure, a duration, an age, a count of things. The longest of these wins; of equally long ones the first.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Protocol

from factcheck.grammar.counted import CountedReader
from factcheck.grammar.duration import AgeReader, DurationReader
from factcheck.grammar.figures import figures
from factcheck.grammar.language import Language
from factcheck.grammar.measure import MeasureReader
from factcheck.grammar.money import MoneyReader
from factcheck.grammar.number import Number, NumberReader, joined, quantity, shared_scale
from factcheck.grammar.percent import PercentReader
from factcheck.grammar.tokens import PhraseTable, Token, adjacent, hyphen, is_sign, text_at
from factcheck.values.reading import Quantity

KINDS = ("age", "money", "percent", "measure", "duration", "number")
_OLDEST = 200  # years; what is older is no age
Found = tuple[Quantity, int, int]  # the reading, and the tokens it is made of: [first, end)


class UnitReader(Protocol):
    """Reads what a number becomes by the unit behind it."""

    def read(self, tokens: list[Token], number: Number, at: int) -> tuple[Quantity, int] | None:
        """Return the quantity whose unit stands at a token, and the token after it."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its unit, hedge apart: the reading, the token after it, and the number in it."""

    reading: Quantity
    end: int
    number: Number
    signed: bool = False  # the unit stands before the number: "$5"

    @property
    def bare(self) -> bool:
        """Whether no unit was read."""
        return not self.reading.unit


class QuantityReader:
    """Finds quantities among tokens: those of one kind, or of all.

    With `everything`, as for a text of which nothing is known, counts have their noun and a hyphen may be a minus.
    """

    def __init__(self, language: Language, kind: str = "", *, everything: bool = False) -> None:
        kinds = KINDS if everything else (kind,)
        self._words = language.numbers
        self._of = language.dates.of
        self._modifiers = language.hedges.modifiers
        self._numbers = NumberReader(language, signed=everything)
        self._before = PhraseTable(language.hedges.before.items())
        self._after = PhraseTable(language.hedges.after.items())
        self._aged = PhraseTable((phrase, "aged") for phrase in language.units.aged if "age" in kinds)
        self._money = MoneyReader(language.units.money, self._numbers) if "money" in kinds else None
        self._counted = CountedReader(language.units) if everything else None
        self._bare = "number" in kinds
        self._by_word = self._unit_readers(language, kinds)
        self.starters = self._numbers.starts.union(
            self._before.starts, self._aged.starts, self._words.between, self._money.before if self._money else ()
        )

    def _unit_readers(self, language: Language, kinds: tuple[str, ...]) -> Mapping[str, tuple[UnitReader, ...]]:
        """Return which readers know a unit that begins with a word, in the order in which they win."""
        durations = DurationReader(language, self._numbers)
        readers = {
            "age": AgeReader(language, durations),
            "money": self._money,
            "percent": PercentReader(language.units),
            "measure": MeasureReader(language.units.measures, self._numbers) if "measure" in kinds else None,
            "duration": durations,
        }
        by_word: dict[str, tuple[UnitReader, ...]] = {}
        for kind in KINDS:
            reader = readers.get(kind)
            for word in reader.starts if kind in kinds and reader is not None else ():
                by_word[word] = (*by_word.get(word, ()), reader)  # type: ignore[arg-type]
        return by_word

    def read(self, tokens: list[Token], at: int) -> Found | None:
        """Return the quantity that begins at a token, its hedge included, or None."""
        if at >= len(tokens) or (tokens[at].kind != "number" and tokens[at].text not in self.starters):
            return None
        hedge, start = self._before.match(tokens, at) or (None, at)
        between = text_at(tokens, start) in self._words.between
        first = self._amount(tokens, start + between)
        if first is None or (first.reading.kind == "number" and _in_a_name(tokens, start + between)):
            return None
        whole = self._range(tokens, first, self._words.joiners if between else self._words.to)
        if whole is None and between:
            return None
        amount = whole or first
        if amount.bare and not self._bare:
            return None
        reading, end = amount.reading, amount.end
        if hedge is None and (after := self._after_hedge(tokens, end)) is not None:
            hedge, end = after
        if hedge is not None and reading.vague is None and reading.upto is None:
            reading = replace(reading, hedge=hedge, modifier=self._modifiers[hedge])
        return reading, at, end

    def _after_hedge(self, tokens: list[Token], at: int) -> tuple[str, int] | None:
        return self._after.match(tokens, at + is_sign(tokens, at, "-"))

    def _amount(self, tokens: list[Token], at: int) -> Amount | None:
        """Read one number with its unit, if there is one."""
        if self._money is not None and (sign := self._money.sign(tokens, at)) is not None:
            number = self._numbers.read_one(tokens, sign[1])
            if number is not None:
                return Amount(*self._money.signed(tokens, number, sign[0]), number, signed=True)
        number = self._numbers.read_one(tokens, at)
        if number is None:
            return self._aged_amount(tokens, at) or self._of_article(tokens, at)
        return self._of_number(tokens, number)

    def _of_number(self, tokens: list[Token], number: Number) -> Amount:
        """Return a number with the unit behind it, if there is one."""
        reading, end = self._with_unit(tokens, number) or (quantity("number", number, ""), number.end)
        return Amount(reading, end, number)

    def _aged_amount(self, tokens: list[Token], at: int) -> Amount | None:
        """Read "aged 52", "at the age of 52"."""
        aged = self._aged.match(tokens, at)
        number = None if aged is None else self._numbers.read_one(tokens, aged[1])
        if number is None or number.value is None or not 0 <= number.value <= _OLDEST:
            return None
        return Amount(quantity("age", number, "year"), number.end, number)

    def _of_article(self, tokens: list[Token], at: int) -> Amount | None:
        """Read "a year", "half an hour": an article with its unit."""
        number = self._numbers.article(tokens, at)
        found = None if number is None else self._with_unit(tokens, number)
        return None if found is None or number is None else Amount(*found, number)

    def _with_unit(self, tokens: list[Token], number: Number) -> tuple[Quantity, int] | None:
        """Return what a number and the unit behind it are: the longest reading, None where there is no unit."""
        at = self._after_of(tokens, number)
        at += is_sign(tokens, at, "-")
        best: tuple[Quantity, int] | None = None
        text = text_at(tokens, at)
        for reader in self._by_word.get(text.removesuffix("'s"), ()):
            found = reader.read(tokens, number, at)
            if found is not None and (best is None or found[1] > best[1]):
                best = found
        if best is None and self._counted is not None and not number.is_article:
            return self._counted.read(tokens, number, number.end)
        return best

    def _after_of(self, tokens: list[Token], number: Number) -> int:
        """Return the token after the "of an" of "three quarters of an hour"."""
        if number.step >= 1 or text_at(tokens, number.end) not in self._of:
            return number.end
        return number.end + 1 + (text_at(tokens, number.end + 1) in self._words.articles)

    def _range(self, tokens: list[Token], first: Amount, joiners: frozenset[str]) -> Amount | None:
        """Read the second end of "3-5 km", "$62 to $68", "between 10 km and 20 km"."""
        if text_at(tokens, first.end) not in joiners or first.reading.value is None or first.reading.upto is not None:
            return None
        if first.bare:
            number = joined(first.number, self._numbers.read_one(tokens, first.end + 1))
            return None if number is None else self._of_number(tokens, number)
        second = self._amount(tokens, first.end + 1)
        return None if second is None else _span(first, second)


def _span(first: Amount, second: Amount) -> Amount | None:
    """Join the ends of a range that each have a unit; a sign before the first is the second's too."""
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


def _in_a_name(tokens: list[Token], at: int) -> bool:
    """Tell whether a number is part of a name or a score: "XC40", "TA-35", "2-1", "S&P 500" apart."""
    if tokens[at].kind != "number":
        return False
    if adjacent(tokens, at) and tokens[at - 1].kind == "word":
        return True
    stuck = is_sign(tokens, at - 1, "-") and adjacent(tokens, at) and adjacent(tokens, at - 1)
    if stuck and at > 1 and tokens[at - 2].kind in ("word", "number"):
        return True
    score = hyphen(tokens, at + 1) and at + 2 < len(tokens) and tokens[at + 2].kind == "number"
    return bool(score) and _plain(tokens[at].text) >= _plain(tokens[at + 2].text)


def _plain(text: str) -> float:
    read = figures(text)
    return 0 if read is None else read[0]
