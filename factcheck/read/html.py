"""Web pages become documents: all their text, with its parts told apart, and the way back to every character.

The text is read with the standard library's parser, since no other keeps offsets. Boilerplate is kept and labelled by
element, role and class: infoboxes stand where extractors of main text cut.
"""

from __future__ import annotations

import re
from array import array
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from html import unescape
from html.parser import HTMLParser
from itertools import chain

from factcheck.errors import Problem
from factcheck.model import Block, Document, Part
from factcheck.read.blocks import relabelled
from factcheck.read.cells import RowReader
from factcheck.read.elements import BLOCKS, CLOSED_BY, CLOSING_STOPS, SKIPPED, TELLING, VOID, part_of
from factcheck.read.encoding import Decoded, decode
from factcheck.read.extraction import Extraction, Piece
from factcheck.read.kinds import declared_kind
from factcheck.read.link_lists import without_link_lists
from factcheck.read.linked_data import LinkedData
from factcheck.read.metadata import Metadata
from factcheck.read.microdata import Microdata
from factcheck.read.suppressions import comments, suppressions_between
from factcheck.read.titles import title_of

_LINE_END = re.compile("\n")
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_INNER_TYPES = re.compile(r"<!DOCTYPE[^<>\[\]]{0,500}\[[^\]]{0,100000}\]\s*>")  # which no web page has
_LONG_REFERENCE = re.compile(r"&(?=#(?:[0-9]{9}|[xX][0-9a-fA-F]{9}))")
_LONG_TAG = re.compile(r"(<[a-zA-Z][a-zA-Z0-9]{0,20})[\s/][^<>]{200000,}>?")
_MICRODATA = frozenset({"itemprop", "itemscope"})
_DEEPEST = 1000  # open elements, beyond which inline ones are passed over
_DEEPEST_OF_ALL = 20_000  # open elements, beyond which no further one is counted
_NEAR = 50  # open elements among which a sibling without an end tag is looked for
_META = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
_XML = re.compile(rb"""^\s*<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w.:-]{2,40})""")
_DECLARATION_WITHIN = 4096  # bytes


def read_html(path: str, content: bytes) -> Document | Problem:
    """Return a page's document. Never raises for what the page holds."""
    head = content[:_DECLARATION_WITHIN]
    declared = _META.search(head) or _XML.search(head)
    decoded = decode(path, content, declared[1].decode("ascii") if declared else None)
    return decoded if isinstance(decoded, Problem) else read_page(path, decoded, "html")


def read_page(path: str, decoded: Decoded, format: str, *, every_block: bool = False) -> Document | Problem:
    """Return the document of decoded markup; with `every_block` each element is a block of its own, as in XML."""
    source = decoded.text
    page = _Page(_parsable(source), every_block=every_block)
    page.read()
    text, blocks, origin = page.extraction.done(source)
    if not blocks:
        return Problem(path, "has no text", "leave it out, or save the page with its text")
    found = comments(source)
    document = Document(
        path,
        text,
        format,
        relabelled(text, without_link_lists(blocks, page.links)),
        title=title_of(path, page.metadata.title or _title(text, blocks), text, blocks),
        origin=origin,
        encoding=decoded.encoding,
        encoding_from=decoded.how,
    )
    published = page.metadata.published
    document = replace(
        document,
        author=page.metadata.author,
        publisher=page.metadata.publisher,
        language=page.language,
        published=published and published.date,
        published_from=published and published.how,
        suppressions=suppressions_between(found, document),
    )
    return declared_kind(document, page.metadata.kind)


@dataclass(slots=True)
class _Element:
    """An open element: its name, the part of the page that it is, and whether its text is left out."""

    name: str
    part: Part
    skipped: bool


def _parsable(source: str) -> str:
    """Return a source with blanks where the parser would go wrong.

    That is at inner document types, numbers of characters that no character has, tags of a million attributes, and
    sections that never end.
    """
    source = _INNER_TYPES.sub(lambda found: " " * len(found[0]), source)
    source = _LONG_REFERENCE.sub(" ", source)
    source = _LONG_TAG.sub(lambda found: f"{found[1]}>".ljust(len(found[0])), source)
    ended = source.rfind("]]>") + 1
    return source[:ended] + source[ended:].replace("<![", "   ")


def _title(text: str, blocks: Sequence[Block]) -> str | None:
    return next((text[block.start : block.end] for block in blocks if block.part == "title"), None)


class _Page(HTMLParser):
    """Reads a page's text into an extraction, its metadata beside it."""

    def __init__(self, source: str, *, every_block: bool) -> None:
        super().__init__(convert_charrefs=False)
        self._source = source
        self._every_block = every_block
        self._lines = array("I", chain((0,), (end.end() for end in _LINE_END.finditer(source))))
        self._open: list[_Element] = [_Element("", "text", skipped=False)]
        self._count: Counter[str] = Counter()  # of open elements, by name
        self._data: list[tuple[int, str]] | None = None  # of a script with linked data
        self._parts: dict[tuple[str | None, ...], Part] = {}
        self.extraction = Extraction()
        self.links: list[tuple[int, int]] = []  # stretches of the text outside tables
        self._microdata = Microdata()
        self.metadata = Metadata()
        self.language: str | None = None
        self._rows = RowReader(self.extraction)

    def read(self) -> None:
        """Read the whole page."""
        self.feed(self._source)
        self.close()
        self._rows.finish()
        self._end_block()
        self._say(self._microdata.labelled())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        self._close_siblings(tag)
        if tag in BLOCKS or self._every_block:
            self._end_block()
        if tag == "html":
            self.language = attributes.get("lang", "").strip().lower() or None
        elif tag == "meta":
            self.metadata.meta(attributes)
        elif tag == "time" and "datetime" in attributes:
            self.metadata.time(attributes["datetime"])
        elif tag == "script" and attributes.get("type", "").strip().lower() == "application/ld+json":
            self._data = []
        if attributes.keys() & _MICRODATA:
            self._microdata.opened(attributes, len(self._open), self._offset(), self._source, void=tag in VOID)
        if tag in VOID:
            return
        above = self._open[-1]
        skipped = above.skipped or tag in SKIPPED or "hidden" in attributes
        skipped = skipped or bool(_HIDDEN.search(attributes.get("style", "")))
        if len(self._open) > _DEEPEST and tag not in BLOCKS and not skipped:
            return
        if len(self._open) > _DEEPEST_OF_ALL:
            return
        self._count[tag] += 1
        self._open.append(_Element(tag, self._part(tag, attributes, above.part), skipped))
        self._rows.opened(tag, self._offset())

    def _part(self, tag: str, attributes: dict[str, str], above: Part) -> Part:
        """Return an element's part; a page says the same of many, and to tell it costs more than to look it up."""
        key = (tag, above, *map(attributes.get, TELLING))
        if key not in self._parts:
            self._parts[key] = part_of(tag, attributes, above)
        return self._parts[key]

    def handle_endtag(self, tag: str) -> None:
        if tag == "script" and self._data is not None:
            self._take_data()
        if tag == "br":
            self.handle_starttag("br", [])
            return
        if not self._count[tag]:
            return
        while True:
            name = self._open[-1].name
            if name in BLOCKS or self._every_block:
                self._end_block()
            self._open.pop()
            self._count[name] -= 1
            self._rows.closed(name)
            self._microdata.closed(len(self._open))
            if name == tag:
                return

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_data(self, data: str) -> None:
        at = self._offset()
        if self._data is not None:
            self._data.append((at, data))
        elif not self._open[-1].skipped:
            mark = at == 0 and data.startswith("\ufeff")
            at, data = at + mark, data[mark:]
            self._add(Piece(data, at, at + len(data)))

    def handle_entityref(self, name: str) -> None:
        self._reference(f"&{name}")

    def handle_charref(self, name: str) -> None:
        self._reference(f"&#{name}")

    def unknown_decl(self, data: str) -> None:
        """Take the text of a CDATA section."""
        if data.startswith("CDATA["):
            at = self._offset() + len("<![CDATA[")
            self._add(Piece(data[6:], at, at + len(data) - 6))

    def _reference(self, written: str) -> None:
        if self._open[-1].skipped or self._data is not None:
            return
        at = self._offset()
        last = at + len(written)
        last += self._source.startswith(";", last)
        self._add(Piece(unescape(self._source[at:last]), at, last))

    def _add(self, piece: Piece) -> None:
        self._microdata.heard(piece)
        if self._rows.add(piece):
            return
        start = self.extraction.length
        self.extraction.add([piece])
        if self._count["a"]:
            self.links.append((start, self.extraction.length))

    def _end_block(self) -> None:
        """End the block that is open; within a table's cell that is no more than a comma."""
        if not self._rows.broken():
            self.extraction.end_block(self._open[-1].part)

    def _close_siblings(self, tag: str) -> None:
        """Close an element whose end tag was left out, where the next of its kind begins."""
        for index in range(len(self._open) - 1, max(0, len(self._open) - _NEAR), -1):
            name = self._open[index].name
            if tag in CLOSED_BY.get(name, ()):
                self.handle_endtag(name)
                return
            if name in CLOSING_STOPS:
                return

    def _take_data(self) -> None:
        data, self._data = self._data or [], None
        if not data:
            return
        at = data[0][0]
        linked = LinkedData("".join(words for _, words in data), at)
        self.metadata.linked(linked)
        if self._rows.broken():
            return
        self.extraction.end_block(self._open[-1].part)
        self._say(linked.labelled())

    def _say(self, labelled: Iterable[tuple[str, list[Piece]]]) -> None:
        """Add lines that the page says for machines."""
        for label, pieces in labelled:
            self.extraction.between(f"{label}: ", pieces[0].first)
            self.extraction.add(pieces)
            self.extraction.end_block("text")

    def _offset(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column
