"""`factcheck explain`: a finding from the words to what applies to it, a code, a field."""

from __future__ import annotations

import json

import pytest

from tests.gate.repository import BASELINE, Repository


def finding(repository: Repository, field: str, *flags: str) -> str:
    lines = repository.run("report", "-f", "jsonl", "--select", field, *flags).stdout.splitlines()
    (id,) = (row["id"] for row in map(json.loads, lines) if row["sides"])
    return str(id)


def test_the_trace_of_a_finding(repository: Repository) -> None:
    repository.write(third_txt="Danqing Chen was arrested on 3 April 2011 and released on 22 June 2011.\n")
    done = repository.run("explain", finding(repository, "detention.length"), COLUMNS="120")
    assert done.returncode == 0, done.stderr
    words = " ".join(done.stdout.split())
    for part in (
        "listing.txt:6:104 \u201ctwo-month detention\u201d \u2192 46 to 76 days",
        "reading P2M",
        "reading P3M LESS_THAN",
        "allows 76 to 91 days",
        "found as prose, by the rule detention.length",
        "relation conflict: no value satisfies both",
        "severity error",
        "code FC103 durations-disagree",
        "rule detention.length: at most error.",
        f"baseline {BASELINE}: known as FC-",
        'value: "VALUE"',
    ):
        assert part in words, part


def test_what_follows_from_what(repository: Repository) -> None:
    ends = ("Danqing Chen was detained at the airport on 3 April 2011.", "Danqing Chen was released on 22 June 2011.")
    repository.write(third_txt="\n\n".join(ends))
    words = " ".join(repository.run("explain", finding(repository, "detention.length"), COLUMNS="120").stdout.split())
    assert "derived: 80 to 81 days" in words
    assert "found as derived, by the rule detention.length follows from c" in words


def test_what_people_wrote_in_the_baseline_is_told(repository: Repository) -> None:
    text = repository.baseline.replace(
        '"subject"', '"owner": "desk", "reason": "Old", "until": "2001-01-01", "subject"'
    )
    (repository.folder / BASELINE).write_text(text)
    told = " ".join(repository.run("explain", finding(repository, "film.runtime"), COLUMNS="160").stdout.split())
    assert "which has run out (reason: Old; owner: desk; until: 2001-01-01)" in told
    assert "not known, so new" in told


def test_what_is_silenced_can_be_explained(repository: Repository) -> None:
    id = finding(repository, "film.runtime")
    repository.edit("listing.txt", "91 minutes", "91 minutes  # factcheck: ignore[film.runtime] reason: a cut")
    assert "error" not in repository.run("report", "--select", "film.runtime").stdout
    done = repository.run("explain", id)
    assert done.returncode == 0
    assert "silenced a cut" in " ".join(done.stdout.split())


def test_a_verdict_with_what_was_rejected(repository: Repository) -> None:
    repository.write(
        facts_yaml="facts:\n  - {subject: The Long Wait, field: film.runtime, value: 91 minutes, reason: Measured., "
        "evidence: tape 7, rejected: [{value: 99 minutes, reason: with the trailers}]}\n"
    )
    told = " ".join(repository.run("explain", finding(repository, "film.runtime"), COLUMNS="160").stdout.split())
    assert "verdict facts.yaml:2:58: 91 minutes, since Measured. evidence: tape 7 rejected: 99 minutes with the" in told


def test_a_code(repository: Repository) -> None:
    done = repository.run("explain", "fc902")
    assert done.stdout.startswith("FC902 stale-baseline-entry\n  The baseline lists")


def test_a_field(repository: Repository) -> None:
    repository.write(third_txt="Danqing Chen was arrested on 3 April.\n")
    done = repository.run("explain", "film.runtime")
    assert "film.runtime of The Long Wait: conflict" in done.stdout
    assert "side 1  listing.txt:4:1" in done.stdout
    done = repository.run("explain", "detention.start", COLUMNS="120")
    assert "not compared: its date cannot be resolved  third.txt:1:" in done.stdout


@pytest.mark.parametrize("what", ["film.tuntime", "FC999", "FC-00000000", "x"])
def test_what_is_not_there(repository: Repository, what: str) -> None:
    done = repository.run("explain", what)
    assert done.returncode == 2
    assert "help: `factcheck report` shows the ids" in done.stderr


def test_an_id_may_be_short(repository: Repository) -> None:
    id = finding(repository, "film.runtime")
    assert repository.run("explain", id[:7]).returncode == 0
