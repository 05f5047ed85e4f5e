"""Scores counts and dates read from news of incidents: one article a file, the claims of each made into one count.

    python bench/quality/incidents.py ../shared/data --set gva     # shootings: killed, injured, the day
    python bench/quality/incidents.py ../shared/data --set isaf    # military releases: killed, captured

What analysts coded is one number an article; what the program reads is claims. The number of an article is the largest
of: a count that is told, by the low end of what its words allow ("several" is 3); the surnames of the persons who are
named; the singles, where "another" and "a second" are told from the first, and a man from a woman. Where nothing is
read the answer is nought.

Killed are the dead; injured are the hurt and those in hospital who are not told dead, or the people shot less the dead
if that is more. Captured are the leaders and the others, each counted so; soldiers, civilians and police are left out.
The day is the first that is told of the deed up to that of publication, those last that stand beside an arrest or a
charge; where none is told it is that of publication, which the dateline
tells where nothing else does.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

Claims = list[dict[str, Any]]
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
# Words that tell of another day than the deed's.
_LATER = re.compile("arrest|custody|connection|search for|searching|looking for|charged|today", re.IGNORECASE)
_MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec"
_DATELINE = re.compile(r"\b((?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*)\.? (\d{1,2}), ?(20\d\d)")
_ALSO = re.compile(r"(?i)^(?:another|the other|an?other|(?:a|the) (?:second|third|fourth|fifth))\b")
_SUFFIX = re.compile(r",? (jr|sr|ii|iii)\.?$")
DATES = ("crime.date", "disaster.date", "detention.start")


def main() -> None:
    """Run over one set, and print what the scorer says."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--set", choices=("gva", "isaf"), default="gva")
    parser.add_argument("--part", default="dev")
    parser.add_argument("--cmd", default="factcheck")
    parser.add_argument("--misses", help="print the articles of one field that were coded otherwise")
    args = parser.parse_args()
    args.cmd = str(Path(args.cmd).absolute()) if "/" in args.cmd else args.cmd
    gold = args.data / args.part / f"docs_{args.set}.jsonl"
    articles = [json.loads(line) for line in gold.read_text(encoding="utf-8").split("\n") if line]
    coded = as_gva if args.set == "gva" else as_isaf
    with tempfile.TemporaryDirectory() as folder:
        claims = read(args.cmd, articles, Path(folder))
        rows = [{"id": each["id"], "fields": coded(claims[each["id"]], each)} for each in articles]
        predictions = Path(folder, "predictions.jsonl")
        predictions.write_text("".join(f"{json.dumps(row)}\n" for row in rows))
        subprocess.run([sys.executable, args.data / "scorers" / "score_docs.py", gold, predictions], check=True)
    for article, row in zip(articles, rows, strict=True) if args.misses else ():
        if article["gold"][args.misses] != row["fields"].get(args.misses):
            print(f"\n{article['id']}: {article['gold']}, read {row['fields']}")
            print(
                "\n".join(
                    f"   {c['field']} {c['reading']} {c['qualifiers']} {c['quote']!r}" for c in claims[article["id"]]
                )
            )


def read(command: str, articles: Iterable[dict[str, Any]], folder: Path) -> dict[str, Claims]:
    """Return the claims of each article, read in one run over files that are dated by a `sources.yaml`."""
    dated = []
    for article in articles:
        (folder / f"{article['id']}.txt").write_text(article["text"], encoding="utf-8")
        if published := article.get("publish_date") or dateline(article["text"]):
            dated.append(f"  {article['id']}.txt: {{published: {published}}}\n")
    (folder / "sources.yaml").write_text("sources:\n" + "".join(dated) if dated else "sources: {}\n")
    run = subprocess.run(
        [command, "claims", ".", "-f", "json", "--isolated", "-q"], cwd=folder, stdout=subprocess.PIPE, check=True
    )
    claims: dict[str, Claims] = defaultdict(list)
    for claim in json.loads(run.stdout)["claims"]:
        claims[Path(claim["path"]).stem].append(claim)
    return claims


def as_gva(claims: Claims, article: dict[str, Any]) -> dict[str, Any]:
    """Return an article's counts as they were coded for shootings: who is shot or hurt and does not die is injured."""
    killed = count(claims, "disaster.deaths")
    dead = [claim for claim in claims if claim["field"] == "disaster.deaths" and claim["low"]]
    hurt = max(count(claims, field, dead) for field in ("disaster.injured", "disaster.hospitalised"))
    shot = count(claims, "crime.shot")
    return {"n_killed": killed, "n_injured": max(hurt, shot - killed), "incident_date": day(claims, article)}


def as_isaf(claims: Claims, article: dict[str, Any]) -> dict[str, Any]:
    """Return a release's counts as they were coded: of insurgents, not of civilians or soldiers."""
    ours = {"soldiers", "civilians", "officers", "children", "women"}
    theirs = [claim for claim in claims if noun(claim) not in ours]
    groups = {noun(claim) == "leaders" for claim in theirs}
    return {
        "min_killed": count(theirs, "disaster.deaths"),
        "min_captured": sum(
            count([c for c in theirs if (noun(c) == "leaders") == led], "crime.arrested") for led in groups
        ),
        "start_date": day(claims, article),
    }


def count(claims: Claims, field: str, without: Claims = ()) -> int:
    """Return how many persons an article tells of in a field, leaving out the singles that others are told of."""
    of_field = [claim for claim in claims if claim["field"] == field]
    told = [int(claim["low"]) for claim in of_field if not is_single(claim)]
    named = surnames(of_field) - surnames(without)
    unnamed = [claim for claim in of_field if is_single(claim) and not claim["qualifiers"].get("person")]
    also = {claim["quote"].split()[0:2][-1].casefold() for claim in unnamed if _ALSO.search(claim["quote"])}
    first = [claim for claim in unnamed if not _ALSO.search(claim["quote"])]
    sexes = {noun(claim) for claim in first} & {"men", "women"} - {noun(claim) for claim in without}
    one = max(len(sexes), bool(first) and not without)
    return max([0, *told, len(named), one + len(also)])


def is_single(claim: dict[str, Any]) -> bool:
    """Tell whether a claim is of one person, or of persons who are named."""
    return claim["reading"] == "1 EQUAL_OR_MORE" or bool(claim["qualifiers"].get("person"))


def noun(claim: dict[str, Any]) -> str:
    """Return whom a single is said to be."""
    return str(claim["qualifiers"].get("population", ""))


def surnames(claims: Claims) -> frozenset[str]:
    """Return the last words of the names of all persons."""
    names = (claim["qualifiers"].get("person", "") for claim in claims)
    return frozenset(
        _SUFFIX.sub("", name).replace("-", " ").split()[-1] for each in names for name in each.split("; ") if name
    )


def day(claims: Claims, article: dict[str, Any]) -> str | None:
    """Return the first day that is told of the incident, else the day of publication."""
    published = article.get("publish_date") or dateline(article["text"]) or "9999"
    of_dates = [c for field in DATES for c in claims if c["field"] == field and _DAY.fullmatch(c["reading"])]
    told = sorted((c for c in of_dates if c["reading"] <= published), key=lambda c: bool(_LATER.search(c["quote"])))
    return str(told[0]["reading"]) if told else None if published == "9999" else published


def dateline(text: str) -> str | None:
    """Return the first whole day that an article names in full: "(Aug. 6, 2012)"."""
    found = _DATELINE.search(text)
    return found and f"{found[3]}-{_MONTHS.index(found[1][:3]) // 3 + 1:02d}-{int(found[2]):02d}"


if __name__ == "__main__":
    main()
