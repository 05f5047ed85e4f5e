"""Names as written become comparable: transliterated, casefolded, without titles and suffixes."""

from __future__ import annotations

import re

from factcheck.grammar.language import Names, Organisations
from factcheck.values.name import OrganisationName, PersonName

_COMMA_ORDER = re.compile(r"^([^,]+),\s*([^,]+)$")
_ARTICLE = re.compile(r"\b(?:al|el|ul|as|ad|ar|an|ash|az)-(?=\w)", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")
_ORDINAL = re.compile(r"^(\d+)(?:st|nd|rd|th)$")
_DOTTED = re.compile(r"\.")
_LONGEST = 200  # characters; nobody's name is longer


def person_name(text: str, names: Names) -> PersonName:
    """Return a person's name in comparable form; titles go only while a name is left."""
    from anyascii import anyascii

    comma = _COMMA_ORDER.match(text)
    if comma is not None and comma[2].casefold().rstrip(".") not in names.suffixes:
        text_in_order = f"{comma[2]} {comma[1]}"
    else:
        text_in_order = text
    plain = anyascii(text_in_order[:_LONGEST]).replace("`", "'")
    plain = _ARTICLE.sub("al ", plain)
    tokens = [re.sub(r"['.-]", "", word.casefold()) for word in _WORD.findall(plain)]
    while len(tokens) > 1 and tokens[0] in names.titles:
        tokens = tokens[1:]
    while len(tokens) > 1 and tokens[-1] in names.suffixes:
        tokens = tokens[:-1]
    full = {word: names.nicknames[word] for word in tokens if word in names.nicknames}
    return PersonName(
        text=text,
        tokens=tuple(tokens),
        full=tuple(sorted(full.items())),
        given=frozenset(word for word in tokens if word in names.given),
    )


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
