"""`factcheck explain` says why claims were joined under one subject, and what made them comparable."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.program import here

SAID = "Year: 2012\nDirector: Alison Klayman\nRuntime: {} minutes\n"


def test_why_claims_are_of_one_subject(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"Film: Ai Weiwei: Never Sorry\n{SAID.format(91)}")
    (tmp_path / "b.txt").write_text(f"Film: Never Sorry\n{SAID.format(99)}")
    (finding,) = (json.loads(line) for line in here("report", "-f", "jsonl", cwd=tmp_path).stdout.splitlines())
    told = " ".join(here("explain", finding["id"], cwd=tmp_path, COLUMNS="160").stdout.split())
    assert "subject Ai Weiwei: Never Sorry: the name by which it is known" in told
    assert "subject Never Sorry: one title is the beginning or the end of the other; people, film.year agree" in told
    assert "compared under Ai Weiwei: Never Sorry and film.runtime, with no qualifiers" in told


def test_a_likely_join_is_called_likely(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Andrew Cohen was held for two months.\n")
    (tmp_path / "b.txt").write_text("Andy Cohen was held for five months.\n")
    (finding,) = (json.loads(line) for line in here("report", "-f", "jsonl", cwd=tmp_path).stdout.splitlines())
    assert finding["severity"] == "note"
    told = " ".join(here("explain", finding["id"], cwd=tmp_path, COLUMNS="160").stdout.split())
    assert "subject Andy Cohen: Andy is short for Andrew (likely, not sure)" in told
    assert "caveats likely join" in told
