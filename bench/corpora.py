"""The texts of the benchmarks, made the same way on every machine: plain news, and pages that are full of claims."""

from __future__ import annotations

from itertools import cycle
from pathlib import Path
from tempfile import TemporaryDirectory

from factcheck.model import Document
from factcheck.read import Exclude, Sources, read
from factcheck.settings import Settings

ROOT = Path(__file__).parent.parent
NEWS = ROOT.parent / "shared" / "data" / "dev" / "multidoc_ecbplus"
SEEDS = ROOT / "seeds"


def corpora() -> dict[str, list[str]]:
    """Return the texts of each corpus by its name; the articles only where they are."""
    news = {"plain news": _texts(NEWS)} if NEWS.is_dir() else {}
    return {**news, "the samples": _texts(SEEDS)}


def sized(texts: list[str], size: int) -> list[str]:
    """Return texts again and again, up to a size in characters."""
    found: list[str] = []
    for text in cycle(texts):
        if size <= 0:
            return found
        found.append(text)
        size -= len(text)
    return found


def written(texts: list[str], folder: Path) -> Path:
    """Write texts as files of a folder, and return it."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, text in enumerate(texts):
        (folder / f"{number:05}.txt").write_text(text, encoding="utf-8")
    return folder


def documents(texts: list[str]) -> list[Document]:
    """Return texts as they are read from files."""
    with TemporaryDirectory() as folder:
        found = read([written(texts, Path(folder))], Sources(None, {}), (), Settings().columns, Exclude(Path(), ()))
        return [each for each in found if isinstance(each, Document)]


def _texts(folder: Path) -> list[str]:
    return [file.read_text(encoding="utf-8") for file in sorted(folder.rglob("*.txt"))]
