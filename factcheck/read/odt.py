"""OpenDocument texts (ISO/IEC 26300): paragraphs, headings, lists, tables, notes."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from factcheck.errors import Problem
from factcheck.model import Document
from factcheck.read.office import Paragraphs, property_date
from factcheck.read.zipped import Archive, UnreadableError

_NS = "{urn:oasis:names:tc:opendocument:xmlns:"
_TEXT, _TABLE, _OFFICE, _META = (f"{_NS}{name}:1.0}}" for name in ("text", "table", "office", "meta"))
_DC = "{http://purl.org/dc/elements/1.1/}"
_LEFT_OUT = frozenset({f"{_TEXT}tracked-changes", f"{_OFFICE}annotation", f"{_TEXT}note-citation"})
_MOST_SPACES = 1000


def read_odt(path: str, content: bytes) -> Document | Problem:
    """Return a text document's words."""
    try:
        archive = Archive(content)
        body = archive.xml("content.xml").find(f"{_OFFICE}body/{_OFFICE}text")
        meta = archive.xml("meta.xml") if "meta.xml" in archive else None
        text = Paragraphs()
        if body is not None:
            _read(body, text)
    except UnreadableError as error:
        return error.problem(path)
    except RecursionError:
        return UnreadableError("has parts nested too deeply").problem(path)
    title = None if meta is None else meta.findtext(f".//{_DC}title")
    made = None if meta is None else meta.findtext(f".//{_META}creation-date")
    author = None if meta is None else meta.findtext(f".//{_DC}creator")
    return text.document(path, "odt", title, author, property_date(made))


def _read(element: Element, text: Paragraphs) -> None:
    """Read what stands in an element, paragraph by paragraph and row by row."""
    for each in element:
        if each.tag in (f"{_TEXT}p", f"{_TEXT}h"):
            text.paragraph("".join(_words(each)), heading=each.tag == f"{_TEXT}h" or _titled(each))
            for note in each.iter(f"{_TEXT}note-body"):
                _read(note, text)
        elif each.tag == f"{_TABLE}table-row":
            cells = [cell for cell in each if cell.tag == f"{_TABLE}table-cell"]
            text.row(["\n".join("".join(_words(p)) for p in cell if p.tag == f"{_TEXT}p") for cell in cells])
            for inner in (block for cell in cells for block in cell if block.tag != f"{_TEXT}p"):
                _read(inner, text)
        elif each.tag not in _LEFT_OUT:
            _read(each, text)


def _words(element: Element) -> Iterator[str]:
    yield element.text or ""
    for each in element:
        if each.tag in (f"{_TEXT}tab", f"{_TEXT}line-break"):
            yield "\n" if each.tag == f"{_TEXT}line-break" else "\t"
        elif each.tag == f"{_TEXT}s":
            count = each.get(f"{_TEXT}c", "1")
            yield " " * min(int(count) if count.isdecimal() else 1, _MOST_SPACES)
        elif each.tag not in _LEFT_OUT and each.tag != f"{_TEXT}note":
            yield from _words(each)
        yield each.tail or ""


def _titled(paragraph: Element) -> bool:
    return paragraph.get(f"{_TEXT}style-name", "").lower() in ("title", "heading")
