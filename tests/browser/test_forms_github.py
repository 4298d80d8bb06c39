"""The form on a published site, with GitHub in the place of a folder."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Request, Route, expect

from mkdocs_evidence.authoring.forms import form_configuration, write_form
from mkdocs_evidence.bibliography import Library
from mkdocs_evidence.settings import Settings
from tests.authoring.github_server import TOKEN, GitHubServer, github
from tests.authoring.vendored_form import npm_cache, path_to_node
from tests.hosts.site import DOT, summary
from tools.serving import served

SUMMARY = summary(topics="Health", image={"file": "dot.svg", "alt": "A dot"})
ONE = "docs/summaries/one.yaml"
KEPT = "JSON.stringify({ ...localStorage, ...sessionStorage })"
SETTINGS = Settings.model_validate({"forms": {"repository": "ana/site"}})


@pytest.fixture
def form(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a form for a repository."""
    monkeypatch.setenv("PATH", path_to_node())
    configuration = form_configuration(SETTINGS, Library(), "docs/summaries")
    write_form(tmp_path, configuration, SETTINGS.forms, npm_cache())
    return tmp_path


def to(server: GitHubServer, route: Route) -> None:
    """Let a server on this computer answer what is asked of GitHub."""
    path = route.request.url.removeprefix("https://api.github.com")
    route.fulfill(response=route.fetch(url=server.url + path))


def test_a_summary_is_changed_in_the_repository(form: Path, browser: Browser) -> None:
    files = {ONE: SUMMARY.encode(), "docs/summaries/dot.svg": DOT, "mkdocs.yml": b"site_name: A\n"}
    elsewhere: set[str] = set()

    def note(request: Request) -> None:
        failed = request.failure or ""
        if request.url.startswith("http") and "csp" not in failed:
            elsewhere.add(request.url.split("/")[2])

    with github(dict(files)) as server, served(form) as url:
        page = browser.new_page()
        page.on("requestfinished", note)
        page.on("requestfailed", note)
        page.route("https://api.github.com/**", lambda route: to(server, route))
        page.goto(f"{url}/admin/")

        page.get_by_role("button", name="Sign In Using Access Token").click()
        page.get_by_role("textbox").fill(TOKEN)
        page.get_by_role("button", name="Sign In", exact=True).click()
        page.get_by_text("Holding hands").click()
        page.get_by_role("textbox", name="Title").first.fill("Holding on")
        page.get_by_role("button", name="Save").click()
        expect(page.get_by_role("button", name="New")).to_be_visible()

        changed = SUMMARY.replace("Holding hands", "Holding on").encode()
        assert server.files == files | {ONE: changed}
        assert len(server.messages) == 1
        assert server.unknown == []
        assert elsewhere == {url.removeprefix("http://"), "api.github.com"}

        assert TOKEN in page.evaluate(KEPT)
        page.get_by_role("button", name="Account").click()
        page.get_by_role("menuitem", name="Sign Out").click()
        expect(page.get_by_role("button", name="Sign In Using Access Token")).to_be_visible()
        assert TOKEN not in page.evaluate(KEPT)
        page.close()
