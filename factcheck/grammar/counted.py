"""What a number counts: the noun behind it, "24 people", "59 registered users", "one of the students"."""

from __future__ import annotations

from factcheck.grammar.language import Language
from factcheck.grammar.numeral import YEARS, Number, quantity
from factcheck.grammar.tokens import Token, adjacent, hyphen, is_sign, text_at
from factcheck.values.reading import Quantity

_MOST_WORDS = 4
_FAR = 12  # tokens, in which the noun of a suspended hyphen must come
_COMPOUNDED = ("word", "number")
_CODES = range(2, 6)  # letters of an abbreviation


class CountedReader:
    """Reads the noun that a number counts, with the words that say which kind of it is meant."""

    def __init__(self, language: Language) -> None:
        words = language.units.counted
        self._words = words
        self._numbers = language.numbers.cardinals
        self._joiners = language.numbers.joiners | language.numbers.to | {",", "-"}
        self._plurals = sorted(words.plurals.items(), key=lambda pair: -len(pair[0]))
        self._endings = tuple(words.plurals)
        self._possessive = language.units.possessive

    def read(self, tokens: list[Token], number: Number, at: int) -> tuple[Quantity, int] | None:
        """Return the count whose noun begins behind a number, and the token after it."""
        if looks_like_a_year(tokens, number) or _is_share(number):
            return None
        whole = self._after_of(tokens, at)
        if is_sign(tokens, at, "-") and adjacent(tokens, at):
            noun = self._compound(tokens, number) if hyphen(tokens, at) else None
            noun = noun or self._suspended(tokens, at)
        elif number.value == 1 and whole == at:
            noun = self._single(tokens, at)
        else:
            noun = self.noun(tokens, whole)
        return None if noun is None else (quantity("number", number, noun[0]), noun[1])

    def noun(self, tokens: list[Token], at: int) -> tuple[str, int] | None:
        """Return the singular of the plural noun that begins at a token: "registered user" for "registered users".

        Where there is no plural, a noun may still stand before another: the "page" of "a 12 page paper".
        """
        before: list[str] = []
        end = at
        while len(before) < _MOST_WORDS and (word := self._word(tokens, end)) is not None:
            text, end = word
            singular = "" if self._possessive and text.endswith(self._possessive) else self.singular(text)
            if singular:
                return " ".join((*before, singular)), end
            if text.lower() not in self._words.fillers and not text.endswith(self._words.not_nouns):
                before.append(text)
        if before and (before[0] in self._words.attributive or self._is_code(tokens, before, end)):
            return before[0], at + 1
        return None

    def _is_code(self, tokens: list[Token], words: list[str], end: int) -> bool:
        """Tell whether the only word is an abbreviation in capitals, like the PS of "300 PS"."""
        closes = end >= len(tokens) or tokens[end].kind == "sign"
        return closes and len(words) == 1 and len(words[0]) in _CODES and words[0].isupper()

    def singular(self, word: str) -> str:
        """Return the singular of a plural noun, nothing for any other word."""
        if word.lower() in self._words.irregular:
            return self._words.irregular[word.lower()]
        if len(word) < 4 or not word.endswith(self._endings) or word.endswith(self._words.not_plural):
            return ""
        stems = ((word.removesuffix(ending), end) for ending, end in self._plurals if word.endswith(ending))
        return next((stem + end for stem, end in stems if len(stem) > 1), "")

    def _single(self, tokens: list[Token], at: int) -> tuple[str, int] | None:
        """Return the singular noun behind "one", with the adjectives before it: "local store"."""
        before: list[str] = []
        while len(before) < _MOST_WORDS and (word := self._word(tokens, at)) is not None:
            text, end = word
            if text.endswith(self._words.not_nouns):
                return None
            if before and self.singular(text):
                break  # "one proposal asks": a verb
            at = end
            if text == text.lower() and not text.endswith(self._words.adjectives):
                return " ".join((*before, self.singular(text) or text)), at
            before.append(text)
        return (" ".join(before), at) if before and before[-1] == before[-1].lower() else None

    def _compound(self, tokens: list[Token], number: Number) -> tuple[str, int] | None:
        """Return the noun of "six-cylinder"; "one-off" and "one-time" count nothing."""
        at = number.end + 1
        if at >= len(tokens) or tokens[at].kind != "word" or tokens[at].text in self._words.not_counted:
            return None
        return None if number.value == 1 or number.step < 1 else (tokens[at].written, at + 1)

    def _suspended(self, tokens: list[Token], at: int) -> tuple[str, int] | None:
        """Return the noun that the hyphen of "four-, five- and six-cylinder" waits for; it is not in the span."""
        end = at
        while end < min(at + _FAR, len(tokens)) and self._is_between(tokens[end]):
            end += 1
        waits = end < len(tokens) and tokens[end].kind == "word" and hyphen(tokens, end - 1)
        return (tokens[end].written, at) if waits else None

    def _is_between(self, token: Token) -> bool:
        return token.kind == "number" or token.text in self._numbers or token.text in self._joiners

    def _after_of(self, tokens: list[Token], at: int) -> int:
        """Return the token after the "of the" of "one of the students"."""
        partitive = text_at(tokens, at) in self._words.of and text_at(tokens, at + 1) in self._words.determiners
        return at + 2 if partitive else at

    def _word(self, tokens: list[Token], at: int) -> tuple[str, int] | None:
        """Return the word at a token, compounds whole, and the token after it; None where it ends what is counted."""
        if not 0 < at < len(tokens) or tokens[at].kind != "word" or tokens[at].start != tokens[at - 1].end + 1:
            return None
        if tokens[at].text in self._words.not_counted or tokens[at].text in self._numbers:
            return None
        text, end = tokens[at].written, at + 1
        while hyphen(tokens, end) and tokens[end + 1].kind in _COMPOUNDED:  # "COVID-19 tests"
            text, end = f"{text}-{tokens[end + 1].written}", end + 2
        return text, end


def _is_share(number: Number) -> bool:
    """Tell whether a number is a part of a whole: two thirds of the voters are not 0.67 voters."""
    return number.in_words and number.step < 1 and number.value is not None and number.value < 1


def looks_like_a_year(tokens: list[Token], number: Number) -> bool:
    """Tell whether a number looks like a year: "2018 sales" are the sales of one, "2000 people" are people."""
    last = number.value if number.upto is None else number.upto
    return last in YEARS and number.step == 1 and not number.in_words and tokens[number.end - 1].text == str(last)
