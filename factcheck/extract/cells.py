"""Mentions in record lines: labelled values, their lists, and cells that need no label."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from factcheck.extract.compiled import CompiledRules, Hits
from factcheck.extract.labels import Cell, bare_cells, line_start, title_cells
from factcheck.extract.page import Page, Span
from factcheck.extract.phrases import find
from factcheck.model import Mention
from factcheck.ruleset import Rule

_NUMBER = re.compile(r"[0-9]{1,5}(?:\.0)?")  # alone in a cell of a table that names no unit
_SINGLE = frozenset({"date", "duration"})
_TOP = 4  # blocks, among which a line below the title tells the main things: "2016 | PG-13 | 108 min"
_WHOLE = 0.8  # share of an unlabelled cell that its value must fill


def in_cells(page: Page, hits: Hits, window: Span, rules: CompiledRules) -> Iterator[Mention]:
    """Yield what labelled cells of a window say, then the bare cells beside them and in the title's brackets."""
    for cell in hits.cells.values():
        for rule in rules.by_label[cell.label]:
            yield from _labelled(page, rule, cell, rules)
    lines = {line_start(page.text, cell.start): cell.start for cell in hits.cells.values()}
    for start in lines.values():
        yield from _bare(page, bare_cells(page.text, start), rules)
    first, last = window
    second = next((block for block in page.document.blocks[1:_TOP] if block.part == "text"), None)
    if second is not None and first <= second.start < last and second.start not in lines:
        main = list(_bare(page, bare_cells(page.text, second.start), rules))
        if len({mention.rule for mention in main}) > 1:  # a year alone may be that of the page: "Ann Lee | 2020 | News"
            yield from main
    for title in (block for block in page.sentences.blocks(window) if block.part == "title"):
        yield from _bare(page, title_cells(page.text, title.start, title.end), rules)


def _labelled(page: Page, rule: Rule, cell: Cell, rules: CompiledRules) -> Iterator[Mention]:
    """Read a cell's value, or the items of its list."""
    if rule.find.items:
        yield from _items(page, rule, cell, rules)
        return
    words = page.text[cell.value_start : cell.value_end]
    value = page.reader.read_line(words, rule.kind)
    if value is None and rule.bare and _NUMBER.fullmatch(words):
        value = page.reader.read_line(f"{words} {rule.bare}", rule.kind)
        value = None if value is None else replace(value, end=len(words))
    if value is not None and not (rule.kind in _SINGLE and _several(page, words, rule.kind)):
        span = cell.start, cell.value_start + value.end
        yield page.mention(rule, span, value, cell.value_start, cell.form, within=span, slots={})


def _several(page: Page, words: str, kind: str) -> bool:
    """Tell whether a cell holds several different values: openings in several countries, cuts of several lengths."""
    return len({str(found.reading) for found in page.reader.find(words, kind)}) > 1


def _items(page: Page, rule: Rule, cell: Cell, rules: CompiledRules) -> Iterator[Mention]:
    """Read a list such as "Sundance 2012, Berlin Film Festival 2012", item by item."""
    at = cell.value_start
    for part in page.text[cell.value_start : cell.value_end].split(","):
        whole = at, at + len(part)
        for match, value in find(rules.items[rule.id], (), page.masked(whole, rule.kind)):
            span = at + match.start, at + match.end
            yield page.mention(rule, span, value, at, cell.form, within=whole, slots=match.slots)
        at += len(part) + 1


def _bare(page: Page, cells: Iterable[Cell], rules: CompiledRules) -> Iterator[Mention]:
    """Read unlabelled cells by the rules that allow it, where the value is all that stands there."""
    for cell in cells:
        words = page.text[cell.value_start : cell.value_end]
        for rule in rules.with_cells:
            value = page.reader.read_line(words, rule.kind)
            if value is not None and value.end - value.start >= _WHOLE * len(words):
                yield from _labelled(page, rule, cell, rules)
