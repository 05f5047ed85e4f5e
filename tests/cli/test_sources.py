"""`factcheck sources`: the documents, and how they stand to one another."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.program import here


def test_what_is_known_of_documents_and_how_they_agree(pages: Path) -> None:
    (pages / "sources.yaml").write_text("sources:\n  listing.txt: {title: A list, published: 2012-05, kind: listing}\n")
    (pages / "third.txt").write_text("Film: Never Sorry\nProducer: Andy Cohen\n")
    (pages / "alone.txt").write_text("Film: Another\nProducer: Jane Roe\n")
    (pages / "bad.txt").write_text("\0")
    found = json.loads(here("sources", "-f", "json", cwd=pages).stdout)
    rows = {row["path"]: (row["claims"], row["agrees"], row["disagrees"]) for row in found["documents"]}
    # listing.txt has another producer, year and countries than record.md; third.txt has the producer of record.md.
    assert rows == {"alone.txt": (1, 0, 0), "listing.txt": (3, 0, 3), "record.md": (3, 0, 3), "third.txt": (1, 0, 1)}
    assert [problem["path"] for problem in found["problems"]] == ["bad.txt"]
    listing = next(row for row in found["documents"] if row["path"] == "listing.txt")
    assert (listing["title"], listing["published"], listing["published_from"]) == ("A list", "2012-05", "sources.yaml")
    table = here("sources", cwd=pages, COLUMNS="120").stdout
    assert "listing.txt  A list" in table
    assert "bad.txt: is binary, not text" in table


def test_agreement_is_counted(pages: Path) -> None:
    (pages / "record.md").write_text((pages / "listing.txt").read_text())
    found = json.loads(here("sources", "-f", "json", cwd=pages).stdout)
    assert [(row["agrees"], row["disagrees"]) for row in found["documents"]] == [(3, 0), (3, 0)]
