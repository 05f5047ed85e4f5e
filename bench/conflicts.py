"""How long it takes to find whether, and how, many claims of one fact contradict one another.

    python -m bench conflicts

Claims are lengths in minutes, one in a hundred of which is off: they are split into sides, each of which can be true
at once (`reconcile/sides.py`), and one witness from each side is put beside one from the other.
"""

from __future__ import annotations

import gc
import math
import time
from collections.abc import Iterator
from itertools import pairwise

from bench.linkage import minutes
from bench.page import machine, markdown
from factcheck.__main__ import SELDOM
from factcheck.model import Claim, Span, Subject
from factcheck.reconcile.sides import between, split, statements
from factcheck.ruleset import load_ruleset

SIZES = (10_000, 100_000, 1_000_000)
FIELD = "film.runtime"
_OFF = 100  # one claim of so many is off by half an hour
_SPREAD = 3  # minutes, by which the others differ


def claims(number: int) -> Iterator[Claim]:
    """Yield claims of one fact, each from a document of its own."""
    subject = Subject("film", "A Film")
    for n in range(number):
        length = 90 + n % _SPREAD + (30 if n % _OFF == 0 else 0)
        span = Span(f"{n}.txt", 0, 10, 1, 1, 1, 11, "90 minutes")
        yield Claim(FIELD, subject, minutes(length), "prose", FIELD, span, id=f"c{n}")


def seconds_for(number: int) -> float:
    """Return how long it takes to find the conflict among so many claims."""
    rule = load_ruleset().rule(FIELD)
    made = list(claims(number))
    start = time.process_time()
    camps = split(statements(made, rule), rule)
    between(camps[0].statements, camps[1].statements, rule)
    return time.process_time() - start


def table() -> str:
    """Measure all sizes, and return the table."""
    gc.set_threshold(*SELDOM)  # as the program does
    taken = [seconds_for(number) for number in SIZES]
    growth = ["", *(f"{math.log(b / a, 10):.2f}" for a, b in pairwise(taken))]
    rows = [[f"{n:,}", f"{s:.3f}", e] for n, s, e in zip(SIZES, taken, growth, strict=True)]
    return "\n\n".join([machine(), markdown(("claims of one fact", "seconds", "growth exponent"), rows)])
