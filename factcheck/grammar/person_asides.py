"""What is said of persons right behind them: their age, where they come from, who they are."""

from __future__ import annotations

from factcheck.grammar.language import Language
from factcheck.grammar.tokens import FIGURES, Token, adjacent, hyphen, is_sign, text_at

_LONGEST = 14  # tokens
_AGES = range(1, 4)  # figures of an age
_ENDS = ".;:?!()|"


class AsideReader:
    """Finds the end of what is said of persons: ", 29, of Leeds,", "in his 20s", "(31)", "from Oakland"."""

    def __init__(self, language: Language) -> None:
        self._words = language.persons
        self._cardinals = language.numbers.cardinals
        self._of = language.units.counted.of
        self._years = frozenset(word for word, unit in language.units.duration.items() if unit == "year")

    @property
    def first(self) -> frozenset[str]:
        """Every word with which an age may begin, FIGURES for a number."""
        return FIGURES | frozenset(self._cardinals)

    def after(self, tokens: list[Token], at: int) -> int:
        """Return the token after all that is said of persons at a token."""
        while (end := self._one(tokens, at)) > at:
            at = end
        return at

    def age(self, tokens: list[Token], at: int, *, plural: bool) -> int | None:
        """Return the token after "17-year-old" or "17 year old", where such a person is meant."""
        if at >= len(tokens) or not (tokens[at].kind == "number" or tokens[at].text in self._cardinals):
            return None
        years = at + 1 + is_sign(tokens, at + 1, "-")
        old = years + 1 + is_sign(tokens, years + 1, "-")
        ends = self._words.olds if plural else self._words.old
        if text_at(tokens, years) not in self._years or text_at(tokens, old) not in ends | self._words.old:
            return None
        return old + 1

    def _one(self, tokens: list[Token], at: int) -> int:
        if is_sign(tokens, at, "(") and not adjacent(tokens, at):
            return self._bracket(tokens, at)
        if is_sign(tokens, at, ","):
            return self._between_commas(tokens, at)
        if text_at(tokens, at) in self._words.aged:
            return at + 2 if _is_age(tokens, at + 1) else at
        return self._decade(tokens, at) or self._origin(tokens, at) or at

    def _bracket(self, tokens: list[Token], at: int) -> int:
        for end in range(at + 1, min(at + _LONGEST, len(tokens))):
            if is_sign(tokens, end, ")"):
                return end + 1
        return at

    def _between_commas(self, tokens: list[Token], at: int) -> int:
        """Return the token after the comma that closes an aside, or after an age; else the place itself."""
        if _is_age(tokens, at + 1):
            if text_at(tokens, at + 2) in self._words.states:  # "Off Mindoro, 11 dead": a place, and a count
                return at
            return at + 2 + is_sign(tokens, at + 2, ",")
        start = text_at(tokens, at + 1)
        if start not in self._words.asides or self._counts_others(tokens, at + 2):
            return at
        for end in range(at + 2, min(at + _LONGEST, len(tokens))):
            if is_sign(tokens, end, ","):
                return end + 1
            if is_sign(tokens, end, _ENDS) and not _is_initial(tokens, end):
                break
        return at

    def _counts_others(self, tokens: list[Token], at: int) -> bool:
        """Tell whether an aside goes on with the number of those of whom somebody is one: "one of 99 members"."""
        number = at + 1 < len(tokens) and (tokens[at + 1].kind == "number" or tokens[at + 1].text in self._cardinals)
        return text_at(tokens, at) in self._of and number

    def _decade(self, tokens: list[Token], at: int) -> int | None:
        """Read "in his 20s", "in her late 30s", "in their mid-40s"."""
        if text_at(tokens, at) not in self._words.within or text_at(tokens, at + 1) not in self._words.definite:
            return None
        number = next((i for i in range(at + 2, min(at + 5, len(tokens))) if tokens[i].kind == "number"), None)
        if number is None or not adjacent(tokens, number + 1) or tokens[number + 1].kind != "word":
            return None
        return number + 2

    def _origin(self, tokens: list[Token], at: int) -> int | None:
        """Read "from Oakland", "of the Bronx"."""
        if text_at(tokens, at) not in self._words.origins:
            return None
        end = at + 1 + (text_at(tokens, at + 1) in self._words.definite)
        first = end
        while (
            end < len(tokens) and tokens[end].written[:1].isupper() and (end == first or not is_sign(tokens, end, ","))
        ):
            end += 1
        closed = is_sign(tokens, at - 1, ",") and is_sign(tokens, end, ",")
        return end + closed if end > first else None


def _is_age(tokens: list[Token], at: int) -> bool:
    return (
        0 < at < len(tokens)
        and tokens[at].kind == "number"
        and len(tokens[at].text) in _AGES
        and not hyphen(tokens, at + 1)
    )


def _is_initial(tokens: list[Token], at: int) -> bool:
    """Tell whether a full stop belongs to an abbreviation: "of St. Louis,"."""
    return is_sign(tokens, at, ".") and adjacent(tokens, at) and len(tokens[at - 1].text) <= 3
