"""The code stays readable: small files, small functions, a first line that says what a module is for."""

from __future__ import annotations

import ast
from pathlib import Path
from statistics import quantiles

import pytest

from tests.conftest import ROOT

FILES = sorted((ROOT / "factcheck").rglob("*.py"))
MOST_LINES, LONGEST_FUNCTION, MOST_FUNCTIONS_UNDER = 300, 60, 20


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(ROOT).as_posix())
def test_file(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert text.count("\n") <= MOST_LINES
    assert ast.get_docstring(ast.parse(text))


def test_functions_are_short() -> None:
    lengths = [
        (node.end_lineno or 0) - node.lineno + 1
        for file in FILES
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef)
    ]
    assert max(lengths) <= LONGEST_FUNCTION
    assert quantiles(lengths, n=10)[-1] <= MOST_FUNCTIONS_UNDER
