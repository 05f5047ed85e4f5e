"""Lists of people as catalogues print them: "Haag, Stephen; Perry, James T.", names turned round or not.

What separates names differs from one catalogue to the next, and so does what is behind the comma. The shape of the
pieces tells: of "Haag, Stephen" each has one word; of "Roy Plastock, Zhigang Xiang" each is a whole name; in "HAAG,
STEPHEN PERRY, JAMES T." the inner ones hold the end of one name and the beginning of the next.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

_ROLE = re.compile(r"\([^)]{0,60}\)|\[[^\]]{0,60}\]|\bby\b(?=\s*[;(]|\s*$)|\bet al\b\.?", re.IGNORECASE)
_ENTITIES = (("andapos;", "'"), ("&apos;", "'"), ("andamp;", "&"), ("&amp;", "&"))
_BETWEEN = re.compile(r"[;/&|\n]|\band\b|\bwith\b", re.IGNORECASE)
_NOBODY = frozenset(
    {"not available", "unknown", "various", "none", "n/a", "na", "anonymous", "no author", "by", "author", "etc"}
)
_SUFFIX = re.compile(r"(?:jr|sr|ii|iii|iv|ph\.?\s?d|m\.?d|esq)\.?", re.IGNORECASE)
_INITIALS = re.compile(r"(?:[^\W\d_]\.?[\s-]*){1,3}")


def catalogued(text: str) -> tuple[str, ...]:
    """Return the names of a list, each first name first; the words of roles, "et al" and "unknown" are left out."""
    for entity, sign in _ENTITIES:
        text = text.replace(entity, sign)
    names = (name for part in _BETWEEN.split(_ROLE.sub(";", text)) for name in _names(_pieces(part)))
    return tuple(dict.fromkeys(name for name in names if name.casefold() not in _NOBODY))


def _pieces(part: str) -> list[str]:
    pieces = (" ".join(piece.split()).strip(" .-*_\"'") for piece in part.split(","))
    return [piece for piece in pieces if any(map(str.isalpha, piece)) and not _SUFFIX.fullmatch(piece)]


def _names(pieces: Sequence[str]) -> Iterable[str]:
    """Return the names between two signs that separate whole names, from the pieces between its commas."""
    single = [" " not in piece for piece in pieces]
    if len(pieces) == 2 and (any(single) or _INITIALS.fullmatch(pieces[1])):
        return (f"{pieces[1]} {pieces[0]}",)
    if len(pieces) > 2 and len(pieces) % 2 == 0 and all(single[::2]):
        return (f"{first} {last}" for last, first in zip(pieces[::2], pieces[1::2], strict=True))
    if len(pieces) > 2 and single[0] and not any(single[1:-1]):
        return _run_on(pieces)
    return pieces


def _run_on(pieces: Sequence[str]) -> Iterable[str]:
    """Yield names of which each inner piece holds the first names of one and the last name of the next."""
    last = pieces[0]
    for piece in pieces[1:-1]:
        first, _, following = piece.rpartition(" ")
        yield f"{first} {last}"
        last = following
    yield f"{pieces[-1]} {last}"
