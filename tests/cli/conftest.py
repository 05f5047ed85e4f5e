"""Two pages about one film: an error (producer), a warning (year by one), a note (countries)."""

from __future__ import annotations

from pathlib import Path

import pytest

LISTING = "Film: Never Sorry\nProducer: Adam Schlesinger\nYear: 2011\nCountry: United States, China\n"
RECORD = "Film: Never Sorry\nProducer: Andy Cohen\nYear: 2012\nCountry: United States\n"


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "listing.txt").write_text(LISTING)
    (folder / "record.md").write_text(RECORD)
    return folder
