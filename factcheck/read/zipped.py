"""Office files and books are ZIP archives of XML: opened with limits, and no document type is ever followed."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError

from factcheck.errors import Problem

MOST_BYTES = 200_000_000  # of one archive, unpacked
MOST_MEMBERS = 10_000
_MOST_RATIO = 500  # of unpacked to packed bytes; text packs to a twentieth
_SMALL = 1_000_000  # bytes; below that no ratio is a bomb
_DAMAGE = (zipfile.BadZipFile, ValueError, OSError, NotImplementedError)
_HINT = "open it with its own program and save it anew"


class UnreadableError(Exception):
    """A file that cannot be read, and why."""

    def __init__(self, what: str, hint: str = _HINT) -> None:
        super().__init__(what)
        self.what = what
        self.hint = hint

    def problem(self, path: str) -> Problem:
        """Return it as data."""
        return Problem(path, self.what, self.hint)


class Archive:
    """A ZIP archive in memory; raises UnreadableError for one that is damaged, encrypted or too large."""

    def __init__(self, content: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
        except _DAMAGE as error:
            raise UnreadableError(f"is damaged: {error}") from None
        members = self._zip.infolist()
        if len(members) > MOST_MEMBERS:
            raise UnreadableError(f"holds {len(members)} parts, more than {MOST_MEMBERS}")
        self._left = MOST_BYTES

    def __contains__(self, name: str) -> bool:
        return name in self._zip.NameToInfo

    def names(self) -> Iterator[str]:
        """Yield the names of its parts in order."""
        return (each.filename for each in self._zip.infolist() if not each.is_dir())

    def read(self, name: str) -> bytes:
        """Return a part's bytes."""
        info = self._zip.NameToInfo.get(name)
        if info is None:
            raise UnreadableError(f"has no part {name}")
        if info.flag_bits & 1:
            raise UnreadableError("is protected by a password", "save it without one")
        if info.file_size > _SMALL and info.file_size > _MOST_RATIO * max(info.compress_size, 1):
            raise UnreadableError(f"unpacks to far more than it holds ({name})")
        try:
            with self._zip.open(info) as part:
                content = part.read(self._left + 1)
        except (*_DAMAGE, zlib.error, RuntimeError, EOFError) as error:
            raise UnreadableError(f"is damaged: {error}") from None
        self._left -= len(content)
        if self._left < 0:
            raise UnreadableError(f"unpacks to more than {MOST_BYTES // 1_000_000} MB")
        return content

    def xml(self, name: str) -> Element:
        """Return a part as XML; one with a document type, which could grow without bounds, is refused."""
        return parse_xml(self.read(name), name)


def parse_xml(content: bytes, name: str) -> Element:
    """Return XML that has no document type; raises UnreadableError."""
    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import fromstring

    try:
        root: Element = fromstring(content, forbid_dtd=True)
    except DefusedXmlException:
        raise UnreadableError(f"has a document type in {name}, which no office file needs") from None
    except (ParseError, ValueError, LookupError) as error:
        raise UnreadableError(f"is damaged: {name}: {error}") from None
    return root
