"""Paths become files: what is found, what is left out, and what is a problem."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

import pytest

from factcheck.errors import Problem, Skipped
from factcheck.model import Document
from factcheck.read import Sources, read


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(names: Iterable[str]) -> None:
    for name in names:
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text("Title\n")


def found(*paths: str | Path) -> tuple[list[str], list[str]]:
    """Return the documents' paths and the problems, both as they are shown."""
    results = list(read([Path(path) for path in paths], Sources()))
    problems = [f"{each.path}: {each.what}" for each in results if isinstance(each, Problem)]
    assert all(each.hint for each in results if isinstance(each, Problem))
    return [each.path for each in results if isinstance(each, Document)], problems


def test_folders_are_walked_in_order_and_hidden_folders_skipped() -> None:
    write(["b.md", "a.txt", "sub/d.markdown", "sub/C.TXT", ".hidden.txt", ".git/e.txt", "sub/.cache/f.txt", "._a.txt"])
    assert found(".") == ([".hidden.txt", "a.txt", "b.md", "sub/C.TXT", "sub/d.markdown"], [])
    assert found("sub", "b.md") == (["sub/C.TXT", "sub/d.markdown", "b.md"], [])


def test_a_file_of_unknown_type_is_a_problem_only_where_it_is_named() -> None:
    write(["a.txt", "data.bin", "Makefile"])
    assert found(".") == (["a.txt"], [])
    assert [each for each in read([Path()], Sources()) if isinstance(each, Skipped)] == [
        Skipped("Makefile"),
        Skipped("data.bin"),
    ]
    # Whether a folder that holds it is walked as well makes no difference, in either order.
    for paths in (("data.bin",), (".", "data.bin"), ("data.bin", ".")):
        assert found(*paths)[1] == ["data.bin: is of a type that cannot be read"]


def test_missing_and_odd_paths_are_problems_beside_the_documents() -> None:
    write(["a.txt"])
    os.mkfifo("pipe.txt")
    documents, problems = found("missing.txt", "pipe.txt", "x" * 300 + ".txt", "a.txt")
    assert documents == ["a.txt"]
    assert problems[:2] == [
        "missing.txt: there is no such file or folder",
        "pipe.txt: is not a regular file",
    ]
    assert "too long" in problems[2]
    assert found(".") == (["a.txt"], [])  # a pipe that is met while walking would never end


def test_a_file_is_read_once() -> None:
    write(["a.txt", "sub/b.txt"])
    Path("link.txt").symlink_to("a.txt")
    assert found("a.txt", "./a.txt", "sub/../a.txt", Path("a.txt").absolute()) == (["a.txt"], [])
    assert found("link.txt", ".") == (["link.txt", "sub/b.txt"], [])
    assert found("sub", ".", "sub/b.txt") == (["sub/b.txt", "a.txt"], [])


def test_links_in_a_circle_do_not_hang() -> None:
    write(["a.txt", "sub/b.txt"])
    Path("sub/up").symlink_to("..", target_is_directory=True)
    Path("sub/self.txt").symlink_to("self.txt")
    Path("broken.txt").symlink_to("nowhere.txt")
    assert found(".") == (["a.txt", "sub/b.txt"], [])
    assert found("sub/self.txt", "broken.txt")[0] == []


@pytest.mark.parametrize(
    ("ignore", "left"),
    [
        ({".gitignore": "*.md\nbuild/"}, ["a.txt", "sub/a.txt", "sub/deep/c.txt"]),
        ({".factcheckignore": "/a.txt"}, ["b.md", "build/x.txt", "sub/a.txt", "sub/b.md", "sub/deep/c.txt"]),
        ({".gitignore": "*.txt\nbuild", ".factcheckignore": "!a.txt"}, ["a.txt", "b.md", "sub/a.txt", "sub/b.md"]),
        ({".gitignore": "*", "sub/.gitignore": "!b.md"}, []),  # what is in a folder left out cannot come back
        ({".gitignore": "*.*\n", "sub/.gitignore": "!b.md"}, ["sub/b.md"]),  # the nearest file decides
        ({"sub/.gitignore": "/a.txt\ndeep/"}, ["a.txt", "b.md", "build/x.txt", "sub/b.md"]),
        ({".gitignore": "# all\n\n\\#a\n**/deep/**\nbuild\n"}, ["a.txt", "b.md", "sub/a.txt", "sub/b.md"]),
        ({".gitignore": "\ufeffa.txt\nbuild"}, ["b.md", "sub/b.md", "sub/deep/c.txt"]),
        # A line that is no pattern says nothing, as in git; the others hold.
        ({".gitignore": "!\n[z-a]\nsub\nbuild\nb\\\n"}, ["a.txt", "b.md"]),
    ],
)
def test_ignore_files(ignore: dict[str, str], left: list[str]) -> None:
    write(["a.txt", "b.md", "build/x.txt", "sub/a.txt", "sub/b.md", "sub/deep/c.txt"])
    for name, lines in ignore.items():
        Path(name).write_text(lines, encoding="utf-8")
    assert found(".") == (left, [])


def test_a_named_file_is_read_even_where_it_is_ignored() -> None:
    write(["a.txt", "b.txt"])
    Path(".gitignore").write_text("*.txt\n")
    assert found("a.txt", ".") == (["a.txt"], [])


def test_paths_are_shown_from_the_current_folder(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(["sub/a.txt", "b.txt"])
    monkeypatch.chdir("sub")
    assert found("a.txt", here / "sub" / "a.txt") == (["a.txt"], [])
    assert found("../b.txt") == ([f"{here.as_posix()}/b.txt"], [])


def test_bytes_of_a_name_that_are_no_text_are_written_out() -> None:
    Path(os.fsdecode(b"caf\xe9.txt")).write_text("Title\n")
    assert found(".") == ([r"caf\xe9.txt"], [])


def test_one_bad_file_costs_only_itself() -> None:
    write(["a.txt", "z.txt"])
    Path("empty.txt").touch()
    Path("image.txt").write_bytes(b"\x89PNG\0")
    Path("torn.txt").write_bytes(b"\xff\xfea\0b")
    documents, problems = found(".")
    assert documents == ["a.txt", "z.txt"]
    assert [problem.partition(":")[0] for problem in problems] == ["empty.txt", "image.txt", "torn.txt"]


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    write(["in/a.txt", "in/b.txt", "secret.txt"])
    Path("in/out.txt").symlink_to(Path("../secret.txt"))
    Path("in/within.md").symlink_to("a.txt")
    assert found("in") == (["in/a.txt", "in/b.txt"], [])  # within.md is a.txt again
    assert found("in/out.txt") == (["in/out.txt"], [])  # where it is named, it is meant


def test_a_file_that_is_too_large_is_a_problem() -> None:
    with Path("sparse.txt").open("wb") as stream:
        stream.truncate(9_000_000_000)
    write(["a.txt"])
    assert found(".") == (["a.txt"], ["sparse.txt: is larger than 500 MB"])
