"""The shape of language files: pydantic models, one for each section."""

from __future__ import annotations

from collections.abc import Mapping
from math import inf
from typing import Annotated, Literal

from pydantic import AfterValidator

from factcheck.grammar import clock, date_meanings
from factcheck.grammar.language import SURNAME
from factcheck.ruleset.order_schema import OrderWords
from factcheck.ruleset.page_schema import MouthWords, PublishedWords, TellingWords
from factcheck.ruleset.person_schema import PersonWords
from factcheck.ruleset.schema import Model, Words
from factcheck.values.bounds import Reach, Spread
from factcheck.values.interval import Interval


class Example(Model):
    """A wording, its reading, and its literal bounds in days, things or hundredths."""

    say: str
    means: str
    low: float | None = None
    high: float | None = None


class ReachRow(Model):
    """Widths of a hedge."""

    low: float
    high: float
    low_step: float = 0
    low_step_if_round: float = 0
    high_open: bool = False

    def reach(self) -> Reach:
        """Return the row as the bounds know it."""
        return Reach(self.low, self.high, self.low_step, self.low_step_if_round, self.high_open)


class HedgeRow(Model):
    """A hedge: its words before and after the number, how far it reaches, and as which one it is printed."""

    modifier: str
    shown: Literal["approx", "nearly", "less_than", "at_most", "more_than", "at_least"] | None = None
    words: Words
    after: Words = ()
    never_after: Words = ()
    literal: ReachRow
    lenient: ReachRow
    examples: tuple[Example, ...]


class SpreadRow(Model):
    """Widths of an unhedged wording."""

    step: float | None = None
    share: float | None = None
    high_open: bool = False

    def spread(self) -> Spread:
        """Return the row as the bounds know it."""
        return Spread(self.step, self.share, self.high_open)


class PlainRow(Model):
    """An unhedged wording's widths."""

    literal: SpreadRow
    lenient: SpreadRow
    examples: tuple[Example, ...]


class Range(Model):
    """Fixed ends."""

    low: float
    high: float = inf
    high_open: bool = False

    def interval(self) -> Interval:
        """Return the interval."""
        return Interval(self.low, self.high, high_open=self.high_open)


class VagueTimes(Model):
    """What a vague amount means before a scale."""

    literal: Range
    lenient: Range


class VagueRow(Model):
    """A vague amount: its words, those that it goes by of persons only, and behind which it is none: "too few"."""

    words: Words = ()
    persons: Words = ()
    never_after: Words = ()
    literal: Range
    lenient: Range
    times: VagueTimes | None = None
    lengths_only: bool = False
    examples: tuple[Example, ...]


class NumberWords(Model):
    """Number words."""

    decimal: Literal[".", ","] = "."
    cardinals: dict[str, int]
    scales: dict[str, int]
    letters: dict[str, int]
    ordinals: dict[str, int]
    halves: dict[str, float]
    articles: Words
    joiners: Words
    parts: dict[str, int]
    plural_parts: dict[str, int]
    part_ending: str
    abbreviations: dict[str, int] = {}
    decimal_letters: dict[str, int] = {}
    tens_joiners: Words = ()
    scale_of: Words = ()
    bare_halves: bool = False
    either: Words = ()
    wholes: Words = ()
    minus: Words
    point: Words
    to: Words
    between: Words
    starting: Words = ()
    all_the_way: Words = ()
    also: Words = ()
    ratios: dict[Literal["of", "in", "over"], Words] = {}
    folds: Words = ()


class CountedWords(Model):
    """What shows that a noun is counted."""

    irregular: dict[str, str] = {}
    plurals: dict[str, str] = {}
    not_plural: Words = ()
    not_counted: Words = ()
    fillers: Words = ()
    of: Words = ()
    determiners: Words = ()
    adjectives: Words = ()
    not_nouns: Words = ()
    attributive: Words = ()
    pronouns: Words = ()
    none: Words = ()


class UnitWords(Model):
    """Unit words."""

    duration: dict[str, Words]
    fillers: Words = ()
    percent: Words
    old: Words = ()
    aged: Words = ()
    counted: CountedWords = CountedWords()
    possessive: str = ""
    per: Words = ()
    shares: Words = ()
    letters: dict[str, str] = {}
    dimensions: Words = ()
    not_rates: Words = ()
    compared: Words = ()
    labels: Words = ()
    numbered_names: Words = ()
    streets: Words = ()


def _meaning_of_dates(name: str) -> str:
    return _known(name, date_meanings.MEANINGS)


def _meaning_of_times(name: str) -> str:
    return _known(name, clock.MEANINGS)


def _known(name: str, meanings: Mapping[str, object]) -> str:
    if name not in meanings:
        raise ValueError(f"forms have no meaning {name!r}; there are {', '.join(sorted(meanings))}")
    return name


class FormRow(Model):
    """How something is said, in several forms, and examples of what it means."""

    say: Words
    examples: tuple[Example, ...]


CalendarUnit = Literal["day", "week", "weekend", "month", "quarter", "half", "year", "decade", "century"]


class DateWords(Model):
    """Calendar words, and how far a lenient reader stretches seasons and thirds, in days."""

    season_slack: int
    part_slack: int
    months: dict[str, int]
    seasons: dict[str, int]
    weekdays: dict[str, int]
    holidays: dict[str, str]
    undated: dict[Literal["PRESENT_REF", "PAST_REF", "FUTURE_REF"], Words] = {}
    parts: dict[str, Words]
    of: Words
    ordinal_endings: Words
    decades: dict[str, int]
    decade_endings: Words
    centuries: Words
    era_before: Words
    era_after: Words
    capitalised: Words = ()
    never_alone: Words = ()
    month_first: bool = False
    before_figures: Words = ()
    relative: dict[str, int]
    strict: dict[str, int] = {}
    told: dict[str, int] = {}
    relative_units: dict[CalendarUnit, Words]
    last: Words
    days: dict[str, int]
    classes: dict[str, Words] = {}
    forms: dict[Annotated[str, AfterValidator(_meaning_of_dates)], FormRow]
    between_figures: Words = ()
    before_month: Words = ()
    never_after: dict[str, Words] = {}
    never_of: Words = ()
    numbered: Words = ()
    definite: dict[CalendarUnit, Words] = {}
    before_decade: Words = ()
    week_word: dict[str, Words] = {}
    half_word: dict[str, Words] = {}
    bounds_after: dict[str, Words] = {}
    quarter_letters: Words = ()
    half_letters: Words = ()
    never_before: dict[str, Words] = {}
    relative_behind: bool = False
    in_time: Words = ()
    range_from: Words = ()
    circa: Words = ()
    doubts: Words = ()
    year_end: dict[str, Words] = {}
    plural_units: dict[CalendarUnit, Words] = {}
    possessive: str = ""
    bounds: dict[str, Words] = {}


class ClockWords(Model):
    """Words of clock times."""

    zones: Words = ()
    halves: dict[Literal["am", "pm"], Words] = {}
    letters: dict[Literal["am", "pm"], str] = {}
    named: dict[str, str] = {}
    parts: dict[str, str] = {}
    forms: dict[Annotated[str, AfterValidator(_meaning_of_times)], FormRow] = {}


def _has_surname(wording: str) -> str:
    if wording.count(SURNAME) != 1:
        raise ValueError(f"the wording of a collective has one {SURNAME}, where the name that all bear stands")
    return wording


class NameWords(Model):
    """Words that join, cut or rule out names, and wordings for several people of one name."""

    joiners: Words = ()
    never: tuple[Words, ...] = ()
    not_people: tuple[Words, ...] = ()
    collectives: tuple[Annotated[str, AfterValidator(_has_surname)], ...] = ()


class LanguageFile(Model):
    """`rules/lang/XX.yaml`."""

    language: str
    numbers: NumberWords
    units: UnitWords
    hedges: dict[str, HedgeRow]
    plain: dict[str, PlainRow]
    vague: dict[str, VagueRow]
    dates: DateWords
    clock: ClockWords = ClockWords()
    names: NameWords = NameWords()
    telling: TellingWords = TellingWords()
    mouths: MouthWords = MouthWords()
    published: PublishedWords = PublishedWords()
    order: OrderWords = OrderWords()
    persons: PersonWords = PersonWords()
    examples: dict[Literal["number", "percent", "duration", "date"], tuple[Example, ...]] = {}
