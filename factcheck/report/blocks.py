"""Documents as they were read: every block with its place and its part."""

from __future__ import annotations

import json
from collections.abc import Sequence

from rich.table import Table
from rich.text import Text

from factcheck.model import ELSEWHERE, Document
from factcheck.report.clean import clean_json, clean_line
from factcheck.report.terminal import make_console, printed
from factcheck.report.view import Look

_STYLES = {"title": "bold", "heading": "bold", "quote": "italic", "question": "italic"}


def render_text(documents: Sequence[Document], look: Look) -> str:
    """Return each document with what is known of it, then its blocks; what is not its own is dim."""
    console = make_console(look)
    for document in documents:
        date = "undated" if document.published is None else document.published.notation()
        date += f" ({document.published_from})" if document.published_from else ""
        known = [document.title or "untitled", date, document.format, document.encoding]
        known[-1] += f" ({document.encoding_from})" if document.encoding_from else ""
        console.print(Text(clean_line(document.path), "bold") + Text(clean_line(f"  {', '.join(known)}"), "dim"))
        table = Table.grid(padding=(0, 2))
        table.add_column(justify="right", style="cyan", no_wrap=True)
        table.add_column(style="dim", no_wrap=True)
        table.add_column(overflow="fold")
        for block in document.blocks:
            span = document.span(block.start, block.end)
            words = clean_line(" ".join(document.text[block.start : block.end].split()))
            style = "dim" if block.part in ELSEWHERE else _STYLES.get(block.part, "")
            place = f"  {span.line}:{span.column}" + (f" {span.section}" if span.section else "")
            table.add_row(clean_line(place), block.part, Text(words, style))
        console.print(table)
        console.print()
    return printed(console)


def render_json(documents: Sequence[Document]) -> str:
    """Return a list of documents with their blocks."""
    rows = [
        {
            "path": document.path,
            "title": document.title,
            "published": None if document.published is None else document.published.notation(),
            "published_from": document.published_from,
            "author": document.author,
            "publisher": document.publisher,
            "language": document.language,
            "kind": document.kind,
            "kind_from": document.kind_from,
            "format": document.format,
            "encoding": document.encoding,
            "encoding_from": document.encoding_from or None,
            "blocks": [_block(document, *block) for block in document.blocks],
        }
        for document in documents
    ]
    return clean_json(json.dumps({"documents": rows}, ensure_ascii=False, indent=1)) + "\n"


def _block(document: Document, start: int, end: int, part: str) -> dict[str, str | int]:
    span = document.span(start, end)
    section = {"section": span.section} if span.section else {}
    place = {"line": span.line, "column": span.column, "start": span.start, "end": span.end}
    return {"part": part, **place, **section, "text": document.text[start:end]}
