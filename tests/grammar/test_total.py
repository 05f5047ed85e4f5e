"""Whatever the text, reading it ends, in good time and with spans that stand in the text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from time import process_time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from factcheck.grammar import Reader
from factcheck.grammar.fold import fold, lower
from factcheck.grammar.quantity import KINDS as QUANTITIES
from factcheck.model import Document, Mention, Subject
from factcheck.normalise import Normaliser
from factcheck.normalise.values import ValueFinder
from factcheck.ruleset import Ruleset, load_language_examples
from factcheck.values import DateReading, relate

KINDS = (*QUANTITIES, "date", "name", "country", "language", "text")
FILE = load_language_examples()


def words_of(data: object) -> Iterator[str]:
    """Yield every word in a part of the language file."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        for key, each in data.items():
            yield from (key, *words_of(each))
    elif isinstance(data, list | tuple):
        for each in data:
            yield from words_of(each)


WORDS = sorted({word for part in (FILE.numbers, FILE.units, FILE.dates) for word in words_of(vars(part))})
NAMES = [
    "Ai",
    "Weiwei",
    "Dr",
    "J.",
    "van",
    "de",
    "Jr.",
    "The",
    "China",
    "艾未未",
    "Bosnia",
    "Festival",
    "Côte d’Ivoire",
]
HEDGES = [word for rows in (FILE.hedges, FILE.vague) for row in rows.values() for word in row.words]
FIGURES = ["0", "1", "2", "7", "12", "31", "40", "91", "1h", "1980", "2011", "2012", "5,000", "2.4", "06", "000", "½"]
SEPARATORS = [" ", "", "-", " - ", "/", ", ", ". ", ".", ":", "'", "’", "\u00a0", "\n", "%", "$", "²", "—", "("]

tokens = st.sampled_from(WORDS) | st.sampled_from(NAMES) | st.sampled_from(HEDGES) | st.sampled_from(FIGURES)
sentences = st.lists(tokens | st.sampled_from(SEPARATORS), max_size=12).map(" ".join) | st.lists(
    st.tuples(tokens, st.sampled_from(SEPARATORS)).map("".join), max_size=12
).map("".join)
texts = st.text() | sentences | st.text(alphabet="0123456789.,-/:' ½²h", max_size=30)


@pytest.fixture(scope="module")
def reader(ruleset: Ruleset) -> Reader:
    return Reader(ruleset.language)


@pytest.fixture(scope="module")
def normaliser(ruleset: Ruleset) -> Normaliser:
    return Normaliser(ruleset.language)


@pytest.fixture(scope="module")
def finder(ruleset: Ruleset) -> ValueFinder:
    return ValueFinder(ruleset.language)


@pytest.fixture(scope="module")
def fresh(ruleset: Ruleset) -> Callable[[], Reader]:
    """Return what makes another reader, which has read nothing yet."""
    return lambda: Reader(ruleset.language)


@given(text=texts)
@settings(max_examples=400, deadline=None)
@example(text="2012-²-³")
@example(text="May " + "9" * 5000)
@example(text="9" * 400 + ".5 years")
@example(text="under 0 people")
@example(text="three to four hours and a half")
@example(text="1-2h31")
@example(text="1" + " 000" * 2000)
def test_spans_stand_in_the_text_in_order_and_apart(reader: Reader, normaliser: Normaliser, text: str) -> None:
    """And whatever was read becomes a value with bounds, which agrees with itself."""
    document = Document("a.txt", text, published=DateReading(2011, 2))
    for kind in KINDS:
        end = 0
        for found in reader.find(document.folded, kind):
            assert end <= found.start < found.end <= len(text)
            end = found.end
            assert found.reading.notation()
            mention = Mention("any.field", found.start, found.end, found.reading, "prose", Subject("film", "The Film"))
            for claim in normaliser.claims(document, [mention]):
                assert relate(claim.value, claim.value).relation == "same"


@given(text=texts)
@example(text=".²")
@example(text="³:20²")
@settings(max_examples=200, deadline=None)
def test_a_labelled_line_gives_one_value_or_none(reader: Reader, text: str) -> None:
    for kind in KINDS:
        found = reader.read_line(fold(text), kind)
        assert found is None or 0 <= found.start < found.end <= len(text)


@given(text=texts)
@settings(max_examples=50, deadline=None)
def test_reading_leaves_no_trace(reader: Reader, fresh: Callable[[], Reader], text: str) -> None:
    another = fresh()
    for kind in ("number", "date", "name"):
        assert reader.find(fold(text), kind) == another.find(fold(text), kind)


@given(st.text() | texts)
@example("İstanbul ß 5\u00a0000 “a”…")
def test_folding_and_lowering_keep_every_place(text: str) -> None:
    assert len(fold(text)) == len(lower(text)) == len(text)
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Producer :\u00a0Adam Schlesinger", "Producer : Adam Schlesinger"),
        ("three months’ — “so”", 'three months\' - "so"'),
        ("Runtime\uff1a９１", "Runtime:91"),
        ("5\u202f000 and 86\u00a0633 and 1\u2009000\u2009000", "5,000 and 86,633 and 1,000,000"),
        ("2011\u00a0300 people, 12\u00a0days", "2011 300 people, 12 days"),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    "part",
    [
        "hundred ",
        "several million ",
        "thousand ",
        "1-",
        "1 to 2 ",
        "(",
        "A ",
        "a de ",
        "9",
        "1.",
        "2011-",
        "half a ",
        "2 weeks before ",
        "000 ",
        "1,00,",
        "12,34,",
        "000,",
        " ",
    ],
)
def test_a_hostile_page_takes_little_longer_than_any_other(reader: Reader, part: str) -> None:
    """Ten thousand characters of one habit take 1 or 2 s in all; anything quadratic takes far longer."""
    text = "Jane " + part * (10_000 // len(part)) + "Roe"
    start = process_time()
    for kind in KINDS:
        reader.find(text, kind)
        reader.read_line(text, kind)
    reader.find_all(text)
    assert process_time() - start < 10


@given(text=texts)
@settings(max_examples=200, deadline=None)
def test_values_of_all_kinds_stand_apart(finder: ValueFinder, text: str) -> None:
    end = 0
    for value in finder.find(text, DateReading(2011, 2, 3)):
        assert end <= value.start < value.end <= len(text)
        assert text[value.start : value.end] == value.text
        end = value.end
