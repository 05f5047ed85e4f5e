"""Numbers that count nothing: parts of names and codes, scores, labels, addresses."""

from __future__ import annotations

from factcheck.grammar.amount import Amount
from factcheck.grammar.figures import figures
from factcheck.grammar.language import Language
from factcheck.grammar.tokens import Token, adjacent, hyphen, is_sign, text_at

_MOST_WORDS = 5  # of a street's name


class NamedNumbers:
    """Tells which bare numbers are names. With `everything` also those that a rule's own words could make a count."""

    def __init__(self, language: Language, *, everything: bool) -> None:
        self._everything = everything
        self._endings = language.dates.ordinal_endings
        self._labels = language.units.labels
        self._streets = language.units.streets
        self._numbered_names = language.units.numbered_names
        self._articles = language.numbers.articles
        self._not_counted = language.units.counted.not_counted
        self._none = language.units.counted.none
        self._pronouns = language.units.counted.pronouns

    def hold(self, tokens: list[Token], at: int, amount: Amount) -> bool:
        """Tell whether the count that begins at a token is part of a name, a score, or a pronoun."""
        if self._everything and _is_of_code(tokens, at):
            return True
        if tokens[at].kind != "number":
            return self._everything and self._is_pronoun(tokens, at, amount)
        if in_a_name(tokens, at) or (self._everything and self._is_in_a_title(tokens, at)):
            return True
        if not amount.bare:
            return False
        ordinal = adjacent(tokens, at + 1) and text_at(tokens, at + 1) in self._endings
        return ordinal or (self._everything and self._is_label(tokens, at, amount))

    def _is_in_a_title(self, tokens: list[Token], at: int) -> bool:
        """Tell whether figures are a name's, whatever stands behind: "S&P 500 companies", "the Nikkei 225 rose"."""
        return text_at(tokens, at - 1) in self._numbered_names or _is_behind_initials(tokens, at)

    def _is_pronoun(self, tokens: list[Token], at: int, amount: Amount) -> bool:
        """Tell whether a number word counts nothing: "the one who", "no one", "a third-party audit"."""
        one = tokens[at].text in self._pronouns
        if one and text_at(tokens, at - 1) in self._none:
            return True
        if not amount.bare:
            return False
        if one and amount.end == at + 1:
            return _is_word(tokens, at - 1) or _is_word(tokens, at + 1)
        part = amount.number.step < 1 and tokens[at].text in self._articles
        after = amount.end + hyphen(tokens, amount.end)
        return part and _is_word(tokens, after) and tokens[after].text not in self._not_counted

    def _is_label(self, tokens: list[Token], at: int, amount: Amount) -> bool:
        """Tell whether figures are a label's, a code's or an address's: "Part 3", "ASX 200", "12X", "9 High St"."""
        if text_at(tokens, at - 1) in self._labels:
            return True
        after = at + 1
        if amount.end != after:
            return False
        if adjacent(tokens, after) and tokens[after].written[:1].isupper():
            return True
        if tokens[at].text.isdecimal() and (_is_behind_capitals(tokens, at) or _ends_a_name(tokens, at)):
            return True
        while after < min(at + _MOST_WORDS, len(tokens)) and self._is_of_address(tokens, after):
            if tokens[after].text in self._streets:
                return True
            after += 1
        return False

    def _is_of_address(self, tokens: list[Token], at: int) -> bool:
        """Tell whether a token can be a part of a street's name: "Station Road", "E 71st St"."""
        number = tokens[at].kind == "number" or (adjacent(tokens, at) and tokens[at].text in self._endings)
        return number or (tokens[at].kind == "word" and tokens[at].written[0].isupper())


def _is_behind_capitals(tokens: list[Token], at: int) -> bool:
    """Tell whether figures stand behind capitals: "ASX 200"."""
    capitals = _is_word(tokens, at - 1) and tokens[at - 1].written.isupper() and len(tokens[at - 1].text) > 1
    return capitals or _is_behind_initials(tokens, at)


def _is_behind_initials(tokens: list[Token], at: int) -> bool:
    """Tell whether figures stand behind single capitals: "S&P 500 companies"."""
    if not (_is_word(tokens, at - 1) and tokens[at - 1].written.isupper() and at > 1):
        return False
    before = tokens[at - 2].written
    return len(tokens[at - 1].text) == 1 and (before == "&" or (len(before) == 1 and before.isupper()))


def _ends_a_name(tokens: list[Token], at: int) -> bool:
    """Tell whether figures close a name within a sentence, with nothing counted behind them: "Apollo 11"."""
    if not (_is_word(tokens, at - 1) and tokens[at - 1].written.istitle()):
        return False
    starts = at < 2 or is_sign(tokens, at - 2, ".!?:;\"'-")
    follows = at + 1 < len(tokens) and tokens[at + 1].kind == "word" and not tokens[at + 1].written.istitle()
    return not starts and not follows


def _is_of_code(tokens: list[Token], at: int) -> bool:
    """Tell whether figures with a hyphen right before them follow capitals: "COVID -19"."""
    sign = at if is_sign(tokens, at, "-") else at - 1
    hyphened = is_sign(tokens, sign, "-") and adjacent(tokens, sign + 1)
    return hyphened and _is_word(tokens, sign - 1) and tokens[sign - 1].written.isupper()


def in_a_name(tokens: list[Token], at: int) -> bool:
    """Tell whether figures are part of a name or a score: "XC40", "TA-35", "2-1"."""
    if adjacent(tokens, at) and tokens[at - 1].kind == "word":
        return True
    stuck = is_sign(tokens, at - 1, "-") and adjacent(tokens, at) and adjacent(tokens, at - 1)
    if stuck and at > 1 and tokens[at - 2].kind in ("word", "number"):
        return True
    score = hyphen(tokens, at + 1) and at + 2 < len(tokens) and tokens[at + 2].kind == "number"
    return bool(score) and _plain(tokens[at].text) >= _plain(tokens[at + 2].text)


def _is_word(tokens: list[Token], at: int) -> bool:
    return 0 <= at < len(tokens) and tokens[at].kind == "word"


def _plain(text: str) -> float:
    read = figures(text)
    return 0 if read is None else read[0]
