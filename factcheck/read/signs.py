"""Content decides: what a file is by its first bytes, whatever its ending says."""

from __future__ import annotations

import io
import re
import zipfile

_HTML = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html)[\s>]", re.I | re.S
)
_SIGNS = ((b"%PDF-", "pdf"), (b"{\\rtf", "rtf"), (b"PAR1", "parquet"))
_WITHIN = 4096  # bytes
_MEMBERS = (
    ("word/document.xml", "docx"),
    ("xl/workbook.xml", "xlsx"),
    ("META-INF/container.xml", "epub"),
    ("content.xml", "odt"),
)


def format_of(content: bytes) -> str | None:
    """Return the format that content shows itself to be of, None where only its name can tell."""
    head = content[:_WITHIN]
    for sign, name in _SIGNS:
        if head.startswith(sign) or (name == "pdf" and sign in head[:1024]):
            return name
    if head.startswith(b"PK\x03\x04"):
        return _of_archive(content)
    if head.startswith(b"\x1f\x8b"):
        return "archive"
    return "html" if _HTML.match(head) else None


def _of_archive(content: bytes) -> str | None:
    try:
        names = set(zipfile.ZipFile(io.BytesIO(content)).namelist())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, RuntimeError):
        return None
    return next((name for member, name in _MEMBERS if member in names), "archive")
