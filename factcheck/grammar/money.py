"""Money: "$2.4m", "USD 200", "15 million yuan", "3 dollars 50 cents", "34 cents"."""

from __future__ import annotations

from dataclasses import replace

from factcheck.grammar.language import Money
from factcheck.grammar.number import NumberReader
from factcheck.grammar.numeral import Number, quantity
from factcheck.grammar.tokens import PhraseTable, Token, adjacent, text_at
from factcheck.values.reading import Quantity

_CENT = 0.01  # of most currencies
_STANDS_BEFORE = ("$", "\u00a3")  # signs that nearly everybody writes before the figures


class MoneyReader:
    """Reads what makes a number an amount of money: a sign or code before it, or a word behind it."""

    def __init__(self, money: Money, numbers: NumberReader, joiners: frozenset[str], *, everything: bool) -> None:
        self._numbers = numbers
        self._joiners = joiners
        self._shared = money.shared if everything else {}
        self._scaled = {
            prefix + code: (code, scale)
            for prefix, scale in money.prefixes.items()
            for code in money.codes
            if prefix + code not in money.codes
        }
        self._codes = money.codes
        self._cents = {word: pair for word, pair in money.cents.items() if len(word) > 1}
        self._signs = PhraseTable(money.signs.items(), case=True)
        self._folded = PhraseTable((sign, code) for sign, code in money.signs.items() if len(sign) > 1 and "$" in sign)
        self._transliterated = PhraseTable(money.transliterated.items(), case=True)
        self._words = PhraseTable([*money.words.items(), *money.weak.items()])
        self._parts = PhraseTable((word, word) for word in money.cents if len(word) > 1)
        self._letters = {word: factor for word, (_, factor) in money.cents.items() if len(word) == 1}
        self.before = (
            self._signs.starts | self._folded.starts | frozenset(map(str.lower, (*money.codes, *self._scaled)))
        ) | self._transliterated.starts
        self.starts = self.before | self._words.starts | self._parts.starts

    def read(self, tokens: list[Token], number: Number, at: int) -> tuple[Quantity, int] | None:
        """Return the amount whose currency stands at a token, behind its number, and the token after it."""
        after = self.sign(tokens, at, behind=True)
        if after is not None and self._belongs_behind(tokens, at, after[1]):
            return None
        after = after or self._words.match(tokens, at)
        if after is not None:
            return self._of_country(tokens, at, *self._with_cents(tokens, number, *after))
        if number.value is not None and at < len(tokens) and tokens[at].written in self._scaled:
            unit, scale = self._scaled[tokens[at].written]
            return quantity("money", number.scaled(scale, at + 1), unit), at + 1
        part = self._parts.match(tokens, at)
        return None if part is None else (quantity("money", number, self._part_unit(part[0])), part[1])

    def _belongs_behind(self, tokens: list[Token], at: int, end: int) -> bool:
        """Tell whether a sign belongs to figures behind it: "3 USD50 cards", "3 $ 50 cards", but not "3 $ 50 cents"."""
        if end >= len(tokens) or tokens[end].kind != "number":
            return False
        if adjacent(tokens, end):
            return True
        before = tokens[at].text in _STANDS_BEFORE and not adjacent(tokens, at)
        return before and self._parts.match(tokens, end + 1) is None and self.sign(tokens, end + 1, behind=True) is None

    def _of_country(self, tokens: list[Token], at: int, reading: Quantity, end: int) -> tuple[Quantity, int]:
        """Add the other reading of "10 dinars": those of a country that is not told."""
        name = self._shared.get(text_at(tokens, at))
        return (reading if name is None else replace(reading, other=replace(reading, unit=name, other=None))), end

    def scaled(self, tokens: list[Token], at: int) -> tuple[str, int] | None:
        """Read "MUSD" before its number: the currency and the scale."""
        return self._scaled.get(tokens[at].written) if at < len(tokens) else None

    def signed(self, tokens: list[Token], number: Number, unit: str) -> tuple[Quantity, int]:
        """Return the amount of a number that a sign or code stands before; the code may come once more."""
        at = number.end
        again = at < len(tokens) and tokens[at].written in self._codes  # "$200 USD"
        return quantity("money", number, unit), at + again

    def sign(self, tokens: list[Token], at: int, *, behind: bool = False) -> tuple[str, int] | None:
        """Read a sign or a code, "$", "US$", "USD", "RM", before its number or `behind` it."""
        sign = self._signs.match(tokens, at) or self._in_small_letters(tokens, at)
        if sign is not None:
            stuck = tokens[at].kind == "sign" and adjacent(tokens, at) and tokens[at - 1].kind == "word"
            return None if stuck and not behind else sign  # "A$500" is in a dollar that the tables do not know
        written = tokens[at].written if at < len(tokens) else ""
        if written in self._codes:
            return written, at + 1
        return None if behind else self._made_ascii(tokens, at)

    def _made_ascii(self, tokens: list[Token], at: int) -> tuple[str, int] | None:
        """Read the "PS" of "PS8.1bn", which was "£8.1bn" once; only large numbers, since "PS5" is no amount."""
        sign = self._transliterated.match(tokens, at)
        if sign is None or not adjacent(tokens, sign[1]):
            return None
        number = self._numbers.read_one(tokens, sign[1])
        large = number is not None and (number.scale > 1 or "," in tokens[sign[1]].text)
        return sign if large else None

    def _in_small_letters(self, tokens: list[Token], at: int) -> tuple[str, int] | None:
        """Read "us$" and "u.s. $", but not the article of "a $350 fine"."""
        sign = self._folded.match(tokens, at)
        return None if sign is None or (len(tokens[at].text) == 1 and not adjacent(tokens, at + 1)) else sign

    def _with_cents(self, tokens: list[Token], number: Number, unit: str, end: int) -> tuple[Quantity, int]:
        """Add the cents of "3 dollars 50 cents" and "3 dollars and 50 cents"."""
        reading = quantity("money", number, unit)
        joined = text_at(tokens, end) in self._joiners
        cents = self._numbers.read_one(tokens, end + joined)
        if cents is None or cents.value is None or reading.value is None or not 0 < cents.value < 100:
            return reading, end
        part = self._parts.match(tokens, cents.end)
        if part is None:
            return self._bare_cents(tokens, reading, cents, end, joined=joined)
        factor = self._cents[part[0]][1]
        return replace(reading, value=round(reading.value + cents.value * factor, 4), step=factor), part[1]

    def _bare_cents(
        self, tokens: list[Token], reading: Quantity, cents: Number, end: int, *, joined: bool
    ) -> tuple[Quantity, int]:
        """Add the cents of "3 dollars 50", "3 dollars and 50c"; in "3 dollars and 50" something else may be meant."""
        assert reading.value is not None and cents.value is not None
        factor = self._letters.get(text_at(tokens, cents.end), 0) if adjacent(tokens, cents.end) else 0
        after = cents.end + bool(factor)
        closes = after >= len(tokens) or tokens[after].kind == "sign"
        if not closes or cents.value != int(cents.value):
            return reading, end
        whole = replace(reading, value=round(reading.value + cents.value * (factor or _CENT), 4), step=factor or _CENT)
        return replace(whole, other=reading if joined and not factor else None), after

    def _part_unit(self, word: str) -> str:
        return "cent" if word.startswith("cent") else word.removesuffix("s")
