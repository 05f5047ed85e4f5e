"""Whose words a claim's are: the language file says which words pass on what others say, with examples."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import pytest

from factcheck.extract.mouths import Speech, Wordings
from factcheck.extract.sentences import Sentences
from factcheck.grammar.fold import fold
from factcheck.model import Block, Document
from factcheck.reconcile import Reconciled
from factcheck.ruleset import languages, load_language, load_language_examples

FILES = {code: load_language_examples(code).mouths for code in languages()}


def sentences() -> Iterator[object]:
    """Yield each example of each language with the caveat that it must give; none where the words are its own."""
    for code, mouths in FILES.items():
        for caveat, examples in mouths.examples.items():
            yield from (pytest.param(code, caveat, say, id=f"{code}-{caveat}-{say}") for say in examples)


def caveats(code: str, marked: str) -> list[str]:
    first, last = marked.index("["), marked.index("]") - 1
    text = marked.replace("[", "").replace("]", "")
    document = Document("a.txt", text, blocks=(Block(0, len(text), "text"),))
    sentence = Sentences(document).around(first)
    assert sentence is not None
    speech = Speech(fold(text), text, Wordings(load_language(code).mouths))
    return list(speech.caveats((0, len(text)), sentence, (first, last), (first, last)))


@pytest.mark.parametrize(("code", "caveat", "say"), list(sentences()))
def test_example(code: str, caveat: str, say: str) -> None:
    found = caveats(code, say)
    assert (caveat in found) if caveat != "own" else (found == []), found


FIRM = "Ai Weiwei was arrested in Beijing. He was held for three months."


@pytest.mark.parametrize(
    ("say", "severity"),
    [
        ("Ai Weiwei was arrested in Beijing. He was held for ten months.", "error"),
        ("Ai Weiwei was arrested in Beijing. Police said he was held for ten months.", "warning"),
        ("Ai Weiwei was arrested in Beijing. He was held for ten months, according to his lawyer.", "warning"),
        ("Ai Weiwei was arrested in Beijing. He was reportedly held for ten months.", "warning"),
        ("Ai Weiwei was arrested in Beijing. He is expected to be held for ten months.", "note"),
        ("Ai Weiwei was arrested in Beijing. Was he held for ten months?", "note"),
        ("Ai Weiwei was arrested in Beijing. \u201cHe was held for ten months,\u201d his lawyer said.", "warning"),
    ],
)
def test_what_others_say_makes_no_error(
    reconciled: Callable[[Sequence[str]], Reconciled], say: str, severity: str
) -> None:
    [finding] = reconciled([FIRM, say]).findings
    assert finding.severity == severity


def test_two_authorities_that_differ_are_worth_a_warning(
    reconciled: Callable[[Sequence[str]], Reconciled],
) -> None:
    says = "The 2008 Sichuan earthquake was the worst in years. {} said {} people were killed."
    [finding] = reconciled([says.format("The army", "69,000"), says.format("The Red Cross", "12,000")]).findings
    assert finding.severity == "warning"


def test_a_long_sentence_with_many_claims_is_read_in_linear_time() -> None:
    text = "police said " + "he was held for two months, officials said, " * 4000
    speech = Speech(text, text, Wordings(load_language("en").mouths))
    spans = [(at, at + 25) for at in range(12, len(text) - 60, 44)]
    assert all("attributed" in speech.caveats((0, len(text)), (0, len(text)), each, each) for each in spans)


OPEN = "\u201cThe film follows a painter who inspires millions.{end}He spent a [two-month] detention at home."


@pytest.mark.parametrize(("end", "quoted"), [(" ", True), (" \n", False)])
def test_a_quotation_left_open_ends_where_a_paragraph_may(end: str, quoted: bool) -> None:
    assert ("quoted" in caveats("en", OPEN.format(end=end))) is quoted
