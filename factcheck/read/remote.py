"""Documents at addresses (s3://…, https://…, memory://…), which fsspec opens: https://filesystem-spec.readthedocs.io.

Nothing is fetched but what somebody names on the command line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from factcheck.errors import Problem

_ADDRESS = re.compile(r"([a-z][a-z0-9+.-]+):/+(?=[^/])")
_MAGIC = re.compile(r"[*?\[]")
_HINT = "check the address, and that this machine may open it"


def address_of(path: Path) -> str | None:
    """Return the address that a path stands for, or None: paths keep one slash of "s3://bucket/page.txt"."""
    text = path.as_posix()
    found = _ADDRESS.match(text)
    if found is None or path.exists():
        return None
    slashes = "///" if found[1] == "file" else "//"
    return f"{found[1]}:{slashes}{text[found.end() :]}"


def found_at(address: str) -> Iterator[str | Problem]:
    """Yield the addresses of files: of the one that is named, of those in a folder, or of all that a pattern means."""
    try:
        system, path = _opened(address)
        if _MAGIC.search(path):
            names = sorted(system.glob(path))
        else:
            names = sorted(system.find(path)) if system.isdir(path) else [path]
        yield from (system.unstrip_protocol(name) for name in names)
        if not names:
            yield Problem(address, "there is no such file", _HINT)
    except Exception as error:  # of any library that a system uses
        yield _problem(address, error)


def fetched(address: str, largest: int) -> bytes | Problem:
    """Return a file's bytes, unless it has more than the largest."""
    try:
        system, path = _opened(address)
        with system.open(path, "rb") as stream:
            content: bytes = stream.read(largest + 1)
    except Exception as error:  # of any library that a system uses
        return _problem(address, error)
    if len(content) > largest:
        return Problem(address, f"is larger than {largest // 1_000_000} MB", "split it")
    return content


def _opened(address: str) -> tuple[Any, str]:
    from fsspec.core import url_to_fs

    return url_to_fs(address)  # type: ignore[no-any-return]


def _problem(address: str, error: Exception) -> Problem:
    if isinstance(error, ImportError):
        return Problem(address, f"cannot be opened: {error}", "pip install 'factcheck-cli[dask]', and what it asks for")
    said = " ".join(str(error).split()) or type(error).__name__
    return Problem(address, f"cannot be opened: {said}", _HINT)
