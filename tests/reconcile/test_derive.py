"""What follows from claims: ages, sums and shares, and how many voices a chain of reasoning is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.map_step import ClaimsOf
from factcheck.model import Block, Claim, Document, Finding, Subject
from factcheck.pipeline import numbered
from factcheck.reconcile import Reconciled, reconcile
from factcheck.reconcile.derive import derived
from factcheck.ruleset import Derive, load_ruleset
from factcheck.values import Bounds, Interval, Ordered, calendar

Run = Callable[..., Reconciled]
PACK = """\
subjects: [{id: film, kind: work}]
rules:
  - {id: life.birth, about: film, kind: date, because: x, find: {labels: [Born]}, examples: &
  - {id: life.death, about: film, kind: date, because: x, find: {labels: [Died]}, examples: &
  - {id: life.age, about: film, kind: age, because: x, find: {labels: [Age at death]}, examples: &
  - {id: toll.killed, about: film, kind: number, because: x, find: {labels: [Killed]}, examples: &
  - {id: toll.injured, about: film, kind: number, because: x, find: {labels: [Injured]}, examples: &
  - {id: toll.casualties, about: film, kind: number, because: x, find: {labels: [Casualties]}, examples: &
  - {id: toll.share, about: film, kind: percent, because: x, find: {labels: [Share killed]}, examples: &
derive:
  - {field: life.age, how: age, from: [life.birth, life.death]}
check:
  - {sum: [toll.killed, toll.injured], equals: toll.casualties, because: x}
  - {ratio: [toll.killed, toll.casualties], equals: toll.share, because: x}
""".replace("&", "{conflict: [[a, b]], agree: [[a, b]]}}")


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    file = tmp_path_factory.mktemp("packs") / "life.yaml"
    file.write_text(PACK)
    rules = load_ruleset([file], defaults=False)
    claims_of = ClaimsOf(rules)

    def reconciled(texts: Sequence[str]) -> Reconciled:
        documents = (
            Document(f"{n}.txt", text, blocks=(Block(0, len(text), "text"),), title="The Bridge")
            for n, text in enumerate(texts)
        )
        return reconcile(numbered(map(claims_of, documents)), rules)

    return reconciled


def codes(found: Sequence[Finding]) -> list[tuple[str, str]]:
    return [(finding.code, finding.severity) for finding in found]


BORN, DIED = "Born: 3 May 1931", "Died: 2 May 2015"


@pytest.mark.parametrize(
    ("birth", "age", "found"),
    [
        (BORN, "83", []),
        (BORN, "84", [("FC201", "error")]),
        ("Born: 2 May 1931", "84", []),
        ("Born: 1931", "83", []),
        ("Born: 1931", "84", []),
        ("Born: 1931", "85", [("FC201", "error")]),
        ("Born: 1700", "85", []),  # nobody was so old: another person
        ("Born: 2020", "85", []),
    ],
)
def test_an_age_follows_from_birth_and_death(run: Run, birth: str, age: str, found: list[tuple[str, str]]) -> None:
    assert codes(run([f"{birth}\n{DIED}", f"Age at death: {age}"]).findings) == found


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (["Killed: 12\nInjured: 30\nCasualties: 42"], []),
        (["Killed: 12\nInjured: 30\nCasualties: 45"], [("FC401", "warning")]),
        (["Killed: 12\nInjured: over 30\nCasualties: 45"], []),
        (["Killed: 12\nInjured: about 30\nCasualties: 45"], []),
        (["Killed: 12\nInjured: 30", "Casualties: 45"], [("FC202", "warning")]),
        (["Killed: 12\nInjured: 30", "Casualties: 42"], []),
        (["Killed: 12", "Injured: 30", "Casualties: 45"], []),  # tolls of two moments are not added
        (["Killed: 12\nKilled: 14\nInjured: 30\nCasualties: 45"], [("FC401", "note")]),  # which is meant?
    ],
)
def test_parts_make_a_whole(run: Run, texts: list[str], found: list[tuple[str, str]]) -> None:
    assert codes(run(texts).findings) == found


def test_all_that_was_added_is_there_to_be_quoted(run: Run) -> None:
    (finding,) = run(["Killed: 12\nInjured: 30\nCasualties: 45"]).findings
    sides = {side.reading: side.claims[0] for side in finding.sides}
    assert {root.value.reading for root in sides["42"].roots} == {"12", "30"}
    assert sides["45"].form == "label"


@pytest.mark.parametrize(("share", "found"), [("27%", []), ("26.7%", []), ("30%", [("FC401", "warning")])])
def test_k_of_n(run: Run, share: str, found: list[tuple[str, str]]) -> None:
    assert codes(run([f"Killed: 12\nCasualties: 45\nShare killed: {share}"]).findings) == found


def test_the_year_of_birth_follows_from_an_age() -> None:
    rule = Derive.model_validate({"field": "a.b", "how": "birth", "from": ["a.c", "a.d"]})
    age = claim("c1", Ordered("age", "83", *exactly(83), "year", point=83))
    day = Ordered("date", "2015-05-02", *exactly(calendar.day_number(2015, 5, 2)), "day")
    (born,) = derived(rule, [[age], [claim("c2", day)]])
    assert born.value.reading == "1931-05-03/1932-05-02"
    assert born.derived_from == ("c1", "c2")


def test_chains_with_an_input_in_common_are_one_voice(run: Run) -> None:
    """Two deaths that differ by a day make one age each, from one and the same birth."""
    found = run([BORN, DIED, "Age at death: 83", "Age at death: 83", "Age at death: 85"])
    likely = next(fact.likely for fact in found.facts if fact.field == "life.age")
    assert likely is not None and (likely.support, likely.against) == (3, 1)


def test_what_follows_from_one_document_is_its_own_voice(run: Run) -> None:
    found = run(["Killed: 12\nInjured: 30\nCasualties: 42", "Casualties: 45"])
    (finding,) = found.findings
    assert finding.likely is not None and (finding.likely.support, finding.likely.against) == (1, 1)


bounds = st.tuples(st.integers(0, 99), st.integers(0, 99)).map(lambda ends: Interval(min(ends), max(ends)))


@given(bounds, bounds, st.data())
def test_a_sum_allows_every_sum_of_what_its_parts_allow(one: Interval, two: Interval, data: st.DataObject) -> None:
    rule = Derive.model_validate({"field": "a.b", "how": "sum", "from": ["a.c", "a.d"]})
    parts = [[claim("c1", Ordered("number", "1", Bounds(one, one)), path=True)]]
    parts += [[claim("c2", Ordered("number", "2", Bounds(two, two)), path=True)]]
    (total,) = derived(rule, parts)
    assert isinstance(total.value, Ordered)
    x, y = (data.draw(st.integers(int(each.low), int(each.high))) for each in (one, two))
    assert total.value.bounds.literal.low <= x + y <= total.value.bounds.literal.high


def exactly(at: float) -> tuple[Bounds]:
    return (Bounds(Interval(at, at), Interval(at, at)),)


def claim(id: str, value: Ordered, *, path: bool = False) -> Claim:
    span = Document("a.txt", "words").span(0, 5) if path else None
    return Claim("a.c", Subject("film", "The Bridge"), value, "label", "a.c", span, id=id)


def test_what_follows_from_something_derived_comes_after_it(tmp_path: Path) -> None:
    head, sums = PACK.split("  - {sum")
    sums, ratio = sums.split("  - {ratio")
    (tmp_path / "pack.yaml").write_text(f"{head}  - {{ratio{ratio}  - {{sum{sums}")
    fields = [each.field for each in load_ruleset([tmp_path / "pack.yaml"], defaults=False).derive]
    assert fields.index("toll.casualties") < fields.index("toll.share")
