"""How likely two names were written for one and the same, misspellings included: a score from 0 to 1.

The law's relation stays strict; the score only ranks. The words of two names are paired by how
alike they are; what remains unpaired on both sides speaks against one bearer, what remains on one
side only (a middle name, a legal form) hardly does.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from factcheck.values.name import OrganisationName, PersonName

# Spellings that one sound has in Latin transliterations, longest first.
_SOUNDS = (
    ("tsch", "c"), ("sch", "s"), ("tch", "c"), ("tzh", "z"), ("shch", "s"), ("kh", "h"), ("zh", "z"), ("sh", "s"),
    ("ch", "c"), ("ph", "f"), ("th", "t"), ("gh", "g"), ("dh", "d"), ("ck", "k"), ("qu", "k"), ("ts", "c"), ("tz", "c"),
    ("ee", "i"), ("oo", "u"), ("ou", "u"), ("iy", "i"), ("yi", "i"), ("yy", "i"), ("ey", "i"), ("ei", "i"), ("ii", "i"),
    ("ij", "i"), ("ya", "a"), ("ia", "a"), ("yu", "u"), ("iu", "u"), ("ye", "e"), ("ie", "e"), ("yo", "o"), ("oe", "o"),
    ("ae", "e"), ("ue", "u"), ("q", "k"), ("x", "s"), ("w", "v"), ("y", "i"), ("j", "i"), ("c", "k"), ("z", "s"),
)  # fmt: skip
_DOUBLE = re.compile(r"(.)\1+")
_LEET = str.maketrans("013457", "oleast")
_WORD_ALIKE = 0.76  # from here on two words are taken for one, misspelt
_PARTICLE_WEIGHT = 0.2
_BOTH_LEFT, _ONE_LEFT = 0.9, 0.06  # what words without a counterpart take off, on both sides and on one
# Slips of the pen, the shortest word that may have so many, and how alike that leaves the two.
_SLIPS = ((1, 4, 0.85), (1, 3, 0.8), (2, 6, 0.8), (3, 10, 0.78))
_MOST_SLIPS = 3


@dataclass(frozen=True, slots=True)
class _Pairing:
    """Words of two names paired: how alike the pairs are by weight, and the weight left over on each side."""

    alike: float
    paired: float
    left: float
    right: float
    pairs: int


def person_score(a: PersonName, b: PersonName) -> float:
    """Return how likely two names of people were written for one person."""
    if not a.tokens or not b.tokens:
        return 0.0
    if a.is_same(b):
        return 1.0
    if a.signs and b.signs:
        return 0.3  # one sign is a word: another sign is another name
    if sorted(a.tokens) == sorted(b.tokens):
        return 0.4  # "A bin B" is the son of "B bin A", or his father
    return _words_score(a, b, _plain(a.tokens), _plain(b.tokens))


def _words_score(a: PersonName, b: PersonName, mine: Sequence[str], theirs: Sequence[str]) -> float:
    joined = _alike("".join(mine), "".join(theirs))
    if min(len(mine), len(theirs)) == 1 and joined >= _WORD_ALIKE:
        return joined
    pairing = _pair(mine, theirs, lambda x, y: _name_alike(a, b, x, y), _person_weight)
    if pairing.pairs == 0:
        return 0.0
    lone, extra = sorted((pairing.left, pairing.right))
    score = pairing.alike / pairing.paired - _BOTH_LEFT * min(1.0, lone / 0.6) - _ONE_LEFT * extra
    if pairing.pairs == 1 and extra > 0:
        score -= 0.25 + 0.05 * extra
    return max(0.0, min(score, 0.99))


def organisation_score(a: OrganisationName, b: OrganisationName) -> float:
    """Return how likely two names of organisations were written for one."""
    if not a.words or not b.words:
        return 0.0
    if "".join(a.words) == "".join(b.words):
        return 1.0 if not (a.form and b.form) or a.form == b.form else 0.95
    if a.numbers and b.numbers and a.numbers != b.numbers:
        return 0.3  # funds, series and brigades are told apart by their numbers
    if _is_acronym(a, b) or _is_acronym(b, a):
        return 0.7
    return _firm_score(a, b)


def _firm_score(a: OrganisationName, b: OrganisationName) -> float:
    generic = a.generic | b.generic
    pairing = _pair(a.words, b.words, _alike, lambda word: 0.25 if word in generic else 1.0)
    if pairing.paired < 1:
        return 0.0
    lone, extra = sorted((pairing.left, pairing.right))
    score = pairing.alike / pairing.paired - _BOTH_LEFT * min(1.0, lone) - 0.35 * extra
    return max(0.0, min(score, 0.97))


def _plain(tokens: Sequence[str]) -> tuple[str, ...]:
    """Return a name's words, each once, with figures that stand for letters put right.

    The servant's names are one word: Abd al-Aziz and Abdul Aziz.
    """
    words: list[str] = []
    for token in tokens:
        if words and words[-1] == "abd" and token in ("al", "el", "ul", "ur", "ar", "as", "us"):
            words[-1] = "abdul"
        else:
            words.append(token.translate(_LEET) if any(map(str.isalpha, token)) else token)
    return tuple(dict.fromkeys(words))


def _pair(
    a: Sequence[str], b: Sequence[str], alike: Callable[[str, str], float], weight: Callable[[str], float]
) -> _Pairing:
    """Pair the words that are most alike first; each word is used once."""
    ranked = sorted(
        ((alike(x, y), i, j) for i, x in enumerate(a) for j, y in enumerate(b)), key=lambda row: (-row[0], row[1:])
    )
    used_a: set[int] = set()
    used_b: set[int] = set()
    total = paired = 0.0
    for likeness, i, j in ranked:
        if likeness < _WORD_ALIKE:
            break
        if i in used_a or j in used_b:
            continue
        used_a.add(i)
        used_b.add(j)
        share = max(weight(a[i]), weight(b[j]))
        total, paired = total + likeness * share, paired + share
    left = sum(weight(x) for i, x in enumerate(a) if i not in used_a)
    right = sum(weight(y) for j, y in enumerate(b) if j not in used_b)
    return _Pairing(total, paired, left, right, len(used_a))


def _name_alike(a: PersonName, b: PersonName, x: str, y: str) -> float:
    """Compare two words of people's names: equal, initial, diminutive, or alike in letters or sound."""
    if x == y:
        return 1.0
    if 1 in (len(x), len(y)):
        return 0.85 if x[0] == y[0] else 0.0
    if y in dict(a.full).get(x, ()) or x in dict(b.full).get(y, ()):
        return 0.93
    if x in a.given and y in b.given:
        return 0.0
    return _alike(x, y)


def _alike(x: str, y: str) -> float:
    """Compare two words: the same, the same in sound, or a slip or two apart for their length."""
    from rapidfuzz.distance import OSA

    if x == y:
        return 1.0
    if x.isdecimal() or y.isdecimal():
        return 0.0
    sound_x, sound_y = _sound(x), _sound(y)
    if sound_x == sound_y:
        return 0.93
    shorter, slips = min(len(x), len(y)), OSA.distance(x, y, score_cutoff=_MOST_SLIPS)
    for slips_allowed, least, likeness in _SLIPS:
        if slips <= slips_allowed and shorter >= least:
            return likeness
    if slips <= 2 and shorter >= 4 and OSA.distance(sound_x, sound_y, score_cutoff=1) <= 1:
        return 0.82
    return 0.0


def _sound(word: str) -> str:
    """Return a rough key of how a word sounds, whatever language wrote it in Latin letters."""
    for spelling, sound in _SOUNDS:
        word = word.replace(spelling, sound)
    return _DOUBLE.sub(r"\1", word)


def _person_weight(word: str) -> float:
    if len(word) == 1:
        return 0.3
    return _PARTICLE_WEIGHT if word in _PARTICLES else 1.0


_PARTICLES = frozenset(
    (
        "al",
        "el",
        "bin",
        "ibn",
        "bint",
        "ben",
        "abu",
        "van",
        "von",
        "der",
        "den",
        "de",
        "da",
        "del",
        "la",
        "le",
        "du",
        "na",
    )
)


def _is_acronym(short: OrganisationName, long: OrganisationName) -> bool:
    """Tell whether a name of one word is made of the first letters of the other's words."""
    if len(short.words) != 1 or len(long.words) < 3:
        return False
    return short.words[0] == "".join(word[0] for word in long.words)
