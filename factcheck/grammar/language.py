"""A language as data: every word that the grammar knows; built by `ruleset` from `rules/lang/` and `rules/names/`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from factcheck.grammar.ordering import Ordering
from factcheck.grammar.person_words import Persons
from factcheck.grammar.telling import Mouths, Published, Telling
from factcheck.values.bounds import Bounding

SURNAME = "{surname}"  # where the name that all of them bear stands in the wording of a collective


@dataclass(frozen=True, slots=True)
class Numbers:
    """Number words.

    `scales` may stand alone, `abbreviations` of them behind a number, `letters` right behind figures, `decimal_letters`
    behind decimals. `parts` are what fractions count, `hyphened_parts` only behind the hyphen of "thirty-seconds";
    behind the `tens` stand ones, with or without one of the `tens_joiners`; `wholes` are "one" before a unit of time;
    `either` joins two numbers of which either may be.

    `to` stands between the ends of a range, `between` and `starting` before them, `all_the_way` before `to`; `also`
    joins two hedged ends. Decimals stand behind `decimal`; `scale_of` leads from a large scale to what it counts
    ("millones de"); with `bare_halves` a half needs no article ("hora y media"). `ratios` are words between a part and
    its whole, by what they take: `of`, `in` or `over`; `folds` are endings.
    """

    cardinals: Mapping[str, int]
    scales: Mapping[str, int]
    letters: Mapping[str, int]
    ordinals: Mapping[str, int]
    halves: Mapping[str, float]
    articles: frozenset[str]
    joiners: frozenset[str]
    parts: Mapping[str, int]
    plural_parts: Mapping[str, int]
    hyphened_parts: Mapping[str, int]
    tens: frozenset[str]
    abbreviations: Mapping[str, int]
    decimal_letters: Mapping[str, int]
    tens_joiners: frozenset[str]
    either: frozenset[str]
    wholes: frozenset[str]
    minus: frozenset[str]
    point: frozenset[str]
    to: frozenset[str]
    between: frozenset[str]
    starting: frozenset[str]
    all_the_way: frozenset[str]
    also: frozenset[str]
    ratios: Mapping[str, tuple[str, ...]]
    folds: frozenset[str]
    decimal: str = "."
    scale_of: frozenset[str] = frozenset()
    bare_halves: bool = False


@dataclass(frozen=True, slots=True)
class Money:
    """Currencies: signs as written, words, codes, and words for parts of one (currency or "", factor).

    `names` are short names of codes, `shared` words that several countries' money goes by, `prefixes` scales that
    stand before a code: "MUSD". `transliterated` is what became of signs in texts that were made ASCII.
    """

    signs: Mapping[str, str]
    words: Mapping[str, str]
    codes: frozenset[str]
    weak: Mapping[str, str]
    cents: Mapping[str, tuple[str, float]]
    names: Mapping[str, str] = field(default_factory=dict)
    shared: Mapping[str, str] = field(default_factory=dict)
    prefixes: Mapping[str, int] = field(default_factory=dict)
    transliterated: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Measure:
    """A unit of measure: its kind, name, words, symbols as written, and those that need figures beside them.

    `factor` is what one unit is in the kind's base unit, where there is one.
    """

    kind: str
    name: str
    words: tuple[str, ...]
    symbols: tuple[str, ...]
    weak: tuple[str, ...] = ()
    factor: float | None = None


@dataclass(frozen=True, slots=True)
class Counted:
    """How nouns show that they are counted.

    `irregular` maps plurals to singulars, `plurals` their endings, but no plural ends in `not_plural`. `not_counted`
    words end what is counted, `fillers` say nothing of it. `of` and `determiners` stand before the whole that a number
    is part of. `adjectives` and `not_nouns` are endings. `attributive` nouns follow a number in the singular;
    `pronouns` are number words that often count nothing, and never behind `none`.
    """

    irregular: Mapping[str, str]
    plurals: Mapping[str, str]
    not_plural: tuple[str, ...]
    not_counted: frozenset[str]
    fillers: frozenset[str]
    of: frozenset[str]
    determiners: frozenset[str]
    adjectives: tuple[str, ...]
    not_nouns: tuple[str, ...]
    attributive: frozenset[str]
    pronouns: frozenset[str]
    none: frozenset[str]


@dataclass(frozen=True, slots=True)
class Units:
    """Words and signs for units: durations, percentages, ages, money, measures, and what is counted.

    Of the `duration` words some are `singular`; `fillers` may stand between a number and its unit.
    `per` joins the units of a rate, `shares` are nouns that do so behind an article, but not before one of the
    `not_rates`. `letters` may stand for units of time too; before `dimensions` a letter is a unit. Figures behind
    `labels` and `numbered_names`, and before a name that ends in one of the `streets`, count nothing; `compared` are
    words between two values of one unit, of which the second may go without it.
    """

    duration: Mapping[str, str]
    singular: frozenset[str]
    fillers: frozenset[str]
    percent: tuple[str, ...]
    counted: Counted
    old: frozenset[str]
    aged: frozenset[str]
    possessive: str
    per: frozenset[str]
    shares: frozenset[str]
    letters: Mapping[str, str]
    dimensions: frozenset[str]
    not_rates: frozenset[str]
    compared: tuple[str, ...]
    labels: frozenset[str]
    numbered_names: frozenset[str]
    streets: frozenset[str]
    money: Money
    measures: tuple[Measure, ...]


@dataclass(frozen=True, slots=True)
class Hedges:
    """Hedges before and after a number (phrase to row), each row's TIMEX3-like modifier, and words that forbid it."""

    before: Mapping[str, str]
    after: Mapping[str, str]
    modifiers: Mapping[str, str]
    never_after: Mapping[str, frozenset[str]]
    vague: Mapping[str, str]
    vague_lengths: frozenset[str] = frozenset()  # those that no things are counted with: "recent months"
    vague_persons: Mapping[str, str] = field(default_factory=dict)  # words that count persons only: "numerous"
    vague_never_after: Mapping[str, frozenset[str]] = field(default_factory=dict)  # a row's: "too few"
    shown: Mapping[str, str] = field(default_factory=dict)  # the rows that are printed as another: "just over" is more

    def as_shown(self, hedge: str | None) -> str | None:
        """Return the hedge as which a row is printed."""
        return hedge if hedge is None else self.shown.get(hedge, hedge)


@dataclass(frozen=True, slots=True)
class Dates:
    """Calendar words."""

    months: Mapping[str, int]
    seasons: Mapping[str, int]
    weekdays: Mapping[str, int]
    holidays: Mapping[str, str]
    undated: Mapping[str, str]
    parts: Mapping[str, str]
    of: frozenset[str]
    ordinal_endings: frozenset[str]
    decades: Mapping[str, int]
    decade_endings: frozenset[str]
    centuries: frozenset[str]
    era_before: frozenset[str]
    era_after: frozenset[str]
    capitalised: frozenset[str]
    never_alone: frozenset[str]
    month_first: bool
    before_figures: frozenset[str]
    relative: Mapping[str, int]
    strict: Mapping[str, int]
    told: Mapping[str, int]
    relative_units: Mapping[str, str]
    last: frozenset[str]
    days: Mapping[str, int]
    classes: Mapping[str, tuple[str, ...]]
    forms: Mapping[str, tuple[str, ...]]
    between_figures: frozenset[str]
    before_month: frozenset[str]
    never_after: Mapping[str, tuple[str, ...]]
    never_of: frozenset[str]
    numbered: frozenset[str]  # figures before one of these are no year: "the 1900 block"
    definite: Mapping[str, str]
    before_decade: frozenset[str]
    week_word: Mapping[str, str]
    half_word: Mapping[str, str]
    bounds_after: Mapping[str, str]
    quarter_letters: frozenset[str]
    half_letters: frozenset[str]
    never_before: Mapping[str, tuple[str, ...]]
    relative_behind: bool
    in_time: frozenset[str]
    range_from: frozenset[str]
    circa: frozenset[str]
    doubts: frozenset[str]
    year_end: Mapping[str, str]
    plural_units: Mapping[str, str]
    possessive: str
    bounds: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Clock:
    """Words of clock times: halves of the day ("am": its wordings), names ("noon": "12:00"), parts of an hour.

    `letters` tell the half where they stand right behind the figures: the "p" of "6:40p".
    """

    zones: frozenset[str] = frozenset()
    halves: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    letters: Mapping[str, str] = field(default_factory=dict)
    named: Mapping[str, str] = field(default_factory=dict)
    parts: Mapping[str, str] = field(default_factory=dict)
    forms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Names:
    """What is known of people's names, and which capitalised words are none.

    `generations` maps what stands behind a name to the member of a family whom it tells, `patronymics`
    are endings of a father's name, `known_as` the letters of a
    name to those of its bearer's other names; `collectives` are wordings for people of one surname, as words.
    """

    joiners: frozenset[str]
    never: frozenset[str]
    not_people: frozenset[str]
    nicknames: Mapping[str, frozenset[str]] = field(default_factory=dict)
    given: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()
    suffixes: frozenset[str] = frozenset()
    particles: frozenset[str] = frozenset()
    generations: Mapping[str, str] = field(default_factory=dict)
    patronymics: tuple[str, ...] = ()
    known_as: Mapping[str, frozenset[str]] = field(default_factory=dict)
    collectives: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Organisations:
    """What is known of organisations' names: legal forms (wording to short form) and generic words."""

    forms: Mapping[str, str] = field(default_factory=dict)
    generic: frozenset[str] = frozenset()
    articles: frozenset[str] = frozenset()
    numerals: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Terms:
    """A closed vocabulary: countries or languages. `aliases` maps a folded name to a code."""

    aliases: Mapping[str, str]
    display: Mapping[str, str]
    within: Mapping[str, str]


@dataclass(frozen=True, slots=True, eq=False)
class Language:
    """Everything that the grammar of one language is made of; it equals itself alone."""

    code: str
    numbers: Numbers
    units: Units
    hedges: Hedges
    dates: Dates
    names: Names
    bounding: Bounding
    clock: Clock = field(default_factory=Clock)
    terms: Mapping[str, Terms] = field(default_factory=dict)
    organisations: Organisations = field(default_factory=Organisations)
    telling: Telling = field(default_factory=Telling)
    mouths: Mouths = field(default_factory=Mouths)
    published: Published = field(default_factory=Published)
    ordering: Ordering = field(default_factory=Ordering)
    persons: Persons = field(default_factory=Persons)
