"""The same documents give the same bytes; 100 machines are tried by `python -m tests.determinism`."""

from __future__ import annotations

from pathlib import Path
from random import Random

from tests.conftest import SEEDS
from tests.determinism import copied, differing, machine


def test_machines_do_not_show_in_what_is_printed() -> None:
    rng = Random(7)
    machines = [machine(rng) for _ in range(2)]
    assert machines[0] != machines[1]
    seen = differing(SEEDS, machines)
    assert len(seen) > 20
    assert {command: len(outputs) for command, outputs in seen.items() if len(outputs) > 1} == {}


def test_copies_differ_in_time_and_not_in_content(tmp_path: Path) -> None:
    for seed in (1, 2):
        copied(SEEDS, tmp_path / str(seed), seed)
    first, second = ({f.name: f for f in (tmp_path / seed).iterdir()} for seed in "12")
    assert {name: file.read_bytes() for name, file in first.items()} == {n: f.read_bytes() for n, f in second.items()}
    assert all(file.stat().st_mtime != second[name].stat().st_mtime for name, file in first.items())
