"""Language files and name tables: YAML becomes the grammar's `Language`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from factcheck.grammar.language import (
    Clock,
    Counted,
    Dates,
    Hedges,
    Language,
    Measure,
    Money,
    Numbers,
    Terms,
    Units,
)
from factcheck.grammar.telling import Mouths, Published, Telling
from factcheck.grammar.terms import fold_term
from factcheck.ruleset.language_schema import (
    ClockWords,
    CountedWords,
    DateWords,
    LanguageFile,
    NumberWords,
    UnitWords,
)
from factcheck.ruleset.naming import names_of, organisations_of
from factcheck.ruleset.person_schema import persons_of
from factcheck.ruleset.schema import Words
from factcheck.ruleset.table_schema import (
    CurrencyFile,
    MeasureFile,
    NicknameFile,
    OrganisationFile,
    PeopleFile,
    TermFile,
)
from factcheck.values.bounds import Bounding

_HALVES = 2  # a second is no part
_TENS = range(20, 100, 10)


Unit = TypeVar("Unit", bound=str)  # what words stand for


@dataclass(frozen=True, slots=True)
class Tables:
    """The tables of names beside the language file."""

    nicknames: NicknameFile
    people: PeopleFile
    countries: TermFile
    languages: TermFile
    organisations: OrganisationFile
    currencies: CurrencyFile
    units: MeasureFile


def language_of(words: LanguageFile, tables: Tables) -> Language:
    """Build the language from its checked files."""
    return Language(
        code=words.language,
        numbers=_numbers(words.numbers),
        units=_units(words.units, tables),
        hedges=Hedges(
            before={word.lower(): name for name, row in words.hedges.items() for word in row.words},
            after={word.lower(): name for name, row in words.hedges.items() for word in row.after},
            modifiers={name: row.modifier for name, row in words.hedges.items()},
            never_after={name: frozenset(row.never_after) for name, row in words.hedges.items()},
            shown={name: row.shown for name, row in words.hedges.items() if row.shown is not None},
            vague={word.lower(): name for name, row in words.vague.items() for word in row.words},
            vague_persons={word.lower(): name for name, row in words.vague.items() for word in row.persons},
            vague_never_after={name: frozenset(row.never_after) for name, row in words.vague.items()},
            vague_lengths=frozenset(name for name, row in words.vague.items() if row.lengths_only),
        ),
        dates=_dates(words.dates),
        clock=_clock(words.clock),
        names=names_of(words.names, tables.nicknames, tables.people),
        bounding=_bounding(words),
        terms={
            "country": _terms(tables.countries.countries, tables.countries.within),
            "language": _terms(tables.languages.languages, tables.languages.within),
        },
        organisations=organisations_of(tables.organisations),
        telling=Telling(**{name: frozenset(each) for name, each in words.telling}),
        published=Published(**words.published.model_dump(exclude={"examples"})),
        mouths=Mouths(**words.mouths.model_dump(exclude={"examples"})),
        ordering=words.order.ordering(),
        persons=persons_of(words.persons),
    )


def _numbers(numbers: NumberWords) -> Numbers:
    return Numbers(
        numbers.cardinals,
        numbers.scales,
        numbers.letters,
        numbers.ordinals,
        numbers.halves,
        frozenset(numbers.articles),
        frozenset(numbers.joiners),
        {**{word: number for word, number in numbers.ordinals.items() if number > _HALVES}, **numbers.parts},
        {
            **{word + numbers.part_ending: n for word, n in numbers.ordinals.items() if n > _HALVES},
            **numbers.plural_parts,
        },
        {word + numbers.part_ending: n for word, n in numbers.ordinals.items() if n <= _HALVES},
        frozenset(word for word, number in numbers.cardinals.items() if number in _TENS),
        numbers.abbreviations,
        numbers.decimal_letters,
        frozenset(numbers.tens_joiners),
        frozenset(numbers.either),
        frozenset(numbers.wholes),
        frozenset(numbers.minus),
        frozenset(numbers.point),
        frozenset(numbers.to),
        frozenset(numbers.between),
        frozenset(numbers.starting),
        frozenset(numbers.all_the_way),
        frozenset(numbers.also),
        {str(kind): words for kind, words in numbers.ratios.items()},
        frozenset(numbers.folds),
        numbers.decimal,
        frozenset(numbers.scale_of),
        numbers.bare_halves,
    )


def _units(units: UnitWords, tables: Tables) -> Units:
    return Units(
        duration=_inverted(units.duration),
        singular=frozenset(words[0].lower() for words in units.duration.values() if words),
        fillers=frozenset(units.fillers) | frozenset(units.counted.fillers),
        percent=units.percent,
        counted=_counted(units.counted),
        old=frozenset(units.old),
        aged=frozenset(units.aged),
        possessive=units.possessive,
        per=frozenset(units.per),
        shares=frozenset(units.shares),
        letters=units.letters,
        dimensions=frozenset(units.dimensions),
        not_rates=frozenset(units.not_rates),
        compared=units.compared,
        labels=frozenset(units.labels),
        numbered_names=frozenset(units.numbered_names),
        streets=frozenset(units.streets),
        money=_money(tables.currencies),
        measures=_measures(tables.units),
    )


def _counted(words: CountedWords) -> Counted:
    return Counted(
        irregular=words.irregular,
        plurals=words.plurals,
        not_plural=words.not_plural,
        not_counted=frozenset(words.not_counted),
        fillers=frozenset(words.fillers),
        of=frozenset(words.of),
        determiners=frozenset(words.determiners),
        adjectives=words.adjectives,
        not_nouns=words.not_nouns,
        attributive=frozenset(words.attributive),
        pronouns=frozenset(words.pronouns),
        none=frozenset(words.none),
    )


def _dates(words: DateWords) -> Dates:
    return Dates(
        months=words.months,
        seasons=words.seasons,
        weekdays=words.weekdays,
        holidays=words.holidays,
        undated={phrase: str(name) for name, phrases in words.undated.items() for phrase in phrases},
        parts=_inverted(words.parts),
        of=frozenset(words.of),
        ordinal_endings=frozenset(words.ordinal_endings),
        decades=words.decades,
        decade_endings=frozenset(words.decade_endings),
        centuries=frozenset(words.centuries),
        era_before=frozenset(words.era_before),
        era_after=frozenset(words.era_after),
        capitalised=frozenset(words.capitalised),
        never_alone=frozenset(words.never_alone),
        month_first=words.month_first,
        before_figures=frozenset(words.before_figures),
        relative=words.relative,
        strict=words.strict,
        told=words.told,
        relative_units=_inverted(words.relative_units),
        last=frozenset(words.last),
        days=words.days,
        classes=words.classes,
        forms={meaning: row.say for meaning, row in words.forms.items()},
        between_figures=frozenset(words.between_figures),
        before_month=frozenset(words.before_month),
        never_after=words.never_after,
        never_of=frozenset(words.never_of),
        numbered=frozenset(words.numbered),
        definite=_inverted(words.definite),
        before_decade=frozenset(words.before_decade),
        week_word=_inverted(words.week_word),
        half_word=_inverted(words.half_word),
        bounds_after=_inverted(words.bounds_after),
        quarter_letters=frozenset(words.quarter_letters),
        half_letters=frozenset(words.half_letters),
        never_before=words.never_before,
        relative_behind=words.relative_behind,
        in_time=frozenset(words.in_time),
        range_from=frozenset(words.range_from),
        circa=frozenset(words.circa),
        doubts=frozenset(words.doubts),
        year_end=_inverted(words.year_end),
        plural_units=_inverted(words.plural_units),
        possessive=words.possessive,
        bounds=_inverted(words.bounds),
    )


def _clock(words: ClockWords) -> Clock:
    return Clock(
        zones=frozenset(words.zones),
        halves={str(half): phrases for half, phrases in words.halves.items()},
        letters={letter: str(half) for half, letter in words.letters.items()},
        named=words.named,
        parts=words.parts,
        forms={meaning: row.say for meaning, row in words.forms.items()},
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


def _money(table: CurrencyFile) -> Money:
    rows = table.currencies
    return Money(
        signs={sign: code for code, row in rows.items() for sign in row.signs},
        words={word: code for code, row in rows.items() for word in row.words},
        codes=frozenset(rows),
        weak={word: code for code, words in table.weak.items() for word in words},
        cents={word: (code, factor) for word, (code, factor) in table.cents.items()},
        shared=_inverted(table.shared),
        prefixes=table.prefixes,
        transliterated={sign: code for code, signs in table.transliterated.items() for sign in signs},
        names={code: words[0] for code, row in rows.items() if (words := (*table.weak.get(code, ()), *row.words))},
    )


def _measures(table: MeasureFile) -> tuple[Measure, ...]:
    return tuple(
        Measure(kind, name, row.words, row.symbols, row.weak, row.factor)
        for kind, rows in table.units.items()
        for name, row in rows.items()
    )


def _terms(rows: Mapping[str, Words], within: Mapping[str, str]) -> Terms:
    return Terms(
        aliases={fold_term(name): code for code, names in rows.items() for name in names},
        display={code: names[0] for code, names in rows.items()},
        within=within,
    )


def _inverted(rows: Mapping[Unit, Iterable[str]]) -> dict[str, str]:
    return {word.lower(): str(meaning) for meaning, words in rows.items() for word in words}
