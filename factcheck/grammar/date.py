"""Dates as they stand in running text, as far as they go: nothing is filled in.

The language file says how single dates are said (`dates.forms`); this module adds what may stand around any of them: a
hedge, a doubt, an open side, a second date that ends a range.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property
from typing import cast

from factcheck.grammar.date_meanings import MEANINGS, joined
from factcheck.grammar.date_slots import DateSlots
from factcheck.grammar.forms import FormTable, Nested
from factcheck.grammar.language import Language
from factcheck.grammar.tokens import PhraseTable, Token, adjacent, hyphen, is_sign, text_at
from factcheck.values.date import Away, Bound, DateReading, Nth

Part = tuple[DateReading, int]  # a reading, and the token after it
Found = tuple[DateReading, int, int]  # the reading, and the tokens it is made of: [first, end)


class DateReader:
    """Finds dates among tokens.

    With `everything`, words that leave a side open ("since 2011") are read too; rules say such words themselves.
    """

    def __init__(self, language: Language, *, everything: bool = False) -> None:
        self._words = language.dates
        self._everything = everything
        self._forms = FormTable(
            ((form, MEANINGS[meaning]) for meaning, forms in language.dates.forms.items() for form in forms),
            DateSlots(language).table(),
            _NESTED,
        )
        self._to = frozenset(language.dates.classes["until"])
        self._between, self._and = language.numbers.between, language.numbers.joiners
        self._bounds = PhraseTable(language.dates.bounds.items())
        self._approx_after = PhraseTable(
            (phrase, row) for phrase, row in language.hedges.after.items() if row == "approx"
        )
        self._bounds_after = PhraseTable(language.dates.bounds_after.items())
        self._approx = PhraseTable((phrase, row) for phrase, row in language.hedges.before.items() if row == "approx")

    @cached_property
    def first(self) -> frozenset[str]:
        """Every word with which a date can begin, FIGURES for a number."""
        return self._forms.first | self._hedging | self._leading

    @cached_property
    def second(self) -> Mapping[str, frozenset[str]]:
        """Of the words that begin no date by themselves, what has to stand behind them."""
        ahead = {word: self._behind(word) for word in self._hedging | self._leading}
        alone = self._forms.first - self._forms.second.keys()
        return {word: second for word, second in (self._forms.second | ahead).items() if word not in alone}

    def _behind(self, word: str) -> frozenset[str]:
        """Return what may stand behind a word that hedges a date or leads to it."""
        begins, hedged = self._forms.first, self._forms.first | self._hedging
        behind = self._forms.second.get(word, frozenset())
        if word in self._words.doubts | self._words.range_from:
            behind |= hedged
        if word in self._words.circa | self._between:
            behind |= begins
        for table, after in ((self._approx, begins), (self._bounds, hedged)):
            if word in table.starts:
                behind |= table.seconds(word) if word in table.never_alone else table.seconds(word) | after
        return behind

    @cached_property
    def _hedging(self) -> frozenset[str]:
        return self._words.doubts | self._words.circa | self._approx.starts

    @cached_property
    def _leading(self) -> frozenset[str]:
        bounds = self._bounds.starts if self._everything else frozenset()
        return self._words.range_from | self._between | bounds

    def read(self, tokens: list[Token], at: int) -> Found | None:
        """Return the date or range of dates that begins at a token, its hedge included."""
        text = tokens[at].text
        led = self._led(tokens, at) if text in self._leading else None
        begins = text in self._hedging or self._forms.may_begin(tokens, at)
        plain = self._plain(tokens, at) if begins else None
        if led is None or (plain is not None and plain[2] >= led[2]):
            return plain
        return led

    def _led(self, tokens: list[Token], at: int) -> Found | None:
        """Read what a word before it leads: "between 2006 and 2010", "from 2006 to 2010", "since 2011"."""
        text = tokens[at].text
        if text in self._between:
            return self._between_two(tokens, at)
        if text in self._words.range_from:
            inner = self._hedged(tokens, at + 1)
            found = inner and (self._range(tokens, *inner, told=True) or self._bounded_after(tokens, *inner))
            return None if found is None else (found[0], at, found[1])
        return self._bounded(tokens, at) if self._everything else None

    def _plain(self, tokens: list[Token], at: int) -> Found | None:
        """Read one date or a range of two, with what may stand behind it."""
        found = self._hedged(tokens, at)
        if found is None:
            return None
        longer = self._range(tokens, *found) or self._bounded_after(tokens, *found)
        return self._unless_alone(tokens, found[0], at, found[1]) if longer is None else (longer[0], at, longer[1])

    def _unless_alone(self, tokens: list[Token], reading: DateReading, at: int, end: int) -> Found | None:
        """Leave out words that are dates only with more beside them: "may", "march"."""
        only = end == at + 1 or (end == at + 2 and is_sign(tokens, at + 1, "."))
        alone = only and text_at(tokens, at) in self._words.never_alone
        return None if alone and text_at(tokens, at - 1) not in self._words.before_month else (reading, at, end)

    def _hedged(self, tokens: list[Token], at: int) -> Part | None:
        """Read "c. 1860", "1860 approx", "maybe 1862", "1860?"."""
        doubt, hedge, start = self._hedge(tokens, at) if text_at(tokens, at) in self._hedging else (False, None, at)
        found = self._forms.read(tokens, start)
        if found is None:
            return None
        reading, end = found
        after = self._approx.match(tokens, end)
        if hedge is None and after is not None and self._everything and after[1] == len(tokens):
            hedge, end = after
        if hedge is None and reading.day is None and (behind := self._approx_after.match(tokens, end)) is not None:
            hedge, end = behind
        if is_sign(tokens, end, "?") and adjacent(tokens, end) and self._everything:
            doubt, end = reading.day is None and end + 1 == len(tokens), end + (end + 1 == len(tokens))
        if reading.day is None and hedge is not None:
            reading = replace(reading, hedge=hedge)
        elif hedge is not None:
            return None
        return (replace(reading, doubt=True) if doubt else reading), end

    def _hedge(self, tokens: list[Token], at: int) -> tuple[bool, str | None, int]:
        """Read "maybe", "about" and the "c" of "c1860"; return the token after them."""
        doubt = text_at(tokens, at) in self._words.doubts
        hedge, start = self._approx.match(tokens, at + doubt) or (None, at + doubt)
        if hedge is None and text_at(tokens, start) in self._words.circa and adjacent(tokens, start + 1):
            hedge, start = "approx", start + 1
        return doubt, hedge, start

    def _range(self, tokens: list[Token], first: DateReading, at: int, *, told: bool = False) -> Part | None:
        """Read "2006 to 2010", "1861-67", "June-August 1992" and "26 April - 2 May 2012".

        Where the words told that a range follows ("from"), one that ends before it begins is a problem.
        """
        if is_sign(tokens, at, "/"):
            return self._season_year(tokens, first, at)
        if text_at(tokens, at) not in self._to or first.problem:
            return None
        return self._short_end(tokens, first, at) or self._until(tokens, first, at + 1, told=told)

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

    def _season_year(self, tokens: list[Token], first: DateReading, at: int) -> Part | None:
        """Read the "11" of "2010/11": the year after, as of seasons and budgets."""
        text = text_at(tokens, at + 1)
        joined = adjacent(tokens, at) and adjacent(tokens, at + 1) and not is_sign(tokens, at + 2, "/")
        if not joined or first.year is None or first != DateReading(first.year):
            return None
        after = first.year + 1
        return (
            (replace(first, until=DateReading(after)), at + 2) if text in (f"{after % 100:02d}", str(after)) else None
        )

    def _between_two(self, tokens: list[Token], at: int) -> Found | None:
        """Read "between 2006 and 2010", "between the end of 2007 and May 2008"."""
        first = self._forms.read(tokens, at + 1)
        if first is None or text_at(tokens, first[1]) not in self._and | self._to:
            return None
        found = self._until(tokens, first[0], first[1] + 1, told=True)
        return None if found is None else (found[0], at, found[1])

    def _until(self, tokens: list[Token], first: DateReading, at: int, *, told: bool) -> Part | None:
        """Read the end of a range; one year can serve both of its ends."""
        second = self._forms.read(tokens, at)
        if second is None:
            return None
        last, end = second
        range_ = joined(first, last)
        if range_ is None and told and first.resolved and last.resolved and first.span().low > last.span().low:
            return DateReading(problem=f"{last.notation()} is before {first.notation()}"), end
        return None if range_ is None else (range_, end)

    def _bounded_after(self, tokens: list[Token], reading: DateReading, at: int) -> Part | None:
        """Read the "onwards" of "1999 onwards"."""
        bound = self._bounds_after.match(tokens, at) if self._everything else None
        if bound is None or reading.until is not None or reading.problem:
            return None
        return _with_bound(reading, cast(Bound, bound[0])), bound[1]

    def _bounded(self, tokens: list[Token], at: int) -> Found | None:
        """Read "since 2011", "before January 1928", "no later than 1 May"."""
        bound = self._bounds.match(tokens, at)
        if bound is None:
            return None
        inner = self._hedged(tokens, bound[1])
        if inner is None or inner[0].bound is not None or self._range(tokens, *inner) is not None:
            return None
        return _with_bound(inner[0], cast(Bound, bound[0])), at, inner[1]


def _with_bound(reading: DateReading, bound: Bound) -> DateReading:
    """Leave one side of a date open; "before the end of May" is before May ends."""
    if reading.part == "END" and bound == "BEFORE":
        return replace(reading, part=None, bound="ON_OR_BEFORE")
    if reading.part == "START" and bound == "AFTER":
        return replace(reading, part=None, bound="ON_OR_AFTER")
    return replace(reading, bound=bound)


def _is_day(reading: DateReading) -> bool:
    """Tell whether a date is one day, with or without its year."""
    away = isinstance(reading.shift, Away) and reading.shift.unit == "day"
    weekday = reading.shift is not None and not isinstance(reading.shift, Away | Nth)
    return reading.until is None and (reading.day is not None or away or weekday)


def _is_calendar_day(reading: DateReading) -> bool:
    """Tell whether a date is the day of a month, which a weekday may stand before."""
    return reading.day is not None and reading.month is not None and reading.shift is None


def _is_counted_month(reading: DateReading) -> bool:
    """Tell whether a date is a month that is counted from another: "next month"."""
    return isinstance(reading.shift, Away) and reading.shift.unit == "month" and reading.until is None


def _is_week(reading: DateReading) -> bool:
    shift = reading.shift
    return reading.week is not None or (isinstance(shift, Away | Nth) and shift.unit == "week")


def _is_long(reading: DateReading) -> bool:
    """Tell whether a date is longer than a day."""
    return reading.until is None and not _is_day(reading)


_NESTED: Mapping[str, Nested[DateReading]] = {
    "date": Nested(lambda reading: reading.until is None),
    "day_date": Nested(_is_day),
    "calendar_date": Nested(_is_calendar_day),
    "counted_month": Nested(_is_counted_month),
    "week_date": Nested(_is_week),
    "long_date": Nested(_is_long),
}
