"""Pages at old addresses of posts, as a browser follows them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.chromium import OpenPage
from tests.hosts.site import Site, summary


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory, serve_folder: Callable[[Path], str]) -> str:
    """The address of a site below a path, with a post that had an address before."""
    folder = tmp_path_factory.mktemp("leading")
    files = {"docs/summaries/hands.yaml": summary(redirect_from="/2019/m%C3%A3o-quente/")}
    site = Site.create(folder, files, site_dir="served/notes").build()
    return serve_folder(site.folder / "served")


OLD = "/2019/m%C3%A3o-quente/"


def test_an_old_link_comes_to_the_post_with_all_that_it_asks_for(
    url: str, open_page: OpenPage
) -> None:
    with open_page(f"{url}/notes{OLD}?from=mail#comment", until="load") as (page, record):
        page.wait_for_url(f"{url}/notes/summaries/hands/?from=mail#comment")
        assert page.get_by_role("heading", level=1).inner_text() == "Holding hands"
        assert record.foreign_requests == []
        page.go_back()
        assert page.url == "about:blank", "The old address is no stop on the way back."


def test_an_old_link_comes_to_the_post_without_javascript(url: str, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{url}/notes{OLD}")
    page.wait_for_url(f"{url}/notes/summaries/hands/")
    context.close()
