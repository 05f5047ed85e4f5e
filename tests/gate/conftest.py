from __future__ import annotations

from pathlib import Path

import pytest

from tests.gate.repository import LISTING, REVIEW, Repository


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """Two pages that contradict each other twice, and a baseline that knows it."""
    made = Repository(tmp_path / "pages")
    made.write(listing_txt=LISTING, review_txt=REVIEW)
    assert made.run("baseline", "create").returncode == 0
    made.commit("Pages and a baseline")
    return made
