"""A ruleset made ready to run: patterns, labels, and one automaton over all their triggers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from factcheck.extract.happenings import EventWording
from factcheck.extract.labels import Cell, cell_at, label_key
from factcheck.extract.page import Page, Span
from factcheck.extract.phrases import PhrasePattern, Wording
from factcheck.extract.trigger import Triggers
from factcheck.ruleset import Rule, Ruleset
from factcheck.ruleset.linear import own_pattern
from factcheck.ruleset.phrase import compile_phrase


@dataclass(frozen=True, slots=True)
class Hits:
    """Where a document is worth a closer look: labelled cells, and sentences with the phrases and events due there."""

    cells: dict[int, Cell] = field(default_factory=dict)
    sentences: dict[Span, dict[PhrasePattern, None]] = field(default_factory=lambda: defaultdict(dict))
    events: dict[Span, dict[EventWording, None]] = field(default_factory=lambda: defaultdict(dict))


class CompiledRules:
    """What extraction needs of the rules, by rule and by label. Patterns compile when first used."""

    def __init__(self, ruleset: Ruleset) -> None:
        self._rules = ruleset.rules
        self.phrases = self._patterns(lambda rule: rule.find.phrases)
        self.unless = self._patterns(lambda rule: rule.find.unless)
        self.items = self._patterns(lambda rule: rule.find.items)
        self.regexes = [(rule, own_pattern(source)) for rule in self._rules for source in rule.find.regex]
        self.with_cells = [rule for rule in self._rules if rule.find.cells]
        self.by_label: dict[str, list[Rule]] = defaultdict(list)
        for rule in self._rules:
            for label in dict.fromkeys(map(label_key, rule.find.labels)):
                self.by_label[label].append(rule)
        self._events = [
            EventWording(compile_phrase(words, {}), event, until_then)
            for event in ruleset.events
            for until_then, wordings in ((False, event.words), (True, event.until_then))
            for words in wordings
        ]
        self.not_events = {
            event.id: [Wording(compile_phrase(words, {})) for words in event.unless] for event in ruleset.events
        }
        self._triggers: Triggers[PhrasePattern | EventWording | None] = Triggers(self._literals())

    def hits(self, page: Page) -> Hits:
        """Scan a text once and return what was hit."""
        hits = Hits()
        for offset, phrase in self._triggers.scan(page.text):
            if phrase is not None:
                span = page.sentences.around(offset)
                if span is not None and isinstance(phrase, EventWording):
                    hits.events[span][phrase] = None
                elif span is not None and isinstance(phrase, PhrasePattern):
                    hits.sentences[span][phrase] = None
            elif (cell := cell_at(page.text, offset)) is not None and cell.label in self.by_label:
                hits.cells[cell.start] = cell
        return hits

    def _patterns(self, phrases: Callable[[Rule], Sequence[str]]) -> dict[str, list[PhrasePattern]]:
        return {
            rule.id: [
                PhrasePattern(compile_phrase(phrase, rule.slots, closed=bool(rule.counts)), rule)
                for phrase in phrases(rule)
            ]
            for rule in self._rules
        }

    def _literals(self) -> Iterator[tuple[str, PhrasePattern | EventWording | None]]:
        """Yield every trigger with its phrase or event, and a word of every label with None."""
        for wording in self._events:
            for trigger in wording.pattern.triggers:
                yield trigger, wording
        for phrases in self.phrases.values():
            for phrase in phrases:
                for trigger in phrase.pattern.triggers:
                    yield trigger, phrase
        for label in self.by_label:
            yield max(label.split(), key=len), None
