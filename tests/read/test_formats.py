"""One text in many formats says the same: the samples, as tools that are not ours convert them (`formats/make.sh`)."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path

import pytest

import factcheck
from factcheck.model import Finding, Report
from tests.conftest import ROOT, SEEDS

FORMATS = ROOT / "tests" / "formats"
FOLDERS = sorted(folder.name for folder in FORMATS.iterdir() if folder.is_dir())
NAMES = ("appeal", "encyclopedia", "listing", "ratings", "review")
Said = tuple[str, str, str, str, str, tuple[tuple[str, frozenset[str]], ...]]


def said(finding: Finding) -> Said:
    """Return what a finding says, with the documents of its sides, and nothing of where."""
    sides = ((side.reading, frozenset(Path(path).stem for path in side.paths)) for side in finding.sides)
    return finding.code, finding.field, finding.subject, str(finding.status), finding.severity, tuple(sorted(sides))


def all_said(report: Report) -> set[Said]:
    return {said(finding) for finding in report.findings}


def values(report: Report, fields: Iterable[str]) -> set[tuple[str, str, str]]:
    return {(c.field, c.subject.name, c.value.reading) for c in report.claims if c.field in fields}


def test_every_folder_is_whole() -> None:
    assert FOLDERS == ["docx", "eml", "epub", "gb18030", "html", "md", "odt", "pdf", "rtf", "utf16", "wiki"]
    for name in FOLDERS:
        assert sorted(file.stem for file in (FORMATS / name).iterdir()) == sorted((*NAMES, "sources"))


@pytest.mark.parametrize("folder", FOLDERS)
def test_the_findings_are_those_of_the_texts(folder: str) -> None:
    texts, report = factcheck.check([SEEDS]), factcheck.check([FORMATS / folder])
    assert report.problems == ()
    assert all_said(report) == all_said(texts)
    fields = {finding.field for finding in texts.findings}
    assert values(report, fields) == values(texts, fields)
    for claim in report.claims:
        if claim.span is not None:
            document = report.opened(claim.span.path)
            assert document is not None
            assert document.source[claim.span.start : claim.span.end] == claim.span.quote
            assert document.text[claim.span.at :].startswith(claim.span.words)
            assert document.origin is not None or document.sections or claim.span.words == claim.span.quote


def test_a_mixed_folder_says_the_same(tmp_path: Path) -> None:
    mixed = {"appeal": "pdf", "encyclopedia": "wiki", "listing": "docx", "ratings": "eml", "review": "html"}
    lines = [f"# {SEEDS}", "sources:"]
    for name, folder in mixed.items():
        (file,) = (FORMATS / folder).glob(f"{name}.*")
        shutil.copy(file, tmp_path)
        lines += [
            line.replace(f"{name}.txt", file.name)
            for line in (SEEDS / "sources.yaml").read_text(encoding="utf-8").splitlines()
            if line.strip().startswith(name)
        ]
    (tmp_path / "sources.yaml").write_text("\n".join(lines), encoding="utf-8")
    report = factcheck.check([tmp_path])
    assert {document.format for document in report.documents} == {"pdf", "wikitext", "docx", "mail", "html"}
    assert all_said(report) == all_said(factcheck.check([SEEDS]))
