"""Crawls: WARC files (ISO 28500) with the pages of a site, and WET files with their text. Read by fastwarc."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace

from factcheck.errors import Problem
from factcheck.model import Document
from factcheck.read.html import read_html
from factcheck.read.text import read_text

_MOST_RECORD = 20_000_000  # bytes of one page
_PAGES = ("text/html", "application/xhtml+xml")


def read_warc(path: str, content: bytes) -> Iterator[Document | Problem]:
    """Yield the document of each page in a crawl; its address is its place, since a crawl has no lines."""
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    kinds = WarcRecordType.response | WarcRecordType.conversion
    found = 0
    try:
        for record in ArchiveIterator(io.BytesIO(content), record_types=kinds, parse_http=True):
            address = str(record.headers.get("WARC-Target-URI") or f"record {found + 1}").strip("<>")
            kind = str(record.http_content_type or record.headers.get("Content-Type") or "").partition(";")[0].lower()
            reader = read_html if kind in _PAGES else read_text if kind == "text/plain" else None
            if reader is None:
                continue
            found += 1
            document = reader(f"{path}#{address}", record.reader.read(_MOST_RECORD))
            yield document if isinstance(document, Problem) else replace(document, url=address)
    except (OSError, ValueError, RuntimeError, EOFError) as error:
        yield Problem(path, f"is damaged: {error}", "fetch it anew")
    if not found:
        yield Problem(path, "holds no pages", "check that it is a WARC or WET file")
