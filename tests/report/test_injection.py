"""Whatever stands in documents or in their names, every format prints it as plain words."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from factcheck.model import Report
from factcheck.report.formats import BINARY, EXPORTED, FORMATS, render, render_bytes
from factcheck.report.view import Look, View, Wikidata
from factcheck.ruleset import Ruleset
from factcheck.run import run
from factcheck.settings import Settings
from tests.badinputs.case import GOOD, MARK, content_of
from tests.badinputs.injections import NAMES, WORDS, named, pages
from tests.badinputs.judge import faults

AT_ONCE = 12
VIEWS = (View(Look(80)), View(Look(200), wide=True), View(Look(40), matrix=True, all_facts=True))
COLOUR = re.compile(r"\x1b\[[0-9;]*m")


def batches() -> Iterator[tuple[str, dict[str, bytes]]]:
    """Yield documents to be read together: payloads under plain names, then plain documents under odd names."""
    words = list(WORDS.items())
    for at in range(0, len(words), AT_ONCE):
        some = words[at : at + AT_ONCE]
        yield (
            f"{some[0][0]}-{some[-1][0]}",
            {f"{name}.txt": content_of(text) for name, payload in some for text in pages(payload).values()},
        )
    for at in range(0, len(NAMES), AT_ONCE):
        yield f"names{at}", {name: content_of(text) for name, text in named(NAMES[at : at + AT_ONCE]).items()}


BATCHES = dict(batches())


@pytest.fixture(scope="module", params=BATCHES)
def report(request: pytest.FixtureRequest, ruleset: Ruleset, tmp_path_factory: pytest.TempPathFactory) -> Report:
    """What is reported of some hostile documents beside two good ones."""
    folder = tmp_path_factory.mktemp("pages")
    for name, content in {**{n: t.encode() for n, t in GOOD.items()}, **BATCHES[request.param]}.items():
        (folder / name).write_bytes(content)
    with pytest.MonkeyPatch.context() as here:
        here.chdir(folder)
        found = run([Path()], Settings(), ruleset)
    assert {document.path for document in found.documents} >= set(GOOD)
    assert len(found.documents) + len(found.problems) + len(found.skipped) == len(BATCHES[request.param]) + len(GOOD)
    return found


@pytest.mark.parametrize("format", [*FORMATS, *EXPORTED])
def test_nothing_is_printed_raw(report: Report, format: str) -> None:
    for view in VIEWS:
        text = render(format, report, view)
        content = text.encode("utf-8", "backslashreplace")
        assert list(faults("csv" if format == "mismatch-finder" else format, content)) == []


@pytest.mark.parametrize("matrix", [False, True])
def test_all_colours_are_the_programs_own(report: Report, matrix: bool) -> None:
    plain = render("text", report, View(Look(80), matrix=matrix))
    coloured = render("text", report, View(Look(80, color=True), matrix=matrix))
    shown = [line.rstrip() for line in COLOUR.sub("", coloured).splitlines()]
    assert shown == [line.rstrip() for line in plain.splitlines()]


def test_items_of_the_mismatch_finder_are_plain(report: Report) -> None:
    items = {finding.subject.casefold(): "Q42" for finding in report.findings}
    fields = dict.fromkeys((finding.field for finding in report.findings), "P1")
    text = render("mismatch-finder", report, View(wikidata=Wikidata(items, fields)))
    assert list(faults("csv", text.encode())) == []


@pytest.mark.parametrize("format", BINARY)
def test_no_cell_is_a_formula_or_a_link(report: Report, format: str) -> None:
    pytest.importorskip({"xlsx": "openpyxl", "parquet": "pyarrow"}[format])
    pytest.importorskip({"xlsx": "xlsxwriter", "parquet": "pyarrow"}[format])
    content = render_bytes(format, report, VIEWS[0])
    cells = [each for each in READ[format](content) if isinstance(each, str)]
    assert any(MARK in cell or "Jane" in cell or "month" in cell for cell in cells)
    for cell in cells:
        assert not list(faults("plain", cell.encode("utf-8", "surrogatepass")))


def _of_workbook(content: bytes) -> Iterator[object]:
    import openpyxl

    parts = zipfile.ZipFile(io.BytesIO(content)).namelist()
    assert not [name for name in parts if "hyperlink" in name or "externalLink" in name or "vba" in name]
    book = openpyxl.load_workbook(io.BytesIO(content))
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type != "f"
                assert cell.hyperlink is None or cell.hyperlink.target is None  # within the workbook
                yield cell.value


def _of_parquet(content: bytes) -> Iterator[object]:
    import pyarrow.parquet as pq

    for column in pq.read_table(io.BytesIO(content)).columns:
        yield from column.to_pylist()


READ: dict[str, Callable[[bytes], Iterator[object]]] = {"xlsx": _of_workbook, "parquet": _of_parquet}
