"""How a report is to be shown: how much of it, and on what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from factcheck.model import SEVERITIES, Finding, Report, Severity


@dataclass(frozen=True, slots=True)
class Look:
    """How wide the terminal is, and whether it shows colour."""

    width: int = 80
    color: bool = False


@dataclass(frozen=True, slots=True)
class View:
    """What a format is to show.

    `because` says for each field why a rule watches it; `known` shows what the baseline knows beside what is new;
    `all_facts` also what one claim alone states; `statistics` counts the findings of each code instead of telling them;
    a new finding fails a build from the severity `fails_from` on; a `wide` table has one row a finding.
    """

    look: Look = Look()
    because: Mapping[str, str] = field(default_factory=dict)
    known: bool = True
    all_facts: bool = False
    statistics: bool = False
    fails_from: Severity = "error"
    wide: bool = False

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
