"""Names of people: when two spellings are one, when they can be one person, when only look alike.

String distance alone cannot tell (measured: Andy/Andrew Cohen 82, but Andrew/Andrea Cohen 92), so
identity rests on exact keys first and then on named habits: order, diminutives, initials,
a missing middle name. Likeness of letters never decides; it only softens a contradiction.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_SIGNS = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_FATHERS = frozenset({"bin", "ibn", "bint", "ben"})
_INITIALS = re.compile(r"[b-df-hj-np-tv-xz]{2,3}")  # what nobody can say is no given name
_TYPO_LENGTH = 4  # shorter words are too easily one letter apart by chance


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name in comparable form.

    `tokens` are the transliterated, casefolded words without titles and suffixes, in their
    order; `full` maps a diminutive among them to the given names it can stand for; `given`
    holds the tokens that are well-known given names in full.
    """

    text: str
    tokens: tuple[str, ...]
    full: tuple[tuple[str, frozenset[str]], ...] = ()
    given: frozenset[str] = frozenset()

    @property
    def squashed(self) -> str:
        """All the letters in order: Ai Wei Wei and Ai WeiWei are one."""
        return "".join(self.tokens)

    @property
    def signs(self) -> str:
        """The name's Chinese, Japanese or Korean signs; nothing where it is written in letters."""
        return "".join(_SIGNS.findall(self.text))

    def is_same(self, other: PersonName) -> bool:
        """Tell whether both are spellings of one name: spacing, order, case, transliteration.

        Two names in signs must be the same signs, or variants of them; their sound is not enough.
        """
        if self.signs and other.signs and self.signs != other.signs:
            return False
        if self.squashed == other.squashed:
            return True
        return sorted(self.tokens) == sorted(other.tokens) and not self._turns_father_into_son(other)

    def _turns_father_into_son(self, other: PersonName) -> bool:
        """Tell whether order matters and differs: "A bin B" is not "B bin A"."""
        if _FATHERS.isdisjoint(self.tokens):
            return False
        twice = self.tokens + self.tokens
        turned = (twice[i : i + len(self.tokens)] for i in range(len(self.tokens)))
        return other.tokens not in turned

    def can_be(self, other: PersonName) -> str:
        """Return why the two can be one person, or nothing."""
        if not self.tokens or not other.tokens:
            return ""
        if self.signs and other.signs:
            return f"{self.text} and {other.text} sound alike" if self.squashed == other.squashed else ""
        if len(self.tokens) == 1 or len(other.tokens) == 1:
            return _single(self, other)
        if self.tokens[-1] != other.tokens[-1] or _middles_differ(self, other):
            return ""
        mine, theirs = self.tokens[0], other.tokens[0]
        if mine == theirs:
            return "one leaves out a middle name"
        return self._form_of(other) or _initial(mine, theirs)

    def _form_of(self, other: PersonName) -> str:
        """Return how one given name is a form of the other: Andy of Andrew, Alexander of Aleksandr."""
        mine, theirs = self.tokens[0], other.tokens[0]
        is_short = theirs in dict(self.full).get(mine, ())
        is_long = mine in dict(other.full).get(theirs, ())
        if is_short and is_long:
            return " and ".join(sorted((mine.title(), theirs.title()))) + " are forms of one name"
        short, long = (mine, theirs) if is_short else (theirs, mine)
        return f"{short.title()} is short for {long.title()}" if is_short or is_long else ""

    def is_near(self, other: PersonName) -> str:
        """Return why the two look like a misspelling of one another, or nothing."""
        from rapidfuzz.distance import OSA

        if len(self.tokens) != len(other.tokens):
            return ""
        for a, b in zip(self.tokens, other.tokens, strict=True):
            if a == b:
                continue
            both_known = a in self.given and b in other.given
            if both_known or min(len(a), len(b)) < _TYPO_LENGTH or OSA.distance(a, b, score_cutoff=1) > 1:
                return ""
        first, second = sorted((self.text, other.text))
        return f"{first} and {second} differ by a letter"


def _single(a: PersonName, b: PersonName) -> str:
    short, long = (a, b) if len(a.tokens) == 1 else (b, a)
    return f"{short.text} can be short for {long.text}" if short.tokens[0] in long.tokens else ""


def _middles_differ(a: PersonName, b: PersonName) -> bool:
    """Tell whether both have middle names that contradict each other."""
    pairs = zip(a.tokens[1:-1], b.tokens[1:-1], strict=False)
    return any(x != y and not _initial(x, y) for x, y in pairs)


def _initial(a: str, b: str) -> str:
    """Return why one word can be the initial of the other, or initials that begin with it: J. or JK of Joanne."""
    short, long = sorted((a, b), key=len)
    if short[0] != long[0] or len(short) == len(long):
        return ""
    if len(short) == 1:
        return f"{short.upper()}. can stand for {long.title()}"
    initials = _INITIALS.fullmatch(short) and not _INITIALS.fullmatch(long)
    return f"{short.upper()} can stand for {long.title()}" if initials else ""


@dataclass(frozen=True, slots=True)
class OrganisationName:
    """An organisation's name in comparable form.

    `words` are the transliterated, casefolded words without articles and legal form; `form` is
    the legal form's short name, `numbers` the numbers that tell two series apart, and `generic`
    the words among `words` that many names share.
    """

    text: str
    words: tuple[str, ...]
    form: str = ""
    numbers: tuple[str, ...] = ()
    generic: frozenset[str] = frozenset()
