"""Scores `compare` on pairs of titles and of names from film databases; precision, recall and F1 of "one and the same".

    python bench/quality/film_titles.py ../shared/films [--part dev] [--cmd factcheck]

A pair of titles counts as one work from a score of 0.5 on; a pair of names as one person by the relation, and by the
score as well. Collective names ("The Hughes Brothers") are left out, as the data ask.
"""

from __future__ import annotations

import argparse
import json
import shlex
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

THRESHOLD = 0.5


def compared(command: str, kind: str, pairs: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return what the program says of pairs."""
    lines = [json.dumps({"id": str(n), "kind": kind, "a": pair["a"], "b": pair["b"]}) for n, pair in enumerate(pairs)]
    run = [*shlex.split(command), "compare", "--jsonl"]
    done = subprocess.run(run, input="\n".join(lines), capture_output=True, text=True, check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def scored(pairs: Sequence[dict[str, Any]], same: Sequence[bool]) -> str:
    """Return precision, recall and F1."""
    right = sum(pair["same"] and said for pair, said in zip(pairs, same, strict=True))
    precision, recall = right / max(1, sum(same)), right / max(1, sum(pair["same"] for pair in pairs))
    return f"P {precision:.3f}  R {recall:.3f}  F1 {2 * precision * recall / max(1e-9, precision + recall):.3f}"


def main() -> None:
    """Print the scores."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--part", default="dev")
    parser.add_argument("--cmd", default="factcheck")
    args = parser.parse_args()
    works, names = (
        [json.loads(line) for line in (args.data / args.part / file).read_text(encoding="utf-8").splitlines()]
        for file in ("gold_matching.jsonl", "gold_names.jsonl")
    )
    said = compared(args.cmd, "work", works)
    print("works by score:   ", scored(works, [each["score"] >= THRESHOLD for each in said]))
    names = [pair for pair in names if pair["kind"] != "collective"]
    said = compared(args.cmd, "person", names)
    print("people by relation:", scored(names, [each["relation"] != "conflict" for each in said]))
    print("people by score:  ", scored(names, [each["score"] >= THRESHOLD for each in said]))


if __name__ == "__main__":
    main()
