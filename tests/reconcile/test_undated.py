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


LAUNCHED = "She launched a line of shoes called Velante in {when}."


def launches(folder: Path, *when: str) -> list[Finding]:
    for n, each in enumerate(when):
        (folder / f"{n}.txt").write_text(f"Shoes\n\n{LAUNCHED.format(when=each)}\n")
    return [finding for finding in check([folder]).findings if finding.field == "product.launched"]


@pytest.mark.parametrize("other", ["September", "March", "February 2009", "5 January"])
def test_a_december_is_no_other_month_in_any_year(tmp_path: Path, other: str) -> None:
    (finding,) = launches(tmp_path, "December", other)
    assert (finding.code, finding.severity) == ("FC102", "warning")
    assert "of whatever year" in finding.why


@pytest.mark.parametrize("other", ["December", "2009", "December 2009", "January", "31 December"])
def test_months_that_meet_or_follow_one_another_can_hold_one_day(tmp_path: Path, other: str) -> None:
    assert launches(tmp_path, "December", other) == []
