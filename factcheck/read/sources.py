"""`sources.yaml`: what is known of documents from outside, before anything on their pages.

It is read from every folder that holds documents and from the configuration's folder; its keys
are paths relative to it, its values `title`, `publisher`, `kind`, `published`, `url`, and
`copied_from`: the document, address or title that it was copied from.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from factcheck.errors import FactcheckError, FileError
from factcheck.model import Document
from factcheck.opening import SETTINGS, content_of
from factcheck.read.dates import parse_date
from factcheck.ruleset.yamltree import Source, parse
from factcheck.values import DateReading

T = TypeVar("T")
NAME = "sources.yaml"
_KEYS = frozenset({"title", "publisher", "kind", "published", "author", "language", "copied_from", "url"})


@dataclass(frozen=True, slots=True)
class Entry:
    """What a sources file says of one document."""

    title: str | None = None
    kind: str | None = None
    author: str | None = None
    publisher: str | None = None
    language: str | None = None
    url: str | None = None
    copied_from: str | None = None
    published: DateReading | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of the documents in one file, by where they stand in it ("#letters/1.txt"; "" is the file)."""

    entries: tuple[tuple[str, Entry], ...] = ()
    dates: tuple[tuple[str, DateReading], ...] = ()

    def date(self, document: Document, within: str = "") -> Document:
        """Return the document with what is known of it.

        Of the file as a whole all is known that several documents can share.
        """
        if not self.entries and not self.dates:
            return document
        if within:
            document = self._known(document, "", shared=True)
        return self._known(document, os.path.normpath(f"x{within}")[1:], shared=False)

    def _known(self, document: Document, within: str, *, shared: bool) -> Document:
        entry = dict(self.entries).get(within)
        if entry is not None:
            entry = replace(entry, title=None, url=None) if shared else entry
            document = replace(
                document,
                title=entry.title or document.title,
                kind=entry.kind or document.kind,
                kind_from="sources.yaml" if entry.kind else document.kind_from,
                author=entry.author or document.author,
                publisher=entry.publisher or document.publisher,
                language=entry.language or document.language,
                url=entry.url or document.url,
                copied_from=entry.copied_from or document.copied_from,
                published=entry.published or document.published,
                published_from="sources.yaml" if entry.published else document.published_from,
            )
        given = dict(self.dates).get(within)
        return document if given is None else replace(document, published=given, published_from="--doc-date")


NOTHING_KNOWN = Known()
_Rows = dict[str, list[tuple[str, T]]]  # by the path of a file: what is known of where in it


class Sources:
    """Looks files up; each sources file is read once."""

    def __init__(self, extra: Path | None = None, dates: Mapping[str, str] | None = None) -> None:
        self._extra = None if extra is None else str(_absolute(extra))
        self._folders: dict[str, _Rows[Entry]] = {}
        self._unspoken: set[str] = set()  # folders of whose files nothing is known
        self._dates = _by_file({_absolute(Path(path)): _date(date, path) for path, date in (dates or {}).items()})

    def known(self, path: str) -> Known:
        """Return what is known of the documents in a file; raises FileError for a faulty sources file."""
        folder = path.rpartition(os.sep)[0]
        if folder in self._unspoken:
            return NOTHING_KNOWN
        file = os.path.abspath(path)  # noqa: PTH100 - a link keeps its own name
        here = self._of(os.path.dirname(file))  # noqa: PTH120 - for every file
        beside = self._of(self._extra) if self._extra is not None else {}
        if not here and not beside and not self._dates:
            self._unspoken.add(folder)
        entries = {**dict(beside.get(file, ())), **dict(here.get(file, ()))}
        dates = self._dates.get(file, ())
        return Known(tuple(sorted(entries.items())), tuple(dates)) if entries or dates else NOTHING_KNOWN

    def _of(self, folder: str) -> _Rows[Entry]:
        if folder not in self._folders:
            file = Path(folder, NAME)
            self._folders[folder] = _by_file(_load(file)) if file.is_file() else {}
        return self._folders[folder]


def _by_file(rows: Mapping[Path, T]) -> _Rows[T]:
    """Sort rows by the files that they may be about: "a.zip#b.txt" stands in a.zip, or is a file of that name."""
    found: _Rows[T] = {}
    for path, row in rows.items():
        text = str(path)
        ends = [at for at, sign in enumerate(text) if sign == "#"]
        for at in (len(text), *ends):
            found.setdefault(text[:at], []).append((text[at:], row))
    return found


def _load(file: Path) -> dict[Path, Entry]:
    try:
        text = content_of(file, SETTINGS, follow=False).decode("utf-8-sig")
        source = parse(text, str(file))
    except (OSError, UnicodeDecodeError) as error:
        raise FactcheckError(
            f"{file}: cannot be read: {_reason(error)}", "make it a file of its own, of UTF-8 text"
        ) from None
    data = source.data if isinstance(source.data, dict) else {}
    rows = {} if data.get("sources", "") is None else data.get("sources")
    if not isinstance(rows, dict):
        hint = "write `sources:` and below it one line for each document"
        raise FileError((source.fault((0, 0), "no `sources` in this file", hint),))
    entries = {_absolute(file.parent / name): _read_entry(source, name, row) for name, row in rows.items()}
    if source.faults:
        raise FileError(tuple(source.faults))
    return entries


def _reason(error: OSError | UnicodeDecodeError) -> str:
    """Return why a file cannot be read; a link is never followed, since a stranger may have made the folder."""
    if isinstance(error, UnicodeDecodeError):
        return f"not UTF-8 text (byte {error.start})"
    return "it is a link" if error.errno == errno.ELOOP else str(error.strerror)


def _read_entry(source: Source, name: str, row: object) -> Entry:
    if not isinstance(row, dict):
        source.faults.append(source.fault(source.place(("sources", name)), "not a mapping of what is known"))
        return Entry()
    for key, value in row.items():
        if key not in _KEYS:
            place = source.place(("sources", name, key), key=True)
            source.faults.append(source.fault(place, f"unknown key {key!r}", f"known: {', '.join(sorted(_KEYS))}"))
        elif not isinstance(value, str | None):
            place = source.place(("sources", name, key))
            source.faults.append(source.fault(place, f"{key!r} is one text, not several"))
    published = parse_date(str(row["published"])) if row.get("published") else None
    if isinstance(row.get("published"), str) and published is None:
        place = source.place(("sources", name, "published"))
        source.faults.append(
            source.fault(place, f"{row['published']!r} is no date", "write 2012, 2012-05 or 2012-05-03")
        )
    known = {name: row.get(name) for name in ("title", "kind", "author", "publisher", "language", "url", "copied_from")}
    return Entry(**known, published=published)


def _absolute(path: Path) -> Path:
    """Return a path's one spelling; a link keeps its own name."""
    return Path(os.path.abspath(path))  # noqa: PTH100


def _date(text: str, path: str) -> DateReading:
    date = parse_date(text)
    if date is None:
        raise FactcheckError(f"--doc-date {path}={text}: this is no date", "write 2012, 2012-05 or 2012-05-03")
    return date
