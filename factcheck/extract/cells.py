"""Mentions in record lines: labelled values, their lists, and cells that need no label."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from factcheck.extract.compiled import CompiledRules, Hits
from factcheck.extract.labels import Cell, bare_cells, catalogue_cells, line_start, title_cells
from factcheck.extract.page import Page, Span
from factcheck.extract.phrases import find
from factcheck.grammar.found import Found
from factcheck.model import Mention
from factcheck.ruleset import Rule
from factcheck.values import Quantity

# Numbers alone in a cell: of a table that names no unit, and as catalogues print minutes.
_NUMBER = re.compile(r"([0-9]{1,5}(?:\.0)?)'?")
_SIGNED = re.compile(r"([0-9]{1,5})'")
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
        yield from _main(page, second.start, rules)
    for title in (block for block in page.sentences.blocks(window) if block.part == "title"):
        yield from _bare(page, title_cells(page.text, title.start, title.end), rules)


def _main(page: Page, start: int, rules: CompiledRules) -> Iterator[Mention]:
    """Read the line of main things below a title, between bars or as catalogues print it.

    One thing alone tells nothing: "Ann Lee | 2020 | News". Nor does a line of places and years: "Lyon, France, 2012".
    """
    main = list(_bare(page, bare_cells(page.text, start), rules))
    if len({mention.rule for mention in main}) > 1:
        yield from main
        return
    main = list(_bare(page, catalogue_cells(page.text, start), rules))
    lengths = any(isinstance(each.reading, Quantity) and each.reading.kind == "duration" for each in main)
    if lengths and len({mention.rule for mention in main}) > 1:
        yield from main


def _labelled(page: Page, rule: Rule, cell: Cell, rules: CompiledRules) -> Iterator[Mention]:
    """Read a cell's value, or the items of its list."""
    if rule.find.items:
        yield from _items(page, rule, cell, rules)
        return
    words = page.text[cell.value_start : cell.value_end]
    value = rule.read_line(page.reader, words) or _of_number(page, rule, words, _NUMBER)
    if value is not None and not (rule.kind in _SINGLE and _several(page, words, rule.kind)):
        span = cell.start, cell.value_start + value.end
        yield page.mention(rule, span, value, cell.value_start, cell.form, within=span, slots={})


def _of_number(page: Page, rule: Rule, words: str, pattern: re.Pattern[str]) -> Found | None:
    """Read a number that names no unit, where the rule says what it counts."""
    number = pattern.fullmatch(words) if rule.bare else None
    value = rule.read_line(page.reader, f"{number[1]} {rule.bare}") if number is not None else None
    return None if value is None else replace(value, end=len(words))


def _several(page: Page, words: str, kind: str) -> bool:
    """Tell whether a cell holds several different values: openings in several countries, cuts of several lengths."""
    return len({str(found.reading) for found in page.reader.find(words, kind)}) > 1


def _items(page: Page, rule: Rule, cell: Cell, rules: CompiledRules) -> Iterator[Mention]:
    """Read a list such as "Sundance 2012, Berlin Film Festival 2012", item by item."""
    at = cell.value_start
    for part in page.text[cell.value_start : cell.value_end].split(","):
        whole = at, at + len(part)
        for match, value in find(rules.items[rule.id], (), page.masked(whole, rule)):
            span = at + match.start, at + match.end
            yield page.mention(rule, span, value, at, cell.form, within=whole, slots=match.slots)
        at += len(part) + 1


def _bare(page: Page, cells: Iterable[Cell], rules: CompiledRules) -> Iterator[Mention]:
    """Read unlabelled cells by the rules that allow it, where the value is all that stands there."""
    for cell in cells:
        words = page.text[cell.value_start : cell.value_end]
        for rule in rules.with_cells:
            value = rule.read_line(page.reader, words) or _of_number(page, rule, words, _SIGNED)
            if value is not None and value.end - value.start >= _WHOLE * len(words):
                yield from _labelled(page, rule, cell, rules)
