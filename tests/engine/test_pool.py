"""The pool gives what one process gives, in the same order, whatever becomes of its processes."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from factcheck.engine import InProcess
from factcheck.engine.pool import Pool
from factcheck.errors import FactcheckError
from tests.engine.steps import Item, Step, double

ITEMS = [Item(f"n{n}", size=n * 997 % 50_000) for n in range(300)]


def test_results_come_in_the_order_of_the_items() -> None:
    assert list(Pool(3, least=0).map(Step(), ITEMS)) == list(InProcess().map(Step(), ITEMS))


def test_a_small_input_starts_no_process() -> None:
    small = [Item("a", "pid", 1_000_000), Item("b", "pid", 2_000_000)]
    assert set(Pool(2).map(Step(), small)) == {str(os.getpid())}
    large = [*small, Item("c", "pid", 2_000_000)]
    assert str(os.getpid()) not in set(Pool(2).map(Step(), large))


def test_an_item_that_ends_its_process_is_named_and_all_others_go_on() -> None:
    items = [*ITEMS[:100], Item("bad", "die"), *ITEMS[100:]]
    found = list(Pool(2, least=0).map(Step(), items))
    assert found[100] == "bad: crashed the process that looked through it, twice"
    assert found[:100] + found[101:] == [each.name for each in ITEMS]


def test_an_item_whose_process_died_is_tried_again(tmp_path: Path) -> None:
    items = [Item("a"), Item("b", "die once"), Item("c")]
    assert list(Pool(2, least=0).map(Step(tmp_path), items)) == ["a", "b", "c"]


def test_an_item_that_takes_too_long_is_named_and_does_not_hold_up_the_rest() -> None:
    began = time.monotonic()
    found = list(Pool(2, least=0, patience=1).map(Step(), [Item("a"), Item("slow", "hang", 0), Item("c")]))
    assert found == ["a", "slow: took more than 1 second to look through", "c"]
    assert time.monotonic() - began < 50  # the item alone would take 60


def test_an_item_that_asks_for_too_much_memory_is_named() -> None:
    found = list(Pool(2, least=0).map(Step(), [Item("a"), Item("greedy", "eat"), Item("c")]))
    assert found == ["a", "greedy: asks for too much memory", "c"]


def test_what_a_step_raises_is_raised_here() -> None:
    with pytest.raises(FactcheckError, match="b is wrong") as raised:
        list(Pool(2, least=0).map(Step(), [Item("a"), Item("b", "fail"), Item("c")]))
    assert raised.value.hint == "mend it"


def test_nothing_is_left_where_the_results_are_not_all_wanted() -> None:
    results = Pool(2, least=0).map(Step(), [Item(f"n{n}", "pid", 300_000) for n in range(50)])
    pids = {int(next(results)), int(next(results)), int(next(results))}
    results.close()  # type: ignore[attr-defined]
    for pid in pids:
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)


def test_groups_are_judged_in_order() -> None:
    assert list(Pool(2).group(double, [("a", 1), ("b", 2)])) == [("a", 2), ("b", 4)]
