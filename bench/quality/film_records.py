"""Scores one run over film databases: findings become predictions by film, and the scorer beside the data judges them.

    python bench/quality/film_records.py ../shared/films [--part dev]

A finding's film is told by its subject's title, by way of the index of the data; a title that several films bear is
left out. Twice, as for the folders: errors against what nobody would dispute, errors and warnings against the strict
gold.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path

import factcheck

FIELDS = {"film.premiere": "release_date"}
NAMES = ("runtime", "release_date", "year", "director", "producer", "country", "language")
FIELDS |= {f"film.{name}": name for name in NAMES}
SETTINGS = {
    ("error",): ["--date-grade", "year", "--runtime-tol", "5", "--year-tol", "1"],
    ("error", "warning"): [],
}


def films(index: Path) -> dict[str, set[str]]:
    """Return the films that bear each title."""
    found: dict[str, set[str]] = defaultdict(set)
    for line in index.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        for title in (row["title"], *(source["title"] for source in row["sources"].values())):
            found[title.casefold()].add(row["film"])
    return found


def main() -> None:
    """Run over the records, and print what the scorer says."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--part", default="dev")
    args = parser.parse_args()
    part = args.data / args.part
    titles = films(part / "film_index.jsonl")
    report = factcheck.check([part / "records"])
    for severities, options in SETTINGS.items():
        rows = []
        unknown = 0
        for finding in report.findings:
            field = FIELDS.get(finding.field)
            told = field is not None and finding.severity in severities and str(finding.status) == "conflict"
            if not told or finding.code == "FC401":
                continue
            bearers = titles.get(finding.subject.casefold(), set())
            unknown += len(bearers) != 1
            rows += [{"film": film, "field": field, "label": "conflict"} for film in bearers if len(bearers) == 1]
        print(f"-- {' and '.join(severities)}: {unknown} findings whose film the title does not tell")
        with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as predictions:
            predictions.write("".join(f"{json.dumps(row)}\n" for row in rows))
            predictions.flush()
            scorer = [
                sys.executable,
                str(args.data / "score_films.py"),
                str(part / "gold_fields.jsonl"),
                predictions.name,
            ]
            subprocess.run([*scorer, *options], check=True)


if __name__ == "__main__":
    main()
