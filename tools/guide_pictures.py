"""Take the pictures that stand in the guide: the form, and an old post before and after.

They are taken of a copy of the example site, so that nothing is left in its own folders.
"""

from __future__ import annotations

import html
import shutil
import subprocess
import sys
import tempfile
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from tools.browser_folder import INSTEAD_OF_CHOOSING, write
from tools.chromium import ADVICE, find
from tools.serving import served

ROOT = Path(__file__).parents[1]
PICTURES = ROOT / "docs/assets/guide"
SUMMARIES = "docs/summaries"
SUMMARY = "A hand to hold when we expect something bad"
POST = "a-hand-in-the-dark.html"
DRAFT = "hand-dark"
DRAWING = "lending-a-hand.svg"
SHOWN = "Two hands of different skin tones clasp each other above a table."
COLOURS = 128
GAP = 24
BEHIND = "#c9bba6"

TERMINAL = """\
<!doctype html>
<style>
  body {{ margin: 0; padding: 20px; background: {behind}; }}
  pre {{
    margin: 0; padding: 20px 24px; border-radius: 8px; background: #2b2622; color: #f3ece2;
    font: 14px/1.4 "DejaVu Sans Mono", monospace; white-space: pre-wrap;
  }}
  b {{ color: #e8b98a; font-weight: normal; }}
</style>
<pre><b>$ {command}</b>

{text}</pre>
"""


def main() -> None:
    chromium = find() or sys.exit(ADVICE)
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site, old = Path(folder) / "site", Path(folder) / "old"
        report = site_with_old_post(site, old)
        # Chromium refuses its sandbox to root, and containers run as root.
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        with served(site / "site") as address, served(old) as before:
            take_pictures_of_form(browser, f"{address}/admin/")
            take_picture_of_both(browser, f"{before}/{POST}", f"{address}/summaries/{DRAFT}/")
        take_picture_of_report(browser, report)
        browser.close()


def site_with_old_post(site: Path, old: Path) -> str:
    """Make a copy of the example site, with an old post in it and a form; return the report."""
    for name in ("docs", "bibliography"):
        shutil.copytree(ROOT / name, site / name)
    shutil.copy(ROOT / "mkdocs.yml", site)
    old.mkdir()
    shutil.copy(ROOT / "tools/old_post" / POST, old)
    shutil.copy(ROOT / SUMMARIES / DRAWING, old)
    report = run(site, "evidence", "import", str(old / POST))
    draft = site / SUMMARIES / f"{DRAFT}.yaml"
    text = draft.read_text("utf-8").replace("draft: true\n", "")
    draft.write_text(text.replace("  alt:\n", f"  alt: {SHOWN}\n"), "utf-8")
    run(site, "mkdocs", "build")
    run(site, "evidence", "forms")
    return report


def run(site: Path, command: str, *arguments: str) -> str:
    """Run a command that is installed beside Python, and return what it says."""
    line = [str(Path(sys.executable).parent / command), *arguments]
    return subprocess.run(line, cwd=site, check=True, capture_output=True, text=True).stdout


def take_pictures_of_form(browser: Browser, address: str) -> None:
    with browser.new_context(
        viewport={"width": 1000, "height": 600}, locale="en-GB", color_scheme="light"
    ) as context:
        context.add_init_script(INSTEAD_OF_CHOOSING)
        page = context.new_page()
        # A page of the same address, for the folder belongs to that.
        page.goto(f"{address}forms.json")
        files = {f"{SUMMARIES}/{each.name}": each for each in (ROOT / SUMMARIES).iterdir()}
        write(page, {name: each.read_bytes() for name, each in files.items()})
        page.goto(address)
        choose = page.get_by_role("button", name="Work with Local Repository")
        choose.wait_for()
        save("form-start", shot(page))
        choose.click()
        page.get_by_text(SUMMARY).wait_for()
        page.set_viewport_size({"width": 1000, "height": 460})
        save("form-list", shot(page))
        page.set_viewport_size({"width": 1000, "height": 930})
        page.get_by_text(SUMMARY).click()
        page.get_by_text("Whom do you reach for").first.wait_for()
        save("form-summary", shot(page))


def take_picture_of_both(browser: Browser, before: str, after: str) -> None:
    page = browser.new_page(viewport={"width": 680, "height": 1240}, color_scheme="light")
    page.goto(before)
    left = shot(page)
    page.goto(after)
    right = shot(page)
    page.close()
    picture = Image.new("RGB", (left.width + GAP + right.width, left.height), BEHIND)
    picture.paste(left, (0, 0))
    picture.paste(right, (left.width + GAP, 0))
    save("import-before-after", picture)


def take_picture_of_report(browser: Browser, report: str) -> None:
    page = browser.new_page(viewport={"width": 960, "height": 600})
    command = f".venv/bin/evidence import {POST}"
    text = html.escape(report.strip())
    page.set_content(TERMINAL.format(behind=BEHIND, command=command, text=text))
    save("import-report", Image.open(BytesIO(page.screenshot(full_page=True))))
    page.close()


def shot(page: Page) -> Image.Image:
    """Return what is seen of a page once nothing on it moves."""
    page.wait_for_load_state("networkidle")
    page.evaluate("Promise.all(document.getAnimations().map((each) => each.finished))")
    return Image.open(BytesIO(page.screenshot(animations="disabled", caret="hide")))


def save(name: str, picture: Image.Image) -> None:
    picture.convert("RGB").quantize(COLOURS).save(PICTURES / f"{name}.png", optimize=True)


if __name__ == "__main__":
    main()
