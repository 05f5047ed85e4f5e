"""Quantities: a number with its hedge and unit, as counts, durations, percentages or money."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property

from factcheck.grammar.figures import figures
from factcheck.grammar.language import Language
from factcheck.grammar.measure import MeasureReader
from factcheck.grammar.money import MoneyReader
from factcheck.grammar.number import Number, NumberReader, quantity
from factcheck.grammar.tokens import PhraseTable, Token, adjacent, hyphen, is_sign, text_at
from factcheck.values.reading import SECONDS, Quantity

_OLDEST = 200  # years; what is older is no age
Found = tuple[Quantity, int, int]  # the reading, and the tokens it is made of: [first, end)


class QuantityReader:
    """Finds the quantities of one kind among tokens."""

    def __init__(self, language: Language, kind: str, *, signed: bool = False) -> None:
        self._language = language
        self._kind = kind
        self._numbers = NumberReader(language, signed=signed)
        self._before = PhraseTable(language.hedges.before.items())
        self._after = PhraseTable(language.hedges.after.items())
        self._percent = PhraseTable((sign, "percent") for sign in language.units.percent)
        self._old = PhraseTable((phrase, "old") for phrase in language.units.old)
        self._aged = PhraseTable((phrase, "aged") for phrase in language.units.aged)

    @cached_property
    def _money(self) -> MoneyReader:
        return MoneyReader(self._language.units.money, self._numbers)

    @cached_property
    def _measures(self) -> MeasureReader:
        return MeasureReader(self._language.units.measures, self._numbers)

    def read(self, tokens: list[Token], at: int) -> Found | None:
        """Return the quantity that begins at a token, its hedge included, or None."""
        if self._kind == "number" and _in_a_name(tokens, at):
            return None
        hedge, start = self._before.match(tokens, at) or (None, at)
        between = text_at(tokens, start) in self._language.numbers.between
        bare = self._with_unit(tokens, start) or (self._with_unit(tokens, start + 1) if between else None)
        if bare is None:
            return None
        reading, end = self._range(tokens, *bare, between=between)
        if between and reading.upto is None:
            return None
        if hedge is None and (after := self._after_hedge(tokens, end)) is not None:
            hedge, end = after
        if hedge is not None and reading.vague is None and reading.upto is None:
            modifier = self._language.hedges.modifiers[hedge]
            reading = replace(reading, hedge=hedge, modifier=modifier)
        return reading, at, end

    def _range(self, tokens: list[Token], first: Quantity, at: int, *, between: bool) -> tuple[Quantity, int]:
        """Read the second end of "$62 to $68" and "between 10 km and 20 km": each with its unit."""
        words = self._language.numbers
        joined = text_at(tokens, at) in (words.joiners if between else words.to)
        if not joined or first.value is None or first.upto is not None or self._kind == "number":
            return first, at
        second = self._with_unit(tokens, at + 1)
        if second is None or second[0].value is None or second[0].upto is not None:
            return first, at
        fits = second[0].unit == first.unit and second[0].value > first.value
        return (replace(first, upto=second[0].value), second[1]) if fits else (first, at)

    def _after_hedge(self, tokens: list[Token], at: int) -> tuple[str, int] | None:
        skip = 1 if is_sign(tokens, at, "-") else 0
        return self._after.match(tokens, at + skip)

    def _with_unit(self, tokens: list[Token], at: int) -> tuple[Quantity, int] | None:
        match self._kind:
            case "duration":
                return self._duration(tokens, at)
            case "percent":
                return self._percentage(tokens, at)
            case "money":
                return self._money.read(tokens, at)
            case "age":
                return self._age(tokens, at)
            case "measure":
                return self._measures.read(tokens, at)
        number = self._numbers.read(tokens, at)
        return None if number is None else (quantity("number", number, ""), number.end)

    def _duration(self, tokens: list[Token], at: int) -> tuple[Quantity, int] | None:
        first = self._one_duration(tokens, at)
        if first is None:
            return None
        reading, end = first
        while (more := self._smaller_part(tokens, end, reading)) is not None:
            reading, end = more
        if is_sign(tokens, end, "'") and adjacent(tokens, end):
            end += 1  # "three months' detention"
        return reading, end

    def _one_duration(self, tokens: list[Token], at: int) -> tuple[Quantity, int] | None:
        number = self._numbers.read(tokens, at)
        article = self._article(tokens, at) if number is None else None
        number = number or article
        return None if number is None else self._of_unit(tokens, number, is_article=article is not None)

    def _of_unit(self, tokens: list[Token], number: Number, *, is_article: bool) -> tuple[Quantity, int] | None:
        """Read the unit behind a number or an article, and what the unit lets follow."""
        end = self._after_of(tokens, number) if number.step < 1 else number.end
        end += is_sign(tokens, end, "-")
        text = text_at(tokens, end).removesuffix("'s")
        unit = self._language.units.duration.get(text)
        if unit is None or (len(text) == 1 and number.in_words):
            return None
        if is_article and text in self._language.numbers.ordinals:
            return None  # "a second film"
        reading, end = quantity("duration", number, unit), end + 1
        if number.upto is not None:
            return reading, end
        if unit == "hour" and number.step == 1 and adjacent(tokens, end) and tokens[end].kind == "number":
            return self._hours_minutes(tokens, reading, end)
        if unit == "hour" and (minutes := self._spoken_minutes(tokens, reading, end)) is not None:
            return minutes
        return self._or_two(tokens, reading, end) if is_article else self._and_a_half(tokens, reading, end)

    def _spoken_minutes(self, tokens: list[Token], hours: Quantity, at: int) -> tuple[Quantity, int] | None:
        """Read "1 hour thirty", where nothing but a sign follows."""
        number = self._numbers.read_one(tokens, at + (text_at(tokens, at) in self._language.numbers.joiners))
        if number is None or number.value is None or hours.value is None or not 0 < number.value < 60:
            return None
        closes = number.end >= len(tokens) or is_sign(tokens, number.end, ".,;")
        if not closes or number.value != int(number.value) or number.upto is not None:
            return None
        return replace(hours, value=hours.value * 60 + number.value, unit="minute", step=1), number.end

    def _after_of(self, tokens: list[Token], number: Number) -> int:
        """Return the token after the "of an" of "three quarters of an hour"."""
        words = self._language.numbers
        end = number.end + (text_at(tokens, number.end) in self._language.dates.of)
        return end + (text_at(tokens, end) in words.articles)

    def _article(self, tokens: list[Token], at: int) -> Number | None:
        """Read "a", "half a" or "a quarter of an" before a unit."""
        words, of = self._language.numbers, self._language.dates.of
        article = text_at(tokens, at) in words.articles
        half = words.halves.get(text_at(tokens, at + article))
        if half is None:
            return Number(1, at + 1, in_words=True) if article else None
        end = at + article + 1
        end += text_at(tokens, end) in of
        joined = is_sign(tokens, end, "-")
        if text_at(tokens, end) in words.articles:
            return Number(half, end + 1, step=half, in_words=True)
        at_unit = text_at(tokens, end + joined) in self._language.units.duration
        return Number(half, end, step=half, in_words=True) if at_unit else None

    def _or_two(self, tokens: list[Token], reading: Quantity, end: int) -> tuple[Quantity, int]:
        """Read "a year or two", if not "a year or two months"."""
        upto = self._language.numbers.cardinals.get(text_at(tokens, end + 1), 0)
        if text_at(tokens, end) != "or" or reading.value != 1 or upto <= 1:
            return self._and_a_half(tokens, reading, end)
        if text_at(tokens, end + 2) in self._language.units.duration:
            return reading, end
        return replace(reading, upto=upto), end + 2

    def _and_a_half(self, tokens: list[Token], reading: Quantity, end: int) -> tuple[Quantity, int]:
        """Read "an hour and a half", "a week and a half": 90 minutes, 1.5 weeks."""
        words = self._language.numbers
        wanted = (words.joiners, words.articles, words.halves)
        texts = [token.text for token in tokens[end : end + 3]]
        if len(texts) < 3 or not all(text in each for text, each in zip(texts, wanted, strict=True)):
            return reading, end
        if reading.value is None or (end + 3 < len(tokens) and tokens[end + 3].text in self._language.units.duration):
            return reading, end
        return _half_more(reading, words.halves[texts[2]]), end + 3

    def _hours_minutes(self, tokens: list[Token], hours: Quantity, at: int) -> tuple[Quantity, int]:
        """Read "1h31" and "1h31m"."""
        minutes = int(tokens[at].text) if tokens[at].text.isdecimal() else 60
        if minutes >= 60 or hours.value is None:
            return hours, at
        end = at + 1
        if adjacent(tokens, end) and tokens[end].text in ("m", "min", "mins"):
            end += 1
        return replace(hours, value=hours.value * 60 + minutes, unit="minute", step=1), end

    def _smaller_part(self, tokens: list[Token], at: int, so_far: Quantity) -> tuple[Quantity, int] | None:
        """Read the next part of "two years and three months" or "1 hr 31 min"."""
        if so_far.value is None or so_far.upto is not None or at >= len(tokens):
            return None
        skip = (
            tokens[at].text in self._language.numbers.joiners or is_sign(tokens, at, ",") or _is_abbreviated(tokens, at)
        )
        part = self._one_duration(tokens, at + skip)
        if part is None or part[0].value is None or part[0].upto is not None:
            return None
        reading, end = part
        size = SECONDS[so_far.unit] / SECONDS[reading.unit]
        assert reading.value is not None
        if size <= 1 or size != int(size) or reading.value >= size:
            return None
        return replace(reading, value=so_far.value * int(size) + reading.value, step=1), end

    def _percentage(self, tokens: list[Token], at: int) -> tuple[Quantity, int] | None:
        number = self._numbers.read(tokens, at)
        if number is None:
            return None
        sign = self._percent.match(tokens, number.end)
        if sign is None:
            return None
        step = 1 if number.step > 1 else number.step
        return quantity("percent", replace(number, step=step), "percent"), sign[1]

    def _age(self, tokens: list[Token], at: int) -> tuple[Quantity, int] | None:
        """Read "52 years old", "six-year-old", "3 weeks of age", "aged 52", "at the age of 52"."""
        aged = self._aged.match(tokens, at)
        if aged is not None:
            number = self._numbers.read(tokens, aged[1])
            known = number is not None and number.value is not None and 0 <= number.value <= _OLDEST
            return (quantity("age", number, "year"), number.end) if known and number is not None else None
        duration = self._one_duration(tokens, at)
        if duration is None:
            return None
        reading, end = duration
        end += is_sign(tokens, end, "-")
        old = self._old.match(tokens, end)
        return None if old is None else (replace(reading, kind="age"), old[1])


def _in_a_name(tokens: list[Token], at: int) -> bool:
    """Tell whether a number is part of a name or a score: "XC40", "TA-35", "2-1", "S&P 500" apart."""
    if tokens[at].kind != "number":
        return False
    if adjacent(tokens, at) and tokens[at - 1].kind == "word":
        return True
    stuck = is_sign(tokens, at - 1, "-") and adjacent(tokens, at) and adjacent(tokens, at - 1)
    if stuck and at > 1 and tokens[at - 2].kind in ("word", "number"):
        return True
    score = hyphen(tokens, at + 1) and at + 2 < len(tokens) and tokens[at + 2].kind == "number"
    return bool(score) and _plain(tokens[at].text) >= _plain(tokens[at + 2].text)


def _plain(text: str) -> float:
    read = figures(text)
    return 0 if read is None else read[0]


def _half_more(reading: Quantity, half: float) -> Quantity:
    assert reading.value is not None
    smaller = {"hour": ("minute", 60), "minute": ("second", 60), "year": ("month", 12)}.get(reading.unit)
    if smaller is None:
        return replace(reading, value=reading.value + half, step=0.5)
    unit, size = smaller
    return replace(reading, value=int((reading.value + half) * size), unit=unit, step=1)


def _is_abbreviated(tokens: list[Token], at: int) -> bool:
    """Tell whether a dot ends no sentence: "1 hr. 31 min", but not "It took 2 days. 3 men"."""
    unit = text_at(tokens, at - 1)
    dot = is_sign(tokens, at, ".") and adjacent(tokens, at) and len(unit) < 5
    return dot and unit.removesuffix("s") not in SECONDS and at + 1 < len(tokens) and tokens[at + 1].kind == "number"
