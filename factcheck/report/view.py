"""How a report is to be shown: how much of it, and on what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from factcheck.model import SEVERITIES, Finding, Report, Severity


@dataclass(frozen=True, slots=True)
class Signs:
    """The signs that reports for people are drawn with; the words of documents stay as they are."""

    arrow: str = "\u2192"
    opening: str = "\u201c"
    closing: str = "\u201d"
    ellipsis: str = "\u2026"
    line: str = "\u2501"
    point: str = "\u25cf"
    left: str = "\u25c4"
    right: str = "\u25ba"
    differs: str = "\u2260"

    def quoted(self, words: str) -> str:
        """Return words on one line, in quotation marks."""
        return f"{self.opening}{' '.join(words.split())}{self.closing}"


UNICODE = Signs()
ASCII = Signs("->", '"', '"', "...", "=", "*", "<", ">", "!=")


@dataclass(frozen=True, slots=True)
class Look:
    """How wide the terminal is, whether it shows colour, and which signs."""

    width: int = 80
    color: bool = False
    signs: Signs = UNICODE


@dataclass(frozen=True, slots=True)
class Wikidata:
    """Which items subjects are, by their names in folded lower case, and which properties fields are."""

    items: Mapping[str, str] = field(default_factory=dict)
    properties: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class View:
    """What a format is to show.

    `known` shows what the baseline knows beside what is new;
    `all_facts` also what one claim alone states; `statistics` counts the findings of each code instead of telling them,
    `matrix` shows what each document says on each fact instead; a new finding fails a build from the severity
    `fails_from` on; a `wide` table has one row a finding; `wikidata` is for its own tool.
    """

    look: Look = Look()
    known: bool = True
    all_facts: bool = False
    statistics: bool = False
    matrix: bool = False
    fails_from: Severity = "error"
    wide: bool = False
    wikidata: Wikidata = field(default_factory=Wikidata)

    def fails(self, finding: Finding) -> bool:
        """Tell whether a finding by itself fails a build."""
        return finding.new and SEVERITIES.index(finding.severity) >= SEVERITIES.index(self.fails_from)

    def shown(self, report: Report) -> list[Finding]:
        """Return the findings to tell, stale entries of the baseline among them."""
        return [finding for finding in report.findings if self.known or not finding.known]


class Format(Protocol):
    """What a module of a format has to have."""

    def render(self, report: Report, view: View) -> str:
        """Return the report as text."""
        ...


class BinaryFormat(Protocol):
    """What a module of a format that is no text has to have."""

    def render_bytes(self, report: Report, view: View) -> bytes:
        """Return the report as bytes."""
        ...
