"""Quantities: amounts and ranges with their hedges, as counts, durations, percentages or money."""

from __future__ import annotations

from dataclasses import replace

from factcheck.grammar.amount import KINDS, Amount, AmountReader
from factcheck.grammar.language import Language
from factcheck.grammar.naming import NamedNumbers
from factcheck.grammar.ranges import RangeReader
from factcheck.grammar.tokens import FIGURES, PhraseTable, Token, adjacent, is_sign, text_at, tokenise
from factcheck.values.reading import Quantity

__all__ = ["KINDS", "QuantityReader"]

Found = tuple[Quantity, int, int]  # the reading, and the tokens it is made of: [first, end)
_AROUND = "APPROX"  # the modifier of the hedges that a range may have too: "about 40 to 50"
_EXACT = "EQUAL"
_FLOORS = frozenset({"MORE_THAN", "EQUAL_OR_MORE", "JUST_MORE_THAN"})
_CEILINGS = frozenset({"BELOW", "EQUAL_OR_LESS", "LESS_THAN"})


class QuantityReader:
    """Finds quantities among tokens: those of one kind, or of all.

    With `everything`, as for a text of which nothing is known, counts have their noun, a hyphen may be a minus, and
    rates and ratios are read.
    """

    def __init__(self, language: Language, kind: str = "", *, everything: bool = False) -> None:
        self._also = language.numbers.also
        self._modifiers = language.hedges.modifiers
        self._never_after = language.hedges.never_after
        self._before = PhraseTable(language.hedges.before.items())
        self._after = PhraseTable(language.hedges.after.items())
        self._of_lengths = language.hedges.vague_lengths
        self._amounts = AmountReader(language, kind, everything=everything)
        self._ranges = RangeReader(language, self._amounts, everything=everything)
        self._named = NamedNumbers(language, everything=everything)
        self._bare = everything or kind in ("number", "age")
        self.first = self._ranges.starts | self._before.starts | FIGURES
        seconds = {
            **_seconds(language),
            **{
                article: self._before.seconds(article) | self._amounts.after_article(article)
                for article in language.numbers.articles
            },
        }
        endings = dict.fromkeys(("", language.units.possessive))
        self.second = {
            word: frozenset(each + ending for each in second for ending in endings) for word, second in seconds.items()
        }

    def read(self, tokens: list[Token], at: int) -> Found | None:
        """Return the quantity that begins at a token, its hedge included, or None."""
        if at >= len(tokens):
            return None
        hedge, start = "", at
        if tokens[at].kind != "number":
            if not self._may_begin(tokens, at):
                return None
            hedge, start = self._hedge(tokens, at)
        amount = self._ranges.read(tokens, start)
        if amount is None and hedge:
            amount = self._amounts.of_article(tokens, start, hedged=True)
        if amount is None or (amount.bare and not self._bare) or self._counts_nothing(amount.reading):
            return None
        reading, end = self._amounts.rate(tokens, amount.reading, amount.end)
        after = self._after_hedge(tokens, end)
        if after is None and not hedge:
            named = reading.kind == "number" and self._named.hold(tokens, start, amount)
            return None if named else (reading, at, end)
        if hedge and (both := self._other_end(tokens, amount, hedge)) is not None:
            return both[0], at, both[1]
        behind, end = after or ("", end)
        return self._hedged(reading, hedge, behind), at, end

    def _counts_nothing(self, reading: Quantity) -> bool:
        """Tell whether a vague amount is only one of lengths: "recent months", but "recent films" are not counted."""
        return reading.vague in self._of_lengths and reading.kind != "duration"

    def _hedge(self, tokens: list[Token], at: int) -> tuple[str, int]:
        """Return the hedge at a token and the token after it; the "up to" of "back up to 4.8 percent" is none."""
        hedge, end = self._before.match(tokens, at) or ("", at)
        return ("", at) if hedge and text_at(tokens, at - 1) in self._never_after[hedge] else (hedge, end)

    def _may_begin(self, tokens: list[Token], at: int) -> bool:
        """Tell by two tokens whether a quantity may begin at a word or sign: at most articles and dots none does."""
        text = tokens[at].text
        second = self.second.get(text)
        if second is None:
            return text in self.first
        return at + 1 < len(tokens) and tokens[at + 1].key in second

    def _hedged(self, reading: Quantity, before: str, after: str) -> Quantity:
        """Return a reading with its hedge; in "about 500 or more" both hold, and neither is sure.

        "Equal to 500 or more" opens what it says first.
        """
        if before and after and self._modifiers[before] == _AROUND:
            return replace(self._hedged(reading, after, ""), other=self._hedged(reading, before, ""))
        hedge = after if before and after and self._modifiers[before] == _EXACT else before or after
        if reading.vague is not None or (reading.upto is not None and self._modifiers[hedge] != _AROUND):
            return reading
        return replace(reading, hedge=hedge, modifier=self._modifiers[hedge])

    def _after_hedge(self, tokens: list[Token], at: int) -> tuple[str, int] | None:
        """Read "or more", "+", "-plus", but not the "or more" of "5 or more than 9", nor the plus of "5 +3".

        Where nothing follows to compare with, "5 or more than" says no more than "5 or more".
        """
        found = self._after.match(tokens, at + is_sign(tokens, at, "-"))
        if found is None:
            return None
        end = found[1]
        if is_sign(tokens, end - 1, "+"):
            return None if adjacent(tokens, end) and tokens[end].kind == "number" else found
        before = self._before.match(tokens, end - 1)
        if before is None or before[1] <= end:
            return found
        closes = before[1] >= len(tokens) or is_sign(tokens, before[1], ".,;)")
        return (found[0], before[1]) if closes else None

    def _other_end(self, tokens: list[Token], first: Amount, hedge: str) -> tuple[Quantity, int] | None:
        """Read the second end of "more than 5 and less than 10"."""
        second = self._before.match(tokens, first.end + 1) if text_at(tokens, first.end) in self._also else None
        if second is None or first.reading.value is None or first.reading.upto is not None:
            return None
        if not self._opposed(hedge, second[0]):
            return None
        other = self._amounts.read(tokens, second[1])
        if other is None or other.reading.value is None or other.reading.upto is not None:
            return None
        if first.reading.unit not in ("", other.reading.unit):
            return None
        ends = (first.reading.value, other.reading.value)
        low, high = ends if self._modifiers[hedge] in _FLOORS else ends[::-1]
        if low >= high:
            return None
        step = min(first.reading.step, other.reading.step)
        return replace(other.reading, value=low, upto=high, step=step), other.end

    def _opposed(self, first: str, second: str) -> bool:
        """Tell whether one hedge opens a range and the other closes it."""
        pair = {self._modifiers[first], self._modifiers[second]}
        return bool(pair & _FLOORS) and bool(pair & _CEILINGS)


def _seconds(language: Language) -> dict[str, frozenset[str]]:
    """Return what has to stand behind the words and signs that begin no quantity alone: "in excess of", ".5"."""
    numbers, hedges = language.numbers, language.hedges
    begin: dict[str, set[str]] = {}
    alone = {*numbers.cardinals, *numbers.scales, *numbers.halves, *numbers.minus, *numbers.between, *numbers.starting}
    for phrase in (*hedges.before, *hedges.vague, *numbers.wholes, *language.units.aged):
        first, *rest = (token.text for token in tokenise(phrase))
        if rest:
            begin.setdefault(first, set()).add(rest[0])
        else:
            alone.add(first)
    money = {token.text for sign in language.units.money.signs for token in tokenise(sign)[:1]}
    signs = {".": FIGURES, "-": FIGURES | money | {"."}}
    words = {word: frozenset(rest) for word, rest in begin.items() if word not in alone and word not in money}
    return {**words, **{sign: after for sign, after in signs.items() if sign not in alone}}
