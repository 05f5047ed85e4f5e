"""One table of formats: which reader takes which ending, and how content is told whatever it is called.

A new format is one file and one row. A reader is a function of the path as it is shown and the bytes.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from factcheck.errors import Problem, Skipped
from factcheck.model import Document
from factcheck.read.child import Child
from factcheck.read.walk import STDIN, File

Result = Document | Problem | Iterable[Document | Problem]


class Reader(Protocol):
    """Reads a file's bytes. Never raises for what they hold, but ModuleNotFoundError where a library is missing."""

    def __call__(self, path: str, content: bytes) -> Result:
        """Return the document, what is wrong, or several of them for a file that holds several documents."""
        ...


@dataclass(frozen=True, slots=True)
class Format:
    """A format: the reader `module.function`, whether it runs in a child process, and the extra that it needs."""

    module: str
    function: str
    in_child: bool = False
    extra: str = ""

    @property
    def reader(self) -> Reader:
        """The reader, imported when it is asked for."""
        return cast(Reader, getattr(import_module(f"factcheck.read.{self.module}"), self.function))


FORMATS = {
    "text": Format("text", "read_text"),
    "markdown": Format("markdown", "read_markdown"),
    "html": Format("html", "read_html"),
    "csv": Format("delimited", "read_delimited"),
    "json": Format("jsonrecords", "read_json"),
    "jsonl": Format("jsonrecords", "read_jsonl"),
    "xlsx": Format("sheets", "read_xlsx", in_child=True, extra="records"),
    "parquet": Format("sheets", "read_parquet", in_child=True, extra="records"),
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


def is_readable(path: Path) -> bool:
    """Tell whether a file's ending is one that a reader takes."""
    return path.suffix.lower() in ENDINGS


def read_file(file: File, child: Child) -> Iterator[Document | Problem | Skipped]:
    """Yield what a file holds; it is skipped where it is of no known type and nobody named it."""
    if file.path != STDIN and not is_readable(file.path):
        if file.named:
            known = ", ".join(sorted(ENDINGS))
            yield Problem(file.shown, "is of a type that cannot be read", f"known endings: {known}")
        elif not file.path.name.startswith("."):
            yield Skipped(file.shown)
        return
    try:
        content = sys.stdin.buffer.read() if file.path == STDIN else file.path.read_bytes()
    except OSError as error:
        yield Problem(file.shown, f"cannot be opened: {error.strerror}", "check the file's permissions")
        return
    yield from read_content(file.shown, content, child)


def read_content(path: str, content: bytes, child: Child) -> Iterator[Document | Problem]:
    """Yield what content holds, which is called by a path."""
    from factcheck.read.signs import format_of

    name = format_of(content) or ENDINGS.get(Path(path).suffix.lower(), "text")
    form = FORMATS[name]
    try:
        result = child.run(form.reader, path, content) if form.in_child else form.reader(path, content)
    except ModuleNotFoundError as error:
        yield Problem(path, f"needs {error.name}, which is not installed", f"pip install 'factcheck-cli[{form.extra}]'")
        return
    yield from [result] if isinstance(result, Document | Problem) else result
