"""Bytes become text: what marks and declarations say, and a guess that is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import Problem
from factcheck.read.encoding import Decoded, decode
from tests.cli.program import here

RUSSIAN = "Фильм вышел в прокат в 2012 году. "
CHINESE = "艾未未在北京被拘留了八十一天。"
JAPANESE = "映画は2012年に公開されました。カタカナもある。"
WESTERN = "Le film de Zoé Dupré a été tourné à Paris – “café”"
GUESSED = [
    ("cp1252", WESTERN),
    ("koi8-r", RUSSIAN),
    ("cp1251", RUSSIAN),
    ("gb18030", CHINESE),
    ("shift_jis", JAPANESE),
    ("big5", CHINESE[:7]),
    ("euc-jp", JAPANESE),
    ("utf-16-le", WESTERN),
    ("utf-16-be", "Plain words without a mark\r\n"),
]


@pytest.mark.parametrize(("encoding", "text"), GUESSED, ids=[each for each, _ in GUESSED])
def test_what_old_files_are_in_is_guessed(encoding: str, text: str) -> None:
    for times in (1, 40):
        decoded = decode("a.txt", ("Runtime: 91 minutes\r\n" + text * times).encode(encoding))
        assert isinstance(decoded, Decoded)
        assert (decoded.text, decoded.how) == ("Runtime: 91 minutes\r\n" + text * times, "guessed")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_mark_is_believed_and_kept(encoding: str) -> None:
    decoded = decode("a.txt", RUSSIAN.encode(encoding), "ascii")
    assert isinstance(decoded, Decoded)
    assert (decoded.text, decoded.how) == ("\ufeff" + RUSSIAN, "mark")


@pytest.mark.parametrize("declared", ["rot13", "zlib", "undefined", "no-such", "hex", "", "\0"])
def test_a_declaration_that_is_no_encoding_is_passed_over(declared: str) -> None:
    decoded = decode("a.txt", RUSSIAN.encode(), declared)
    assert isinstance(decoded, Decoded)
    assert (decoded.text, decoded.encoding) == (RUSSIAN, "utf-8")


@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_a_problem(content: bytes) -> None:
    decoded = decode("a.txt", content)
    if isinstance(decoded, Decoded):
        assert content.decode(decoded.encoding) == decoded.text
    else:
        assert isinstance(decoded, Problem) and decoded.hint


def test_a_guess_is_told(tmp_path: Path) -> None:
    (tmp_path / "old.txt").write_bytes(f"Film: X\nRuntime: 91 minutes\n{WESTERN}".encode("cp1252"))
    done = here("report", cwd=tmp_path)
    assert (done.returncode, "old.txt: read as cp1252, which is a guess" in done.stderr) == (0, True)
    assert here("report", "-q", cwd=tmp_path).stderr == ""
    assert '"encoding": "cp1252",\n   "encoding_from": "guessed"' in here("report", "-f", "json", cwd=tmp_path).stdout
