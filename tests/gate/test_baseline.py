"""The baseline's file: what keeps it, what changes it, and what is said of a broken one."""

from __future__ import annotations

import json
import os
import zlib
from collections.abc import Callable

import pytest

from tests.cli.program import shell
from tests.gate.repository import BASELINE, Repository


def rewrite(repository: Repository, change: Callable[[dict[str, object]], object]) -> None:
    """Change every entry of the baseline by hand."""
    head, *rows = repository.baseline.splitlines()
    objects = [json.loads(row) for row in rows]
    for each in objects:
        change(each)
    lines = (json.dumps(each, ensure_ascii=False, sort_keys=True) for each in objects)
    (repository.folder / BASELINE).write_text("\n".join([head, *lines]) + "\n")


def test_the_file_says_what_is_known_and_nothing_of_where_or_when(repository: Repository) -> None:
    head, *rows = map(json.loads, repository.baseline.splitlines())
    assert head == {"factcheck": {"kind": "baseline", "schema": 1}, "paths": ["."]}
    assert [set(row) - {"also"} for row in rows] == [{"fingerprint", "code", "field", "subject", "readings"}] * 2
    assert repository.baseline.splitlines()[1:] == sorted(repository.baseline.splitlines()[1:])
    for word in ("listing", "txt", str(repository.folder), "202"):
        assert word not in repository.baseline


def test_create_never_overwrites(repository: Repository) -> None:
    before = repository.baseline
    done = repository.run("baseline", "create")
    assert (done.returncode, repository.baseline) == (2, before)
    assert "there is a baseline already" in done.stderr


def test_update_refuses_what_is_new(repository: Repository) -> None:
    repository.edit("listing.txt", "two-month", "four-month")
    before = repository.baseline
    done = repository.run("baseline", "update")
    assert (done.returncode, repository.baseline) == (1, before)
    assert "four-month" in done.stderr
    assert "--accept-new" in done.stderr
    done = repository.run("baseline", "update", "--accept-new")
    assert (done.returncode, done.stdout) == (0, f"{BASELINE}: +1 \u22121\n")
    assert repository.check() == (0, [])


def test_prune_only_takes_out(repository: Repository) -> None:
    repository.edit("listing.txt", "two-month", "four-month")
    done = repository.run("baseline", "prune")
    assert (done.returncode, done.stdout) == (0, f"{BASELINE}: +0 \u22121\n")
    assert [finding["field"] for finding in repository.check()[1]] == ["detention.length"]


def test_stale_entries_are_said_and_fail_only_where_asked(repository: Repository) -> None:
    repository.edit("listing.txt", "91 minutes", "99 minutes")
    done = repository.run("check")
    assert done.returncode == 0
    assert done.stdout.count("FC902") == 1
    assert "film.runtime of The Long Wait" in done.stdout
    assert repository.run("check", "--fail-on", "stale").returncode == 1
    assert repository.run("check", "--fail-on", "note").returncode == 0
    assert repository.run("check", "--severity", "error").stdout.count("FC902") == 1


@pytest.mark.parametrize("paths", [["listing.txt"], ["listing.txt", "gone.txt"]])
def test_a_partial_run_calls_nothing_stale(repository: Repository, paths: list[str]) -> None:
    before = repository.baseline
    assert "FC902" not in repository.run("check", *paths, "--fail-on", "stale").stdout
    for command in (["prune"], ["update"], ["update", "--accept-new"]):
        done = repository.run("baseline", *command, *paths)
        assert (done.returncode, repository.baseline) == (0, before), done.stderr
        assert "nothing in it is called stale" in done.stderr
    repository.write(bad_txt="\0")  # what cannot be read may hold the other side
    assert "FC902" not in repository.run("check", "listing.txt", "bad.txt").stdout


def test_choosing_findings_makes_none_stale(repository: Repository) -> None:
    for flags in (["--select", "film.*"], ["--ignore", "FC103"], ["--severity", "error"], ["--since", "HEAD"]):
        assert repository.run("check", *flags, "--fail-on", "stale").returncode == 0, flags


def test_what_people_wrote_survives(repository: Repository) -> None:
    rewrite(repository, lambda row: row.update(reason="Cut \u2260 cut", owner="desk", until="2999-12-31", ticket=7))
    before = repository.baseline
    assert repository.run("baseline", "update").returncode == 0
    assert repository.baseline == before
    repository.edit("listing.txt", "two-month", "four-month")
    assert repository.run("baseline", "update", "--accept-new").returncode == 0
    kept = [line for line in before.splitlines() if "runtime" in line]
    assert kept
    assert all(line in repository.baseline.splitlines() for line in kept)
    shown = repository.run("baseline", "show").stdout
    assert "reason: Cut \u2260 cut; owner: desk; until: 2999-12-31" in shown


def test_an_entry_hides_nothing_after_its_day(repository: Repository) -> None:
    rewrite(repository, lambda row: row.update(until="2020-02-29"))
    before = repository.baseline
    code, new = repository.check()
    assert (code, len(new)) == (1, 2)
    done = repository.run("baseline", "update", "--accept-new")
    assert (done.returncode, repository.baseline) == (1, before)
    assert "entries have run out" in done.stderr
    assert repository.run("baseline", "show").stdout.count("has run out") == 2


def test_a_baseline_of_some_documents_is_for_those(repository: Repository) -> None:
    (repository.folder / BASELINE).unlink()
    sub = repository.folder / "sub"
    sub.mkdir()
    for page in ("listing.txt", "review.txt"):
        repository.git("mv", page, f"sub/{page}")
    repository.write(other_txt="Film: The Long Wait\nYear: 1999\n")
    assert repository.run("baseline", "create", "sub").returncode == 0
    assert '"paths": ["sub"]' in repository.baseline
    assert repository.check("sub") == (0, [])
    assert [finding["field"] for finding in repository.check()[1]] == ["film.year"]
    assert repository.run("baseline", "update", "--accept-new").returncode == 0
    assert '"paths": ["."]' in repository.baseline


ROW = (
    '{"code": "FC103", "field": "f.x", "fingerprint": "0123456789abcdef0123456789abcdef", '
    '"readings": ["a", "b"], "subject": "S"}'
)
HEAD = '{"factcheck": {"kind": "baseline", "schema": 1}, "paths": ["."]}'
BROKEN = [
    ("", ":1:1", "the baseline is empty"),
    ("\n\n", ":1:1", "the baseline is empty"),
    (ROW, ":1:1", "the first line is no header"),
    (f"{HEAD}\n{ROW[:40]}", ":2:", "not JSON"),
    (f"{HEAD}\n[1, 2]\n", ":2:1", "not an object"),
    (f"{HEAD}\n{ROW.replace('0123456789abcdef', 'zz')}\n", ":2:1", "fingerprint:"),
    (
        f"{HEAD}\n{ROW.replace(', ' + chr(34) + 'subject' + chr(34) + ': ' + chr(34) + 'S' + chr(34), '')}\n",
        ":2:1",
        "subject:",
    ),
    (
        f"{HEAD}\n{ROW[:-1]}, {chr(34)}until{chr(34)}: {chr(34)}2026-02-30{chr(34)}}}\n",
        ":2:1",
        "until: 2026-02-30 is no day",
    ),
    (f"{HEAD}\n{ROW[:-1]}, {chr(34)}reason{chr(34)}: 7}}\n", ":2:1", "reason:"),
    (HEAD.replace('"schema": 1', '"schema": 2'), ":1:1", "schema 2 is newer"),
    (HEAD.replace('"schema": 1', '"schema": "1"'), ":1:1", "factcheck.schema:"),
    (HEAD.replace('["."]', '"."'), ":1:1", "paths:"),
    (f"{HEAD}\n<<<<<<< HEAD\n{ROW}\n=======\n>>>>>>> theirs\n", ":2:1", "a merge conflict"),
    ("[" * 100_000, ":1:1", "not JSON"),
    (f'{HEAD}\n{{"fingerprint": {"9" * 5000}}}', ":2:1", "not JSON"),
]


@pytest.mark.parametrize(("text", "place", "what"), BROKEN)
def test_a_broken_baseline_is_told_with_its_place_and_left_alone(
    repository: Repository, text: str, place: str, what: str
) -> None:
    file = repository.folder / BASELINE
    file.write_text(text)
    for command in (
        ["check"],
        ["report"],
        ["baseline", "update", "--accept-new"],
        ["baseline", "prune"],
        ["baseline", "show"],
    ):
        done = repository.run(*command)
        assert done.returncode == 2, command
        assert f"{BASELINE}{place}" in done.stderr
        assert what in done.stderr
    assert file.read_text() == text


def test_a_baseline_that_is_no_file_or_no_text(repository: Repository) -> None:
    file = repository.folder / BASELINE
    file.unlink()
    assert repository.run("check").returncode == 1
    assert "no such baseline" in repository.run("check", "--baseline", "known.jsonl").stderr
    for command in (["update"], ["prune"], ["show"]):
        done = repository.run("baseline", *command)
        assert (done.returncode, "no baseline yet" in done.stderr) == (2, True)
    file.mkdir()
    assert repository.run("check").returncode == 2
    file.rmdir()
    os.mkfifo(file)
    assert "not a regular file" in repository.run("check").stderr
    file.unlink()
    file.write_bytes(b"\xff\xfe\x00")
    assert repository.run("check").returncode == 2


def test_a_write_that_fails_leaves_the_old_file(repository: Repository) -> None:
    repository.edit("listing.txt", "two-month", "four-month")
    before = repository.baseline
    # No file may grow at all, as on a disk that is full.
    done = shell("ulimit -f 0; $FACTCHECK baseline update --accept-new", repository.folder)
    assert done.returncode == 2
    assert "cannot be written" in done.stderr
    assert repository.baseline == before
    assert not [each.name for each in repository.folder.iterdir() if each.name.endswith(".tmp")]


def test_what_a_kill_left_behind_is_swept_when_it_is_old(repository: Repository) -> None:
    beginning = f".factcheck-{zlib.crc32(BASELINE.encode()):08x}"
    old, young = (repository.folder / f"{beginning}-{name}.tmp" for name in ("old", "young"))
    for stray in (old, young):
        stray.write_text("half a line")
    os.utime(old, (0, 0))
    repository.edit("listing.txt", "two-month", "four-month")
    assert repository.run("baseline", "update", "--accept-new").returncode == 0
    assert (old.exists(), young.exists()) == (False, True)


def test_settings_name_a_baseline(repository: Repository) -> None:
    (repository.folder / BASELINE).rename(repository.folder / "known.jsonl")
    repository.write(factcheck_yaml="baseline: known.jsonl\nfail-on: [stale]\n")
    assert repository.check() == (0, [])
    repository.edit("listing.txt", "91 minutes", "99 minutes")
    assert repository.check()[0] == 1
    assert repository.check("--no-baseline")[0] == 1


def test_create_sees_to_it_that_branches_merge(repository: Repository) -> None:
    sub = repository.folder / "sub"
    sub.mkdir()
    (sub / "page.txt").write_text("Film: The Long Wait\n")
    assert repository.run("baseline", "create", "sub", "--baseline", f"sub/{BASELINE}").returncode == 0
    assert not (sub / ".gitattributes").exists()  # the one above holds for all below
    (repository.folder / ".gitattributes").unlink()
    (repository.folder / BASELINE).unlink()
    assert "git merges the baselines" in repository.run("baseline", "create").stderr
    assert (repository.folder / ".gitattributes").read_text() == f"{BASELINE} merge=union\n"
