"""All values of a text in standard notations: what `factcheck values` prints."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from math import isinf

from factcheck.grammar import Found, reader_of
from factcheck.grammar.fold import fold
from factcheck.grammar.language import Language
from factcheck.model import ValueRead
from factcheck.normalise.otherwise import as_dates
from factcheck.values import DateReading, Interval, Quantity, calendar
from factcheck.values.notation import edtf, length_of_span, other_timex, timex
from factcheck.values.reading import BASE_UNITS, SECONDS, ClockTime, Undated
from factcheck.values.resolve import others, resolve

_TIMES = frozenset({"duration", "number"})  # the kinds that may be dates too, or spans in other units
_FLOORS, _CEILINGS = frozenset({"more_than", "at_least"}), frozenset({"less_than", "at_most"})


class ValueFinder:
    """Finds the values of a text and says what they allow."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._reader = reader_of(language)

    def find(self, text: str, reference: DateReading | None = None) -> list[ValueRead]:
        """Return the values of a text in order; `reference` is the day by which "last year" is read."""
        folded = fold(text)
        found = self._reader.find_all(folded)
        return [self._read(text, each, reference, told) for each, told in _with_told(found, reference)]

    def _read(self, text: str, found: Found, reference: DateReading | None, told: DateReading | None) -> ValueRead:
        words = text[found.start : found.end]
        match found.reading:
            case Quantity() as quantity:
                return self._with_others(text, self._quantity(found, words, quantity), quantity, reference)
            case DateReading() as date:
                return self._date_read(found, words, date, reference, told)
            case Undated(name):
                return ValueRead(found.start, found.end, words, "time", name, timex=name)
            case ClockTime(hour, minute, second, zone):
                text_value = found.reading.notation()
                shown = f"{hour:02d}:{minute:02d}" + (f":{second:02d}" if second is not None else "")
                return ValueRead(
                    found.start, found.end, words, "time", text_value, value=shown, zone=zone, timex=f"T{shown}"
                )
        raise TypeError(f"no notation for {found.reading}")

    def _with_others(self, text: str, read: ValueRead, reading: Quantity, reference: DateReading | None) -> ValueRead:
        """Return a quantity with the readings that are honest too: as a date, and as the same span in other units."""
        if reading.kind not in _TIMES and "/" not in read.text:
            return read
        dates = []
        for each in as_dates(self._reader, text, read.start, read.text, reading):
            dated = self._date_read(Found(read.start, read.end, each), read.text, each, reference, None)
            dates += [dated, *dated.alternatives]
        spans = [replace(read, timex=each, alternatives=()) for each in other_timex(reading)]
        return replace(read, alternatives=(*read.alternatives, *spans, *dates)) if spans or dates else read

    def _date_read(
        self, found: Found, words: str, date: DateReading, reference: DateReading | None, told: DateReading | None
    ) -> ValueRead:
        """Return a date with the readings that are honest too."""
        if date.resolved and date.until is None and date.other is None:
            return self._date(found, words, date)
        readings = [resolve(date, reference, told), *others(date, reference, told)]
        reads = [self._date(found, words, reading) for reading in readings]
        if (length := length_of_span(date)) is not None:
            reads[0] = self._with_length(reads[0], length)
        ends = [self._up_to(read, reading) for read, reading in zip(reads, readings, strict=True) if reading.until]
        alternatives = (*reads[1:], *(end for end in ends if end is not None))
        return replace(reads[0], alternatives=alternatives) if alternatives else reads[0]

    def _with_length(self, span: ValueRead, length: Quantity) -> ValueRead:
        """Return "the past three years" as a duration that has its days."""
        read = self._quantity(Found(span.start, span.end, length), span.text, length)
        return replace(read, edtf=span.edtf, first=span.first, last=span.last)

    def _quantity(self, found: Found, words: str, reading: Quantity) -> ValueRead:
        point = reading.upto is None and reading.vague is None
        low, high = self._ends(reading)
        return ValueRead(
            found.start,
            found.end,
            words,
            reading.kind,
            reading.notation(),
            value=reading.value if point else None,
            low=low,
            high=high,
            unit=reading.unit or None,
            hedge=self._language.hedges.as_shown(reading.hedge),
            timex=timex(reading),
            alternatives=tuple(self._quantity(found, words, other) for other in _others(reading)),
        )

    def _up_to(self, whole: ValueRead, reading: DateReading) -> ValueRead | None:
        """Return the other reading of a range: "from 2014 to 2018" may end where 2018 begins."""
        if reading.until is None or not reading.resolved or whole.first is None:
            return None
        start, end = reading.span().low, reading.until.span().low
        return replace(whole, last=calendar.iso(int(end))) if start < end else None

    def _ends(self, reading: Quantity) -> tuple[float | None, float | None]:
        """Return the ends that the words set, in the unit as written; the side that a hedge leaves open has none."""
        if reading.hedge in _FLOORS and reading.value is not None and reading.upto is None:
            return reading.value, None
        if reading.hedge in _CEILINGS and reading.value is not None:
            return None, reading.value
        if reading.upto is not None:
            return reading.value, reading.upto
        bounds = self._language.bounding.of_quantity(reading, exact=reading.kind in BASE_UNITS)
        size = SECONDS[reading.unit] if reading.kind == "duration" else 1
        literal = bounds.literal if size == 1 else bounds.literal.scaled(1 / size)
        return literal.low, None if isinf(bounds.lenient.high) else literal.high

    def _date(self, found: Found, words: str, reading: DateReading) -> ValueRead:
        span = reading.span() if reading.resolved else None
        return ValueRead(
            found.start,
            found.end,
            words,
            "date",
            reading.notation(),
            hedge=reading.hedge,
            timex=timex(reading),
            edtf=edtf(reading),
            problem=reading.problem,
            first=None if span is None or isinf(span.low) else calendar.iso(int(span.low)),
            last=None if span is None or isinf(span.high) else _after(span),
        )


def _with_told(found: Iterable[Found], reference: DateReading | None) -> Iterator[tuple[Found, DateReading | None]]:
    """Yield each value, with the date that was told before it where it is counted from that: "two days later".

    Dates wait to be resolved until one is counted from them, so that each is resolved once.
    """
    told: DateReading | None = None
    waiting: list[DateReading] = []
    for each in found:
        reading = each.reading
        if not isinstance(reading, DateReading):
            yield each, None
            continue
        if reading.from_told:
            for date in waiting:
                resolved = resolve(date, reference, told)
                told = replace(resolved, bound=None, until=None, part=None) if resolved.resolved else told
            waiting.clear()
        yield each, told if reading.from_told else None
        waiting.append(reading)


def _others(reading: Quantity) -> tuple[Quantity, ...]:
    """Return the other readings of a quantity, and theirs."""
    if reading.other is None:
        return ()
    return (replace(reading.other, other=None), *_others(reading.other))


def _after(span: Interval) -> str:
    """Return the first day after a span."""
    return calendar.iso(int(span.high) + (not span.high_open))
