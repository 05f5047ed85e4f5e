"""Documents about one event are joined by a place that they share, and by days that are near."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from factcheck.reconcile.topics import Topic, shared


def topic(places: str, told: str = "") -> Topic:
    return Topic(frozenset(("event", f"{place} quake") for place in places.split()), told)


def test_the_place_of_most_documents_takes_them_all() -> None:
    one, two, three, four = topic("healdsburg sonoma"), topic("healdsburg"), topic("sonoma cobb"), topic("cobb geysers")
    found = shared([one, two, three, four])
    assert found[one] == found[two]
    assert found[three] == found[four] != found[one]


def test_a_place_that_most_of_them_have_leads_to_them_too() -> None:
    many = [topic(f"qeshm iran {n}") for n in range(4)]
    found = shared([*many, topic("iran dubai")])
    assert len(set(found.values())) == 1


def test_what_shares_no_place_is_left_alone() -> None:
    found = shared([topic("bam"), topic("qeshm")])
    assert len(set(found.values())) == 2


def test_reports_weeks_apart_are_of_different_events() -> None:
    early, next_day, late = (topic("qeshm", day) for day in ("2005-11-27", "2005-11-28", "2006-06-25"))
    found = shared([early, next_day, late, topic("qeshm")])
    assert found[early] == found[next_day] != found[late]
    assert found[topic("qeshm")] not in (found[early], found[late])


def test_without_a_day_a_topic_goes_with_the_only_event_of_its_place() -> None:
    found = shared([topic("qeshm", "2005-11-27"), topic("qeshm")])
    assert len(set(found.values())) == 1


def test_what_is_left_of_a_place_goes_with_what_was_told_on_the_same_day() -> None:
    state, lake = topic("california cobb clearlake", "2013-03-14"), topic("lake cobb", "2013-03-14")
    many = [topic(f"california town{n}", "2013-03-14") for n in range(3)]
    found = shared([state, *many, lake, topic("lake clearlake", "2013-03-14")])
    assert len(set(found.values())) == 1
    found = shared([state, *many, topic("lake cobb", "2013-03-15")])
    assert len(set(found.values())) == 2


def test_a_topic_with_no_place_of_its_own_goes_with_one_that_has_all_of_its_places() -> None:
    abbey, town = topic("lindalabbey lindal"), topic("lindal")
    many = [topic(f"lindalabbey street{n}") for n in range(3)]
    assert len(set(shared([*many, abbey, town]).values())) == 1
    elsewhere = topic("lindal tarvo")
    assert shared([*many, abbey, elsewhere])[elsewhere] not in shared([*many, abbey]).values()


TOPICS = st.lists(
    st.builds(
        topic,
        st.lists(st.sampled_from("abcdef"), min_size=1, max_size=4).map(" ".join),
        st.sampled_from(["", "2011-03-01", "2011-03-05", "2011-05-01"]),
    ),
    max_size=12,
)


@given(TOPICS)
def test_every_topic_shares_a_place_with_its_fellows_in_any_order(topics: list[Topic]) -> None:
    found = shared(topics)
    assert found == shared(sorted(topics, key=repr))
    if not any(each.told for each in topics):  # days divide a place's topics; what is left over goes by any of its own
        for each in topics:
            fellows = [other for other in found if found[other] == found[each] and other != each]
            assert not fellows or any(each.keys & other.keys for other in fellows)
