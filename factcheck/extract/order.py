"""The order of events: "arrested, and his studio subsequently demolished" puts two events in order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from factcheck.extract.compiled import CompiledRules, Hits
from factcheck.extract.happenings import Happening, clear_between, happenings
from factcheck.extract.mask import Masked
from factcheck.extract.page import Page, Span
from factcheck.grammar.ordering import Ordering
from factcheck.model import BESIDE, UNKNOWN, Mention
from factcheck.ruleset.linear import Compiled, compile_re2
from factcheck.ruleset.phrase import NAME, VALUE, SlotPattern, compile_phrase, slot_of_words
from factcheck.values import Precedence

_LONGEST = 1_500  # characters of a sentence; what is longer is a list or a table
_MOST_WORDS = 12  # between two events that one connective joins
_BEFORE, _BEHIND = 5, 2  # words before and behind two events that may deny one of them
_WORD = re.compile(r"[^\s,;:.!?()\"]+")
_MORE = rf"(?:,?\s+[^\s.;:!?()|{VALUE}]*[^\s.;:!?()|,{VALUE}]){{0,{_MOST_WORDS}}}?,?"
_OWN = rf"(?:\s+[^\s.;:!?()|,{VALUE}]+){{0,{_MOST_WORDS}}}?"
_SHORT = 5  # fillers and names between a connective and its event

Pair = tuple[Happening, Happening]


class Connectives:
    """A language's phrases for the order of events, compiled when a sentence tells of two."""

    def __init__(self, ordering: Ordering) -> None:
        self._ordering = ordering

    @cached_property
    def _patterns(self) -> list[Compiled]:
        fillers, determiners = (
            slot_of_words(words).source for words in (self._ordering.fillers, self._ordering.determiners)
        )
        unit = rf"(?:(?:{determiners})(?:\s+[^\s.;:!?()|,{VALUE}]+)?|{fillers}|{NAME}(?:'s?)?)"
        slots = {
            "first": SlotPattern(VALUE),
            "then": SlotPattern(VALUE),
            "between": SlotPattern(_OWN),
            "joined": SlotPattern(_MORE),
            "clause": SlotPattern(rf"{unit}(?:\s+{unit}){{0,{_SHORT}}}"),
        }
        return [compile_re2(compile_phrase(phrase, slots).source) for phrase in self._ordering.says]

    def pairs(self, sentence: str, found: Sequence[Happening]) -> list[Pair]:
        """Return the neighbouring events that the sentence puts in order, the earlier one first.

        A pair that two connectives put in both orders is left out.
        """
        masked = Masked(sentence, found)
        pairs = (pair for pattern in self._patterns for pair in self._told(pattern, masked, found))
        told = {(first.start, then.start): (first, then) for first, then in pairs}
        return [told[one, other] for one, other in sorted(told) if (other, one) not in told]

    def _told(self, pattern: Compiled, masked: Masked[Happening], found: Sequence[Happening]) -> Iterator[Pair]:
        match = pattern.search(masked.text)
        while match is not None:
            first, then = (masked.value_at(match.start(pattern.groupindex[name])) for name in ("first", "then"))
            if self._sure(pattern, match, masked) and clear_between(found, first.start, then.start):
                yield first, then
            match = pattern.search(masked.text, match.start(1) + 1)

    def _sure(self, pattern: Compiled, match: Compiled, masked: Masked[Happening]) -> bool:
        """Tell whether nothing in the match opens another clause where none may, and nothing denies an event."""
        for name, closed in (("between", self._ordering.apart), ("joined", self._ordering.turned)):
            if name in pattern.groupindex and closed.intersection(_words(match.group(name) or "")):
                return False
        before = _words(masked.text[: match.start(1)])[-_BEFORE:]
        behind = _words(masked.text[match.end(1) :])[:_BEHIND]
        words = [*before, *_words(match.group(1)), *behind]
        return not any(word in self._ordering.untold or word.endswith("n't") for word in words)


def in_order(page: Page, hits: Hits, rules: CompiledRules, connectives: Connectives) -> Iterator[Mention]:
    """Yield the order of events as sentences tell it."""
    for sentence, wordings in hits.events.items():
        if len({wording.event.id for wording in wordings}) > 1 and sentence[1] - sentence[0] <= _LONGEST:
            text = page.text[slice(*sentence)]
            found = happenings(text, wordings, rules.not_events)
            if len({each.event.id for each in found}) > 1:
                yield from _mentions(page, sentence, connectives.pairs(text, found))


def _mentions(page: Page, sentence: Span, pairs: Iterable[Pair]) -> Iterator[Mention]:
    """Yield each pair of different events once; what goes on until an event is never the earlier of two."""
    by_events: dict[tuple[str, str], Pair] = {}
    for first, then in pairs:
        if first.event.id != then.event.id and not first.until_then:
            by_events.setdefault((first.event.id, then.event.id), (first, then))
    for first, then in by_events.values():
        one, other = sorted((first, then), key=lambda each: each.event.id)
        subject, beside = (page.subject(e.event.about, sentence, sentence[0] + e.start, e.who) for e in (one, other))
        if UNKNOWN in (subject.name, beside.name):
            continue
        start, end = sentence[0] + min(first.start, then.start), sentence[0] + max(first.end, then.end)
        yield Mention(
            rule=one.event.id,
            start=start,
            end=end,
            reading=Precedence(first.event.id, then.event.id),
            form="prose",
            subject=subject,
            qualifiers=((BESIDE, other.event.id),),
            caveats=page.caveats(start, subject, beside),
            beside=beside,
        )


def _words(text: str) -> list[str]:
    return _WORD.findall(text)
