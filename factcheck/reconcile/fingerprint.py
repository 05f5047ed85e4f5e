"""A finding's identity: what it says, and nothing of where or when.

Made of the schema, subject key, field with its qualifiers, code and the unordered pair of readings; no path,
line, message, count or bounds, so that it survives moved lines, renamed files and retuned bounds.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from factcheck.model import Qualifiers

SCHEMA = "1"
_SEPARATOR = "\x1f"


def fingerprint(
    subject: tuple[str, str], field: str, qualifiers: Qualifiers, code: str, readings: Iterable[str]
) -> str:
    """Return 32 hexadecimal digits."""
    extra = [f"{name}={value}" for name, value in qualifiers]
    parts = [SCHEMA, *subject, field, *extra, code, *sorted(readings)]
    return hashlib.sha256(_SEPARATOR.join(parts).encode()).hexdigest()[:32]
