"""Rule packs and language files are read, checked and put together.

Every fault of every file is reported at once, each with its place in the YAML.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from factcheck.errors import FactcheckError, Fault, FileError
from factcheck.grammar.language import Language
from factcheck.opening import SETTINGS, content_of
from factcheck.ruleset.cross import cross_faults, in_order
from factcheck.ruleset.files import default_rules, digest_of, files_of, languages
from factcheck.ruleset.language import Tables, language_of
from factcheck.ruleset.language_schema import LanguageFile
from factcheck.ruleset.pack import Derive, Event, Pack
from factcheck.ruleset.phrase import PhraseError
from factcheck.ruleset.ruleset import Ruleset
from factcheck.ruleset.schema import About, MisfitError, Rule
from factcheck.ruleset.table_schema import (
    CurrencyFile,
    MeasureFile,
    NicknameFile,
    OrganisationFile,
    PeopleFile,
    TermFile,
)
from factcheck.ruleset.yamltree import Source, parse

File = TypeVar("File", bound=BaseModel)
_HINTS = {
    "extra_forbidden": "this key is not known here; check its spelling and how far it is indented",
    "missing": "add it",
    "literal_error": "use one of the values named",
    "string_pattern_mismatch": "lower-case words with a dot between them, such as film.runtime",
}


def load_ruleset(packs: Sequence[Path] = (), *, defaults: bool = True) -> Ruleset:
    """Read rule packs; a rule of a later pack replaces one with the same id.

    `packs` are files, or folders whose `*.yaml` files are packs. Raises FileError, or
    FactcheckError where a pack does not exist or no rules are left.
    """
    faults: list[Fault] = []
    files = files_of(packs, defaults=defaults)
    packs_read = [read for file in files if (read := _checked(file, Pack, faults)) is not None]
    language = _language(faults)
    rules: dict[str, Rule] = {}
    subjects: dict[str, About] = {}
    derive: dict[tuple[str, ...], Derive] = {}
    events: dict[str, Event] = {}
    for _, found in packs_read:
        rules |= {rule.id: rule for rule in found.rules}
        subjects |= {subject.id: subject for subject in found.subjects}
        derive |= {(each.field, each.how): each for each in found.derive}
        derive |= {(each.equals, *each.derive.sources): each.derive for each in found.check}
        events |= {event.id: event for event in found.events}
    faults += cross_faults(packs_read, rules, subjects, events)
    if faults:
        raise FileError(tuple(faults))
    if not rules:
        raise FactcheckError(
            "there are no rules to check by", "name a pack with --rules, or leave out --no-default-rules"
        )
    assert language is not None
    return Ruleset(
        rules=tuple(rules.values()),
        subjects=tuple(subjects.values()),
        derive=in_order(derive.values()),
        events=tuple(events.values()),
        order=tuple(order for _, found in packs_read for order in found.order),
        roles=tuple(dict.fromkeys(pair for _, found in packs_read for pair in found.roles)),
        language=language,
        digest=digest_of(packs, defaults=defaults),
    )


def load_language(code: str = "en") -> Language:
    """Read a language and its tables of names, without any rules; raises FileError, FactcheckError if unknown."""
    if code not in languages():
        raise FactcheckError(f"{code}: there is no such language", f"one of {', '.join(languages())}")
    faults: list[Fault] = []
    language = _language(faults, code)
    if language is None:
        raise FileError(tuple(faults))
    return language


def _language(faults: list[Fault], code: str = "en") -> Language | None:
    """Read the language's files; their faults are added to the list and None is returned."""
    names = default_rules() / "names"
    words = _checked(default_rules() / "lang" / f"{code}.yaml", LanguageFile, faults)
    nicknames = _checked(names / "nicknames.yaml", NicknameFile, faults)
    people = _checked(names / "people.yaml", PeopleFile, faults)
    countries = _checked(names / "countries.yaml", TermFile, faults)
    languages = _checked(names / "languages.yaml", TermFile, faults)
    organisations = _checked(names / "organisations.yaml", OrganisationFile, faults)
    currencies = _checked(names / "currencies.yaml", CurrencyFile, faults)
    units = _checked(names / "units.yaml", MeasureFile, faults)
    if not (words and nicknames and people and countries and languages and organisations and currencies and units):
        return None
    tables = Tables(nicknames[1], people[1], countries[1], languages[1], organisations[1], currencies[1], units[1])
    return language_of(words[1], tables)


def load_language_examples(code: str = "en") -> LanguageFile:
    """Return the checked file of a language with its examples, for tests and documentation."""
    source = _read(default_rules() / "lang" / f"{code}.yaml")
    return LanguageFile.model_validate(source.data)


def _read(file: Path) -> Source:
    try:
        text = content_of(file, SETTINGS).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        fault = Fault(str(file), 1, 1, f"not UTF-8 text (byte {error.start})", "save the file as UTF-8")
        raise FileError((fault,)) from None
    except OSError as error:
        fault = Fault(str(file), 1, 1, f"cannot be read: {error.strerror}", "check the path and its permissions")
        raise FileError((fault,)) from None
    return parse(text, str(file))


def _checked(file: Path, model: type[File], faults: list[Fault]) -> tuple[Source, File] | None:
    """Read and check one file; its faults are added to the list and None is returned."""
    try:
        source = _read(file)
        return source, model.model_validate({} if source.data is None else source.data)
    except FileError as error:
        faults += error.faults
    except ValidationError as error:
        faults += [fault for detail in error.errors(include_url=False) for fault in _faults(source, detail)]
    return None


def _faults(source: Source, detail: Any) -> Iterator[Fault]:
    """Turn one of pydantic's errors into faults at their places in the YAML."""
    # Parts such as "[key]" and "dict[str,tuple]" are pydantic's own, not in the file.
    path, kind = tuple(part for part in detail["loc"] if "[" not in str(part)), str(detail["type"])
    error = detail.get("ctx", {}).get("error")
    parts = error.parts if isinstance(error, MisfitError) else [((), detail["msg"].removeprefix("Value error, "))]
    for inner, what in parts:
        full = (*path, *inner)
        place = source.place(full, key=kind == "extra_forbidden" or isinstance(error, MisfitError))
        if isinstance(error, PhraseError):
            place = source.within(place, str(detail["input"]), error.at)
        name = ".".join(map(str, full))
        yield source.fault(place, f"{what} ({name})" if name else what, _HINTS.get(kind, ""))
