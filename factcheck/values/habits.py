"""Habits of naming: why two different names can be one person's, and when they only look alike.

String distance alone cannot tell (measured: Andy/Andrew Cohen 82, but Andrew/Andrea Cohen 92), so what two names
have in common must be a habit that has a name: diminutives, initials, names left out or added, other names of one
bearer, letters that an encoding lost. Likeness of letters or of sound never decides; it only softens a contradiction.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from factcheck.values.name import PersonName
from factcheck.values.sound import sound

Words = tuple[str, ...]
LOST = "?"  # stands for a letter that was lost
_ARTICLES = frozenset({"al", "el"})
_INITIALS = re.compile(r"[b-df-hj-np-tv-xz]{2,3}")  # what nobody can say is no given name
# Shorter words are a letter apart by chance: of the words in 4,163 names of film people nine in ten of three letters
# have another within one letter (Wei/Mei, Don/Ron), and a pair of them is six times as often that near as one of four.
_TYPO_LENGTH = 4
_LETTERS_FOR_LOST = 2  # at most so many letters stood where one was lost: "ß" is "ss"


def can_be(a: PersonName, b: PersonName) -> str:
    """Return why the two can be one person, or nothing; the same from both sides."""
    if not a.tokens or not b.tokens or a.is_of_another_generation(b):
        return ""
    if a.signs and b.signs:
        return "{} and {} sound alike".format(*sorted((a.text, b.text))) if a.squashed == b.squashed else ""
    if lost := _letters_lost(a, b):
        return lost
    if 1 in (len(a.tokens), len(b.tokens)):
        return _single(a, b) or _also_known(a, b)
    why = _of_one_family(a, b, a.tokens, b.tokens)
    if not why and (len(a.words) > len(a.tokens) or len(b.words) > len(b.tokens)):
        why = _of_one_family(a, b, a.words, b.words)
    return why or _also_known(a, b)


def is_near(a: PersonName, b: PersonName) -> str:
    """Return why the two look like a misspelling of one another, or nothing.

    A slip of letters is one oddity, a diminutive or a name left out another: with both at once they are mostly two
    people (Joan Collins Carey and John Carney, Michael Katz and Mike Karz).
    """
    if a.is_of_another_generation(b) or not a.tokens or not b.tokens:
        return ""
    short, long = (a, b) if len(a.tokens) <= len(b.tokens) else (b, a)
    if (len(short.tokens) == 1) != (len(long.tokens) == 1):
        return ""
    heard = _aligned(short, long, lambda x, y: x == y or is_form(short, long, x, y) or _sounds_like(short, long, x, y))
    if not heard and not (_full_words(a) == _full_words(b) and _aligned(short, long, _misspelt(short, long))):
        return ""
    first, second = sorted((a.text, b.text))
    return f"{first} and {second} differ by a letter" if _is_slip(a, b) else f"{first} and {second} are spelt alike"


def is_form(a: PersonName, b: PersonName, mine: str, theirs: str) -> bool:
    """Tell whether two given names are forms of one: Andy and Andrew, Aleksandr and Alexander, Bob and Bobby."""
    if theirs in a.stands_for(mine) or mine in b.stands_for(theirs):
        return True
    stem = min(len(mine), len(theirs)) - 1
    return mine[:stem] == theirs[:stem] and _share(a, b, mine, theirs)


def _share(a: PersonName, b: PersonName, mine: str, theirs: str) -> bool:
    """Tell whether two short forms can stand for one name; Ted and Eddie for Edward, though not often one man's."""
    return not a.stands_for(mine).isdisjoint(b.stands_for(theirs))


def _also_known(a: PersonName, b: PersonName) -> str:
    if not a.known_as or b.squashed not in a.known_as:
        return ""
    return "{} is also known as {}".format(*sorted((a.text, b.text)))


def _single(a: PersonName, b: PersonName) -> str:
    short, long = (a, b) if len(a.tokens) == 1 else (b, a)
    return f"{short.text} can be short for {long.text}" if short.tokens[0] in long.tokens else ""


def _of_one_family(a: PersonName, b: PersonName, mine: Words, theirs: Words) -> str:
    """Return how two names with one surname, or with a further one, can be one person's."""
    if mine[-1] == theirs[-1]:
        return _called(a, b, mine[:-1], theirs[:-1])
    short, long = sorted((mine, theirs), key=len)
    size = len(short)
    if 1 in (size, len(short[-1])) or len(long) == size or long[size - 1] != short[-1]:
        return ""
    if {short[-1]} <= a.given & b.given and long[size] not in _ARTICLES:
        return ""  # "Michael James" and "Michael James Smith"
    return "one has a further surname" if _called(a, b, mine[: size - 1], theirs[: size - 1]) else ""


def _called(a: PersonName, b: PersonName, mine: Words, theirs: Words) -> str:
    """Return how the names before one surname can be one person's: one left out, a form, an initial."""
    short, long = sorted((mine, theirs), key=len)
    if not short:
        return ""
    if len(short[0]) > 1 and _within(short, long, str.__eq__):
        return "one leaves out a middle name" if short[0] == long[0] else "one leaves out a first name"
    if not _within(short[1:], long[1:], lambda x, y: x == y or bool(_initial(x, y))):
        return _initials(short, long)
    if mine[0] == theirs[0]:
        return "one leaves out a middle name"
    return _form_of(a, b, mine[0], theirs[0]) or _initials(short, long) or _initial(mine[0], theirs[0])


def _form_of(a: PersonName, b: PersonName, mine: str, theirs: str) -> str:
    """Return how one given name is a form of the other, or both of a third."""
    if not is_form(a, b, mine, theirs):
        return ""
    is_short, is_long = theirs in a.stands_for(mine), mine in b.stands_for(theirs)
    first, second = sorted((mine.title(), theirs.title()))
    if is_short and is_long:
        return f"{first} and {second} are forms of one name"
    if not is_short and not is_long:
        return f"{first} and {second} can both stand for {min(a.stands_for(mine) & b.stands_for(theirs)).title()}"
    short, long = (mine, theirs) if is_short else (theirs, mine)
    return f"{short.title()} is short for {long.title()}"


def _initial(a: str, b: str) -> str:
    """Return why one word can be the initial of the other, or initials that begin with it: J. or JK of Joanne."""
    short, long = sorted((a, b), key=len)
    if short[0] != long[0] or len(short) == len(long):
        return ""
    if len(short) == 1:
        return f"{short.upper()}. can stand for {long.title()}"
    initials = _INITIALS.fullmatch(short) and not _INITIALS.fullmatch(long)
    return f"{short.upper()} can stand for {long.title()}" if initials else ""


def _initials(short: Words, long: Words) -> str:
    """Return why one word can be the initials of several: JC of Jean-Claude."""
    if len(short) != 1 or len(long) < 2 or short[0] != "".join(word[0] for word in long):
        return ""
    return f"{short[0].upper()} can stand for {' '.join(long).title()}"


def _within(short: Iterable[str], long: Iterable[str], alike: Callable[[str, str], bool]) -> bool:
    """Tell whether all words of one name stand in the other, in their order."""
    rest = iter(long)
    return all(any(alike(word, other) for other in rest) for word in short)


def _aligned(short: PersonName, long: PersonName, alike: Callable[[str, str], bool]) -> bool:
    """Tell whether the first and the last words of two names are alike, and all those between of the shorter."""
    ends = alike(short.tokens[-1], long.tokens[-1]) and alike(short.tokens[0], long.tokens[0])
    return ends and _within(short.tokens[1:-1], long.tokens[1:-1], lambda x, y: alike(x, y) or bool(_initial(x, y)))


def _full_words(name: PersonName) -> int:
    return sum(len(word) > 1 for word in name.tokens)


def _sounds_like(a: PersonName, b: PersonName, x: str, y: str) -> bool:
    from rapidfuzz.distance import OSA

    most = (
        max(len(x), len(y)) // 2
    )  # letters by which spellings of one sound differ; far cheaper than to sound them out
    if OSA.distance(x, y, score_cutoff=most) > most:
        return False
    return _can_be_slip(a, b, x, y) and sound(x) == sound(y)


def _misspelt(a: PersonName, b: PersonName) -> Callable[[str, str], bool]:
    """Compare words of two names: spellings of one, or a letter apart."""
    from rapidfuzz.distance import OSA

    def alike(x: str, y: str) -> bool:
        if x == y or (y in a.stands_for(x) and x in b.stands_for(y)) or _sounds_like(a, b, x, y):
            return True
        return _can_be_slip(a, b, x, y) and OSA.distance(x, y, score_cutoff=1) <= 1

    return alike


def _can_be_slip(a: PersonName, b: PersonName, x: str, y: str) -> bool:
    """Tell whether words are long enough to be one misspelt, and not two names in their own right."""
    if x in a.given and y in b.given and not _share(a, b, x, y):
        return False
    return min(len(x), len(y)) >= _TYPO_LENGTH


def _is_slip(a: PersonName, b: PersonName) -> bool:
    from rapidfuzz.distance import OSA

    return OSA.distance(a.squashed, b.squashed, score_cutoff=1) <= 1


def _letters_lost(a: PersonName, b: PersonName) -> str:
    """Return how the names differ only by letters that an encoding lost: Fran?ois for Francois."""
    if len(a.tokens) != len(b.tokens) or not any(LOST in word for word in a.tokens + b.tokens):
        return ""
    pairs = zip(a.tokens, b.tokens, strict=True)
    if not all(x == y or _fits(x, y) or _fits(y, x) for x, y in pairs):
        return ""
    damaged = sorted(name.text for name in (a, b) if LOST in name.squashed)
    return f"letters are lost in {' and '.join(damaged)}"


def _fits(damaged: str, word: str) -> bool:
    """Tell whether a word can be what a damaged one was, most of whose letters are left."""
    if LOST not in damaged or 2 * damaged.count(LOST) > len(damaged):
        return False
    ends = {0}
    for letter in damaged:
        if letter == LOST:
            ends = {end + more for end in ends for more in range(_LETTERS_FOR_LOST + 1)}
        else:
            ends = {end + 1 for end in ends if word[end : end + 1] == letter}
    return len(word) in ends
