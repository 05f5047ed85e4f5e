"""Values that move with time, and what no time explains."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.model import Finding
from factcheck.run import load, run
from factcheck.settings import Settings

TOLL = "An earthquake struck near Tarvo on Sunday 27 November 2005. The quake killed {said} in Tarvo."
AGED = "Nora Hale, {years}, a teacher at the school, said so."


def findings(folder: Path, first: tuple[str, str], second: tuple[str, str]) -> list[Finding]:
    """Return the findings over two documents of a day each."""
    docs = folder / "docs"
    docs.mkdir()
    for name, (day, text) in {"one": first, "two": second}.items():
        (docs / f"{name}.md").write_text(f"---\ndate: {day}\n---\n\n{text}\n", encoding="utf-8")
    return list(run([docs], Settings(), load(Settings())).findings)


def test_what_stands_by_both_does_not_hide_that_the_toll_rose(tmp_path: Path) -> None:
    early = f"{TOLL.format(said='24 people')} At least 24 people were killed, police said."
    [finding] = findings(tmp_path, ("2005-11-27", early), ("2005-11-28", TOLL.format(said="27 people")))
    assert (finding.code, finding.severity) == ("FC501", "note")
    assert [side.claims[0].value.reading for side in finding.sides] == ["24", "27"]  # which "at least 24" stands behind


@pytest.mark.parametrize(
    ("later", "day", "code"),
    [
        (35, "2015-05-04", "FC501"),
        (36, "2015-05-04", "FC101"),
        (36, "2016-06-01", "FC501"),
        (32, "2015-05-04", "FC101"),
    ],
)
def test_an_age_grows_by_a_year_in_a_year(tmp_path: Path, later: int, day: str, code: str) -> None:
    [finding] = findings(tmp_path, ("2015-05-03", AGED.format(years=34)), (day, AGED.format(years=later)))
    assert finding.code == code
