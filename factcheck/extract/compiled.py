"""A ruleset made ready to run: patterns, labels, and one automaton over all their literals."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from factcheck.extract.happenings import EventWording
from factcheck.extract.labels import Cell, cell_at, label_key
from factcheck.extract.page import Page, Span
from factcheck.extract.phrases import PhrasePattern, Wording
from factcheck.extract.trigger import Hit, Literal, Triggers, plain, text_of
from factcheck.ruleset import Rule, Ruleset
from factcheck.ruleset.linear import own_pattern
from factcheck.ruleset.phrase import compile_phrase

Worded = TypeVar("Worded", bound=Wording)


@dataclass(frozen=True, slots=True)
class Hits:
    """Where a window of a document is worth a closer look: labelled cells, sentences with what is due there."""

    cells: dict[int, Cell] = field(default_factory=dict)
    sentences: dict[Span, list[PhrasePattern]] = field(default_factory=dict)
    events: dict[Span, list[EventWording]] = field(default_factory=dict)


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
        self.events = [
            EventWording(compile_phrase(words, {}), event, until_then)
            for event in ruleset.events
            for until_then, wordings in ((False, event.words), (True, event.until_then))
            for words in wordings
        ]
        self.not_events = {
            event.id: [Wording(compile_phrase(words, {})) for words in event.unless] for event in ruleset.events
        }
        labels = [(f" {max(label.split(), key=len)}", "") for label in self.by_label]
        phrases = [phrase for of_rule in self.phrases.values() for phrase in of_rule]
        wordings = (*phrases, *self.events)
        needed = ((each, word.reads) for word in wordings for any_of in word.pattern.needs for each in sorted(any_of))
        self._triggers = Triggers((*labels, *needed))
        numbers = self._triggers.numbers
        self._labels = frozenset(map(numbers.__getitem__, labels))
        self._due = _Due(phrases, numbers)
        self._due_events = _Due(self.events, numbers)

    @property
    def literals(self) -> list[str]:
        """The words that the scan looks for, as they stand in texts in lower case."""
        return sorted({text_of(literal) for literal in self._triggers.numbers})

    def hits(self, page: Page, window: Span) -> Hits:
        """Scan a window of a text and return what was hit."""
        hits = Hits()
        found = self._triggers.scan(page.text, window, page.reader.may_begin)
        for offset, number in found:
            if number in self._labels:
                cell = cell_at(page.text, offset)
                if cell is not None and cell.label in self.by_label:
                    hits.cells[cell.start] = cell
        for of_block in page.sentences.by_block(found):
            if self._due.among(of_block) or self._due_events.among(of_block):
                for sentence, of_sentence in page.sentences.by_sentence(of_block):
                    if phrases := self._due.among(of_sentence):
                        hits.sentences[sentence] = phrases
                    if events := self._due_events.among(of_sentence):
                        hits.events[sentence] = events
        return hits

    def _patterns(self, phrases: Callable[[Rule], Sequence[str]]) -> dict[str, list[PhrasePattern]]:
        return {
            rule.id: [
                PhrasePattern(compile_phrase(phrase, rule.slots, closed=bool(rule.counts)), rule)
                for phrase in phrases(rule)
            ]
            for rule in self._rules
        }


class _Due(Generic[Worded]):
    """Which of some wordings may stand where literals do: those of whose every set of literals one is there."""

    def __init__(self, wordings: Sequence[Worded], numbers: Mapping[Literal, int]) -> None:
        self._wordings = wordings
        self._bits = [1 << number for number in range(len(numbers))]
        self._needs: list[tuple[int, ...]] = []
        self._found_by: dict[int, list[int]] = defaultdict(list)
        for place, wording in enumerate(wordings):
            first, *others = (
                [numbers[plain((each, wording.reads))] for each in any_of] for any_of in wording.pattern.needs
            )
            self._needs.append(tuple(sum(self._bits[number] for number in any_of) for any_of in others))
            for number in first:
                self._found_by[number].append(place)

    def among(self, hits: Iterable[Hit]) -> list[Worded]:
        """Return the wordings that are due, in their order."""
        there = 0
        due: set[int] = set()
        for _, number in hits:
            bit = self._bits[number]
            if not there & bit:
                there |= bit
                due.update(self._found_by.get(number, ()))
        needs = self._needs
        return [self._wordings[place] for place in sorted(due) if all(there & each for each in needs[place])]
