"""One scan finds what every rule finds on every sentence: the shortcut is no filter of claims."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from factcheck.extract import Extractor
from factcheck.extract.compiled import CompiledRules, Hits
from factcheck.extract.labels import cell_at
from factcheck.extract.page import Page, Span
from factcheck.model import Document
from factcheck.read import Exclude, Sources, read
from factcheck.ruleset import Ruleset, load_ruleset
from factcheck.settings import Settings

ROOT = Path(__file__).parent.parent.parent
NEWS = ROOT.parent / "shared" / "data" / "dev" / "multidoc_ecbplus"
SOME = 20  # news articles; the naive way takes seconds for them
FOLDERS = (ROOT / "seeds", *sorted(each for each in (ROOT / "tests" / "cases").iterdir() if each.is_dir()))


class EveryRule(CompiledRules):
    """The naive way: every phrase is due in every sentence, and every word may be a label."""

    def hits(self, page: Page, window: Span) -> Hits:
        phrases = [phrase for of_rule in self.phrases.values() for phrase in of_rule]
        sentences = list(dict.fromkeys(self._sentences(page, window)))
        cells = (cell_at(page.text, word.start()) for word in re.compile(r"\w+").finditer(page.text, *window))
        return Hits(
            {cell.start: cell for cell in cells if cell is not None and cell.label in self.by_label},
            dict.fromkeys(sentences, phrases),
            dict.fromkeys(sentences, self.events),
        )

    def _sentences(self, page: Page, window: Span) -> Iterator[Span]:
        for block in page.document.blocks:
            for offset in range(max(block.start, window[0]), min(block.end, window[1])):
                sentence = page.sentences.around(offset)
                assert sentence is not None
                yield sentence


@cache
def rules() -> Ruleset:
    return load_ruleset()


@cache
def extractors() -> tuple[Extractor, Extractor]:
    return Extractor(rules()), Extractor(rules(), EveryRule(rules()))


def documents(folder: Path) -> list[Document]:
    settings = Settings()
    found = read([folder], Sources(None, {}), (), settings.columns, Exclude(Path(), ()))
    return [each for each in found if isinstance(each, Document)]


def assert_same(text: Document) -> int:
    quick, naive = (extractor.mentions(text) for extractor in extractors())
    assert quick == naive, text.path
    return len(quick)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_documents(folder: Path) -> None:
    for each in documents(folder):
        assert_same(each)


def test_the_seeds_say_something() -> None:
    assert sum(map(assert_same, documents(ROOT / "seeds"))) > 50


def test_what_the_rules_say_of_themselves(tmp_path: Path) -> None:
    """The examples of all rules hold every wording that anybody thought of."""
    for rule in (*rules().rules, *rules().events):
        examples = rule.examples
        pairs = [each for pair in (*examples.conflict, *examples.agree) for each in pair]
        said = [each.say for each in getattr(examples, "reads", ())]
        (tmp_path / f"{rule.id}.txt").write_text("\n\n".join((*said, *examples.silent, *pairs)), encoding="utf-8")
    assert sum(map(assert_same, documents(tmp_path))) > len(rules().rules)


@pytest.mark.skipif(not NEWS.is_dir(), reason="the articles are not here")
def test_news() -> None:
    texts = documents(NEWS)
    assert sum(map(assert_same, texts[:: max(1, len(texts) // SOME)])) > SOME
