"""The lock file pins all that the package and its development ask for, each with hashes, and names no host."""

from __future__ import annotations

import re
import tomllib

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.conftest import ROOT

LOCK = (ROOT / "requirements.lock").read_text()
PINNED = {
    canonicalize_name(found[1]): found[2] for found in re.finditer(r"^([\w.-]+)(?:\[[\w,]+\])?==([^\s;]+)", LOCK, re.M)
}
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
EXTRAS = {name: group for name, group in PROJECT["optional-dependencies"].items() if name != "bench"}  # peers only
ASKED = [
    requirement
    for group in (PROJECT["dependencies"], *EXTRAS.values())
    for requirement in map(Requirement, group)
    if requirement.name != PROJECT["name"]
]


@pytest.mark.parametrize("asked", ASKED, ids=str)
def test_what_is_pinned_lies_in_the_range_of_the_package(asked: Requirement) -> None:
    assert asked.specifier.contains(PINNED[canonicalize_name(asked.name)])


def test_every_pin_has_hashes_and_none_a_place() -> None:
    blocks = re.split(r"^(?=\S)", LOCK, flags=re.M)[1:]
    assert len(blocks) >= len(PINNED) > len(ASKED)  # one may be pinned for each Python
    assert all("--hash=sha256:" in block for block in blocks)
    assert not re.search(r"://|--index|--find-links| @ ", LOCK)
