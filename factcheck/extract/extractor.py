"""The stage itself: compiled once for a ruleset, then run over any number of documents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factcheck.extract.cells import in_cells
from factcheck.extract.compiled import CompiledRules
from factcheck.extract.mouths import Wordings
from factcheck.extract.order import Connectives, in_order
from factcheck.extract.page import Page
from factcheck.extract.prose import OwnPatterns, in_prose
from factcheck.extract.statements import in_statements
from factcheck.grammar import reader_of
from factcheck.model import Document, Mention
from factcheck.ruleset import Ruleset


class Extractor:
    """Finds mentions by a ruleset; reading a document leaves no trace in it but compiled patterns.

    `rules` are the same rules made ready to run, in another way than usual.
    """

    def __init__(self, ruleset: Ruleset, rules: CompiledRules | None = None) -> None:
        self._ruleset = ruleset
        self._rules = rules or CompiledRules(ruleset)
        self._kinds = {rule.id: rule.kind for rule in ruleset.rules}
        self._reader = reader_of(ruleset.language)
        self._words = Wordings(ruleset.language.mouths)
        self._connectives = Connectives(ruleset.language.ordering)

    def mentions(self, document: Document) -> tuple[Mention, ...]:
        """Return everything that the rules find in a document, in the order of the text."""
        return tuple(self.found(document))

    def found(self, document: Document) -> Iterator[Mention]:
        """Yield the same; the text is looked through window by window, and what is behind takes no memory."""
        page = Page(document, self._ruleset, self._reader, self._words)
        if document.statements:
            yield from in_statements(page, self._kinds)
            return
        own, ends = OwnPatterns(page, self._rules), dict[str, int]()
        for window in page.sentences.windows():
            hits = self._rules.hits(page, window)
            found = [
                *in_cells(page, hits, window, self._rules),
                *in_prose(page, hits, self._rules),
                *own.before(window[1]),
            ]
            orders = in_order(page, hits, self._rules, self._connectives)
            told = (*_once(found, ends), *orders)
            yield from sorted(told, key=lambda mention: (mention.start, mention.rule, mention.end))


def _once(mentions: Iterable[Mention], ends: dict[str, int]) -> list[Mention]:
    """Leave out a mention whose words lie within another of the same rule: a label's line is no prose.

    `ends` are where the last mention of each rule ended in the windows before.
    """
    kept: list[Mention] = []
    for each in sorted(mentions, key=lambda mention: (mention.rule, mention.start, -mention.end)):
        if each.start >= ends.get(each.rule, 0):
            kept.append(each)
            ends[each.rule] = each.end
    return kept
