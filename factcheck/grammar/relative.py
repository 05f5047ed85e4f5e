"""Dates that are counted from another day: "last year", "on Friday", "two weeks before Christmas"."""

from __future__ import annotations

from dataclasses import replace

from factcheck.grammar.absolute import AbsoluteReader
from factcheck.grammar.language import Language
from factcheck.grammar.numeric_dates import Part
from factcheck.grammar.quantity import QuantityReader
from factcheck.grammar.tokens import PhraseTable, Token, is_sign, text_at
from factcheck.values import calendar
from factcheck.values.date import DateReading, Shift


class RelativeReader:
    """Reads what is counted from the document's day or from another date; resolving comes later."""

    def __init__(self, language: Language, absolute: AbsoluteReader) -> None:
        self._words = language.dates
        self._absolute = absolute
        self._durations = QuantityReader(language, "duration")
        self._days = PhraseTable((phrase, str(number)) for phrase, number in language.dates.days.items())
        self._ago = PhraseTable((phrase, "-") for phrase in language.dates.ago)
        self._from_now = PhraseTable((phrase, "+") for phrase in language.dates.from_now)
        self._holidays = PhraseTable(language.dates.holidays.items())

    def read(self, tokens: list[Token], at: int) -> Part | None:
        """Return the date at a token and the token after it."""
        return self._named(tokens, at) or self._counted(tokens, at)

    def _named(self, tokens: list[Token], at: int) -> Part | None:
        """Read a day or span that has a name: "yesterday", "Christmas", "Friday", "last year"."""
        if (day := self._days.match(tokens, at)) is not None:
            return DateReading(shift=Shift("day", int(day[0]))), day[1]
        return (
            self._holiday(tokens, at)
            or self._weekday(tokens, at)
            or self._unit(tokens, at + (text_at(tokens, at) == "the"))
        )

    def after(self, tokens: list[Token], reading: DateReading, at: int) -> Part | None:
        """Read "of last year" behind a month, season or day."""
        unit = self._unit(tokens, at + (text_at(tokens, at) in self._words.of))
        if unit is None or unit[0].shift is None or unit[0].shift.unit != "year":
            return None
        return replace(reading, shift=unit[0].shift), unit[1]

    def _unit(self, tokens: list[Token], at: int) -> Part | None:
        """Read "last year", "next Friday", "last March", "this year's third quarter", "the weekend"."""
        number = self._words.relative.get(text_at(tokens, at))
        text = text_at(tokens, at + 1)
        if number is None:
            weekend = text_at(tokens, at) == "weekend" and text_at(tokens, at - 1) == "the"
            return (DateReading(shift=Shift("weekend", 0)), at + 1) if weekend else None
        if text in self._words.weekdays:
            past = text_at(tokens, at) in ("past", "coming", "upcoming")
            unit = "weekday" if past else "week"
            return DateReading(shift=Shift(unit, number, weekday=self._words.weekdays[text])), at + 2
        if text in self._words.months:
            month = self._absolute.read(tokens, at + 1)
            if month is None or month[0].resolved:
                return None
            return replace(month[0], shift=Shift("named", number)), month[1]
        if text in self._words.seasons:
            return DateReading(season=self._words.seasons[text], shift=Shift("named", number)), at + 2
        return self._calendar_unit(tokens, number, at + 1)

    def _calendar_unit(self, tokens: list[Token], number: int, at: int) -> Part | None:
        text = text_at(tokens, at)
        unit = self._words.relative_units.get(text.removesuffix("'s"))
        if unit is None:
            return None
        shift = Shift(unit, number)
        if text.endswith("'s"):
            quarter = self._absolute.read(tokens, at + 1)
            if unit == "year" and quarter is not None and quarter[0].quarter is not None and not quarter[0].resolved:
                return replace(quarter[0], shift=shift), quarter[1]
            return None
        return DateReading(shift=shift), at + 1

    def _weekday(self, tokens: list[Token], at: int) -> Part | None:
        """Read "Friday", "Friday, Nov. 3"; a date behind a weekday says which Friday."""
        weekday = self._words.weekdays.get(text_at(tokens, at))
        if weekday is None or (len(text_at(tokens, at)) == 3 and text_at(tokens, at) in ("sun", "sat", "wed", "mon")):
            return self._short_weekday(tokens, at) if weekday else None
        here = at + 1 + is_sign(tokens, at + 1, ".")
        here += is_sign(tokens, here, ",")
        dated = self._absolute.read(tokens, here)
        if dated is not None and dated[0].day is not None:
            return dated
        return DateReading(shift=Shift(weekday=weekday)), at + 1

    def _short_weekday(self, tokens: list[Token], at: int) -> Part | None:
        """Read "Sat, Nov. 3"; without a date behind it such a word is any word."""
        here = at + 1 + is_sign(tokens, at + 1, ".")
        here += is_sign(tokens, here, ",")
        dated = self._absolute.read(tokens, here)
        return dated if dated is not None and dated[0].day is not None else None

    def _counted(self, tokens: list[Token], at: int) -> Part | None:
        """Read "two weeks ago", "three days from now", "2 weeks before Christmas"."""
        duration = self._durations.read(tokens, at)
        if duration is None or duration[0].value is None or duration[0].upto is not None:
            return None
        reading, _, end = duration
        assert reading.value is not None
        exact = Shift(reading.unit, reading.value, exact=True)
        if (ago := self._ago.match(tokens, end)) is not None:
            return DateReading(shift=replace(exact, number=-reading.value)), ago[1]
        if (hence := self._from_now.match(tokens, end)) is not None:
            return DateReading(shift=exact), hence[1]
        word = text_at(tokens, end)
        if word not in self._words.before and word not in self._words.after:
            return None
        base = self._absolute.read(tokens, end + 1) or self._named(tokens, end + 1)
        if base is None or (base[0].day is None and base[0].shift is None):
            return None
        number = -reading.value if word in self._words.before else reading.value
        return DateReading(shift=replace(exact, number=number, base=base[0])), base[1]

    def _holiday(self, tokens: list[Token], at: int) -> Part | None:
        """Read "Christmas", "Easter 2010", "Thanksgiving Day"."""
        found = self._holidays.match(tokens, at)
        if found is None:
            return None
        rule, end = found
        year = self._absolute.year_after(tokens, DateReading(), end)
        if year is not None and year[0].year is not None:
            return DateReading(*calendar.civil(calendar.holiday(rule, year[0].year))), year[1]
        return DateReading(shift=Shift(holiday=rule)), end
