"""Laws of the whole, for any folder of documents; `--hypothesis-profile=long` tries 10,000 of each."""

from __future__ import annotations

from hypothesis import settings


def examples(few: int) -> settings:
    """Return how many folders a law is tried on: a few in every run, or as many as a profile asks for."""
    asked = settings.default.max_examples
    return settings(max_examples=asked if asked > 100 else few, deadline=None)
