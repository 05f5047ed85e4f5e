"""What can stand in a form of a date: {day}, {month}, {year}, {length}, … each with its reader."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from factcheck.grammar.forms import Slot
from factcheck.grammar.language import Language
from factcheck.grammar.numeric_dates import NumericReader
from factcheck.grammar.quantity import QuantityReader
from factcheck.grammar.slot_readers import ROMAN, Read, behind, dot, firsts, is_clock, lettered, numerals, phrases
from factcheck.grammar.tokens import (
    DAY_FIGURES,
    FIGURES,
    YEAR_FIGURES,
    PhraseTable,
    Token,
    adjacent,
    hyphen,
    is_sign,
    text_at,
)
from factcheck.grammar.years import PIVOT, YearReader
from factcheck.values.date import Away
from factcheck.values.reading import Quantity

_LONGEST_NUMBER = 12  # tokens before the unit: "more than two hundred and fifty thousand years"


class DateSlots:
    """The slots of a language's dates, by name; a list of words in the language file is a slot too."""

    def __init__(self, language: Language) -> None:
        self._words, self._numbers = language.dates, language.numbers
        self._years = YearReader(language)
        self._figures = NumericReader(language.dates)
        self._lengths = QuantityReader(language, "duration")
        self._hedges = language.hedges.before
        self._units = language.units.duration
        # "Up from 12 last year" tells no 12 years.
        self._plural = {word: unit for word, unit in self._units.items() if word not in language.units.singular}
        self._numerals = numerals(language)
        self._tens = {word: n for word, n in language.numbers.cardinals.items() if n in (20, 30)}
        self._counted_years = PhraseTable(self._counted())

    def table(self) -> dict[str, Slot]:
        """Return every slot by its name."""
        words, numbers = self._words, self._numbers
        figures, slashes = FIGURES, frozenset("/-")
        ordinals = words.ordinal_endings | frozenset(numbers.ordinals) | frozenset(numbers.cardinals) | {"-"}
        decades, eras = words.decade_endings | {"'"} | figures, words.era_before | words.era_after
        counting = DAY_FIGURES | frozenset(numbers.ordinals) | frozenset(self._tens)
        years = figures | words.era_after | frozenset(numbers.cardinals) | {"'"}
        counted = self._counted_years.starts
        lengths = figures | numbers.articles
        lengths |= firsts((*numbers.cardinals, *numbers.halves, *self._hedges))
        return {
            **{name: self._class(name, each_of) for name, each_of in words.classes.items()},
            "of": phrases((each, each) for each in words.of),
            "figures": Slot(figures, self._figures.read, slashes, DAY_FIGURES | YEAR_FIGURES),
            "month_day": Slot(DAY_FIGURES, self._figures.month_and_day, slashes, DAY_FIGURES),
            "day": Slot(counting | frozenset(numbers.cardinals), self._day, ordinals),
            "weekday_number": Slot(counting, self._weekday_number, ordinals),
            "lone_day": Slot(DAY_FIGURES, self._lone_day, ordinals, DAY_FIGURES),
            "nth": Slot(counting | words.last, self._nth, ordinals, DAY_FIGURES),
            "month": Slot(frozenset(words.months), self._month),
            "year": Slot(years, self._year, eras | self._numerals | FIGURES, years - YEAR_FIGURES, {"'": figures}),
            "any_year": Slot(years | numbers.articles | counted, self._any_year),
            "decade": Slot(
                DAY_FIGURES | YEAR_FIGURES | frozenset(words.decades) | {"'"},
                self._years.decade,
                decades,
                DAY_FIGURES | YEAR_FIGURES | {"'"},
                {"'": figures},
            ),
            "bare_decade": Slot(DAY_FIGURES | YEAR_FIGURES, self._years.bare_decade),
            "roman_century": Slot(frozenset(ROMAN), self._roman_century),
            "short_year": Slot(DAY_FIGURES, self._short_year),
            "half": lettered(words.half_letters, ("1", "2")),
            "century": Slot(counting, self._century, ordinals | words.centuries, counting),
            "quarter": lettered(words.quarter_letters, ("1", "2", "3", "4")),
            "length": Slot(
                lengths,
                self._length,
                self._numerals | frozenset(self._units) | figures,
                lengths,
                self._lengths.second,
            ),
            "number": Slot(DAY_FIGURES | frozenset(numbers.cardinals), self._number),
            **{name: self._meanings(rows.items()) for name, rows in self._tables().items()},
            "weekday": self._meanings(words.weekdays.items(), abbreviated=True),
            "counted_year": Slot(
                counted, self._counted_years.match, self._counted_years.second, counted, behind(self._counted_years)
            ),
        }

    def _tables(self) -> dict[str, Mapping[str, Any]]:
        """Return the tables of the language file that are slots: each phrase and what it stands for."""
        words = self._words
        return {
            "season": words.seasons,
            "strict": words.strict,
            "relative": words.relative,
            "told": words.told,
            "unit": words.relative_units,
            "units": {**self._plural, **words.plural_units},
            "definite": words.definite,
            "week_word": words.week_word,
            "half_word": words.half_word,
            "holiday": words.holidays,
            "part": words.parts,
            "part_of": {phrase: part for phrase, part in words.parts.items() if phrase.split()[-1] in words.of},
            "year_end": words.year_end,
            "named_day": words.days,
        }

    def _class(self, name: str, wordings: Iterable[str]) -> Slot:
        """Return the slot of a list of words; beside some words it is not read ("will last two hours")."""
        plain = phrases((each, each) for each in wordings)
        after, before = (table.get(name, ()) for table in (self._words.never_after, self._words.never_before))

        def read(tokens: list[Token], at: int) -> Read:
            found = None if text_at(tokens, at - 1) in after else plain.read(tokens, at)
            return None if found is None or text_at(tokens, found[1]) in before else found

        return plain._replace(read=read) if after or before else plain

    def _lone_day(self, tokens: list[Token], at: int) -> Read:
        """Read the "4th" of "on the 4th", where no word follows that it may count."""
        day = self._day(tokens, at)
        if day is None or day[1] == at + 1 or text_at(tokens, at - 2) not in self._words.before_figures:
            return None
        follows = at + 2 < len(tokens) and tokens[day[1]].kind == "word" if day[1] < len(tokens) else False
        return None if follows else day

    def _meanings(self, rows: Iterable[tuple[str, Any]], *, abbreviated: bool = False) -> Slot:
        """Return a slot of phrases that stand for something, as "Friday's" does; the dot of "Fri." belongs to it."""
        ending = self._words.possessive
        phrases = {phrase + end: meaning for phrase, meaning in rows for end in ("", ending)}
        table = PhraseTable(phrases.items())

        def read(tokens: list[Token], at: int) -> Read:
            found = table.match(tokens, at)
            return found if found is None or not abbreviated else (found[0], found[1] + dot(tokens, found[1] - 1))

        reader = read if abbreviated else table.match
        return Slot(table.starts, reader, table.second | {"."}, table.never_alone, behind(table, frozenset(".")))

    def _day(self, tokens: list[Token], at: int) -> Read:
        """Read the number of a day: "12", "12th", "twelfth", "twenty-first", "twenty five"."""
        text = text_at(tokens, at)
        if tokens[at].kind == "number":
            if not (text.isascii() and text.isdecimal() and len(text) <= 2 and 1 <= int(text) <= 31):
                return None
            end = self._after_ending(tokens, at + 1)
            return None if is_clock(tokens, end) else (int(text), end)
        ones_at = at + 1 + hyphen(tokens, at + 1)
        tens = self._tens.get(text, 0)
        for table in (self._numbers.ordinals, self._numbers.cardinals):
            ones = table.get(text_at(tokens, ones_at), 0) if tens else 0
            if 1 <= ones <= 9 and tens + ones <= 31:
                return tens + ones, ones_at + 1
        number = self._numbers.ordinals.get(text, 0) or self._numbers.cardinals.get(text, 0)
        return (number, at + 1) if 1 <= number <= 31 else None

    def _after_ending(self, tokens: list[Token], at: int) -> int:
        return at + (text_at(tokens, at) in self._words.ordinal_endings and adjacent(tokens, at))

    def _nth(self, tokens: list[Token], at: int) -> Read:
        """Read "third", "21st", "twenty-first", and "last" as -1."""
        text = text_at(tokens, at)
        if text in self._words.last:
            return -1, at + 1
        if tokens[at].kind == "number":
            end = self._after_ending(tokens, at + 1)
            known = text.isascii() and text.isdecimal() and len(text) <= 2 and end > at + 1
            return (int(text), end) if known else None
        if text in self._numbers.ordinals:
            return self._numbers.ordinals[text], at + 1
        ones_at = at + 1 + hyphen(tokens, at + 1)
        ones = self._numbers.ordinals.get(text_at(tokens, ones_at), 0)
        return (self._tens[text] + ones, ones_at + 1) if 1 <= ones <= 9 and text in self._tens else None

    def _month(self, tokens: list[Token], at: int) -> Read:
        """Read a month's name and the dot of its abbreviation; "march" in lower case is a verb."""
        text = text_at(tokens, at)
        verb = text in self._words.capitalised and tokens[at].written.islower()
        if verb and text_at(tokens, at - 1) not in self._words.before_month and not self._is_dated(tokens, at + 1):
            return None
        return self._words.months[text], at + 1 + dot(tokens, at)

    def _is_dated(self, tokens: list[Token], at: int) -> bool:
        """Tell whether a day and a year stand behind a month: "march 3, 2015"."""
        day = self._day(tokens, at) if at < len(tokens) else None
        return day is not None and self._years.year(tokens, day[1] + is_sign(tokens, day[1], ",")) is not None

    def _weekday_number(self, tokens: list[Token], at: int) -> Read:
        """Read the "31" of "Sunday 31", not of "On Sunday 31 people": an ordinal, or figures that close a clause."""
        day = self._day(tokens, at)
        if day is None or text_at(tokens, at) in self._numbers.cardinals:
            return None
        closes = day[1] >= len(tokens) or tokens[day[1]].kind == "sign"
        return day if day[1] > at + 1 or tokens[at].kind != "number" or closes else None

    def _year(self, tokens: list[Token], at: int) -> Read:
        return self._years.year(tokens, at) or self._years.spoken(tokens, at)

    def _short_year(self, tokens: list[Token], at: int) -> Read:
        """Read the "99" of "12 Dec 99" and the "05" of "12-Dec-05": what may be no day, or hangs on the month."""
        text = text_at(tokens, at)
        if not (len(text) == 2 and text.isascii() and text.isdecimal()):
            return None
        joined = is_sign(tokens, at - 1, "-/") and adjacent(tokens, at)
        if int(text) <= 31 and not joined:
            return None
        return (2000 if int(text) < PIVOT else 1900) + int(text), at + 1

    def _any_year(self, tokens: list[Token], at: int) -> Read:
        """Read a year where one is expected, in figures or words, or one that is counted: "last year"."""
        return self._counted_years.match(tokens, at) or self._years.any_year(tokens, at)

    def _counted(self) -> Iterator[tuple[str, Away]]:
        """Yield "last year" and "last year's", or "año pasado", with what each means."""
        words = self._words
        units = [word for word, unit in words.relative_units.items() if unit == "year"]
        units += [word + words.possessive for word in units if words.possessive]
        for table, told in ((words.relative, False), (words.told, True)):
            for word, number in table.items():
                for unit in units:
                    yield f"{word} {unit}", Away("year", number, told=told)
                    if words.relative_behind:
                        yield f"{unit} {word}", Away("year", number, told=told)

    def _roman_century(self, tokens: list[Token], at: int) -> Read:
        """Read the "XIX" of "siglo XIX", with an era behind it."""
        if not tokens[at].written.isupper():
            return None
        before = text_at(tokens, at + 1) in self._words.era_before
        era = before or text_at(tokens, at + 1) in self._words.era_after
        return self._years.century(ROMAN[tokens[at].text], before=before), at + 1 + era

    def _century(self, tokens: list[Token], at: int) -> Read:
        """Read "19th century", "nineteenth century BC", "19c"."""
        nth = self._nth(tokens, at)
        if nth is None and text_at(tokens, at + 1) in self._words.centuries and adjacent(tokens, at + 1):
            text = text_at(tokens, at)
            nth = (int(text), at + 1) if text.isascii() and text.isdecimal() and len(text) <= 2 else None
        if nth is None:
            return None
        number, here = nth
        here += hyphen(tokens, here)
        text = text_at(tokens, here)
        if text not in self._words.centuries or (len(text) == 1 and not adjacent(tokens, here)):
            return None
        before = text_at(tokens, here + 1) in self._words.era_before
        span = self._years.century(number, before=before)
        era = before or text_at(tokens, here + 1) in self._words.era_after
        return None if span is None else (span, here + 1 + era)

    def _length(self, tokens: list[Token], at: int) -> tuple[Quantity, int] | None:
        """Read a duration with one value: "two weeks", "a year and a half"."""
        if not self._unit_follows(tokens, at + 1):
            return None
        found = self._lengths.read(tokens, at)
        if found is None or found[0].value is None or found[0].upto is not None or found[0].value < 0:
            return None
        return found[0], found[2]

    def _unit_follows(self, tokens: list[Token], at: int) -> bool:
        """Tell whether a unit stands behind what may be a number: cheaper than reading one for nothing at every "a"."""
        for i in range(at, min(at + _LONGEST_NUMBER, len(tokens))):
            token = tokens[i]
            if token.text in self._units:
                return True
            if token.kind != "number" and token.text not in self._numerals:
                return False
        return False

    def _number(self, tokens: list[Token], at: int) -> Read:
        text = text_at(tokens, at)
        if text in self._numbers.cardinals:
            return self._numbers.cardinals[text], at + 1
        return (int(text), at + 1) if text.isascii() and text.isdecimal() and len(text) <= 2 else None
