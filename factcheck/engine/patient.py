"""The map step with patience: a document that takes too long, or on which the program fails, costs itself only."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from factcheck.deadline import TimeUpError, deadline, seconds_to_search
from factcheck.errors import Problem
from factcheck.model import Document

Out = TypeVar("Out")


class Patient(Generic[Out]):
    """Does a step for a document as long as patience lasts. Picklable where the step is."""

    def __init__(self, step: Callable[[Document], Out]) -> None:
        self._step = step

    def __call__(self, document: Document) -> Out | Problem:
        """Return what the step gives, or the problem that it has with the document."""
        seconds = seconds_to_search(len(document.text))
        try:
            with deadline(seconds):
                return self._step(document)
        except TimeUpError:
            return Problem(document.path, f"took more than {seconds} seconds to search", "split it, or leave it out")
        except (MemoryError, RecursionError):
            return Problem(document.path, "asked for too much memory", "split it, or leave it out")
        except Exception as error:  # a fault of this program, which must cost one document only
            what = f"could not be searched: {type(error).__name__}: {error}"
            return Problem(document.path, what[:300], "leave it out, and report this as a fault of factcheck")
