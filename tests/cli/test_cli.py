"""The commands as a user runs them: exit codes, streams, settings, rules, formats."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import LISTING, RECORD
from tests.cli.program import factcheck

PACK = """\
rules:
  - id: film.producer
    about: film
    kind: name
    severity: warning
    find: {labels: [Producer]}
    because: A house rule.
    examples:
      conflict: [["Producer: Ann Lee", "Producer: Jo Kim"]]
      agree: [["Producer: Ann Lee", "Producer: Ann Lee"]]
"""


def codes(printed: str) -> set[tuple[str, str]]:
    return {(finding["severity"], finding["field"]) for finding in json.loads(printed)["findings"]}


PRODUCER, YEAR, COUNTRY = ("error", "film.producer"), ("warning", "film.year"), ("note", "film.country")


@pytest.mark.parametrize(
    ("args", "code"),
    [
        (["report"], 0),  # conflicts do not fail a report
        (["report", "--exit-code"], 1),
        (["report", "--exit-code", "--ignore", "film.producer"], 0),  # a warning is no error
        (["--version"], 0),
    ],
)
def test_success(pages: Path, args: list[str], code: int) -> None:
    ran = factcheck(*args, cwd=pages)
    assert ran.returncode == code
    assert ran.stdout
    assert ran.stderr == ""


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (["report", "missing.txt"], ["missing.txt: there is no such file", "help:"]),
        (["report", "empty"], ["nothing to read in empty", "help:"]),
        (["claims", "page.xyz"], ["page.xyz: is of a type that cannot be read"]),
        (["report", "--colour"], ["--colour"]),
        (["report", "-f", "yaml"], ["yaml", "json"]),
        (["reprot"], ["reprot"]),
        (["report", "--no-default-rules"], ["no rules", "--rules"]),
        (["report", "--rules", "missing.yaml"], ["missing.yaml: there is no such rule pack"]),
        (["report", "--rules", "bad.yaml"], ["bad.yaml:3:12: 'flim' is no subject", "\n    |            ^\n"]),
        (["report", "--config", "missing.yaml"], ["missing.yaml: there is no such settings file"]),
        (["report", "--config", "settings.yaml"], ["settings.yaml:2:1: ", "sevrity", "settings.yaml:3:9: ", "paths"]),
        (["report", "--config", "settings.toml"], ["settings.toml:1:16: not TOML"]),
        (["report", "--isolated", "--config", "settings.yaml"], ["exclude each other"]),
        (["report", "--doc-date", "listing.txt"], ["PATH=DATE"]),
        (["report", "--doc-date", "listing.txt=soon"], ["listing.txt=soon", "no date"]),
        (["report", "-o", "missing/report.txt"], ["missing/report.txt: cannot be written"]),
        (["rules", "show", "film.rumtime"], ["film.rumtime", "did you mean film.runtime"]),
        (["rules", "validate", "bad.yaml"], ["bad.yaml:3:12: 'flim' is no subject"]),
    ],
)  # fmt: skip
def test_what_cannot_be_done_is_2_and_says_why(pages: Path, args: list[str], says: list[str]) -> None:
    (pages / "empty").mkdir()
    (pages / "page.xyz").touch()
    (pages / "bad.yaml").write_text(PACK.replace("about: film", "about: flim"))
    (pages / "settings.yaml").write_text("severity: error\nsevrity: note\npaths:  a.txt\n")
    (pages / "settings.toml").write_text("[tool.factcheck\n")
    ran = factcheck(*args, cwd=pages)
    assert ran.returncode == 2
    assert ran.stdout == ""
    assert "Traceback" not in ran.stderr and "unexpectedly" not in ran.stderr
    for words in says:
        assert words in ran.stderr


def test_bad_documents_are_named_and_all_others_reported(pages: Path) -> None:
    (pages / "empty.txt").touch()
    (pages / "image.txt").write_bytes(b"\x89PNG\0")
    (pages / "torn.txt").write_bytes(b"\xff\xfea\0b")
    ran = factcheck("report", "-f", "json", ".", "gone.txt", cwd=pages)
    assert ran.returncode == 0
    for name in ("empty.txt: is empty", "image.txt: is binary", "torn.txt: is not UTF-16-LE", "gone.txt: there is no"):
        assert name in ran.stderr
    assert codes(ran.stdout) == {PRODUCER, YEAR, COUNTRY}
    printed = json.loads(ran.stdout)
    assert {each["path"] for each in printed["problems"]} == {"empty.txt", "image.txt", "torn.txt", "gone.txt"}
    assert all(each["what"] and each["hint"] for each in printed["problems"])
    assert printed["summary"]["documents"] == 2
    quiet = factcheck("report", "-q", ".", "gone.txt", cwd=pages)
    assert (quiet.returncode, quiet.stderr) == (0, "")
    assert "4 documents could not be read" in " ".join(quiet.stdout.split())


def test_json_is_one_object(pages: Path) -> None:
    printed = json.loads(factcheck("report", "-f", "json", "--all", cwd=pages).stdout)
    assert list(printed) == ["factcheck", "documents", "claims", "facts", "findings", "problems", "summary"]
    assert [document["path"] for document in printed["documents"]] == ["listing.txt", "record.md"]
    claim = next(claim for claim in printed["claims"] if claim["field"] == "film.year")
    assert LISTING[claim["start"] : claim["end"]] == claim["quote"] == "Year: 2011"
    assert (claim["line"], claim["column"], claim["end_line"], claim["end_column"]) == (3, 1, 3, 11)


@pytest.mark.parametrize(
    ("flags", "found"),
    [
        (["--select", "FC104", "--select", "film.y*"], {PRODUCER, YEAR}),
        (["--select", "FC1", "--ignore", "film.producer"], {YEAR, COUNTRY}),
        (["--severity", "warning"], {PRODUCER, YEAR}),
        (["--rules", "house.yaml"], {("warning", "film.producer"), YEAR, COUNTRY}),  # one rule is replaced
        (["--no-default-rules", "--rules", "whole.yaml"], {("warning", "film.producer")}),
    ],
)
def test_flags_choose_findings(pages: Path, flags: list[str], found: set[tuple[str, str]]) -> None:
    (pages / "house.yaml").write_text(PACK)
    (pages / "whole.yaml").write_text("subjects: [{id: film, kind: work, labels: [Film]}]\n" + PACK)
    assert codes(factcheck("report", "-f", "json", *flags, cwd=pages).stdout) == found


def test_settings_are_found_upwards_and_paths_are_theirs(pages: Path, tmp_path: Path) -> None:
    below = tmp_path / "work" / "deep"
    below.mkdir(parents=True)
    (tmp_path / "pyproject.toml").write_text('[tool.factcheck]\npaths = ["pages"]\nseverity = "warning"\n')
    assert codes(factcheck("report", "-f", "json", cwd=below).stdout) == {PRODUCER, YEAR}
    (tmp_path / "factcheck.yaml").write_text(
        "paths: [pages]\nseverity: error\nrules: [house.yaml]\ndoc-dates: {pages/listing.txt: 2012-05}\n"
    )
    (tmp_path / "house.yaml").write_text(PACK.replace("severity: warning", "severity: error"))
    (tmp_path / "other.yaml").write_text(PACK.replace("film.producer", "film.writer").replace("Producer", "Writer"))
    flags = ("--doc-date", "../../pages/record.md=2013", "--rules", "../../other.yaml")
    ran = factcheck("report", "-f", "json", *flags, cwd=below)
    assert codes(ran.stdout) == {PRODUCER}  # factcheck.yaml goes before pyproject.toml
    # What a flag adds does not take away what the file says.
    assert [each["published"] for each in json.loads(ran.stdout)["documents"]] == ["2012-05", "2013"]
    assert (
        "A house rule." in factcheck("rules", "show", "film.producer", "--rules", "../../other.yaml", cwd=below).stdout
    )


def test_settings_can_be_named_or_left_out(pages: Path) -> None:
    (pages / "factcheck.yaml").write_text("severity: error\n")
    (pages / "other.yaml").write_text("ignore: [FC104]\n")
    assert codes(factcheck("report", "-f", "json", "--config", "other.yaml", cwd=pages).stdout) == {YEAR, COUNTRY}
    assert codes(factcheck("report", "-f", "json", "--isolated", cwd=pages).stdout) == {PRODUCER, YEAR, COUNTRY}


def test_standard_input_is_a_document(pages: Path) -> None:
    ran = factcheck("report", "record.md", "-", "-f", "json", "--doc-date", "-=2012-05", cwd=pages, stdin=LISTING)
    assert codes(ran.stdout) == {PRODUCER, YEAR, COUNTRY}
    assert [(each["path"], each["published"]) for each in json.loads(ran.stdout)["documents"]] == [
        ("record.md", None),
        ("-", "2012-05"),
    ]
    alone = factcheck("report", "-", cwd=pages, stdin="")
    assert (alone.returncode, alone.stdout) == (2, "")
    assert "-: is empty" in alone.stderr


def test_claims(pages: Path) -> None:
    table = factcheck("claims", cwd=pages).stdout
    assert "listing.txt" in table and "2:1" in table and "Producer: Adam Schlesinger" in table
    lines = [json.loads(line) for line in factcheck("claims", "-f", "jsonl", cwd=pages).stdout.splitlines()]
    assert {(claim["path"], claim["field"]) for claim in lines} >= {("record.md", "film.producer")}
    assert [claim["id"] for claim in lines] == [f"c{n}" for n in range(1, len(lines) + 1)]
    matrix = factcheck("claims", "--matrix", cwd=pages).stdout
    producers = next(line for line in matrix.splitlines() if "film.producer" in line)
    assert "Adam" in producers and "Andy Cohen" in producers


def test_rules(tmp_path: Path) -> None:
    listed = factcheck("rules", "list", cwd=tmp_path, COLUMNS="140")
    assert listed.returncode == 0 and "film.runtime" in listed.stdout and "detention.length" in listed.stdout
    shown = factcheck("rules", "show", "detention.length", cwd=tmp_path)
    assert "two-month detention" in shown.stdout and "News copy rounds to months" in shown.stdout
    schema = json.loads(factcheck("rules", "schema", cwd=tmp_path).stdout)
    assert {"rules", "subjects"} <= schema["properties"].keys()
    (tmp_path / "house.yaml").write_text(PACK)
    assert "all well-formed" in factcheck("rules", "validate", "house.yaml", cwd=tmp_path).stdout


def test_rules_examples_are_run(tmp_path: Path) -> None:
    whole = "subjects: [{id: film, kind: work, labels: [Film]}]\n" + PACK
    (tmp_path / "good.yaml").write_text(whole)
    good = factcheck("rules", "test", "--no-default-rules", "good.yaml", cwd=tmp_path)
    assert (good.returncode, good.stdout) == (0, "2 passed, 0 failed\n")
    (tmp_path / "bad.yaml").write_text(whole.replace("Jo Kim", "Ann Lee"))
    bad = factcheck("rules", "test", "--no-default-rules", "bad.yaml", cwd=tmp_path)
    assert bad.returncode == 1
    assert "FAILED film.producer conflict: Producer: Ann Lee / Producer: Ann Lee" in bad.stdout
    assert "1 passed, 1 failed" in bad.stdout


@pytest.mark.parametrize("args", [["-h"], ["report", "--help"], ["rules", "-h"]])
def test_help(tmp_path: Path, args: list[str]) -> None:
    ran = factcheck(*args, cwd=tmp_path)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert "Usage: " in ran.stdout


def test_the_report_is_no_document(pages: Path) -> None:
    """What the program wrote into the folder yesterday is no source today."""
    for _ in range(2):
        assert factcheck("report", "-o", "report.txt", cwd=pages).returncode == 0
        assert (pages / "report.txt").read_text().splitlines()[-1].startswith("2 documents, ")
    assert (pages / "record.md").read_text() == RECORD
