"""Cardinals in words: "eighty-six thousand six hundred and thirty-three", "two dozen"."""

from __future__ import annotations

from typing import NamedTuple

from factcheck.grammar.language import Numbers
from factcheck.grammar.tokens import Token, hyphen, is_sign, text_at

_HUNDRED = 100


class Group(NamedTuple):
    """A cardinal in words or a part of one, with its last scale, and the product of the scales at its end."""

    value: int
    end: int
    last: int
    scale: int


class CardinalReader:
    """Reads the cardinal that begins at a token."""

    def __init__(self, words: Numbers) -> None:
        self._words = words

    def read(self, tokens: list[Token], at: int) -> Group | None:
        """Read a cardinal in words: groups that each have a smaller scale than the one before.

        So "two hundred and three thousand" is one number, "two hundred and three hundred" are two.
        """
        group = self._group(tokens, at)
        if group is None:
            return None
        while group.last > 1 and (more := self._next_group(tokens, group)) is not None:
            group = Group(group.value + more.value, more.end, more.last, 1)
        return group

    def _next_group(self, tokens: list[Token], before: Group) -> Group | None:
        """Read "five hundred" behind "two thousand"; a comma joins no less than a hundred."""
        at = self._after_joiner(tokens, before.end)
        more = None if self.scale(tokens, at) else self._group(tokens, at)
        if more is None or more.last >= before.last or self._counts_parts(tokens, more.end):
            return None
        return None if is_sign(tokens, before.end, ",") and more.value < _HUNDRED else more

    def _counts_parts(self, tokens: list[Token], at: int) -> bool:
        """Tell whether the number before a token counts parts: the three of "five billion and three quarters"."""
        text = text_at(tokens, at)
        return text in self._words.parts or (
            text.removesuffix("s") != text and text.removesuffix("s") in self._words.ordinals
        )

    def _group(self, tokens: list[Token], at: int) -> Group | None:
        """Read a number below a thousand and the scale behind it: "two hundred and five thousand"."""
        below = self._below_thousand(tokens, at)
        value, end, product = below or (1, at, 1)
        here = end + (below is not None and hyphen(tokens, end))
        scale = self.scale(tokens, here)
        if scale > _HUNDRED:
            return Group(value * scale, here + 1, scale, product * scale)
        return None if below is None else Group(value, end, 1, product)

    def _below_thousand(self, tokens: list[Token], at: int) -> tuple[int, int, int] | None:
        """Read "five", "two dozen" or "two hundred and five": value, end, and the scale at its end."""
        small = self._below_hundred(tokens, at)
        value, end = small or (1, at)
        here = end + (small is not None and hyphen(tokens, end))
        scale = self.scale(tokens, here)
        if not 1 < scale <= _HUNDRED:
            return None if small is None else (value, end, 1)
        value, end = value * scale, here + 1
        if scale < _HUNDRED or is_sign(tokens, end, ","):
            return value, end, scale
        rest = self._below_hundred(tokens, self._after_joiner(tokens, end))
        if rest is None or 1 < self.scale(tokens, rest[1]) <= _HUNDRED:
            return value, end, scale
        return value + rest[0], rest[1], 1

    def _below_hundred(self, tokens: list[Token], at: int) -> tuple[int, int] | None:
        """Read "five", "forty" or "forty-five"."""
        tens = self._words.cardinals.get(text_at(tokens, at))
        if tens is None:
            return None
        here = at + 1 + hyphen(tokens, at + 1)
        ones = self._words.cardinals.get(text_at(tokens, here), 0)
        return (tens + ones, here + 1) if tens >= 20 and 1 <= ones <= 9 else (tens, at + 1)

    def scale(self, tokens: list[Token], at: int) -> int:
        """Return the scale that stands at a token, 0 where there is none."""
        return self._words.scales.get(text_at(tokens, at), 0)

    def _after_joiner(self, tokens: list[Token], at: int) -> int:
        """Return the token after what joins the parts of a number: "and", a comma, hyphens, or nothing."""
        at += is_sign(tokens, at, ",") or hyphen(tokens, at)
        at += text_at(tokens, at) in self._words.joiners
        return at + hyphen(tokens, at)
