"""One table of formats: which module writes which. A new format is one file and one row."""

from __future__ import annotations

from importlib import import_module
from typing import cast

from factcheck.errors import FactcheckError
from factcheck.model import Report
from factcheck.report.view import BinaryFormat, Format, View

FORMATS = {
    "text": "terminal",
    "concise": "concise",
    "json": "json",
    "jsonl": "jsonl",
    "csv": "csv",
    "tsv": "tsv",
    "markdown": "markdown",
    "html": "html",
    "sarif": "sarif",
    "github": "github",
    "gitlab": "gitlab",
    "junit": "junit",
    "rdjson": "rdjson",
}

EXPORTED = {"mismatch-finder": "mismatch"}  # for `export` alone
BINARY = {"xlsx": "xlsx", "parquet": "parquet"}  # for `export` alone; each needs the extra of its name
ENDINGS = {
    ".txt": "text",
    ".json": "json",
    ".jsonl": "jsonl",
    ".csv": "csv",
    ".tsv": "tsv",
    ".md": "markdown",
    ".html": "html",
    ".sarif": "sarif",
    ".xml": "junit",
    ".xlsx": "xlsx",
    ".parquet": "parquet",
}


def render(format: str, report: Report, view: View) -> str:
    """Return the report in a format; its module is imported when it is asked for."""
    module = cast(Format, import_module(f"factcheck.report.{(FORMATS | EXPORTED)[format]}"))
    return module.render(report, view)


def render_bytes(format: str, report: Report, view: View) -> bytes:
    """Return the report in a binary format; raises FactcheckError where its library is not installed."""
    module = cast(BinaryFormat, import_module(f"factcheck.report.{BINARY[format]}"))
    try:
        return module.render_bytes(report, view)
    except ModuleNotFoundError as error:
        what = f"{format} needs {error.name}, which is not installed"
        raise FactcheckError(what, f"pip install 'factcheck-cli[{format}]'") from None
