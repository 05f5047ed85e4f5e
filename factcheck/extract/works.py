"""The work that a document is about: its title, and the fuller titles that the text uses for it."""

from __future__ import annotations

import re
from collections import Counter

from factcheck.grammar.fold import fold
from factcheck.grammar.tokens import tokenise
from factcheck.model import Document, Subject
from factcheck.ruleset import About

_QUOTED = re.compile(r"""(?:^|[\s(])["']([^"']*[^"'\s](?:'[a-z][^"']*)?)["'](?=$|[\s).,;:!?])""")
_TRAILING = re.compile(r"\s*(?:\([^()]*\)|\[[^\[\]]*\])\W*$")
_WORD = r"[A-Z][\w'-]*"
_COLON_TITLE = re.compile(
    rf"(?<![^\s\"'(])({_WORD}(?: {_WORD}){{0,5}}: {_WORD}(?: (?:(?:of|the|and|in|a|to|for) )?{_WORD}){{0,5}})"
)
# "A Monster Calls (2016) - Rotten Tomatoes"
_WITH_YEAR = re.compile(r"(.*\S)\s*\((?:1[89]|20)\d\d(?:\s+(?:film|movie|documentary))?\)\s+[-|:]+\s+\S")
_YEAR = re.compile(
    r"\((?:[^()]*\b)?((?:1[89]|20)\d\d)\b[^()]*\)\W*$"
)  # "Ai Wei Wei (2011, USA)", "King Kong (1933 film)"
_LONGEST_TITLE = 300


def find_work(document: Document, about: About, record: tuple[int, int] | None = None) -> Subject | None:
    """Return a document's work: by a label such as "Film: …" anywhere, else by its title; a record's by its label."""
    text = document.folded if record is None else document.folded[slice(*record)]
    declared = _declared(text, about.labels)
    if record is not None and declared is None:
        return None
    title = fold(declared or document.title or "")
    name = clean_title(title, about.before, about.after)
    if not name:
        return None
    told = _YEAR.search(title[:_LONGEST_TITLE])
    other = () if declared else _other_titles(document.folded, name)
    return Subject(about.id, name, aliases=other, year=int(told[1]) if told is not None else None)


def clean_title(title: str, before: tuple[str, ...], after: tuple[str, ...] = ()) -> str:
    """Return a work's title without what pages add: "Review:", quotes, brackets, a site's name."""
    title = title[:_LONGEST_TITLE].strip().strip("*_# ")
    dated = _WITH_YEAR.match(title)
    if dated is not None:
        title = dated[1]
    ends = "|".join(map(re.escape, after))
    site = re.search(rf"\s+[-|]+\s+(?:{ends})$", title, re.IGNORECASE) if ends else None
    if site is not None:
        title = title[: site.start()]
    leads = "|".join(map(re.escape, before))
    lead = re.match(rf"(?:{leads})\s*[:|-]\s*", title, re.IGNORECASE) if leads else None
    if lead is not None:
        title = title[lead.end() :]
    quoted = _QUOTED.search(title)
    if quoted is not None and (lead is not None or len(quoted[1]) > len(title) / 2):
        return quoted[1].strip()
    return _TRAILING.sub("", title.split(" | ")[0]).strip().strip("\"'")


def _declared(text: str, labels: tuple[str, ...]) -> str | None:
    if not labels:
        return None
    either = "|".join(map(re.escape, labels))
    line = rf"(?:^|(?<=[\r\ufeff]))[ \t]*(?:[-*]\s*)?(?:{either})[ \t]*:[ \t]*(\S[^\r\n|]*)"
    label = re.compile(line, re.MULTILINE | re.IGNORECASE)
    found = label.search(text)
    return found[1].strip() if found else None


def _other_titles(text: str, name: str) -> tuple[str, ...]:
    """Return the fuller or plainer titles by which the text itself speaks of its work.

    A title of the form "X: Y" counts where it stands twice, and where the document's own title
    is its beginning or has all its words: "Ai Wei Wei", "Ai Weiwei on film: Never Sorry".
    """
    counts = Counter(" ".join(found[1].split()) for found in _COLON_TITLE.finditer(text))
    own = _words(name)
    often = (title for title, number in counts.items() if number > 1 and title != name)
    return tuple(sorted(title for title in often if _could_be(own, _words(title))))


def _words(title: str) -> tuple[str, ...]:
    return tuple(token.text for token in tokenise(title) if token.kind != "sign")


def _could_be(own: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether a page's own title can be short for, or an elaboration of, another."""
    return "".join(other).startswith("".join(own)) or set(other) <= set(own)
