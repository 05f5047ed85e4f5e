"""Measures the likely value on tables of conflicting claims: accuracy, calibration, and what each ingredient adds.

    python bench/quality/likely.py ../shared/data [--split dev] [--quick] [--write]

The tables and their scorer lie beside the project (`../shared/data`). Each table is read once; then its facts are
decided once with everything, and once without each ingredient. `--write` puts the tables into the page.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields
from pathlib import Path

from factcheck.model import Answer, Likely
from factcheck.reconcile.likely import Disputed, decide
from factcheck.reconcile.likely.ballot import ALL, Ingredients
from factcheck.reconcile.sides import Camp, statements
from factcheck.run import load, run
from factcheck.settings import Settings

PAGE = Path(__file__).with_name("README.md")
BEGIN, END = "<!-- likely -->", "<!-- /likely -->"
# Bars, and the best of TruthFinder, ACCU, Investment and PooledInvestment, as ../shared/data/README.md has them.
SETS = {
    "books": (".711", ".895", ".90"),
    "population": (".716", ".807", ".83"),
    "birthplaces": (".732", ".762", ".78"),
    "heritages": (".366", ".369", ".40"),
    "flights": (".788", ".938", ".945"),
}
Key = tuple[str, str]
HALVES = 16


def facts_of(claims: Path) -> dict[Key, Disputed]:
    """Return what the claims of a table make, as facts to be decided, by subject and field."""
    settings = Settings()
    ruleset = load(settings)
    report = run([claims], settings, ruleset)
    known = {rule.id for rule in ruleset.rules}
    kinds = {fact.field: fact.sides[0].claims[0].value.kind for fact in report.facts if fact.field not in known}
    rules = ruleset.with_fields(kinds).judging
    made = {}
    for fact in report.facts:
        rule = rules[fact.field]
        camps = [Camp(tuple(statements(side.claims, rule))) for side in fact.sides]
        made[fact.subject.name, fact.field] = Disputed(rule, camps)
    return made


def score(name: str, gold: Sequence[dict[str, object]], answers: Mapping[Key, Answer | None], data: Path) -> str:
    """Return what the scorer prints."""
    with tempfile.TemporaryDirectory() as folder:
        wanted, given = Path(folder) / "gold.jsonl", Path(folder) / "given.jsonl"
        wanted.write_text("".join(json.dumps(row) + "\n" for row in gold))
        rows = ({"object": o, "attribute": a, "value": value} for (o, a), value in answers.items())
        given.write_text("".join(json.dumps(row) + "\n" for row in rows))
        command = [sys.executable, "score_td.py", name, str(wanted), str(given)]
        return subprocess.run(command, capture_output=True, text=True, check=True, cwd=data / "scorers").stdout


def right(name: str, gold: Sequence[dict[str, object]], answers: Mapping[Key, Answer | None], data: Path) -> int:
    """Return how many answers the scorer counts as right."""
    found = re.search(r"accuracy (\d+)/", score(name, gold, answers, data))
    assert found is not None
    return int(found[1])


def true(name: str, gold: Sequence[dict[str, object]], answers: Mapping[Key, Answer | None], data: Path) -> int:
    """Return how many answers are true: of places also those in which the finest one lies."""
    found = re.search(r"\(any level\) ([\d.]+)", score(name, gold, answers, data))
    return right(name, gold, answers, data) if found is None else round(float(found[1]) * len(gold))


def measured(data: Path, split: str, *, quick: bool) -> str:
    """Return the tables as a page has them."""
    table, halves, ablation = [], [], defaultdict(dict)
    finest, holding = Bins(), Bins()
    left_out = [None, *(each.name for each in fields(Ingredients) if not quick)]
    for name, (vote, best, bar) in SETS.items():
        folder = (data / split).resolve()
        gold = [json.loads(line) for line in (folder / f"td_{name}.gold.jsonl").read_text().splitlines()]
        facts = facts_of(folder / f"td_{name}.claims.jsonl")
        for leave in left_out:
            use = ALL if leave is None else Ingredients(**{leave: False})
            likely = dict(zip(facts, decide(list(facts.values()), (), use).likely, strict=True))
            answers = {key: each.value for key, each in likely.items() if each is not None}
            ablation[leave][name] = right(name, gold, answers, data) / len(gold)
            if leave is None:
                printed = score(name, gold, answers, data)
                votes = {key: each.vote for key, each in likely.items() if each is not None}
                our_vote = right(name, gold, votes, data) / len(gold)
                consistent = re.search(r"\(any level\) ([\d.]+)", printed)
                known = f"{ablation[leave][name]:.3f}" + (f" / {float(consistent[1]):.3f}" if consistent else "")
                halves += [] if quick else [on_halves(name, gold, facts, data)]
                table.append(f"| {name} | {len(gold)} | {vote} | {our_vote:.3f} | {best} | {known} | {bar} |")
                calibrate(name, gold, likely, data, finest, right, lambda each: each.confidence)
                calibrate(
                    name, gold, likely, data, holding, true, lambda e: e.confidence if e.holds is None else e.holds
                )
    calibration = (*_calibration("confidence", "right", finest), *_calibration("holds", "true", holding))
    head = ("| on random halves | mean | least |", "|---|--:|--:|") if halves else ()
    return "\n".join((*_accuracy(table), *head, *halves, "", *calibration, *_ablation(ablation)))


def on_halves(name: str, gold: Sequence[dict[str, object]], facts: Mapping[Key, Disputed], data: Path) -> str:
    """Return how the method does where it sees the claims on half of the subjects only, chosen at random."""
    subjects = sorted({subject for subject, _ in facts})
    shares = []
    for seed in range(HALVES):
        kept = set(random.Random(seed).sample(subjects, len(subjects) // 2))
        some = {key: fact for key, fact in facts.items() if key[0] in kept}
        likely = zip(some, decide(list(some.values()), (), ALL).likely, strict=True)
        answers = {key: each.value for key, each in likely if each is not None}
        rows = [row for row in gold if row["object"] in kept]
        shares.append(right(name, rows, answers, data) / len(rows))
    return f"| {name} | {sum(shares) / len(shares):.3f} | {min(shares):.3f} |"


class Bins:
    """For each tenth of confidence how many values are right, how many there are, and the sum of what was said."""

    def __init__(self) -> None:
        self.counts: dict[int, list[int]] = defaultdict(lambda: [0, 0])
        self.said: dict[int, float] = defaultdict(float)


def calibrate(
    name: str,
    gold: Sequence[dict[str, object]],
    likely: Mapping[Key, Likely | None],
    data: Path,
    bins: Bins,
    judge: Callable[[str, Sequence[dict[str, object]], Mapping[Key, Answer | None], Path], int],
    chance: Callable[[Likely], float],
) -> None:
    """Count how many answers of each tenth of a chance that is told are what a judge calls right."""
    rows: dict[int, list[dict[str, object]]] = defaultdict(list)
    for row in gold:
        each = likely.get((str(row["object"]), str(row["attribute"])))
        if each is not None:
            tenth = min(10, round(chance(each) * 10))
            rows[tenth].append(row)
            bins.said[tenth] += chance(each)
    answers = {key: each.value for key, each in likely.items() if each is not None}
    for tenth, some in rows.items():
        bins.counts[tenth][0] += judge(name, some, answers, data)
        bins.counts[tenth][1] += len(some)


def _accuracy(rows: Sequence[str]) -> Sequence[str]:
    head = "| set | facts | vote, published | plain vote | best known | factcheck (exact / consistent) | bar |"
    return (head, "|---|--:|--:|--:|--:|--:|--:|", *rows, "")


def _calibration(what: str, judged: str, bins: Bins) -> Sequence[str]:
    rows = [
        f"| {tenth / 10:.1f} | {count} | {bins.said[tenth] / count:.3f} | {correct / count:.3f} |"
        for tenth, (correct, count) in sorted(bins.counts.items())
    ]
    return (f"| {what}, about | values | mean | {judged} |", "|--:|--:|--:|--:|", *rows, "")


def _ablation(ablation: Mapping[str | None, Mapping[str, float]]) -> Sequence[str]:
    whole = ablation[None]
    rows = [
        f"| without {leave} | " + " | ".join(f"{got[name] - whole[name]:+.3f}" for name in SETS) + " |"
        for leave, got in ablation.items()
        if leave is not None
    ]
    everything = "| everything | " + " | ".join(f"{whole[name]:.3f}" for name in SETS) + " |"
    return ("| | " + " | ".join(SETS) + " |", "|---|" + "--:|" * len(SETS), everything, *rows)


def main() -> None:
    """Measure, print, and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--split", default="dev")
    parser.add_argument("--quick", action="store_true", help="leave out what each ingredient adds")
    parser.add_argument("--write", action="store_true", help="write the tables into the page")
    given = parser.parse_args()
    text = measured(given.data, given.split, quick=given.quick)
    print(text)
    if given.write:
        page = PAGE.read_text(encoding="utf-8")
        before, _, rest = page.partition(BEGIN)
        PAGE.write_text(f"{before}{BEGIN}\n{text}\n{END}{rest.partition(END)[2]}", encoding="utf-8")


if __name__ == "__main__":
    main()
