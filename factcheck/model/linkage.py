"""What linkage found: subjects with their spellings, and names that may be one and were not joined."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

Key = tuple[str, str]  # the kind of subject, and the name as it is compared


@dataclass(frozen=True, slots=True)
class Spelling:
    """A name of a subject: the documents that use it, why it was joined, and whether that is sure.

    The reason is empty for the name by which the subject is known.
    """

    name: str
    paths: tuple[str, ...]
    why: str = ""
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Linked:
    """A subject of the documents: its kind, its name, the year that tells it from others, and what is said of it."""

    key: Key
    about: str
    name: str
    year: int | None
    claims: int
    spellings: tuple[Spelling, ...]

    @property
    def paths(self) -> tuple[str, ...]:
        """The documents that speak of it, in order."""
        return tuple(sorted({path for spelling in self.spellings for path in spelling.paths}))


@dataclass(frozen=True, slots=True)
class Resemblance:
    """Two subjects whose names may be one: why they look it, and why they were not joined."""

    about: str
    names: tuple[str, str]
    keys: tuple[Key, Key]
    why: str
    against: str


@dataclass(frozen=True, slots=True)
class Linkage:
    """All subjects, and those that resemble one another."""

    subjects: Sequence[Linked] = ()
    resembling: Sequence[Resemblance] = ()

    def subject(self, key: Key | None) -> Linked | None:
        """Return a subject by its key, or None where it is not known."""
        return next((each for each in self.subjects if each.key == key), None)


NO_LINKAGE = Linkage()
