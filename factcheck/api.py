"""The public Python API."""

from __future__ import annotations

from collections.abc import Iterable
from os import PathLike
from pathlib import Path

from factcheck.model import Report
from factcheck.run import load, run
from factcheck.settings import Settings


def check(
    paths: Iterable[str | PathLike[str]],
    *,
    rules: Iterable[str | PathLike[str]] = (),
    default_rules: bool = True,
    doc_dates: dict[str, str] | None = None,
) -> Report:
    """Read the documents at `paths` and return what they claim and where they disagree.

    `rules` are further packs, `doc_dates` maps a path to its publication date ("2012-05"). No
    settings file is read. Raises FactcheckError where there is nothing to read or a rule is
    faulty; a document that cannot be read is one of the report's problems.
    """
    settings = Settings(
        rules=tuple(Path(pack) for pack in rules),
        default_rules=default_rules,
        doc_dates=doc_dates or {},
        use_baseline=False,
        use_facts=False,
    )
    return run([Path(path) for path in paths], settings, load(settings))
