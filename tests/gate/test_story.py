"""A repository of documents from day to day: what leaves the gate green, and what turns it red."""

from __future__ import annotations

import re
import textwrap

from tests.gate.repository import LISTING, REVIEW, Repository


def still_green(repository: Repository) -> None:
    """The gate is open, and following the baseline up changes not a byte of it."""
    before = repository.baseline
    assert repository.check() == (0, [])
    done = repository.run("baseline", "update")
    assert (done.returncode, done.stdout) == (0, "factcheck-baseline.jsonl: +0 \u22120\n"), done.stderr
    assert repository.baseline == before


def test_the_gate_is_red_without_a_baseline(repository: Repository) -> None:
    code, new = repository.check("--no-baseline")
    assert code == 1
    assert sorted(finding["field"] for finding in new) == ["detention.length", "film.runtime"]


def test_what_is_known_stays_known(repository: Repository) -> None:
    still_green(repository)
    # Lines move.
    repository.write(review_txt=REVIEW.replace("\n\n", "\n\nA new paragraph about the weather.\n\n\n", 1))
    still_green(repository)
    # A paragraph is wrapped anew.
    head, paragraph = LISTING.split("\n\n")
    repository.write(listing_txt=f"{head}\n\n{textwrap.fill(' '.join(paragraph.split()), 72)}\n")
    still_green(repository)
    # Files are renamed, moved and thereby reordered.
    repository.git("mv", "review.txt", "a-review.txt")
    (repository.folder / "old").mkdir()
    repository.git("mv", "listing.txt", "old/listing.txt")
    still_green(repository)
    # Text becomes Markdown.
    text = (repository.folder / "a-review.txt").read_text()
    repository.git("rm", "-q", "-f", "a-review.txt")
    repository.write(review_md=re.sub(r"^Film: (.*)", r"# \1", text).replace("Year:", "- Year:"))
    still_green(repository)
    # Another document says what is known already, and another says it in its own words.
    repository.write(notes_txt="Film: The Long Wait\nRuntime: 99 minutes\n")
    repository.write(more_txt="Danqing Chen was free again after an 81-day detention of Danqing Chen in the south.\n")
    still_green(repository)


def test_a_changed_value_is_one_new_finding(repository: Repository) -> None:
    repository.edit("listing.txt", "two-month", "four-month")
    code, new = repository.check()
    assert code == 1
    assert [finding["field"] for finding in new] == ["detention.length"]
    printed = repository.run("check")
    assert printed.returncode == 1
    assert printed.stdout.count("error FC103") == 1
    assert "film.runtime" not in printed.stdout
    assert printed.stdout.rstrip().endswith("1 new error; 1 known, 1 stale.")


def test_one_conflict_for_another_is_no_bargain(repository: Repository) -> None:
    repository.edit("listing.txt", "91 minutes", "99 minutes")
    repository.edit("listing.txt", "Year: 2011", "Year: 2004")
    code, new = repository.check()
    assert code == 1
    assert [finding["field"] for finding in new] == ["film.year"]


def test_a_third_value_is_new_where_a_third_document_is_not(repository: Repository) -> None:
    repository.write(third_txt="Film: The Long Wait\nRuntime: 91 minutes\n")
    assert repository.check() == (0, [])
    code, new = repository.check("--new-sources", "--baseline", "factcheck-baseline.jsonl")
    assert (code, new) == (0, [])  # it says the same in the same words
    repository.write(third_txt="Film: The Long Wait\nRuntime: 120 minutes\n")
    code, new = repository.check()
    assert code == 1
    assert {finding["field"] for finding in new} == {"film.runtime"}


def test_new_sources_asks_for_every_wording(repository: Repository) -> None:
    repository.write(third_txt="Danqing Chen was free again after an 81-day detention of Danqing Chen.\n")
    assert repository.check() == (0, [])
    code, new = repository.check("--new-sources")
    assert code == 1
    assert [finding["field"] for finding in new] == ["detention.length"]
    assert repository.run("baseline", "update", "--new-sources").returncode == 1
    assert repository.run("baseline", "update", "--new-sources", "--accept-new").returncode == 0
    assert repository.check("--new-sources") == (0, [])


def test_two_branches_that_each_accept_one_merge(repository: Repository) -> None:
    for branch, page in (("one", "one_txt"), ("two", "two_txt")):
        repository.git("switch", "-q", "-c", branch, "main")
        year = "1999" if branch == "one" else "2004"
        repository.write(**{page: f"Film: The Long Wait\nYear: {year}\n"})
        assert repository.check()[0] == 1
        assert repository.run("baseline", "update", "--accept-new").returncode == 0
        assert repository.check() == (0, [])
        repository.commit(branch)
    repository.git("merge", "-q", "--no-edit", "one")
    code, new = repository.check()
    # Both are known; that the two pages contradict each other as well is news.
    assert code == 1
    assert [finding["field"] for finding in new] == ["film.year"]
    assert {"1999", "2004"} == set(re.findall(r"\d{4}", new[0]["message"]))
    still = repository.baseline
    assert "<<<<" not in still
    assert still.count('"film.year"') == 2


def test_two_branches_with_findings_of_their_own_merge_green(repository: Repository) -> None:
    for branch, field in (("one", "Year: 1999"), ("two", "Producer: Andy Cohen")):
        repository.git("switch", "-q", "-c", branch, "main")
        repository.write(**{f"{branch}_txt": f"Film: The Long Wait\n{field}\n"})
        assert repository.run("baseline", "update", "--accept-new").returncode == 0
        repository.commit(branch)
    repository.git("merge", "-q", "--no-edit", "one")
    assert repository.check() == (0, [])
