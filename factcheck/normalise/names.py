"""Names as written become comparable: transliterated, casefolded, without titles and suffixes."""

from __future__ import annotations

import re
from itertools import pairwise

from factcheck.grammar.language import SURNAME, Names, Organisations
from factcheck.values.name import FATHERS, OrganisationName, PersonName
from factcheck.values.value import Collective, Person

_COMMA_ORDER = re.compile(r"^([^,]+),\s*([^,]+)$")
_ARTICLE = re.compile(r"\b(?:al|el|ul|as|ad|ar|an|ash|az)-(?=\w)", re.IGNORECASE)
_WORD = re.compile(r"(?:[^\W_]|\?)+(?:['-](?:[^\W_]|\?)+)*")
# A letter that an encoding lost: the replacement character, or the question mark that older programs put for it.
_LOST = re.compile(r"\ufffd|(?<=[^\W\d_])\?(?=[^\W\d_])")
_HELD = "\x1a"  # the sign that ASCII has for it, while other question marks are taken out
_ORDINAL = re.compile(r"^(\d+)(?:st|nd|rd|th)$")
_DOTTED = re.compile(r"\.")
_LONGEST = 200  # characters; nobody's name is longer


def person_item(text: str, names: Names) -> Person | Collective | None:
    """Return who is named: a person, several people by what they are all called, or nobody."""
    name = person_name(text, names)
    if not name.tokens:
        return None
    words = _words(_plain(text))
    surnames = frozenset(found for pattern in names.collectives if (found := _surname(pattern, words, names)))
    return Collective(name, surnames) if surnames else Person(name)


def person_name(text: str, names: Names) -> PersonName:
    """Return a person's name in comparable form; titles go only while a name is left."""
    comma = _COMMA_ORDER.match(text)
    in_order = comma is not None and comma[2].casefold().rstrip(".") not in names.suffixes
    plain = _plain(f"{comma[2]} {comma[1]}" if comma is not None and in_order else text)
    found = [word for word in _WORD.findall(plain) if _folded(word).strip("?")]
    while len(found) > 1 and _folded(found[0]) in names.titles:
        found = found[1:]
    generation = ""
    while len(found) > 1 and _folded(found[-1]) in names.suffixes:
        generation = names.generations.get(_folded(found[-1]), generation)
        found = found[:-1]
    tokens = tuple(map(_folded, found))
    full = {word: names.nicknames[word] for word in tokens if word in names.nicknames}
    return PersonName(
        text=text,
        tokens=tokens,
        full=tuple(sorted(full.items())),
        given=frozenset(word for word in tokens if word in names.given),
        words=tuple(_folded(part) for word in found for part in word.split("-")) if "-" in plain else tokens,
        generation=generation,
        fathers=frozenset(word for word in tokens[1:-1] if word.endswith(names.patronymics)) | _sons_of(tokens),
        known_as=names.known_as.get("".join(tokens), frozenset()),
    )


def _sons_of(tokens: tuple[str, ...]) -> frozenset[str]:
    """Return the words that stand behind "son of"."""
    return frozenset(word for before, word in pairwise(tokens) if before in FATHERS)


def _plain(text: str) -> str:
    """Return a name in ASCII, with a question mark for each letter that was lost."""
    from anyascii import anyascii

    held = text[:_LONGEST]
    if "?" in held or "\ufffd" in held:
        held = _LOST.sub(_HELD, held).replace("?", " ")
    plain = anyascii(held).replace("`", "'").replace(_HELD, "?")
    return _ARTICLE.sub("al ", plain)


def _folded(word: str) -> str:
    return re.sub(r"['.-]", "", word.casefold())


def _words(plain: str) -> tuple[str, ...]:
    return tuple(map(_folded, _WORD.findall(plain)))


def _surname(pattern: tuple[str, ...], words: tuple[str, ...], names: Names) -> str:
    """Return what stands for the surname in the wording of a collective; particles may stand before it."""
    at = next(i for i, word in enumerate(pattern) if SURNAME in word)
    after = len(pattern) - at - 1
    slot = words[at : len(words) - after]
    if not slot or (*words[:at], *words[len(words) - after :]) != pattern[:at] + pattern[at + 1 :]:
        return ""
    before, _, behind = pattern[at].partition(SURNAME)
    last = slot[-1]
    surname = last[len(before) : len(last) - len(behind)]
    fits = last == f"{before}{surname}{behind}" and all(word in names.particles for word in slot[:-1])
    return surname if fits else ""


def organisation_name(text: str, known: Organisations) -> OrganisationName:
    """Return an organisation's name in comparable form: legal form apart, articles left out."""
    from anyascii import anyascii

    plain = anyascii(text[:_LONGEST]).casefold().replace("&", " and ").replace("'", "")
    words = [_DOTTED.sub("", word) for word in re.sub(r"[^\w.]+", " ", plain).split()]
    words = [word for word in words if word]
    form, words = _form(words, known)
    kept = [_ORDINAL.sub(r"\1", known.numerals.get(word, word)) for word in words if word not in known.articles]
    return OrganisationName(
        text=text,
        words=tuple(kept or words),
        form=form,
        numbers=tuple(sorted(word for word in kept if any(map(str.isdigit, word)))),
        generic=frozenset(word for word in kept if word in known.generic),
    )


def _form(words: list[str], known: Organisations) -> tuple[str, list[str]]:
    """Take the legal forms from a name's beginning or end, while something else is left of it."""
    form = ""
    for length in (6, 5, 4, 3, 2, 1):
        for at in (len(words) - length, 0):
            if at < 0 or len(words) <= length:
                continue
            found = known.forms.get(" ".join(words[at : at + length]))
            if found is not None:
                inner, rest = _form(words[:at] + words[at + length :], known)
                return form or found or inner, rest
    return form, words
