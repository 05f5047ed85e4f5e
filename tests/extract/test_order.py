"""The order of events as sentences tell it, and sentences that look alike and tell none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from factcheck.reconcile import Reconciled

Run = Callable[..., Reconciled]
ARREST, RAZED, FREE = "detention.arrest", "studio.demolition", "detention.release"


def told(reconciled: Run, text: str) -> list[str]:
    return [claim.value.reading for claim in reconciled([text]).claims if claim.value.kind == "order"]


@pytest.mark.parametrize(
    ("text", "first", "then"),
    [
        ("Wang Wei was arrested on Monday and his studio was later razed.", ARREST, RAZED),
        ("Wang Wei was arrested, and his studio was eventually torn down.", ARREST, RAZED),
        ("Wang Wei was arrested in May; his studio was subsequently demolished.", ARREST, RAZED),
        ("Wang Wei was arrested, and his studio was demolished two weeks later.", ARREST, RAZED),
        ("Wang Wei was arrested, and his studio was demolished soon afterwards.", ARREST, RAZED),
        ("Wang Wei was arrested, after which his studio was demolished.", ARREST, RAZED),
        ("The arrest of Wang Wei was followed a month later by the demolition of his studio.", ARREST, RAZED),
        ("Wang Wei was detained shortly before his studio was demolished.", ARREST, RAZED),
        ("Wang Wei was detained prior to the demolition of the studio.", ARREST, RAZED),
        ("Before the studio was bulldozed, Wang Wei was arrested twice.", None, None),
        ("Before the studio was bulldozed in May, Wang Wei was arrested.", ARREST, RAZED),
        ("The studio of Wang Wei was demolished just after his arrest.", ARREST, RAZED),
        ("The studio of Wang Wei was demolished once he was arrested.", ARREST, RAZED),
        ("After his arrest, Wang Wei saw the studio demolished.", ARREST, RAZED),
        ("Following the arrest of Wang Wei in May, officials had the studio razed.", ARREST, RAZED),
        ("As soon as Wang Wei was arrested, the studio was razed.", ARREST, RAZED),
        ("When Wang Wei was arrested, his studio had already been demolished.", RAZED, ARREST),
        ("The studio of Wang Wei had been demolished when he was arrested.", RAZED, ARREST),
        ("The studio of Wang Wei was demolished, and he was finally released from jail.", RAZED, FREE),
        ("Wang Wei was arrested, his studio was later razed, and he was finally freed on bail.", ARREST, RAZED),
        # No order, or somebody else's, or of what did not happen.
        ("Wang Wei was arrested and his studio demolished.", None, None),
        ("Wang Wei was arrested when his studio was demolished.", None, None),
        ("Wang Wei was never arrested after the studio was demolished.", None, None),
        ("Wang Wei could be arrested before the studio is demolished.", None, None),
        ("Wang Wei wasn't arrested after his studio was demolished.", None, None),
        ("Wang Wei was arrested again after his studio was demolished.", None, None),
        ("The studio of Wang Wei was demolished, he said after his arrest.", None, None),
        ("The studio of Wang Wei was demolished and rebuilt after his arrest.", None, None),
        ("The studio of Wang Wei was demolished after protests and he was arrested.", None, None),
        ("The studio of Wang Wei was demolished and later rebuilt; he was arrested.", None, None),
        ("Wang Wei was arrested after his studio was finally demolished.", RAZED, ARREST),
        ("Wang Wei was arrested before noon, and letters were later destroyed.", None, None),
        ("Wang Wei was put under house arrest before his studio was demolished.", None, None),
        ("Two homes were destroyed before Wang Wei was arrested.", None, None),
    ],
)
def test_a_sentence(reconciled: Run, text: str, first: str | None, then: str | None) -> None:
    assert told(reconciled, text)[:1] == ([f"{first} < {then}"] if first else [])


def test_three_events_in_a_row_are_two_orders(reconciled: Run) -> None:
    text = "Wang Wei was arrested, his studio was later razed, and he was finally freed on bail."
    assert told(reconciled, text) == [f"{ARREST} < {RAZED}", f"{RAZED} < {FREE}"]


def test_what_goes_on_until_an_event_says_only_what_it_comes_after(reconciled: Run) -> None:
    after = "The film follows Wang Wei until shortly after his arrest."
    assert told(reconciled, after) == ["detention.arrest < film.wrap"]
    assert told(reconciled, "She filmed Wang Wei before his arrest.") == []


def test_a_long_sentence_costs_no_more_than_its_length(reconciled: Run) -> None:
    text = "Wang Wei was arrested and his studio later demolished, " * 400
    assert set(told(reconciled, text)) <= {f"{ARREST} < {RAZED}", f"{RAZED} < {ARREST}"}
