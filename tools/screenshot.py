"""Take the picture that stands in the README: the first page, and a post on two telephones."""

from __future__ import annotations

import sys
from io import BytesIO
from pathlib import Path
from typing import Literal

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from tools.chromium import ADVICE, find
from tools.serving import served

ROOT = Path(__file__).parents[1]
POST = "summaries/lending-a-hand-to-a-frightened-brain/"
PICTURE = ROOT / "docs/assets/screenshot.png"
HEIGHT = 900
GAP = 24
BEHIND = "#c9bba6"
COLOURS = 256
"""Of which there are hardly more on the pages; the file is a third of the size."""


def main() -> None:
    # Opened as a file, the page would be without its search.
    with served(ROOT / "site") as address:
        take_picture(f"{address}/")


def take_picture(home: str) -> None:
    chromium = find() or sys.exit(ADVICE)
    with sync_playwright() as playwright:
        # Chromium refuses its sandbox to root, and containers run as root.
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        shots = [
            shot(browser, home, 1240, "light"),
            shot(browser, home + POST, 390, "light", ".evidence-image"),
            shot(browser, home + POST, 390, "dark", "#limitations"),
        ]
        browser.close()
    width = sum(each.width for each in shots) + GAP * (len(shots) - 1)
    picture = Image.new("RGB", (width, HEIGHT), BEHIND)
    place = 0
    for each in shots:
        picture.paste(each, (place, 0))
        place += each.width + GAP
    picture.quantize(COLOURS).save(PICTURE, optimize=True)


def shot(
    browser: Browser, url: str, width: int, scheme: Literal["light", "dark"], top: str = "body"
) -> Image.Image:
    """Return what is seen of a page, from the element that this selector finds."""
    page = browser.new_page(viewport={"width": width, "height": HEIGHT}, color_scheme=scheme)
    page.goto(url, wait_until="networkidle")
    page.locator(top).first.evaluate("e => e.scrollIntoView()")
    image = Image.open(BytesIO(page.screenshot()))
    page.close()
    return image


if __name__ == "__main__":
    main()
