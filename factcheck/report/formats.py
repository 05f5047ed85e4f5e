"""One table of formats: which module writes which. A new format is one file and one row."""

from __future__ import annotations

from importlib import import_module
from typing import cast

from factcheck.model import Report
from factcheck.report.view import Format, View

FORMATS = {
    "text": "terminal",
    "concise": "concise",
    "json": "json",
    "jsonl": "jsonl",
    "csv": "csv",
    "tsv": "tsv",
    "markdown": "markdown",
    "sarif": "sarif",
    "github": "github",
    "gitlab": "gitlab",
    "junit": "junit",
    "rdjson": "rdjson",
}

ENDINGS = {
    ".txt": "text",
    ".json": "json",
    ".jsonl": "jsonl",
    ".csv": "csv",
    ".tsv": "tsv",
    ".md": "markdown",
    ".sarif": "sarif",
    ".xml": "junit",
}


def render(format: str, report: Report, view: View) -> str:
    """Return the report in a format; its module is imported when it is asked for."""
    module = cast(Format, import_module(f"factcheck.report.{FORMATS[format]}"))
    return module.render(report, view)
