"""Word documents (ECMA-376): paragraphs, headings by their style, tables, footnotes; deleted text is left out."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from factcheck.errors import Problem
from factcheck.model import Document, Part
from factcheck.read.office import Paragraphs, property_date
from factcheck.read.zipped import Archive, UnreadableError

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_CORE = "docProps/core.xml"
_DC = "{http://purl.org/dc/elements/1.1/}"
_DCTERMS = "{http://purl.org/dc/terms/}"
_LEFT_OUT = frozenset({f"{_W}del", f"{_W}moveFrom", f"{_W}instrText", f"{_W}delText"})
_CONTROLS = frozenset({f"{_W}sdt", f"{_W}sdtContent"})
_PARTS: tuple[tuple[str, str, Part], ...] = (
    ("word/document.xml", "", "text"),
    ("word/footnotes.xml", "footnotes, ", "text"),
    ("word/endnotes.xml", "endnotes, ", "text"),
    ("word/comments.xml", "comments, ", "comment"),
)


def read_docx(path: str, content: bytes) -> Document | Problem:
    """Return a Word document's text."""
    try:
        archive = Archive(content)
        text = Paragraphs()
        for name, called, part in _PARTS:
            if name in archive:
                text.begin(called, part)
                _read(archive.xml(name), text)
        core = archive.xml(_CORE) if _CORE in archive else None
    except UnreadableError as error:
        return error.problem(path)
    except RecursionError:
        return UnreadableError("has parts nested too deeply").problem(path)
    title = None if core is None else core.findtext(f"{_DC}title")
    made = None if core is None else core.findtext(f"{_DCTERMS}created")
    author = None if core is None else core.findtext(f"{_DC}creator")
    return text.document(path, "docx", title, author, property_date(made))


def _read(element: Element, text: Paragraphs) -> None:
    """Read what stands in an element, paragraph by paragraph and row by row."""
    for each in element:
        if each.tag == f"{_W}p":
            text.paragraph("".join(_words(each)), heading=_is_heading(each))
        elif each.tag == f"{_W}tr":
            cells = [_blocks(cell) for cell in _cells(each)]
            text.row(["\n".join("".join(_words(p)) for p in cell if p.tag == f"{_W}p") for cell in cells])
            for inner in (block for cell in cells for block in cell if block.tag == f"{_W}tbl"):
                _read(inner, text)
        elif each.tag not in _LEFT_OUT:
            _read(each, text)


def _cells(row: Element) -> Iterator[Element]:
    """Yield the cells of a row; some stand in content controls."""
    for each in row:
        if each.tag == f"{_W}tc":
            yield each
        elif each.tag in _CONTROLS:
            yield from _cells(each)


def _blocks(cell: Element) -> list[Element]:
    """Return the paragraphs and the tables that stand in a cell."""
    return [inner for each in cell for inner in (_blocks(each) if each.tag in _CONTROLS else [each])]


def _words(element: Element) -> Iterator[str]:
    for each in element:
        if each.tag in (f"{_W}t", f"{_W}noBreakHyphen"):
            yield each.text or ("" if each.tag == f"{_W}t" else "-")
        elif each.tag in (f"{_W}tab", f"{_W}ptab"):
            yield "\t"
        elif each.tag in (f"{_W}br", f"{_W}cr"):
            yield "\n"
        elif each.tag not in _LEFT_OUT:
            yield from _words(each)


def _is_heading(paragraph: Element) -> bool:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    return style is not None and style.get(f"{_W}val", "").lower().startswith(("heading", "title"))
