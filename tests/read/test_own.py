"""What the program writes is never a document: neither by itself nor beside the documents that it is about."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import factcheck
from factcheck.report.formats import BINARY, EXPORTED, FORMATS
from tests.cli.program import here
from tests.conftest import SEEDS

ENDINGS = {"text": "txt", "concise": "txt", "sarif": "json", "github": "txt", "gitlab": "json", "junit": "xml"}
ENDINGS |= {"rdjson": "json", "markdown": "md", "mismatch-finder": "csv"}
READ = (*FORMATS, *EXPORTED, *BINARY)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for file in SEEDS.glob("*.*"):
        shutil.copy(file, tmp_path)
    return tmp_path


@pytest.mark.parametrize("wide", [False, True])
@pytest.mark.parametrize("name", READ)
def test_a_report_beside_its_documents_changes_nothing(folder: Path, name: str, wide: bool) -> None:
    before = factcheck.check([folder])
    file = f"report.{ENDINGS.get(name, name)}"
    done = here("export", ".", "-f", name, "-o", file, *(["--wide"] if wide else []), cwd=folder)
    assert done.returncode == 0
    after = factcheck.check([folder])
    assert [document.path for document in after.documents] == [document.path for document in before.documents]
    assert (after.findings, after.problems) == (before.findings, before.problems)


@pytest.mark.parametrize("command", [["claims", "-f", "jsonl"], ["claims", "-f", "json"], ["baseline", "create"]])
def test_nor_does_what_other_commands_write(folder: Path, command: list[str]) -> None:
    before = factcheck.check([folder])
    flag = "--baseline" if command[0] == "baseline" else "-o"
    assert here(*command, ".", flag, "known.jsonl", cwd=folder).returncode == 0
    assert factcheck.check([folder]).findings == before.findings


@pytest.mark.parametrize("command", [["report"], ["check", "--exit-zero"], ["export", "-f", "csv"]])
def test_a_document_is_never_written_over(folder: Path, command: list[str]) -> None:
    before = (folder / "review.txt").read_bytes()
    for paths in (["."], ["review.txt", "listing.txt"]):
        done = here(*command, *paths, "-o", "review.txt", cwd=folder)
        assert (done.returncode, "would be written over" in done.stderr) == (2, True)
    assert (folder / "review.txt").read_bytes() == before
    (folder / "new.txt").touch()
    for _ in range(2):  # an empty file, then a report of ours
        assert here(*command, ".", "-o", "new.txt", cwd=folder).returncode == 0


@pytest.mark.parametrize("name", ["text", "markdown", "csv"])
def test_a_report_without_findings_is_no_document_either(tmp_path: Path, name: str) -> None:
    (tmp_path / "a.txt").write_text("Film: X\nRuntime: 91 minutes\n")
    file = f"report.{ENDINGS.get(name, name)}"
    for _ in range(2):
        assert here("report", ".", "-f", name, "-o", file, cwd=tmp_path).returncode == 0
    assert [document.path.rpartition("/")[2] for document in factcheck.check([tmp_path]).documents] == ["a.txt"]
