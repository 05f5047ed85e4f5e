"""One document while its mentions are found: its sentences and subjects, each found when first needed."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, partial

from factcheck.extract.mask import Masked
from factcheck.extract.mouths import Speech, Wordings
from factcheck.extract.sentences import Sentences
from factcheck.extract.subjects import Subjects
from factcheck.grammar import Found, Reader
from factcheck.model import ELSEWHERE, Block, Document, Form, Mention, Qualifiers, Subject
from factcheck.ruleset import Rule, Ruleset

Span = tuple[int, int]
_MANY = 256  # sentences whose values are remembered
_MOUTHS = {"quote": "quoted", "question": "asked"}


class Page:
    """A document with what extraction asks of it; it lives as long as one document is read."""

    def __init__(self, document: Document, ruleset: Ruleset, reader: Reader, words: Wordings) -> None:
        self.document = document
        self.text = document.folded
        self.sentences = Sentences(document)
        self.reader = reader
        self._masks = lru_cache(maxsize=_MANY)(partial(_masking, reader))
        self._subjects = Subjects(document, reader, ruleset.subjects, self.sentences)
        self._speech = Speech(self.text, document.text, words)

    def masked(self, span: Span, rule: Rule) -> Masked[Found]:
        """Return a stretch of the text with the values of a rule masked."""
        return self.masks(span)(rule)

    def masks(self, span: Span) -> Callable[[Rule], Masked[Found]]:
        """Return what masks the values of a rule in a stretch of the text, each kind of them once.

        Sentences that a document repeats, as lists and logs do, are read once as long as few others come between.
        """
        return self._masks(self.text[span[0] : span[1]])

    def names_somebody(self, words: str) -> bool:
        """Tell whether capitalised words are a name of a person, a single one a part of a name in the document."""
        return self._subjects.names_somebody(words, alone=False)

    def mention(
        self, rule: Rule, span: Span, value: Found, at: int, form: Form, *, within: Span, slots: dict[str, str]
    ) -> Mention:
        """Return a mention with its subject, qualifiers and caveats.

        `value` was found in the text that begins `at` an offset; `within` is its sentence or cell.
        """
        start, end = span
        words = self.document.text[at + value.start : at + value.end]
        subject = self.subject(rule.about, within, start, slots.get("who"))
        caveats = list(self.caveats(start, subject))
        block = self.sentences.block(start)
        if form == "prose" and block is not None:
            said = at + value.start, at + value.end
            caveats += self._speech.caveats((block.start, block.end), within, span, said)
        return Mention(
            rule=rule.id,
            start=start,
            end=end,
            reading=value.reading,
            form=form,
            subject=subject,
            qualifiers=self._qualifiers(rule, slots),
            caveats=tuple(dict.fromkeys(caveats)),
            words=words,
        )

    def subject(self, about: str, within: Span, at: int, who: str | None) -> Subject:
        """Return whose claim it is at an offset of a sentence or cell; `who` is whom the wording names."""
        return self._subjects.of(about, within, at, who)

    def caveats(self, at: int, *subjects: Subject) -> tuple[str, ...]:
        """Return why words at an offset are not the page's own, or not surely about these subjects."""
        unsure = {caveat for subject in subjects for caveat in _of_subject(subject)}
        return (*_of_part(self.sentences.block(at)), *sorted(unsure))

    def _qualifiers(self, rule: Rule, slots: dict[str, str]) -> Qualifiers:
        found = dict(rule.set)
        for name, kind in rule.qualify.items():
            words = " ".join(slots.get(name, "").split()).casefold()
            if not words:
                continue
            if kind == "ordinal":
                found[name] = str(self.reader.ordinal(words) or "")
            elif kind == "name":
                found[name] = words.rstrip(".,'").removeprefix("the ")
            else:
                found[name] = _group(kind, words)
        return tuple(sorted((name, value) for name, value in found.items() if value))


def _masking(reader: Reader, text: str) -> Callable[[Rule], Masked[Found]]:
    tokens = reader.tokens(text)
    made: dict[str, Masked[Found]] = {}

    def mask(rule: Rule) -> Masked[Found]:
        kind = rule.id if rule.choices else rule.reads
        if kind not in made:
            made[kind] = Masked(text, rule.find_in(reader, text, tokens))
        return made[kind]

    return mask


def _of_subject(subject: Subject) -> tuple[str, ...]:
    """Return why it is not sure whom or what a claim is about."""
    if subject.sure:
        return ()
    return ("likely_subject",) if subject.likely else ("inferred_subject",)


def _of_part(block: Block | None) -> tuple[str, ...]:
    """Return why words in a part of a page are not the page's own."""
    if block is None:
        return ()
    if block.part in ELSEWHERE:
        return ("boilerplate",)
    return (_MOUTHS[block.part],) if block.part in _MOUTHS else ()


def _group(groups: dict[str, tuple[str, ...]] | str, words: str) -> str:
    """Return the name of the group of words that these belong to."""
    assert isinstance(groups, dict)
    return next((name for name, each in groups.items() if words in map(str.casefold, each)), words)
