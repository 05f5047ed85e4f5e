"""The grammar of numbers knows no words of its own: with another language's words it reads that language."""

from __future__ import annotations

from dataclasses import replace

import pytest

from factcheck.grammar.number import NumberReader
from factcheck.grammar.tokens import tokenise
from factcheck.ruleset import Ruleset

SPANISH = {
    "cardinals": {
        "uno": 1, "dos": 2, "tres": 3, "cinco": 5, "diez": 10, "veintiuno": 21, "treinta": 30, "cuarenta": 40,
        "cien": 100, "ciento": 100, "doscientos": 200, "quinientos": 500,
    },
    "scales": {"mil": 1000, "millón": 1_000_000, "millones": 1_000_000},
    "articles": frozenset({"un", "una"}),
    "joiners": frozenset({"y"}),
    "tens_joiners": frozenset({"y"}),
    "tens": frozenset({"treinta", "cuarenta"}),
    "halves": {"medio": 0.5},
    "parts": {},
    "plural_parts": {},
    "minus": frozenset({"menos"}),
    "point": frozenset({"coma"}),
}  # fmt: skip
GERMAN = {
    "cardinals": {"eins": 1, "ein": 1, "zwei": 2, "fünf": 5, "einundzwanzig": 21, "zweihundert": 200},
    "scales": {"hundert": 100, "tausend": 1000, "million": 1_000_000, "millionen": 1_000_000},
    "articles": frozenset({"eine"}),
    "joiners": frozenset({"und"}),
    "tens": frozenset(),
    "parts": {"halb": 2, "drittel": 3},
    "plural_parts": {"drittel": 3},
    "halves": {"halb": 0.5},
    "minus": frozenset({"minus"}),
    "point": frozenset({"komma"}),
}


@pytest.mark.parametrize(
    ("words", "text", "value"),
    [
        (SPANISH, "treinta y uno", 31),
        (SPANISH, "ciento cuarenta y cinco", 145),
        (SPANISH, "doscientos tres", 203),
        (SPANISH, "quinientos mil", 500_000),
        (SPANISH, "mil doscientos treinta", 1230),
        (SPANISH, "un millón", 1_000_000),
        (SPANISH, "tres millones doscientos mil", 3_200_000),
        (SPANISH, "menos cinco", -5),
        (SPANISH, "dos coma cinco", 2.5),
        (GERMAN, "einundzwanzig", 21),
        (GERMAN, "zweihundert", 200),
        (GERMAN, "zwei komma fünf", 2.5),
        (GERMAN, "fünf hundert", 500),
        (GERMAN, "eine million", 1_000_000),
        (GERMAN, "zwei drittel", 2 / 3),
    ],
)
def test_a_number(ruleset: Ruleset, words: dict[str, object], text: str, value: float) -> None:
    numbers = replace(ruleset.language.numbers, **words)  # type: ignore[arg-type]
    tokens = tokenise(text)
    read = NumberReader(replace(ruleset.language, numbers=numbers)).read_one(tokens, 0)
    assert read is not None
    assert (read.value, read.end) == (pytest.approx(value), len(tokens))
