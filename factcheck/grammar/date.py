"""Dates as they stand in running English, as far as they go: nothing is filled in."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from factcheck.grammar.absolute import AbsoluteReader
from factcheck.grammar.language import Language
from factcheck.grammar.numeric_dates import Part
from factcheck.grammar.relative import RelativeReader
from factcheck.grammar.tokens import PhraseTable, Token, adjacent, hyphen, is_sign, text_at
from factcheck.values.date import Bound, DateReading

Found = tuple[DateReading, int, int]  # the reading, and the tokens it is made of: [first, end)
_AMBIGUOUS = frozenset({"may", "march", "mar", "sun", "sat", "second"})


class DateReader:
    """Finds dates among tokens.

    With `everything`, words that leave a side open ("since 2011") and words that only point at the
    present or past ("now") are read too; rules say such words themselves.
    """

    def __init__(self, language: Language, *, everything: bool = False) -> None:
        self._words = language.dates
        self._absolute = AbsoluteReader(language)
        self._relative = RelativeReader(language, self._absolute)
        self._everything = everything
        self._to = language.numbers.to - {"or"}
        self._between, self._and = language.numbers.between, language.numbers.joiners
        self._parts = PhraseTable(language.dates.parts.items())
        self._bounds = PhraseTable(language.dates.bounds.items())
        self._references = PhraseTable(language.dates.references.items())
        self._approx = PhraseTable((phrase, row) for phrase, row in language.hedges.before.items() if row == "approx")

    def read(self, tokens: list[Token], at: int) -> Found | None:
        """Return the date or range of dates that begins at a token, its hedge included."""
        if text_at(tokens, at) in self._between:
            return self._between_two(tokens, at)
        found = self._range_from(tokens, at)
        if self._everything:
            longer = self._bounded(tokens, at) or self._reference(tokens, at)
            if longer is not None and (found is None or longer[2] > found[2]):
                found = longer
        return found

    def _range_from(self, tokens: list[Token], at: int) -> Found | None:
        """Read one date or a range of two, with "from" before it where it is a range."""
        start = at + (text_at(tokens, at) == "from")
        found = self._hedged(tokens, start)
        if found is None:
            return None
        reading, end = found
        ranged = self._range(tokens, reading, end)
        if ranged is not None:
            return ranged[0], at, ranged[1]
        if start > at:
            return None
        return self._unsure(tokens, reading, at, end)

    def _unsure(self, tokens: list[Token], reading: DateReading, at: int, end: int) -> Found | None:
        """Leave out words that are dates only with more beside them: "may", "march"."""
        lone = end == at + 1 and text_at(tokens, at) in _AMBIGUOUS
        return None if lone else (reading, at, end)

    def _hedged(self, tokens: list[Token], at: int) -> Part | None:
        """Read "c. 1860", "1860 approx", "maybe 1862", "1860?"."""
        doubt = text_at(tokens, at) in self._words.doubts
        hedge, start = self._approx.match(tokens, at + doubt) or (None, at + doubt)
        if hedge is None and text_at(tokens, start) in ("c", "ca") and adjacent(tokens, start + 1):
            hedge, start = "approx", start + 1
        found = self._with_part(tokens, start) or (self._any_year(tokens, start) if hedge else None)
        if found is None:
            return None
        reading, end = found
        after = self._approx.match(tokens, end)
        if hedge is None and after is not None and self._everything and after[1] == len(tokens):
            hedge, end = after
        if is_sign(tokens, end, "?") and adjacent(tokens, end) and self._everything:
            doubt, end = reading.day is None and end + 1 == len(tokens), end + (end + 1 == len(tokens))
        if reading.day is None and hedge is not None:
            reading = replace(reading, hedge=hedge)
        elif hedge is not None:
            return None
        return replace(reading, doubt=doubt), end

    def _any_year(self, tokens: list[Token], at: int) -> Part | None:
        return self._absolute.year(tokens, at)

    def _with_part(self, tokens: list[Token], at: int) -> Part | None:
        """Read "early 2011", "mid-June", "the end of 2008", "earlier this month", or a date without a part."""
        part = self._parts.match(tokens, at)
        if part is None and text_at(tokens, at) == "the":
            part = self._parts.match(tokens, at + 1)
        if part is None:
            return self._single(tokens, at)
        name, start = part
        start += is_sign(tokens, start, "-")
        whole = self._single(tokens, start)
        if whole is None or whole[0].day is not None or whole[0].until is not None:
            return None
        return replace(whole[0], part=name), whole[1]

    def _single(self, tokens: list[Token], at: int) -> Part | None:
        """Read one date; of an absolute and a relative reading the longer one."""
        absolute = self._absolute.read(tokens, at)
        if absolute is not None and not absolute[0].resolved:
            absolute = self._relative.after(tokens, *absolute) or absolute
        relative = self._relative.read(tokens, at)
        season = self._words.seasons.get(text_at(tokens, at))
        if absolute is None and season is not None:
            absolute = self._relative.after(tokens, DateReading(season=season), at + 1)
        both = [part for part in (absolute, relative) if part is not None]
        return max(both, key=lambda part: part[1]) if both else None

    def _range(self, tokens: list[Token], first: DateReading, at: int) -> Part | None:
        """Read "2006 to 2010", "1861-67", "June-August 1992" and "26 April - 2 May 2012"."""
        if text_at(tokens, at) not in self._to:
            return None
        return self._short_end(tokens, first, at) or self._until(tokens, first, at + 1)

    def _short_end(self, tokens: list[Token], first: DateReading, at: int) -> Part | None:
        """Read the "67" of "1861-67"."""
        text = text_at(tokens, at + 1)
        if not (hyphen(tokens, at) and len(text) == 2 and text.isdecimal() and first == DateReading(first.year)):
            return None
        year = (first.year or 0) // 100 * 100 + int(text)
        goes_on = adjacent(tokens, at + 2) and not is_sign(tokens, at + 2, ".,;)")
        if first.year is None or year <= first.year or goes_on:
            return None
        return replace(first, until=DateReading(year)), at + 2

    def _between_two(self, tokens: list[Token], at: int) -> Found | None:
        """Read "between 2006 and 2010", "between 3 and 12 of September"."""
        first = self._with_part(tokens, at + 1)
        if first is None or text_at(tokens, first[1]) not in self._and | self._to:
            return None
        found = self._until(tokens, first[0], first[1] + 1)
        return None if found is None else (found[0], at, found[1])

    def _until(self, tokens: list[Token], first: DateReading, at: int) -> Part | None:
        """Read the end of a range; one year can serve both of its ends."""
        second = self._with_part(tokens, at)
        if second is None or first.until is not None or second[0].until is not None:
            return None
        last, end = second
        if not first.resolved and first.shift is None and last.year is not None:
            first = replace(first, year=last.year)
            if first.month is not None and last.month is not None and first.month > last.month:
                first = replace(first, year=last.year - 1)
        if first.resolved and last.resolved and first.span().low >= last.span().low:
            return None
        return replace(first, until=last), end

    def _bounded(self, tokens: list[Token], at: int) -> Found | None:
        """Read "since 2011", "before January 1928", "no later than 1 May"."""
        bound = self._bounds.match(tokens, at)
        if bound is None:
            return None
        inner = self._hedged(tokens, bound[1])
        if inner is None or inner[0].bound is not None or self._range(tokens, *inner) is not None:
            return None
        return replace(inner[0], bound=cast(Bound, bound[0])), at, inner[1]

    def _reference(self, tokens: list[Token], at: int) -> Found | None:
        found = self._references.match(tokens, at)
        return None if found is None else (DateReading(ref=found[0]), at, found[1])
