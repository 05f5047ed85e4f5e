"""Whose age, home and record it is: full names, surnames, and words that are nobody's."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.api import check
from factcheck.model import UNKNOWN


def told(folder: Path, text: str) -> list[tuple[str, str, str]]:
    (folder / "a.txt").write_text(f"{text}\n")
    claims = check([folder]).claims
    return [(claim.field, claim.subject.name, claim.value.reading) for claim in claims if claim.subject.name != UNKNOWN]


@pytest.mark.parametrize(
    ("text", "name", "age"),
    [
        ("Ruth Keller spoke first. Keller, 61, is the mayor.", "Ruth Keller", "61"),
        ("The 48-year-old Martin Brandt was taken to hospital.", "Martin Brandt", "48"),
        ("Sixty-year-old Ruth Keller was named.", "Ruth Keller", "60"),
        ("Anna Mary Lund (33) won.", "Anna Mary Lund", "33"),
        ("Police named T.J. Lund, 17, on Monday.", "T.J. Lund", "17"),
        ("Judge U.S. Court, 17 cases, spoke.", "", ""),
        ("The 57-year-old Tarvo man was named in Tarvo.", "", ""),
        ("Ruth Keller passed away at 6:41 p.m. in Bergen.", "", ""),
    ],
)
def test_an_age_is_the_named_persons(tmp_path: Path, text: str, name: str, age: str) -> None:
    ages = [(subject, reading) for field, subject, reading in told(tmp_path, text) if field.startswith("person.age")]
    assert ages == ([(name, age)] if name else [])


def test_a_place_is_nobody(tmp_path: Path) -> None:
    text = "Early Friday morning, in Lake Marlow, the singer checked into a clinic, said friends in Lake Marlow."
    (tmp_path / "a.txt").write_text(f"Nora Hale in clinic\n\n{text} Nora Hale said nothing.\n")
    assert {claim.subject.name for claim in check([tmp_path]).claims} == {"Nora Hale"}


def test_a_surname_of_two_people_is_not_sure(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "Gary Holt was charged. Kate Holt is his mother. The 35-year-old Holt said nothing.\n"
    )
    [claim] = [claim for claim in check([tmp_path]).claims if claim.field == "person.age"]
    assert "inferred_subject" in claim.caveats


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Tarvo, a town of 15,000, lies on the coast.", "Tarvo"),
        ("The quake hit Lindal Island. The island, which has about 15,000 residents, lies to the north.", "Lindal"),
        ("Lindal lies off the coast and has a population of 15,000.", "Lindal"),
    ],
)
def test_a_population_is_the_places_own(tmp_path: Path, text: str, place: str) -> None:
    assert ("place.population", place) in [(field, subject) for field, subject, _ in told(tmp_path, text)]


def test_a_date_counted_from_an_open_length_ends_no_run(tmp_path: Path) -> None:
    (tmp_path / "sources.yaml").write_text("sources:\n  a.txt: {published: 2012-08-01}\n")
    assert told(tmp_path, "Ruth Keller was arrested more than two years ago.")


@pytest.mark.parametrize(
    ("text", "name", "which"),
    [
        ("Carla Hanschke won. It was Hacnshke's sixth defence of the belt.", "Carla Hanschke", "6"),  # letters swapped
        (
            "Carla Hanschke won. Hanschke (31-2, 19 knockouts) retained her title for the fifth time.",
            "Carla Hanschke",
            "5",
        ),
        ("Carla Hanschke won. It was Hanson's sixth defence of the belt.", "Hanson", "6"),
    ],
)
def test_a_misspelt_surname_and_one_with_a_bracket_are_the_persons(
    tmp_path: Path, text: str, name: str, which: str
) -> None:
    assert ("athlete.defence", name, which) in told(tmp_path, text)


def test_he_who_is_one_of_many_is_not_all_of_them(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Nora Hale, one of 40 alleged smugglers seized on Tuesday, was let go.\n")
    arrested = [claim.value.reading for claim in check([tmp_path]).claims if claim.field == "crime.arrested"]
    assert arrested == ["40"]


def test_a_count_behind_a_place_is_nobodys_age(tmp_path: Path) -> None:
    text = "Ferry sinks off Tarvo, 11 dead\n\nA ferry sank off Tarvo on Friday. Eleven people died."
    readings = {reading for field, _, reading in told(tmp_path, text) if field == "disaster.deaths"}
    assert readings == {"11"}
