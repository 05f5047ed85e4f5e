"""Names of people and of organisations in comparable form, and when two spellings are one name."""

from __future__ import annotations

import re
from dataclasses import dataclass

_SIGNS = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
FATHERS = frozenset({"bin", "ibn", "bint", "ben"})  # son or daughter of


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name in comparable form.

    `tokens` are the transliterated, casefolded words without titles and suffixes, in their
    order, with a question mark for each letter that was lost; `words` are the same with the
    parts of hyphened ones apart. `full` maps a diminutive among them to the given names it can
    stand for; `given` holds the tokens that are well-known given names. `generation` tells
    father and son apart: "i" for a senior, "ii" for a junior, "iii". `fathers` are
    tokens that name the bearer's father: Vladimirovich. `known_as` are the letters of the bearer's other names.
    """

    text: str
    tokens: tuple[str, ...]
    full: tuple[tuple[str, frozenset[str]], ...] = ()
    given: frozenset[str] = frozenset()
    words: tuple[str, ...] = ()
    generation: str = ""
    fathers: frozenset[str] = frozenset()
    known_as: frozenset[str] = frozenset()

    @property
    def key(self) -> str:
        """What readings are made of: the tokens in their order, and the generation."""
        return " ".join((*self.tokens, self.generation)).rstrip()

    @property
    def squashed(self) -> str:
        """All the letters in order: Ai Wei Wei and Ai WeiWei are one."""
        return "".join(self.tokens)

    @property
    def signs(self) -> str:
        """The name's Chinese, Japanese or Korean signs; nothing where it is written in letters."""
        return "".join(_SIGNS.findall(self.text))

    def stands_for(self, word: str) -> frozenset[str]:
        """Return the given names that one of its tokens can stand for: Andy for Andrew and Andreas."""
        return next((names for token, names in self.full if token == word), frozenset())

    def is_same(self, other: PersonName) -> bool:
        """Tell whether both are spellings of one name: spacing, order, case, transliteration.

        Two names in signs must be the same signs, or variants of them; their sound is not enough.
        """
        if self.signs and other.signs and self.signs != other.signs:
            return False
        if self.is_of_another_generation(other):
            return False
        if self.tokens == other.tokens:
            return True
        squashed = other.squashed
        if len(self.squashed) != len(squashed):
            return False
        if any("".join(turned) == squashed for turned in _turns(self.tokens)):
            return True
        return sorted(self.tokens) == sorted(other.tokens) and not self._turns_father_into_son(other)

    def is_of_another_generation(self, other: PersonName) -> bool:
        """Tell whether both say which of a family's namesakes they are, and differ."""
        return bool(self.generation and other.generation and self.generation != other.generation)

    def _turns_father_into_son(self, other: PersonName) -> bool:
        """Tell whether order matters and differs: "A bin B" is not "B bin A"."""
        return not FATHERS.isdisjoint(self.tokens) and other.tokens not in _turns(self.tokens)


def _turns(tokens: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Return the orders in which the words that begin a name move behind the others: Joon-ho Bong, Bong Joon Ho."""
    return [tokens[at:] + tokens[:at] for at in range(len(tokens))]


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
