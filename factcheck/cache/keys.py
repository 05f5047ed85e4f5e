"""What an answer depends on, as a key: all of it, or another run would be given the wrong one."""

from __future__ import annotations

import sys
from functools import cache
from hashlib import sha256
from pathlib import Path

from factcheck.version import VERSION

_LENGTH = 8  # bytes that tell how long a part is


def key_of(*parts: str | bytes | None) -> bytes:
    """Return one digest (SHA-256) of several parts, each with its length, so that none runs into the next."""
    digest = sha256()
    for part in parts:
        said = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        digest.update((-1 if said is None else len(said)).to_bytes(_LENGTH, "big", signed=True))
        digest.update(said or b"")
    return digest.digest()


@cache
def program() -> str:
    """Return what tells this program from another: its version, and Python's, whose tables of characters change.

    In a checkout, where the version stays the same while the code changes, also a digest of the code.
    """
    package = Path(__file__).parent.parent
    version = f"{VERSION} {sys.version_info[0]}.{sys.version_info[1]}"
    if (package / "rules").is_dir():
        return version
    code = sha256()
    for file in sorted(package.rglob("*.py")):
        code.update(sha256(file.read_bytes()).digest())
    return f"{version} {code.hexdigest()}"
