"""What a page says of itself: its title, its date, and how that is known."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from factcheck.read.dates import parse_date
from factcheck.read.linked_data import LinkedData
from factcheck.values import DateReading

_DATES = (
    "article:published_time",
    "datepublished",
    "date",
    "dc.date",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "pubdate",
    "publishdate",
    "publish-date",
    "sailthru.date",
    "parsely-pub-date",
    "citation_publication_date",
)


class Dated(NamedTuple):
    """A date, and how it was found: json-ld, meta, or a guess from the page's text."""

    date: DateReading
    how: str


class Metadata:
    """Collects what stands in a page's head and in its linked data."""

    def __init__(self) -> None:
        self._meta: dict[str, str] = {}
        self._times: list[str] = []
        self._linked: list[LinkedData] = []

    def meta(self, attributes: Mapping[str, str]) -> None:
        """Take a meta element; of several with one name the first holds."""
        name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or ""
        self._meta.setdefault(name.strip().lower(), attributes.get("content", "").strip())

    def time(self, written: str) -> None:
        """Take a time that stands in the text."""
        self._times.append(written)

    def linked(self, data: LinkedData) -> None:
        """Take linked data."""
        self._linked.append(data)

    @property
    def title(self) -> str | None:
        """The title, without the name of the site behind it."""
        title, site = self._meta.get("og:title", ""), self._meta.get("og:site_name", "")
        for dash in (" - ", " | ", " \u2013 ", " \u2014 "):
            title = title.removesuffix(f"{dash}{site}") if site else title
        return title or None

    @property
    def author(self) -> str | None:
        """Who wrote it."""
        told = next((data.author for data in self._linked if data.author), "")
        return told or self._first("author", "article:author", "dc.creator", "citation_author", "parsely-author")

    @property
    def publisher(self) -> str | None:
        """The site or publisher."""
        return self._first("og:site_name", "dc.publisher", "citation_journal_title", "application-name")

    @property
    def kind(self) -> str:
        """What kind of page it says that it is, in schema.org's or Open Graph's words, or nothing."""
        return next((data.kind for data in self._linked if data.kind), "") or self._meta.get("og:type", "")

    def _first(self, *names: str) -> str | None:
        said = (self._meta.get(name, "") for name in names)
        return next((each for each in said if each and "://" not in each), None)

    @property
    def published(self) -> Dated | None:
        """The day of publication: what the page declares, else the first time in its text, which is a guess."""
        declared = [(data.published, "json-ld") for data in self._linked]
        declared += [(self._meta.get(name, ""), "meta") for name in _DATES]
        declared += [(written, "text") for written in self._times]
        for written, how in declared:
            if (date := parse_date(written)) is not None:
                return Dated(date, how)
        return None
