"""Words become readings: one reader a language, one file a kind of value."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck import lazy

if TYPE_CHECKING:
    from factcheck.grammar.found import Found
    from factcheck.grammar.language import Language
    from factcheck.grammar.reader import Reader, reader_of

__all__ = [
    "Found",
    "Language",
    "Reader",
    "reader_of",
]

__getattr__ = lazy.names(
    __name__,
    {
        "found": ("Found",),
        "language": ("Language",),
        "reader": ("Reader", "reader_of"),
    },
)
