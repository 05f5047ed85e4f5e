"""The JSON object that other programs rely on: docs/design.md names it schema 1."""

from __future__ import annotations

import json
from typing import Any

import pytest

from factcheck.api import check
from factcheck.report.json import render
from factcheck.report.view import View
from tests.conftest import SEEDS

CLAIM = {
    "id", "path", "line", "column", "end_line", "end_column", "start", "end", "quote", "field", "subject", "kind",
    "reading", "low", "high", "unit", "hedge", "form", "qualifiers", "rule", "derived_from",
}  # fmt: skip
FINDING = {
    "id", "fingerprint", "code", "field", "subject", "status", "severity", "new", "sides", "message", "why", "likely",
}  # fmt: skip
LIKELY = {"value", "reading", "side", "confidence", "decided", "support", "against", "why", "vote", "superseded"}
PLACE = ("path", "line", "column", "end_line", "end_column", "start", "end", "quote")


@pytest.fixture(scope="module")
def report() -> dict[str, Any]:
    return json.loads(render(check([SEEDS]), View()))


def test_object(report: dict[str, Any]) -> None:
    assert list(report) == ["factcheck", "documents", "claims", "facts", "findings", "problems", "summary"]
    assert report["factcheck"]["schema"] == 1
    assert report["summary"].keys() >= {
        "documents",
        "claims",
        "facts",
        "conflicts",
        "tensions",
        "new",
        "known",
    }


def test_claims(report: dict[str, Any]) -> None:
    ids = [claim["id"] for claim in report["claims"]]
    assert len(set(ids)) == len(ids)
    for claim in report["claims"]:
        assert claim.keys() >= CLAIM
        derived = claim["form"] == "derived"
        assert bool(claim["derived_from"]) == derived
        assert all((claim[key] is None) == derived for key in PLACE)


@pytest.mark.parametrize(
    ("reading", "expected"),
    [
        ("P2M", {"low": 45.6562, "high": 76.0938, "unit": "day", "hedge": None, "kind": "duration"}),
        ("P3M LESS_THAN", {"low": 76.0938, "high": 91.3125, "unit": "day", "hedge": "nearly"}),
        ("PT91M", {"value": 91, "low": 91, "high": 91, "unit": "minute", "form": "label"}),
        ("86633 MORE_THAN", {"low": 86633, "high": 173266, "hedge": "more_than", "qualifiers": {"population": "all"}}),
        ("2011-04-03", {"from": "2011-04-03", "to": "2011-04-04", "low": None, "high": None}),
        ("2011-04", {"from": "2011-04-01", "to": "2011-05-01"}),
        ("98%", {"low": 97.5, "high": 98.5, "unit": "percent"}),
        ("country:CN|US", {"value": ["USA", "China"], "low": None, "unit": None}),
        ("name:andy cohen", {"value": ["Andy Cohen"], "form": "label"}),
    ],
)  # fmt: skip
def test_value(report: dict[str, Any], reading: str, expected: dict[str, Any]) -> None:
    claim = next(claim for claim in report["claims"] if claim["reading"] == reading)
    assert {key: claim[key] for key in expected} == expected


def test_findings(report: dict[str, Any]) -> None:
    claims = {claim["id"]: claim for claim in report["claims"]}
    assert report["findings"]
    for finding in report["findings"]:
        assert finding.keys() >= FINDING
        assert finding["id"] == f"FC-{finding['fingerprint'][:8]}"
        assert finding["new"] is True
        assert len(finding["sides"]) == 2 and all(finding["sides"])
        assert len({claims[id]["path"] for side in finding["sides"] for id in side if claims[id]["path"]}) > 1
        assert finding["likely"] is None or finding["likely"].keys() == LIKELY


def test_facts_are_those_that_several_claims_state(report: dict[str, Any]) -> None:
    assert all(sum(len(side["claims"]) for side in fact["sides"]) > 1 for fact in report["facts"])
    assert all(fact["status"] != "single" for fact in report["facts"])
    everything = json.loads(render(check([SEEDS]), View(all_facts=True)))
    assert {fact["status"] for fact in everything["facts"]} >= {"single", "same", "compatible", "conflict"}


def test_documents_say_where_their_date_comes_from(report: dict[str, Any]) -> None:
    dates = {
        each["path"].rpartition("/")[2]: (each["published"], each["published_from"]) for each in report["documents"]
    }
    assert dates["appeal.txt"] == ("2011-04", "sources.yaml")
    assert dates["ratings.txt"] == (None, None)
    assert sum(each["claims"] for each in report["documents"]) == sum(
        claim["path"] is not None for claim in report["claims"]
    )
