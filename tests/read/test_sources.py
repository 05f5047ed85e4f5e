"""`sources.yaml` says what is known of documents from outside; its faults are shown in place."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.errors import FactcheckError, FileError
from factcheck.model import Document
from factcheck.read import Sources, read


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "a.txt").write_text("A title of its own\n")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def only(sources: Sources, path: str = "docs/a.txt") -> Document:
    (document,) = read([Path(path)], sources)
    assert isinstance(document, Document)
    return document


def dated(sources: Sources, path: str = "docs/a.txt") -> tuple[str | None, str | None]:
    document = only(sources, path)
    return (document.published.notation() if document.published else None), document.published_from


def say(text: str, folder: str = "docs") -> None:
    Path(folder, "sources.yaml").write_text(text, encoding="utf-8")


def test_title_kind_and_date_are_taken_from_the_documents_folder() -> None:
    say("sources:\n  a.txt: {title: 'The Film', kind: news, published: 2012-05, publisher: Somebody}\n")
    document = only(Sources())
    assert (document.title, document.kind) == ("The Film", "news")
    assert dated(Sources()) == ("2012-05", "sources.yaml")


def test_what_is_not_said_stays_as_it_was() -> None:
    say("sources:\n  a.txt: {kind: news}\n  other.txt: {title: Another}\n")
    assert only(Sources()).title == "A title of its own"
    assert dated(Sources()) == (None, None)


def test_sources_go_before_front_matter() -> None:
    Path("docs/b.md").write_text("---\ntitle: Its own\ndate: 2010\n---\nText\n")
    assert dated(Sources(), "docs/b.md") == ("2010", "meta")
    say("sources:\n  b.md: {title: The Film, published: 2012}\n")
    assert dated(Sources(), "docs/b.md") == ("2012", "sources.yaml")
    assert only(Sources(), "docs/b.md").title == "The Film"


@pytest.mark.parametrize("key", ["docs/a.txt", "./docs/a.txt", "docs/../docs/a.txt"])
@pytest.mark.parametrize("path", ["docs/a.txt", "docs/../docs/a.txt"])
def test_the_configurations_folder_has_sources_too(key: str, path: str) -> None:
    say(f"sources:\n  {key}: {{published: 2011}}\n", folder=".")
    assert dated(Sources(extra=Path()), path) == ("2011", "sources.yaml")
    say("sources:\n  a.txt: {published: 2012}\n")
    assert dated(Sources(extra=Path()), path) == ("2012", "sources.yaml")  # the nearest holds


@pytest.mark.parametrize("path", ["docs/a.txt", "./docs/a.txt", "docs/../docs/a.txt", "{here}/docs/a.txt"])
def test_a_date_given_by_hand_goes_before_all(path: str, here: Path) -> None:
    say("sources:\n  a.txt: {title: The Film, published: 2012}\n")
    sources = Sources(dates={path.format(here=here): "2011-04-03"})
    assert dated(sources) == ("2011-04-03", "--doc-date")
    assert only(sources).title == "The Film"


def test_a_date_given_by_hand_must_be_one() -> None:
    with pytest.raises(FactcheckError, match=r"docs/a.txt=yesterday.*no date") as error:
        Sources(dates={"docs/a.txt": "yesterday"})
    assert "2012-05-03" in error.value.hint


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("sources:\n  a.txt: {publised: 2012}\n", ["2:11: unknown key 'publised'"]),
        ("sources:\n  a.txt:\n    published: May 2012\n", ["3:16: 'May 2012' is no date"]),
        ("sources:\n  a.txt: {published: 2012-13}\n", ["2:22: '2012-13' is no date"]),
        ("sources:\n  a.txt: {kind: news}\n  a.txt: {kind: blog}\n", ["3:3: the key 'a.txt' stands twice"]),
        ("sources:\n  a.txt: news\n", ["2:10: not a mapping"]),
        ("sources:\n  a.txt: {title: [a, b]}\n", ["2:18: 'title' is one text"]),
        ("sources:\n  a.txt: {published: [2012]}\n", ["2:22: 'published' is one text"]),
        ("a.txt: {kind: news}\n", ["1:1: no `sources`"]),
        ("", ["1:1: no `sources`"]),
        ("sources: &x\n  a.txt: *x\n", ["1:10: an anchor", "2:10: an alias"]),
        ("sources:\n\ta.txt: {}\n", ["2:1: not YAML"]),
        (
            "sources:\n  a.txt: {zzz: 1, aaa: 2}\n  b.txt: {published: soon}\n",
            ["2:11: unknown key 'zzz'", "2:19: unknown key 'aaa'", "3:22: 'soon' is no date"],
        ),
    ],
)
def test_faults_name_their_place_all_at_once(text: str, faults: list[str], here: Path) -> None:
    say(text)
    with pytest.raises(FileError) as error:
        only(Sources())
    heads = [str(fault).splitlines()[0] for fault in error.value.faults]
    assert len(heads) == len(faults)
    for head, fault in zip(heads, faults, strict=True):
        assert head.startswith(f"{here / 'docs' / 'sources.yaml'}:{fault}")


def test_a_sources_file_must_be_text() -> None:
    Path("docs/sources.yaml").write_bytes(b"sources: {a.txt: {title: caf\xe9}}")
    with pytest.raises(FactcheckError, match=r"sources\.yaml: cannot be read") as error:
        only(Sources())
    assert "UTF-8" in error.value.hint
