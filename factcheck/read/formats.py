"""One table of formats: which reader takes which ending, and how content is told whatever it is called.

A new format is one file and one row. A reader is a function of the path as it is shown and the bytes.
"""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import Any, Protocol, cast

from factcheck.deadline import TimeUpError, deadline, seconds_to_read
from factcheck.errors import Problem, Skipped
from factcheck.model import Document
from factcheck.opening import content_of as opened_content
from factcheck.read.child import Child
from factcheck.read.records import NONE, Columns
from factcheck.read.remote import fetched
from factcheck.read.walk import STDIN_NAME, File

_LARGEST = 500_000_000  # bytes of one file
Result = Document | Problem | Iterable[Document | Problem]


class Reader(Protocol):
    """Reads a file's bytes. Never raises for what they hold, but ModuleNotFoundError where a library is missing."""

    def __call__(self, path: str, content: bytes, columns: Columns = ..., /) -> Result:
        """Return the document, what is wrong, or several of them for a file that holds several documents."""
        ...


@dataclass(frozen=True, slots=True)
class Format:
    """A format: the reader `module.function`, whether it runs in a child process, and the extra that it needs.

    One that `has_columns` is told what the settings call them.
    """

    module: str
    function: str
    in_child: bool = False
    extra: str = ""
    has_columns: bool = False

    @property
    def reader(self) -> Reader:
        """The reader, imported when it is asked for."""
        return cast(Reader, getattr(import_module(f"factcheck.read.{self.module}"), self.function))


FORMATS = {
    "text": Format("text", "read_text"),
    "markdown": Format("markdown", "read_markdown"),
    "html": Format("html", "read_html"),
    "mail": Format("mail", "read_mail", in_child=True),
    "mailbox": Format("mail", "read_mailbox", in_child=True),
    "subtitles": Format("subtitles", "read_subtitles"),
    "rtf": Format("rtf", "read_rtf", in_child=True, extra="office"),
    "xml": Format("mediawiki", "read_xml", in_child=True, extra="wiki"),
    "warc": Format("warc", "read_warc", in_child=True, extra="warc"),
    "wikitext": Format("wikitext", "read_wikitext", in_child=True, extra="wiki"),
    "csv": Format("delimited", "read_delimited", has_columns=True),
    "json": Format("jsonrecords", "read_json", has_columns=True),
    "jsonl": Format("jsonrecords", "read_jsonl", has_columns=True),
    "xlsx": Format("sheets", "read_xlsx", in_child=True, extra="records", has_columns=True),
    "parquet": Format("sheets", "read_parquet", in_child=True, extra="records", has_columns=True),
    "docx": Format("docx", "read_docx", in_child=True),
    "odt": Format("odt", "read_odt", in_child=True),
    "epub": Format("epub", "read_epub", in_child=True),
    "pdf": Format("pdf", "read_pdf", in_child=True, extra="pdf"),
}
ENDINGS = {
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".eml": "mail",
    ".mbox": "mailbox",
    ".srt": "subtitles",
    ".vtt": "subtitles",
    ".rtf": "rtf",
    ".xml": "xml",
    ".warc": "warc",
    ".warc.gz": "warc",
    ".wet": "warc",
    ".warc.wet.gz": "warc",
    ".zip": "archive",
    ".tar": "archive",
    ".tar.gz": "archive",
    ".tgz": "archive",
    ".gz": "archive",
    ".wiki": "wikitext",
    ".wikitext": "wikitext",
    ".mediawiki": "wikitext",
    ".csv": "csv",
    ".tsv": "csv",
    ".tab": "csv",
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".xlsx": "xlsx",
    ".parquet": "parquet",
    ".docx": "docx",
    ".odt": "odt",
    ".epub": "epub",
    ".pdf": "pdf",
}


_MOST_PARTS = max(ending.count(".") for ending in ENDINGS)


def ending_of(name: str) -> str | None:
    """Return the longest known ending of a file's name: that of "x.warc.gz" is no archive's."""
    parts = name.lower().split(".")
    endings = ("." + ".".join(parts[at:]) for at in range(max(1, len(parts) - _MOST_PARTS), len(parts)))
    return next((ending for ending in endings if ending in ENDINGS), None)


def is_known(file: File) -> bool:
    """Tell whether a file's name says that it can be read."""
    return file.at == STDIN_NAME or ending_of(os.path.basename(file.at)) is not None  # noqa: PTH119 - for every file


def unknown(file: File) -> Iterator[Problem | Skipped]:
    """Yield what is to be said of a file of no known type."""
    if file.named:
        known = ", ".join(sorted(ENDINGS))
        yield Problem(file.shown, "is of a type that cannot be read", f"known endings: {known}")
    elif not file.path.name.startswith("."):
        yield Skipped(file.shown)


def read_file(file: File, child: Child, columns: Columns) -> Iterator[Document | Problem | Skipped]:
    """Yield what a file holds; it is skipped where it is of no known type and nobody named it."""
    if not is_known(file):
        yield from unknown(file)
        return
    content = content_of(file)
    if isinstance(content, Problem):
        yield content
        return
    yield from read_content(file.shown, content, child, columns)


def content_of(file: File) -> bytes | Problem:
    """Return a file's bytes: as many as it had when it was opened, since a log may grow for ever."""
    if file.content is not None:
        return file.content
    if "://" in file.shown:
        return fetched(file.shown, _LARGEST)
    try:
        if file.at == STDIN_NAME:
            content = sys.stdin.buffer.read(_LARGEST + 1)
            return content if len(content) <= _LARGEST else _too_large(file)
        return opened_content(file.real or file.at, _LARGEST, follow=not file.real)
    except OSError as error:
        if error.errno == errno.EFBIG:
            return _too_large(file)
        return Problem(file.shown, f"cannot be opened: {error.strerror}", "check the file's permissions")


def _too_large(file: File) -> Problem:
    return Problem(file.shown, f"is larger than {_LARGEST // 1_000_000} MB", "split it")


def read_content(path: str, content: bytes, child: Child, columns: Columns = NONE) -> Iterator[Document | Problem]:
    """Yield what content holds, which is called by a path."""
    from factcheck.read.own import is_ours
    from factcheck.read.signs import format_of

    if is_ours(content):
        return
    ending = ending_of(path)
    named = ENDINGS[ending] if ending is not None else "text"
    name = named if named == "warc" else format_of(content) or named
    if name == "archive":
        yield from _read_archive(path, content, child, columns)
        return
    form = FORMATS[name]
    try:
        told = (path, content, columns) if form.has_columns else (path, content)
        if form.in_child:
            yield from child.run(form.module, form.function, *told)
            return
        yield from _patiently(form.reader, told)
    except ModuleNotFoundError as error:
        yield Problem(path, f"needs {error.name}, which is not installed", f"pip install 'factcheck-cli[{form.extra}]'")


def _patiently(reader: Reader, told: tuple[Any, ...]) -> Iterator[Document | Problem]:
    """Yield what a reader in this process finds; one that takes too long, or fails, costs what it has not yet read."""
    path, seconds = told[0], seconds_to_read(len(told[1]))
    try:
        with deadline(seconds):
            result = reader(*told)
        if isinstance(result, Document | Problem):
            yield result
            return
        several, each = iter(result), None
        while True:
            with deadline(seconds):
                each = next(several, None)
            if each is None:
                return
            yield each
    except TimeUpError:
        yield Problem(path, f"took more than {seconds} seconds to read", "split it, or leave it out")
    except (MemoryError, RecursionError):
        yield Problem(path, "asked for too much memory", "split it, or leave it out")
    except ModuleNotFoundError:
        raise
    except Exception as error:  # a fault of a library, or of ours, which must cost one document only
        yield Problem(path, f"cannot be read: {type(error).__name__}", "save it anew, or leave it out")


def _read_archive(path: str, content: bytes, child: Child, columns: Columns) -> Iterator[Document | Problem]:
    """Yield what the files in an archive hold; those of no known type are passed over, as are archives in it."""
    from factcheck.read.archives import members

    found = False
    for member in members(path, content):
        if isinstance(member, Problem):
            yield member
            return
        ending = ending_of(member[0])
        if ending is not None and ENDINGS[ending] != "archive":
            found = True
            yield from read_content(f"{path}#{member[0]}", member[1], child, columns)
    if not found:
        yield Problem(path, "holds no file of a known type", "leave it out, or unpack what is in it")
