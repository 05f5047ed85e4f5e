"""Comments that silence findings in place: what they cover, and why.

`<!-- factcheck: ignore[film.year, FC104] reason: catalogue year -->` in markup; in text `# factcheck: ignore[...]` and
its reason, to the line's end. Alone on its line a comment covers the paragraph or line that follows, behind others the
words of its line. Nothing in a comment is read as a claim.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.model import Block, Document, Suppression

_COMMENT = re.compile(
    r"<!--[ \t]*factcheck:[ \t]*ignore\b(?P<html>[^<>]{0,1000}?)-->"
    r"|#[ \t]*factcheck:[ \t]*ignore\b(?P<text>[^\r\n]{0,1000})"
)
_SAYS = re.compile(r"\s*(?:\[(?P<what>[^\]]*)\])?\s*(?:reason:\s*(?P<reason>.*\S))?\s*$", re.DOTALL)


def comments(text: str) -> list[re.Match[str]]:
    """Return the comments that silence something, in order."""
    return list(_COMMENT.finditer(text)) if "factcheck:" in text else []


def without(text: str, found: Sequence[re.Match[str]]) -> str:
    """Return the text with comments as spaces; lines stay lines, so that every offset stays true."""
    for each in found:
        blank = re.sub(r"[^\r\n]", " ", each[0])
        text = text[: each.start()] + blank + text[each.end() :]
    return text


def suppressions(text: str, found: Sequence[re.Match[str]], blocks: Sequence[Block]) -> tuple[Suppression, ...]:
    """Return what the comments say; `blocks` are those of the text without them."""
    return tuple(_suppression(text, each, blocks) for each in found)


def _suppression(text: str, comment: re.Match[str], blocks: Sequence[Block]) -> Suppression:
    start = max(text.rfind("\n", 0, comment.start()), text.rfind("\r", 0, comment.start())) + 1
    ends = [end for sign in "\r\n" if (end := text.find(sign, comment.end())) >= 0]
    end = min(ends, default=len(text))
    alone = not (text[start : comment.start()] + text[comment.end() : end]).strip("\ufeff \t>|*-")
    if alone:
        following = next((block for block in blocks if block.start >= comment.end()), None)
        start, end = (following.start, following.end) if following is not None else (comment.end(), comment.end())
    return Suppression(comment.start(), comment.end(), start, end, *_told(comment))


def _told(comment: re.Match[str]) -> tuple[tuple[str, ...], str]:
    """Return the patterns of a comment, and its reason."""
    said = _SAYS.match(comment["html"] if comment["html"] is not None else comment["text"])
    patterns = tuple(each.strip() for each in (said["what"] or "").split(",") if each.strip()) if said else ()
    return patterns, " ".join((said["reason"] or "").split()) if said else ""


def suppressions_between(found: Sequence[re.Match[str]], document: Document) -> tuple[Suppression, ...]:
    """Return what comments in markup say: each covers the block that it stands in, else the one that follows."""
    spans = [document.span(block.start, block.end) for block in document.blocks] if found else []
    made = []
    for each in found:
        covered = next((span for span in spans if span.end > each.end()), None)
        first, last = (each.end(), each.end()) if covered is None else (covered.start, covered.end)
        made.append(Suppression(each.start(), each.end(), first, last, *_told(each)))
    return tuple(made)
