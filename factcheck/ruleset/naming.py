"""Tables of names: YAML becomes what the grammar knows of people's and organisations' names."""

from __future__ import annotations

from collections import defaultdict

from factcheck.grammar.language import Names, Organisations
from factcheck.ruleset.language_schema import NameWords
from factcheck.ruleset.table_schema import NicknameFile, OrganisationFile, PeopleFile


def names_of(words: NameWords, nicknames: NicknameFile, people: PeopleFile) -> Names:
    """Return what is known of people's names: spellings and short forms, titles, namesakes, collectives."""
    full = {short: set(names) for short, names in nicknames.nicknames.items()}
    for spellings in nicknames.variants:
        for each in spellings:
            full.setdefault(each, set()).update(set(spellings) - {each})
    given = {*full, *(name for names in full.values() for name in names), *nicknames.given}
    generations = {
        wording: which for which, wordings in nicknames.generations.items() for wording in (which, *wordings)
    }
    return Names(
        joiners=frozenset(words.joiners),
        never=frozenset(word for row in words.never for word in row),
        not_people=frozenset(word for row in words.not_people for word in row),
        nicknames={short: frozenset(names) for short, names in full.items()},
        given=frozenset(given),
        titles=frozenset(nicknames.titles),
        suffixes=frozenset((*nicknames.suffixes, *generations)),
        particles=frozenset(nicknames.particles),
        generations=generations,
        patronymics=nicknames.patronymics,
        known_as=_known_as(people),
        collectives=tuple(tuple(wording.split()) for wording in words.collectives),
    )


def _known_as(people: PeopleFile) -> dict[str, frozenset[str]]:
    known: dict[str, set[str]] = defaultdict(set)
    for row in people.known_as:
        names = {name.replace(" ", "") for name in row}
        for name in names:
            known[name].update(names - {name})
    return {name: frozenset(others) for name, others in known.items()}


def organisations_of(table: OrganisationFile) -> Organisations:
    """Return what is known of organisations' names: their legal forms by each wording."""
    return Organisations(
        forms={wording: form for form, wordings in table.forms.items() for wording in (form, *wordings)},
        generic=frozenset(word for row in table.generic for word in row),
        articles=frozenset(table.articles),
        numerals=table.numerals,
    )
