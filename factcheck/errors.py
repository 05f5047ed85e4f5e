"""What can go wrong: anticipated failures as exceptions, unreadable documents as data."""

from __future__ import annotations

from dataclasses import dataclass, field


class FactcheckError(Exception):
    """The job cannot be done: a usage, configuration or rule fault. Exit code 2.

    `hint` says what to do about it, in one sentence.
    """

    exit_code = 2

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault in a YAML file: where (1-based line and column), what, and what to do.

    `snippet` is the faulty line with its neighbours, ready to print with a caret.
    """

    path: str
    line: int
    column: int
    what: str
    hint: str = ""
    snippet: tuple[str, ...] = field(default=(), repr=False)

    def __str__(self) -> str:
        head = f"{self.path}:{self.line}:{self.column}: {self.what}"
        return "\n".join((head, *self.snippet, *((f"  help: {self.hint}",) if self.hint else ())))


class FileError(FactcheckError):
    """A rule, language or settings file is faulty; holds every fault found, not only the first."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__("\n".join(str(fault) for fault in faults))
        self.faults = faults


@dataclass(frozen=True, slots=True)
class Problem:
    """A document that could not be read: its path, what is wrong, and what to do about it."""

    path: str
    what: str
    hint: str


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file that was met in a folder and is of no type that is read."""

    path: str
