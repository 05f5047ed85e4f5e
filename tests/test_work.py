"""Finding claims does not become dearer unnoticed: its work is counted, since a time would differ from run to run."""

from __future__ import annotations

from bench.work import LEEWAY, calls_a_kilobyte, recorded, samples


def test_the_samples_cost_no_more_than_is_recorded() -> None:
    """`python -m bench work` renews the record, where more work is worth it."""
    assert calls_a_kilobyte(samples()) <= LEEWAY * recorded()
