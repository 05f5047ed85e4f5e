"""How likely two names were written for one and the same, misspellings included: a score from 0 to 1.

The law's relation stays strict; the score only ranks. The words of two names are paired by how
alike they are; what remains unpaired on both sides speaks against one bearer, what remains on one
side only (a middle name, a legal form) hardly does.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from factcheck.values.habits import can_be, is_form
from factcheck.values.name import OrganisationName, PersonName
from factcheck.values.sound import sound

_LEET = str.maketrans("013457", "oleast")
_WORD_ALIKE = 0.76  # from here on two words are taken for one, misspelt
_PARTICLE_WEIGHT = 0.2
_SOUND, _FORM, _SHORT = 0.93, 0.935, 0.94  # words that sound alike, spellings of one given name, and its short forms
_HABIT = 0.6  # at least so likely is what a habit of naming explains
_TWICE_ODD = 0.45  # what a short form or a word left out takes off where another word is misspelt besides
_BOTH_LEFT, _ONE_LEFT = 0.9, 0.06  # what words without a counterpart take off, on both sides and on one
# Slips of the pen, the shortest word that may have so many, and how alike that leaves the two.
_SLIPS = ((1, 4, 0.85), (1, 3, 0.8), (2, 6, 0.8), (3, 10, 0.78))
_MOST_SLIPS = 3


@dataclass(frozen=True, slots=True)
class _Pairing:
    """Words of two names paired: how alike the pairs are by weight, and the weight left over on each side.

    `least` are how alike the pairs of whole words are, and `lone` the words without another.
    """

    alike: float
    paired: float
    left: float
    right: float
    pairs: int
    least: tuple[float, ...]
    lone: tuple[str, ...]


def person_score(a: PersonName, b: PersonName) -> float:
    """Return how likely two names of people were written for one person."""
    if not a.tokens or not b.tokens:
        return 0.0
    if a.is_same(b):
        return 1.0
    if (a.signs and b.signs) or a.is_of_another_generation(b):
        return 0.3  # one sign is a word: another sign is another name; and a son is not his father
    if sorted(a.tokens) == sorted(b.tokens):
        return 0.4  # "A bin B" is the son of "B bin A", or his father
    score = _words_score(a, b, _plain(a.tokens), _plain(b.tokens))
    if "-" in a.text + b.text:
        score = max(score, _words_score(a, b, _plain(a.words), _plain(b.words)))
    alone = 1 in (len(a.tokens), len(b.tokens))
    return score if alone or score >= _HABIT or not can_be(a, b) else _HABIT


def _words_score(a: PersonName, b: PersonName, mine: Sequence[str], theirs: Sequence[str]) -> float:
    joined = _alike("".join(mine), "".join(theirs))
    if 1 in (len(mine), len(theirs)) and joined >= _WORD_ALIKE and min(map(len, (*mine, *theirs))) > 1:
        return joined
    pairing = _pair(mine, theirs, lambda i, j: _name_alike(a, b, mine, theirs, (i, j)), _person_weight)
    if pairing.pairs == 0:
        return 0.0
    lone, extra = sorted((pairing.left, pairing.right))
    score = pairing.alike / pairing.paired - _BOTH_LEFT * min(1.0, lone / 0.6) - _ONE_LEFT * extra
    if pairing.pairs == 1 and extra > 0:
        score -= 0.25 + 0.05 * extra
    elif _is_twice_odd(a, b, pairing):
        score -= _TWICE_ODD
    return max(0.0, min(score, 0.99))


def _is_twice_odd(a: PersonName, b: PersonName, pairing: _Pairing) -> bool:
    """Tell whether a word is misspelt and another is a short form, or is left out: then they are mostly two people.

    A father's name is left out as often as not, and so are initials and particles.
    """
    misspelt = any(likeness < _SOUND for likeness in pairing.least)
    left_out = any(_person_weight(word) == 1 and word not in a.fathers | b.fathers for word in pairing.lone)
    return misspelt and (left_out or _SHORT in pairing.least)


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
    pairing = _pair(
        a.words, b.words, lambda i, j: _alike(a.words[i], b.words[j]), lambda word: 0.25 if word in generic else 1.0
    )
    if pairing.paired < 1:
        return 0.0
    lone, extra = sorted((pairing.left, pairing.right))
    score = pairing.alike / pairing.paired - _BOTH_LEFT * min(1.0, lone) - 0.35 * extra
    return max(0.0, min(score, 0.97))


def _plain(tokens: Sequence[str]) -> tuple[str, ...]:
    """Return a name's words without those said twice in a row, with figures that stand for letters put right.

    The servant's names are one word: Abd al-Aziz and Abdul Aziz.
    """
    words: list[str] = []
    for token in tokens:
        if words and words[-1] == "abd" and token in ("al", "el", "ul", "ur", "ar", "as", "us"):
            words[-1] = "abdul"
        elif not words or words[-1] != token:
            words.append(token.translate(_LEET) if any(map(str.isalpha, token)) else token)
    return tuple(words)


def _pair(
    a: Sequence[str], b: Sequence[str], alike: Callable[[int, int], float], weight: Callable[[str], float]
) -> _Pairing:
    """Pair the words that are most alike first, by their places; each word is used once."""
    ranked = sorted(
        ((alike(i, j), i, j) for i in range(len(a)) for j in range(len(b))), key=lambda row: (-row[0], row[1:])
    )
    pairs: dict[int, int] = {}
    total = paired = 0.0
    least: list[float] = []
    for likeness, i, j in ranked:
        if likeness < _WORD_ALIKE:
            break
        if i in pairs or j in pairs.values():
            continue
        pairs[i] = j
        share = max(weight(a[i]), weight(b[j]))
        total, paired = total + likeness * share, paired + share
        if min(len(a[i]), len(b[j])) > 1:
            least.append(likeness)
    left = {i: weight(x) for i, x in enumerate(a) if i not in pairs}
    right = {j: weight(y) for j, y in enumerate(b) if j not in pairs.values()}
    lone = (*(a[i] for i in left), *(b[j] for j in right))
    return _Pairing(total, paired, sum(left.values()), sum(right.values()), len(pairs), tuple(least), lone)


def _name_alike(a: PersonName, b: PersonName, mine: Sequence[str], theirs: Sequence[str], at: tuple[int, int]) -> float:
    """Compare two words of people's names: equal, initial, diminutive, or alike in letters or sound.

    An initial between other words is a middle name's, and stands for neither a first nor a last name.
    """
    x, y = mine[at[0]], theirs[at[1]]
    if x == y:
        return 1.0
    if 1 in (len(x), len(y)):
        return 0.85 if x[0] == y[0] and _is_inner(at[0], mine) == _is_inner(at[1], theirs) else 0.0
    if is_form(a, b, x, y):
        return _FORM if y in a.stands_for(x) and x in b.stands_for(y) else _SHORT
    if x in a.given and y in b.given:
        return 0.0
    return _alike(x, y)


def _is_inner(at: int, words: Sequence[str]) -> bool:
    return 0 < at < len(words) - 1


def _alike(x: str, y: str) -> float:
    """Compare two words: the same, the same in sound, or a slip or two apart for their length."""
    from rapidfuzz.distance import OSA

    if x == y:
        return 1.0
    if x.isdecimal() or y.isdecimal():
        return 0.0
    sound_x, sound_y = sound(x), sound(y)
    if sound_x == sound_y:
        return _SOUND
    shorter, slips = min(len(x), len(y)), OSA.distance(x, y, score_cutoff=_MOST_SLIPS)
    for slips_allowed, least, likeness in _SLIPS:
        if slips <= slips_allowed and shorter >= least and (slips == 1 or sound_x[0] == sound_y[0]):
            return likeness
    if slips <= 2 and shorter >= 4 and sound_x[0] == sound_y[0] and OSA.distance(sound_x, sound_y, score_cutoff=1) <= 1:
        return 0.82
    return 0.0


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
