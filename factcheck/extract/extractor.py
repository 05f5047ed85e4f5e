"""The stage itself: compiled once for a ruleset, then run over any number of documents."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from factcheck.extract.labels import Cell, bare_cells, cell_at, label_key, title_cells
from factcheck.extract.mask import Masked
from factcheck.extract.phrases import Match, PhrasePattern, find
from factcheck.extract.sentences import Sentences
from factcheck.extract.subjects import Subjects
from factcheck.extract.trigger import Triggers
from factcheck.grammar import Found, Reader
from factcheck.model import Document, Mention, Qualifiers, Subject
from factcheck.ruleset import Rule, Ruleset
from factcheck.ruleset.phrase import compile_phrase


@dataclass(frozen=True, slots=True)
class _Label:
    """The trigger of a label."""


_LABEL = _Label()
_WHOLE = 0.8  # share of an unlabelled cell that its value must fill


class Extractor:
    """Finds mentions by a ruleset; the patterns are compiled when first needed."""

    def __init__(self, ruleset: Ruleset) -> None:
        self._ruleset = ruleset
        self._reader = Reader(ruleset.language)
        self._phrases = self._compiled(lambda rule: rule.find.phrases)
        self._unless = self._compiled(lambda rule: rule.find.unless)
        self._items = self._compiled(lambda rule: rule.find.items)
        self._labels: dict[str, list[Rule]] = defaultdict(list)
        for rule in ruleset.rules:
            for label in dict.fromkeys(map(label_key, rule.find.labels)):
                self._labels[label].append(rule)
        self._cell_rules = [rule for rule in ruleset.rules if rule.find.cells]
        self._triggers: Triggers[PhrasePattern | _Label] = Triggers(
            [
                *(
                    (trigger, phrase)
                    for phrases in self._phrases.values()
                    for phrase in phrases
                    for trigger in phrase.pattern.triggers
                ),
                *((max(label.split(), key=len), _LABEL) for label in self._labels),
            ]
        )

    def _compiled(self, phrases: Callable[[Rule], Sequence[str]]) -> dict[str, list[PhrasePattern]]:
        return {
            rule.id: [PhrasePattern(rule, compile_phrase(phrase, rule.slots)) for phrase in phrases(rule)]
            for rule in self._ruleset.rules
        }

    def mentions(self, document: Document) -> tuple[Mention, ...]:
        """Return everything that the rules find in a document, in the order of the text."""
        sentences = Sentences(document)
        subjects = Subjects(document, self._reader, self._ruleset.subjects)
        by_sentence: dict[tuple[int, int], list[PhrasePattern]] = defaultdict(list)
        cells: dict[int, Cell] = {}
        for offset, trigger in self._triggers.scan(document.folded):
            if isinstance(trigger, _Label):
                cell = cell_at(document.folded, offset)
                if cell is not None and cell.label in self._labels:
                    cells[cell.start] = cell
            elif (span := sentences.around(offset)) is not None and trigger not in by_sentence[span]:
                by_sentence[span].append(trigger)
        found = [
            *self._in_cells(document, cells, subjects),
            *self._in_prose(document, by_sentence, subjects),
        ]
        return tuple(sorted(_once(found), key=lambda mention: (mention.start, mention.rule, mention.end)))

    def _in_prose(
        self, document: Document, by_sentence: dict[tuple[int, int], list[PhrasePattern]], subjects: Subjects
    ) -> Iterator[Mention]:
        for span, phrases in by_sentence.items():
            text = document.folded[span[0] : span[1]]
            masks: dict[str, Masked] = {}

            def mask(kind: str, text: str = text, masks: dict[str, Masked] = masks) -> Masked:
                if kind not in masks:
                    masks[kind] = Masked(text, self._reader.find(text, kind))
                return masks[kind]

            by_rule: dict[str, list[PhrasePattern]] = defaultdict(list)
            for phrase in phrases:
                by_rule[phrase.rule.id].append(phrase)
            for id, of_rule in by_rule.items():
                for match, value in find(of_rule, self._unless[id], mask):
                    yield self._mention(document, of_rule[0].rule, span, match, value, subjects)

    def _mention(
        self,
        document: Document,
        rule: Rule,
        span: tuple[int, int],
        match: Match,
        value: Found,
        subjects: Subjects,
    ) -> Mention:
        start, end = span[0] + match.start, span[0] + match.end
        subject = subjects.of(rule.about, span, start, match.slots.get("who"))
        return Mention(
            rule.id,
            start,
            end,
            value.reading,
            "prose",
            subject,
            self._qualifiers(rule, match.slots),
            _caveats(document, start, sure=subject.sure),
        )

    def _qualifiers(self, rule: Rule, slots: dict[str, str]) -> Qualifiers:
        found = dict(rule.set)
        for name, kind in rule.qualify.items():
            words = " ".join(slots.get(name, "").split()).casefold()
            if not words:
                continue
            if kind == "ordinal":
                found[name] = str(self._reader.ordinal(words) or "")
            elif kind == "name":
                found[name] = words
            else:
                assert isinstance(kind, dict)
                groups = (group for group, each in kind.items() if words in (w.casefold() for w in each))
                found[name] = next(groups, words)
        return tuple(sorted((name, value) for name, value in found.items() if value))

    def _in_cells(self, document: Document, cells: dict[int, Cell], subjects: Subjects) -> Iterator[Mention]:
        lines: set[int] = set()
        for cell in cells.values():
            for rule in self._labels[cell.label]:
                yield from self._from_cell(document, rule, cell, subjects)
            line = document.folded.rfind("\n", 0, cell.start)
            if line not in lines:
                lines.add(line)
                yield from self._bare(document, list(bare_cells(document.folded, cell.start)), subjects)
        for block in document.blocks[:1]:
            yield from self._bare(
                document, list(title_cells(document.folded, block.start, block.end)), subjects
            )

    def _bare(self, document: Document, cells: list[Cell], subjects: Subjects) -> Iterator[Mention]:
        for cell in cells:
            for rule in self._cell_rules:
                words = document.folded[cell.value_start : cell.value_end]
                value = self._reader.read_line(words, rule.kind)
                if value is not None and value.end - value.start >= _WHOLE * len(words):
                    yield from self._from_cell(document, rule, cell, subjects)

    def _from_cell(self, document: Document, rule: Rule, cell: Cell, subjects: Subjects) -> Iterator[Mention]:
        words = document.folded[cell.value_start : cell.value_end]
        subject = subjects.of(rule.about, (cell.start, cell.value_end), cell.start, None)
        caveats = _caveats(document, cell.start, sure=subject.sure)
        if rule.find.items:
            yield from self._from_items(document, rule, cell, subject, caveats)
            return
        value = self._reader.read_line(words, rule.kind)
        if value is not None:
            end = cell.value_start + value.end
            yield Mention(
                rule.id,
                cell.start,
                end,
                value.reading,
                cell.form,
                subject,
                self._qualifiers(rule, {}),
                caveats,
            )

    def _from_items(
        self, document: Document, rule: Rule, cell: Cell, subject: Subject, caveats: tuple[str, ...]
    ) -> Iterator[Mention]:
        """Read a list such as "Sundance 2012, Berlin Film Festival 2012", item by item."""
        at = cell.value_start
        for part in document.folded[cell.value_start : cell.value_end].split(","):
            masked = Masked(part, self._reader.find(part, rule.kind))
            for match, value in find(self._items[rule.id], (), lambda _, masked=masked: masked):  # type: ignore[misc]
                start, end = at + match.start, at + match.end
                qualifiers = self._qualifiers(rule, match.slots)
                yield Mention(rule.id, start, end, value.reading, cell.form, subject, qualifiers, caveats)
            at += len(part) + 1


def _caveats(document: Document, offset: int, *, sure: bool) -> tuple[str, ...]:
    """Return why a claim at this place cannot make an error by itself."""
    aside = any(b.part == "aside" and b.start <= offset < b.end for b in document.blocks)
    return (*(("boilerplate",) if aside else ()), *(() if sure else ("inferred_subject",)))


def _once(mentions: list[Mention]) -> list[Mention]:
    """Leave out a mention whose words lie within another of the same rule: a label's line is no prose."""
    kept: list[Mention] = []
    for each in sorted(mentions, key=lambda mention: (mention.rule, mention.start, -mention.end)):
        last = kept[-1] if kept else None
        if last is not None and last.rule == each.rule and each.start < last.end:
            continue
        kept.append(each)
    return kept
