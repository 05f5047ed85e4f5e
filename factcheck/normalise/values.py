"""All values of a text in standard notations: what `factcheck values` prints."""

from __future__ import annotations

from dataclasses import replace
from math import isinf

from factcheck.grammar import Found, Reader
from factcheck.grammar.fold import fold
from factcheck.grammar.language import Language
from factcheck.model import ValueRead
from factcheck.values import DateReading, Interval, Quantity, calendar
from factcheck.values.notation import edtf, timex
from factcheck.values.reading import SECONDS, ClockTime

_FLOORS, _CEILINGS = frozenset({"more_than", "at_least"}), frozenset({"less_than", "at_most"})


class ValueFinder:
    """Finds the values of a text and says what they allow."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._reader = Reader(language)

    def find(self, text: str, reference: DateReading | None = None) -> list[ValueRead]:
        """Return the values of a text in order; `reference` is the day by which "last year" is read."""
        folded = fold(text)
        return [self._read(text, found, reference) for found in self._reader.find_all(folded)]

    def _read(self, text: str, found: Found, reference: DateReading | None) -> ValueRead:
        words = text[found.start : found.end]
        match found.reading:
            case Quantity() as quantity:
                return self._quantity(found, words, quantity)
            case DateReading() as date:
                others = [] if date.other is None else [self._date(found, words, date.other, reference)]
                whole = self._date(found, words, date, reference)
                return replace(whole, alternatives=(*others, *self._up_to(whole, date, reference)))
            case ClockTime(hour, minute, second, zone):
                text_value = found.reading.notation()
                shown = f"{hour:02d}:{minute:02d}" + (f":{second:02d}" if second is not None else "")
                return ValueRead(
                    found.start, found.end, words, "time", text_value, value=shown, zone=zone, timex=f"T{shown}"
                )
        raise TypeError(f"no notation for {found.reading}")

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
            hedge=reading.hedge,
            timex=timex(reading),
            alternatives=tuple(self._quantity(found, words, other) for other in _others(reading)),
        )

    def _up_to(self, whole: ValueRead, reading: DateReading, reference: DateReading | None) -> list[ValueRead]:
        """Return the other reading of a range: "from 2014 to 2018" may end where 2018 begins."""
        last = None if reading.until is None else reading.resolve(reference).until
        if last is None or not last.resolved or whole.first is None:
            return []
        return [replace(whole, last=calendar.iso(int(last.span().low)))]

    def _ends(self, reading: Quantity) -> tuple[float | None, float | None]:
        """Return the ends that the words set, in the unit as written; the side that a hedge leaves open has none."""
        if reading.hedge in _FLOORS and reading.value is not None and reading.upto is None:
            return reading.value, None
        if reading.hedge in _CEILINGS and reading.value is not None:
            return None, reading.value
        if reading.upto is not None:
            return reading.value, reading.upto
        bounds = self._language.bounding.of_quantity(reading, exact=False)
        size = SECONDS[reading.unit] if reading.kind == "duration" else 1
        literal = bounds.literal.scaled(1 / size)
        return literal.low, None if isinf(bounds.lenient.high) else literal.high

    def _date(
        self,
        found: Found,
        words: str,
        reading: DateReading,
        reference: DateReading | None,
    ) -> ValueRead:
        resolved = reading.resolve(reference)
        span = resolved.span() if resolved.resolved else None
        return ValueRead(
            found.start,
            found.end,
            words,
            "date",
            resolved.notation(),
            hedge=resolved.hedge,
            timex=timex(resolved),
            edtf=edtf(resolved),
            first=None if span is None or isinf(span.low) else calendar.iso(int(span.low)),
            last=None if span is None or isinf(span.high) else _after(span),
        )


def _others(reading: Quantity) -> tuple[Quantity, ...]:
    """Return the other readings of a quantity, and theirs."""
    if reading.other is None:
        return ()
    return (replace(reading.other, other=None), *_others(reading.other))


def _after(span: Interval) -> str:
    """Return the first day after a span."""
    return calendar.iso(int(span.high) + (not span.high_open))
