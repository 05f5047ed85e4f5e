"""What ten times as many rules cost on the same text.

    python -m bench rules

The same fifty rules stand ten times in a set, under other names and, but for one of the ten, with words of their own:
most rules of a large set are about something else than the text at hand.
"""

from __future__ import annotations

import statistics
import time
from dataclasses import replace

from bench.corpora import corpora, documents
from bench.page import machine, markdown
from factcheck.map_step import ClaimsOf
from factcheck.ruleset import Rule, Ruleset, load_ruleset

TIMES = 10
FEW = 50
TEXTS = 30
TURNS = 5


def many(ruleset: Ruleset) -> Ruleset:
    """Return the rules with nine times as many beside them that are about other things."""
    others = tuple(_other(rule, number) for number in range(1, TIMES) for rule in ruleset.rules)
    return replace(ruleset, rules=(*ruleset.rules, *others))


def _other(rule: Rule, number: int) -> Rule:
    """Return a rule with the same wordings, in each of which a word stands that no text has."""
    find = rule.find
    phrases = tuple(f"xq{number}z {phrase}" for phrase in find.phrases)
    labels = tuple(f"{label} xq{number}z" for label in find.labels)
    own = find.model_copy(update={"phrases": phrases, "labels": labels, "regex": (), "cells": False})
    return rule.model_copy(update={"id": f"{rule.id}{number}", "find": own})


def table() -> str:
    """Measure both sets in turn, and return the table."""
    ruleset = load_ruleset()
    few = replace(ruleset, rules=ruleset.rules[:FEW])
    name, texts = next(iter(corpora().items()))
    read = documents(texts[:TEXTS])
    sets = {len(each.rules): ClaimsOf(each) for each in (few, many(few))}
    times: dict[int, list[float]] = {number: [] for number in sets}
    for turn in range(TURNS + 1):
        for number, claims_of in sets.items():
            start = time.process_time()
            for document in read:
                claims_of(document)
            if turn:  # in the first one patterns are compiled
                times[number].append(time.process_time() - start)
    seconds = {number: statistics.median(each) for number, each in times.items()}
    size = sum(len(document.text) for document in read) / 1e6
    rows = [[f"{n} rules", f"{size / each:.3g}", f"{each / seconds[FEW]:.2f}"] for n, each in seconds.items()]
    return "\n\n".join([f"{machine()} On {name}.", markdown(("", "MB/s", "time against fifty"), rows)])
