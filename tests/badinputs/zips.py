"""Archives, office files and tables: bombs, entities, paths that lead out, and files that are not what they are called."""

from __future__ import annotations

import io
import json
import struct
import warnings
import zipfile
import zlib
from collections.abc import Iterable, Iterator

from tests.badinputs.case import PORT, Case, Content

MEGABYTE = 1 << 20
Part = bytes | tuple[bytes, int]  # content, or a stretch of it and how often
BOMB = 400  # MB
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_S = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SAYS = "After his nine-month detention he left."
_SPACES, _ZEROS = b" " * MEGABYTE, b"\0" * MEGABYTE


def zipped(parts: Iterable[tuple[str, Part]]) -> bytes:
    """Return a ZIP archive, the same bytes every time."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of names that stand twice
        for name, part in parts:
            chunk, times = part if isinstance(part, tuple) else (part, 1)
            info = zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            with archive.open(info, "w", force_zip64=True) as stream:
                for _ in range(times):
                    stream.write(chunk)
    return made.getvalue()


def gzipped(chunk: bytes, times: int) -> bytes:
    """Return a gzip file of a stretch that is repeated."""
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    return b"".join((*(packer.compress(chunk) for _ in range(times)), packer.flush()))


def laughs(root: str) -> str:
    """Return a document type whose entities grow a thousand million times."""
    entities = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 10))
    return f'<!DOCTYPE {root} [<!ENTITY l0 "lol">{entities}]>'


def outside(root: str, address: str) -> str:
    """Return a document type whose entity x stands elsewhere."""
    return f'<!DOCTYPE {root} [<!ENTITY x SYSTEM "{address}">]>'


def paragraph(words: str) -> str:
    return f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"


def docx(
    body: str, before: str = "", more: Iterable[tuple[str, Part]] = (), leave_out: str = "", document: Part = b""
) -> bytes:
    """Return a Word file."""
    types = (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/><Default '
        f'Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>'
    )
    relations = (
        f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1" Type="{_OFFICE}/officeDocument" '
        f'Target="word/document.xml"/></Relationships>'
    )
    written = document or f'<?xml version="1.0"?>{before}<w:document {_W}><w:body>{body}</w:body></w:document>'.encode()
    parts: list[tuple[str, Part]] = [
        ("[Content_Types].xml", types.encode()), ("_rels/.rels", relations.encode()), ("word/document.xml", written)
    ]  # fmt: skip
    return zipped([*(part for part in parts if part[0] != leave_out), *more])


def xlsx(sheet: str, before: str = "", whole: Part = b"") -> bytes:
    """Return a workbook."""
    book = f'<workbook {_S} xmlns:r="{_OFFICE}"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>'
    relations = (
        f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1" Type="{_OFFICE}/worksheet" '
        f'Target="worksheets/sheet1.xml"/></Relationships>'
    )
    main = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    types = (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
        f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{main}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{main}.worksheet+xml"/></Types>'
    )
    first = relations.replace("worksheets/sheet1.xml", "xl/workbook.xml").replace("/worksheet", "/officeDocument")
    written = whole or f'<?xml version="1.0"?>{before}<worksheet {_S}>{sheet}</worksheet>'.encode()
    return zipped([
        ("[Content_Types].xml", types.encode()), ("_rels/.rels", first.encode()), ("xl/workbook.xml", book.encode()),
        ("xl/_rels/workbook.xml.rels", relations.encode()), ("xl/worksheets/sheet1.xml", written),
    ])  # fmt: skip


def _epub(page: Part) -> bytes:
    container = (
        '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="c.opf"/>'
        "</rootfiles></container>"
    )
    book = (
        '<package xmlns="http://www.idpf.org/2007/opf"><manifest><item id="a" href="a.xhtml" '
        'media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/></spine></package>'
    )
    return zipped([
        ("mimetype", b"application/epub+zip"), ("META-INF/container.xml", container.encode()),
        ("c.opf", book.encode()), ("a.xhtml", page),
    ])  # fmt: skip


def _odt(content: Part) -> bytes:
    return zipped([("mimetype", b"application/vnd.oasis.opendocument.text"), ("content.xml", content)])


def _changed(content: bytes, sign: bytes, at: int, new: bytes, *, last: bool = False) -> bytes:
    """Return an archive with bytes behind a sign of its directory changed, everywhere or at the last one."""
    made, found = bytearray(content), content.rfind(sign) if last else content.find(sign)
    while found >= 0:
        made[found + at : found + at + len(new)] = new
        found = -1 if last else content.find(sign, found + 4)
    return bytes(made)


def _nested() -> bytes:
    inner = zipped([("0", (_ZEROS, 50))])
    for _ in range(5):
        inner = zipped([(f"n{i}.zip", inner) for i in range(8)])
    return inner


_GOOD = docx(paragraph(_SAYS))
_XML = f"<w:document {_W}><w:body>{paragraph('nine-month detention')}</w:body></w:document>"
_LINKED = (
    f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1" TargetMode="External" '
    f'Type="{_OFFICE}/attachedTemplate" Target="http://127.0.0.1:{PORT}/t.dotm"/></Relationships>'
)
_CENTRAL, _LOCAL, _END = b"PK\x01\x02", b"PK\x03\x04", b"PK\x05\x06"
ARCHIVES: dict[str, Content] = {
    "bomb.docx": lambda: docx("", document=(_SPACES, BOMB)),
    "bomb_beside.docx": lambda: docx(paragraph(_SAYS), more=[("word/media/x.bin", (_ZEROS, BOMB))]),
    "laughs.docx": docx(paragraph("&l9;"), before=laughs("w:document")),
    "entity_file.docx": docx(paragraph("&x;"), before=outside("w:document", "file:///tmp/badinputs-canary.txt")),
    "entity_net.docx": docx(paragraph("&x;"), before=outside("w:document", f"http://127.0.0.1:{PORT}/docx")),
    "paths.docx": docx(paragraph("x"), more=[("../../PWNED", b"x"), ("/tmp/PWNED_HERE", b"x"), ("..\\PWNED", b"x")]),
    "no_document.docx": docx("", leave_out="word/document.xml"),
    "no_types.docx": docx(paragraph(_SAYS), leave_out="[Content_Types].xml"),
    "linked.docx": docx(paragraph("x"), more=[("word/_rels/document.xml.rels", _LINKED.encode())]),
    "half.docx": _GOOD[: len(_GOOD) // 2],
    "no_end.docx": _GOOD[:-30],
    "junk_before.docx": b"MZ" + b"x" * 5_000 + _GOOD,
    "empty.docx": b"",
    "is_html.docx": "<html>nine-month detention</html>",
    "is_ole.docx": bytes.fromhex("d0cf11e0a1b11ae1") + bytes(4_096),
    "is_rtf.docx": "{\\rtf1 nine-month detention}",
    "bad_sum.docx": _changed(_GOOD, _CENTRAL, 16, b"\xde\xad\xbe\xef"),
    "locked.docx": _changed(_changed(_GOOD, _CENTRAL, 8, b"\1"), _LOCAL, 6, b"\1"),
    "unknown_packing.docx": _changed(_GOOD, _CENTRAL, 10, struct.pack("<H", 99)),
    "bad_offset.docx": _changed(_GOOD, _END, 16, struct.pack("<I", 0xFFFFFFF0), last=True),
    "size_lies.docx": _changed(_GOOD, _CENTRAL, 24, struct.pack("<I", 0x7FFFFFFF)),
    "twice.docx": zipped([("word/document.xml", _XML.encode()), ("word/document.xml", b"<a/>")]),
    "60000_parts.docx": lambda: docx(paragraph("x"), more=[(f"e/{i}", b"") for i in range(60_000)]),
    "deep.docx": docx("<w:tbl><w:tr><w:tc>" * 20_000 + paragraph(_SAYS) + "</w:tc></w:tr></w:tbl>" * 20_000),
    "many.docx": lambda: docx(paragraph("x") * 200_000),
    "no_namespace.docx": docx("", document=b"<document><body><p>nine-month detention</p></body></document>"),
    "bad_xml.docx": docx("", document=b"<w:document><unclosed"),
    "utf16.docx": docx("", document=f'<?xml version="1.0" encoding="UTF-16"?>{_XML}'.encode("utf-16")),
    "nested.zip": _nested,
    "link.zip": zipped([("link.txt", b"../canary.txt")]),
    "many.zip": lambda: zipped([(f"{i}.txt", b"Year: 2012\n") for i in range(12_000)]),
    "paths.zip": zipped([("../../PWNED.txt", b"x"), ("/tmp/PWNED_HERE.txt", b"x"), ("a/../../b.txt", b"Year: 1\n")]),
    "bomb.zip": lambda: zipped([("a.txt", (_SPACES, BOMB))]),
    "bomb.epub": lambda: _epub((_SPACES, BOMB)),
    "laughs.epub": _epub(laughs("html").encode() + b"<html>&l9;</html>"),
    "bomb.odt": lambda: _odt((_SPACES, BOMB)),
    "laughs.odt": _odt(laughs("office:document-content").encode() + b"<a>&l9;</a>"),
    "bomb.txt.gz": lambda: gzipped(_ZEROS, BOMB),
    "half.tar.gz": gzipped(b"a", 100)[:20],
    "bomb.xlsx": lambda: xlsx("", whole=(_SPACES, BOMB)),
    "laughs.xlsx": xlsx("<sheetData><row><c t='inlineStr'><is><t>&l9;</t></is></c></row></sheetData>", laughs("worksheet")),
    "dimension.xlsx": xlsx('<dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576">'
                           '<c r="XFD1048576"><v>1</v></c></row></sheetData>'),
    "dates.xlsx": xlsx('<sheetData><row r="1"><c r="A1" t="d"><v>99999-99-99</v></c><c r="B1"><v>1e308</v></c></row></sheetData>'),
    "places.xlsx": xlsx('<sheetData><row r="99999999999"><c r="ZZZZZZ999999999"><v>1</v></c><c r=""><v>x</v></c></row></sheetData>'),
    "shared.xlsx": xlsx('<sheetData><row r="1"><c r="A1" t="s"><v>999999</v></c></row></sheetData>'),
    "merged.xlsx": xlsx('<sheetData/><mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>'),
    "empty.xlsx": b"",
    "noise.parquet": b"PAR1" + bytes(range(256)) * 20 + b"PAR1",
    "noise.warc": b"WARC/1.0\r\nContent-Length: 99999999999\r\n\r\nx",
    "bomb.warc.gz": lambda: gzipped(b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 1\r\n\r\nx\r\n\r\n" * 10_000, 40),
}  # fmt: skip
TABLES: dict[str, Content] = {
    "long_cell.csv": lambda: b'a,b\n"' + b"x" * 3_000_000 + b'",2\n',
    "open_quote.csv": 'a,b\n"never closed,' + "x\n" * 100_000,
    "nul.csv": "a,b\n\0,nine-month detention\n",
    "wide.csv": ",".join(["x"] * 100_000) + "\n" + ",".join(["1"] * 100_000) + "\n",
    "long.csv": lambda: (
        b"title,year,runtime\n" + b"".join(b"F%d,19%02d,%d min\n" % (i, i % 100, 60 + i % 90) for i in range(9_000))
    ),
    "ragged.csv": "a,b,c\n1\n1,2,3,4,5,6\n,,,,,,\n",
    "utf16.csv": "a;b\nnine-month detention;2\n".encode("utf-16"),
    "cr.csv": "a,b\rnine-month detention,2\r",
    "empty.csv": "",
    "head.csv": "a,b\n",
    "head_twice.csv": "a,a,a\n1,2,3\n",
    "separator.csv": "sep=;\na;b\n1;2\n",
    "quotes.csv": "a,b\n" + '"' * 100_001 + ",1\n",
    "deep.json": "[" * 200_000 + "]" * 200_000,
    "deep_objects.json": '{"a":' * 100_000 + "1" + "}" * 100_000,
    "large_number.json": '{"n": ' + "9" * 10_000 + "}",
    "no_number.json": '{"n": NaN, "m": Infinity, "k": 1e999}',
    "twice.json": '{"a":1,"a":2}',
    "half.json": '{"a":"\\ud800 nine-month detention"}',
    "cut.json": '{"a": [1, 2',
    "strings.json": json.dumps(["x" * 100] * 20_000),
    "keys.json": json.dumps({f"k{i}": i for i in range(50_000)}),
    "bad_lines.jsonl": '{"a": 1}\nnot json\n{"a":\n[1]\n"x"\n' * 1_000,
    "empty.jsonl": "\n\n\n",
}
_CORE = ("laughs.docx", "entity_file.docx", "half.docx", "locked.docx", "is_ole.docx", "paths.zip", "half.tar.gz", "shared.xlsx",
         "nul.csv", "ragged.csv", "deep.json", "large_number.json", "bad_lines.jsonl", "bad_offset.docx")  # fmt: skip


def cases() -> Iterator[Case]:
    """Yield a case for each file."""
    for name, content in (ARCHIVES | TABLES).items():
        slow = callable(content)
        ids = name.replace(".", "_")
        yield Case(
            f"archive_{ids}",
            "archive",
            {name: content},
            seconds=30 if slow else 20,
            read_or_named=True,
            core=name in _CORE,
        )
