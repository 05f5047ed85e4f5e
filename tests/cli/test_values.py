"""`values` and `compare`: single phrases, and JSON lines for many."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

KEYS = {
    "start", "end", "text", "kind", "reading", "value", "low", "high", "unit", "hedge",
    "timex", "edtf", "from", "to", "zone", "alternatives",
}  # fmt: skip


def run(*args: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "factcheck", *args]
    return subprocess.run(command, input=stdin, check=False, capture_output=True, text=True)


def test_one_line_for_each_text() -> None:
    rows = [
        {"id": "a", "text": "nearly three months; since last year", "reference_date": "2012-08-03"},
        {"id": "b", "text": "no value"},
        {"id": "c", "text": "06/07/2011 at 17:06 GMT"},
    ]
    done = run("values", "--jsonl", stdin="".join(json.dumps(row) + "\n" for row in rows))
    assert done.returncode == 0, done.stderr
    a, b, c = (json.loads(line) for line in done.stdout.splitlines())
    assert [value.keys() for value in a["values"]] == [KEYS, KEYS]
    months, year = a["values"]
    assert (months["text"], months["kind"], months["hedge"]) == ("nearly three months", "duration", "nearly")
    assert (months["timex"], months["value"], months["low"], months["high"]) == ("P3M", 3, 2.5, 3)
    assert (year["from"], year["edtf"]) == ("2011-01-01", "2011/")
    assert b == {"id": "b", "values": []}
    day, clock = c["values"]
    assert (day["from"], day["alternatives"][0]["from"]) == ("2011-06-07", "2011-07-06")
    assert (clock["kind"], clock["value"], clock["zone"]) == ("time", "17:06", "GMT")


@pytest.mark.parametrize(
    ("line", "says"),
    [("{", "standard input:1:"), ("[]", "not an object"), ('{"text":"x","reference_date":"soon"}', "soon")],
)
def test_a_line_that_cannot_be_read_is_named(line: str, says: str) -> None:
    done = run("values", "--jsonl", stdin=line)
    assert done.returncode == 2
    assert says in done.stderr


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (["two-month", "nearly three months"], "conflict: no value satisfies both: 46 to 76 days and 76 to 91 days"),
        (["Andy Cohen", "Andrew Cohen"], "compatible: Andy is short for Andrew"),
        (["spring of 2011", "April 2011"], "compatible"),
        (["Siemens AG", "Siemens Aktiengesellschaft", "--kind", "organisation"], "same"),
        (["USA", "United States", "--kind", "country"], "same"),
        (["casi tres meses", "dos meses", "--lang", "es"], "conflict"),
        (["30 February 2011", "1 March 2011"], "incomparable: '30 February 2011' is no date: there is no day 30"),
    ],
)
def test_compare_says_how_and_why(args: list[str], says: str) -> None:
    done = run("compare", *args)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(says)


def test_another_language() -> None:
    done = run("values", "--lang", "es", "--format", "json", "más de 86.633 personas el 12 de mayo de 2008")
    count, day = json.loads(done.stdout)["values"]
    assert (count["value"], count["unit"], count["hedge"]) == (86633, "persona", "more_than")
    assert (day["text"], day["from"]) == ("el 12 de mayo de 2008", "2008-05-12")


def test_an_unknown_language_is_named() -> None:
    done = run("values", "--lang", "xx", "one")
    assert done.returncode == 2
    assert "xx: there is no such language" in done.stderr
    assert "one of en, es" in done.stderr


def test_what_cannot_be_read_says_why() -> None:
    done = run("values", "--format", "json", "on 30 February 2011")
    [value] = json.loads(done.stdout)["values"]
    assert value["problem"] == "there is no day 30 in 2011-02, which has 28"
    assert (value["from"], value["edtf"], value["timex"], value["alternatives"]) == (None, None, None, [])


def test_compare_many() -> None:
    pairs = [
        ("person", "Igor Sechin", "Ig0r Sech1n"),
        ("person", "Raúl Castillo", "Raúl Castro"),
        ("date", "2011", "2014"),
    ]
    lines = [json.dumps({"id": n, "kind": kind, "a": a, "b": b}) for n, (kind, a, b) in enumerate(pairs)]
    rows = [json.loads(line) for line in run("compare", "--jsonl", stdin="\n".join(lines)).stdout.splitlines()]
    assert [row["score"] >= 0.5 for row in rows] == [True, False, False]
    assert [row["relation"] for row in rows] == ["tension", "conflict", "conflict"]
    assert all(row.keys() == {"id", "relation", "score", "why"} for row in rows)
