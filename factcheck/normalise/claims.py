"""The stage itself: one mention at a time, with its rule and its document."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from math import inf

from factcheck.grammar import reader_of
from factcheck.grammar.fold import fold
from factcheck.grammar.language import Language
from factcheck.model import Claim, Document, Mention
from factcheck.normalise.names import person_item
from factcheck.values import (
    Bounds,
    DateReading,
    Interval,
    Item,
    Listed,
    Listing,
    Ordered,
    Precedence,
    Quantity,
    Term,
    Value,
    calendar,
)
from factcheck.values.date import Weekday
from factcheck.values.interval import hull
from factcheck.values.reading import BASE_UNITS, SECONDS, ClockTime
from factcheck.values.resolve import others, resolve
from factcheck.values.value import order_value

# How the date of a document is known, and what that makes of dates which depend on it.
_GUESSED = {"text": "guessed_date", "properties": "file_date"}
_EXACT_FORMS = frozenset({"label", "table", "title", "record"})
_ANYTHING = Bounds(Interval(-inf, inf), Interval(-inf, inf))


_MINUTE, _HOUR = 60, 3600
_NEAR = 400  # characters, within which a year is still told: a paragraph of news


class Normaliser:
    """Turns mentions into claims by the tables of a language."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._reader = reader_of(language)
        self._factors = {each.name: each.factor for each in language.units.measures}

    def claims(self, document: Document, mentions: Iterable[Mention]) -> tuple[Claim, ...]:
        """Return a document's claims; a mention that holds no known value gives none."""
        made = (self._claim(document, mention) for mention in mentions)
        return tuple(claim for claim in made if claim is not None)

    def _claim(self, document: Document, mention: Mention) -> Claim | None:
        caveats = list(mention.caveats)
        value = self._value(document, mention, caveats)
        if value is None:
            return None
        return Claim(
            field=mention.rule,
            subject=mention.subject,
            value=value,
            form=mention.form,
            rule=mention.rule,
            span=document.span(mention.start, mention.end),
            qualifiers=mention.qualifiers,
            caveats=tuple(caveats),
            words=" ".join(mention.words.split()),
            told=_day(document.published),
            beside=mention.beside,
        )

    def _value(self, document: Document, mention: Mention, caveats: list[str]) -> Value | None:
        match mention.reading:
            case Quantity() as quantity:
                return self._quantity(quantity, exact=mention.form in _EXACT_FORMS or quantity.kind == "ordinal")
            case DateReading() as date:
                return self._date(date, document, mention.start, caveats)
            case ClockTime() as time:
                return _time(time)
            case Listing(kind, items):
                return self._list(kind, items)
            case Precedence() as order:
                return order_value(order, field=mention.rule)
        raise TypeError(f"no rule reads {mention.reading}")

    def _quantity(self, reading: Quantity, *, exact: bool) -> Ordered:
        measured = reading.kind in BASE_UNITS  # which is rounded in records too
        bounds = self._language.bounding.of_quantity(reading, exact=exact and not measured)
        size, unit = SECONDS[reading.unit] if reading.kind == "duration" else 1, self._unit(reading)
        if measured and (factor := self._factors.get(reading.unit)):
            size, bounds = factor, Bounds(bounds.literal.scaled(factor), bounds.lenient.scaled(factor))
        point = None if reading.value is None or reading.upto is not None else reading.value * size
        hedge = self._language.hedges.as_shown(reading.hedge)
        value = Ordered(reading.kind, reading.notation(), bounds, unit, hedge or reading.vague, point)
        if reading.other is None:
            return value
        other = self._quantity(reading.other, exact=exact)
        same = (other.kind, other.unit) == (value.kind, value.unit)
        return replace(value, bounds=_hull(bounds, other.bounds) if same else _ANYTHING)

    def _unit(self, reading: Quantity) -> str:
        """Return the unit in which a quantity is compared with others of its kind."""
        if reading.kind == "duration":
            return "second"
        return BASE_UNITS.get(reading.kind, "") or reading.unit

    def _date(self, reading: DateReading, document: Document, at: int, caveats: list[str]) -> Ordered | None:
        """Resolve a date by the document's own; without one it stays open and contradicts nothing.

        "22 June" may also be of the year that the day told just before has. A day that no calendar has is no claim.
        """
        if reading.problem:
            return None
        if not reading.resolved and document.published_from in _GUESSED:
            caveats.append(_GUESSED[document.published_from])
        resolved = resolve(reading, document.published)
        if not resolved.resolved:
            caveats.append("unresolved_date")
            return Ordered("date", resolved.notation(), _ANYTHING, "day")
        bounds = self._language.bounding.of_date(resolved)
        rivals = others(reading, document.published) if reading.other or isinstance(reading.shift, Weekday) else []
        if reading.year is None and reading.shift is None:
            told = self._year_told(document.folded, at)
            rivals += [] if told in (None, resolved.year) else [reading.in_year(told)]
        if rivals:
            caveats.append("ambiguous")
            for rival in map(self._language.bounding.of_date, rivals):
                bounds = _hull(bounds, rival)
        return Ordered("date", resolved.notation(), bounds, "day", resolved.hedge)

    def _year_told(self, text: str, at: int) -> int | None:
        """Return the year of the last whole date that stands shortly before an offset: "on 3 April 2011"."""
        found = (each.reading for each in self._reader.find(text[max(0, at - _NEAR) : at], "date"))
        days = [each.year for each in found if isinstance(each, DateReading) and each.day is not None and each.year]
        return days[-1] if days else None

    def _list(self, kind: str, texts: tuple[str, ...]) -> Listed | None:
        items = tuple(item for text in texts if (item := self._item(kind, text)) is not None)
        return Listed(kind, items) if items else None

    def _item(self, kind: str, text: str) -> Item | None:
        if kind == "name":
            return person_item(text, self._language.names)
        if kind in ("text", "score"):
            return Term(text, " ".join(fold(text).casefold().split()))
        code = self._reader.code(kind, text)
        if code is None:
            return None
        wider = self._language.terms[kind].within.get(code)
        return Term(text, code, (wider,) if wider else ())


def _day(published: DateReading | None) -> str:
    """Return the day of a document in ISO 8601; nothing where the day is not known."""
    whole = published is not None and published.day is not None and published.resolved and not published.problem
    return calendar.iso(int(published.span().low)) if whole and published is not None else ""


def _time(reading: ClockTime) -> Ordered:
    """Return a time of day in seconds since midnight; only times of one zone, or of none, are compared."""
    second = reading.hour * _HOUR + reading.minute * _MINUTE + (reading.second or 0)
    bounds = Interval(second, second + (0 if reading.second is not None else _MINUTE - 1))
    return Ordered("time", reading.notation(), Bounds(bounds, bounds), f"second {reading.zone or ''}".rstrip(), None)


def _hull(one: Bounds, other: Bounds) -> Bounds:
    """Return what either of two readings allows."""
    return Bounds(hull((one.literal, other.literal)), hull((one.lenient, other.lenient)))
