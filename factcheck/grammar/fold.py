"""Folding: characters that typographers vary become one, each for one, so that offsets stay true."""

from __future__ import annotations

import re

_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t\f\v"
_APOSTROPHES = "\u2018\u2019\u201a\u201b\u02bc\u02b9\u2032`\u00b4"
_QUOTES = "\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033"
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
_COLONS = "\uff1a\ufe55\ua789"
_TABLE = str.maketrans(
    {
        **dict.fromkeys(_SPACES, " "),
        **dict.fromkeys(_APOSTROPHES, "'"),
        **dict.fromkeys(_QUOTES, '"'),
        **dict.fromkeys(_DASHES, "-"),
        **dict.fromkeys(_COLONS, ":"),
        # Fullwidth figures and signs: U+FF01 to U+FF5E are ASCII, moved.
        **{chr(0xFF01 + i): chr(0x21 + i) for i in range(94)},
        # A document's private-use characters must not pass for the marks that patterns use.
        **dict.fromkeys(map(chr, range(0xE000, 0xE010)), "\ufffd"),
    }
)
# To look for the few is faster than to translate every character.
_ODD = re.compile(f"[{re.escape(''.join(map(chr, _TABLE)))}]+")
_TABBED = re.compile(r"^([^\s:|][^\t\r\n:|]{1,47})\t([^\t\r\n]+(?:\r?\n\t[^\t\r\n]+)*)(?=\r?$)", re.MULTILINE)
# "5 000" with a space that does not break is one number, as "5,000" is.
_GAPS = re.compile(r"(?<![0-9])[0-9]{1,3}(?:[\u00a0\u2009\u202f][0-9]{3})+(?![0-9])")

# "86.633,5" where the comma is for decimals; "22.06.2011" is a date.
_COMMA_DECIMALS = re.compile(
    r"(?<![0-9.,])(?:[0-9]{1,3}(?:\.[0-9]{3}){1,9}(?:,[0-9]{1,30})?|[0-9]{1,30},[0-9]{1,30})(?![0-9]|[.,][0-9])"
)
_SWAPPED = str.maketrans(".,", ",.")


def with_points(text: str) -> str:
    """Return the text with decimal commas as points and points between thousands as commas; the length is kept."""
    return _COMMA_DECIMALS.sub(lambda figures: figures[0].translate(_SWAPPED), text)


def fold(text: str) -> str:
    """Return the text with spaces, quotes, dashes and fullwidth signs folded; the length is kept."""
    if any(gap in text for gap in "\u00a0\u2009\u202f"):
        text = _GAPS.sub(_with_commas, text)
    return _ODD.sub(_usual, text)


def labelled(text: str) -> str:
    """Return the text with a label and its values between tabs as "label:value, value"; the length is kept.

    So an infobox comes out of a browser: "Produced by", a tab, a name, and below it further names behind tabs.
    """
    return _TABBED.sub(_with_colon, text) if "\t" in text else text


def _with_colon(row: re.Match[str]) -> str:
    return f"{row[1]}:" + row[2].replace("\r\n\t", ",  ").replace("\n\t", ", ")


def _usual(odd: re.Match[str]) -> str:
    return odd[0].translate(_TABLE)


def _with_commas(figures: re.Match[str]) -> str:
    return re.sub("[^0-9]", ",", figures[0])


def lower(text: str) -> str:
    """Return the text in lower case, one character for one."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(low if len(low := char.lower()) == 1 else char for char in text)
