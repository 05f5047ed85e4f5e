"""The file for Wikidata's Mismatch Finder: its columns, a row for each value in dispute, and who is left out."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from tests.cli.program import here

HEAD = "item_id,statement_guid,property_id,wikidata_value,meta_wikidata_value,external_value,external_url,type"
PAGES = {
    "listing.txt": "Film: Never Sorry\nProducer: Adam Schlesinger\nRuntime: 85 minutes\n"
    "Released: 27 July 2012\nYear: 2011\n",
    "record.md": "Film: Never Sorry\nProducers: Andy Cohen, =Ann Lee\nRuntime: 91 min\n"
    "Released: 27 August 2012\nYear: 2015\n",
    "sources.yaml": "sources:\n  listing.txt: {url: 'https://example.org/listing'}\n",
    "factcheck.yaml": "wikidata: {never sorry: Q42}\n",
}


@pytest.fixture
def films(tmp_path: Path) -> Path:
    for name, text in PAGES.items():
        (tmp_path / name).write_text(text)
    return tmp_path


def rows(text: str) -> list[tuple[str, ...]]:
    return [tuple(row) for row in csv.reader(text.splitlines())][1:]


def test_each_value_in_dispute_has_a_row(films: Path) -> None:
    done = here("export", "-f", "mismatch-finder", cwd=films)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[0] == HEAD
    url = "https://example.org/listing"
    assert sorted((row[2], row[5], row[6]) for row in rows(done.stdout)) == [
        ("P162", "'=Ann Lee", ""),  # a spreadsheet would take it for a formula
        ("P162", "Adam Schlesinger", url),
        ("P162", "Andy Cohen", ""),
        ("P2047", "85 minutes", url),
        ("P2047", "91 min", ""),
        ("P577", "2012-07-27", url),
        ("P577", "2012-08-27", ""),
    ]
    for row in rows(done.stdout):
        assert (row[0], row[1], row[3], row[4], row[7]) == ("Q42", "", "", "", "statement")


def test_a_subject_whose_item_is_not_known_is_named_and_left_out(films: Path) -> None:
    (films / "factcheck.yaml").write_text("")
    done = here("export", "-f", "mismatch-finder", "-o", "m.csv", cwd=films)
    assert (done.returncode, (films / "m.csv").read_text()) == (0, HEAD + "\n")
    assert "Never Sorry: Q" in done.stderr
    assert here("export", "-f", "mismatch-finder", "-q", cwd=films).stderr == ""


def test_what_is_no_item_or_property_is_a_fault_with_its_place(films: Path) -> None:
    (films / "factcheck.yaml").write_text("wikidata:\n  Never Sorry: film\n")
    done = here("export", "-f", "mismatch-finder", cwd=films)
    assert done.returncode == 2
    assert "factcheck.yaml:2:" in done.stderr
