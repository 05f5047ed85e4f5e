"""A group of people cannot be more than all of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.api import check
from factcheck.model import Finding

LEAD = "A bomb exploded in a bombing in Tarvo on Sunday, officials said, and windows broke in the old town.\n\n"


def found(folder: Path, *sentences: str, days: tuple[str, ...] = ()) -> list[Finding]:
    for n, sentence in enumerate(sentences):
        (folder / f"{n}.txt").write_text(f"Bombing in Tarvo\n\n{LEAD}{sentence}\n")
    if days:
        rows = "".join(f"  {n}.txt: {{published: {day}}}\n" for n, day in enumerate(days))
        (folder / "sources.yaml").write_text(f"sources:\n{rows}")
    return [finding for finding in check([folder]).findings if finding.code == "FC202"]


def test_a_part_is_not_larger_than_the_whole(tmp_path: Path) -> None:
    (finding,) = found(tmp_path, "The bombing killed 26 soldiers.", "The bombing killed 21 people.")
    assert (finding.field, finding.severity) == ("disaster.deaths", "warning")
    assert "a part cannot be larger than the whole" in finding.why


@pytest.mark.parametrize(
    ("part", "whole"),
    [
        ("The bombing killed 15 soldiers.", "The bombing killed 21 people."),
        ("The bombing killed about 22 soldiers.", "The bombing killed 21 people."),
        ("The bombing killed 26 soldiers.", "The bombing killed more than 20 people."),
        ("The bombing killed 26 soldiers.", "The bombing injured 21 people."),
    ],
)
def test_what_can_be_a_part_is_none_of_it(tmp_path: Path, part: str, whole: str) -> None:
    assert found(tmp_path, part, whole) == []


def test_a_toll_that_grew_is_no_part_that_does_not_fit(tmp_path: Path) -> None:
    sentences = ("The bombing killed 26 soldiers.", "The bombing killed 21 people.")
    assert found(tmp_path, *sentences, days=("2011-05-03", "2011-05-02")) == []
    assert len(found(tmp_path, *sentences, days=("2011-05-02", "2011-05-03"))) == 1
