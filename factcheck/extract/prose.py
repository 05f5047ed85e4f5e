"""Mentions in running text: phrases in the sentences around their triggers, and rules' own patterns."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from factcheck.extract.compiled import CompiledRules, Hits
from factcheck.extract.page import Page, Span
from factcheck.extract.phrases import PhrasePattern, find
from factcheck.model import Mention
from factcheck.ruleset import Rule
from factcheck.ruleset.linear import Compiled

_MOST_MATCHES = 10_000  # of one pattern in one document


def in_prose(page: Page, hits: Hits, rules: CompiledRules) -> Iterator[Mention]:
    """Yield what the phrases find, sentence by sentence."""
    for sentence, phrases in hits.sentences.items():
        masked = page.masks(sentence)
        for of_rule in _by_rule(phrases):
            rule = of_rule[0].rule
            for match, value in find(of_rule, rules.unless[rule.id], masked(rule)):
                span = sentence[0] + match.start, sentence[0] + match.end
                slots = dict(value.told) | match.slots
                yield page.mention(rule, span, value, sentence[0], "prose", within=sentence, slots=slots)


class OwnPatterns:
    """What the rules' own patterns find in a document, taken window by window.

    The group named `value` must hold a value of the kind. A pattern that stands nearly everywhere is nobody's meaning:
    only its first matches are looked at.
    """

    def __init__(self, page: Page, rules: CompiledRules) -> None:
        self._page = page
        encoded = page.text.encode() if rules.regexes else b""  # once, and not by every pattern
        self._matches = [
            (rule, _Ahead(islice(_matches(pattern, encoded), _MOST_MATCHES))) for rule, pattern in rules.regexes
        ]

    def before(self, last: int) -> Iterator[Mention]:
        """Yield the mentions that begin before an offset and were not yet told."""
        for rule, matches in self._matches:
            for match in matches.before(last):
                if (mention := self._mention(rule, match)) is not None:
                    yield mention

    def _mention(self, rule: Rule, match: _Match) -> Mention | None:
        page, said = self._page, dict(match.said)
        value = rule.read_line(page.reader, said.pop("value", ""))
        if value is None or ("who" in said and not page.names_somebody(said["who"])):
            return None
        span: Span = match.start, match.start + len(match.words.rstrip(" ,.;:("))
        within = page.sentences.around(span[0]) or span
        return page.mention(rule, span, value, match.value, "prose", within=within, slots=said)


class _Match(NamedTuple):
    """Where a pattern stands in a text and where its value does, its words, and what its groups hold."""

    start: int
    value: int
    words: str
    said: dict[str, str]


def _matches(pattern: Compiled, encoded: bytes) -> Iterator[_Match]:
    """Yield where a pattern stands in a text, which is given in UTF-8; offsets are those of the text."""
    groups: dict[str, int] = pattern.groupindex
    at = place = 0
    for match in pattern.finditer(encoded):
        place, at = place + len(encoded[at : match.start()].decode()), match.start()
        said = {name: words.decode() for name in groups if (words := match.group(groups[name]))}
        value = max(at, match.start(groups["value"]))
        yield _Match(place, place + len(encoded[at:value].decode()), match.group().decode(), said)


class _Ahead:
    """Matches in order, of which the next is known before it is taken."""

    def __init__(self, matches: Iterator[_Match]) -> None:
        self._matches = matches
        self._next: _Match | None = None

    def before(self, last: int) -> Iterator[_Match]:
        """Yield the matches that begin before an offset."""
        while (match := self._next or next(self._matches, None)) is not None:
            self._next = match
            if match.start >= last:
                return
            self._next = None
            yield match


def _by_rule(phrases: Iterable[PhrasePattern]) -> Iterable[list[PhrasePattern]]:
    by_rule: dict[str, list[PhrasePattern]] = defaultdict(list)
    for phrase in phrases:
        by_rule[phrase.rule.id].append(phrase)
    return by_rule.values()
