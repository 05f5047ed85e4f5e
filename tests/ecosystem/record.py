"""What is recorded of a folder: how much was read of it, and one line for each finding."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from pathlib import Path

from factcheck.model import Finding, Report, Side
from factcheck.ruleset import Ruleset
from factcheck.run import run
from factcheck.settings import Settings
from tests.conftest import ROOT

SHARED = ROOT.parent / "shared"
EXPECTED = Path(__file__).with_name("expected.txt")
NOTATION = re.compile(r"[0-9PTDHMSYWX./,:~?%+\-\[\] ]*(?:\b(?:LESS|MORE|EQUAL|OR|THAN|APPROX|_)+\b)*")


def folders() -> dict[str, Path]:
    """Return the folders that are there, by the names under which they are recorded."""
    news = {
        f"{at.parent.name.removeprefix('multidoc_')}/{at.name}": at
        for at in sorted(SHARED.glob("data/dev/multidoc_*/*"))
    }
    films = {f"films/{at.name}": at for at in sorted(SHARED.glob("films/dev/folders/*"))[::6]}
    pages = {"pages": SHARED / "seeds"}
    return {name: at for name, at in (news | films | pages).items() if at.is_dir()}


def recorded(folder: Path, ruleset: Ruleset) -> str:
    """Return what is found in a folder, as it is recorded."""
    documents = sorted(folder.glob("*.txt"))
    report = run(documents, Settings(use_baseline=False, use_facts=False), ruleset)
    lines = [line(finding) for finding in report.findings]
    return "\n".join((counts(report), *sorted(lines))) + "\n"


def counts(report: Report) -> str:
    """Return how much was read."""
    shared = sum(len(fact.claims) > 1 for fact in report.facts)
    return f"  {len(report.documents)} documents, {len(report.claims)} claims, {shared} shared facts"


def line(finding: Finding) -> str:
    """Return a finding without a word of the documents."""
    sides = " | ".join(side(each) for each in finding.sides)
    return f"  {finding.severity} {finding.code} {finding.field} {finding.id}: {sides}"


def side(each: Side) -> str:
    """Return a side's reading and the files that it stands in."""
    names = sorted(Path(path).name for path in each.paths)
    return f"{notation(each.reading)} in {', '.join(names) or 'no file'}"


def notation(reading: str) -> str:
    """Return a reading where it is figures in standard notation, else a hash of it: it may hold words."""
    if NOTATION.fullmatch(reading):
        return reading
    return f"#{hashlib.sha256(reading.encode()).hexdigest()[:8]}"


def read_expected() -> dict[str, str]:
    """Return what was accepted, by folder."""
    blocks = re.split(
        r"^(\S.*)\n", EXPECTED.read_text(encoding="utf-8") if EXPECTED.exists() else "", flags=re.MULTILINE
    )
    return dict(zip(blocks[1::2], blocks[2::2], strict=True))


def write_expected(found: Mapping[str, str]) -> None:
    """Accept what is found; of folders that are not there what was accepted stays."""
    kept = read_expected() | found
    EXPECTED.write_text("".join(f"{name}\n{block}" for name, block in sorted(kept.items())), encoding="utf-8")
