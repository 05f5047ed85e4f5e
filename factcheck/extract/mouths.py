"""Whose words they are: what is quoted, said by somebody, alleged, planned or asked in running text.

The words are those of the language file. What governs a value is told by simple marks of news copy (who said it stands
before "said" or behind a comma at the sentence's end), with no parser.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from typing import NamedTuple

from factcheck.grammar.telling import Mouths

Span = tuple[int, int]
_QUOTE = re.compile(r'"')
_MAY_END = re.compile(r"[.!?] ?[\r\n]")
_SINGLE = re.compile(r"(?<![\w'])'(?=[^\W\d])[^'\"]{2,600}(?:'(?=\w)[^'\"]{1,600}){0,4}[.,!?]'(?!\w)")
_OPENS_AFTER = re.compile(r"[\s(\[:>-]")
_THEN = re.compile(r":\s")
_CLAUSE = re.compile(r"[.,;:()?!]")
_BEHIND = re.compile(r"[,\"'][ ](?P<who>[^,;:\"]{0,60})$")
_END = re.compile(r"[^,.;:]{0,60}(?:[.,;]|$)")
_WORD = re.compile(r"\s*\"?([^\W_]+)")
_REACH = 5  # words, within which "reportedly" or "may have" is about what follows
_NEAR = 200  # characters that are looked at
_OBJECT = 2  # words of whom somebody told it
_MANY = 1_000  # sentences, and blocks, of which it is remembered what was found in them
_FEW = 3  # verbs of saying before or behind a value that are looked at


class _Sentence(NamedTuple):
    """A sentence with where its verbs of saying stand, and whether it names a source."""

    start: int
    text: str
    said: list[Span]
    told: bool


class Wordings:
    """The words of a language by which others are let speak, as patterns; made once for many documents."""

    def __init__(self, words: Mouths) -> None:
        self.said = _one_of(words.said)
        that = _one_of(words.that)
        far = rf"(?=(?:[ ][^\s,;:]+){{0,5}}?[ ]{that.pattern})"
        self.said_that = re.compile(_one_of(words.said_that).pattern + far, re.IGNORECASE)
        self.either = _one_of((*words.said, *words.said_that))
        self.that = _one_of(words.that)
        self.sources = _one_of(words.sources)
        self.near = {
            "alleged": _one_of(words.alleged),
            "planned": _one_of(words.planned),
            "asked": _one_of(words.asked),
        }
        self.adverbials, self.complements = frozenset(words.adverbials), frozenset(words.complements)


class Speech:
    """Tells why what stands in a document's sentences may not be its own word; each is looked at once."""

    def __init__(self, text: str, original: str, words: Wordings) -> None:
        self._text, self._original, self._words = text, original, words
        self._sentences: dict[Span, _Sentence] = {}
        self._quotes: dict[Span, list[Span]] = {}

    def caveats(self, block: Span, sentence: Span, mention: Span, value: Span) -> Iterable[str]:
        """Yield why the words of a mention may not be the document's own; all places are offsets of the text."""
        here = self._sentence(sentence)
        asks = "?" in here.text[mention[1] - here.start :][:_NEAR]
        near = self._around(here, mention)
        for caveat, pattern in self._words.near.items():
            if (caveat == "asked" and asks) or pattern.search(near):
                yield caveat
        if self._in_quotes(block, value):
            yield "quoted"
        elif here.told or self._before(here, mention) or self._behind(here, mention):
            yield "attributed"

    def _sentence(self, span: Span) -> _Sentence:
        if span not in self._sentences:
            if len(self._sentences) >= _MANY:
                self._sentences.clear()
            text = self._text[slice(*span)]
            said = [each.span() for each in self._words.either.finditer(text)]
            told = self._words.sources.search(text) is not None
            self._sentences[span] = _Sentence(span[0], text, said, told)
        return self._sentences[span]

    def _around(self, sentence: _Sentence, mention: Span) -> str:
        """Return a mention with the words before it, as far as its clause goes, and two behind it."""
        first, last = mention[0] - sentence.start, mention[1] - sentence.start
        before = _CLAUSE.split(sentence.text[max(0, first - _NEAR) : first])[-1].split()[-_REACH:]
        behind = _CLAUSE.split(sentence.text[last : last + _NEAR])[0].split()[:2]
        return " ".join((*before, sentence.text[max(0, first) : last], *behind))

    def _before(self, sentence: _Sentence, mention: Span) -> bool:
        """Tell whether somebody "said" the value: a verb before it that no quotation precedes, nor "after" follows."""
        first = mention[0] - sentence.start
        number = bisect_left(sentence.said, (first, first))
        for start, end in sentence.said[max(0, number - _FEW) : number]:
            between = sentence.text[end:first][:_NEAR]
            if end > first or sentence.text[:start].rstrip().endswith('"'):
                continue
            if not self._governs(sentence.text, start, end):
                continue
            if self._begins(sentence.text, end) or _THEN.search(between) or self._words.that.search(between):
                return True
        return False

    def _begins(self, text: str, at: int) -> bool:
        """Tell whether a statement can begin right behind a verb: no comma, and not "after", "on" or "in"."""
        word = _WORD.match(text, at)
        return word is not None and word[1].lower() not in self._words.adverbials

    def _governs(self, text: str, start: int, end: int) -> bool:
        """Tell whether a verb can take what follows: "said" does, "confirmed" only with "that"."""
        return (
            self._words.said.fullmatch(text, start, end) is not None
            or self._words.said_that.match(text, start) is not None
        )

    def _behind(self, sentence: _Sentence, mention: Span) -> bool:
        """Tell whether ", police said." or ", said police." stands behind the value."""
        last = mention[1] - sentence.start
        number = bisect_left(sentence.said, (last, last))
        for start, end in sentence.said[number : number + _FEW]:
            comma = _BEHIND.search(sentence.text, max(last, start - _NEAR), start)
            rest = _END.match(sentence.text, end)
            if comma is None or rest is None:
                continue
            words = re.findall(r"\w+", rest[0].lower())
            first = words[0] if words else ""
            inverted = not comma["who"].strip()
            if first not in self._words.complements and (
                inverted or len(words) <= _OBJECT or first in self._words.adverbials
            ):
                return True
        return False

    def _in_quotes(self, block: Span, value: Span) -> bool:
        if block not in self._quotes:
            if len(self._quotes) >= _MANY:
                self._quotes.clear()
            self._quotes[block] = sorted(self._quotations(*block))
        quotes = self._quotes[block]
        number = bisect_left(quotes, value)
        return any(value[1] <= end for _, end in quotes[max(0, number - _FEW) : number])

    def _quotations(self, first: int, last: int) -> Iterable[Span]:
        """Yield what stands between quotation marks in a block; one that begins it may be left open to its end."""
        opened: int | None = None
        for mark in _QUOTE.finditer(self._text, first, last):
            at = mark.start()
            sign = self._original[at]
            opens = at == first or _OPENS_AFTER.match(self._text[at - 1]) is not None
            if opened is None or sign in "\u201c\u201e\u00ab":
                opened = at if opens or sign in "\u201c\u201e\u00ab" else None
            else:
                yield opened, at
                opened = None
        if opened is not None and not self._text[first:opened].strip(" -*_>"):
            ends = _MAY_END.search(self._text, opened, last)  # pages of a PDF tell no paragraphs apart
            yield opened, last if ends is None else ends.start()
        for single in _SINGLE.finditer(self._text, first, last):
            yield single.span()


def _one_of(words: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern for any of the words, longest first; for none at all, one that is nowhere."""
    each = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{each})(?!\w)" if each else r"(?!)", re.IGNORECASE)
