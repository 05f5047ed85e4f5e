"""Holds the parts that we tell apart in web pages against the main text that trafilatura finds, where it is installed.

    pip install trafilatura lxml_html_clean && python bench/parts.py FOLDER… [--list 20]

Prints how much of trafilatura's text we call the page's own, how much of ours trafilatura leaves out, and the lines
about which the two differ. Neither is the truth: infoboxes and captions are ours to keep.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from factcheck.model import ELSEWHERE, Document
from factcheck.read.html import read_html


def lines(text: str) -> set[str]:
    """Return the lines of a text without the marks of lists and tables."""
    return {" ".join(line.strip(" -|*").split()) for line in text.splitlines()} - {""}


def differences(file: Path) -> Iterator[tuple[str, str, int]]:
    """Yield every block of a page: how the two take it, its words and its length."""
    import trafilatura

    content = file.read_bytes()
    document = read_html(file.name, content)
    if not isinstance(document, Document):
        return
    theirs = trafilatura.extract(content, fast=True, include_comments=False) or ""
    main, whole = lines(theirs), " ".join(theirs.split())
    for block in document.blocks:
        words = " ".join(document.text[block.start : block.end].split())
        ours = block.part not in ELSEWHERE and block.part != "title"
        kept = words in main or words in whole
        how = {(True, True): "both", (True, False): "ours", (False, True): "theirs", (False, False): "neither"}
        yield how[ours, kept], words, len(words)


def main() -> None:
    """Read the folders and print what differs."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("folders", nargs="+", type=Path)
    ap.add_argument("--limit", type=int, default=60, help="pages of a folder, spread over it")
    ap.add_argument("--list", type=int, default=0, help="show so many lines of each kind of difference")
    given = ap.parse_args()
    for folder in given.folders:
        files = sorted(folder.rglob("*.html"))
        files = files[:: max(1, len(files) // given.limit)][: given.limit]
        counted: Counter[str] = Counter()
        shown: Counter[str] = Counter()
        for file in files:
            for how, words, length in differences(file):
                counted[how] += length
                if how in ("ours", "theirs") and shown[how] < given.list:
                    shown[how] += 1
                    print(f"{how:7} {file.name}: {words[:120]}")
        both, ours, theirs = counted["both"], counted["ours"], counted["theirs"]
        print(f"{folder}: {len(files)} pages; of their text ours {both / max(1, both + theirs):.1%}, ", end="")
        print(f"of our text theirs {both / max(1, both + ours):.1%}; characters {dict(counted)}")


if __name__ == "__main__":
    main()
