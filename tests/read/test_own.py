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
READ = [name for name in (*FORMATS, *EXPORTED, *BINARY) if name != "github"]  # its lines are for a log


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
