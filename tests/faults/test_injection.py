"""System calls fail, or the process is killed at them, while a file is replaced: the old is left, or the new.

All stories with all calls are run by `python -m tests.faults.injection`.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults.injection import Fault, Laboratory, shim
from tests.faults.stories import REPORT, UPDATE, Story


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = shim(tmp_path_factory.mktemp("shim"))
    if made is None:
        pytest.skip("needs a C compiler, and Linux")
    return made


@pytest.mark.parametrize(
    ("story", "fault"),
    [
        (UPDATE, Fault("write", 1, "ENOSPC")),
        (UPDATE, Fault("fsync", 1, "EIO")),
        (UPDATE, Fault("fsync", 2, "EIO")),  # of the folder: the new file is there, but may not last
        (UPDATE, Fault("rename", 1, "EACCES")),
        (UPDATE, Fault("rename", 1, "killed before")),
        (REPORT, Fault("write", 1, "EINTR")),
        (REPORT, Fault("write", 1, "killed after")),
        (REPORT, Fault("open", 1, "EIO")),
    ],
    ids=lambda each: each.name if isinstance(each, Story) else str(each),
)
def test_a_fault_leaves_the_old_or_the_new_file_and_is_told(
    built: Path, tmp_path: Path, story: Story, fault: Fault
) -> None:
    assert Laboratory(story, tmp_path, built).judged(fault) == ""


def test_what_is_judged_can_fail(built: Path, tmp_path: Path) -> None:
    careless = Story("careless", "stdout", ("report",))  # a shell truncates it before the program starts
    assert "neither" in Laboratory(careless, tmp_path, built).judged(Fault("write", 1, "killed before"))
