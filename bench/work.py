"""How much work it is to find claims, in calls of functions: a figure that no busy machine changes.

    python -m bench work

Instructions of the processor would need valgrind and differ with every build of the interpreter; calls, as
`sys.setprofile` tells them, are the same everywhere for one version of Python, and the hot path is Python. A test
holds the samples to what work.json records: whoever makes the path dearer by more than a tenth has to say so here,
and newer versions of Python, which call less, are held to the same figure.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from types import FrameType

from bench.corpora import SEEDS, corpora, documents
from bench.page import machine, markdown
from factcheck.map_step import ClaimsOf
from factcheck.ruleset import load_ruleset

RECORD = Path(__file__).with_name("work.json")
LEEWAY = 1.1  # of what is recorded


def calls_a_kilobyte(texts: list[str]) -> float:
    """Return how many functions are called for each thousand characters, once all patterns are compiled."""
    claims_of = ClaimsOf(load_ruleset())
    number = 0

    def count(frame: FrameType, event: str, arg: object) -> None:  # noqa: ARG001
        nonlocal number
        number += event in ("call", "c_call")

    read = documents(texts)
    for counting in (False, True):
        sys.setprofile(count if counting else None)
        for document in read:
            claims_of(document)
        sys.setprofile(None)
    return number / (sum(map(len, texts)) / 1000)


def samples() -> list[str]:
    """Return the texts that the record is about, which are always here."""
    return [file.read_text(encoding="utf-8") for file in sorted(SEEDS.glob("*.txt"))]


def recorded() -> float:
    """Return the record."""
    return float(json.loads(RECORD.read_text(encoding="utf-8"))["calls_a_kilobyte"])


def table() -> str:
    """Count on every corpus, renew the record, and return the table."""
    counts = {name: calls_a_kilobyte(texts[:100]) for name, texts in corpora().items()}
    record = {
        "calls_a_kilobyte": round(calls_a_kilobyte(samples())),
        "python": ".".join(map(str, sys.version_info[:2])),
    }
    RECORD.write_text(json.dumps(record) + "\n", encoding="utf-8")
    rows = [[name, f"{number:,.0f}"] for name, number in counts.items()]
    return "\n\n".join([machine(), markdown(("", "calls a kilobyte"), rows)])
