"""`factcheck export`: the format by its name or by the file's ending."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from tests.cli.program import here


@pytest.mark.parametrize(
    "name", ["table.csv", "table.CSV", "table.tsv", "table.md", "r.json", "r.jsonl", "r.sarif", "r.xml"]
)
def test_the_ending_says_the_format(pages: Path, name: str) -> None:
    done = here("export", "-o", name, cwd=pages)
    assert (done.returncode, done.stdout) == (0, "")
    text = (pages / name).read_text()
    assert "Adam Schlesinger" in text
    before = text
    assert here("export", "-o", name, cwd=pages).returncode == 0  # what was written is no document
    assert (pages / name).read_text() == before


def test_standard_output(pages: Path) -> None:
    done = here("export", "-f", "csv", "-o", "-", "--severity", "error", cwd=pages)
    rows = list(csv.DictReader(done.stdout.splitlines()))
    assert [(row["field"], row["side"], row["value"]) for row in rows] == [
        ("film.producer", "1", "Adam Schlesinger"),
        ("film.producer", "2", "Andy Cohen"),
    ]
    wide = list(csv.DictReader(here("export", "-f", "csv", "--wide", cwd=pages).stdout.splitlines()))
    (year,) = (row for row in wide if row["field"] == "film.year")
    assert (year["listing.txt"], year["record.md"]) == ("2011", "2012")


CANNOT = [
    ([], "neither a format nor a file"),
    (["-o", "x.foo"], "no format has this ending"),
    (["-o", "no/x.csv"], "cannot be written"),
]


@pytest.mark.parametrize(("flags", "says"), CANNOT)
def test_what_cannot_be_done(pages: Path, flags: list[str], says: str) -> None:
    done = here("export", *flags, cwd=pages)
    assert (done.returncode, says in done.stderr) == (2, True)


def test_a_format_goes_before_an_ending(pages: Path) -> None:
    assert here("export", "-f", "json", "-o", "table.csv", cwd=pages).returncode == 0
    assert json.loads((pages / "table.csv").read_text())["factcheck"]["schema"] == 1


def test_a_workbook(pages: Path) -> None:
    assert here("export", "-o", "table.xlsx", cwd=pages).returncode == 0
    content = (pages / "table.xlsx").read_bytes()
    assert content.startswith(b"PK")
    assert here("export", "-f", "xlsx", "-o", "other", cwd=pages).returncode == 0
    assert (pages / "other").read_bytes() == content
