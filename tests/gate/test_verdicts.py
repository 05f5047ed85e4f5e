"""Verdicts: what the editors have settled, and the command that settles it."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.gate.repository import Repository

LENGTH = """\
# Ours.
facts:
  - subject: Danqing Chen
    field: detention.length
    value: {value}
    reason: The court's file.
"""


def check(repository: Repository) -> list[dict[str, Any]]:
    return json.loads(repository.run("check", "--no-baseline", "-f", "json").stdout)["findings"]


def fields(findings: list[dict[str, Any]]) -> list[tuple[str, str]]:
    return sorted((finding["code"], finding["field"]) for finding in findings)


def test_only_what_contradicts_the_verdict_is_found(repository: Repository) -> None:
    repository.write(facts_yaml=LENGTH.format(value="81 days"))
    findings = check(repository)
    assert fields(findings) == [("FC103", "film.runtime"), ("FC601", "detention.length")]
    settled = next(finding for finding in findings if finding["code"] == "FC601")
    assert settled["severity"] == "error"
    assert settled["likely"]["value"] == "81 days"
    assert settled["likely"]["decided"]
    line = repository.run("check", "--no-baseline", "-f", "concise", "--select", "FC601").stdout
    assert line.startswith("listing.txt:6:")
    assert "(and facts.yaml:5:12)" in line
    repository.edit("listing.txt", "two-month", "twelve-week")
    assert fields(check(repository)) == [("FC103", "film.runtime")]


def test_a_claim_of_a_verdict_stands_in_its_file(repository: Repository) -> None:
    repository.write(facts_yaml=LENGTH.format(value='"81 days" # counted'))
    report = json.loads(repository.run("report", "-f", "json").stdout)
    (claim,) = (claim for claim in report["claims"] if claim["path"] == "facts.yaml")
    text = (repository.folder / "facts.yaml").read_text()
    assert text[claim["start"] : claim["end"]] == claim["quote"] == "81 days"
    assert claim["form"] == "record"
    assert "facts.yaml" not in {document["path"] for document in report["documents"]}


@pytest.mark.parametrize(
    ("value", "contradicted"),
    [
        ("81 days", ["two-month"]),
        ("12 weeks", ["two-month"]),
        ("two months", ["nearly three months"]),
        ("70 days", ["nearly three months"]),
        ("five months", ["nearly three months", "two-month"]),
        ("over two months", []),
    ],
)
def test_verdicts_are_read_as_documents_are(repository: Repository, value: str, contradicted: list[str]) -> None:
    repository.write(facts_yaml=LENGTH.format(value=value))
    messages = [finding["message"] for finding in check(repository) if finding["code"] == "FC601"]
    assert len(messages) == len(contradicted)
    assert all(any(words in message for message in messages) for words in contradicted)


FAULTS = [
    ("facts: [", "facts.yaml:2:1", "not YAML"),
    ("facts: 3\n", "facts.yaml:1:8", "(facts)"),
    (LENGTH.format(value="banana"), "facts.yaml:5:12", "'banana' is no duration"),
    (
        LENGTH.format(value="81 days").replace("detention.length", "detention.lenght"),
        "facts.yaml:4:12",
        "no rule for the field",
    ),
    (LENGTH.format(value="81 days").replace("    reason: The court's file.\n", ""), "facts.yaml:3:5", "facts.0.reason"),
    (LENGTH.format(value="81 days") + "    because: x\n", "facts.yaml:7:5", "facts.0.because"),
    (
        LENGTH.format(value="81 days") + LENGTH.format(value="82 days").split("facts:\n")[1],
        "facts.yaml:7:5",
        "a second verdict",
    ),
    (LENGTH.format(value="81 days") + "    decided: in May\n", "facts.yaml:7:14", "facts.0.decided"),
    (
        LENGTH.format(value="last year").replace("length", "start"),
        "facts.yaml:5:12",
        "'last year' is no value of detention.start",
    ),
]


@pytest.mark.parametrize(("text", "place", "what"), FAULTS)
def test_a_faulty_file_is_told_with_its_place_and_left_alone(
    repository: Repository, text: str, place: str, what: str
) -> None:
    repository.write(facts_yaml=text)
    finding = check_id(repository, "--no-facts")
    for command in (["report"], ["check"], ["resolve", finding, "--value", "80 days", "--reason", "x"]):
        done = repository.run(*command)
        assert done.returncode == 2, command
        assert place in done.stderr
        assert what in done.stderr
    assert (repository.folder / "facts.yaml").read_text() == text


def check_id(repository: Repository, *flags: str) -> str:
    """Return the id of the conflict about the detention."""
    line = repository.run("report", "-f", "jsonl", "--select", "detention.length", *flags).stdout
    return str(json.loads(line)["id"])


def test_a_named_file_that_is_missing_is_no_empty_one(repository: Repository) -> None:
    done = repository.run("check", "--facts", "verdicts.yaml")
    assert (done.returncode, "verdicts.yaml: there is no such file" in done.stderr) == (2, True)


def test_resolve_writes_what_the_report_says_to_paste(repository: Repository) -> None:
    (repository.folder / "third.txt").write_text("He was free after an 81-day detention of Danqing Chen.\n")
    text = repository.run("report", "--select", "detention.length", COLUMNS="200").stdout
    command = re.search(r"settle factcheck (resolve \S+ --value) '(.+)' --reason REASON", text)
    assert command is not None, text
    done = repository.run(*command[1].split(), command[2], "--reason", 'The "file": of the court')
    assert done.returncode == 0, done.stderr
    assert fields(check(repository))[-1] == ("FC601", "detention.length")
    again = repository.run(*command[1].split(), "80 days", "--reason", "x")
    assert again.returncode == 2


def test_resolve_leaves_what_stands_in_the_file_as_it_was(repository: Repository) -> None:
    own = LENGTH.format(value="81 days   # spaces, and a comment\n    evidence: |\n      two\n      lines")
    repository.write(facts_yaml=own)
    line = repository.run("report", "-f", "jsonl", "--select", "film.runtime").stdout
    done = repository.run("resolve", json.loads(line)["id"], "--value", "91 minutes", "--reason", "Measured.")
    assert done.returncode == 0, done.stderr
    assert (repository.folder / "facts.yaml").read_text().startswith(own)
    assert [code for code, _ in fields(check(repository))] == ["FC601", "FC601"]


@pytest.mark.parametrize("value", ["banana", "", "-3 months", "three months of rain"])
def test_resolve_writes_nothing_that_cannot_be_read(repository: Repository, value: str) -> None:
    done = repository.run("resolve", check_id(repository), "--value", value, "--reason", "x")
    assert done.returncode == 2
    assert not (repository.folder / "facts.yaml").exists()


@pytest.mark.parametrize("flags", [["FC-00000000", "--value", "1", "--reason", "x"], ["--value", "1"]])
def test_resolve_says_what_it_lacks(repository: Repository, flags: list[str]) -> None:
    done = repository.run("resolve", *flags)
    assert done.returncode == 2
    assert "help:" in done.stderr


def test_what_no_value_settles(repository: Repository) -> None:
    repository.edit("listing.txt", "91 minutes", "91 minutes  # factcheck: ignore[film.editor] reason: none")
    lines = repository.run("report", "-f", "jsonl", "--select", "FC901").stdout
    done = repository.run("resolve", json.loads(lines)["id"], "--value", "1", "--reason", "x")
    assert (done.returncode, "is not settled by a value" in done.stderr) == (2, True)
    assert not (repository.folder / "facts.yaml").exists()


def test_resolve_without_an_id_walks_and_asks(repository: Repository, tmp_path: Path) -> None:
    from tests.cli.program import here

    answers = "2\nIt is the later page.\nninety potatoes\nwhy not\n"
    done = here("resolve", cwd=repository.folder, stdin=answers)
    assert done.returncode == 0, done.stderr
    assert done.stdout.endswith("1 settled, 1 open.\n")
    assert "1 for 'two-month'; 2 for \"nearly three months'\"" in done.stderr
    assert "'ninety potatoes' is no duration" in done.stderr
    assert fields(check(repository)) == [("FC103", "film.runtime"), ("FC601", "detention.length")]
    skipped = here("resolve", cwd=repository.folder, stdin="\n")
    assert skipped.stdout.endswith("0 settled, 1 open.\n")


def test_a_verdict_makes_the_baseline_entry_stale(repository: Repository) -> None:
    repository.write(facts_yaml=LENGTH.format(value="81 days"))
    done = repository.run("check")
    assert done.returncode == 1
    assert "1 new error; 1 known, 1 stale." in done.stdout
