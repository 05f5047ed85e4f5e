"""PDF files: trees in circles, streams that grow, numbers without bounds, keys that no program has."""

from __future__ import annotations

import zlib
from collections.abc import Iterator

from tests.badinputs.case import PORT, Case, Content

Object = tuple[int, bytes]
TEXT = b"BT /F1 12 Tf 72 720 Td (After his nine-month detention he left.) Tj ET"
_CATALOG: Object = (1, b"<< /Type /Catalog /Pages 2 0 R >>")
_KIDS: Object = (2, b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>")
_FONT: Object = (5, b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
_LEAF: Object = (
    3,
    b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
)


def pdf(objects: list[Object], more: bytes = b"", root: int = 1, *, table: bool = True) -> bytes:
    """Return a file of numbered objects with its table of places and its trailer."""
    made, places = b"%PDF-1.4\n", {}
    for number, body in objects:
        places[number] = len(made)
        made += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    size = max(places, default=0) + 1
    start = len(made)
    if table:
        rows = b"".join(b"%010d 00000 n \n" % places.get(number, 0) for number in range(1, size))
        made += b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, rows)
    return made + b"trailer << /Size %d /Root %d 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (size, root, more, start)


def stream(content: bytes, more: bytes = b"") -> bytes:
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(content), more, content)


def page(content: bytes, filters: bytes = b"", more: bytes = b"", *, table: bool = True) -> bytes:
    """Return a file of one page."""
    return pdf([_CATALOG, _KIDS, _LEAF, (4, stream(content, filters)), _FONT], more, table=table)


def _packed(chunk: bytes, times: int) -> bytes:
    packer = zlib.compressobj(9)
    return b"".join((*(packer.compress(chunk) for _ in range(times)), packer.flush()))


def _packed_often(content: bytes, times: int) -> bytes:
    for _ in range(times):
        content = zlib.compress(content)
    return content


PAGE = page(TEXT)
_FLATE = b"/Filter /FlateDecode"
_LENGTH = b"/Length %d" % len(TEXT)
_FORM = (
    b"6 0 obj\n<< /Type /XObject /Subtype /Form /Length 5 /Resources << /XObject << /X 6 0 R >> >> >>\nstream\n/X Do\n"
    b"endstream\nendobj\n5 0 obj"
)
_MAP = (
    b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange "
    b"1 beginbfrange <00000000> <FFFFFFFF> <0041> endbfrange endcmap end end"
)


def _catalog(more: bytes) -> bytes:
    return PAGE.replace(b"/Type /Catalog", b"/Type /Catalog " + more)


FILES: dict[str, Content] = {
    "good": PAGE,
    "empty": b"",
    "head": b"%PDF-1.7\n",
    "half": PAGE[: len(PAGE) // 2],
    "no_table": page(TEXT, table=False),
    "noise": b"%PDF-1.4\n" + bytes(range(256)) * 2_000,
    "text": "nine-month detention",
    "junk_before": b"x" * 3_000 + PAGE,
    "flate_bomb": lambda: page(_packed(b" " * (1 << 20), 400), _FLATE),
    "flate_often": page(_packed_often(TEXT, 31), b"/Filter [" + b"/FlateDecode " * 31 + b"]"),
    "1000_filters": page(b"x", b"/Filter [" + b"/ASCIIHexDecode " * 1_000 + b"]"),
    "image_within": page(TEXT + b" BI /W 1 /H 1 /BPC 8 /CS /G ID " + b"x" * 5_000),
    "image_huge": page(TEXT + b" BI /W 99999999 /H 99999999 /BPC 8 /CS /RGB ID x EI"),
    "unknown_filter": page(TEXT, b"/Filter /NoSuch"),
    "bad_flate": page(b"notzlib", _FLATE),
    "bad_lzw": page(bytes(range(256)) * 100, b"/Filter /LZWDecode"),
    "run_lengths": page(b"\x81A" * 500_000 + b"\x80", b"/Filter /RunLengthDecode"),
    "bad_ascii85": page(b"zzzz\xff~>", b"/Filter /ASCII85Decode"),
    "predictor": page(zlib.compress(TEXT), _FLATE + b" /DecodeParms << /Predictor 15 /Columns 2000000000 >>"),
    "kids_circle": pdf([_CATALOG, (2, b"<< /Type /Pages /Kids [2 0 R] /Count 1 >>")]),
    "kids_both": pdf([_CATALOG, _KIDS, (3, b"<< /Type /Pages /Kids [2 0 R] /Count 1 >>")]),
    "count_large": pdf([_CATALOG, (2, b"<< /Type /Pages /Kids [] /Count 1000000000 >>")]),
    "count_negative": pdf([_CATALOG, (2, b"<< /Type /Pages /Kids [] /Count -5 >>")]),
    "kids_many": pdf([_CATALOG, (2, b"<< /Type /Pages /Kids [" + b"3 0 R " * 100_000 + b"] /Count 100000 >>"), _LEAF]),
    "kids_deep": pdf([_CATALOG, *((i, b"<< /Type /Pages /Kids [%d 0 R] /Count 1 >>" % (i + 1)) for i in range(2, 5_000))]),
    "no_pages": pdf([(1, b"<< /Type /Catalog >>")]),
    "no_root": pdf([_CATALOG], root=99),
    "root_circle": pdf([(1, b"1 0 R")]),
    "chain": pdf([(i, b"%d 0 R" % (i + 1)) for i in range(1, 5_000)]),
    "length_circle": pdf([_CATALOG, _KIDS, _LEAF, (4, b"<< /Length 4 0 R >>\nstream\nx\nendstream")]),
    "before_circle": pdf([_CATALOG, (2, b"<< /Type /Pages /Kids [] /Count 0 >>")], b"/Prev 15"),
    "before_itself": PAGE.replace(b"/Root 1 0 R", b"/Root 1 0 R /Prev %d" % PAGE.rfind(b"xref\n0")),
    "start_large": PAGE.replace(b"startxref\n", b"startxref\n99999999999999999999"),
    "start_negative": PAGE[: PAGE.rfind(b"startxref")] + b"startxref\n-5\n%%EOF",
    "table_large": PAGE.replace(b"xref\n0 6", b"xref\n0 999999999"),
    "deep_list": pdf([_CATALOG, (2, b"[" * 100_000 + b"]" * 100_000)]),
    "deep_map": pdf([_CATALOG, (2, b"<< /A " * 50_000 + b">>" * 50_000)]),
    "deep_content": page(b"[" * 200_000 + TEXT),
    "open_string": page(b"BT (" + b"(" * 200_000),
    "long_name": page(b"/" + b"A" * 1_000_000 + b" " + TEXT),
    "long_number": page(b"9" * 100_000 + b" Tf " + TEXT),
    "length_negative": PAGE.replace(_LENGTH, b"/Length -99"),
    "length_large": PAGE.replace(_LENGTH, b"/Length 999999999999"),
    "states": page(b"q " * 1_000_000 + TEXT),
    "words": page(b"BT /F1 1 Tf " + b"(a) Tj " * 200_000 + b"ET"),
    "locked_unknown": page(TEXT, more=b"/Encrypt << /Filter /NoSuch /V 99 >>"),
    "locked_badly": page(TEXT, more=b"/Encrypt << /Filter /Standard /V 1 /R 2 /O (x) /U (x) /P -1 >> /ID [(a)(b)]"),
    "script": _catalog(b"/OpenAction << /S /JavaScript /JS (app.alert(1)) >>"),
    "address": _catalog(b"/OpenAction << /S /URI /URI (http://127.0.0.1:%d/pdf) >>" % PORT),
    "launch": _catalog(b"/OpenAction << /S /Launch /F (touch PWNED) >>"),
    "no_size": PAGE.replace(b"[0 0 612 792]", b"[0 0 1e999 NaN]"),
    "form_circle": page(b"/X Do").replace(b"/Resources <<", b"/Resources << /XObject << /X 6 0 R >>").replace(b"5 0 obj", _FORM),
    "map_of_all": pdf([
        _CATALOG, _KIDS, _LEAF, (4, stream(TEXT)), (6, stream(_MAP)),
        (5, b"<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /ToUnicode 6 0 R /DescendantFonts [] >>"),
    ]),
}  # fmt: skip
_CORE = (
    "good",
    "half",
    "noise",
    "kids_circle",
    "flate_often",
    "predictor",
    "deep_list",
    "locked_badly",
    "form_circle",
    "no_root",
)


def cases() -> Iterator[Case]:
    """Yield a case for each file."""
    for name, content in FILES.items():
        yield Case(f"pdf_{name}", "pdf", {f"{name}.pdf": content}, seconds=20, read_or_named=True, core=name in _CORE)
