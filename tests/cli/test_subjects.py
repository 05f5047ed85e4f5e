"""`factcheck subjects`: who is one, why, and what could be declared; and what declarations do."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.program import here

SHORT = "Film: Ai Weiwei: Never Sorry\nRuntime: 91 minutes\nYear: 2012\n"


@pytest.fixture
def named(pages: Path) -> Path:
    (pages / "full.txt").write_text(SHORT)
    (pages / "loud.txt").write_text("Film: AI WEIWEI: NEVER SORRY\nRuntime: 91 minutes\n")
    (pages / "near.txt").write_text("Andrew Cohen was held for two months.\n")
    (pages / "nearer.txt").write_text("Andrew Cohan was held for five months.\n")
    return pages


def subjects(folder: Path) -> dict[str, dict[str, tuple[str | None, bool]]]:
    found = json.loads(here("subjects", "-f", "json", cwd=folder).stdout)
    return {each["name"]: {s["name"]: (s["why"], s["sure"]) for s in each["spellings"]} for each in found["subjects"]}


def test_subjects_with_their_spellings_and_reasons(named: Path) -> None:
    assert subjects(named) == {
        "Andrew Cohan": {"Andrew Cohan": (None, True)},
        "Andrew Cohen": {"Andrew Cohen": (None, True)},
        "Ai Weiwei: Never Sorry": {
            "Ai Weiwei: Never Sorry": (None, True),
            "AI WEIWEI: NEVER SORRY": ("same letters", True),
            "Never Sorry": ("one title is the beginning or the end of the other; film.year agree", False),
        },
    }


def test_the_table_and_what_can_be_declared(named: Path) -> None:
    (named / "bad.txt").write_text("\0")
    told = here("subjects", cwd=named, COLUMNS="120").stdout
    assert "Ai Weiwei: Never Sorry  film, 2012, 9 claims in 4 documents" in told
    assert "= \u201cAI WEIWEI: NEVER SORRY\u201d in loud.txt: same letters" in told
    assert '- ["Ai Weiwei: Never Sorry", Never Sorry]  # taken for one' in told
    assert "- [Andrew Cohan, Andrew Cohen]  # left apart" in told
    assert "bad.txt: is binary, not text" in told


def test_what_is_proposed_can_be_pasted(named: Path) -> None:
    told = here("subjects", cwd=named, COLUMNS="120").stdout
    (named / "factcheck.yaml").write_text(told[told.index("subjects:\n  same:") :])
    assert all(sure for spellings in subjects(named).values() for _, sure in spellings.values())
    assert set(subjects(named)) == {"Ai Weiwei: Never Sorry", "Andrew Cohan"}
    assert "may be one" not in here("subjects", cwd=named).stdout


def test_a_table_is_written_to_a_file(named: Path) -> None:
    assert here("subjects", "-f", "json", "-o", "out.json", cwd=named).stdout == ""
    assert len(json.loads((named / "out.json").read_text())["subjects"]) == 3


def test_declared_subjects_are_one_or_several(named: Path) -> None:
    (named / "factcheck.yaml").write_text(
        "subjects:\n  same:\n  - [Andy Cohen, Andrew Cohan, Andrew Cohen]\n"
        "  different:\n  - [Never Sorry, 'Ai Weiwei: Never Sorry']\n"
    )
    found = subjects(named)
    assert set(found) == {"Ai Weiwei: Never Sorry", "Andy Cohen", "Never Sorry"}
    assert found["Andy Cohen"]["Andrew Cohen"] == ("declared", True)
    told = here("report", "-f", "concise", "--select", "detention.*", cwd=named).stdout
    assert "error FC103 detention.length of Andy Cohen" in told


def test_remakes_are_declared_by_their_years(tmp_path: Path) -> None:
    for number, year in enumerate((1933, 1976, 1976)):
        (tmp_path / f"{number}.txt").write_text(f"Film: King Kong ({year})\nRuntime: {100 + 30 * number} minutes\n")
    (tmp_path / "other.txt").write_text("Film: Kong\nRuntime: 134 minutes\nYear: 1976\n")
    (tmp_path / "factcheck.yaml").write_text("subjects: {same: [[King Kong (1976), Kong]]}\n")
    found = subjects(tmp_path)
    assert set(found) == {"King Kong (1933)", "King Kong (1976)"}
    assert set(found["King Kong (1976)"]) == {"King Kong", "Kong"}


@pytest.mark.parametrize(
    ("name", "text", "place"),
    [
        (
            "factcheck.yaml",
            "subjects:\n  different: [[Weiwei, Ai Qing]]\n  same:\n  - [Ai Weiwei, Weiwei]\n  - [Ai Weiwei, Ai Qing]\n",
            "factcheck.yaml:5:17: 'Ai Qing' joins subjects that are declared different: 'Weiwei' and 'Ai Qing'",
        ),
        (
            "pyproject.toml",
            '[tool.factcheck.subjects]\ndifferent = [["A B", "C D"]]\nsame = [["A B", "E F", "C D"]]\n',
            "pyproject.toml:3:25: 'C D' joins subjects that are declared different: 'A B' and 'C D'",
        ),
        (
            "factcheck.yaml",
            "subjects:\n  different:\n  - [King Kong, KING KONG]\n",
            "factcheck.yaml:3:17: 'KING KONG' has the same letters as 'King Kong', so no document can mean it alone",
        ),
        ("factcheck.yaml", "subjects: {same: [[Ai Weiwei]]}\n", "factcheck.yaml:1:19: Tuple should have at least 2"),
        ("factcheck.yaml", "subjects: {equal: []}\n", "factcheck.yaml:1:12: Extra inputs are not permitted"),
    ],
)
def test_declarations_that_cannot_hold(pages: Path, name: str, text: str, place: str) -> None:
    (pages / name).write_text(text)
    done = here("report", cwd=pages)
    assert done.returncode == 2
    assert place in done.stderr.replace(f"{pages}/", "")
    assert "^" in done.stderr
