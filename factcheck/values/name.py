"""Names of people: when two spellings are one, when they can be one person, when only look alike.

String distance alone cannot tell (measured: Andy/Andrew Cohen 82, but Andrew/Andrea Cohen 92), so
identity rests on exact keys first and then on named habits: order, diminutives, initials,
a missing middle name. Likeness of letters never decides; it only softens a contradiction.
"""

from __future__ import annotations

from dataclasses import dataclass

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

    def is_same(self, other: PersonName) -> bool:
        """Tell whether both are spellings of one name: spacing, order, case, transliteration."""
        return self.squashed == other.squashed or sorted(self.tokens) == sorted(other.tokens)

    def can_be(self, other: PersonName) -> str:
        """Return why the two can be one person, or nothing."""
        if not self.tokens or not other.tokens:
            return ""
        if len(self.tokens) == 1 or len(other.tokens) == 1:
            return _single(self, other)
        if self.tokens[-1] != other.tokens[-1]:
            return ""
        mine, theirs = self.tokens[0], other.tokens[0]
        if mine == theirs:
            return "" if _middles_differ(self, other) else "one leaves out a middle name"
        return self._short_for(other) or other._short_for(self) or _initial(mine, theirs)

    def _short_for(self, other: PersonName) -> str:
        mine, theirs = self.tokens[0], other.tokens[0]
        if theirs in dict(self.full).get(mine, frozenset()):
            return f"{mine.title()} is short for {theirs.title()}"
        return ""

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
    if a[0] == b[0] and 1 in (len(a), len(b)) and a != b:
        return f"{min(a, b, key=len).upper()}. can stand for {max(a, b, key=len).title()}"
    return ""
