"""The shape of the tables of names, currencies and units: pydantic models, one for each file."""

from __future__ import annotations

from factcheck.ruleset.schema import Model, Words


class NicknameFile(Model):
    """`rules/names/nicknames.yaml`."""

    nicknames: dict[str, Words]
    variants: tuple[Words, ...] = ()
    given: Words = ()
    titles: Words = ()
    suffixes: Words = ()
    generations: dict[str, Words] = {}
    patronymics: Words = ()
    particles: Words = ()


class PeopleFile(Model):
    """`rules/names/people.yaml`: the names that one person has or had, a row for each."""

    known_as: tuple[Words, ...] = ()


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
    transliterated: dict[str, Words] = {}


class MeasureRow(Model):
    """A unit's words and symbols, and what one is in the kind's base unit."""

    words: Words = ()
    symbols: Words = ()
    weak: Words = ()
    factor: float | None = None


class MeasureFile(Model):
    """`rules/names/units.yaml`."""

    units: dict[str, dict[str, MeasureRow]]
