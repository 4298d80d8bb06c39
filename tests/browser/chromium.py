"""Drive Chromium: start it, open a page and record what went wrong there, run axe on it."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from typing import Literal, Protocol, TypedDict
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import (
    Browser,
    BrowserContext,
    CDPSession,
    ConsoleMessage,
    Locator,
    Page,
    Playwright,
    Request,
    WebError,
    expect,
)

Scheme = Literal["light", "dark"]
State = Literal["load", "networkidle"]

ARGUMENTS = [
    "--no-sandbox",  # Chromium refuses to run as root with it, and containers run as root.
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

AXE_OPTIONS = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}

DARKEN = """() => {
  document.body.dataset.mdColorScheme = "slate";
  return Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => {})));
}"""
"""Chooses dark colours, and waits until those that change slowly are there."""

REPLACING = {
    "name": "material",
    "font": False,
    "features": ["navigation.instant"],
    "palette": [
        {"media": "(prefers-color-scheme: light)", "scheme": "default"},
        {"media": "(prefers-color-scheme: dark)", "scheme": "slate"},
    ],
}
"""Plain Material that replaces pages, in the colours that the reader prefers."""


@dataclass
class Record:
    """What a page did that a good page does not do."""

    console_errors: list[str] = field(default_factory=list)
    page_errors: list[str] = field(default_factory=list)
    foreign_requests: list[str] = field(default_factory=list)


class OpenPage(Protocol):
    """The type of the fixture `open_page`."""

    def __call__(
        self, url: str, width: int = 1280, scheme: Scheme = "light", until: State = "networkidle"
    ) -> AbstractContextManager[tuple[Page, Record]]:
        """Open `url` in a window of that width; close it when the `with` block ends."""


class Violation(TypedDict):
    """One rule that axe found broken; axe gives more keys than are named here."""

    id: str
    impact: str
    help: str
    nodes: list[dict[str, object]]


def launch(playwright: Playwright, path: str) -> Browser:
    return playwright.chromium.launch(executable_path=path, args=ARGUMENTS)


class Windows:
    """Windows in which pages are visited, each of which has forgotten the visits before.

    A window costs Chromium more than a page does. So it is kept, with an empty page that keeps its
    process alive, and what pages have left in it is cleared away after each visit.

    Args:
        browser: A running Chromium.
    """

    def __init__(self, browser: Browser) -> None:
        self.browser = browser
        self.free: list[tuple[BrowserContext, CDPSession]] = []

    @contextmanager
    def visit(
        self, url: str, width: int = 1280, scheme: Scheme = "light", until: State = "networkidle"
    ) -> Iterator[tuple[Page, Record]]:
        """Open a page in a window without cookies, cache or permissions, and record what it does.

        Visits at the same time are those of different readers, each with a window of its own.

        Args:
            url: The page's address; requests to any other origin count as foreign.
            width: Of the window, in CSS pixels.
            scheme: The colours that the reader's system prefers.
            until: How long to wait. Half a second goes by before a page is known to be at rest,
                which those need not wait for who wait for what they look at.

        Yields:
            The page and the record, which goes on being kept.
        """
        context, session = self.free.pop() if self.free else self.open()
        with recorded(context, origin(url)) as record:
            page = context.new_page()
            try:
                page.set_viewport_size({"width": width, "height": 800})
                page.emulate_media(color_scheme=scheme)
                page.goto(url, wait_until=until)
                yield page, record
            finally:
                for opened in context.pages[1:]:
                    opened.close()
        session.send("Storage.clearDataForOrigin", {"origin": "*", "storageTypes": "all"})
        session.send("Network.clearBrowserCache")
        context.clear_permissions()
        self.free.append((context, session))

    def open(self) -> tuple[BrowserContext, CDPSession]:
        """Open a window with an empty page, and return it with the way to give it orders."""
        context = self.browser.new_context()
        return context, context.new_cdp_session(context.new_page())


@contextmanager
def recorded(context: BrowserContext, own: tuple[str, str]) -> Iterator[Record]:
    """Record what the pages of a window do, until the `with` block ends."""
    record = Record()

    def note_message(message: ConsoleMessage) -> None:
        if message.type == "error":
            record.console_errors.append(message.text)

    def note_error(error: WebError) -> None:
        record.page_errors.append(str(error.error))

    def note_request(request: Request) -> None:
        if urlsplit(request.url).scheme not in {"data", "blob"} and origin(request.url) != own:
            record.foreign_requests.append(request.url)

    context.on("console", note_message)
    context.on("weberror", note_error)
    context.on("request", note_request)
    try:
        yield record
    finally:
        context.remove_listener("console", note_message)
        context.remove_listener("weberror", note_error)
        context.remove_listener("request", note_request)


def origin(url: str) -> tuple[str, str]:
    parts = urlsplit(url)
    return parts.scheme, parts.netloc


def tab_to(page: Page, place: Locator, at_most: int = 6) -> None:
    """Go on to a place with the keyboard, from where the reader is, by so many steps at most."""
    for _ in range(at_most):
        if place.evaluate("place => place === document.activeElement"):
            return
        page.keyboard.press("Tab")
    expect(place).to_be_focused()


def violations_on_widths(
    page: Page, *widths: int
) -> list[tuple[int, str, list[dict[str, object]]]]:
    """Return what axe finds broken on a page at each of these widths: width, rule and elements."""
    found = []
    for width in widths:
        page.set_viewport_size({"width": width, "height": 800})
        found += [(width, each["id"], each["nodes"]) for each in violations(page)]
    return found


def violations_in_both_schemes(
    page: Page, *widths: int
) -> list[tuple[int, str, list[dict[str, object]]]]:
    """Return what axe finds broken at each of these widths, first in light colours, then in dark.

    Dark colours are chosen as Material's own switch does it, which need not be on the page.
    """
    found = violations_on_widths(page, *widths)
    page.emulate_media(color_scheme="dark")
    page.evaluate(DARKEN)
    return found + violations_on_widths(page, *widths)


def violations(page: Page) -> list[Violation]:
    """Return the accessibility rules that axe finds broken on the page as it is now.

    The size of what can be clicked is looked at too, which axe does only when it is asked to.
    """
    if not page.evaluate("'axe' in window"):
        page.evaluate(Axe().axe_script)
    found: list[Violation] = page.evaluate(
        "options => axe.run(options).then(results => results.violations)", AXE_OPTIONS
    )
    return found
