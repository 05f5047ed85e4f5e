"""Text becomes tokens: numbers, words and signs, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Generic, Literal, NamedTuple, TypeVar

_TOKEN = re.compile(  # words first, since most tokens are
    r"([^\W\d_]+(?:'[^\W\d_]+)?)|([^\w\s]|[\u00b2\u00b3\u00bc-\u00be\u2150-\u215e])|("
    # Bounded, so that a page of commas and figures is read in linear time.
    r"[0-9]{1,3}(?:,[0-9]{3}){1,9}(?!,?[0-9])(?:\.[0-9]+)?"  # 86,633.5
    r"|[0-9]{1,2}(?:,[0-9]{2}){1,9},[0-9]{3}(?!,?[0-9])(?:\.[0-9]+)?"  # 12,34,567
    r"|[0-9]+(?:\.[0-9]+)*"
    r")"
)
_KINDS = ("", "word", "sign")
_NUMBER = 3  # the group of figures
_LONGEST_NUMBER = 30  # characters; nothing is counted that far, and arithmetic on more of them overflows


# What figures are told by among the words that something begins with: those of a day, those of a year, all others.
_DAY, _YEAR, _OTHER = "0", "0000", "0.0"
DAY_FIGURES, YEAR_FIGURES = frozenset({_DAY}), frozenset({_YEAR})
FIGURES = frozenset({_DAY, _YEAR, _OTHER})
_YEAR_LENGTH = 4


KEY = 5  # the place of a token's key


class Token(NamedTuple):
    """One token: 0-based offsets, the lower-case text, `number`, `word` or `sign`, and the text as written.

    Figures that are too long for any number have no kind. The `key` is the text, and one of FIGURES for a number.
    """

    start: int
    end: int
    text: str
    kind: str
    written: str
    key: str


def tokenise(text: str) -> list[Token]:
    """Split folded text into tokens; white space and underscores are dropped."""
    return [
        # As Token(…) does, without the call in between: much of the time of reading goes by here.
        tuple.__new__(
            Token,
            (match.start(), match.end(), low := (word := match[0]).lower(), _KINDS[group], word, low)
            if (group := match.lastindex or 0) != _NUMBER
            else (match.start(), match.end(), match[0], *_figures(match[0])),
        )
        for match in _TOKEN.finditer(text)
    ]


def next_keys(text: str, at: int) -> tuple[str, str]:
    """Return the keys of the two tokens behind an offset; nothing where there is none."""
    first = _TOKEN.search(text, at)
    second = None if first is None else _TOKEN.search(text, first.end())
    return _key(first), _key(second)


def _key(match: re.Match[str] | None) -> str:
    if match is None:
        return ""
    return _figures(match[0])[2] if match.lastindex == _NUMBER else match[0].lower()


def _figures(written: str) -> tuple[str, str, str]:
    """Return the kind, the text and the key of figures."""
    if len(written) <= 2:
        return "number", written, _DAY
    if len(written) == _YEAR_LENGTH and written.isdecimal():
        return "number", written, _YEAR
    return ("number", written, _OTHER) if len(written) <= _LONGEST_NUMBER else ("", written, written)


T = TypeVar("T")
_Form = Literal[2, 4]  # places in a token: the lower-case text, and the text as written


class _Node(Generic[T]):
    """A place in a tree of phrases: the words that go on, and what the phrase that ends here stands for."""

    __slots__ = ("meaning", "words")

    def __init__(self) -> None:
        self.words: dict[str, _Node[T]] = {}
        self.meaning: T | None = None


class PhraseTable(Generic[T]):
    """Phrases of one or several tokens and what each stands for; the longest match wins.

    With `case`, capitals count: "MW" is no "mW".
    """

    def __init__(self, phrases: Iterable[tuple[str, T]], *, case: bool = False) -> None:
        self._form: _Form = 4 if case else 2
        self._root: _Node[T] = _Node()
        for phrase, meaning in phrases:
            node = self._root
            for token in tokenise(phrase):
                node = node.words.setdefault(token[self._form], _Node())
            node.meaning = meaning if node.meaning is None else node.meaning

    @property
    def starts(self) -> frozenset[str]:
        """The first word or sign of every phrase, lower case."""
        return frozenset(map(str.lower, self._root.words))

    @property
    def never_alone(self) -> frozenset[str]:
        """The first words that are no phrase by themselves."""
        return frozenset(word.lower() for word, node in self._root.words.items() if node.meaning is None)

    @property
    def second(self) -> frozenset[str]:
        """Every word that stands second in a phrase."""
        return frozenset(word.lower() for node in self._root.words.values() for word in node.words)

    def seconds(self, first: str) -> frozenset[str]:
        """The second words of the phrases that begin with a word."""
        node = self._root.words.get(first)
        return frozenset() if node is None else frozenset(node.words)

    def match(self, tokens: list[Token], at: int) -> tuple[T, int] | None:
        """Return what the phrase at a token stands for, and the token after it."""
        form = self._form
        node = self._root.words.get(tokens[at][form]) if at < len(tokens) else None
        if node is None:
            return None
        found = None if node.meaning is None else (node.meaning, at + 1)
        for i in range(at + 1, len(tokens)) if node.words else ():
            node = node.words.get(tokens[i][form])
            if node is None:
                break
            if node.meaning is not None:
                found = node.meaning, i + 1
        return found


def adjacent(tokens: list[Token], at: int) -> bool:
    """Tell whether nothing stands between a token and the one before it."""
    return 0 < at < len(tokens) and tokens[at - 1].end == tokens[at].start


def is_sign(tokens: list[Token], at: int, signs: str) -> bool:
    """Tell whether the token is one of these signs."""
    return 0 <= at < len(tokens) and tokens[at].kind == "sign" and tokens[at].text in signs


def hyphen(tokens: list[Token], at: int) -> bool:
    """Tell whether the token is a hyphen within a compound; one with spaces around it is a dash."""
    return is_sign(tokens, at, "-") and adjacent(tokens, at) and adjacent(tokens, at + 1)


def text_at(tokens: list[Token], at: int) -> str:
    """Return the token's text, nothing where there is no token."""
    return tokens[at].text if 0 <= at < len(tokens) else ""
