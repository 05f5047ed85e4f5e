"""Folders of documents, drawn as what they say and written down in any of the ways in which that can be said.

A document says one of several things of a topic, or nothing; each of these has several wordings that say the same.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import PurePath

from hypothesis import strategies as st

from factcheck.reconcile import Reconciled
from factcheck.values import Relation

# Topic, choice, wordings. A wording that is a whole line is a label; others go into the one sentence of their topic.
SAID = {
    "producer": (
        ("Producer: Andy Cohen", "Producer : Andy Cohen", "**Producer:** Andy Cohen", "Produced by: Andy Cohen"),
        ("Producer: Adam Schlesinger", "Producer: Adam  Schlesinger", "Produced by: Adam Schlesinger"),
        ("Producer: Jane Okafor", "producer: Jane Okafor"),
    ),
    "runtime": (
        (
            "Runtime: 91 minutes",
            "Runtime: 91 min",
            "Runtime: 1h 31m",
            "Runtime: 1 hour 31 minutes",
            "Running time: 91 mins",
        ),
        ("Runtime: 92 minutes", "Runtime: 92 min.", "Runtime: 1 h 32 min"),
        ("Runtime: 119 minutes", "Runtime: 1 hr 59 mins", "Running time: 119 min"),
    ),
    "year": (("Year: 2011", "- Year: 2011"), ("Year: 2012", "Year:  2012"), ("Year: 2016", "year: 2016")),
    "country": (
        ("Country: United States", "Country: USA", "Country: U.S."),
        ("Country: France", "Countries: France"),
        ("Country: USA, China", "Country: United States, China", "Countries: China, USA"),
    ),
    "detention": (
        ("Ai Weiwei came home after two months of detention.", "Ai Weiwei came home after a two-month detention."),
        ("Ai Weiwei came home after 81 days of detention.", "Ai Weiwei came home after eighty-one days of detention."),
        (
            "Ai Weiwei came home after nearly three months of detention.",
            "Ai Weiwei came home after almost three months of detention.",
        ),
        ("Ai Weiwei came home after five months of detention.", "Ai Weiwei came home after 5 months of detention."),
    ),
    "deaths": (
        (
            "The quake that struck Sichuan province on 12 May 2008 killed 24 people.",
            "The quake that struck Sichuan province on 12 May 2008 killed twenty-four people.",
            "The quake that struck Sichuan province on 12 May 2008 left 24 people dead.",
        ),
        (
            "The quake that struck Sichuan province on 12 May 2008 killed more than 40 people.",
            "The quake that struck Sichuan province on 12 May 2008 killed over 40 people.",
        ),
        (
            "The quake that struck Sichuan province on 12 May 2008 killed 35 people.",
            "The quake that struck Sichuan province on 12 May 2008 killed thirty-five people.",
        ),
    ),
}
HEDGED = {"81 days": "about 81 days", "five months": "about five months", "24 people": "some 24 people"}
NOISE = (
    "",
    "Nothing here.\n",
    "Film: Another Thing\nProducer: Zoe Alpha\nYear: 1933\n",
    "# Notes\n\n- milk\n- 3 eggs\n",
)


@dataclass(frozen=True)
class Page:
    """What one document says: for each topic that it speaks of, which choice, and which wording of it."""

    said: tuple[tuple[str, int, int], ...]

    def text(self, end: str = "\n", gap: int = 0) -> str:
        """Write the document; `end` ends its lines, and so many empty ones stand between them."""
        wordings = [SAID[topic][choice][wording] for topic, choice, wording in self.said]
        lines = ["Film: The Long Wait", *(each for each in wordings if not each.endswith("."))]
        lines += [each for wording in wordings if wording.endswith(".") for each in ("", wording)]
        return (end * (gap + 1)).join([*lines, ""])


@st.composite
def pages(draw: st.DrawFn) -> Page:
    """Draw a document."""
    topics = draw(st.lists(st.sampled_from(sorted(SAID)), unique=True, max_size=4))
    choices = [(topic, draw(st.integers(0, len(SAID[topic]) - 1))) for topic in sorted(topics)]
    return Page(tuple((topic, choice, draw(st.integers(0, len(SAID[topic][choice]) - 1))) for topic, choice in choices))


FOLDERS = st.lists(pages(), min_size=2, max_size=5)


def of_one_year(folder: list[Page]) -> list[Page]:
    """Return documents that are all about the film of one year, so that none of them tells two films apart."""
    others = [tuple(each for each in page.said if each[0] != "year") for page in folder]
    return [Page((*said, ("year", 0, 0))) for said in others]


def reworded(data: st.DataObject, page: Page) -> Page:
    """Draw another wording of everything that a document says."""
    drawn = [(topic, choice, data.draw(st.integers(0, len(SAID[topic][choice]) - 1))) for topic, choice, _ in page.said]
    return Page(tuple(drawn))


Shape = Counter[tuple[str, str, str, str, frozenset[frozenset[str]]]]


def shape(found: Reconciled) -> Shape:
    """Return what findings are apart from words: field, code, status, severity, and the documents on each side."""
    return Counter(
        (each.field, each.code, str(each.status), each.severity, frozenset(stems(side.paths) for side in each.sides))
        for each in found.findings
    )


def stems(paths: frozenset[str]) -> frozenset[str]:
    """Return names of documents without folder and ending."""
    return frozenset(PurePath(path).stem for path in paths)


def conflicting(found: Reconciled) -> set[tuple[str, str, str]]:
    """Return which two documents conflict over which field."""
    return {
        (each.field, *sorted((a, b)))
        for each in found.findings
        if each.status is Relation.CONFLICT and len(each.sides) == 2
        for a in stems(each.sides[0].paths)
        for b in stems(each.sides[1].paths)
        if a != b
    }
