"""Language files and name tables: YAML becomes the grammar's `Language`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import inf

from factcheck.grammar.language import Dates, Hedges, Language, Names, Numbers, Organisations, Terms, Units
from factcheck.grammar.terms import fold_term
from factcheck.ruleset.schema import Model, Words
from factcheck.values.bounds import Bounding, Reach, Spread
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
    to: Words
    between: Words


class UnitWords(Model):
    """Unit words."""

    duration: dict[str, Words]
    percent: Words
    money_signs: dict[str, str]
    money_words: dict[str, Words]


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
    relative_units: Words


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


@dataclass(frozen=True, slots=True)
class Tables:
    """The tables of names beside the language file."""

    nicknames: NicknameFile
    countries: TermFile
    languages: TermFile
    organisations: OrganisationFile


def language_of(words: LanguageFile, tables: Tables) -> Language:
    """Build the language from its checked files."""
    numbers, units, dates = words.numbers, words.units, words.dates
    return Language(
        code=words.language,
        numbers=Numbers(
            numbers.cardinals,
            numbers.scales,
            numbers.letters,
            numbers.ordinals,
            numbers.halves,
            frozenset(numbers.articles),
            frozenset(numbers.joiners),
            frozenset(numbers.to),
            frozenset(numbers.between),
        ),
        units=Units(_inverted(units.duration), units.percent, units.money_signs, _inverted(units.money_words)),
        hedges=Hedges(
            before={word.lower(): name for name, row in words.hedges.items() for word in row.words},
            after={word.lower(): name for name, row in words.hedges.items() for word in row.after},
            modifiers={name: row.modifier for name, row in words.hedges.items()},
            vague={word.lower(): name for name, row in words.vague.items() for word in row.words},
        ),
        dates=Dates(
            dates.months,
            dates.seasons,
            _inverted(dates.parts),
            frozenset(dates.of),
            frozenset(dates.ordinal_endings),
            dates.relative,
            frozenset(dates.relative_units),
        ),
        names=_names(words.names, tables.nicknames),
        bounding=_bounding(words),
        terms={
            "country": _terms(tables.countries.countries, tables.countries.within),
            "language": _terms(tables.languages.languages, tables.languages.within),
        },
        organisations=_organisations(tables.organisations),
    )


def _bounding(words: LanguageFile) -> Bounding:
    return Bounding(
        hedges={name: (row.literal.reach(), row.lenient.reach()) for name, row in words.hedges.items()},
        plain={name: (row.literal.spread(), row.lenient.spread()) for name, row in words.plain.items()},
        vague={name: (row.literal.interval(), row.lenient.interval()) for name, row in words.vague.items()},
        vague_times={
            name: (row.times.literal.interval(), row.times.lenient.interval())
            for name, row in words.vague.items()
            if row.times is not None
        },
        season_slack=words.dates.season_slack,
        part_slack=words.dates.part_slack,
    )


def _names(words: NameWords, nicknames: NicknameFile) -> Names:
    full = {short: set(names) for short, names in nicknames.nicknames.items()}
    for spellings in nicknames.variants:
        for each in spellings:
            full.setdefault(each, set()).update(set(spellings) - {each})
    given = {name for names in full.values() for name in names} | set(nicknames.given)
    return Names(
        joiners=frozenset(words.joiners),
        never=frozenset(word for row in words.never for word in row),
        not_people=frozenset(word for row in words.not_people for word in row),
        nicknames={short: frozenset(names) for short, names in full.items()},
        given=frozenset(given),
        titles=frozenset(nicknames.titles),
        suffixes=frozenset(nicknames.suffixes),
        particles=frozenset(nicknames.particles),
    )


def _organisations(table: OrganisationFile) -> Organisations:
    return Organisations(
        forms={wording: form for form, wordings in table.forms.items() for wording in (form, *wordings)},
        generic=frozenset(word for row in table.generic for word in row),
        articles=frozenset(table.articles),
        numerals=table.numerals,
    )


def _terms(rows: Mapping[str, Words], within: Mapping[str, str]) -> Terms:
    return Terms(
        aliases={fold_term(name): code for code, names in rows.items() for name in names},
        display={code: names[0] for code, names in rows.items()},
        within=within,
    )


def _inverted(rows: Mapping[str, Iterable[str]]) -> dict[str, str]:
    return {word.lower(): meaning for meaning, words in rows.items() for word in words}
