"""Draw `docs/img/{wide,phone}-{light,dark}.png`: the page for the samples, as a browser shows it.

python bench/screenshots.py          # needs the development tools and Chromium
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

import factcheck
from factcheck.report.html import render
from factcheck.report.view import View

ROOT = Path(__file__).parents[1]
SIZES = {"wide": (1200, 1000), "phone": (390, 844)}


def main() -> int:
    """Write the four pictures; return an exit code."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        print("no Chromium is installed (Debian: apt-get install chromium fonts-wqy-microhei)", file=sys.stderr)
        return 2
    images = ROOT / "docs" / "img"
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        page = Path(folder) / "page.html"
        page.write_text(render(factcheck.check([ROOT / "seeds"]), View()), encoding="utf-8")
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for name, (width, height) in SIZES.items():
            for scheme in ("light", "dark"):
                context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)
                opened = context.new_page()
                opened.goto(page.as_uri())
                opened.screenshot(path=images / f"{name}-{scheme}.png")
                context.close()
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
