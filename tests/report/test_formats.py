"""Formats for machines: valid by their schemas, and true to the report, for documents with odd names and words."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote
from xml.etree import ElementTree

import jsonschema
import pytest
import xmlschema

from factcheck.codes import CODES
from factcheck.model import Report
from factcheck.report.formats import FORMATS, render
from factcheck.report.view import View
from factcheck.run import load, run
from factcheck.settings import Settings, load_settings
from tests.report.published import published

SCHEMAS = Path(__file__).with_name("schemas")
PAGES = {
    "a listing.txt": "Film: Never Sorry\nProducer: Adam Schlesinger, 100% <b>&\nYear: 2011\n"
    "Country: United States, China\n",
    "rec\u00f6rd, 2:1.md": "Film: Never Sorry\nProducer: Andy Cohen\nYear: 2012\nCountry: United States\n"
    "\nEs hei\u00dft, Ai was freed after over two-month detention of Ai Weiwei.\n",
    "third.txt": "Film: Never Sorry\nProducer: Andy Cohen \u202egnp\u0007 \u2028\nRuntime: 91 minutes\n",
    "four.txt": "Ai Weiwei came back, after nearly five months' detention of Ai Weiwei, to his studio.\n"
    "Film: Never Sorry\nYear: 1997 <!-- factcheck: ignore[film.editor] reason: none -->\n",
    "order a.txt": "Wang Wei was arrested, and his <studio> was subsequently demolished.\n\n"
    "Film: Never Sorry\nFestivals: Sundance 2012\nAwards: Sheffield 2011\n"
    "All Critics (90) | Fresh (79) | Rotten (2)\n"
    "The film was edited by Karl Katz.\nEditor: Jen Fineran\n",
    "order b.txt": "The studio of Wang Wei was demolished shortly before his arrest.\n\n"
    "Film: Never Sorry\nReleased: 2012-01-22\n",
    "bad.txt": "\0",
}


def pages(folder: Path) -> Path:
    for name, text in PAGES.items():
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "factcheck.yaml").write_text("paths: [.]\n")
    return folder


@pytest.fixture(params=["all new", "some known, some stale"])
def report(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Report]:
    """Documents that disagree, from inside their folder: all new, or beside a baseline."""
    monkeypatch.chdir(pages(tmp_path))
    settings = load_settings(tmp_path / "factcheck.yaml")
    ruleset = load(settings)
    found = run([Path()], settings, ruleset)
    if request.param != "all new":
        from factcheck.gate.baseline import entry_of
        from factcheck.gate.upkeep import created

        (tmp_path / "bad.txt").unlink()
        known = [finding for finding in found.findings if finding.severity == "error"]
        baseline = created(known, [Path()], tmp_path)
        stale = entry_of(known[0]).row | {"fingerprint": "0" * 32}
        text = baseline.render() + json.dumps(stale, ensure_ascii=False, sort_keys=True) + "\n"
        (tmp_path / "factcheck-baseline.jsonl").write_text(text, encoding="utf-8")
        found = run([Path()], settings, ruleset)
        assert {finding.new for finding in found.findings} == {True, False}
        assert "FC902" in {finding.code for finding in found.findings}
        assert "FC901" in {finding.code for finding in found.findings}
    else:
        assert found.problems
    assert {finding.severity for finding in found.findings} == {"error", "warning", "note"}
    assert {finding.code for finding in found.findings} >= {"FC203", "FC401", "FC402"}
    yield found


def test_the_table_is_whole() -> None:
    found = Report((), (), (), (), (), "1")
    for name in FORMATS:
        assert isinstance(render(name, found, View()), str), name


def test_sarif(report: Report, pytestconfig: pytest.Config) -> None:
    log = json.loads(render("sarif", report, View(known=True)))
    schema = json.loads(published("sarif-2.1.0.json", pytestconfig.cache.mkdir("schemas")).read_text(encoding="utf-8"))  # type: ignore[union-attr]
    jsonschema.validate(log, schema, cls=jsonschema.validators.validator_for(schema))


def test_sarif_says_what_the_report_says(report: Report) -> None:
    (sarif,) = json.loads(render("sarif", report, View(known=True)))["runs"]
    rules = sarif["tool"]["driver"]["rules"]
    assert len(sarif["results"]) == len(report.findings)
    for result, finding in zip(sarif["results"], report.findings, strict=True):
        assert (result["ruleId"], result["level"]) == (finding.code, finding.severity)
        assert rules[result["ruleIndex"]]["id"] == finding.code
        assert result["partialFingerprints"] == {"factcheck/v1": finding.fingerprint}
        stated = [claim.span for side in finding.sides for claim in side.claims if claim.span is not None]
        places = [*result["locations"], *result.get("relatedLocations", ())]
        assert len(places) == len(stated) or finding.at is not None or not stated
        for place in places:
            physical = place["physicalLocation"]
            text = Path(unquote(physical["artifactLocation"]["uri"])).read_bytes().decode("utf-8")
            region = physical["region"]
            line = re.split(r"\r\n|\n|\r", text)[region["startLine"] - 1]
            assert region["snippet"]["text"] == line[region["startColumn"] - 1 : region["endColumn"] - 1]
    states = {result.get("baselineState") for result in sarif["results"] if "FC9" not in result["ruleId"]}
    assert states == ({None} if report.baseline is None else {"new", "unchanged"})
    assert [each["message"]["text"] for each in sarif["invocations"][0]["toolExecutionNotifications"]] == [
        f"{problem.path}: {problem.what}; {problem.hint}" for problem in report.problems
    ]


def test_known_results_are_left_out_unless_asked_for(report: Report) -> None:
    told = json.loads(render("sarif", report, View(known=False)))["runs"][0]["results"]
    assert len(told) == sum(not finding.known for finding in report.findings)
    assert "unchanged" not in {result.get("baselineState") for result in told}


def test_junit(report: Report, pytestconfig: pytest.Config) -> None:
    text = render("junit", report, View(known=True))
    xsd = published("junit-10.xsd", pytestconfig.cache.mkdir("schemas"))  # type: ignore[union-attr]
    xmlschema.XMLSchema(xsd).validate(text.split("\n", 1)[1])


def test_junit_says_what_the_report_says(report: Report) -> None:
    suites = ElementTree.fromstring(render("junit", report, View(known=True)))
    failures = suites.findall("testsuite/testcase/failure")
    assert len(failures) == sum(finding.new and finding.severity == "error" for finding in report.findings)
    assert len(suites.findall("testsuite/testcase/error")) == len(report.problems)
    for suite in suites:
        assert int(suite.attrib["tests"]) == len(suite.findall("testcase"))
        assert int(suite.attrib["failures"]) == len(suite.findall("testcase/failure"))
    names = [(case.attrib["classname"], case.attrib["name"]) for case in suites.iter("testcase")]
    assert len(names) == len(set(names))


def test_gitlab(report: Report) -> None:
    issues = json.loads(render("gitlab", report, View(known=True)))
    jsonschema.validate(issues, json.loads((SCHEMAS / "gitlab.json").read_text()))
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)
    assert len(issues) == sum(finding.code != "FC902" for finding in report.findings)


def test_rdjson(report: Report) -> None:
    result = json.loads(render("rdjson", report, View(known=True)))
    jsonschema.validate(result, json.loads((SCHEMAS / "rdjson.json").read_text()))
    for diagnostic in result["diagnostics"]:
        for place in (diagnostic["location"], *(each["location"] for each in diagnostic.get("related_locations", ()))):
            if "range" in place:
                start, end = place["range"]["start"], place["range"]["end"]
                line = Path(place["path"]).read_bytes().split(b"\n")[start["line"] - 1]
                words = line[start["column"] - 1 : end["column"] - 1].decode("utf-8")
                assert words
                if "film" in diagnostic["message"] and diagnostic["code"]["value"] == "FC104":
                    assert words.startswith("Producer: ")


COMMAND = re.compile(r"::(error|warning|notice) ((?:[a-zA-Z]+=[^,:\r\n]*)(?:,[a-zA-Z]+=[^,:\r\n]*)*)::([^\r\n]*)")


def test_github(report: Report) -> None:
    lines = render("github", report, View(known=True)).splitlines()
    assert len(lines) == len(report.findings)
    for line, finding in zip(lines, report.findings, strict=True):
        command = COMMAND.fullmatch(line)
        assert command is not None, line
        properties = dict(pair.split("=", 1) for pair in command[2].split(","))
        if "file" in properties:
            name = re.sub("%([0-9A-F]{2})", lambda code: chr(int(code[1], 16)), properties["file"])
            assert Path(name).exists()
        assert "%25" in command[3] or "100%" not in finding.message


def test_concise(report: Report) -> None:
    lines = render("concise", report, View(known=True)).splitlines()
    assert len(lines) == len(report.findings)
    for line, finding in zip(lines, report.findings, strict=True):
        if finding.code != "FC902":
            place = re.fullmatch(r"(.+?\.\w+):\d+:\d+: (.*)", line)
            assert place is not None
            assert Path(place[1]).exists()
            assert place[2].startswith(f"{finding.severity} {finding.code} ")
        assert line.endswith("[known]") == finding.known


def test_jsonl(report: Report) -> None:
    rows = [json.loads(line) for line in render("jsonl", report, View()).splitlines()]
    assert [row["id"] for row in rows] == [finding.id for finding in report.findings]
    for row in rows:
        for claim in (claim for side in row["sides"] for claim in side):
            assert claim["derived_from"] or claim["quote"]


def clean(text: str) -> bool:
    return not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u202a-\u202e]", text)


@pytest.mark.parametrize("name", FORMATS)
def test_nothing_of_a_document_gets_out_raw(report: Report, name: str) -> None:
    text = render(name, report, View())
    assert clean(text.replace("\t", "") if name == "tsv" else text)


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_report_gives_the_same_bytes(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(pages(tmp_path))
    found = [render(name, run([Path()], Settings(), load(Settings())), View()) for _ in range(2)]
    assert found[0] == found[1]


def test_every_code_says_what_it_means() -> None:
    from factcheck.reconcile import findings, roles

    emitted = {*findings.CODES.values(), findings.DERIVED, findings.INSIDE, roles.ROLE, "FC601", "FC901", "FC902"}
    assert emitted <= set(CODES)
    for code in CODES.values():
        assert (code.says[-1], code.do[-1]) == (".", ".")


def test_pages_are_odd_enough() -> None:
    together: Any = "".join((*PAGES, *PAGES.values()))
    assert all(each in together for each in "%,:<&\u202e\u2028\u00f6\0")
