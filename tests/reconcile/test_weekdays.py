"""Weekdays of documents without a date: what two of them rule out all the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.api import check
from factcheck.model import Finding


def found(folder: Path, *texts: str) -> list[Finding]:
    for n, text in enumerate(texts):
        (folder / f"{n}.txt").write_text(f"Singer in clinic\n\n{text}\n")
    return [finding for finding in check([folder]).findings if finding.field == "person.admitted"]


TUESDAY = "Nora Hale checked into a clinic on Tuesday."


def test_a_tuesday_is_no_friday(tmp_path: Path) -> None:
    (finding,) = found(tmp_path, TUESDAY, "Nora Hale was admitted to a clinic on Friday.")
    assert (finding.code, finding.severity, finding.status) == ("FC102", "warning", "tension")
    assert "days of the week" in finding.why


def test_a_date_has_its_weekday(tmp_path: Path) -> None:
    assert found(tmp_path, "Nora Hale checked into a clinic on 9 December 2008.", TUESDAY) == []


def test_a_date_on_another_weekday_is_told(tmp_path: Path) -> None:
    (finding,) = found(tmp_path, "Nora Hale checked into a clinic on 12 December 2008.", TUESDAY)
    assert finding.severity == "warning"


@pytest.mark.parametrize("other", ["Monday", "Wednesday", "Tuesday"])
def test_a_night_is_on_two_days(tmp_path: Path, other: str) -> None:
    assert found(tmp_path, TUESDAY, f"Nora Hale checked into a clinic on {other}.") == []


def test_the_day_of_most_documents_stands_against_each_other_one(tmp_path: Path) -> None:
    friday, sunday = (f"Nora Hale was admitted to a clinic on {day}." for day in ("Friday", "Sunday"))
    findings = found(tmp_path, TUESDAY, friday, sunday, TUESDAY)
    assert sorted(finding.sides[1].reading for finding in findings) == ["-D5", "-D7"]
    assert {finding.sides[0].reading for finding in findings} == {"-D2"}


def test_one_document_alone_is_not_held_against_itself(tmp_path: Path) -> None:
    assert found(tmp_path, f"{TUESDAY} Nora Hale checked into a clinic on Friday.") == []
