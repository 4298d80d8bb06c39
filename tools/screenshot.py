"""Take the picture that stands in the README: the head of a post of the built site."""

from __future__ import annotations

import sys
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from playwright.sync_api import sync_playwright

from tools.chromium import ADVICE, find

ROOT = Path(__file__).parents[1]
POST = "summaries/lending-a-hand-to-a-frightened-brain/"
PICTURE = ROOT / "docs/assets/screenshot-post.png"


def main() -> None:
    # Opened as a file, the page would be without its search.
    handler = partial(SimpleHTTPRequestHandler, directory=ROOT / "site")
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever).start()
        try:
            take_picture(f"http://127.0.0.1:{server.server_port}/{POST}")
        finally:
            server.shutdown()


def take_picture(url: str) -> None:
    chromium = find() or sys.exit(ADVICE)
    with sync_playwright() as playwright:
        # Chromium refuses its sandbox to root, and containers run as root.
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(
            viewport={"width": 1280, "height": 1000}, device_scale_factor=1.5, color_scheme="light"
        )
        page.goto(url, wait_until="networkidle")
        page.screenshot(path=PICTURE)
        browser.close()


if __name__ == "__main__":
    main()
