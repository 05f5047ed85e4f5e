"""Times what it costs to read documents, side by side with reading and decoding the same files.

    python bench/documents.py FOLDER… [--runs 5] [--pages 500]

For each ending that stands in the folders: the files' size, the speed of reading and decoding them, that of making
documents of them, and the ratio of the two, which is what holds from machine to machine. Both passes run in turn.
For web pages also the speed of the standard library's parser with handlers that do nothing. With `--pages`, a PDF of
so many pages is put together from those in the folders, and read.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from functools import partial
from html.parser import HTMLParser
from io import BytesIO
from itertools import cycle
from pathlib import Path

from factcheck.read.child import Child
from factcheck.read.formats import ending_of, read_content


def decoded(files: Sequence[Path]) -> None:
    """Read and decode files, and no more."""
    for file in files:
        file.read_bytes().decode("utf-8", "replace")


def documents(files: Sequence[Path], child: Child) -> None:
    """Make documents of files."""
    for file in files:
        for _ in read_content(str(file), file.read_bytes(), child):
            pass


def parsed(files: Sequence[Path]) -> None:
    """Parse web pages, and do nothing with what is found."""
    for file in files:
        parser = HTMLParser(convert_charrefs=False)
        parser.feed(file.read_bytes().decode("utf-8", "replace"))
        parser.close()


def long_pdf(files: Sequence[Path], pages: int) -> bytes:
    """Return a PDF of so many pages, which are those of some files again and again."""
    import pypdfium2

    made = pypdfium2.PdfDocument.new()
    for file in cycle(files):
        source = pypdfium2.PdfDocument(file)
        made.import_pages(source, list(range(min(len(source), pages - len(made)))))
        if len(made) >= pages:
            break
    content = BytesIO()
    made.save(content)
    return content.getvalue()


def read_long_pdf(files: Sequence[Path], pages: int) -> str:
    """Return what it costs to read a PDF of so many pages, its process started anew."""
    content = long_pdf(files, pages)
    with Child() as child:
        start = time.perf_counter()
        for _ in read_content("long.pdf", content, child):
            pass
        seconds = time.perf_counter() - start
    most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    return f"\na PDF of {pages} pages: {seconds:.1f} s, at most {most:.0f} MB in its process"


def taken(run: Callable[[], object]) -> float:
    """Return the time of one run in seconds."""
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", type=Path, nargs="+", metavar="FOLDER")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--pages", type=int, default=0)
    args = parser.parse_args()
    by_ending: dict[str, list[Path]] = defaultdict(list)
    for folder in args.folders:
        for file in sorted(folder.rglob("*")):
            if file.is_file() and (ending := ending_of(file.name)) is not None:
                by_ending[ending].append(file)
    print("| ending | files | MB | decoding MB/s | documents MB/s | ratio |\n|---|--:|--:|--:|--:|--:|")
    with Child() as child:
        for ending, files in sorted(by_ending.items()):
            size = sum(file.stat().st_size for file in files) / 1e6
            times = [
                (taken(partial(decoded, files)), taken(partial(documents, files, child))) for _ in range(args.runs)
            ]
            plain, full = (statistics.median(each) for each in zip(*times, strict=True))
            costs = f"{size / plain:.0f} | {size / full:.1f} | {plain / full:.1%}"
            print(f"| {ending} | {len(files)} | {size:.2f} | {costs} |")
    if by_ending[".html"]:
        pages = by_ending[".html"]
        size = sum(file.stat().st_size for file in pages) / 1e6
        print(f"\nthe parser alone: {size / taken(partial(parsed, pages)):.1f} MB/s")
    if args.pages and by_ending[".pdf"]:
        print(read_long_pdf(by_ending[".pdf"], args.pages))


if __name__ == "__main__":
    main()
