"""Reads random and mutated strings in search of one that raises an exception or breaks a law of what is read.

    python bench/fuzz.py [--strings 1000000] [--seed 0] [--processes 2]

Strings are the examples of the rules and of the language, bent up to six times, or values put together from words of
the language, or random Unicode; some hold two of these with a line break between them, which are compared. The same
seed makes the same strings, whatever the number of processes. Every kind of fault is shown once, by the shortest
string that shows it; the exit code is 1 if there was any.
"""

from __future__ import annotations

import argparse
import sys
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

from factcheck.compare import Comparer
from factcheck.grammar import Reader
from factcheck.grammar.fold import fold
from factcheck.grammar.language import Language
from factcheck.grammar.quantity import KINDS as QUANTITIES
from factcheck.model import ValueRead
from factcheck.normalise.values import ValueFinder
from factcheck.report.values import render_line
from factcheck.ruleset import load_language, load_language_examples, load_ruleset
from factcheck.values import DateReading

SLICE = 5_000  # strings that one process reads before it takes the next ones
LONGEST = 400  # characters that mutations may add up to
KINDS = (*QUANTITIES, "date", "name", "country", "language", "text")
LEAP_DAY = DateReading(2012, 2, 29)
# What calendars, clocks and machine numbers trip over, and what keyboards do not write.
HARD = (
    *("30 February", "29 February", "February 30, 2011", "31 April", "13/13/2011", "00/00/0000", "0000-00-00", "W54"),
    *("year 0", "0 AD", "0 BC", "44 BC", "AD 1", "10000", "99999 BC", "Q5", "the 0th", "the 0th century", "week 60"),
    *("25:61", "24:00", "23:59:60", "12:00 am", "0 pm", "from 2010 to 2008", "2010-2008", "until", "since", "between"),
    *("minus three days", "-3 days", "-0", "0 years ago", "minus", "in 2012 years", "999999 centuries ago", "to today"),
    *("10^400", "1e400", "1e-400", "9" * 30, "9" * 31, "9" * 400, "9" * 4301, "0." + "0" * 320 + "1", "1/0", "0/0"),
    *("³", "x²", "½", "⅐", "↉", "1⁄2", "①", "Ⅻ", "٣", "３", "۴", "३", "𝟗", "五", "百", "²⁰¹¹", "₂", "½½", "1\u00a0000"),
    *("\u0301", "\u0305", "\u200b", "\u200d", "\u202e", "\u2066", "\u2069", "\ufeff", "\u00ad", "\u0000", "\ud800"),
    *("İ", "ß", "ﬁ", "ǅ", "ſ", "\u212a", "😀", "\u2028", "\u0085", "\r\n", "\t", "−", "～", "％", "￥", "€", "%", "‰"),
)
SCRIPTS = ("٠١٢٣٤٥٦٧٨٩", "०१२३४५६७८९", "０１２３４５６７８９", "⁰¹²³⁴⁵⁶⁷⁸⁹", "₀₁₂₃₄₅₆₇₈₉", "𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗")
NUMBERS = (
    *("0", "00", "1", "2", "5.2", "12", "29", "31", "50", "99", "1980", "2010", "2011", "1,000", "1/4", "½", "0.001"),
    *("9007199254740993", "9" * 16, "1" + "0" * 29, "0." + "0" * 27 + "1"),
)
DENSE = "0123456789.,-/:' ½²h%$"
# Ranges of code points, each as likely as another: the farther away, the wider.
PLANES = ((0x20, 0x7F), (0x80, 0x24F), (0x300, 0x36F), (0x370, 0x1FFF), (0x2000, 0x2BFF), (0x3000, 0x10FFFF))


class BrokenLawError(Exception):
    """What was read cannot be."""


@dataclass(frozen=True, slots=True)
class Stock:
    """What strings are made of: phrases to bend, pieces to put into them, and the slots of values with their words."""

    phrases: tuple[str, ...]
    pieces: tuple[str, ...]
    slots: tuple[tuple[str, ...], ...]


def stock() -> Stock:
    """Return the phrases of all examples, and the words of the language with what is hard to read."""
    language = load_language_examples().model_dump()
    rules = [rule.examples.model_dump() for rule in load_ruleset().rules]
    values = [language[part] for part in ("numbers", "units", "hedges", "vague", "plain", "dates")]
    strings = tuple(dict.fromkeys(strings_in([rules, values])))
    return Stock(
        phrases=tuple(each for each in strings if " " in each),
        pieces=(*(each for each in strings if len(each) < 20), *HARD),
        slots=slots(language),
    )


def slots(language: dict[str, Any]) -> tuple[tuple[str, ...], ...]:
    """Return what values are put together from, in the order in which they are written."""
    numbers, units, dates = language["numbers"], language["units"], language["dates"]
    hedges = [language["hedges"], language["vague"], dates["parts"], dates["bounds"], numbers["between"]]
    number = [NUMBERS, numbers["cardinals"], numbers["scales"], dates["weekdays"], dates["days"]]
    unit = [units["duration"], units["percent"], dates["months"], dates["era_before"], "dollars", "people", "kg"]
    order = (
        hedges,
        numbers["minus"],
        number,
        unit,
        numbers["to"],
        number,
        unit,
        number,
        ["ago", "later", "cents", "°C"],
    )
    return tuple(tuple(strings_in(each)) for each in order)


def strings_in(data: object) -> Iterator[str]:
    """Yield every string in plain data, keys included: the words of a language are keys."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        for key, each in data.items():
            yield from strings_in((key, each))
    elif isinstance(data, list | tuple):
        for each in data:
            yield from strings_in(each)


def cut(rng: Random, text: str) -> tuple[int, int]:
    """Return the ends of a short stretch of a text."""
    start = rng.randint(0, len(text))
    return start, min(len(text), start + rng.randint(1, 8))


def insert(rng: Random, text: str, of: Stock) -> str:
    """Put a piece anywhere."""
    at = rng.randint(0, len(text))
    return text[:at] + rng.choice(of.pieces) + text[at:]


def add_word(rng: Random, text: str, of: Stock) -> str:
    """Put a piece between two words."""
    words = text.split(" ")
    words.insert(rng.randint(0, len(words)), rng.choice(of.pieces))
    return " ".join(words)


def change_word(rng: Random, text: str, of: Stock) -> str:
    """Put a piece in place of a word."""
    words = text.split(" ")
    words[rng.randrange(len(words))] = rng.choice(of.pieces)
    return " ".join(words)


def swap_words(rng: Random, text: str, _: Stock) -> str:
    """Let two words change places."""
    words = text.split(" ")
    one, other = rng.randrange(len(words)), rng.randrange(len(words))
    words[one], words[other] = words[other], words[one]
    return " ".join(words)


def delete(rng: Random, text: str, _: Stock) -> str:
    """Leave out a short stretch."""
    start, end = cut(rng, text)
    return text[:start] + text[end:]


def repeat(rng: Random, text: str, _: Stock) -> str:
    """Write a short stretch again and again."""
    start, end = cut(rng, text)
    return text[:start] + text[start:end] * rng.choice((2, 2, 3, 40)) + text[end:]


def swap(rng: Random, text: str, _: Stock) -> str:
    """Let two neighbouring characters change places."""
    at = rng.randint(0, len(text))
    return text[:at] + text[at : at + 2][::-1] + text[at + 2 :]


def splice(rng: Random, text: str, of: Stock) -> str:
    """Let another phrase go on where this one is broken off."""
    other = rng.choice(of.phrases)
    return text[: rng.randint(0, len(text))] + other[rng.randint(0, len(other)) :]


def change_figures(rng: Random, text: str, _: Stock) -> str:
    """Put other figures in place of these, one for one."""
    return "".join(rng.choice("01239") if char in "0123456789" else char for char in text)


def write_figures_otherwise(rng: Random, text: str, _: Stock) -> str:
    """Write figures in another script, or as superscripts."""
    return text.translate(str.maketrans("0123456789", rng.choice(SCRIPTS)))


def change_case(rng: Random, text: str, _: Stock) -> str:
    """Write all in capitals, in small letters, or every word with a capital."""
    return rng.choice((str.upper, str.lower, str.title))(text)


def add_unicode(rng: Random, text: str, _: Stock) -> str:
    """Put a random character anywhere."""
    at = rng.randint(0, len(text))
    return text[:at] + chr(rng.randint(*rng.choice(PLANES))) + text[at:]


MUTATIONS: tuple[Callable[[Random, str, Stock], str], ...] = (
    *(insert, add_word, change_word, swap_words, delete, repeat, swap, splice),
    *(change_figures, write_figures_otherwise, change_case, add_unicode),
)


def mutated(rng: Random, of: Stock) -> str:
    """Return a phrase, bent."""
    text = rng.choice(of.phrases)
    for _ in range(rng.choice((1, 1, 2, 2, 3, 6))):
        bent = rng.choice(MUTATIONS)(rng, text, of)
        text = bent if len(bent) <= LONGEST or rng.random() < 0.01 else text
    return text


def composed(rng: Random, of: Stock) -> str:
    """Return what may be a value, or a range."""
    gap = rng.choice((" ", " ", " ", "-", ""))
    return gap.join(rng.choice(slot) for slot in of.slots if rng.random() < 0.6)


def phrase(rng: Random, of: Stock) -> str:
    """Return something like a phrase."""
    return (composed if rng.random() < 0.3 else mutated)(rng, of)


def any_string(rng: Random, of: Stock) -> str:
    """Return a string to read."""
    chance = rng.random()
    if chance < 0.05:
        return "".join(chr(rng.randint(*rng.choice(PLANES))) for _ in range(rng.randint(0, 30)))
    if chance < 0.1:
        return "".join(rng.choices(DENSE, k=rng.randint(1, 30)))
    if chance < 0.2:
        return " ".join(rng.choices(of.pieces, k=rng.randint(1, 6)))
    if chance < 0.3:
        return f"{phrase(rng, of)}\n{phrase(rng, of)}"
    return phrase(rng, of)


class Checker:
    """Reads a string in every way there is, and looks whether it can be so."""

    def __init__(self, language: Language) -> None:
        self._finder = ValueFinder(language)
        self._reader = Reader(language)
        self._comparer = Comparer(language)

    def check(self, text: str) -> int:
        """Return how many values were read; raises whatever reading raises, and BrokenLawError."""
        values = self._finder.find(text)
        dated = self._finder.find(text, LEAP_DAY)
        must(self._finder.find(text) == values, "the same string read twice gives the same")
        for read in (values, dated):
            check_values(text, read)
        for kind in KINDS:
            self._check_line(text, kind)
        first, broken, second = text.partition("\n")
        if broken:
            self._check_pair(first, second)
        return len(values)

    def _check_line(self, text: str, kind: str) -> None:
        found = self._reader.read_line(fold(text), kind)
        if found is not None:
            must(0 <= found.start < found.end <= len(text), "a line's value stands in the line")
            found.reading.notation()

    def _check_pair(self, first: str, second: str) -> None:
        for kind in (None, "organisation", "work"):
            relation = self._comparer.compare(first, second, kind).relation
            turned = self._comparer.compare(second, first, kind).relation
            must(relation == turned, "a relation is the same both ways")


def check_values(text: str, values: Sequence[ValueRead]) -> None:
    """Check the laws of what is read in a text."""
    end = 0
    for value in values:
        must(end <= value.start < value.end <= len(text), "values stand in the text, in order and apart")
        end = value.end
        for each in (value, *value.alternatives):
            must(each.text == text[each.start : each.end], "a value's text is what stands at its place")
            if each.low is not None and each.high is not None:
                must(each.low <= each.high, "low is no higher than high")
            if each.first is not None and each.last is not None:
                must(date_key(each.first) < date_key(each.last), "a date begins before it ends")
            must((each.edtf or "").count("/") <= 1, "a date in EDTF has two ends at most")
    render_line(None, values).encode()


def date_key(day: str) -> tuple[int, ...]:
    """Return an ISO day as numbers, by which days of any year can be ordered."""
    return tuple(map(int, day.rsplit("-", 2)))


def must(holds: bool, law: str) -> None:
    """Raise BrokenLawError where a law does not hold."""
    if not holds:
        raise BrokenLawError(law)


@dataclass(slots=True)
class Outcome:
    """What became of strings: the shortest string of every kind of fault, and the one that took longest."""

    strings: int = 0
    values: int = 0
    slowest: tuple[float, str] = (0, "")
    faults: dict[str, str] = field(default_factory=dict)

    def add_fault(self, kind: str, text: str) -> None:
        """Keep a failing string unless a shorter one is known."""
        self.faults[kind] = min(self.faults.get(kind, text), text, key=len)

    def add(self, other: Outcome) -> None:
        """Add what became of other strings."""
        self.strings += other.strings
        self.values += other.values
        self.slowest = max(self.slowest, other.slowest)
        for kind, text in other.faults.items():
            self.add_fault(kind, text)


def kind_of(error: Exception) -> str:
    """Name a fault by its law, or by the exception and the function that raised it."""
    if isinstance(error, BrokenLawError):
        return str(error)
    frame = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__} in {Path(frame.filename).name}, {frame.name}"


def failure(checker: Checker, text: str) -> Exception | None:
    """Return what reading a string raises."""
    try:
        checker.check(text)
    except Exception as error:
        return error
    return None


def read_slice(seed: int, number: int, strings: int) -> Outcome:
    """Make and read one slice of the strings; a slice is the same in whatever process."""
    rng, of, checker = Random(f"{seed} {number}"), stock(), Checker(load_language())
    outcome = Outcome()
    for _ in range(strings):
        text = any_string(rng, of)
        start = time.perf_counter()
        outcome.strings += 1
        try:
            outcome.values += checker.check(text)
        except Exception as error:
            outcome.add_fault(kind_of(error), text)
        outcome.slowest = max(outcome.slowest, (time.perf_counter() - start, text))
    return outcome


def fuzz(strings: int, seed: int, processes: int = 1) -> Outcome:
    """Read this many strings, and reduce those that failed."""
    sizes = [min(SLICE, strings - start) for start in range(0, strings, SLICE)]
    work = partial(read_slice, seed)
    outcome = Outcome()
    if processes == 1:
        for each in map(work, range(len(sizes)), sizes):
            outcome.add(each)
    else:
        with ProcessPoolExecutor(processes) as pool:
            for each in pool.map(work, range(len(sizes)), sizes):
                outcome.add(each)
    checker = Checker(load_language())
    outcome.faults = {kind: reduced(checker, kind, text) for kind, text in sorted(outcome.faults.items())}
    return outcome


def reduced(checker: Checker, kind: str, text: str) -> str:
    """Leave out of a failing string what can go without its failing otherwise: halves, quarters, … characters."""
    size = max(1, len(text) // 2)
    while size:
        at, before = 0, len(text)
        while at < len(text):
            shorter = text[:at] + text[at + size :]
            error = failure(checker, shorter)
            if error is not None and kind_of(error) == kind:
                text = shorter
            else:
                at += size
        if len(text) == before:
            size //= 2
    return text


def shown(outcome: Outcome, seconds: float) -> str:
    """Return the outcome for people; strings are escaped, for they may hold anything."""
    checker = Checker(load_language())
    taken, slowest = outcome.slowest
    lines = [
        f"{outcome.strings} strings, {outcome.values} values, {len(outcome.faults)} kinds of fault, {seconds:.0f} s; "
        f"the slowest took {taken * 1000:.0f} ms: {ascii(slowest)[:200]}"
    ]
    for kind, text in outcome.faults.items():
        lines.append(f"\n{kind}\n  {text!a}")
        error = failure(checker, text)
        if error is not None:
            last = traceback.format_exception(error, limit=-2)[1:]
            lines += [f"    {line}" for part in last for line in part.rstrip().split("\n")]
    return "\n".join(lines)


def main() -> None:
    """Fuzz, print what was found, and fail if there was a fault."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--strings", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--processes", type=int, default=2)
    args = parser.parse_args()
    start = time.perf_counter()
    outcome = fuzz(args.strings, args.seed, args.processes)
    print(shown(outcome, time.perf_counter() - start))
    sys.exit(1 if outcome.faults else 0)


if __name__ == "__main__":
    main()
