"""The likely value among documents: dates, copies, verdicts, values that move, and how people see why."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from factcheck.cli import app

COUNT = "Film: The Lake\nTotal Count: {}\n"


def run(*args: str) -> str:
    found = CliRunner().invoke(app, [*args, "--isolated"])
    assert found.exit_code in (0, 1), found.output
    return found.stdout


def fact(field: str, *args: str) -> dict[str, object]:
    """Return what is likely of a field."""
    facts = json.loads(run("report", ".", "--format", "json", *args))["facts"]
    return next(each["likely"] for each in facts if each["field"] == field)


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(**texts: str) -> None:
    for name, text in texts.items():
        Path(name.replace("_", ".")).write_text(text, encoding="utf-8")


def dated(**rows: str) -> None:
    lines = "".join(f"  {name.replace('_', '.')}: {row}\n" for name, row in rows.items())
    Path("sources.yaml").write_text(f"sources:\n{lines}", encoding="utf-8")


def test_of_a_count_that_grows_the_latest_holds_as_of_the_day_asked() -> None:
    write(a_txt=COUNT.format(81), b_txt=COUNT.format(95), c_txt=COUNT.format(112))
    dated(a_txt="{published: 2008-05-12}", b_txt="{published: 2008-05-21}", c_txt="{published: 2008-07-06}")
    likely = fact("film.reviews")
    assert (likely["value"], likely["superseded"]) == (112, [0, 1])
    assert fact("film.reviews", "--as-of", "2008-06-01")["value"] == 95
    refused = CliRunner().invoke(app, ["report", ".", "--isolated", "--as-of", "June"])
    assert "--as-of June: this is no day" in str(refused.exception)


def test_what_was_copied_is_no_second_voice() -> None:
    film = "Film: The Lake\nRuntime: {} minutes\n"
    write(a_txt=film.format(91), b_txt=film.format(91), c_txt=film.format(99))
    assert (fact("film.runtime")["value"], fact("film.runtime")["decided"]) == ("91 minutes", True)
    dated(b_txt="{copied_from: a.txt}")
    assert not fact("film.runtime")["decided"]
    assert "copied from a.txt" in " ".join(run("sources", ".", "--copies").split())


def test_a_sentence_that_stands_in_two_documents_is_one_claim() -> None:
    said = "After his arrest at the airport Ai Weiwei wrote of his {} detention in a cell without any window."
    other = "Ai Weiwei was let go from his two-month detention."
    write(a_txt=said.format("six-month"), b_txt=said.format("six-month"), c_txt=other)
    assert not fact("detention.length")["decided"]
    assert "near-identical sentences" in " ".join(run("sources", ".", "--copies").split())
    write(b_txt="Ai Weiwei was freed after a six-month detention.")
    assert fact("detention.length")["decided"]


def test_the_year_of_a_film_is_told_by_its_first_showings() -> None:
    write(
        a_txt="Film: The Lake\nYear: 2011\n",
        b_txt="Film: The Lake\nYear: 2012\n",
        c_txt="Film: The Lake\nReleased: 2012-01-22\n",
    )
    likely = fact("film.year")
    assert (likely["value"], likely["decided"]) == ("2012", True)
    assert "2011 is said by a.txt alone" in str(likely["why"])


def test_explain_and_sources_tell_who_decided() -> None:
    film = "Film: The Lake\nRuntime: {} minutes\n"
    write(a_txt=film.format(91), b_txt=film.format(91), c_txt=film.format(99))
    told = " ".join(run("explain", "film.runtime", ".").split())
    assert "likely 91 minutes" in told
    assert "for it a.txt: right in about" in told
    assert "against c.txt: right in about" in told
    rows = json.loads(run("sources", ".", "--format", "json"))
    assert all(0 < each["accuracy"] < 1 and each["uncertainty"] > 0 for each in rows["documents"])
    assert rows["copies"] == []


def test_a_verdict_is_the_truth() -> None:
    film = "Film: The Lake\nRuntime: {} minutes\n"
    write(a_txt=film.format(91), b_txt=film.format(91), c_txt=film.format(99))
    Path("facts.yaml").write_text(
        "facts:\n- {subject: The Lake, field: film.runtime, value: 99 minutes, reason: timed}\n", encoding="utf-8"
    )
    found = json.loads(run("report", ".", "--format", "json", "--facts", "facts.yaml"))
    likely = next(each["likely"] for each in found["facts"] if each["field"] == "film.runtime")
    assert (likely["value"], likely["confidence"], likely["decided"]) == ("99 minutes", 1.0, True)
