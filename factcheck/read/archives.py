"""Archives (ZIP, tar, gzip) are walked in memory, within limits; what is in them is read as if it lay in a folder."""

from __future__ import annotations

import gzip
import io
import tarfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath

from factcheck.errors import Problem
from factcheck.read.zipped import MOST_BYTES, MOST_MEMBERS, Archive, UnreadableError

Member = tuple[str, bytes]
_MOST_RATIO = 500


def members(path: str, content: bytes) -> Iterator[Member | Problem]:
    """Yield the names and bytes of an archive's files; what exceeds the limits is a problem, and ends the walk."""
    try:
        if content.startswith(b"PK"):
            yield from _zipped(content)
        elif content.startswith(b"\x1f\x8b"):
            inner = _unpacked(content)
            stem = PurePosixPath(path).name
            name = f"{stem[:-4]}.tar" if stem.lower().endswith(".tgz") else stem.removesuffix(".gz").removesuffix(".GZ")
            yield from _tarred(inner) if tarfile.is_tarfile(io.BytesIO(inner)) else iter([(name, inner)])
        else:
            yield from _tarred(content)
    except UnreadableError as error:
        yield error.problem(path)


def _zipped(content: bytes) -> Iterator[Member]:
    archive = Archive(content)
    for name in archive.names():
        yield name, archive.read(name)


def _tarred(content: bytes) -> Iterator[Member]:
    left = MOST_BYTES
    try:
        with tarfile.open(fileobj=io.BytesIO(content), mode="r:") as archive:
            for number, each in enumerate(archive):
                if number >= MOST_MEMBERS:
                    raise UnreadableError(f"holds more than {MOST_MEMBERS} files")
                left -= each.size
                if left < 0:
                    raise UnreadableError(f"unpacks to more than {MOST_BYTES // 1_000_000} MB")
                if each.isfile() and (file := archive.extractfile(each)) is not None:
                    yield each.name, file.read()
    except (tarfile.TarError, OSError, ValueError, EOFError) as error:
        raise UnreadableError(f"is damaged: {error}") from None


def _unpacked(content: bytes) -> bytes:
    """Return what a gzip file holds."""
    most = min(MOST_BYTES, max(len(content) * _MOST_RATIO, 1_000_000))
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(content)) as file:
            inner = file.read(most + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise UnreadableError(f"is damaged: {error}") from None
    if len(inner) > most:
        raise UnreadableError("unpacks to far more than it holds")
    return inner
