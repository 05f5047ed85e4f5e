"""JUnit's XML, which build servers show as tests: a suite for each document, a case for each of its findings.

Valid by the XSD of Jenkins (junit-10) and by the stricter one of Apache Ant, which asks for a time stamp and a host:
both are constants, so that the same documents give the same bytes.
"""

from __future__ import annotations

from collections import defaultdict
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from factcheck.model import Finding, Report
from factcheck.report.clean import clean
from factcheck.report.place import first_place, one_line, other_places
from factcheck.report.view import View

_NO_TIME = {"timestamp": "1970-01-01T00:00:00", "hostname": "localhost", "time": "0"}


def render(report: Report, view: View) -> str:
    """Return the suites; a document without findings is a case that passes, one that cannot be read an error."""
    suites = Element("testsuites")
    of_path: dict[str, list[Finding]] = defaultdict(list)
    for finding in view.shown(report):
        place = first_place(finding)
        of_path["baseline" if place is None else place.path].append(finding)
    paths = [document.path for document in report.documents]
    for path in (*paths, *sorted(set(of_path) - set(paths))):
        _suite(suites, path, of_path[path], view)
    for problem in report.problems:
        suite = _empty(suites, problem.path, tests=1, errors=1)
        error = SubElement(
            _case(suite, "can be read", problem.path), "error", message=clean(problem.what), type="FC904"
        )
        error.text = clean(problem.hint)
        _close(suite)
    for number, suite in enumerate(suites):
        suite.set("id", str(number))
    indent(suites)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(suites, encoding="unicode") + "\n"


def _suite(suites: Element, path: str, findings: list[Finding], view: View) -> None:
    """Add a document's findings; those that fail no build are cases that pass."""
    suite = _empty(suites, path, tests=max(1, len(findings)), failures=sum(map(view.fails, findings)))
    for finding in findings:
        case = _case(suite, f"{finding.code} {one_line(finding)} {finding.id}", path)
        if view.fails(finding):
            failure = SubElement(case, "failure", message=clean(one_line(finding)), type=finding.code)
            places = (first_place(finding), *other_places(finding))
            failure.text = clean("\n".join((finding.why, *(str(place) for place in places if place is not None))))
    if not findings:
        _case(suite, "agrees with all others", path)
    _close(suite)


def _empty(suites: Element, path: str, *, tests: int, failures: int = 0, errors: int = 0) -> Element:
    counts = {"tests": str(tests), "failures": str(failures), "errors": str(errors)}
    suite = SubElement(suites, "testsuite", {"name": clean(path), "package": "factcheck", **counts, **_NO_TIME})
    SubElement(suite, "properties")
    return suite


def _case(suite: Element, name: str, path: str) -> Element:
    return SubElement(suite, "testcase", name=clean(name), classname=clean(path), time="0")


def _close(suite: Element) -> None:
    SubElement(suite, "system-out")
    SubElement(suite, "system-err")
