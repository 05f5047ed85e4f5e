"""A claim is worth nothing when its words cannot be found again."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from factcheck.api import check
from factcheck.model import Report
from tests.conftest import FOLDERS


@pytest.fixture(scope="module", params=FOLDERS, ids=lambda folder: folder.parent.name)
def found(request: pytest.FixtureRequest) -> tuple[Path, Report]:
    return request.param, check([request.param])


def test_every_quote_is_what_stands_in_the_file(found: tuple[Path, Report]) -> None:
    folder, report = found
    texts = {path.name: path.read_bytes().decode() for path in folder.glob("*.txt")}
    spans = [claim.span for claim in report.claims if claim.span is not None]
    for span in spans:
        text = texts[Path(span.path).name]
        assert text[span.start : span.end] == span.quote
        line = re.split(r"\r\n|\n|\r", text)[span.line - 1]
        first_line_of_quote = re.split(r"\r\n|\n|\r", span.quote)[0]
        assert line[span.column - 1 :].startswith(first_line_of_quote)
    quotes = "".join(span.quote for span in spans)
    assert "\u00a0" in quotes  # no-break spaces inside key lines are kept as they are


def test_words_behind_cjk_are_found_where_they_are(found: tuple[Path, Report]) -> None:
    """The year stands behind Chinese characters in its line: a column is a code point, not a cell."""
    _, report = found
    behind = [
        claim.span
        for claim in report.claims
        if claim.span is not None and claim.span.quote.startswith("is a 2012 documentary")
    ]
    assert len(behind) == 1
    assert behind[0].column in (77, 80)


def test_derived_claims_have_no_place_and_name_their_sources(found: tuple[Path, Report]) -> None:
    _, report = found
    derived = [claim for claim in report.claims if claim.form == "derived"]
    assert {claim.field for claim in derived} >= {"detention.length", "film.rating", "disaster.date"}
    for claim in derived:
        assert claim.span is None
        assert all(report.claim(id).span is not None for id in claim.derived_from)
