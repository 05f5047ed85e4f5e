"""Measures record linkage on names that are damaged at random: pairs looked at, time, memory, and pairwise F1.

    python -m bench.linkage [--sizes 10000 100000 1000000] [--write]

Half of the subjects are films, half people. A film is told by its year, director and running time, a person by the day
and the length of a detention; each claim may be missing, and some are wrong. Of the names 40 % are damaged: a slip of
the pen, a word left out or added, an initial, a nickname, other case, other order. One film in twenty has a remake of
the same title, one person in twenty a namesake who differs by a letter or by the first name. The generator has a seed:
every run makes the same claims. Each size runs in a process of its own, so that its peak of memory is its own.
"""

from __future__ import annotations

import argparse
import gc
import json
import math
import random
import resource
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from functools import cache, lru_cache

from bench.page import machine, write
from factcheck.__main__ import SELDOM
from factcheck.model import Claim, Span, Subject
from factcheck.normalise.names import person_name
from factcheck.pipeline import habits
from factcheck.reconcile.link import Linker
from factcheck.ruleset import About, load_language
from factcheck.values import Bounds, Interval, Listed, Ordered
from factcheck.values.calendar import day_number
from factcheck.values.value import Person

SIZES = (10_000, 100_000, 1_000_000)
ABOUT = (About(id="film", kind="work"), About(id="detention", kind="person"))
PARTS = (
    "ol",
    "fer",
    "zu",
    "qua",
    "jo",
    "nik",
    "sto",
    "lia",
    "dre",
    "cha",
    "up",
    "yer",
    "mak",
    "son",
    "bi",
    "tov",
    "ard",
    "ces",
    "ba",
    "den",
    "ro",
    "mi",
    "ka",
    "lon",
    "ter",
    "vi",
    "sha",
    "ne",
    "gor",
    "pal",
    "ti",
    "wu",
    "han",
    "el",
    "is",
    "bru",
)
SMALL = ("the", "of", "in", "a", "and", "last", "night", "house", "love", "war", "story", "girl", "city", "day")
LANGUAGE = load_language()
GIVEN = sorted(name for name in LANGUAGE.names.given if name.isalpha() and len(name) > 3)[:600]
SHORT = {full: min(short for short, of in LANGUAGE.names.nicknames.items() if full in of)
         for full in GIVEN if any(full in of for of in LANGUAGE.names.nicknames.values())}  # fmt: skip
DAMAGED, DOUBLES, MENTIONS = 0.4, 0.05, 5


class World:
    """Subjects, and documents that speak of them."""

    def __init__(self, claims: int) -> None:
        self._random = random.Random(claims)
        self._claims = claims

    def claims(self) -> Iterator[tuple[Claim, int]]:
        """Yield claims with the number of the subject that they are truly about, until there are enough."""
        made = document = truth = 0
        while made < self._claims:
            for subject in self._film() if self._random.random() < 0.5 else self._person():
                truth += 1
                for _ in range(self._random.randint(1, 2 * MENTIONS - 1)):
                    document += 1
                    span = Span(f"{document}.txt", 0, 1, 1, 1, 1, 2, "")
                    about, name, says = subject
                    named = Subject(about, self._damaged(name, about == "detention"))
                    for field, value in self._says(says):
                        made += 1
                        yield Claim(field, named, value, "label", field, span), truth

    def _says(self, says):
        for field, value, wrong in says:
            if self._random.random() < 0.75:
                yield field, (wrong if self._random.random() < 0.08 else value)

    def _word(self) -> str:
        """Return a word: of a thousand short ones, or of very many longer ones, as in a language."""
        return "".join(self._random.choices(PARTS, k=self._random.randint(2, 4)))

    def _film(self):
        small = self._random.choices(SMALL, k=self._random.randint(0, 2))
        words = [*small, *(self._word() for _ in range(self._random.randint(1, 2)))]
        self._random.shuffle(words)
        title = " ".join(words).title()
        year = self._random.randint(1930, 2020)
        yield "film", title, self._of_film(year)
        if self._random.random() < DOUBLES:
            yield "film", title, self._of_film(year + self._random.choice((-15, -9, 9, 15)))

    def _of_film(self, year: int):
        director, length = person(self._full_name()), self._random.randint(70, 180)
        other = person(f"{director.items[0].text} and Sons")
        return (
            ("film.year", years(year), years(year + 1)),
            ("film.director", director, other),
            ("film.runtime", minutes(length), minutes(length + 7)),
        )

    def _full_name(self) -> str:
        return f"{self._random.choice(GIVEN)} {self._word()}".title()

    def _person(self):
        name = self._full_name()
        yield "detention", name, self._of_person()
        if self._random.random() < DOUBLES:
            first, last = name.split()
            other = f"{self._random.choice(GIVEN).title()} {last}"
            yield "detention", self._random.choice((other, f"{first} {last}a")), self._of_person()

    def _of_person(self):
        start, length = self._random.randint(10_000, 19_000), self._random.randint(5, 400)
        return (
            ("detention.start", days(start), days(start + 1)),
            ("detention.length", minutes(length * 1440), minutes(length * 2000)),
        )

    def _damaged(self, name: str, is_person: bool) -> str:
        if self._random.random() > DAMAGED:
            return name
        ways = (
            self._slip,
            self._slip,
            self._case,
            self._order,
            *((initial, short) if is_person else (self._out, self._in)),
        )
        return self._random.choice(ways)(name)

    def _case(self, name: str) -> str:
        return name.upper() if self._random.random() < 0.5 else name.lower()

    def _order(self, name: str) -> str:
        first, last = name.rsplit(maxsplit=1) if " " in name else ("", name)
        return f"{last}, {first}" if first else name

    def _out(self, name: str) -> str:
        words = name.split()
        del words[self._random.randrange(len(words))]
        return " ".join(words) or name

    def _in(self, name: str) -> str:
        words = name.split()
        words.insert(self._random.randint(0, len(words)), self._random.choice(SMALL).title())
        return " ".join(words)

    def _slip(self, name: str) -> str:
        at = self._random.randrange(1, len(name) - 1)
        dropped, doubled = name[:at] + name[at + 1 :], name[:at] + name[at] + name[at:]
        return self._random.choice((dropped, doubled, name[: at - 1] + name[at] + name[at - 1] + name[at + 1 :]))


def initial(name: str) -> str:
    """Return a name with an initial for its first word."""
    return f"{name[0]}. {name.rsplit(maxsplit=1)[-1]}"


def short(name: str) -> str:
    """Return a name with the short form of its first word, where there is one."""
    first, last = name.split()
    return f"{SHORT.get(first.lower(), first).title()} {last}"


@cache
def minutes(number: int) -> Ordered:
    """Return a length, as a table would give it."""
    bounds = Interval(number * 60, number * 60)
    return Ordered("duration", f"PT{number}M", Bounds(bounds, bounds), "second", point=number * 60)


@cache
def years(number: int) -> Ordered:
    """Return a year."""
    bounds = Interval(day_number(number, 1, 1), day_number(number + 1, 1, 1), high_open=True)
    return Ordered("date", str(number), Bounds(bounds, bounds), "day")


@cache
def days(number: int) -> Ordered:
    """Return a day."""
    bounds = Interval(number, number + 1, high_open=True)
    return Ordered("date", f"D{number}", Bounds(bounds, bounds), "day")


@lru_cache(maxsize=1 << 16)
def person(name: str) -> Listed:
    """Return a name as a value."""
    return Listed("name", (Person(person_name(name, LANGUAGE.names)),))


def measured(size: int) -> dict[str, float]:
    """Link claims, and return what it cost and how well it went."""
    gc.set_threshold(*SELDOM)
    claims, truths = map(list, zip(*World(size).claims(), strict=True))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start, used = time.perf_counter(), time.process_time()
    linker = Linker(claims, ABOUT, habits(LANGUAGE))
    named = linker.named(claims)
    seconds, busy = time.perf_counter() - start, time.process_time() - used
    sure, likely = (
        pairwise([(each.subject.key, each.subject.own if strict else "") for each in named], truths)
        for strict in (True, False)
    )
    return {
        "claims": size,
        "names": len({claim.subject.name for claim in claims}),
        "pairs": linker.pairs,
        "seconds": seconds,
        "cpu": busy,
        "claims_mb": before / 1000,
        "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000,
        "sure": sure,
        "precision": likely[0],
        "recall": likely[1],
        "f1": likely[2],
    }


def pairwise(found, truths) -> tuple[float, float, float]:
    """Return precision, recall and F1 over pairs of claims that are put together."""
    pairs = zip(found, truths, strict=True)
    both, ours, theirs = (sum(n * (n - 1) / 2 for n in Counter(of).values()) for of in (pairs, found, truths))
    precision, recall = both / max(1, ours), both / max(1, theirs)
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def table(rows: list[dict]) -> str:
    """Return what was measured, with the growth of the pairs from size to size."""
    heads = ("claims", "names", "pairs looked at", "growth exponent", "seconds", "of a processor", "peak MB")
    heads += ("of them the claims", "precision", "recall", "F1", "precision of sure joins")
    lines = [f"| {' | '.join(heads)} |", "|" + "--:|" * len(heads)]
    for n, row in enumerate(rows):
        counts = [f"{row[each]:,}" for each in ("claims", "names", "pairs")]
        counts.append("" if not n else f"{growth(rows[n - 1], row):.2f}")
        costs = [f"{row['seconds']:.1f}", f"{row['cpu']:.1f}", f"{row['peak_mb']:.0f}", f"{row['claims_mb']:.0f}"]
        quality = [f"{each:.3f}" for each in (row["precision"], row["recall"], row["f1"], row["sure"][0])]
        lines.append(f"| {' | '.join((*counts, *costs, *quality))} |")
    return "\n".join([machine(), "", *lines])


def growth(small: dict, large: dict) -> float:
    """Return the power of the number of claims with which that of pairs grows."""
    return math.log(large["pairs"] / small["pairs"]) / math.log(large["claims"] / small["claims"])


def main() -> None:
    """Print the table, and write it where asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=list(SIZES))
    parser.add_argument("--one", type=int, help="measure this size here, and print it as JSON")
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    if args.one:
        print(json.dumps(measured(args.one)))
        return
    rows = []
    for size in args.sizes:
        done = subprocess.run(
            [sys.executable, "-m", "bench.linkage", "--one", str(size)], check=True, capture_output=True, text=True
        )
        rows.append(json.loads(done.stdout))
    text = table(rows)
    print(text)
    if args.write:
        write("linkage", text)


if __name__ == "__main__":
    main()
