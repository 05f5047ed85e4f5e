"""The page in a real browser: what a reader does with it. Skipped where no Chromium is installed."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, sync_playwright

import factcheck
from factcheck.report.html import render
from factcheck.report.view import Look, View
from tests.conftest import SEEDS
from tests.report.published import published

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = [
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed (Debian: apt-get install chromium)"),
    pytest.mark.xdist_group("browser"),
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("page") / "page.html"
    path.write_text(render(factcheck.check([SEEDS]), View(Look())), encoding="utf-8")
    return path


@pytest.fixture
def page(browser: Browser, file: Path) -> Iterator[Page]:
    """The page, opened; whatever it asks for or complains of is a fault."""
    context = browser.new_context(viewport={"width": 1200, "height": 900})
    opened = context.new_page()
    asked: list[str] = []
    said: list[str] = []
    opened.on("request", lambda request: asked.append(request.url))
    opened.on("console", lambda message: said.append(message.text))
    opened.on("pageerror", lambda error: said.append(str(error)))
    opened.goto(file.as_uri())
    yield opened
    assert {url.split("#")[0] for url in asked} == {file.as_uri()}
    assert said == []
    context.close()


def shown(page: Page) -> list[str]:
    return [heading.inner_text() for heading in page.locator("article:visible h3").all()]


def choose(page: Page, name: str) -> Locator:
    return page.locator(f"select[data-filter={name}]")


def test_filters(page: Page) -> None:
    everything = shown(page)
    assert len(everything) == 8
    choose(page, "severity").select_option("error")
    assert [heading.split()[0] for heading in shown(page)] == ["error", "error"]
    assert page.locator("#shown").inner_text() == "2 of 8 shown"
    choose(page, "field").select_option("film.producer")
    assert len(shown(page)) == 1
    choose(page, "severity").select_option("all")
    assert len(shown(page)) == 2
    choose(page, "field").select_option("all")
    review = next(
        each for each in page.get_by_label("document").locator("option").all_inner_texts() if "review" in each
    )
    choose(page, "document").select_option(review)
    assert [re.sub(r"\W+", " ", heading).strip() for heading in shown(page)] == [
        "error detention length of Ai Weiwei",
        "warning detention arrest of Ai Weiwei with film wrap",
        "warning detention arrest of Ai Weiwei with studio demolition",
    ]


def test_a_place_leads_to_the_words_in_the_document(page: Page) -> None:
    assert page.locator("details[open]").count() == 0
    page.locator("article").first.locator("blockquote footer a").first.click()
    target = page.locator(":target")
    words = target.locator("xpath=following::mark[1]")
    assert words.inner_text() == "two-month detention"
    words.wait_for(state="visible")  # the page hears of the new address a moment later
    box = words.bounding_box()
    assert box is not None
    assert 0 <= box["y"] <= 900
    # And back: the words lead to their discrepancy, even where a filter hides it.
    choose(page, "severity").select_option("note")
    words.click()
    page.locator("article:target").wait_for(state="visible")


def test_keys_walk_through_the_discrepancies(page: Page) -> None:
    focused = "document.activeElement.id"
    ids = [article.get_attribute("id") for article in page.locator("article").all()]
    for expected in (ids[0], ids[1], ids[2]):
        page.keyboard.press("j")
        assert page.evaluate(focused) == expected
    page.keyboard.press("k")
    assert page.evaluate(focused) == ids[1]


def test_it_prints(page: Page) -> None:
    printed = page.pdf()
    assert printed.startswith(b"%PDF")
    assert len(printed) > 20_000


def test_it_reads_without_its_script(browser: Browser, file: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    opened = context.new_page()
    opened.goto(file.as_uri())
    assert opened.locator("article").count() == 8
    assert not opened.locator("#filter").is_visible()
    assert opened.locator("article").first.locator("mark").first.is_visible()
    context.close()


def test_it_tells_who_weighed_how_much(page: Page) -> None:
    voices = page.locator("article").first.locator(".voices")
    assert not voices.locator("table").is_visible()
    voices.locator("summary").click()
    rows = voices.locator("tbody tr").all_inner_texts()
    assert [[cell.strip() for cell in row.split("\t")][1] for row in rows] == ["for it", "for it", "against"]
    widths = [float(bar.get_attribute("width") or 0) for bar in voices.locator("svg rect").all()]
    assert widths[0] == 100
    assert widths == sorted(widths, reverse=True)
    voices.get_by_role("link", name="listing.txt").click()
    assert page.locator("details[open] > summary", has_text="listing.txt").is_visible()


@pytest.mark.parametrize("width", [360, 1200])
def test_nothing_is_wider_than_the_screen(browser: Browser, file: Path, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800})
    opened = context.new_page()
    opened.goto(file.as_uri())
    opened.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
    assert opened.evaluate("document.documentElement.scrollWidth") <= width
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_accessibility(browser: Browser, file: Path, scheme: Any, pytestconfig: pytest.Config) -> None:
    axe = published("axe.min.js", pytestconfig.cache.mkdir("schemas"))  # type: ignore[union-attr]
    # The page forbids all scripts but its own, so the checker is let in past its policy.
    context = browser.new_context(color_scheme=scheme, bypass_csp=True)
    opened = context.new_page()
    opened.goto(file.as_uri())
    opened.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
    opened.add_script_tag(path=axe)
    found = opened.evaluate("axe.run()")["violations"]
    serious = [each for each in found if each["impact"] in ("serious", "critical")]
    told = [(each["id"], each["nodes"][0]["html"][:200], each["nodes"][0]["failureSummary"]) for each in serious]
    assert told == [], json.dumps(told, indent=1)
    context.close()
