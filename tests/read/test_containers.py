"""Mail, subtitles, archives, crawls: what holds text in its own way, and what is wrong with it."""

from __future__ import annotations

import gzip
import io
import re
import sys
import tarfile
import zipfile
from collections.abc import Iterable
from email.message import EmailMessage
from pathlib import Path

import pytest

import factcheck
from factcheck.errors import FactcheckError, Problem
from factcheck.model import Document
from factcheck.read import Sources, read
from factcheck.read.child import Child
from factcheck.read.mail import read_mail, read_mailbox
from factcheck.read.subtitles import read_subtitles
from factcheck.read.zipped import MOST_MEMBERS
from tests.conftest import ROOT

PAGE = "Film: Never Sorry\nRuntime: 91 minutes\n"


def documents(path: Path) -> list[Document]:
    return [each for each in read([path], Sources()) if isinstance(each, Document)]


def problems(path: Path) -> list[str]:
    return [
        f"{each.path.rpartition('/')[2]}: {each.what}" for each in read([path], Sources()) if isinstance(each, Problem)
    ]


def message(body: str, *, html: str = "", cte: str | None = None) -> EmailMessage:
    made = EmailMessage()
    made["Subject"], made["Date"] = "Never Sorry", "Wed, 01 Aug 2012 10:00:00 +0000"
    made.set_content(body, cte=cte)
    if html:
        made.add_alternative(html, subtype="html")
    return made


def test_a_message_has_its_title_date_and_quotations() -> None:
    source = message("Film: Never Sorry\n\nSomebody wrote:\n> Runtime: 90 minutes\n> or so\n\nRuntime: 91 minutes\n")
    document = read_mail("a.eml", source.as_bytes())
    assert isinstance(document, Document)
    assert (document.title, document.published_from) == ("Never Sorry", "meta")
    assert document.published is not None and document.published.notation() == "2012-08-01"
    assert [block.part for block in document.blocks] == ["title", "text", "quote", "quote", "text"]
    start = document.text.index("91")
    assert source.as_bytes().decode()[document.span(start, start + 2).start :].startswith("91 minutes")


@pytest.mark.parametrize("cte", ["base64", "quoted-printable"])
def test_an_encoded_message_is_read_without_a_place_in_its_file(cte: str) -> None:
    document = read_mail("a.eml", message("Runtime: 91 minutes \u00e9\n", cte=cte).as_bytes())
    assert isinstance(document, Document)
    assert document.text == "Runtime: 91 minutes \u00e9\n"
    assert document.span(0, 5).section == "body"


def test_a_page_is_read_where_a_message_has_no_plain_text() -> None:
    source = b"Subject: X\nContent-Type: text/html\n\n<p>Runtime: <b>91</b> minutes</p>"
    document = read_mail("a.eml", source)
    assert isinstance(document, Document)
    start = document.text.index("91 minutes")
    assert document.span(start, start + 10).quote == "91</b> minutes"


def test_each_message_of_a_mailbox_is_a_document() -> None:
    one, two = (message(f"Runtime: {n} minutes\n>From here on\n").as_bytes() for n in (91, 94))
    made = list(read_mailbox("a.mbox", b"From a@b Wed\n" + one + b"\nFrom c@d Thu\n" + two))
    assert [each.path for each in made] == ["a.mbox#1", "a.mbox#2"]
    assert [each.text for each in made if isinstance(each, Document)] == [
        "Runtime: 91 minutes\nFrom here on\n\n",
        "Runtime: 94 minutes\nFrom here on\n",
    ]


@pytest.mark.parametrize("content", [b"", b"Subject: x\n\n", b"Content-Type: image/png\n\nxx"])
def test_what_is_no_message_is_a_problem(content: bytes) -> None:
    problem = read_mail("a.eml", content)
    assert isinstance(problem, Problem) and problem.hint


SUBTITLES = """1
00:00:01,000 --> 00:00:03,000
<i>Ai was freed after nearly</i>

2
00:00:03,200 --> 00:00:05,000
three months' detention.

3
00:01:00.000 --> 00:01:02.000 align:start
It ran for
91 minutes.
"""


def test_sentences_go_on_over_captions() -> None:
    document = read_subtitles("a.srt", SUBTITLES.encode())
    assert isinstance(document, Document)
    assert [document.text[block.start : block.end] for block in document.blocks] == [
        "Ai was freed after nearly three months' detention.",
        "It ran for 91 minutes.",
    ]
    start = document.text.index("nearly three")
    span = document.span(start, start + len("nearly three months"))
    assert (span.section, span.line, SUBTITLES[span.start : span.end]) == ("00:00:01,000", 3, span.quote)
    assert isinstance(read_subtitles("a.srt", b"no times"), Problem)


def test_archives_are_walked_without_being_unpacked(tmp_path: Path) -> None:
    files = {"a/page.txt": PAGE, "b.md": "# Never Sorry\n\nRuntime: 94 minutes\n", "c.bin": "x", "d.zip": "PK"}
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    with tarfile.open(tmp_path / "x.tar.gz", "w:gz") as tar:
        for name, text in files.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(text)
            tar.addfile(entry, io.BytesIO(text.encode()))
    (tmp_path / "page.txt.gz").write_bytes(gzip.compress(PAGE.encode()))
    for name in ("x.zip", "x.tar.gz"):
        assert [each.path.rpartition("/x")[2] for each in documents(tmp_path / name)] == [
            f"{name[1:]}#a/page.txt",
            f"{name[1:]}#b.md",
        ]
    assert [each.text for each in documents(tmp_path / "page.txt.gz")] == [PAGE]
    (finding,) = factcheck.check([tmp_path / "x.zip"]).findings
    assert finding.field == "film.runtime"


def bomb() -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", b"0" * 50_000_000)
    return content.getvalue()


def crowd() -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for number in range(MOST_MEMBERS + 1):
            archive.writestr(f"{number}.bin", b"")
    return content.getvalue()


def docx(document: str) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("word/document.xml", document)
    return content.getvalue()


LAUGHS = '<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><l>&b;</l>'
HOSTILE = [
    ("bomb.zip", bomb(), "unpacks to far more than it holds"),
    ("crowd.zip", crowd(), f"holds {MOST_MEMBERS + 1} parts"),
    ("torn.zip", bomb()[:-100], "is damaged"),
    ("bomb.txt.gz", gzip.compress(b"0" * 50_000_000), "unpacks to far more than it holds"),
    ("torn.tar.gz", gzip.compress(b"x" * 600)[:-5], "is damaged"),
    ("laughs.docx", docx(LAUGHS), "document type"),
    ("bad.docx", docx("<a"), "is damaged: word/document.xml"),
    ("empty.docx", docx("<a/>"), "has no text"),
    ("deep.docx", docx("<a>" * 200_000), "is damaged"),
    ("torn.pdf", b"%PDF-1.7\n" + bytes(range(256)) * 20, "is no PDF that can be read"),
    ("torn.epub", b"PK\x03\x04" + b"x" * 50, "is damaged"),
]


@pytest.mark.parametrize(("name", "content", "what"), HOSTILE, ids=[name for name, _, _ in HOSTILE])
def test_a_hostile_file_costs_only_itself(tmp_path: Path, name: str, content: bytes, what: str) -> None:
    (tmp_path / name).write_bytes(content)
    (tmp_path / "z.txt").write_text(PAGE)
    found = problems(tmp_path)
    assert len(found) == 1 and found[0].startswith(name) and what in found[0]
    assert [each.path.rpartition("/")[2] for each in documents(tmp_path)] == ["z.txt"]


def test_content_decides_what_a_file_is(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text("<!doctype html><p>Runtime: 91 minutes</p>")
    (tmp_path / "letter.html").write_bytes((ROOT / "tests/formats/docx/appeal.docx").read_bytes())
    assert [each.format for each in documents(tmp_path)] == ["docx", "html"]


def test_a_reader_that_crashes_is_replaced() -> None:
    with Child() as child:
        (failed,) = child.run("docx", "no_such_reader", "a.docx", b"")
        assert isinstance(failed, Problem) and "AttributeError" in failed.what
        killed = child._process
        assert killed is not None
        killed.kill()
        killed.wait()
        (gone,) = child.run("docx", "read_docx", "a.docx", docx("<a/>"))
        assert isinstance(gone, Problem) and "crashed" in gone.what
        (again,) = child.run("docx", "read_docx", "a.docx", docx("<a/>"))
        assert isinstance(again, Problem) and again.what == "has no text"


EXPORT = (
    '<mediawiki xmlns="http://www.mediawiki.org/xml/export-0.11/">'
    + "".join(
        f"<page><title>Film {n}</title><ns>0</ns><text>{'A long wait. ' * (1 + 5000 * (n % 2))}No {n}.</text></page>"
        for n in range(40)
    )
    + "</mediawiki>"
).encode()


def test_documents_come_one_by_one_and_share_their_source() -> None:
    with Child() as child:
        coming = child.run("mediawiki", "read_xml", "dump.xml", EXPORT)
        first = next(coming)
        made = [first, *coming]
        assert [document.title for document in made] == [f"Film {n}" for n in range(40)]
        assert all(document.source is first.source for document in made)
        assert all(document.text.rstrip().endswith(f"No {n}.") for n, document in enumerate(made))
        one = child._process
        assert [each.title for each in child.run("mediawiki", "read_xml", "b.xml", EXPORT)][-1] == "Film 39"
        assert child._process is one


def test_a_child_that_is_left_in_the_middle_is_replaced() -> None:
    with Child() as child:
        coming = child.run("mediawiki", "read_xml", "dump.xml", EXPORT)
        next(coming)
        coming.close()
        (again,) = child.run("docx", "read_docx", "a.docx", docx("<a/>"))
        assert again.what == "has no text"


def crawl(pages: int, size: int) -> bytes:
    """Return a crawl of pages of a size in bytes, compressed."""
    made = []
    for n in range(pages):
        page = f"<html><title>Page {n}</title><p>{'word ' * (size // 5)}</p></html>".encode()
        body = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.example/{n}\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(body)}\r\n\r\n"
        )
        made.append(gzip.compress(head.encode() + body + b"\r\n\r\n"))
    return b"".join(made)


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_a_crawl_is_read_page_by_page_in_little_memory() -> None:
    with Child() as child:
        most, titles = 0, []
        for document in child.run("warc", "read_warc", "a.warc.gz", crawl(30, 2_000_000)):
            titles.append(document.title)
            assert child._process is not None
            status = Path(f"/proc/{child._process.pid}/status").read_text()
            most = max(most, int(re.search(r"VmRSS:\s*(\d+)", status)[1]))
        assert titles == [f"Page {n}" for n in range(30)]
        assert most < 120_000  # kB; thirty pages of 2 MB with their text would be more


def test_a_large_mailbox_is_cut_in_linear_time() -> None:
    message = b"From a@b Wed\nSubject: x\n\n" + b"word " * 20_000 + b"\n"
    assert sum(1 for _ in read_mailbox("a.mbox", message * 300)) == 300


def test_a_library_that_is_missing_is_named_with_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "mwparserfromhell.py").write_text("raise ModuleNotFoundError(name=__name__)")
    monkeypatch.syspath_prepend(site)
    (tmp_path / "a.wiki").write_text("text")
    (tmp_path / "b.txt").write_text(PAGE)
    (problem,) = (each for each in read([tmp_path], Sources()) if isinstance(each, Problem))
    assert "needs mwparserfromhell" in problem.what
    assert problem.hint == "pip install 'factcheck-cli[wiki]'"


def warc(records: Iterable[tuple[str, str]]) -> bytes:
    made = b""
    for address, page in records:
        http = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{page}".encode()
        head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {address}\r\nContent-Type: application/http\r\n"
        made += head.encode() + b"Content-Length: %d\r\n\r\n" % len(http) + http + b"\r\n\r\n"
    return made


def test_each_page_of_a_crawl_is_a_document(tmp_path: Path) -> None:
    pages = [
        ("https://x.org/1", "<p>Film: X</p><p>Runtime: 91 minutes"),
        ("https://x.org/2", "<p>Film: X</p><p>Runtime: 99 min"),
    ]
    (tmp_path / "a.warc").write_bytes(warc(pages))
    (tmp_path / "b.warc.gz").write_bytes(gzip.compress(warc(pages)))
    for name in ("a.warc", "b.warc.gz"):
        made = documents(tmp_path / name)
        assert [each.path.rpartition("/" + name)[2] for each in made] == ["#https://x.org/1", "#https://x.org/2"]
        assert [each.url for each in made] == ["https://x.org/1", "https://x.org/2"]
    (finding,) = factcheck.check([tmp_path / "a.warc"]).findings
    assert finding.field == "film.runtime"


def test_nothing_to_read_is_said(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(b"PK\x05\x06" + b"\0" * 18)
    with pytest.raises(FactcheckError, match="holds no file of a known type"):
        factcheck.check([tmp_path])
