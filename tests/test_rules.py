"""Every example that a rule carries is a test; and every rule is fit to be read."""

from __future__ import annotations

import pytest

from factcheck.examples import Outcome, run_examples
from factcheck.ruleset import Rule, Ruleset, load_ruleset

OUTCOMES = tuple(run_examples(load_ruleset()))
RULES = tuple(load_ruleset().judging.values())


@pytest.mark.parametrize("outcome", OUTCOMES, ids=lambda o: f"{o.rule}-{o.kind}-{o.say[:40]}")
def test_example(outcome: Outcome) -> None:
    assert outcome.ok, outcome.what


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_rule_has_examples_of_every_kind(rule: Rule) -> None:
    """What is read, what must stay silent, what contradicts and what does not."""
    examples = rule.examples
    assert examples.reads and examples.silent and examples.conflict and examples.agree


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_because_is_a_sentence(rule: Rule) -> None:
    assert rule.because[0].isupper() and rule.because.endswith(".")


def test_no_example_stands_for_two_rules(ruleset: Ruleset) -> None:
    """A wording that a rule must not read is no wording that the same rule must read."""
    for rule in ruleset.judging.values():
        assert not {read.say for read in rule.examples.reads} & set(rule.examples.silent)
