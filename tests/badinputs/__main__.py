"""`python -m tests.badinputs`: the program over the whole corpus, or a part of it."""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from fnmatch import fnmatchcase
from itertools import chain

from tests.badinputs import injections, markup, own_files, packs, pdfs, situations, texts, values, zips
from tests.badinputs.case import PORT, Case
from tests.badinputs.listener import listening
from tests.badinputs.run import Verdict, judged


def corpus() -> Iterator[Case]:
    """Yield every case."""
    return chain(
        packs.patterns(), packs.files(), markup.cases(), zips.cases(), pdfs.cases(), texts.cases(), values.cases(),
        injections.cases(), situations.cases(), own_files.cases(),
    )  # fmt: skip


def main() -> int:
    """Run what is asked for, tell what failed, and how many were survived."""
    options = _options()
    chosen = [
        case
        for case in corpus()
        if fnmatchcase(case.id, options.only)
        and (case.core or not options.core)
        and case.group.startswith(options.group)
    ]
    if options.list:
        print("\n".join(f"{case.group:10} {case.id}{' *' if case.core else ''}" for case in chosen))
        return 0
    began, verdicts = time.monotonic(), []
    with listening(PORT) as calls, ThreadPoolExecutor(options.jobs) as pool:
        for verdict in pool.map(lambda case: judged(case, options.slow, cache=options.cache), chosen):
            verdicts.append(verdict)
            if verdict.wrong or options.verbose:
                print(_line(verdict), flush=True)
    _summary(verdicts)
    survived = sum(not verdict.wrong for verdict in verdicts)
    runs, most = sum(each.runs for each in verdicts), max((each.megabytes for each in verdicts), default=0)
    print(f"{len(calls)} calls from outside the machine's own programs; at most {most:.0f} MB; {runs} runs")
    print(f"{survived} of {len(verdicts)} survived in {time.monotonic() - began:.0f} s")
    return 0 if survived == len(verdicts) and not calls else 1


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.badinputs", description=__doc__)
    parser.add_argument("--only", default="*", metavar="GLOB", help="cases of these names")
    parser.add_argument("--group", default="", help="cases of this group")
    parser.add_argument("--core", action="store_true", help="quick cases of every group")
    parser.add_argument("--cache", action="store_true", help="with a cache")
    parser.add_argument("--slow", type=float, default=1.0, metavar="TIMES", help="how much slower the machine is")
    parser.add_argument("--list", action="store_true", help="name the cases")
    parser.add_argument("-j", "--jobs", type=int, default=2)
    parser.add_argument("-v", "--verbose", action="store_true", help="also what was survived")
    return parser.parse_args()


def _line(verdict: Verdict) -> str:
    told = "; ".join(verdict.wrong)[:600] or "survived"
    return f"{verdict.case.id} ({verdict.seconds:.1f} s, {verdict.megabytes:.0f} MB): {told}"


def _summary(verdicts: list[Verdict]) -> None:
    of, kept = (
        Counter(each.case.group for each in verdicts),
        Counter(each.case.group for each in verdicts if not each.wrong),
    )
    for group, count in of.items():
        print(f"  {kept[group]:4} of {count:4}  {group}")


if __name__ == "__main__":
    sys.exit(main())
