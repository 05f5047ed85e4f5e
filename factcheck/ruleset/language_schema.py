"""The shape of language files and name tables: pydantic models, one for each section."""

from __future__ import annotations

from math import inf
from typing import Literal

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
    """A hedge: its words before and after the number, and how far it reaches."""

    modifier: str
    words: Words
    after: Words = ()
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
    """A vague amount: its words and what they allow."""

    words: Words
    literal: Range
    lenient: Range
    times: VagueTimes | None = None
    examples: tuple[Example, ...]


class NumberWords(Model):
    """Number words."""

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
    either: Words = ()
    wholes: Words = ()
    minus: Words
    point: Words
    to: Words
    between: Words
    starting: Words = ()
    also: Words = ()
    ratios: dict[Literal["of", "in", "over"], Words] = {}
    folds: Words = ()


class CountedWords(Model):
    """What shows that a noun is counted."""

    irregular: dict[str, str]
    plurals: dict[str, str]
    not_plural: Words
    not_counted: Words
    fillers: Words
    of: Words
    determiners: Words
    adjectives: Words
    not_nouns: Words
    attributive: Words
    pronouns: Words
    none: Words


class UnitWords(Model):
    """Unit words."""

    duration: dict[str, Words]
    percent: Words
    old: Words
    aged: Words
    counted: CountedWords
    possessive: str = ""
    per: Words
    shares: Words
    letters: dict[str, str] = {}
    dimensions: Words = ()
    not_rates: Words
    labels: Words
    streets: Words


class DateWords(Model):
    """Calendar words, and how far a lenient reader stretches seasons and thirds, in days."""

    season_slack: int
    part_slack: int
    months: dict[str, int]
    seasons: dict[str, int]
    parts: dict[str, Words]
    of: Words
    ordinal_endings: Words
    relative: dict[str, int]
    relative_units: dict[str, Words]
    days: dict[str, int]
    ago: Words
    from_now: Words
    before: Words
    after: Words
    weekdays: dict[str, int]
    decades: dict[str, int]
    quarters: Words
    centuries: Words
    era_before: Words
    era_after: Words
    year_words: Words
    zones: Words
    doubts: Words
    references: dict[str, Words]
    bounds: dict[str, Words]
    holidays: dict[str, str]


class NameWords(Model):
    """Words that join, cut or rule out names."""

    joiners: Words
    never: tuple[Words, ...]
    not_people: tuple[Words, ...]


class LanguageFile(Model):
    """`rules/lang/XX.yaml`."""

    language: str
    numbers: NumberWords
    units: UnitWords
    hedges: dict[str, HedgeRow]
    plain: dict[str, PlainRow]
    vague: dict[str, VagueRow]
    dates: DateWords
    names: NameWords


class NicknameFile(Model):
    """`rules/names/nicknames.yaml`."""

    nicknames: dict[str, Words]
    variants: tuple[Words, ...] = ()
    given: Words = ()
    titles: Words = ()
    suffixes: Words = ()
    particles: Words = ()


class TermFile(Model):
    """`rules/names/countries.yaml` and `languages.yaml`: code to names, and what lies in what."""

    countries: dict[str, Words] = {}
    languages: dict[str, Words] = {}
    within: dict[str, str] = {}
    demonyms: dict[str, Words] = {}


class OrganisationFile(Model):
    """`rules/names/organisations.yaml`."""

    forms: dict[str, Words]
    generic: tuple[Words, ...]
    articles: Words
    numerals: dict[str, str]


class CurrencyRow(Model):
    """A currency's signs and words."""

    signs: Words = ()
    words: Words = ()


class CurrencyFile(Model):
    """`rules/names/currencies.yaml`."""

    currencies: dict[str, CurrencyRow]
    weak: dict[str, Words] = {}
    cents: dict[str, tuple[str, float]] = {}
    shared: dict[str, Words] = {}
    prefixes: dict[str, int] = {}


class MeasureRow(Model):
    """A unit's words and symbols, and what one is in the kind's base unit."""

    words: Words = ()
    symbols: Words = ()
    weak: Words = ()
    factor: float | None = None


class MeasureFile(Model):
    """`rules/names/units.yaml`."""

    units: dict[str, dict[str, MeasureRow]]
