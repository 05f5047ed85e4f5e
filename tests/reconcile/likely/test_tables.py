"""The likely value in claims tables: bad input, trust, copies, places, lists, rounding, and verdicts."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.reconcile.likely.tables import Row, likely, report

ONE = ("town", "population")


@pytest.mark.parametrize(
    ("rows", "value", "decided"),
    [
        ([("a", 5218), ("b", 5218), ("c", 10**14)], 5218, True),  # an absurd outlier is one voice, and no mean is taken
        ([("a", 5218)], 5218, True),  # one source only: its word, with little confidence
        ([("a", 5218), ("b", "")], 5218, True),  # an empty cell is no claim
        ([("a", 5218), ("b", 6100)], 5218, False),  # all are equal: the guess is given, and that it is one
        ([("a", 5218), ("b", 6100), ("c", 7300)], 5218, False),
        ([("a", 5218), ("a", 6100), ("b", 6100), ("c", 6100)], 6100, True),  # who contradicts himself counts by halves
        ([("a", 5218), ("a", 5218), ("a", 5218), ("b", 6100)], 5218, False),  # who repeats himself counts once
        ([("a", "n/a"), ("b", 5218), ("c", 5218)], 5218, True),
    ],
)
def test_odd_input_has_a_defined_answer(
    tmp_path: Path, rows: list[tuple[str, object]], value: float, decided: bool
) -> None:
    # Other facts make the field one of numbers, whatever stands in the cells above.
    others: list[Row] = [(source, f"other {n}", "population", 1000 + n) for n in range(20) for source in "xy"]
    found = likely(tmp_path, [*others, *((source, "town", "population", said) for source, said in rows)])[ONE]
    assert (found.value, found.decided) == (value, decided)
    assert 0 < found.confidence < 1
    assert found.why


def test_a_source_that_is_mostly_right_outweighs_one_that_is_mostly_wrong(tmp_path: Path) -> None:
    rows: list[Row] = []
    for n in range(30):
        rows += [(source, f"town {n}", "population", 5000 + n) for source in ("good", "fair", "plain")]
        rows.append(("bad", f"town {n}", "population", 9000 + 7 * n))
    rows += [("good", "town", "population", 5218), ("bad", "town", "population", 8123)]
    found = report(tmp_path, rows)
    best = next(fact.likely for fact in found.facts if fact.subject.name == "town")
    assert best is not None
    assert (best.value, best.decided) == (5218, True)
    accuracy = {each.source.rpartition("#")[2]: each for each in found.standings}
    assert accuracy["good"].accuracy > 0.8 > 0.4 > accuracy["bad"].accuracy
    assert 0 < accuracy["good"].uncertainty < 0.2


def test_copies_of_one_source_count_once(tmp_path: Path) -> None:
    rows: list[Row] = []
    for n in range(25):
        copied = 5000 + n + 300 * (n % 2)  # wrong in every second fact
        rows += [(source, f"town {n}", "population", copied) for source in ("mirror", "mirror 2", "mirror 3")]
        rows += [(source, f"town {n}", "population", 5000 + n) for source in ("own 1", "own 2", "own 3", "own 4")]
    found = report(tmp_path, rows)
    pairs = {frozenset(path.rpartition("#")[2] for path in (copy.one, copy.other)) for copy in found.copies}
    assert pairs == {
        frozenset({"mirror", "mirror 2"}),
        frozenset({"mirror", "mirror 3"}),
        frozenset({"mirror 2", "mirror 3"}),
    }
    wrong = next(fact.likely for fact in found.facts if fact.subject.name == "town 1")
    assert wrong is not None
    assert (wrong.value, wrong.against) == (5001, 1)
    assert [len(voice.sources) for voice in wrong.voices if not voice.backs] == [3]


def _mirrors(towns: int) -> list[Row]:
    """Return what five mirrors say, wrong in two of five facts, and four sources that err each by itself."""
    rows: list[Row] = []
    for n in range(towns):
        mirrored = 5000 + n + (700 if n % 5 < 2 else 0)
        rows += [(f"mirror {m}", f"town {n}", "population", mirrored) for m in range(5)]
        for own in range(4):
            wrong = (n + own) % 7 == 0
            rows.append((f"own {own}", f"town {n}", "population", 5000 + n + (31 * (own + 1) if wrong else 0)))
    return rows


@pytest.mark.parametrize("towns", [35, 70])
def test_mirrors_that_outnumber_the_others_are_seen_through(tmp_path: Path, towns: int) -> None:
    found = report(tmp_path, _mirrors(towns))
    likely = {fact.subject.name: fact.likely for fact in found.facts}
    values = [best.value if (best := likely[f"town {n}"]) is not None else None for n in range(towns)]
    assert values == [5000 + n for n in range(towns)]
    copies = {tuple(path.rpartition("#")[2] for path in (copy.one, copy.other)) for copy in found.copies}
    assert copies == {(f"mirror {a}", f"mirror {b}") for a in range(5) for b in range(a + 1, 5)}


def test_right_sources_that_agree_are_no_copies(tmp_path: Path) -> None:
    rows: list[Row] = [(source, f"town {n}", "population", 5000 + n) for n in range(30) for source in "abc"]
    rows += [("d", f"town {n}", "population", 9000 + n) for n in range(30)]
    assert not report(tmp_path, rows).copies


def _places() -> list[Row]:
    rows: list[Row] = []
    for region, towns in (("Bavaria", ("Munich", "Passau", "Fuerth")), ("Saxony", ("Leipzig", "Dresden", "Zwickau"))):
        for town in towns:
            for n in range(5):
                rows += [("fine", f"{town} {n}", "place", town), ("coarse", f"{town} {n}", "place", region)]
    return rows


def test_a_region_backs_the_places_that_lie_in_it(tmp_path: Path) -> None:
    rows = [
        *_places(),
        ("coarse", "somebody", "place", "Bavaria"),
        ("a", "somebody", "place", "Passau"),
        ("b", "somebody", "place", "Dresden"),
    ]
    found = likely(tmp_path, rows)["somebody", "place"]
    assert (found.value, found.support, found.against) == (("Passau",), 2, 1)


def test_a_place_is_sure_to_hold_the_true_one_even_where_a_finer_one_may_be_meant(tmp_path: Path) -> None:
    rows = [*_places(), *((source, "somebody", "place", "Bavaria") for source in ("coarse", "b", "c", "d"))]
    found = likely(tmp_path, rows)
    wide, fine = found["somebody", "place"], found["Passau 1", "place"]
    assert (wide.value, wide.decided) == (("Bavaria",), True)
    assert wide.holds is not None
    assert wide.holds > 0.9 > wide.confidence
    assert fine.holds is not None
    assert (fine.value, fine.holds >= fine.confidence) == (("Passau",), True)
    others = [(source, f"town {n}", "population", 1000 + n) for n in range(3) for source in "xy"]
    assert all(each.holds is None for each in likely(tmp_path, others).values())


def test_a_place_that_is_rather_wrong_than_right_is_not_named_where_most_say_the_region(tmp_path: Path) -> None:
    rows = [*_places(), *((f"plain {n}", "somebody", "place", "Bavaria") for n in range(6))]
    rows += [("a", "somebody", "place", "Passau"), ("b", "somebody", "place", "Munich")]
    found = likely(tmp_path, rows)["somebody", "place"]
    assert found.value == ("Bavaria",)


def test_lists_are_weighed_member_by_member(tmp_path: Path) -> None:
    rows: list[Row] = []
    for n in range(10):
        pair = (f"Smith{'abcdefghij'[n]}, Ann", f"Brown{'abcdefghij'[n]}, Karl")
        rows += [("a", f"book {n}", "author", "; ".join(pair)), ("b", f"book {n}", "author", pair[0])]
        rows += [("c", f"book {n}", "author", " / ".join(pair))]
    rows += [
        ("a", "book", "author", "Haag, Stephen; Perry, James T."),
        ("b", "book", "author", "Stephen Haag"),
        ("c", "book", "author", "HAAG, STEPHEN PERRY, JAMES T."),
        ("d", "book", "author", "Haag, Stephen; Publishing House"),
    ]
    found = likely(tmp_path, rows)["book", "author"]
    assert isinstance(found.value, tuple)
    assert {name.casefold() for name in found.value} == {"stephen haag", "james t perry"}


def test_a_round_number_backs_what_it_was_rounded_from(tmp_path: Path) -> None:
    others: list[Row] = [(source, f"other {n}", "population", 1001 + n) for n in range(20) for source in "xy"]
    rows: list[Row] = [("a", *ONE, 8860), ("b", *ONE, 9000), ("c", *ONE, 7120)]
    found = likely(tmp_path, [*others, *rows])[ONE]
    assert (found.value, found.support, found.against) == (8860, 2, 1)


def test_the_report_is_the_same_for_every_order_of_rows(tmp_path: Path) -> None:
    rows = [*_places(), ("a", "somebody", "place", "Passau"), ("b", "somebody", "place", "Dresden")]
    assert likely(tmp_path, rows) == likely(tmp_path, rows[::-1])
