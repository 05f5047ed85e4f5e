"""Bytes that are no text, text in every encoding, text of one endless word, and what Unicode allows."""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Iterator

from tests.badinputs.case import Case, Content, claim, document
from tests.badinputs.pdfs import PAGE
from tests.badinputs.zips import zipped

C = claim()
B = C.encode()
_CHANCE = random.Random(7)
NOISE = _CHANCE.randbytes(60_000)
BYTES: dict[str, Content] = {
    "nul_first": b"\0" + B,
    "nul_last": B + b"\0",
    "nul_everywhere": "\0".join(C),
    "noise": NOISE,
    "elf": b"\x7fELF" + NOISE,
    "png": b"\x89PNG\r\n\x1a\n" + NOISE,
    "pdf": PAGE,
    "zip": zipped([("a", b"b")]),
    "sqlite": b"SQLite format 3\0" + NOISE[:9_000],
    "gzip_head": b"\x1f\x8b" + NOISE[:100],
    "parquet_head": b"PAR1" + NOISE[:100],
    "not_utf8": b"\xff\xfe\xfa " + B + b"\xc3\x28 \xe2\x82",
    "cut_utf8": document("\u00e9" * 10 + C) + b"\xe2\x82",
    "overlong": b"\xc0\xaf\xe0\x80\xaf\xf0\x80\x80\xaf " + B,
    "cesu8": b"\xed\xa0\xbd\xed\xb8\x80 " + B,
    "beyond_unicode": b"\xf4\x90\x80\x80\xf8\x88\x80\x80\x80 " + B,
    "utf16le": b"\xff\xfe" + C.encode("utf-16le"),
    "utf16be": b"\xfe\xff" + C.encode("utf-16be"),
    "utf16_no_mark": C.encode("utf-16le"),
    "utf16_odd": b"\xff\xfe" + C.encode("utf-16le") + b"x",
    "utf16_half": b"\xff\xfe\x00\xd8" + C.encode("utf-16le"),
    "utf32": C.encode("utf-32"),
    "utf32_beyond": b"\xff\xfe\0\0" + b"\xff\xff\xff\x7f" * 20 + C.encode("utf-32le"),
    "mark": b"\xef\xbb\xbf" + B,
    "marks": b"\xef\xbb\xbf" * 3 + B,
    "mark_within": C.replace("nine", "nine\ufeff"),
    "latin1": ("caf\u00e9 " + C).encode("latin1"),
    "cp1252": ("\u201cquote\u201d \u2014 " + C).encode("cp1252"),
    "shift_jis": ("\u65e5\u672c\u8a9e " + C).encode("shift_jis"),
    "gb18030": ("\u4ed6\u88ab\u62d8\u7559\u4e86\u4e5d\u4e2a\u6708\u3002" + C).encode("gb18030"),
    "big5": ("\u4e2d\u6587" + C).encode("big5"),
    "koi8": ("\u041f\u0440\u0438\u0432\u0435\u0442 " + C).encode("koi8-r"),
    "ebcdic": C.encode("cp500"),
    "utf7": C.replace("nine", "+AG4AaQBuAGU-"),
    "mixed": document("\u00e9 " + C) + ("\u00e9 " + C).encode("latin1") + ("\u00e9 " + C).encode("utf-16le"),
    "iso2022": ("\u65e5\u672c\u8a9e" + C).encode("iso2022_jp"),
    "only_mark": b"\xef\xbb\xbf",
    "only_mark16": b"\xff\xfe",
    "empty": b"",
    "spaces": " \n\t\r\n" * 1_000,
    "one_byte": b"\x80",
    "controls": bytes(range(1, 32)).replace(b"\n", b"") + B,
    "c1": "".join(map(chr, range(0x80, 0xA0))) + C,
    "del_and_back": C.replace("nine", "one\b\b\bnine\x7f"),
}
LINES: dict[str, Content] = {
    "cr": C.replace(" ", "\r"),
    "mixed_ends": "a\r\nb\rc\n\r" + C,
    "separators": "a\u2028b\u2029c\u0085d\x0be\x0cf\x1cg\x1dh" + C,
    "no_end": C.rstrip("\n"),
    "nel_latin1": b"a\x85b" + B,
    "one_line": lambda: document((("word " * 200) + C.strip().replace("\n", " ") + " ") * 5_000),
    "one_word": lambda: document("x" * 5_000_000 + C),
    "digits": lambda: document("1" * 2_000_000 + C),
    "commas": lambda: document("1," * 500_000 + " killed people" + C),
    "counts": lambda: document("killed 12 people, " * 40_000 + C),
    "short_lines": lambda: document("a\n" * 1_000_000 + C),
    "blank_lines": lambda: document("\n" * 3_000_000 + C),
    "wide_gap": lambda: document(C.replace("nine-month", "nine" + " " * 3_000_000 + "month")),
    "hyphens": lambda: document("two-" * 250_000 + "month detention" + C),
    "no_sentence": lambda: document("Mr. U.S. e.g. " * 100_000 + C),
    "open_quotes": lambda: document("\u201c" * 300_000 + C),
    "open_brackets": lambda: document("(" * 500_000 + C),
    "colons": lambda: document("a: " * 300_000 + C),
    "tabs": lambda: document("a\t" * 300_000 + C),
    "bars": lambda: document("a | " * 300_000 + C),
    "labels": lambda: document("Running time: 77 minutes\n" * 20_000),
    "dashes": lambda: document("\u2014" * 400_000 + C),
    "addresses": lambda: document("http://" * 100_000 + C),
    "comments": lambda: document("# factcheck: ignore[" * 30_000 + C),
    "capitals": lambda: document("Abc Def " * 100_000 + C),
    "indented": lambda: document("".join(" " * (i % 2_000) + "x\n" for i in range(3_000)) + C),
    "said": lambda: document("he said that " * 50_000 + C),
    "wrapped": lambda: document(("word " * 12 + "\n") * 50_000 + C),
}
UNICODE: dict[str, Content] = {
    "marks_on_one": "n" + "\u0301" * 100_000 + C,
    "marks_on_all": "".join(char + "\u0336" * 30 for char in C * 20),
    "joined": "\U0001f468\u200d" * 50_000 + C,
    "flags": "\U0001f1e6" * 100_001 + C,
    "jamo": "\u1100\u1161" * 50_000 + C,
    "astral": "\U0001f600" * 1_000 + C,
    "tags": "".join(chr(0xE0000 + ord(char)) for char in C) + C,
    "private": "\ue000\U000f0000\U0010fffd" + C,
    "private_marks": "".join(map(chr, range(0xE000, 0xE020))) * 100 + C,
    "noncharacters": "\ufffe\uffff\U0001fffe" + C,
    "half": B + b"\xed\xa0\x80",
    "override": C.replace("nine-month", "\u202eenin\u202c-month"),
    "isolates": C.replace("nine", "\u2066\u2067nine\u2069"),
    "open_isolates": "\u202e\u202d\u2066" * 1_000 + C,
    "right_to_left": "\u202b\u0627\u0639\u062a\u0642\u0644 \u062a\u0633\u0639\u0629 \u0623\u0634\u0647\u0631. " + C,
    "no_width": C.replace("nine", "ni\u200bne").replace("77", "7\u200d7"),
    "no_width_everywhere": "\u200b".join(C) * 20,
    "soft_hyphens": C.replace("nine", "ni\u00adne").replace("detention", "deten\u00adtion"),
    "cyrillic": C.replace("o", "\u043e").replace("e", "\u0435").replace("a", "\u0430"),
    "mixed_scripts": ("a\u0430" * 40_000) + " " + C,
    "fullwidth": C.replace("77", "\uff17\uff17").replace("nine", "\uff4e\uff49\uff4e\uff45"),
    "formulas": C.replace("77", "\U0001d7d5\U0001d7d5").replace("Jane", "\U0001d409\U0001d41a\U0001d427\U0001d41e"),
    "arabic_digits": C.replace("77", "\u0667\u0667"),
    "superscript": C.replace("77", "7\u00b2").replace("nine-month", "\u00b2-month"),
    "circled": C.replace("nine-month", "\u2468-month").replace("77", "\u2466\u2466"),
    "fractions": C.replace("nine-month", "\u00bd-month").replace("77", "7\u215e"),
    "roman": C.replace("nine", "\u2168").replace("77", "LXXVII"),
    "chinese_numbers": C.replace("nine", "\u4e5d").replace("77", "\u4e03\u5341\u4e03"),
    "tibetan_half": C.replace("77", "\u0f33\u0f33"),
    "no_break": C.replace(" ", "\u00a0"),
    "thin_space": "The earthquake killed 86\u2009633\u202f000 people. " + C,
    "decomposed": unicodedata.normalize("NFD", "Produced by Jos\u00e9 \u00d1o\u00f1o. " + C),
    "ligatures": C.replace("fi", "\ufb01") + "\ufb03\ufb04\ufb05",
    "turkish": "\u0130STANBUL " * 1_000 + C,
    "sharp_s": "STRA\u00dfE \u1e9e " * 1_000 + C,
    "long_lower": "\u01c5 \ufb03 \u0149 \u0390 " * 1_000 + C,
    "variations": C.replace("n", "n\ufe0f"),
    "annotated": C.replace("nine", "\ufff9nine\ufffaeight\ufffb"),
    "replacements": "\ufffc\ufffd" * 1_000 + C,
    "all_of_plane_0": "".join(chr(code) for code in range(1, 0xD800)) + C,
    "all_of_plane_1": "".join(chr(code) for code in range(0x10000, 0x20000)) + C,
    "fillers": C.replace("nine", "ni\u3164ne").replace("77", "7\u28007"),
}
_TABLES: dict[str, dict[str, Content]] = {"bytes": BYTES, "lines": LINES, "unicode": UNICODE}
_CORE = ("nul_first", "noise", "png", "not_utf8", "utf16le", "utf32_beyond", "empty", "gb18030", "cr", "separators", "commas",
         "blank_lines", "one_word", "open_brackets", "tags", "half", "override", "no_width", "cyrillic", "marks_on_one")  # fmt: skip


def cases() -> Iterator[Case]:
    """Yield a case for each text."""
    for group, table in _TABLES.items():
        for name, content in table.items():
            docs = {f"{name}.txt": content}
            slow = callable(content)
            yield Case(
                f"{group}_{name}", group, docs, seconds=30 if slow else 10, read_or_named=True, core=name in _CORE
            )
