"""The phrase language: what a wording in a rule matches in a sentence, and what it must not."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.extract.mask import Masked
from factcheck.extract.phrases import PhrasePattern
from factcheck.grammar import Reader
from factcheck.grammar.fold import fold
from factcheck.ruleset import Ruleset
from factcheck.ruleset.linear import compile_re2
from factcheck.ruleset.phrase import VALUE, PhraseError, compile_phrase, parse, slot_of_words

Matches = Callable[[str, str], list[str]]
PLACES = {"place": slot_of_words(["Hot Docs", "DOXA", "children's day"])}


@pytest.fixture(scope="module")
def reader(ruleset: Ruleset) -> Reader:
    return Reader(ruleset.language)


@pytest.fixture
def matches(ruleset: Ruleset, reader: Reader) -> Matches:
    """Return the words that a phrase covers in a sentence, as its rule would be shown them."""

    def run(phrase: str, sentence: str) -> list[str]:
        text = fold(sentence)
        pattern = PhrasePattern(compile_phrase(phrase, PLACES), ruleset.rules[0])
        found = pattern.matches(Masked(text, reader.find(text, "number")))
        return [sentence[match.start : match.end] for match in found]

    return run


@pytest.mark.parametrize(
    ("phrase", "sentence", "expected"),
    [
        ("costs {value}", "It costs 500 in all.", "costs 500"),
        ("costs {value}", "COSTS\u00a0\t500", "COSTS\u00a0\t500"),
        ("costs {value}", "It costs\n500.", "costs\n500"),
        ("costs {value}", "It costs over 5,000.", "costs over 5,000"),
        ("costs {value}", "It costs nothing, but 500 came.", None),
        ("costs {value}", "costs500", None),
        # Words end where letters and figures do, in any script.
        ("cost {value}", "It costs 500.", None),
        ("cost {value}", "The accost 500.", None),
        ("{value} dead", "500 deadlines", None),
        ("{value} dead", "(500 dead)", "500 dead"),
        ("été {value}", "un été 500", "été 500"),
        ("té {value}", "un été 500", None),
        ("{value} caf", "500 cafés", None),
        ("погибло {value}", "Погибло 500 детей", "Погибло 500"),
        ("{value} dead", "\u2014500 dead\u2014", "500 dead"),
        # [x] may be missing, at the beginning, in the middle, at the end and within a word.
        ("[it] costs [about|up to] {value} [in all]", "it costs up to 500 in all", "it costs up to 500 in all"),
        ("[now] costs {value}", "It costs 500", "costs 500"),
        ("costs [only] {value}", "costs only 500", "costs only 500"),
        ("costs [only] {value}", "costs merely 500", None),
        ("cost[s] {value}", "cost 500", "cost 500"),
        ("cost[s] {value}", "costs 500", "costs 500"),
        ("{value} dead [or missing]", "500 dead or alive", "500 dead"),
        # One of several.
        ("(killed|claimed) {value}", "It claimed 500.", "claimed 500"),
        ("(killed|claimed [as many as]) {value}", "It killed 500.", "killed 500"),
        ("(killed|claimed) {value}", "It injured 500.", None),
        ("releas(ed|ing) {value}", "releasing 500", "releasing 500"),
        ("(was (jailed|held)|went down) for {value}", "was held for 500", "was held for 500"),
        # * is one word, ... a few words of the same clause.
        ("killed * {value}", "killed some 500", None),  # "some 500" is the value
        ("killed * {value}", "killed nearby 500", "killed nearby 500"),
        ("killed * {value}", "killed 500", None),
        ("killed * * {value}", "killed one by one, 500", None),
        ("killed ... {value}", "killed 500", "killed 500"),
        ("killed ... {value}", "killed, it is said, 500", "killed, it is said, 500"),
        ("killed ... {value}", "killed a b c d e f g h 500", "killed a b c d e f g h 500"),
        ("killed ... {value}", "killed a b c d e f g h i 500", None),
        ("killed ... {value}", "killed many; 500", None),
        ("killed ... {value}", "killed many (500)", None),
        ("killed ... {value}", "killed many. Later 500", None),
        ("(killed ...|lost) {value}", "killed quite unexpectedly 500", "killed quite unexpectedly 500"),
        # A backslash, and signs that mean something to the pattern below.
        (r"cost \(net\) {value}", "cost (net) 500", "cost (net) 500"),
        (r"cost \[net\] \| \* {value}", "cost [net] | * 500", "cost [net] | * 500"),
        (r"cost \\ {value}", "cost \\ 500", "cost \\ 500"),
        ("cost + net? {value}", "cost + net? 500", "cost + net? 500"),
        ("cost + net? {value}", "cosst ne 500", None),
        ("cost a.b {value}", "cost axb 500", None),
        ("U.S. cost {value}", "the U.S. cost 500", "U.S. cost 500"),
        ("cost € ^ $ {value}", "cost € ^ $ 500", "cost € ^ $ 500"),
        # Typographers' variants, on either side.
        ("cost\u2019s {value}", "cost's 500", "cost's 500"),
        ("cost's {value}", "cost\u2019s 500", "cost\u2019s 500"),
        ("cost\u2014net {value}", "cost-net 500", "cost-net 500"),
        ("cost\u00a0net {value}", "cost net 500", "cost net 500"),
        ("cost\uff08net\uff09 {value}", "cost (net) 500", None),
        ("cost\uff08net\uff09 {value}", "cost(net) 500", "cost(net) 500"),
        # Slots.
        ("{value} at {place}", "500 at hot  docs", "500 at hot  docs"),
        ("{value} at {place}", "500 at Cannes", None),
        ("{value} on {place}", "500 on Children\u2019s Day", "500 on Children\u2019s Day"),
        ("{who} paid {value}", "Then Ai Weiwei paid 500", "Then Ai Weiwei paid 500"),
        ("{who} paid {value}", "then Ludwig van der Rohe paid 500", "Ludwig van der Rohe paid 500"),
        ("{who} paid {value}", "艾未未 paid 500", "艾未未 paid 500"),
        ("{who} paid {value}", "nobody paid 500", None),
    ],
)  # fmt: skip
def test_phrase(matches: Matches, phrase: str, sentence: str, expected: str | None) -> None:
    assert matches(phrase, sentence) == ([expected] if expected else [])


def test_a_sentence_can_hold_a_phrase_twice(matches: Matches) -> None:
    assert matches("{value} dead", "500 dead, later 700 dead") == ["500 dead", "700 dead"]


def test_a_phrase_can_stand_twice_side_by_side(matches: Matches) -> None:
    assert matches("{value} dead", "500 dead 700 dead") == ["500 dead", "700 dead"]


@pytest.mark.parametrize(
    ("phrase", "triggers"),
    [
        ("was detained for {value}", {" detained "}),
        ("(jailed|held) for {value}", {" jailed ", " held "}),
        ("(jailed|in) for {value}", {" for {}"}),  # a branch without a long word cannot be looked for
        ("[detained] for {value}", {" for {}"}),  # what may be missing neither
        ("held for [some] {value}", {" held "}),
        ("jailed {value}", {" jailed {}"}),
        ("(jailed|kept in prison) {value}", {" jailed {}", " prison {}"}),
        ("(jailed|kept in) {value}", {" jailed ", " kept "}),
        ("film(s|maker) {value}", {" film"}),  # a word that goes on
        ("{value}-(day|night) trip", {" trip "}),
        ("{value}(day|night)", {"day ", "night "}),
        ("... made {value}", {"made "}),  # behind a gap that may be empty a word may just go on
        ("Release {value}", {" release {}"}),
        ("{value} at {place}", {" docs ", " doxa ", " children "}),
        ("艾 {value}", {" 艾 {}"}),
        ("İstanbul {value}", {" İstanbul {}"}),  # its lower case would be one character longer
        ("at {value}", set()),
        ("... {value} *", set()),
    ],
)
def test_triggers(phrase: str, triggers: set[str]) -> None:
    assert {each.replace(VALUE, "{}") for each in compile_phrase(phrase, PLACES).triggers} == triggers


@pytest.mark.parametrize(
    ("phrase", "at", "what"),
    [
        ("costs [about {value}", 6, "never closed"),
        ("costs (a|b {value}", 6, "never closed"),
        ("costs (a|[b) {value}", 11, "too many"),
        ("costs [... about] {value}", 7, "must follow a word"),
        ("costs) {value}", 5, "too many"),
        ("costs | {value}", 6, "too many"),
        ("costs } {value}", 6, "too many"),
        ("costs {value} \\", 14, "too many"),
        ("costs {}", 6, "a slot is a name"),
        ("costs {Value}", 6, "a slot is a name"),
        ("({value} dead|dead {value})", 19, "stands twice"),
    ],
)
def test_a_phrase_that_cannot_be_read_says_where(phrase: str, at: int, what: str) -> None:
    with pytest.raises(PhraseError, match=what) as error:
        parse(phrase)
    assert error.value.at == at


PIECES = [
    "{value}",
    "{who}",
    "{place}",
    "...",
    "*",
    "(",
    ")",
    "[",
    "]",
    "|",
    "\\",
    "{",
    "}",
    " ",
    "word",
    "é",
    "€",
    "’",
    "-",
]


@settings(deadline=None)
@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=2)).map("".join))
def test_whatever_can_be_read_can_run(phrase: str) -> None:
    """A phrase that passes the check must not fail later, in the middle of somebody's documents."""
    try:
        compile_phrase(phrase, PLACES)
    except PhraseError as error:
        assert 0 <= error.at < len(phrase)
        return
    compile_re2(compile_phrase(phrase, PLACES).source)
