"""What strangers put into a folder is not waited for, not followed out of it, and takes only so long."""

from __future__ import annotations

import os
import time
import tracemalloc
from pathlib import Path

import pytest

from factcheck.deadline import TimeUpError, deadline
from factcheck.engine import Patient
from factcheck.errors import FactcheckError, Problem
from factcheck.model import Document
from factcheck.opening import content_of
from factcheck.read import Sources, read
from factcheck.read.html import read_html
from factcheck.read.mail import read_mail
from factcheck.read.text import read_text
from factcheck.read.walk import files
from factcheck.ruleset import load_ruleset


def documents(folder: Path) -> list[str]:
    return [Path(each.path).name for each in read([folder], Sources()) if isinstance(each, Document)]


@pytest.mark.parametrize("kind", ["pipe", "endless", "link"])
def test_an_ignore_file_is_a_file(tmp_path: Path, kind: str) -> None:
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages/a.txt").write_text("Title\n")
    (tmp_path / "elsewhere").write_text("*.txt\n")
    ignore = tmp_path / "pages/.gitignore"
    made = {"pipe": lambda: os.mkfifo(ignore), "endless": lambda: ignore.symlink_to("/dev/zero")}
    made.get(kind, lambda: ignore.symlink_to("../elsewhere"))()
    assert documents(tmp_path / "pages") == ["a.txt"]


def test_a_sources_file_that_is_a_link_is_refused(tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages/a.txt").write_text("Title\n")
    (tmp_path / "elsewhere.yaml").write_text("sources: {a.txt: {title: Elsewhere}}\n")
    (tmp_path / "pages/sources.yaml").symlink_to("../elsewhere.yaml")
    with pytest.raises(FactcheckError, match=r"sources\.yaml: cannot be read: it is a link"):
        documents(tmp_path / "pages")


def test_a_link_that_is_changed_after_it_was_looked_at_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    (tmp_path / "secret.txt").write_text("Secret\n")
    page = tmp_path / "pages/a.txt"
    page.write_text("Title\n")
    for found in files([tmp_path / "pages"]):
        assert not isinstance(found, Problem) and found.real is not None
        page.unlink()
        page.symlink_to("../secret.txt")
        with pytest.raises(OSError, match="symbolic links"):
            content_of(found.real, 100, follow=False)


def test_only_regular_files_of_some_size_are_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "large").write_bytes(b"x" * 101)
    assert len(content_of(tmp_path / "large", 101)) == 101
    for name, what in (("pipe", "not a regular file"), ("large", "larger than")):
        with pytest.raises(OSError, match=what):
            content_of(tmp_path / name, 100)


def spin(seconds: float) -> None:
    began = time.process_time()
    while time.process_time() - began < seconds:
        pass


def test_a_deadline_ends_what_takes_too_long_and_nothing_else() -> None:
    with pytest.raises(TimeUpError), deadline(0.05):
        spin(5)
    with deadline(5):
        spin(0.1)
    spin(0.1)  # no deadline is left behind


def fail(document: Document) -> None:
    raise ValueError(document.path)


def test_a_fault_costs_one_document() -> None:
    problem = Patient(fail)(Document("a.txt", "x"))
    assert isinstance(problem, Problem)
    assert (problem.path, problem.what) == ("a.txt", "could not be searched: ValueError: a.txt")
    assert problem.hint
    assert Patient(lambda document: document.path)(Document("a.txt", "x")) == "a.txt"


DEEP = "[" * 50_000
PAGES = {
    "a number of a character": f'<p title="&#{"9" * 9000};">Words &#{"9" * 9000}; here</p>',
    "linked data without an end": f'<script type="application/ld+json">{DEEP}</script><p>Words here</p>',
    "linked data that holds itself": '<script type="application/ld+json">{"@type": "Movie", "name": &a [*a]}</script>'
    "<p>Words here</p>",
    "a length without an end": '<script type="application/ld+json">{"@type": "Movie", "name": "Words", "duration": '
    f'"PT{"9" * 9000}M"}}</script><p>Words here</p>',
    "a tag of a million attributes": f"<p {'a=1 ' * 250_000}>Words here</p>",
    "elements without an end": "<div>" * 30_000 + "Words here" + "</div>" * 30_000,
    "properties in properties": "<div itemscope itemprop=a itemtype=Movie>" * 5_000 + "Words here",
}


@pytest.mark.parametrize("page", PAGES.values(), ids=list(PAGES))
def test_no_page_ends_the_program(page: str) -> None:
    document = read_html("a.html", page.encode())
    assert isinstance(document, Document)
    assert "Words" in document.text and document.text.rstrip().endswith("here")


def test_heads_of_mail_without_an_end_are_left_out() -> None:
    message = (
        f"Subject: {'=?utf-8?q?a?= ' * 20_000}\nTo: {'a@b,' * 5}\n {'c@d,' * 5}\nFrom: Jo Kim <a@b>\n\nWords here\n"
    )
    document = read_mail("a.eml", message.encode())
    assert isinstance(document, Document)
    assert (document.author, document.text) == ("Jo Kim", "Words here\n")


def test_lines_take_little_memory() -> None:
    text = "a b\n" * 200_000
    tracemalloc.start()
    document = read_text("a.txt", text.encode())
    assert isinstance(document, Document)
    blocks = document.blocks
    assert len(blocks) == 200_000 and blocks[-1].part == "text"
    assert tracemalloc.get_traced_memory()[1] < 8 * len(text) + 4_000_000
    tracemalloc.stop()


def test_a_rule_pack_is_a_yaml_file(tmp_path: Path) -> None:
    """Its faults are shown with the lines where they stand, and settings may name any file."""
    secret = tmp_path / "passwd"
    secret.write_text("a secret: x\n")
    with pytest.raises(FactcheckError, match="passwd: is no rule pack") as raised:
        load_ruleset([secret])
    assert "secret" not in str(raised.value)
