"""Text becomes tokens: numbers, words and signs, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Literal, NamedTuple

_TOKEN = re.compile(
    r"("
    # Bounded, so that a page of commas and figures is read in linear time.
    r"[0-9]{1,3}(?:,[0-9]{3}){1,9}(?!,?[0-9])(?:\.[0-9]+)?"  # 86,633.5
    r"|[0-9]{1,2}(?:,[0-9]{2}){1,9},[0-9]{3}(?!,?[0-9])(?:\.[0-9]+)?"  # 12,34,567
    r"|[0-9]+(?:\.[0-9]+)*"
    r")|([^\W\d_]+(?:'[^\W\d_]+)?)|([^\w\s]|[\u00b2\u00b3\u00bc-\u00be\u2150-\u215e])"
)
_KINDS = ("", "number", "word", "sign")
_LONGEST_NUMBER = 30  # characters; nothing is counted that far, and arithmetic on more of them overflows


class Token(NamedTuple):
    """One token: 0-based offsets, the lower-case text, `number`, `word` or `sign`, and the text as written.

    Figures that are too long for any number have no kind.
    """

    start: int
    end: int
    text: str
    kind: str
    written: str = ""


def tokenise(text: str) -> list[Token]:
    """Split folded text into tokens; white space and underscores are dropped."""
    return [_token(match) for match in _TOKEN.finditer(text)]


def _token(match: re.Match[str]) -> Token:
    start, end = match.span()
    written = match[0]
    kind = _KINDS[match.lastindex or 0]
    if kind == "number" and end - start > _LONGEST_NUMBER:
        kind = ""
    return Token(start, end, written.lower(), kind, written)


_Form = Literal[2, 4]  # places in a token: the lower-case text, and the text as written


class PhraseTable:
    """Phrases of one or several tokens and what each stands for; the longest match wins.

    With `case`, capitals count: "MW" is no "mW".
    """

    def __init__(self, phrases: Iterable[tuple[str, str]], *, case: bool = False) -> None:
        self._form: _Form = 4 if case else 2
        by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for phrase, meaning in phrases:
            words = tuple(token[self._form] for token in tokenise(phrase))
            by_first.setdefault(words[0], []).append((words[1:], meaning))
        self._by_first: Mapping[str, list[tuple[tuple[str, ...], str]]] = {
            first: sorted(rows, key=lambda row: -len(row[0])) for first, rows in by_first.items()
        }

    @property
    def starts(self) -> frozenset[str]:
        """The first word or sign of every phrase, lower case."""
        return frozenset(map(str.lower, self._by_first))

    def seconds(self, first: str) -> frozenset[str]:
        """The second words of the phrases that begin with a word."""
        return frozenset(rest[0] for rest, _ in self._by_first.get(first, ()) if rest)

    def match(self, tokens: list[Token], at: int) -> tuple[str, int] | None:
        """Return what the phrase at a token stands for, and the token after it."""
        form = self._form
        rows = self._by_first.get(tokens[at][form]) if at < len(tokens) else None
        if rows is None:
            return None
        for rest, meaning in rows:
            end = at + 1 + len(rest)
            if not rest or (end <= len(tokens) and all(tokens[at + 1 + i][form] == w for i, w in enumerate(rest))):
                return meaning, end
        return None


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
