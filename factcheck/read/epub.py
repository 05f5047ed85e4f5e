"""E-books (EPUB 3): the pages of the spine in order, each read as a web page."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from urllib.parse import unquote

from factcheck.errors import Problem
from factcheck.model import Block, Document, Section
from factcheck.read.dates import parse_date
from factcheck.read.html import read_html
from factcheck.read.titles import title_of
from factcheck.read.zipped import Archive, UnreadableError

_CONTAINER = "{urn:oasis:names:tc:opendocument:xmlns:container}"
_OPF = "{http://www.idpf.org/2007/opf}"
_DC = "{http://purl.org/dc/elements/1.1/}"


def read_epub(path: str, content: bytes) -> Document | Problem:
    """Return a book's text; a place is a page of it, and a block there."""
    try:
        archive = Archive(content)
        package = _package(archive)
        root = archive.xml(package)
        pages = [(name, archive.read(name)) for name in _spine(root, package) if name in archive]
    except UnreadableError as error:
        return error.problem(path)
    texts: list[str] = []
    blocks: list[Block] = []
    sections: list[Section] = []
    at = 0
    for name, page in pages:
        read = read_html(name, page)
        if isinstance(read, Problem):
            continue
        for number, block in enumerate(read.blocks, 1):
            sections.append(Section(at + block.start, f"{name}, paragraph {number}"))
            blocks.append(Block(at + block.start, at + block.end, block.part))
        texts.append(read.text)
        at += len(read.text)
    if not blocks:
        return Problem(path, "has no text", "leave it out, or fill it; pictures of text are not read")
    published = parse_date(root.findtext(f"{_OPF}metadata/{_DC}date") or "")
    text = "".join(texts)
    return Document(
        path,
        text,
        "epub",
        tuple(blocks),
        title=title_of(path, root.findtext(f"{_OPF}metadata/{_DC}title"), text, blocks),
        published=published,
        published_from=None if published is None else "properties",
        sections=tuple(sections),
    )


def _package(archive: Archive) -> str:
    """Return the name of the part that lists all others."""
    for each in archive.xml("META-INF/container.xml").iter(f"{_CONTAINER}rootfile"):
        if (name := each.get("full-path")) and name in archive:
            return name
    raise UnreadableError("names no package of pages")


def _spine(root: object, package: str) -> Iterator[str]:
    """Yield the names of the pages in reading order."""
    from xml.etree.ElementTree import Element

    assert isinstance(root, Element)
    pages = {each.get("id"): each.get("href", "") for each in root.iter(f"{_OPF}item")}
    for each in root.iter(f"{_OPF}itemref"):
        href = pages.get(each.get("idref"))
        if href:
            yield posixpath.normpath(posixpath.join(posixpath.dirname(package), unquote(href.partition("#")[0])))
