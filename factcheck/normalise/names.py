"""Names as written become comparable: transliterated, casefolded, without titles and suffixes."""

from __future__ import annotations

import re

from factcheck.grammar.language import Names
from factcheck.values import PersonName

_COMMA_ORDER = re.compile(r"^([^,]+),\s*([^,]+)$")
_WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")
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
