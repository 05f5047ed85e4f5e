"""Large documents of many kinds, made up: everyday ones, and the worst that came to mind."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator
from itertools import chain, count
from random import Random
from typing import NamedTuple

WORDS = """the a of to in on at by for with from and or but that which who when where while after before during river
bridge council station market village mountain harbour school engine garden window letter winter summer morning evening
old new long small large quiet early late open built opened moved found seen written carried brought kept turned"""


class Kind(NamedTuple):
    """A kind of document: the name of its file, and what stands in it again and again, after and before something else.

    In the unit N is a number, and YEAR and SOME are smaller ones. In place of a unit a function may make it all.
    """

    file: str
    unit: str | Callable[[int], bytes]
    before: str = ""
    behind: str = ""


def made(kind: Kind, size: int) -> bytes:
    """Return a document of about so many bytes."""
    if not isinstance(kind.unit, str):
        return kind.unit(size)
    content = bytearray(kind.before.encode())
    numbered = any(sign in kind.unit for sign in ("N", "YEAR", "SOME"))
    if not numbered:
        unit = kind.unit.encode()
        content += unit * ((size - len(content)) // len(unit))
    for n in count() if numbered else ():
        if len(content) >= size:
            break
        told = kind.unit.replace("YEAR", str(1900 + n % 120)).replace("SOME", str(n % 300)).replace("N", str(n))
        content += told.encode()
    return bytes(content + kind.behind.encode())


def sentences(size: int) -> Iterator[str]:
    """Yield lines of running text in which hardly anything is claimed, so many characters of them."""
    rng, words = Random(1), WORDS.split()
    while size > 0:
        line = " ".join(rng.choices(words, k=14)).capitalize() + "."
        size -= len(line) + 1
        yield line if rng.random() > 0.2 else f"{line}\n"


def prose(before: str = "", end: str = "\n", behind: str = "", start: str = "") -> Callable[[int], bytes]:
    """Return what makes running text, each line between marks."""

    def make(size: int) -> bytes:
        lines = (f"{start}{line}{end}" for line in sentences(round(size * 80 / (80 + len(start + end)))))
        return "".join(chain((before,), lines, (behind,))).encode()

    return make


def workbook(size: int) -> bytes:
    """Return a workbook of rows."""
    from openpyxl import Workbook

    book, content, rng = Workbook(write_only=True), io.BytesIO(), Random(1)
    sheet = book.create_sheet("Films")
    sheet.append(["title", "year", "runtime", "country"])
    for n in range(size // 32):
        sheet.append([f"Film {rng.getrandbits(64):x}", 1900 + n % 120, 60 + n % 90, "France"])
    book.save(content)
    return content.getvalue()


def parquet(size: int) -> bytes:
    """Return a Parquet file of rows."""
    import pyarrow as pa
    from pyarrow.parquet import write_table

    rng, content, rows = Random(1), io.BytesIO(), size // 14
    names = [f"Film {rng.getrandbits(32):x}" for _ in range(rows)]
    write_table(pa.table({"title": names, "year": [1900 + n % 120 for n in range(rows)]}), content)
    return content.getvalue()


def written(body: Callable[[int], bytes]) -> Callable[[int], bytes]:
    """Return what makes a DOCX file, hardly packed, so that its size is that of its body."""
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

    def make(size: int) -> bytes:
        document = f'<?xml version="1.0"?><w:document xmlns:w="{space}"><w:body>'.encode()
        content = io.BytesIO()
        with zipfile.ZipFile(content, "w", zipfile.ZIP_STORED) as file:
            file.writestr("[Content_Types].xml", "<Types/>")
            file.writestr("word/document.xml", document + body(size) + b"</w:body></w:document>")
        return content.getvalue()

    return make


def paged(lines: int) -> Callable[[int], bytes]:
    """Return what makes a PDF with so many lines on each page."""

    def make(size: int) -> bytes:
        objects = ["<< /Type /Catalog /Pages 2 0 R >>", "", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
        kids, drawn = [], [f"({line.strip()}) Tj T*\n" for line in sentences(size * 8 // 9)]
        for at in range(0, len(drawn), lines):
            told = f"BT /F1 9 Tf 11 TL 40 800 Td\n{''.join(drawn[at : at + lines])}ET\n"
            objects.append(f"<< /Length {len(told)} >>\nstream\n{told}endstream")
            looks = f"/MediaBox [0 0 595 842] /Contents {len(objects)} 0 R /Resources << /Font << /F1 3 0 R >> >>"
            objects.append(f"<< /Type /Page /Parent 2 0 R {looks} >>")
            kids.append(f"{len(objects)} 0 R")
        objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
        return _pdf(objects)

    return make


def _pdf(objects: list[str]) -> bytes:
    """Return a PDF of objects, with the table of where they stand."""
    content, places = bytearray(b"%PDF-1.4\n"), []
    for number, each in enumerate(objects, 1):
        places.append(f"{len(content):010} 00000 n \n")
        content += f"{number} 0 obj\n{each}\nendobj\n".encode()
    head = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{''.join(places)}"
    foot = f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(content)}\n%%EOF\n"
    return bytes(content + (head + foot).encode())


_PAGE = "<html><title>The Film (2010)</title><body>"
_DATA = '<html><title>The Film (2010)</title><script type="application/ld+json">['
_CLAIMS = "source,subject,field,value\n"
_MAIL = "From: Ann <a@b>\nSubject: King Kong\nContent-Type: text/plain\n\n"
_INFOBOX = "{{Infobox film | runtime = SOME minutes}}"
KINDS: dict[str, Kind] = {
    "prose": Kind("a.txt", prose("A quiet place\n\n")),
    "prose with an emoji": Kind("a.txt", prose("A quiet place \U0001f600\n\n")),
    "short lines": Kind("a.txt", "ab cd\n"),
    "one line": Kind("a.txt", prose(end=" ")),
    "one word": Kind("a.txt", "x"),
    "empty lines": Kind("a.txt", "\n", "x", "y"),
    "labels": Kind("a.txt", "Runtime: SOME minutes\n"),
    "labelled films": Kind("a.txt", "Film: Day N\nRuntime: SOME minutes\n\n"),
    "claims in prose": Kind("a.txt", "He was held for SOME days. "),
    "persons": Kind("a.txt", "At least SOME people were killed in the fire. "),
    "addresses": Kind("a.txt", "www.ab "),
    "hidden characters": Kind("a.txt", "ni\u200bne "),
    "Markdown prose": Kind("a.md", prose("# A quiet place\n\n")),
    "Markdown marks": Kind("a.md", "**a** "),
    "Markdown escapes": Kind("a.md", "\\*"),
    "Markdown links": Kind("a.md", "[a](b) "),
    "Markdown list": Kind("a.md", "- *item N* of `code`\n"),
    "page": Kind("a.html", prose(_PAGE, "</p>\n", start="<p>")),
    "page of tags": Kind("a.html", "<b>a</b>", _PAGE),
    "page of breaks": Kind("a.html", "a<br>", _PAGE),
    "page of cells": Kind("a.html", "<tr><td>a<td>1", f"{_PAGE}<table>"),
    "page of one row": Kind("a.html", "<b>a</b>", f"{_PAGE}<table><tr><td>"),
    "page of references": Kind("a.html", "&amp;", _PAGE),
    "page of links": Kind("a.html", "<a href=b>c</a> ", _PAGE),
    "page of open elements": Kind("a.html", "<div>a", _PAGE),
    "page of line ends": Kind("a.html", "\n", f"{_PAGE}a"),
    "page of properties": Kind("a.html", "<i itemprop=name>a</i>", f"{_PAGE}<div itemscope itemtype=Movie>"),
    "page of linked data": Kind("a.html", '{"@type":"Movie","name":"a"},', _DATA, "{}]</script><body>a"),
    "page of comments": Kind("a.html", "<!--b-->", f"{_PAGE}a"),
    "table of films": Kind("a.csv", "Film N,YEAR,SOME min,France\n", "title,year,runtime,country\n"),
    "table without labels": Kind("a.csv", "N,SOME,YEAR,1\n", "id,size,weight,class\n"),
    "narrow table": Kind("a.csv", "9,1\n", "a,b\n"),
    "table of claims": Kind("a.csv", "sSOME,Film N,film.year,YEAR\n", _CLAIMS),
    "table of sources": Kind("a.csv", "sN,Film N,film.year,YEAR\n", _CLAIMS),
    "JSON records": Kind("a.json", '{"title": "Film N", "year": YEAR},\n', "[", "{}]"),
    "JSON lines": Kind("a.jsonl", '{"title": "Film N", "year": YEAR}\n'),
    "JSON numbers": Kind("a.json", "1,", "[", "1]"),
    "workbook": Kind("a.xlsx", workbook),
    "Parquet": Kind("a.parquet", parquet),
    "DOCX prose": Kind("a.docx", written(prose(start="<w:p><w:r><w:t>", end="</w:t></w:r></w:p>"))),
    "DOCX paragraphs": Kind("a.docx", written(lambda size: b"<w:p><w:r><w:t>a</w:t></w:r></w:p>" * (size // 34))),
    "PDF": Kind("a.pdf", paged(60)),
    "PDF of one page": Kind("a.pdf", paged(10_000_000)),
    "mail": Kind("a.eml", prose(_MAIL)),
    "mailbox": Kind("a.mbox", "From a\nSubject: Kong N\n\nIt runs SOME minutes.\n\n"),
    "subtitles": Kind("a.srt", "N\n00:00:01,000 --> 00:00:02,000\nHe was held.\n\n"),
    "RTF": Kind("a.rtf", prose("{\\rtf1 ", "\\par\n", "}")),
    "wikitext": Kind("a.wiki", prose()),
    "wiki export": Kind(
        "a.xml",
        f"<page><title>Film N</title><revision><text>{_INFOBOX}</text></revision></page>\n",
        "<mediawiki>",
        "</mediawiki>",
    ),
}
