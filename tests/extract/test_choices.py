"""Fields of one of a few things: words that exclude each other, and wider ones that go with several."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from factcheck.api import check
from factcheck.cli import app
from factcheck.errors import FileError
from factcheck.grammar.choice import choices_in
from factcheck.ruleset import load_ruleset
from factcheck.values.reading import Listing

CHOICES = (("pistol", ("pistol", "gun")), ("rifle", ("rifle", "assault rifle", "gun")), ("knife", ("knife",)))


def test_a_wider_word_names_all_that_it_may_mean() -> None:
    found = choices_in("a Gun, an assault\nrifle and a penknife", CHOICES)
    assert [each.reading for each in found] == [Listing("choice", ("pistol", "rifle")), Listing("choice", ("rifle",))]


@pytest.mark.parametrize(
    ("one", "other", "severity"),
    [
        ("armed with a pistol", "armed with a shotgun", "warning"),
        ("armed with a pistol", "armed with a gun", None),
        ("armed with a pistol", "armed with a revolver", None),
    ],
)
def test_things_exclude_each_other_and_wider_words_nothing(
    tmp_path: Path, one: str, other: str, severity: str | None
) -> None:
    for name, said in (("one", one), ("two", other)):
        (tmp_path / f"{name}.txt").write_text(f"A robbery in Tarvo ended well on Sunday. The man was {said}.\n")
    found = [each.severity for each in check([tmp_path]).findings if each.field == "crime.weapon"]
    assert found == ([] if severity is None else [severity])


def test_a_label_has_one_choice(tmp_path: Path) -> None:
    pack = """
subjects:
  - {id: bridge, kind: work}
rules:
  - id: bridge.kind
    about: bridge
    kind: choice
    choices: {arch: [arch, arched], beam: [beam, girder]}
    find: {labels: [Type], phrases: ["built as [a|an] {value} bridge"]}
    because: A girder is taken for an arch.
    examples:
      reads: [{say: "It was built as an arch bridge.", means: "choice:arch"}]
      conflict: [["built as an arch bridge", "built as a beam bridge"]]
      agree: [["built as a girder bridge", "built as a beam bridge"]]
"""
    (tmp_path / "bridge.yaml").write_text(pack)
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "a.txt").write_text("Lindal Bridge\n\nType: Arched\n")
    (docs / "b.txt").write_text("Lindal Bridge\n\nType: a girder bridge\n")
    (docs / "c.txt").write_text("Lindal Bridge\n\nType: arch and beam\n")
    found = CliRunner().invoke(app, ["check", str(docs), "--rules", str(tmp_path / "bridge.yaml"), "--select", "FC105"])
    assert found.exit_code == 1
    assert "c.txt" not in found.stdout


@pytest.mark.parametrize("choices", ["{arch: [arch]}", "{}"])
def test_a_choice_has_two_things_to_choose_from(tmp_path: Path, choices: str) -> None:
    pack = f"""
rules:
  - id: film.kind
    about: film
    kind: choice
    choices: {choices}
    find: {{labels: [Type]}}
    because: None.
    examples: {{conflict: [[a, b]], agree: [[a, a]]}}
"""
    (tmp_path / "bad.yaml").write_text(pack)
    with pytest.raises(FileError, match="two or more"):
        load_ruleset([tmp_path / "bad.yaml"])
