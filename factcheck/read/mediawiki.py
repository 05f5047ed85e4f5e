"""XML: exports of MediaWiki, of which each page is a document, and other files, of which every element is a block.

The source is scanned and never expanded, so that no entity can grow.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from html import unescape

from factcheck.errors import Problem
from factcheck.model import Document, Section
from factcheck.model.origin import Lines, Origin, Run
from factcheck.read.encoding import Decoded, decode
from factcheck.read.html import read_page
from factcheck.read.wikitext import article

_DECLARED = re.compile(rb"""^\s*<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w.:-]{2,40})""")
_EXPORT = re.compile(r"<mediawiki[\s>]")
_PAGE = re.compile(r"<page>.*?</page>", re.DOTALL)
_TITLE = re.compile(r"<title>([^<]*)</title>")
_NAMESPACE = re.compile(r"<ns>\s*(-?\d+)\s*</ns>")
_TEXT = re.compile(r"<text(?:\s[^>]*)?>([^<]*)</text>")
_REFERENCE = re.compile(r"&[#\w]{1,32};")


def read_xml(path: str, content: bytes) -> Document | Problem | Iterator[Document | Problem]:
    """Return the pages of an export, or the one document that another file is."""
    declared = _DECLARED.search(content[:1024])
    decoded = decode(path, content, declared[1].decode("ascii") if declared else None)
    if isinstance(decoded, Problem):
        return decoded
    if _EXPORT.search(decoded.text, 0, 10_000):
        return _pages(path, decoded)
    return read_page(path, decoded, "xml", every_block=True)


def _pages(path: str, decoded: Decoded) -> Iterator[Document | Problem]:
    """Yield the articles of an export; of a page's revisions the last one."""
    found, lines = False, Lines(decoded.text)
    for page in _PAGE.finditer(decoded.text):
        title, namespace = _TITLE.search(page[0]), _NAMESPACE.search(page[0])
        texts = list(_TEXT.finditer(page[0]))
        if title is None or not texts or (namespace is not None and namespace[1] != "0"):
            continue
        found = True
        name, start = unescape(title[1]), page.start() + texts[-1].start(1)
        wikitext, inner = _unescaped(texts[-1][1], start, decoded.text)
        document = article(f"{path}#{name}", decoded._replace(text=wikitext), name)
        if isinstance(document, Document) and document.origin is not None:
            origin = Origin(decoded.text, tuple(_through(document.origin.runs, inner.runs)), lines)
            document = replace(document, origin=origin, sections=(Section(0, name),))
        yield document
    if not found:
        yield Problem(path, "is an export without articles", "export pages with their text")


def _unescaped(written: str, at: int, source: str) -> tuple[str, Origin]:
    """Return escaped text as it is meant, and where its characters stand."""
    pieces: list[str] = []
    runs: list[Run] = []
    done, length = 0, 0
    for reference in [*_REFERENCE.finditer(written), None]:
        end = len(written) if reference is None else reference.start()
        for words, first, last in ((written[done:end], done, end), *_meant(reference)):
            if words:
                runs.append(Run(length, length + len(words), at + first, at + last))
                pieces.append(words)
                length += len(words)
        done = end if reference is None else reference.end()
    return "".join(pieces), Origin(source, tuple(runs) or (Run(0, 0, at, at),))


def _meant(reference: re.Match[str] | None) -> tuple[tuple[str, int, int], ...]:
    return () if reference is None else ((unescape(reference[0]), reference.start(), reference.end()),)


def _through(runs: Sequence[Run], inner: Sequence[Run]) -> Iterator[Run]:
    """Yield runs that lead to the file behind the one that they lead to now."""
    outer, starts = Origin("", inner), [run.start for run in inner]
    for run in runs:
        if not run.by_letter:
            yield Run(run.start, run.end, *outer.place(run.first, run.last))
            continue
        at = run.first
        while at < run.last:
            within = inner[max(0, bisect_right(starts, at) - 1)]
            end = min(run.last, max(within.end, at + 1))
            shift = run.start - run.first
            yield Run(at + shift, end + shift, *outer.place(at, end))
            at = end
