"""The reader of a language: it finds the values of one kind in a stretch of text, and reads a labelled line's value."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property, lru_cache

from factcheck.grammar.age import in_years
from factcheck.grammar.clock import ClockReader
from factcheck.grammar.date import DateReader
from factcheck.grammar.fold import with_points
from factcheck.grammar.found import Found
from factcheck.grammar.language import Language
from factcheck.grammar.names import NameReader
from factcheck.grammar.neighbours import Neighbours
from factcheck.grammar.number import NumberReader
from factcheck.grammar.numeric_dates import NumericReader
from factcheck.grammar.ordinal import OrdinalReader
from factcheck.grammar.persons import PersonsReader
from factcheck.grammar.quantity import QuantityReader
from factcheck.grammar.scan import Starts, scan, start_table
from factcheck.grammar.score import scores
from factcheck.grammar.temperature import in_degrees
from factcheck.grammar.terms import TermReader
from factcheck.grammar.tokens import Token, next_keys, tokenise
from factcheck.grammar.undated import UndatedReader
from factcheck.values.date import DateReading
from factcheck.values.reading import BASE_UNITS, Listing, Quantity, Reading

_CAPITALISED = ("country", "language", "text")
_BY_TOKENS = frozenset({"date", "time", "money", "percent", "duration", "number", "age", *BASE_UNITS})


def _kind(reading: Reading) -> str:
    return reading.kind if isinstance(reading, Quantity) else ""


@lru_cache(maxsize=4)
def reader_of(language: Language) -> Reader:
    """Return the reader of a language, one for all who ask: its tables are many."""
    return Reader(language)


class Reader:
    """Reads the values of one language. Holds only lookup tables; reading leaves no trace in it."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self._numbers = NumberReader(language)
        self._figures = NumericReader(language.dates)
        self._terms = {kind: TermReader(terms) for kind, terms in language.terms.items()}
        self._starts: dict[str, Starts] = {}
        self._neighbours = Neighbours(language)

    @cached_property
    def names(self) -> NameReader:
        """The reader of people's names."""
        return NameReader(self.language.names)

    @cached_property
    def _every_kind(self) -> Starts:
        everything = QuantityReader(self.language, everything=True)
        dates = DateReader(self.language, everything=True)
        return start_table([dates, ClockReader(self.language), everything, UndatedReader(self.language)])

    def _of_kind(self, kind: str) -> Starts:
        """Return the start table for one kind; made when the first rule asks for it."""
        kind = "measure" if kind in BASE_UNITS else kind
        if kind not in self._starts:
            self._starts[kind] = start_table([self._value_reader(kind)])
        return self._starts[kind]

    def _value_reader(self, kind: str) -> DateReader | ClockReader | QuantityReader:
        match kind:
            case "date":
                return DateReader(self.language)
            case "time":
                return ClockReader(self.language)
        return QuantityReader(self.language, kind)

    def find_all(self, text: str) -> list[Found]:
        """Return the values of every kind in folded text, in order; the longest reading wins."""
        found = self._found(self.tokens(text), self._every_kind)
        found = self._neighbours.settled(text, found)
        return [each for i, each in enumerate(found) if not self._is_rate(text, found, i)]

    def _is_rate(self, text: str, found: Sequence[Found], i: int) -> bool:
        """Tell whether a duration only says what a value before it is counted by: "$500 a month", "£9 ($12) a day"."""
        reading = found[i].reading
        if i == 0 or not isinstance(reading, Quantity):
            return False
        between = text[found[i - 1].end : found[i].start]
        if not between.isspace() and not (between.strip() == ")" and _kind(found[i - 1].reading) == "money"):
            return False
        return text[found[i].start : found[i].end].split(maxsplit=1)[0].lower() in self.language.numbers.articles

    def tokens(self, text: str) -> list[Token]:
        """Return the tokens of folded text."""
        return tokenise(with_points(text) if self.language.numbers.decimal == "," else text)

    def _found(self, tokens: list[Token], starts: Starts) -> list[Found]:
        found = scan(tokens, starts)
        return [Found(tokens[i].start, tokens[j - 1].end, reading) for reading, i, j in found]

    def may_begin(self, text: str, at: int, kind: str) -> bool:
        """Tell by two tokens whether a value of a kind may begin behind the white space at an offset of folded text."""
        if kind not in _BY_TOKENS or self.language.numbers.decimal == ",":
            return True
        key, behind = next_keys(text, at)
        readers = self._of_kind(kind).get(key, ())
        return any(second is None or behind in second for _, second in readers)

    def find(self, text: str, kind: str, tokens: list[Token] | None = None) -> list[Found]:
        """Return the values of a kind in folded prose, in order and without overlaps.

        Whoever looks for several kinds in one text passes its `tokens`.
        """
        if kind in self._finders:
            return self._finders[kind](text)
        if kind in _CAPITALISED:
            return self._find_capitalised(text, kind)
        tokens = self.tokens(text) if tokens is None else tokens
        if kind == "persons":
            return self._find_persons(text, tokens)
        if kind == "ordinal":
            return list(self._ordinals.find(tokens))
        found = self._found(tokens, self._of_kind(kind))
        if kind in BASE_UNITS:
            return in_degrees(found) if kind == "temperature" else [e for e in found if _kind(e.reading) == kind]
        return in_years(text, found, self.language.dates.months) if kind == "age" else found

    def read_line(self, text: str, kind: str) -> Found | None:
        """Return the value of a labelled line: the first of its kind, or the whole list."""
        if kind == "name":
            items: tuple[str, ...] | None = self.names.split(text)
        elif kind in self._terms:
            items = self._terms[kind].split(text)
        elif kind == "text":
            items = (text.strip(),) if text.strip() else None
        else:
            return next(iter(self.find(text, kind)), None)
        return Found(0, len(text), Listing(kind, items)) if items else None

    def day_in_figures(self, text: str) -> DateReading | None:
        """Return the day that "6/25" may be, which is a fraction elsewhere."""
        tokens = self.tokens(text)
        found = self._figures.month_and_day(tokens, 0, expected=True) if tokens else None
        return found[0] if found is not None and found[1] == len(tokens) else None

    def ordinal(self, text: str) -> int | None:
        """Return the number of an ordinal: "fourth", "4th", "one-year"."""
        read = self._numbers.ordinal(self.tokens(text), 0)
        return None if read is None else read[0]

    def code(self, kind: str, text: str) -> str | None:
        """Return the code of a country or language."""
        return self._terms[kind].code(text)

    @cached_property
    def _finders(self) -> dict[str, Callable[[str], list[Found]]]:
        """The kinds that are no matter of tokens."""
        return {"name": self._find_names, "score": scores}

    @cached_property
    def _ordinals(self) -> OrdinalReader:
        return OrdinalReader(self.language)

    def _find_names(self, text: str) -> list[Found]:
        return [Found(start, end, Listing("name", names)) for start, end, names in self.names.find_lists(text)]

    @cached_property
    def _persons(self) -> PersonsReader:
        return PersonsReader(self.language, self.names)

    def _find_persons(self, text: str, tokens: list[Token]) -> list[Found]:
        """Return counts of persons, with their noun as the `population` and their names as the `person`."""
        return [
            Found(
                tokens[i].start,
                tokens[each.end - 1].end,
                each.reading,
                (
                    ("population", self.language.persons.groups.get(each.noun, each.noun)),
                    ("person", "; ".join(each.names)),
                ),
            )
            for each, i in self._persons.find(text, tokens)
        ]

    def _find_capitalised(self, text: str, kind: str) -> list[Found]:
        found = []
        for start, end in self.names.find_any(text):
            words = text[start:end]
            if kind == "text" or self.code(kind, words) is not None:
                found.append(Found(start, end, Listing(kind, (words,))))
        return found
