"""Which event a claim is about: the document's own, one that it recalls, or one that nobody can tell."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.api import check
from factcheck.model import UNKNOWN, Claim, Finding

OWN = "A magnitude 5.9 earthquake struck near Kerman in southern Iran on Sunday, killing 14 people, officials said.\n\n"


def claims_in(folder: Path, text: str) -> tuple[Claim, ...]:
    folder.mkdir(exist_ok=True)
    (folder / "a.txt").write_text(text)
    return tuple(claim for claim in check([folder]).claims if claim.field == "disaster.deaths" and claim.span)


@pytest.mark.parametrize(
    ("sentence", "subject", "likely"),
    [
        ("The quake killed 14 people.", "Kerman earthquake", True),
        ("Twelve people were killed when walls fell.", "Kerman earthquake", True),
        ("In 2003 a quake killed 26,000 people in the city of Bam.", "Bam earthquake", False),
        ("An earthquake in February killed 612 people.", "February earthquake", True),
        ("The worst quake since 1990 killed 35,000 people.", "an earlier earthquake", False),
        ("A similar quake killed 80 people last year.", "an earlier earthquake", False),
        ("Another, weaker quake killed 2 people.", "an earlier earthquake", False),
        ("Another official said that 12 people were killed.", "Kerman earthquake", True),
        ("An agency in Golden said it was a 6.1 quake and killed 12 people.", "Kerman earthquake", True),
        ("In April 1997 a quake killed 1,500 people.", "an earlier earthquake", False),
        ("In China, an earthquake in Jiangxi killed 13 people.", "Jiangxi earthquake", False),
    ],
)
def test_a_sentence_means_the_topic_unless_it_tells_another_time_or_place(
    tmp_path: Path, sentence: str, subject: str, likely: bool
) -> None:
    *_, claim = claims_in(tmp_path / "docs", OWN + sentence)
    assert (claim.subject.name, claim.subject.likely) == (subject, likely)
    assert not claim.subject.sure


@pytest.mark.parametrize(
    ("before", "subject"),
    [
        ("The last major quake was in February.", "February earthquake"),
        ("In 2003 a quake rocked the town of Zarand.", "Zarand earthquake"),
        ("The quake was felt in Kerman.", "Kerman earthquake"),
    ],
)
def test_a_sentence_goes_on_about_the_event_before_it(tmp_path: Path, before: str, subject: str) -> None:
    *_, claim = claims_in(tmp_path / "docs", f"{OWN}{before} It killed 612 people.")
    assert claim.subject.name == subject


def test_a_text_without_an_event_has_an_unknown_one(tmp_path: Path) -> None:
    [claim] = claims_in(tmp_path / "docs", "The minister said that 14 people were killed.")
    assert claim.subject.name == UNKNOWN


def test_an_event_with_place_and_year_is_sure(tmp_path: Path) -> None:
    [claim] = claims_in(tmp_path / "docs", "He recalls the 2008 Sichuan earthquake, which killed 86,633 people.")
    assert (claim.subject.name, claim.subject.year, claim.subject.sure) == ("Sichuan earthquake", 2008, True)


TOLLS = "A bomb killed {n} people."
TIMELINE = "2011-03-01\nTalks begin in the capital.\n\n2011-03-18\n{said}\n\n2011-04-02\nTalks end.\n"


def findings_on(tmp_path: Path, **texts: str) -> list[Finding]:
    for name, text in texts.items():
        (tmp_path / f"{name}.txt").write_text(text)
    return [finding for finding in check([tmp_path]).findings if finding.field == "disaster.deaths"]


def test_a_timelines_entries_are_of_their_day(tmp_path: Path) -> None:
    [finding] = findings_on(
        tmp_path,
        one=TIMELINE.format(said="Snipers killed 45 people in the square."),
        two=TIMELINE.format(said="Gunmen killed 52 people during prayers."),
    )
    assert (finding.subject, finding.severity) == ("2011-03-18", "warning")


def test_other_days_of_timelines_are_other_events(tmp_path: Path) -> None:
    other = TIMELINE.format(said="Snipers killed 52 people.").replace("2011-03-18", "2011-03-20")
    assert not findings_on(tmp_path, one=TIMELINE.format(said="Snipers killed 45 people."), two=other)


NEWS = "An earthquake struck near Tarvo on Sunday. The quake killed {n} people in Tarvo, police said."


def test_two_topics_that_share_a_place_are_likely_one_and_never_an_error(tmp_path: Path) -> None:
    [finding] = findings_on(tmp_path, one=NEWS.format(n=14), two=NEWS.format(n=41))
    assert (finding.severity, finding.why.split(":")[0]) == (
        "warning",
        "the words are likely, not surely, about the same",
    )


def test_other_places_are_other_events(tmp_path: Path) -> None:
    assert not findings_on(tmp_path, one=NEWS.format(n=14), two=NEWS.format(n=41).replace("Tarvo", "Lindal"))


@pytest.mark.parametrize(("other", "code"), [("2005-11-28", "FC501"), ("2005-11-27", "FC101")])
def test_a_later_toll_replaces_an_earlier_one(tmp_path: Path, other: str, code: str) -> None:
    known = f"sources:\n  one.txt: {{published: 2005-11-27}}\n  two.txt: {{published: {other}}}\n"
    (tmp_path / "sources.yaml").write_text(known)
    [finding] = findings_on(tmp_path, one=NEWS.format(n=14), two=NEWS.format(n=41))
    assert finding.code == code
    assert finding.severity == ("note" if code == "FC501" else "warning")


def test_any_number_of_sentences_may_go_on_about_an_event(tmp_path: Path) -> None:
    assert claims_in(tmp_path / "docs", OWN + "It killed 12 people. " * 600)


def test_a_longer_name_of_a_place_goes_with_its_first_word_where_that_stands_alone_too(tmp_path: Path) -> None:
    texts = {
        "one": "A fire broke out in Lindal Abbey on Friday. Crews came in temperatures of minus 8 degrees in Lindal.",
        "two": "A fire broke out in Lindal on Friday. Crews fought it in temperatures of minus 15 degrees.",
    }
    for name, text in texts.items():
        (tmp_path / f"{name}.txt").write_text(text)
    [finding] = [each for each in check([tmp_path]).findings if each.field == "disaster.temperature"]
    assert finding.severity == "warning"


@pytest.mark.parametrize(
    ("lead", "subject"),
    [
        ("Gunmen opened fire on a bus in Tarvo on Sunday.", "Tarvo shooting"),
        ("A bomb exploded outside a bank in Tarvo on Sunday.", "Tarvo explosion"),
        ("Two sisters were murdered in Tarvo on Sunday.", "Tarvo killing"),
    ],
)
def test_a_text_may_begin_with_what_was_done(tmp_path: Path, lead: str, subject: str) -> None:
    *_, claim = claims_in(tmp_path / "docs", f"{lead} Twelve people were killed, police said.")
    assert (claim.subject.name, claim.subject.likely) == (subject, True)


MONDAY = "A quake killed 3 people in Tarvo, police said. Monday's earthquake was the second. "


@pytest.mark.parametrize(
    ("more", "subject"),
    [
        ("On Sunday a weaker quake had shaken the town.", "Tarvo Monday earthquake"),
        ("On Sunday the mayor had been abroad.", "Tarvo earthquake"),
        ("", "Tarvo earthquake"),
    ],
)
def test_a_topic_has_a_day_where_the_text_tells_of_another_one_on_another_day(
    tmp_path: Path, more: str, subject: str
) -> None:
    claim, *_ = claims_in(tmp_path / "docs", MONDAY + more)
    assert claim.subject.name == subject


def test_what_came_weeks_before_is_another_event(tmp_path: Path) -> None:
    *_, claim = claims_in(
        tmp_path / "docs", f"{OWN}The quake came just weeks after a landslide killed 30 people in the hills."
    )
    assert not claim.subject.likely


def test_where_nothing_else_tells_the_place_the_dateline_does(tmp_path: Path) -> None:
    later = (
        "Third student dies after shooting\nTARVO, 28 February 2012 - A third student has died after Monday's shooting."
    )
    claims = claims_in(tmp_path / "docs", f"{later} Two others were wounded.\n")
    assert {(claim.subject.name, "likely_subject" in claim.caveats) for claim in claims} == {("Tarvo shooting", True)}
