"""Amounts: a number and the unit before or behind it, hedges and ranges apart.

A number is read once, then whatever stands behind it says what it is: an amount of money, a percentage, a
measure, a duration, an age, a count of things. The longest of these wins; of equally long ones the first.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Protocol

from factcheck.grammar.counted import CountedReader, looks_like_a_year
from factcheck.grammar.duration import AgeReader, DurationReader
from factcheck.grammar.language import Language, Numbers
from factcheck.grammar.measure import MeasureReader
from factcheck.grammar.money import MoneyReader
from factcheck.grammar.number import NumberReader
from factcheck.grammar.numeral import Number, joined, quantity
from factcheck.grammar.percent import PercentReader
from factcheck.grammar.rate import RateReader
from factcheck.grammar.ratio import RatioReader
from factcheck.grammar.tokens import PhraseTable, Token, is_sign, text_at
from factcheck.values.reading import Quantity

KINDS = ("age", "money", "percent", "measure", "duration", "number")
_FOLD = "fold"  # the unit of "sixfold"
_OLDEST = 200  # years; what is older is no age
Read = tuple[Quantity, int]  # the reading, and the token after it


class UnitReader(Protocol):
    """Reads what a number becomes by the unit behind it."""

    @property
    def starts(self) -> frozenset[str]:
        """The first words of its units, lower case."""

    def read(self, tokens: list[Token], number: Number, at: int) -> Read | None:
        """Return the quantity whose unit stands at a token, and the token after it."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its unit: the reading, the token after it, and the number in it.

    `signed` tells that the unit stands before the number: "$5".
    """

    reading: Quantity
    end: int
    number: Number
    signed: bool = False

    @property
    def bare(self) -> bool:
        """Whether no unit was read."""
        return not self.reading.unit


_LARGE = 1_000_000  # from where on a scale is a noun: "un millón de años"


class AmountReader:
    """Reads the amount that begins at a token, with units of one kind or, for `everything`, of all."""

    def __init__(self, language: Language, kind: str, *, everything: bool) -> None:
        kinds = KINDS if everything else (kind,)
        self._words = language.numbers
        self._of = language.dates.of
        self._possessive = language.units.possessive
        self._fillers = language.units.fillers
        self._numbers = NumberReader(language, signed=everything or kind == "measure")
        self._aged = PhraseTable((phrase, "aged") for phrase in language.units.aged if "age" in kinds)
        self._money = self._money_reader(language, everything=everything) if "money" in kinds else None
        self._durations = DurationReader(language, self._numbers)
        measures = language.units.measures if "measure" in kinds else ()
        self._measures = MeasureReader(measures, self._numbers, language.numbers)
        self._counted = CountedReader(language) if everything else None
        self._rates = RateReader(language, self._measures, self._counted) if self._counted is not None else None
        self._ratios = RatioReader(language, self._numbers) if everything else None
        self._folds = _folds(language.numbers) if everything else {}
        self._everything = everything
        self._letters = language.units.letters
        self._dimensions = language.units.dimensions
        self._by_word = _by_word(self._unit_readers(language, kinds))
        self._signs = self._money.before if self._money is not None else frozenset()
        self.starts = self._numbers.starts.union(self._aged.starts, self._signs, self._folds)

    def _money_reader(self, language: Language, *, everything: bool) -> MoneyReader:
        return MoneyReader(language.units.money, self._numbers, language.numbers.joiners, everything=everything)

    def _unit_readers(self, language: Language, kinds: tuple[str, ...]) -> Iterator[UnitReader]:
        """Yield the readers of units in the order in which they win."""
        if "age" in kinds:
            yield AgeReader(language, self._durations)
        if self._money is not None:
            yield self._money
        if "percent" in kinds:
            yield PercentReader(language.units)
        if "measure" in kinds:
            yield self._measures
        if "duration" in kinds:
            yield self._durations

    def read(self, tokens: list[Token], at: int) -> Amount | None:
        """Return the amount that begins at a token, a bare number where no unit follows, or None."""
        if text_at(tokens, at) in self._signs and (signed := self._signed(tokens, at)) is not None:
            return signed
        number = self._numbers.read_one(tokens, at)
        if number is None:
            return self._fold(tokens, at) or self._aged_amount(tokens, at) or self.of_article(tokens, at)
        if self._ratios is not None and (ratio := self._ratios.read(tokens, number)) is not None:
            number = ratio
        return self._of_number(tokens, number)

    def _signed(self, tokens: list[Token], at: int) -> Amount | None:
        """Read "$5", "USD 5", "MUSD 5"."""
        assert self._money is not None
        if (sign := self._money.sign(tokens, at)) is not None:
            number = self._numbers.read_one(tokens, sign[1])
            if number is not None:
                reading, end = self._money.signed(tokens, number, sign[0])
                return Amount(reading, end, number, signed=True)
        code = self._money.scaled(tokens, at)
        number = None if code is None else self._numbers.read_one(tokens, at + 1)
        if code is None or number is None or number.value is None:
            return None
        number = number.scaled(code[1], number.end)
        return Amount(quantity("money", number, code[0]), number.end, number, signed=True)

    def after_article(self, article: str) -> frozenset[str]:
        """Return every word with which an amount goes on behind an article."""
        return self._numbers.after_article(article).union(self._by_word, self._of, self._fillers)

    def read_to(self, tokens: list[Token], first: Amount, at: int) -> Amount | None:
        """Return the range of a bare number and a larger one at a token, with the unit behind both."""
        number = joined(first.number, self._numbers.read_one(tokens, at))
        return None if number is None else self._of_number(tokens, number)

    def _of_number(self, tokens: list[Token], number: Number) -> Amount:
        found = self._with_unit(tokens, number) or (quantity("number", number, ""), number.end)
        if number.unscaled is not None and not found[0].unit and self._everything:
            found = self._of_letter(tokens, number, found)
        return Amount(*found, number)

    def _of_letter(self, tokens: list[Token], number: Number, scaled: Read) -> Read:
        """Return the readings of "2m", millions, metres and minutes; "1.8m tall" and "2m 5cm" are in metres."""
        plain = replace(number, value=number.unscaled, end=number.end - 1, step=1, scale=1, unscaled=None)
        measure = self._measures.read(tokens, plain, plain.end)
        unit = self._letters.get(text_at(tokens, plain.end))
        minutes = None if unit is None else quantity("duration", plain, unit)
        if measure is None:
            return replace(scaled[0], other=minutes), scaled[1]
        if measure[1] > scaled[1] or text_at(tokens, measure[1]) in self._dimensions:
            return measure
        return replace(scaled[0], other=replace(measure[0], other=minutes)), scaled[1]

    def _fold(self, tokens: list[Token], at: int) -> Amount | None:
        """Read "sixfold"."""
        times = self._folds.get(text_at(tokens, at))
        if times is None:
            return None
        number = Number(times, at + 1, in_words=True)
        return Amount(quantity("number", number, _FOLD), at + 1, number)

    def _aged_amount(self, tokens: list[Token], at: int) -> Amount | None:
        """Read "aged 52", "at the age of 52", "aged 25 to 54"."""
        aged = self._aged.match(tokens, at)
        number = None if aged is None else self._numbers.read_one(tokens, aged[1])
        if number is None or number.value is None or not 0 <= number.value <= _OLDEST:
            return None
        if text_at(tokens, number.end) in self._words.to:
            number = joined(number, self._numbers.read_one(tokens, number.end + 1)) or number
        return Amount(quantity("age", number, "year"), number.end, number)

    def of_article(self, tokens: list[Token], at: int, *, hedged: bool = False) -> Amount | None:
        """Read "a year", "half an hour", "half a mile": an article with its unit; "a mile" only where it is hedged."""
        number = self._numbers.article(tokens, at)
        found = None if number is None else self._with_unit(tokens, number)
        if found is None or number is None:
            return None
        if not hedged and found[0].value == 1 and found[0].kind not in ("duration", "age"):
            return None
        return Amount(*found, number)

    def _with_unit(self, tokens: list[Token], number: Number) -> Read | None:
        """Return what a number and the unit behind it are: the longest reading, None where there is no unit."""
        at = self._after_of(tokens, number)
        at += is_sign(tokens, at, "-")
        at += text_at(tokens, at) in self._fillers  # "2 more minutes"
        best: Read | None = None
        if at < len(tokens) and looks_like_a_year(tokens, number) and _goes_on(tokens[at]):
            return None
        for reader in self._by_word.get(text_at(tokens, at).removesuffix(self._possessive), ()):
            found = reader.read(tokens, number, at)
            if found is not None and (best is None or found[1] > best[1]):
                best = found
        if best is None and self._counted is not None and not number.is_article:
            led = number.scale >= _LARGE and text_at(tokens, number.end) in self._words.scale_of
            return self._counted.read(tokens, number, number.end + led)
        return best

    def _after_of(self, tokens: list[Token], number: Number) -> int:
        """Return the token after the "of an" of "three quarters of an hour", and the "de" of "un millón de años"."""
        if number.scale >= _LARGE and text_at(tokens, number.end) in self._words.scale_of:
            return number.end + 1
        if number.step >= 1 or text_at(tokens, number.end) not in self._of:
            return number.end
        return number.end + 1 + (text_at(tokens, number.end + 1) in self._words.articles)

    def rate(self, tokens: list[Token], reading: Quantity, end: int) -> Read:
        """Return the rate that an amount and the words behind it make, the amount itself where they make none."""
        rate = self._rates.read(tokens, reading, end) if self._rates is not None else None
        return rate or (reading, end)


def _folds(words: Numbers) -> Mapping[str, int]:
    """Return the words like "sixfold" and how many times they say."""
    numbers = {**words.cardinals, **words.scales}
    return {number + ending: times for number, times in numbers.items() for ending in words.folds if times > 1}


def _by_word(readers: Iterator[UnitReader]) -> Mapping[str, tuple[UnitReader, ...]]:
    """Return which readers know a unit that begins with a word."""
    by_word: dict[str, tuple[UnitReader, ...]] = {}
    for reader in readers:
        for word in reader.starts:
            by_word[word] = (*by_word.get(word, ()), reader)
    return by_word


def _goes_on(token: Token) -> bool:
    """Tell whether what stands behind a year is no unit: "during 2016 Stone said", and the quotes of "in 1989"."""
    return token.written.istitle() or token.text in ("'", '"')
