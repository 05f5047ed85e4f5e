r"""The only way out: nothing of a document reaches a terminal raw.

Control characters (C0, C1, escape sequences' beginnings), bidirectional overrides and invisible
characters become visible escapes such as \\x1b and \\u202e.
"""

from __future__ import annotations

import re

_UNSAFE = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f]"
)


def clean(text: str) -> str:
    """Return text that is safe to print; tabs and line feeds stay."""
    return _UNSAFE.sub(_escaped, text)


def clean_line(text: str) -> str:
    """Return text that is safe to print and stays on one line."""
    return clean(text.replace("\n", " ").replace("\t", " "))


def clean_json(text: str) -> str:
    """Return JSON with every unsafe character in its strings as an escape; it says the same."""
    return _UNSAFE.sub(_json_escaped, text)


def _escaped(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code <= 0xFF:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"


def _json_escaped(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code <= 0xFFFF:
        return f"\\u{code:04x}"
    code -= 0x10000
    return f"\\u{0xD800 + (code >> 10):04x}\\u{0xDC00 + (code & 0x3FF):04x}"
