"""The page: one file that asks for nothing, holds together, and lets no document's text become markup."""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from collections.abc import Iterator
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings

import factcheck
from factcheck.model import Report
from factcheck.report.html import render
from factcheck.report.view import View
from tests.conftest import FOLDERS, SEEDS
from tests.report.test_tables import NASTY
from tests.report.test_tables import report as report_of

VOID = {"meta", "rect"}


class Page(HTMLParser):
    """A page's elements with their attributes, its text, and its style and script."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.words: list[str] = []
        self.raw: dict[str, str] = {}
        self._open: list[str] = []
        self.feed(text)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert tag in VOID or self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1] in ("style", "script"):
            self.raw[self._open[-1]] = data
        else:
            self.words.append(data)

    def all(self, name: str) -> Iterator[str]:
        """Yield the values of an attribute."""
        return (attributes[name] for _, attributes in self.elements if name in attributes)

    @property
    def text(self) -> str:
        return " ".join("".join(self.words).split())


@pytest.fixture(scope="module", params=FOLDERS, ids=lambda folder: folder.parent.name)
def found(request: pytest.FixtureRequest) -> Report:
    return factcheck.check([request.param])


def test_only_its_own_style_and_script_may_run(found: Report) -> None:
    page = Page(render(found, View()))
    (policy,) = (each["content"] for tag, each in page.elements if each.get("http-equiv") == "Content-Security-Policy")
    assert policy.startswith("default-src 'none';")
    for name in ("style", "script"):
        digest = b64encode(hashlib.sha256(page.raw[name].encode()).digest()).decode()
        assert f"{name}-src 'sha256-{digest}'" in policy
    assert not list(page.all("style"))
    assert not [name for _, each in page.elements for name in each if name.startswith("on")]


def test_it_asks_for_nothing(found: Report) -> None:
    page = Page(render(found, View()))
    assert not [each for name in ("src", "srcset", "action", "data") for each in page.all(name)]
    assert all(each.startswith("#") for each in page.all("href"))
    assert not re.search(r"url\(|@import|https?:", page.raw["style"] + page.raw["script"])


def test_every_link_leads_somewhere(found: Report) -> None:
    page = Page(render(found, View()))
    ids = list(page.all("id"))
    assert len(ids) == len(set(ids))
    assert {each.removeprefix("#") for each in page.all("href")} <= set(ids)
    assert {finding.id for finding in found.findings} <= set(ids)
    assert {claim.id for claim in found.claims if claim.span is not None} <= set(ids)


def test_it_holds_every_document_and_every_quote(found: Report) -> None:
    text = Page(render(found, View())).text
    for document in (found.opened(info.path) for info in found.documents):
        assert document is not None
        assert " ".join(document.text.split()) in text
    for finding in found.findings:
        assert " ".join(finding.why.split()) in text


def test_it_tells_what_is_likely_and_who_weighed_how_much(found: Report) -> None:
    text = Page(render(found, View())).text
    for likely in (finding.likely for finding in found.findings if finding.likely is not None):
        assert f"{likely.confidence:.0%} sure" in text
        assert " ".join(likely.why.split()) in text
        for voice in likely.voices:
            assert f"{' = '.join(voice.sources)}" in text
            assert f"{voice.accuracy:.0%}" in text
            assert f"{voice.says:.2f}" in text or not voice.says


def test_known_findings_are_marked_and_left_out_where_asked() -> None:
    from dataclasses import replace

    found = factcheck.check([SEEDS])
    known = replace(found, findings=tuple(replace(finding, new=False) for finding in found.findings))
    assert Page(render(known, View())).text.count(" known ") >= len(known.findings)
    assert "No discrepancies." in Page(render(known, View(known=False))).text


@given(NASTY, NASTY, NASTY, NASTY)
@settings(max_examples=300, deadline=None)
def test_text_of_documents_is_never_markup(a: str, b: str, subject: str, why: str) -> None:
    plain = Page(render(report_of("x", "y", "z", "w"), View()))
    page = Page(render(report_of(a, b, subject, why), View()))
    assert {tag for tag, _ in page.elements} <= {tag for tag, _ in plain.elements}
    assert {name for _, each in page.elements for name in each} <= {name for _, each in plain.elements for name in each}
    assert page.raw == plain.raw
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", page.text)


def test_the_heads_of_the_matrix_leave_out_the_folder_that_all_share() -> None:
    found = factcheck.check([SEEDS])
    page = Page(render(found, View()))
    heads = [attributes["title"] for tag, attributes in page.elements if tag == "a" and "title" in attributes]
    assert [document.path for document in found.documents] == [each for each in heads if each.endswith(".txt")][:5]
    words = [each for each in page.words if each.endswith(".txt")]
    assert {"appeal.txt", "review.txt"} <= set(words)
