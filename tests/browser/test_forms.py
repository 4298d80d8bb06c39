"""The form in the browser, on a folder of the browser's own, and what comes of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

import pytest
from lxml import html
from playwright.sync_api import Browser, FilePayload, Locator, Page, Request, expect

from mkdocs_evidence.authoring.forms import form_configuration, write_form
from mkdocs_evidence.bibliography import Library
from mkdocs_evidence.settings import Settings
from tests.authoring.vendored_form import npm_cache, path_to_node
from tests.browser.chromium import violations
from tests.hosts.site import DOT, Site
from tools.browser_folder import INSTEAD_OF_CHOOSING, read, write

FOLDER = "docs/summaries"
HANDS = """\
# A summary with remarks
title: Holding hands
date: 2026-03-02  # or so
article: coan2017
topics: [Health, A topic of old]
tags: [one, 'two', three]
lead: |
  Does a hand help?
  They tried it ~ twice [@coan2017].

  What *else*?
study: They held hands.
implications: A hand may help.
limitations: The study was small.
evidence:
  design: laboratory-experiment
  # what was found
  outcomes:
    - name: Fear
      effect: {type: MD, value: 0.10, ci: [-1.30, 1.5]}
"""
STEPS = """\
---
title: Small steps
date: 2026-03-03  # or so
article: an_unknown_work
---

Do they help?

## The study, as I see it

They walked.

## Implications

They may help.

## Limitations

The study was small.
"""
IS_KEPT = """async () => {
  const [{ name }] = await indexedDB.databases();
  const request = indexedDB.open(name);
  await new Promise((done) => { request.onsuccess = done; });
  const stores = [...request.result.objectStoreNames];
  request.result.close();
  return stores.includes("draft-backups");
}"""
"""Says whether the browser has kept what was not saved."""

BROKEN = "title: Not to be read\ndate: soon\n"
OPTIONS = {"topics": ["Health"]}


@pytest.fixture(scope="module")
def form(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the form for a small site."""
    folder = tmp_path_factory.mktemp("forms")
    site = Site.create(folder / "site", {f"{FOLDER}/hands.yaml": HANDS})
    settings = Settings.model_validate(OPTIONS)
    library, _ = Library.load([site.folder / "bibliography/all.bib"], root=site.folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PATH", path_to_node())
        configuration = form_configuration(settings, library, FOLDER, ("yaml", "md"))
        write_form(folder, configuration, settings.forms, npm_cache())
    return folder


class Form:
    """The form, opened on a folder.

    Args:
        page: The page on which it is.
    """

    def __init__(self, page: Page) -> None:
        self.page = page

    def field(self, path: str) -> Locator:
        """Return a field by the way to it."""
        return self.page.locator(f'[data-key-path="{path}"]')

    def text(self, path: str) -> Locator:
        """Return the place of a field in which one writes; it is not made before it is seen."""
        self.field(path).scroll_into_view_if_needed()
        return self.field(path).get_by_role("textbox").first

    def choose_folder(self) -> None:
        """Choose the folder of the site."""
        self.page.get_by_role("button", name="Work with Local Repository").click()

    def open(self, title: str) -> None:
        """Open a summary from the list."""
        self.page.get_by_text(title).first.click()
        expect(self.text("title")).to_have_value(title)

    def save(self) -> None:
        """Save, and wait for the list."""
        self.page.get_by_role("button", name="Save").click()
        expect(self.page.get_by_role("button", name="New").first).to_be_visible(timeout=20_000)

    def refused(self) -> str:
        """Try to save, and return what is said of it."""
        self.page.get_by_role("button", name="Save").click()
        dialog = self.page.get_by_role("alertdialog")
        said = dialog.inner_text()
        dialog.get_by_role("button", name="OK").click()
        return said

    def files(self) -> dict[str, bytes]:
        """Return the files in the folder of the summaries."""
        return read(self.page, FOLDER)

    def file(self, name: str) -> str:
        """Return the text of a summary."""
        return self.files()[name].decode()


class Opened(Protocol):
    """The type of the fixture `opened`."""

    def __call__(self, files: dict[str, str], *, is_cancelled: bool = False) -> Form:
        """Open the form on a folder with these summaries, which is not chosen if so told."""


@pytest.fixture
def opened(form: Path, serve_folder: Callable[[Path], str], browser: Browser) -> Iterator[Opened]:
    """A function that opens the form on a folder with these summaries."""
    url = f"{serve_folder(form)}/admin/"
    with recording_requests(browser) as (page, asked):

        def open_form(files: dict[str, str], *, is_cancelled: bool = False) -> Form:
            page.goto(f"{url}forms.json")
            summaries = {f"{FOLDER}/{name}": text for name, text in files.items()}
            write(page, {".git/HEAD": "ref: refs/heads/main\n", **summaries})
            if is_cancelled:
                page.evaluate("sessionStorage.cancelling = 'once'")
            page.goto(url)
            form = Form(page)
            form.choose_folder()
            return form

        yield open_form
        assert {each for each in asked if not each.startswith(url.removesuffix("admin/"))} == set()


@contextmanager
def recording_requests(browser: Browser) -> Iterator[tuple[Page, set[str]]]:
    """Open a window, and note what is asked for in it that its policy does not forbid."""
    asked: set[str] = set()

    def note(request: Request) -> None:
        if request.url.startswith("http") and "csp" not in (request.failure or ""):
            asked.add(request.url)

    context = browser.new_context(viewport={"width": 1280, "height": 1200}, locale="en-GB")
    context.add_init_script(INSTEAD_OF_CHOOSING)
    context.on("requestfinished", note)
    context.on("requestfailed", note)
    yield context.new_page(), asked
    context.close()


def test_a_summary_is_changed_and_the_site_shows_it(opened: Opened, tmp_path: Path) -> None:
    form = opened({"hands.yaml": HANDS})
    form.open("Holding hands")
    form.text("title").fill("Holding on")
    editor = form.field("lead").locator("[contenteditable=true]")
    editor.click()
    form.page.keyboard.press("Control+Home")
    form.page.keyboard.type("A ~ question. ")
    form.field("topics").get_by_role("checkbox", name="Health").click()
    form.text("tags")
    form.field("tags").get_by_role("button", name="Remove").nth(1).click()
    expect(form.field("tags").get_by_role("textbox")).to_have_count(2)

    form.field("evidence").get_by_role("button", name="Expand").first.click()
    form.field("evidence.outcomes").get_by_role("button", name=re.compile("Add .outcome")).click()
    form.text("evidence.outcomes.1.name").fill("Calm")
    form.field("evidence.outcomes.1.baseline").get_by_role("spinbutton").press_sequentially("0,3")

    form.field("image").get_by_role("checkbox").click()
    form.field("image.file").get_by_role("button", name="Browse").click()
    picture: FilePayload = {"name": "A Dot.svg", "mimeType": "image/svg+xml", "buffer": DOT}
    form.page.locator("dialog input[type=file]").set_input_files([picture])
    form.page.get_by_role("button", name="Insert").click()
    form.text("image.alt").fill("A dot")
    form.save()

    saved = form.file("hands.yaml")
    assert saved == (
        HANDS.replace("title: Holding hands", "title: Holding on")
        .replace("[Health, A topic of old]", "[A topic of old]")
        .replace("[one, 'two', three]", "[one, three]")
        .replace(
            "  Does a hand help?\n  They tried it ~ twice",
            "  A ~ question. Does a hand help? They tried it ~ twice",
        )
        .replace("evidence:\n", "image: {file: a-dot.svg, alt: A dot}\nevidence:\n")
        .replace("1.5]}\n", "1.5]}\n    - name: Calm\n      baseline: 0.3\n")
    )

    form.open("Holding on")
    form.text("title").fill("Holding hands")
    form.save()
    assert form.file("hands.yaml") == saved.replace("Holding on", "Holding hands")

    files = {f"{FOLDER}/{name}": data for name, data in form.files().items()}
    topics = ["Health", "A topic of old"]
    site = Site.create(tmp_path, files, evidence={"topics": topics}).build()
    post = site.folder / "site/summaries/hands/index.html"
    shown = html.document_fromstring(post.read_text("utf-8"))
    assert shown.xpath("//img/@alt") == ["A dot"]
    assert shown.xpath("//article//*[normalize-space()='Calm']")


def test_a_new_summary_is_a_draft_named_after_its_title(opened: Opened) -> None:
    form = opened({"in-the-way.yaml": BROKEN})
    notice = form.page.get_by_role("status").filter(has_text="Not shown here")
    expect(notice).to_contain_text("Not to be read … Line 2: “Date” should be a day")
    notice.get_by_role("button", name="Close").click()
    expect(notice).to_be_hidden()

    form.page.get_by_role("button", name="New").first.click()
    form.text("title").fill("In the way")
    assert "There is already another file of this name" in form.refused()
    form.text("title").fill("Já é hora?")
    form.field("draft").get_by_role("switch").click()
    said = form.refused()
    assert "it needs: “Article”, “The study”, “Implications”, “Limitations”" in said
    form.field("draft").get_by_role("switch").click()
    form.save()
    files = form.files()
    assert sorted(files) == ["in-the-way.yaml", "ja-e-hora.yaml"]
    assert files["in-the-way.yaml"].decode() == BROKEN
    lines = files["ja-e-hora.yaml"].decode().split("\n")
    assert [re.sub(r"\d", "0", line) for line in lines] == [
        "draft: true",
        "title: Já é hora?",
        "date: 0000-00-00",
        "",
    ]


def test_a_summary_that_was_changed_elsewhere_is_not_written_over(opened: Opened) -> None:
    form = opened({"hands.yaml": HANDS})
    form.open("Holding hands")
    elsewhere = HANDS.replace("The study was small.", "The study was short.")
    write(form.page, {f"{FOLDER}/hands.yaml": elsewhere})
    form.text("title").fill("Holding on")
    assert "was changed elsewhere since you opened it" in form.refused()
    assert form.files() == {"hands.yaml": elsewhere.encode()}


def test_what_was_not_saved_is_kept_and_nothing_is_deleted(opened: Opened) -> None:
    form = opened({"hands.yaml": HANDS, "dot.svg": DOT.decode()})
    form.page.get_by_role("checkbox").first.click()
    expect(form.page.get_by_role("button", name="Delete")).to_be_disabled()
    form.open("Holding hands")
    form.text("title").press("End")
    form.page.keyboard.type(" still")
    form.page.wait_for_function(IS_KEPT)
    form.page.keyboard.press("Escape")
    form.page.get_by_text("Holding hands").first.click()
    form.page.get_by_role("button", name="Restore").click()
    expect(form.text("title")).to_have_value("Holding hands still")
    form.page.get_by_role("button", name="Show Editor Options").click()
    expect(form.page.get_by_role("menuitem", name="Duplicate")).to_be_visible()
    expect(form.page.get_by_role("menuitem", name="Delete")).to_have_count(0)
    form.page.get_by_role("menuitem", name="Edit Slug").click()
    form.page.get_by_role("button", name="Edit Slug").click()
    form.page.get_by_role("textbox", name=re.compile("slug", re.IGNORECASE)).fill("still")
    form.page.keyboard.press("Enter")
    form.save()
    assert sorted(form.files()) == ["dot.svg", "still.yaml"]


def test_a_summary_in_markdown_has_the_same_form(opened: Opened) -> None:
    form = opened({"steps.md": STEPS})
    form.page.get_by_text("Markdown files").click()
    form.open("Small steps")
    expect(form.text("study.heading")).to_have_value("The study, as I see it")
    form.text("title").fill("Small: steps")
    form.text("study.heading").fill("What they did")
    assert "Begin “What they did” with “The study”" in form.refused()
    form.text("study.heading").fill("The study: what they did")
    form.save()
    assert form.file("steps.md") == STEPS.replace("Small steps", '"Small: steps"').replace(
        "The study, as I see it", "The study: what they did"
    )


def test_a_folder_that_was_not_chosen_after_all_can_be_chosen_later(opened: Opened) -> None:
    form = opened({"hands.yaml": HANDS}, is_cancelled=True)
    form.choose_folder()
    form.open("Holding hands")


OF_THE_CMS = {"landmark-one-main", "meta-viewport", "page-has-heading-one", "region"}
"""What axe finds in the page of Sveltia CMS itself."""


def test_what_is_ours_in_the_form_can_be_used_by_everybody(opened: Opened) -> None:
    form = opened({"hands.yaml": HANDS, "broken.yaml": BROKEN})
    form.open("Holding hands")
    for scheme in ("light", "dark"):
        form.page.emulate_media(color_scheme=scheme)
        assert {each["id"] for each in violations(form.page)} - OF_THE_CMS == set()
