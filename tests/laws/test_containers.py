"""The same text says the same in another encoding and in another kind of file."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.reconcile import Reconciled
from tests.laws import examples
from tests.laws.folders import FOLDERS, Page, conflicting, shape

Run = Callable[..., Reconciled]
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def as_html(text: str) -> bytes:
    paragraphs = "".join(f"<p>{escape(line)}</p>\n" for line in text.splitlines() if line)
    return f"<!doctype html><meta charset=utf-8><body><main>\n{paragraphs}</main>".encode()


def as_mail(text: str) -> bytes:
    return f"From: a@example.org\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{text}".encode()


def as_docx(text: str) -> bytes:
    paragraphs = "".join(f"<w:p><w:r><w:t>{escape(line)}</w:t></w:r></w:p>" for line in text.splitlines())
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as packed:
        packed.writestr("[Content_Types].xml", "<Types/>")
        packed.writestr("word/document.xml", f'<w:document xmlns:w="{WORD}"><w:body>{paragraphs}</w:body></w:document>')
    return held.getvalue()


CONTAINERS: dict[str, Callable[[str], bytes]] = {
    "md": str.encode,
    "html": as_html,
    "eml": as_mail,
    "docx": as_docx,
}

ENCODINGS = [
    str.encode,
    lambda text: text.encode("utf-8-sig"),
    lambda text: text.encode("utf-16"),
    lambda text: ("\ufeff" + text).encode("utf-16-be"),
]


@given(folder=FOLDERS, encodings=st.lists(st.sampled_from(ENCODINGS), min_size=5))
@examples(30)
def test_the_encoding_changes_nothing(
    reconciled: Run, folder: list[Page], encodings: list[Callable[[str], bytes]]
) -> None:
    texts = [page.text() for page in folder]
    encoded = [encode(text) for text, encode in zip(texts, encodings, strict=False)]
    assert shape(reconciled(encoded)) == shape(reconciled(texts))


@pytest.mark.parametrize("ending", CONTAINERS)
@given(folder=FOLDERS)
@examples(20)
def test_the_container_changes_nothing(reconciled: Run, ending: str, folder: list[Page]) -> None:
    texts = [page.text(gap=1) for page in folder]
    packed = [CONTAINERS[ending](text) for text in texts]
    assert shape(reconciled(packed, [f"{n}.{ending}" for n in range(len(texts))])) == shape(reconciled(texts))


@pytest.mark.parametrize("ending", CONTAINERS)
def test_containers_are_read(reconciled: Run, ending: str) -> None:
    one, other = (CONTAINERS[ending](Page((("runtime", n, 0), ("year", 0, 0))).text()) for n in (0, 2))
    assert conflicting(reconciled([one, other], [f"0.{ending}", f"1.{ending}"])) == {("film.runtime", "0", "1")}
