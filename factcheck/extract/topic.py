"""What a text tells of events: a mention of one, and the one that a document is about."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.model import Subject


@dataclass(frozen=True, slots=True)
class Event:
    """A mention of an event: where it stands, what it was, its place and year; `known` or `new` to the reader."""

    at: int
    noun: str
    place: str = ""
    year: int | None = None
    known: bool = False
    new: bool = False

    def subject(self, about: str, *, sure: bool) -> Subject:
        """Return the event as a subject; without a year it may be another one of its kind."""
        return Subject(about, f"{self.place} {self.noun}", sure=sure and self.year is not None, year=self.year)


@dataclass(frozen=True, slots=True)
class Topic:
    """The event that a document is about: what it was, its places in the order of the text, and its year.

    The `day` of the week is only told where the document tells of another one of the kind on another day.
    """

    noun: str
    places: tuple[str, ...]
    year: int | None
    day: str = ""

    def subject(self, about: str, near: tuple[str, ...]) -> Subject:
        """Return the event as a subject: likely the one of any other document that shares a place."""
        what = f"{self.day} {self.noun}".strip()
        first, *others = [f"{place} {what}" for place in dict.fromkeys((*self.places, *near))]
        return Subject(about, first, sure=False, likely=True, aliases=tuple(others), year=self.year)
