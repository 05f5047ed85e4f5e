"""The gate's flags, exit codes and streams."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.gate.repository import Repository


@pytest.mark.parametrize(
    ("flags", "code"),
    [
        ([], 0),
        (["--no-baseline"], 1),
        (["--no-baseline", "--exit-zero"], 0),
        (["--no-baseline", "--select", "film.year"], 0),
        (["--no-baseline", "--select", "film.runtime"], 1),
        (["--no-baseline", "--ignore", "film.*", "--ignore", "FC103"], 0),
        (["--no-baseline", "--statistics"], 1),
        (["--no-baseline", "-q"], 1),
        (["--fail-on", "note"], 0),
        (["--fail-on", "loud"], 2),
        (["--format", "yaml"], 2),
        (["--baseline", "x", "--no-baseline"], 2),
        (["--since", "no-such-revision"], 2),
        (["nowhere"], 2),
        (["--config", "nowhere.yaml"], 2),
    ],
)
def test_exit_codes(repository: Repository, flags: list[str], code: int) -> None:
    done = repository.run("check", *flags)
    assert done.returncode == code, done.stderr
    assert bool(done.stderr) == (code == 2)


@pytest.mark.parametrize(
    ("page", "level"), [("Year: 1999", "error"), ("Year: 2012", "warning"), ("Country: Norway, France", "note")]
)
def test_fail_on(repository: Repository, page: str, level: str) -> None:
    repository.write(third_txt=f"Film: The Long Wait\n{page}\n", fourth_txt="Film: The Long Wait\nCountry: Norway\n")
    for n, fail_on in enumerate(("error", "warning", "note")):
        expected = ("error", "warning", "note").index(level) <= n
        assert repository.run("check", "--fail-on", fail_on).returncode == expected


def test_a_document_that_cannot_be_read(repository: Repository) -> None:
    repository.write(bad_txt="\0")
    done = repository.run("check")
    assert done.returncode == 2
    assert "bad.txt: is binary" in done.stderr
    assert "1 document could not be read" in " ".join(done.stdout.split())
    assert repository.run("check", "--allow-unreadable").returncode == 0
    assert repository.run("check", "--no-baseline").returncode == 1
    assert repository.run("check", "--exit-zero").returncode == 0


def test_nothing_to_read(repository: Repository) -> None:
    (repository.folder / "empty").mkdir()
    done = repository.run("check", "empty")
    assert (done.returncode, done.stdout) == (2, "")
    assert "there is nothing to read in empty" in done.stderr


def test_known_findings_are_counted_and_shown_where_asked(repository: Repository) -> None:
    quiet = repository.run("check").stdout
    assert quiet == "2 documents, 8 claims, 3 shared facts: no new disagreement; 2 known.\n"
    shown = repository.run("check", "--show-known").stdout
    assert "error FC103 detention.length of Danqing Chen known\n" in shown
    assert repository.run("check", "-f", "concise").stdout == ""
    assert repository.run("check", "-f", "concise", "--show-known").stdout.count(" [known]\n") == 2
    report = json.loads(repository.run("check", "-f", "json").stdout)
    assert [finding["new"] for finding in report["findings"]] == [False, False]
    assert {"new": 0, "known": 2, "stale": 0, "conflicts": 2}.items() <= report["summary"].items()


def test_statistics(repository: Repository) -> None:
    done = repository.run("check", "--statistics", "--no-baseline")
    assert "2 FC103 error Two documents give lengths of time" in done.stdout
    assert "listing.txt" not in done.stdout


def test_only_what_changed_since_a_revision(repository: Repository) -> None:
    repository.write(third_txt="Film: The Long Wait\nYear: 1999\n", fourth_txt="Film: The Long Wait\nCountry: Norway\n")
    repository.commit("A contradiction")
    assert repository.check()[0] == 1
    assert repository.check("--since", "HEAD") == (0, [])
    code, new = repository.check("--since", "HEAD~1")
    assert (code, [finding["field"] for finding in new]) == (1, ["film.year"])
    # An uncommitted change counts, and so does a document that git does not know yet.
    repository.edit("fourth.txt", "Norway", "Norway\nYear: 1998")
    repository.write(fifth_txt="Film: The Long Wait\nRuntime: 40 minutes\n")
    _, new = repository.check("--since", "HEAD")
    assert {finding["field"] for finding in new} == {"film.year", "film.runtime"}
    before = repository.git("status", "--porcelain")
    line = repository.run("check", "--since", "HEAD", "-f", "concise", "--select", "film.runtime").stdout
    assert all(each.startswith("fifth.txt:2:1: ") for each in line.splitlines())
    assert repository.git("status", "--porcelain") == before
    # A document that only moved has not changed.
    repository.commit("More")
    repository.git("mv", "fifth.txt", "sixth.txt")
    assert repository.check("--since", "HEAD") == (0, [])


def test_since_from_a_folder_inside(repository: Repository) -> None:
    (repository.folder / "sub").mkdir()
    repository.write(**{"sub/third_txt": "Film: The Long Wait\nYear: 1999\n"})
    from tests.cli.program import here

    done = here("check", "..", "--since", "HEAD", "-f", "concise", cwd=repository.folder / "sub")
    assert done.returncode == 1
    assert done.stdout.startswith("third.txt:2:1: error FC102")


def test_since_outside_of_a_repository(tmp_path: Path) -> None:
    from tests.cli.program import here

    (tmp_path / "a.txt").write_text("Film: The Long Wait\n")
    done = here("check", "--since", "HEAD", cwd=tmp_path, GIT_CEILING_DIRECTORIES=str(tmp_path.parent))
    assert (done.returncode, "--since: git says: fatal: not a git repository" in done.stderr) == (2, True)


def test_report_on_one_document(repository: Repository) -> None:
    repository.write(third_txt="Film: The Long Wait\nYear: 1999\n")
    code, new = repository.check("--report-on", "third.txt")
    assert (code, [finding["field"] for finding in new]) == (1, ["film.year"])
    assert repository.check("--report-on", "listing.txt", "--ignore", "film.year") == (0, [])
    lines = repository.run("check", "--report-on", "third.txt", "-f", "concise").stdout
    assert all(line.startswith("third.txt:") for line in lines.splitlines())


def test_a_report_knows_the_baseline_too(repository: Repository) -> None:
    done = repository.run("report", "--exit-code")
    assert done.returncode == 0
    assert done.stdout.count(" known\n") == 2
    assert repository.run("report", "--exit-code", "--no-baseline").returncode == 1


def test_the_output_may_be_a_file(repository: Repository) -> None:
    done = repository.run("check", "--no-baseline", "-f", "sarif", "-o", "found.sarif")
    assert (done.returncode, done.stdout) == (1, "")
    assert json.loads((repository.folder / "found.sarif").read_text())["version"] == "2.1.0"
