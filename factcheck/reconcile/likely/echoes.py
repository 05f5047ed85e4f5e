"""Sentences that two documents share: who repeats another's words has not found out for himself.

Sentences are held against each other by their shingles, runs of three words (Broder 1997), without what they quote: two
reports of one speech are two reports. Titles and labelled lines are short and alike anyway, and are left alone.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from zlib import crc32

from factcheck.model import Claim, Copy, Document, DocumentInfo

_END = re.compile(r"[.!?][\"'\u201d\u2019)]*\s|\n")
_QUOTED = re.compile(r"[\"\u201c\u201d\u00ab][^\"\u201c\u201d\u00bb]{0,400}[\"\u201d\u00bb]")
_WORD = re.compile(r"\w+")
_RUN, _LEAST_WORDS, _FURTHEST = 3, 8, 500
_ALIKE = 0.7  # share of the shingles of both that are common, from which on a sentence is the other's
_MARK = 8  # characters of a shingle's mark
_MANY = 50  # sentences that have a shingle, beyond which it tells nothing


def with_echoes(claims: Sequence[Claim], marks: Sequence[str]) -> tuple[Claim, ...]:
    """Return the claims; those whose sentence stands in an older document too, or in one first by name, echo that.

    `marks` are those of the sentences of the first claims, in order; there are more claims where some are settled.
    """
    sayings: dict[str, list[tuple[str, str, int]]] = defaultdict(list)
    for n, (claim, mark) in enumerate(zip(claims, marks, strict=False)):
        if mark and claim.path is not None:
            sayings[claim.field].append((claim.told or "9", claim.path, n))
    echoes: dict[int, str] = {}
    for said in sayings.values():
        if len({path for _, path, _ in said}) > 1:
            echoes |= _repeated(claims, marks, sorted(said))
    return tuple(replace(claim, echoes=echoes[n]) if n in echoes else claim for n, claim in enumerate(claims))


def _repeated(
    claims: Sequence[Claim], marks: Sequence[str], said: Sequence[tuple[str, str, int]]
) -> Iterable[tuple[int, str]]:
    """Return the numbers of claims of one field that repeat an earlier one's sentence, with the path of that."""
    by_shingle: dict[str, list[int]] = defaultdict(list)
    shingles: dict[int, frozenset[str]] = {}
    origin: dict[int, str] = {}
    for _, path, n in said:
        mine = frozenset(marks[n][at : at + _MARK] for at in range(0, len(marks[n]), _MARK))
        shared = Counter(other for each in mine for other in by_shingle[each] if origin[other] != path)
        like = [m for m, times in shared.items() if times >= _ALIKE * len(mine | shingles[m])]
        origin[n] = origin[min(like)] if like else path
        shingles[n] = mine
        for each in mine:
            if len(by_shingle[each]) < _MANY:
                by_shingle[each].append(n)
    return [(n, path) for n, path in origin.items() if path != claims[n].path]


def marks_of(document: Document, claim: Claim) -> str:
    """Return the shingles of the sentence in which a claim of running text stands, each as eight hexadecimal digits."""
    if claim.form != "prose":
        return ""
    return "".join(sorted(f"{crc32(' '.join(each).encode()):08x}" for each in shingled(sentence(document, claim))))


def sentence(document: Document, claim: Claim) -> str:
    """Return the sentence in which a claim stands."""
    if claim.span is None:
        return ""
    at, text = claim.span.at, document.text
    first, last = max(0, at - _FURTHEST), at + len(claim.span.words)
    before = [match.end() for match in _END.finditer(text, first, at)]
    after = _END.search(text, last, last + _FURTHEST)
    return text[before[-1] if before else first : last + _FURTHEST if after is None else after.start()]


def shingled(text: str) -> frozenset[tuple[str, ...]]:
    """Return the runs of three words of a sentence without its quotations; none of a short one."""
    words = _WORD.findall(_QUOTED.sub(" ", text).casefold())
    return frozenset(zip(words, words[1:], words[2:], strict=False)) if len(words) >= _LEAST_WORDS else frozenset()


def echo_pairs(claims: Iterable[Claim]) -> tuple[Copy, ...]:
    """Return the pairs of documents one of which repeats sentences of the other."""
    pairs = Counter((min(c.path, c.echoes), max(c.path, c.echoes)) for c in claims if c.echoes and c.path is not None)
    return tuple(
        Copy(one, other, 1.0, f"near-identical sentences behind {times} claim{'s' if times > 1 else ''}")
        for (one, other), times in sorted(pairs.items())
    )


def declared_copies(documents: Sequence[DocumentInfo]) -> tuple[tuple[str, str, str], ...]:
    """Return the pairs of documents of which sources.yaml says that one was copied from the other.

    What it was copied from may be told by its path or the end of one, its address, title or publisher; two documents
    that were copied from one and the same thing that is not here are copies of each other.
    """
    by_name: dict[str, str] = {}
    for document in sorted(documents, key=lambda each: each.path):
        names = (document.path, document.path.rpartition("/")[2], document.url, document.title, document.publisher)
        for name in names:
            if name:
                by_name.setdefault(name, document.path)
    made: list[tuple[str, str, str]] = []
    absent: dict[str, str] = {}
    for document in sorted(documents, key=lambda each: each.path):
        name = document.copied_from
        if name:
            origin = by_name.get(name) or absent.setdefault(name, document.path)
            if origin != document.path:
                made.append((document.path, origin, f"sources.yaml: copied from {name}"))
    return tuple(made)
