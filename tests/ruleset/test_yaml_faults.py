"""A faulty pack is shown where it is faulty: file, line, column, caret, what is wrong and what to do."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.errors import FactcheckError, FileError
from factcheck.ruleset import load_ruleset
from factcheck.ruleset.yamltree import parse

PACK = """\
subjects:
  - {id: film, kind: work}
rules:
  - id: film.cost
    about: film
    kind: number
    find:
      phrases: ["costs {value}"]
    because: Budgets grow.
    examples:
      conflict: [["costs 5", "costs 7"]]
      agree: [["costs 5", "costs 5"]]
"""
MORE = PACK + "".join(
    f"  - {{id: film.{name}, about: film, kind: {kind}, because: x, find: {{}}, "
    "examples: {conflict: [[a, b]], agree: [[a, b]]}}\n"
    for name, kind in (("day", "date"), ("net", "number"), ("tax", "number"))
)
EVENT = """\
events:
  - {id: film.end, about: film, words: ["ended"], because: x, examples: {conflict: [[a, b]], agree: [[a, b]]}}
"""
HERE = "‸"  # stands where the caret must point


def load(folder: Path, *packs: str) -> str:
    """Return the message that loading these packs raises."""
    files = [folder / f"{n}.yaml" for n in range(len(packs))]
    for file, text in zip(files, packs, strict=True):
        file.write_text(text, encoding="utf-8")
    with pytest.raises(FileError) as error:
        load_ruleset(files, defaults=False)
    return error.value.message


def edited(old: str, new: str) -> str:
    assert old in PACK
    return PACK.replace(old, new)


def because(text: str) -> str:
    return edited("because: Budgets grow.", text)


def phrases(text: str) -> str:
    return edited('"costs {value}"', text)


def examples(text: str) -> str:
    return PACK[: PACK.index("examples")] + text


def test_the_pack_that_is_spoilt_here_is_sound(tmp_path: Path) -> None:
    (tmp_path / "pack.yaml").write_text(PACK)
    assert [rule.id for rule in load_ruleset([tmp_path], defaults=False).rules] == ["film.cost"]


@pytest.mark.parametrize(
    ("pack", "what", "hint"),
    [
        # What YAML can do and a pack must not.
        (because("because: ‸&a Budgets"), "an anchor (&a)", "write the value out"),
        (because("‸&a because: Budgets"), "an anchor (&a)", "write the value out"),
        (because("because: ‸*a"), "an alias (*a)", "write the value out"),
        (because("<<: ‸*a\n    because: x"), "an alias (*a)", "write the value out"),
        (because("because: ‸!!str Budgets"), "a tag", "quote the value"),
        (because("because: ‸! Budgets"), "a tag", "quote the value"),
        (because("‸!!str because: Budgets"), "a tag", "quote the value"),
        (because("because: x\n    ‸because: y"), "the key 'because' stands twice", "the first is in line 9"),
        (because("because: x\n    ? ‸[a]\n    : b"), "a key that is not a word", ""),
        (PACK + "‸---\nrules: []\n", "a second document", ""),
        (PACK + "roles:\n‸\t- [a, b]\n", "cannot start any token", "spaces, not with tabs"),
        (because('because: "‸\x07"'), "a control character", "take it out"),
        (because("because: x\n   ‸about: y"), "not YAML", ""),
        ("a: " + "[" * 40 + HERE + "[" * 20 + "]" * 60, "nested too deeply", ""),
        # Keys and values.
        (because("because: x\n    ‸tolerence: {things: 1}"), "tolerence", "check its spelling"),
        (because("because: x\n    severity: ‸fatal"), "'note', 'warning' or 'error'", "one of the values"),
        (edited("kind: number", "kind: ‸height"), "'number', 'duration', 'date'", "one of the values"),
        (edited("    because: Budgets grow.\n", "").replace("- id", "- ‸id"), "because", "add it"),
        (edited("film.cost", "‸Film Cost"), "rules.0.id", "such as film.runtime"),
        (because("because: x\n    tolerance: {‸miles: 1}"), "'miles' is no unit of a number", ""),
        (because("because: x\n    tolerance: ‸{things: -1}"), "a number from 0 on", ""),
        (because("because: x\n    error_beyond: ‸{things: nan}"), "a number from 0 on", ""),
        (edited('phrases: ["costs {value}"]', "labels: [Cost, ‸' ']"), "an empty entry", ""),
        (examples("examples: {conflict: [[a, b]], agree: [‸[a]]}"), "agree.0.1", "add it"),
        (examples("‸examples: {conflict: [[a, b]]}"), "at least one pair under `conflict` and one under `agree`", ""),
        (examples("‸examples: {conflict: [], agree: [[a, b]]}"), "at least one pair under `conflict`", ""),
        # Phrases: the caret stands in the phrase, whatever quotes are around it.
        (phrases('"costs ‸[about {value}"'), "'[' that is never closed", ""),
        (phrases('"costs {value}", "priced ‸(at|for {value}"'), "'(' that is never closed", ""),
        (phrases("'costs {value}‸)'"), "a ')' too many", ""),
        (phrases('"costs ‸{val ue}"'), "a slot is a name in braces", ""),
        (phrases('"costs {value} or ‸{value}"'), "{value} stands twice", ""),
        (phrases('‸"costs {value} in {place}"'), "unknown slot {place}; known are other, value, value.end, ", ""),
        (phrases('‸"costs a lot"'), "has no {value}", ""),
        (phrases('‸"{value}"'), "no literal word of three letters", ""),
        (phrases('‸"at {value} [euros]"'), "no literal word of three letters", ""),
        # What only all rules together tell.
        (edited("about: film", "about: ‸flim"), "'flim' is no subject", "known: film"),
        (PACK + "derive: [{field: film.cost, how: span, from: [film.cost, ‸film.b]}]", "'film.b' is no field", ""),
        (PACK + "derive: [{field: ‸film.a, how: anniversary, from: [film.cost]}]", "'film.a' is no field", ""),
        (PACK + "derive: [‸{field: film.cost, how: span, from: [film.cost]}]", "made from 2 field(s)", ""),
        (PACK + "derive: [{field: film.cost, how: ‸sums, from: [film.cost]}]", "'span', 'anniversary'", "one of the"),
        (MORE + "derive: [{field: ‸film.cost, how: anniversary, from: [film.day]}]", "gives a date, and", "kinds"),
        (MORE + "derive: [{field: film.day, how: anniversary, from: [‸film.cost]}]", "takes a date here", "kinds"),
        (MORE + "check: [{sum: [film.day, film.day], equals: ‸film.day, because: x}]", "a date is no sum", "kinds"),
        (MORE + "check: [{sum: [film.net, ‸film.day], equals: film.tax, because: x}]", "takes a number here", "kin"),
        (PACK + "check: [‸{sum: [film.cost], equals: film.cost, because: x}]", "from two fields or more", ""),
        (PACK + "check: [‸{equals: film.cost, because: x}]", "either a `sum` or a `ratio`", ""),
        (MORE + "check: [{sum: [film.net, film.tax], equals: ‸film.net, because: x}]", "follows from itself", "out"),
        (PACK + "order: [{first: ‸film.wrap, then: film.end, because: x}]\n" + EVENT, "is no event", "film.end"),
        (PACK + EVENT.replace("film.end", "‸film.cost"), "is a field already", "a name of its own"),
        (PACK + EVENT.replace("about: film", "about: ‸flim"), "'flim' is no subject", "known: film"),
        (PACK + EVENT.replace("film.end,", "film.end, date: ‸film.cost,"), "film.cost is a number", ""),
        (PACK + EVENT.replace("film.end,", "film.end, date: ‸film.b,"), "'film.b' is no field", ""),
        (PACK + EVENT.replace('["ended"]', '[‸"ended {value}"]'), "an event knows {who} alone", ""),
        (PACK + EVENT.replace('["ended"]', '["ended", ‸"at {who}"]'), "no literal word of three letters", ""),
        (PACK + "roles: [[film.cost, ‸film.price]]", "'film.price' is no field", ""),
        (PACK + PACK[PACK.index("  - id") :].replace("film.cost", "‸film.cost"), "stands twice", "keep one"),
        ("‸- film.cost\n", "valid dictionary", ""),
    ],
)  # fmt: skip
def test_a_fault_is_shown_in_its_place(tmp_path: Path, pack: str, what: str, hint: str) -> None:
    at = pack.index(HERE)
    line, column = pack.count("\n", 0, at) + 1, at - pack.rfind("\n", 0, at)
    message = load(tmp_path, pack.replace(HERE, ""))
    head, *snippet = message.splitlines()
    assert head.startswith(f"{tmp_path / '0.yaml'}:{line}:{column}: ")
    assert what in head
    assert hint in message and ("help:" in message) == bool(hint)
    caret = next(n for n, shown in enumerate(snippet) if shown.strip(" |") == "^")
    faulty, place = snippet[caret - 1], snippet[caret].index("^")
    rest = pack.splitlines()[line - 1].partition(HERE)[2].expandtabs(1)
    assert faulty.lstrip().startswith(f"{line} | ")
    assert faulty[place:] == rest[: len(faulty) - place] != ""
    assert message.count(f"{tmp_path}") == 1


def test_all_faults_of_all_files_come_at_once(tmp_path: Path) -> None:
    spoilt = phrases('"costs [{value}", "priced (at {value}"')
    spoilt = spoilt.replace("kind: number", "kind: height").replace("because", "becuase")
    misfits = because("because: x\n    tolerance: {miles: 1}").replace("costs {value}", "costs {price}")
    message = load(tmp_path, spoilt, misfits, "a: &x 1\nb: *x\n")
    places = [line.split(": ")[0] for line in message.splitlines() if line.startswith(str(tmp_path))]
    assert [place.rpartition("/")[2] for place in places] == [
        "0.yaml:6:11", "0.yaml:8:24", "0.yaml:8:43", "0.yaml:4:5", "0.yaml:9:5",
        "1.yaml:8:17", "1.yaml:10:17",
        "2.yaml:1:4", "2.yaml:2:4",
    ]  # fmt: skip


def test_a_long_line_is_cut_around_the_caret(tmp_path: Path) -> None:
    message = load(tmp_path, because("because: x\n    becuase: y" + "y" * 500))
    assert max(map(len, message.splitlines()[1:])) < 120
    message = load(tmp_path, phrases('"costs ' + "very " * 50 + '[much {value}"'))
    *_, faulty, caret = message.splitlines()
    assert faulty[caret.index("^") :].startswith("[much")


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"rules: [caf\xe9]", "not UTF-8 text (byte 11)"),
        (b"# " + b"x" * 2_000_001, "too large"),
        (b"[" * 100_000, "nested too deeply"),
    ],
)
def test_a_file_that_cannot_be_a_pack(tmp_path: Path, content: bytes, what: str) -> None:
    file = tmp_path / "pack.yaml"
    file.write_bytes(content)
    with pytest.raises(FileError) as error:
        load_ruleset([file], defaults=False)
    assert str(error.value).startswith(f"{file}:1:")
    assert what in str(error.value)
    assert len(str(error.value)) < 1_000


def test_packs_must_exist_and_hold_rules(tmp_path: Path) -> None:
    with pytest.raises(FactcheckError, match="no such rule pack"):
        load_ruleset([tmp_path / "missing.yaml"])
    (tmp_path / "empty.yaml").touch()
    with pytest.raises(FactcheckError, match="no rules to check by"):
        load_ruleset([tmp_path / "empty.yaml"], defaults=False)


@pytest.mark.parametrize(
    "scalar", ["no", "off", "12:30", "2012-01-22", "010", "1_000", "0x1F", "1e3", ".inf", "=", "<<"]
)
def test_scalars_stay_what_they_look_like(scalar: str) -> None:
    """YAML 1.1 would make them False, 750, a date, 8, 1000, 31 and so on."""
    assert parse(f"a: {scalar}\n{scalar}: [{scalar}]\n", "x").data == {"a": scalar, scalar: [scalar]}


def test_nothing_written_is_nothing_and_quotes_make_it_text() -> None:
    assert parse("a:\nb: ~\nc: ''\nd: 'null'\n", "x").data == {"a": None, "b": None, "c": "", "d": "null"}
    assert parse("", "x").data is None


def test_a_byte_order_mark_and_cr_lf_are_no_faults(tmp_path: Path) -> None:
    (tmp_path / "pack.yaml").write_bytes(b"\xef\xbb\xbf" + PACK.replace("\n", "\r\n").encode())
    assert len(load_ruleset([tmp_path], defaults=False).rules) == 1


YAML = [
    ": ",
    "- ",
    "\n",
    "\n  ",
    "[",
    "]",
    "{",
    "}",
    ", ",
    "&a",
    "*a",
    "!t ",
    "? ",
    "| ",
    ">",
    "'",
    '"',
    "#",
    "%",
    "\t",
    "---",
    "k",
    "艾",
]


@settings(deadline=None)
@given(st.lists(st.sampled_from(YAML) | st.text(max_size=2)).map("".join))
def test_any_text_is_data_or_faults_with_a_place(text: str) -> None:
    try:
        parse(text, "pack.yaml")
    except FileError as error:
        lines = text.splitlines() or [""]
        for fault in error.faults:
            assert 1 <= fault.line <= len(lines) + 1
            assert 1 <= fault.column <= len([*lines, ""][fault.line - 1]) + 1
