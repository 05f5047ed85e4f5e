"""Money: "$2.4m", "USD 200", "15 million yuan", "3 dollars 50 cents", "34 cents"."""

from __future__ import annotations

from dataclasses import replace

from factcheck.grammar.language import Money
from factcheck.grammar.number import Number, NumberReader, quantity
from factcheck.grammar.tokens import PhraseTable, Token, adjacent, text_at
from factcheck.values.reading import Quantity


class MoneyReader:
    """Reads what makes a number an amount of money: a sign or code before it, or a word behind it."""

    def __init__(self, money: Money, numbers: NumberReader) -> None:
        self._numbers = numbers
        self._codes = money.codes
        self._cents = {word: pair for word, pair in money.cents.items() if len(word) > 1}
        self._signs = PhraseTable(money.signs.items(), case=True)
        self._folded = PhraseTable((sign, code) for sign, code in money.signs.items() if len(sign) > 1 and "$" in sign)
        self._words = PhraseTable([*money.words.items(), *money.weak.items()])
        self._parts = PhraseTable((word, word) for word in money.cents if len(word) > 1)
        self.before = self._signs.starts | self._folded.starts | frozenset(map(str.lower, money.codes))
        self.starts = self.before | self._words.starts | self._parts.starts

    def read(self, tokens: list[Token], number: Number, at: int) -> tuple[Quantity, int] | None:
        """Return the amount whose currency stands at a token, behind its number, and the token after it."""
        after = self.sign(tokens, at) or self._words.match(tokens, at)
        if after is not None:
            return self._with_cents(tokens, number, *after)
        part = self._parts.match(tokens, at)
        return None if part is None else (quantity("money", number, self._part_unit(part[0])), part[1])

    def signed(self, tokens: list[Token], number: Number, unit: str) -> tuple[Quantity, int]:
        """Return the amount of a number that a sign or code stands before; the code may come once more."""
        at = number.end
        again = at < len(tokens) and tokens[at].written in self._codes  # "$200 USD"
        return quantity("money", number, unit), at + again

    def sign(self, tokens: list[Token], at: int) -> tuple[str, int] | None:
        """Read a sign or a code: "$", "US$", "USD", "RM"."""
        sign = self._signs.match(tokens, at) or self._in_small_letters(tokens, at)
        if sign is not None:
            stuck = tokens[at].kind == "sign" and adjacent(tokens, at) and tokens[at - 1].kind == "word"
            return None if stuck else sign  # "A$500" is in a dollar that the tables do not know
        written = tokens[at].written if at < len(tokens) else ""
        return (written, at + 1) if written in self._codes else None

    def _in_small_letters(self, tokens: list[Token], at: int) -> tuple[str, int] | None:
        """Read "us$" and "u.s. $", but not the article of "a $350 fine"."""
        sign = self._folded.match(tokens, at)
        return None if sign is None or (len(tokens[at].text) == 1 and not adjacent(tokens, at + 1)) else sign

    def _with_cents(self, tokens: list[Token], number: Number, unit: str, end: int) -> tuple[Quantity, int]:
        """Add the cents of "3 dollars 50 cents" and "3 dollars and 50 cents"."""
        reading = quantity("money", number, unit)
        cents = self._numbers.read_one(tokens, end + (text_at(tokens, end) == "and"))
        if cents is None or cents.value is None or reading.value is None or not 0 < cents.value < 100:
            return reading, end
        part = self._parts.match(tokens, cents.end)
        if part is None:
            closes = cents.end >= len(tokens) or tokens[cents.end].kind == "sign"
            if not closes or cents.value != int(cents.value) or text_at(tokens, end) == "and":
                return reading, end
            return replace(reading, value=reading.value + cents.value / 100, step=0.01), cents.end
        factor = self._cents[part[0]][1]
        return replace(reading, value=round(reading.value + cents.value * factor, 4), step=factor), part[1]

    def _part_unit(self, word: str) -> str:
        return "cent" if word.startswith("cent") else word.removesuffix("s")
