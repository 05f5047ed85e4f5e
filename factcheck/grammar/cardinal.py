"""Cardinals in words: "eighty-six thousand six hundred and thirty-three", "two dozen"."""

from __future__ import annotations

from typing import NamedTuple

from factcheck.grammar.language import Numbers
from factcheck.grammar.tokens import Token, hyphen, is_sign, text_at

_TEN, _HUNDRED = 10, 100
_HUNDREDS = range(100, 1000, 100)


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

    def part(self, tokens: list[Token], at: int, *, plural: bool) -> tuple[int, int]:
        """Return what the parts of a fraction are, "fifths", "twenty-fifths", and the token after; 0 for none."""
        parts = self._words.plural_parts if plural else self._words.parts
        text = text_at(tokens, at)
        if text in self._words.tens:
            here = at + 1 + hyphen(tokens, at + 1)
            ones = parts.get(text_at(tokens, here), 0)
            if plural and not ones and is_sign(tokens, here - 1, "-"):
                ones = self._words.hyphened_parts.get(text_at(tokens, here), 0)
            if ones < _TEN and text_at(tokens, here) not in self._words.halves:
                return (self._words.cardinals[text] + ones, here + 1) if ones else (0, at)
        return parts.get(text, 0), at + 1

    def _next_group(self, tokens: list[Token], before: Group) -> Group | None:
        """Read "five hundred" behind "two thousand"; a comma joins no less than a hundred."""
        at = self._after_joiner(tokens, before.end)
        more = None if self.scale(tokens, at) else self._group(tokens, at)
        if more is None or more.last >= before.last or self._is_fraction(tokens, at, more.value, more.end):
            return None
        return None if is_sign(tokens, before.end, ",") and more.value < _HUNDRED else more

    def _is_fraction(self, tokens: list[Token], at: int, count: int, end: int) -> bool:
        """Tell whether a number counts the parts of a whole: the three of "five billion and three quarters"."""
        if text_at(tokens, at - 1) not in self._words.joiners:
            return False
        part, _ = self.part(tokens, end, plural=count > 1)
        return count < part

    def _group(self, tokens: list[Token], at: int) -> Group | None:
        """Read a number below a thousand and the scales behind it: "two hundred thousand", "two lakh crore"."""
        below = self._below_thousand(tokens, at)
        value, end, product = below or (1, at, 1)
        here = end + (below is not None and hyphen(tokens, end))
        if self.scale(tokens, here, behind=below is not None) <= _HUNDRED:
            return None if below is None else Group(value, end, 1, product)
        scale, end = self.scales(tokens, here)
        return Group(value * scale, end, scale, product * scale)

    def _below_thousand(self, tokens: list[Token], at: int) -> tuple[int, int, int] | None:
        """Read "five", "two dozen" or "two hundred and five": value, end, and the scale at its end."""
        small = self._below_hundred(tokens, at)
        value, end = small or (1, at)
        if small is not None and (spoken := self._spoken_hundreds(tokens, at, value, end)) is not None:
            return spoken
        here = end + (small is not None and hyphen(tokens, end))
        scale = self.scale(tokens, here)
        if value in _HUNDREDS:  # languages with a word for 200
            scale = _HUNDRED
        elif 1 < scale <= _HUNDRED:
            value, end = value * scale, here + 1
        else:
            return None if small is None else (value, end, 1)
        if scale < _HUNDRED or is_sign(tokens, end, ","):
            return value, end, scale
        here = self._after_joiner(tokens, end)
        rest = self._below_hundred(tokens, here)
        if rest is None or 1 < self.scale(tokens, rest[1]) <= _HUNDRED or self._is_fraction(tokens, here, *rest):
            return value, end, scale
        return value + rest[0], rest[1], 1

    def _spoken_hundreds(self, tokens: list[Token], at: int, ones: int, end: int) -> tuple[int, int, int] | None:
        """Read "one twenty two" as 122, as it is said; "one twenty" only where nothing follows."""
        if not 1 <= ones < _TEN or end != at + 1 or text_at(tokens, end) not in self._words.tens:
            return None
        value, after = self._below_hundred(tokens, end) or (0, end)
        closes = after >= len(tokens) or (tokens[after].kind == "sign" and not hyphen(tokens, after))
        return (ones * _HUNDRED + value, after, 1) if value % _TEN or closes else None

    def _below_hundred(self, tokens: list[Token], at: int) -> tuple[int, int] | None:
        """Read "five", "forty", "forty-five" or "forty - five"."""
        text = text_at(tokens, at)
        first = self._words.cardinals.get(text)
        if first is None or text not in self._words.tens:
            return None if first is None else (first, at + 1)
        here = at + 1 + (is_sign(tokens, at + 1, "-") or text_at(tokens, at + 1) in self._words.tens_joiners)
        ones = self._words.cardinals.get(text_at(tokens, here), 0)
        return (first + ones, here + 1) if 1 <= ones < _TEN else (first, at + 1)

    def scale(self, tokens: list[Token], at: int, *, behind: bool = False) -> int:
        """Return the scale that stands at a token, 0 where there is none; `behind` a number also an abbreviated one."""
        text = text_at(tokens, at)
        return self._words.scales.get(text, 0) or (self._words.abbreviations.get(text, 0) if behind else 0)

    def scales(self, tokens: list[Token], at: int) -> tuple[int, int]:
        """Return the product of the scales behind a number and the token after them; 0 for none.

        In "3 thousand million" each is larger than the one before.
        """
        product = last = self.scale(tokens, at, behind=True)
        if not product:
            return 0, at
        while (more := self.scale(tokens, at + 1, behind=True)) > max(last, _HUNDRED):
            product, last, at = product * more, more, at + 1
        return product, at + 1

    def _after_joiner(self, tokens: list[Token], at: int) -> int:
        """Return the token after what joins the parts of a number: "and", a comma, hyphens, or nothing."""
        at += is_sign(tokens, at, ",") or hyphen(tokens, at)
        at += text_at(tokens, at) in self._words.joiners
        return at + hyphen(tokens, at)
