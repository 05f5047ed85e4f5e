"""Times that no calendar has: "now", "recently", "in the past", "soon"."""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.grammar.language import Language
from factcheck.grammar.tokens import PhraseTable, Token, text_at
from factcheck.values.reading import Undated


class UndatedReader:
    """Reads the words for the present, the past and the future that begin at a token."""

    def __init__(self, language: Language) -> None:
        self._table = PhraseTable(language.dates.undated.items())
        self._comparing = frozenset(word for words in language.hedges.vague_never_after.values() for word in words)
        self._past = frozenset(language.dates.classes.get("past", ()))
        self._lengths = PhraseTable(language.hedges.vague.items()).starts.union(
            language.units.duration, language.numbers.cardinals, language.units.fillers
        )
        self.first = self._table.starts
        self.second: Mapping[str, frozenset[str]] = {
            word: self._table.seconds(word) for word in self._table.never_alone
        }

    def read(self, tokens: list[Token], at: int) -> tuple[Undated, int, int] | None:
        """Return the time and the tokens that it is made of; "as soon as" and the film "Apocalypse Now" tell none."""
        found = self._table.match(tokens, at)
        if found is None or self._is_named(tokens, at) or text_at(tokens, at - 1) in self._comparing:
            return None
        name, end = found
        if text_at(tokens, end - 1) in self._past and self._is_length(tokens, end):
            return None
        return Undated(name), at, end

    def _is_length(self, tokens: list[Token], at: int) -> bool:
        """Tell whether a length follows, which has days: "in the past three weeks"."""
        return at < len(tokens) and (tokens[at].kind == "number" or tokens[at].text in self._lengths)

    def _is_named(self, tokens: list[Token], at: int) -> bool:
        """Tell whether capitals make a word part of a name; the first word of a sentence has one too."""
        written = tokens[at].written
        within = at > 0 and tokens[at - 1].kind == "word" and tokens[at - 1].written[0].isupper()
        return (written.isupper() and len(written) > 1) or (within and written[0].isupper())
