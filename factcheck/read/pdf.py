"""PDF: the text of its pages line by line, paragraphs put together again, words that a line's end cut joined.

Read with PDFium (https://pdfium.googlesource.com/pdfium/), the engine of Chromium.
"""

from __future__ import annotations

import re

from factcheck.errors import Problem
from factcheck.model import Document, Section
from factcheck.read.blocks import divide
from factcheck.read.titles import title_of
from factcheck.values import DateReading, calendar

_MOST_PAGES = 5000
_DATE = re.compile(r"D:(\d{4})(\d{2})?(\d{2})?")
_CUT = re.compile(
    r"(?<=[a-z])[\u00ad\ufffe\u0002]\r?\n(?=[a-z])|\u00ad"
)  # PDFium marks a cut word with U+FFFE or U+0002


def read_pdf(path: str, content: bytes) -> Document | Problem:
    """Return the text of all pages, a blank line between them."""
    import pypdfium2

    try:
        pdf = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).lower()
        what = "is protected by a password" if locked else f"is no PDF that can be read: {error}"
        return Problem(path, what, "save it without a password" if locked else "print it to a new PDF")
    texts: list[str] = []
    sections: list[Section] = []
    at = 0
    for number in range(min(len(pdf), _MOST_PAGES)):
        words = _page(pdf, number)
        sections.append(Section(at, f"page {number + 1}"))
        texts.append(words)
        at += len(words)
    text = "".join(texts)
    if not text.strip():
        return Problem(path, "has no text, only pictures of it", "run it through a text recogniser first")
    made = _made(pdf)
    blocks = divide(text)
    return Document(
        path,
        text,
        "pdf",
        blocks,
        title=title_of(path, pdf.get_metadata_value("Title"), text, blocks),
        author=(pdf.get_metadata_value("Author") or "").strip() or None,
        published=made,
        published_from=None if made is None else "properties",
        sections=tuple(sections),
    )


def _page(pdf: object, number: int) -> str:
    """Return a page's text; one that cannot be read is empty."""
    import pypdfium2

    assert isinstance(pdf, pypdfium2.PdfDocument)
    try:
        text = str(pdf[number].get_textpage().get_text_bounded())
    except pypdfium2.PdfiumError:
        return ""
    return _CUT.sub("", text.replace("\r\n", "\n").replace("\0", " ")).rstrip() + "\n\n"


def _made(pdf: object) -> DateReading | None:
    """Return the day on which the file was made, as its properties say."""
    import pypdfium2

    assert isinstance(pdf, pypdfium2.PdfDocument)
    found = _DATE.match(pdf.get_metadata_value("CreationDate") or "")
    if found is None:
        return None
    year, month, day = (int(each) if each else None for each in found.groups())
    return DateReading(year, month, day) if calendar.exists(year or 0, month or 1, day or 1) else None
