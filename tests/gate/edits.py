"""Random edits of documents, from a seed: such as touch no claim, and such as change what one says."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random

from factcheck.model import Claim, Report
from factcheck.values import Listed

SENTENCES = (
    "The light in the gallery was soft that afternoon.",
    "Nobody in the queue seemed to mind the rain.",
    "A catalogue with essays can be had at the desk.",
    "Tickets are sold at the door, and children come in free.",
    "The music was chosen with care, and is never loud.",
)
_WORDS = {"two": "nine", "three": "eleven", "four": "fifteen", "six": "twenty", "eight": "twenty"}


class Folder:
    """The documents of a folder, to be edited; `sources.yaml` follows a renamed one."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @property
    def pages(self) -> list[Path]:
        return sorted(each for each in self.path.rglob("*") if each.suffix in (".txt", ".md"))

    def read(self, page: Path) -> str:
        return page.read_bytes().decode("utf-8")

    def write(self, page: Path, text: str) -> None:
        page.write_bytes(text.encode("utf-8"))

    def rename(self, page: Path, to: Path) -> None:
        sources = self.path / "sources.yaml"
        name, new = page.relative_to(self.path).as_posix(), to.relative_to(self.path).as_posix()
        to.parent.mkdir(exist_ok=True)
        page.rename(to)
        sources.write_text(sources.read_text().replace(f"{name}:", f"{new}:"))


def blank_lines(folder: Folder, page: Path, random: Random) -> None:
    """Put empty lines between two paragraphs, so that all below moves."""
    parts = re.split(r"(\n{2,})", folder.read(page))
    at = random.randrange(1, len(parts), 2) if len(parts) > 1 else None
    if at is not None:
        parts[at] += "\n" * random.randint(1, 4)
    folder.write(page, "".join(parts))


def further_paragraph(folder: Folder, page: Path, random: Random) -> None:
    """Add a paragraph that claims nothing, below another."""
    parts = re.split(r"(\n{2,})", folder.read(page))
    at = random.randrange(2, len(parts) + 1, 2) if len(parts) > 2 else len(parts)
    parts[at:at] = [*([] if at < len(parts) else ["\n\n"]), random.choice(SENTENCES), "\n\n"]
    folder.write(page, "".join(parts))


def wrap(folder: Folder, page: Path, random: Random) -> None:
    """Wrap a long paragraph anew."""
    parts = re.split(r"(\n{2,})", folder.read(page))
    long = [n for n, part in enumerate(parts) if len(part) > 200 and not re.search(r"^\s*[-*#|]|: ", part, re.M)]
    if long:
        at = random.choice(long)
        parts[at] = textwrap.fill(" ".join(parts[at].split()), random.randint(40, 110), break_on_hyphens=False)
    folder.write(page, "".join(parts))


def rename(folder: Folder, page: Path, random: Random) -> None:
    """Give a document another name, and so another place among the others."""
    folder.rename(page, page.with_stem(f"{random.choice('abcxyz')}{random.randrange(1000)}-page"))


def move(folder: Folder, page: Path, random: Random) -> None:
    """Put a document into a folder of its own and tell the sources where it is now."""
    folder.rename(page, folder.path / f"moved{random.randrange(9)}-{page.name}")


def markdown(folder: Folder, page: Path, random: Random) -> None:
    """Turn text into Markdown, or back."""
    folder.rename(page, page.with_suffix(".md" if page.suffix == ".txt" else ".txt"))


def line_ends(folder: Folder, page: Path, random: Random) -> None:
    """Change how lines end."""
    text = folder.read(page).replace("\r\n", "\n")
    folder.write(page, text.replace("\n", random.choice(("\r\n", "\n"))))


def spaces(folder: Folder, page: Path, random: Random) -> None:
    """Leave spaces at the ends of some lines, and none at those of others."""
    lines = folder.read(page).split("\n")
    folder.write(page, "\n".join(line.rstrip() + " " * random.choice((0, 0, 1, 2)) for line in lines))


def quotes(folder: Folder, page: Path, random: Random) -> None:
    """Change straight apostrophes and dashes into typographic ones, or back."""
    old, new = random.choice((("'", "\u2019"), ("\u2019", "'"), (" - ", " \u2013 "), (" \u2013 ", " - ")))
    folder.write(page, folder.read(page).replace(old, new))


def byte_order_mark(folder: Folder, page: Path, random: Random) -> None:
    """Begin with a byte order mark, or no longer."""
    text = folder.read(page)
    folder.write(page, text.removeprefix("\ufeff") if text.startswith("\ufeff") else f"\ufeff{text}")


def third_voice(folder: Folder, page: Path, random: Random) -> None:
    """Add a document that repeats another word for word."""
    copy = page.with_stem(f"copy{random.randrange(1000)}-{page.stem}")
    name, new = page.relative_to(folder.path).as_posix(), copy.relative_to(folder.path).as_posix()
    folder.write(copy, folder.read(page))
    sources = folder.path / "sources.yaml"
    lines = sources.read_text().splitlines()
    lines += [line.replace(f"{name}:", f"{new}:") for line in lines if line.strip().startswith(f"{name}:")]
    sources.write_text("\n".join(lines) + "\n")


NEUTRAL: tuple[Callable[[Folder, Path, Random], None], ...] = (
    blank_lines,
    further_paragraph,
    wrap,
    rename,
    move,
    markdown,
    line_ends,
    spaces,
    quotes,
    byte_order_mark,
    third_voice,
)


def contested(report: Report) -> list[Claim]:
    """Return the stated claims of facts on which more than one document speaks, in the order of their places.

    A year that tells one event from another is left out: with another year, the words are about another event.
    """
    claims = []
    for fact in report.facts:
        if len({claim.path for claim in fact.claims if claim.path}) > 1:
            stated = [claim for claim in fact.claims if claim.span is not None and claim.subject.year is None]
            claims += [claim for claim in stated if changed(claim) is not None]
    return sorted(claims, key=lambda claim: (claim.path or "", claim.span.start if claim.span else 0, claim.field))


def changed(claim: Claim) -> str | None:
    """Return the claim's words with another value in them, or None where there is nothing to change."""
    assert claim.span is not None
    quote = claim.span.quote
    if isinstance(claim.value, Listed):
        names: Sequence[str] = [text for text in claim.value.texts if text in quote]
        new = {"country": "Norway", "language": "Finnish"}.get(claim.value.kind, "Maria Lopez")
        return quote.replace(names[0], new) if names else None
    if (year := re.search(r"\b(?:19|20)\d\d\b", quote)) is not None:
        return f"{quote[: year.start()]}{int(year[0]) - 13}{quote[year.end() :]}"
    if (number := re.search(r"\d[\d,]*", quote)) is not None and claim.value.kind != "date":
        return f"{quote[: number.start()]}{int(number[0].replace(',', '')) * 3}{quote[number.end() :]}"
    word = next((word for word in _WORDS if re.search(rf"\b{word}\b", quote)), None)
    return None if word is None else re.sub(rf"\b{word}\b", _WORDS[word], quote)
