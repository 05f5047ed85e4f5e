"""Mentions in running text: phrases in the sentences around their triggers, and rules' own patterns."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice

from factcheck.extract.compiled import CompiledRules, Hits
from factcheck.extract.page import Page, Span
from factcheck.extract.phrases import PhrasePattern, find
from factcheck.model import Mention

_MOST_MATCHES = 10_000  # of one pattern in one document


def in_prose(page: Page, hits: Hits, rules: CompiledRules) -> Iterator[Mention]:
    """Yield what the phrases find, sentence by sentence."""
    for sentence, phrases in hits.sentences.items():
        masked = page.masks(sentence)
        for of_rule in _by_rule(phrases):
            rule = of_rule[0].rule
            for match, value in find(of_rule, rules.unless[rule.id], masked(rule.reads)):
                span = sentence[0] + match.start, sentence[0] + match.end
                slots = dict(value.told) | match.slots
                yield page.mention(rule, span, value, sentence[0], "prose", within=sentence, slots=slots)


def by_regex(page: Page, rules: CompiledRules) -> Iterator[Mention]:
    """Yield what the rules' own patterns find; the group named `value` must hold a value of the kind.

    A pattern that stands nearly everywhere is nobody's meaning: only its first matches are looked at.
    """
    for rule, pattern in rules.regexes:
        group = pattern.groupindex["value"]
        for match in islice(pattern.finditer(page.text), _MOST_MATCHES):
            value = page.reader.read_line(match.group(group) or "", rule.kind)
            if value is not None:
                words = match.group().rstrip(" ,.;:(")
                span: Span = match.start(), match.start() + len(words)
                within = page.sentences.around(span[0]) or span
                slots = {name: said for name, said in match.groupdict().items() if said and name != "value"}
                if "who" not in slots or page.names_somebody(slots["who"]):
                    yield page.mention(rule, span, value, match.start(group), "prose", within=within, slots=slots)


def _by_rule(phrases: Iterable[PhrasePattern]) -> Iterable[list[PhrasePattern]]:
    by_rule: dict[str, list[PhrasePattern]] = defaultdict(list)
    for phrase in phrases:
        by_rule[phrase.rule.id].append(phrase)
    return by_rule.values()
