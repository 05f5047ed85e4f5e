"""Strings to read: examples of the rules and of the language, bent; values put together of words; random Unicode."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random
from typing import Any

from factcheck.ruleset import load_language_examples, load_ruleset

LONGEST = 400  # characters that mutations may add up to
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
