"""What kind of document it is: as its metadata say, else guessed from how it is written. `sources.yaml` can set it."""

from __future__ import annotations

import re
from dataclasses import replace

from factcheck.model import Document

_DECLARED = (
    (re.compile(r"review", re.IGNORECASE), "review"),
    (re.compile(r"article|posting|report", re.IGNORECASE), "news"),
    (re.compile(r"video\.|movie|profile|book", re.IGNORECASE), "record"),
)
_LABELLED = re.compile(r"[^.!?|:\n]{2,40}:\s*\S|[^|\n]+\|[^|\n]+\|")
_REVIEW = re.compile(r"\breview\b", re.IGNORECASE)
_SPEAKER = re.compile(r"(?:[A-Z][\w.\'-]+ ?){1,3}:\s")
_MOSTLY = 0.5  # of its blocks
_FEW = 0.2
_ENOUGH = 4  # blocks, from which a share tells something
_LONG = 20_000  # characters of prose


def declared_kind(document: Document, declared: str) -> Document:
    """Return the document with the kind that its metadata declare, in schema.org's or Open Graph's words."""
    said = next((kind for pattern, kind in _DECLARED if declared and pattern.search(declared)), None)
    return document if said is None else replace(document, kind=said, kind_from="meta")


def with_kind(document: Document) -> Document:
    """Return the document with a kind, where that is known or can be guessed; for those who look at documents."""
    if document.kind is not None:
        return document if document.kind_from else replace(document, kind_from="format")
    guessed = _guessed(document)
    return document if guessed is None else replace(document, kind=guessed, kind_from="text")


def _guessed(document: Document) -> str | None:
    """Return what the writing looks like: lines of labels are a record or, among prose, a listing."""
    own = [document.text[block.start : block.end] for block in document.blocks if block.part in ("text", "question")]
    if len(own) < _ENOUGH:
        return None
    questions = sum(block.part == "question" for block in document.blocks)
    if questions > _FEW * len(own) or sum(_SPEAKER.match(words) is not None for words in own) > _MOSTLY * len(own):
        return "transcript" if questions else "record"
    labelled = sum(_LABELLED.match(words) is not None for words in own)
    if labelled > _FEW * len(own):
        return "record" if labelled > _MOSTLY * len(own) else "listing"
    if _REVIEW.search(document.title or ""):
        return "review"
    if document.published is not None:
        return "news"
    return "narrative" if sum(map(len, own)) > _LONG else None
