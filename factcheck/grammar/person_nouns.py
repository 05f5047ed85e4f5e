"""Who persons are said to be: their nouns in the singular, and their names."""

from __future__ import annotations

import re
from collections.abc import Mapping

from factcheck.grammar.counted import CountedReader
from factcheck.grammar.language import Language
from factcheck.grammar.names import NameReader
from factcheck.grammar.person_asides import AsideReader
from factcheck.grammar.tokens import Token, adjacent, hyphen, is_sign, text_at

_FARTHEST = 12  # tokens between what counts and its noun
_GAP = 3  # characters of white space between words: a wrapped line may end in a space
_SHORTEST = 6  # characters of a name in capitals
_SENTENCES = re.compile(r"[a-z]{2}\.[A-Z]")

Names = Mapping[int, tuple[int, str]]  # of the token that each name begins with: the token after it, and the name
Noun = tuple[str, int]  # in the singular, and the token after it


class PersonNouns:
    """Finds nouns and names of persons among tokens."""

    def __init__(self, language: Language, names: NameReader, asides: AsideReader) -> None:
        self._words = language.persons
        self._names = names
        self._asides = asides
        self._never = language.names.never
        self._titles = language.names.titles
        self._cardinals = language.numbers.cardinals
        self._not_counted = language.units.counted.not_counted
        self.counted = CountedReader(language)

    def named(self, text: str, tokens: list[Token]) -> Names:
        """Return the names of people in a text, by their tokens; a title belongs to the name behind it."""
        starts = {token.start: i for i, token in enumerate(tokens)}
        named: dict[int, tuple[int, str]] = {}
        for start, end in self._names.find(text):
            first = starts.get(start)
            if first is None or not self._is_name(text[start:end]):
                continue
            last = first
            while last < len(tokens) and tokens[last].start < end:
                last += 1
            title = first - 1 - is_sign(tokens, first - 1, ".")
            named[first] = last, text[start:end]
            if text_at(tokens, title) in self._titles:
                named[title] = named[first]
        return named

    def _is_name(self, words: str) -> bool:
        """Tell a name from a place, a body, an abbreviation, and two sentences with no space between."""
        if (words.isupper() and len(words) < _SHORTEST) or _SENTENCES.search(words):
            return False
        return not any(self._is_no_name(word.lower().rstrip(".").split("'")[0]) for word in words.split())

    def _is_no_name(self, word: str) -> bool:
        known = self._words.not_names | self._words.nouns | self._words.pronouns
        return word in known or word.title() in self._never or bool(self.plural(word))

    def after(self, tokens: list[Token], at: int, *, plural: bool) -> Noun | None:
        """Return the noun of persons that begins at a token, with the words before it: "off-duty police officer"."""
        found: Noun | None = None
        here = at
        while here < min(len(tokens), at + _FARTHEST):
            if (age := self._asides.age(tokens, here, plural=plural)) is not None:
                found, here = ("", age), age
                continue
            if not self._goes_on(tokens, here):
                break
            noun = self.plural(tokens[here].text) if plural else self._singular(tokens[here].text)
            here += 1
            if noun and not hyphen(tokens, here):
                found = noun, here
            elif found is not None and found[0]:
                break  # "a man police know": the noun has been told
            here += hyphen(tokens, here)
        return found

    def _goes_on(self, tokens: list[Token], at: int) -> bool:
        """Tell whether a word may stand before the noun: no verb, no number, and nothing between it and the last."""
        word = tokens[at]
        begins = hyphen(tokens, at + 1)  # "off-duty"
        if word.kind != "word" or (word.text in self._not_counted and not begins) or word.text in self._cardinals:
            return False
        return at == 0 or adjacent(tokens, at) or word.start <= tokens[at - 1].end + _GAP

    def plural(self, word: str) -> str:
        """Return the singular of a plural noun of persons, nothing for any other word."""
        singular = self._words.same.get(word) or self.counted.singular(word)
        known = singular in self._words.nouns or singular in self._words.plural_only
        return singular if known else ""

    def _singular(self, word: str) -> str:
        return word if word in self._words.nouns or word in self._words.pairs else ""
