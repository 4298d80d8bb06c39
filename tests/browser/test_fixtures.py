"""A browser test that finds nothing must mean that nothing is wrong: each record is tried."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.browser.chromium import OpenPage, Record, violations

PAGE = """<!doctype html>
<html lang="en">
<head><title>A page</title><link rel="icon" href="data:,"></head>
<body><main><h1>A page</h1>{body}</main></body>
</html>"""

ServePage = Callable[[str], str]


@pytest.fixture
def serve_page(serve_folder: Callable[[Path], str], tmp_path: Path) -> ServePage:
    def serve(body: str) -> str:
        (tmp_path / "index.html").write_text(PAGE.format(body=body), encoding="utf-8")
        return serve_folder(tmp_path)

    return serve


def test_a_good_page_leaves_an_empty_record(serve_page: ServePage, open_page: OpenPage) -> None:
    with open_page(serve_page("<p>Good.</p>")) as (page, record):
        assert violations(page) == []
    assert record == Record()


def test_errors_and_foreign_requests_are_recorded(
    serve_page: ServePage, open_page: OpenPage
) -> None:
    # Nothing listens on port 9, and the request must be seen all the same.
    body = '<img alt="" src="http://127.0.0.1:9/dot.png"><script>missing()</script>'
    with open_page(serve_page(body)) as (_, record):
        assert record.foreign_requests == ["http://127.0.0.1:9/dot.png"]
        assert "missing is not defined" in record.page_errors[0]
        assert len(record.console_errors) == 1


def test_axe_reports_violations(serve_page: ServePage, open_page: OpenPage) -> None:
    with open_page(serve_page('<img src="data:,">')) as (page, _):
        assert [violation["id"] for violation in violations(page)] == ["image-alt"]


def test_width_and_colour_scheme_reach_the_page(serve_page: ServePage, open_page: OpenPage) -> None:
    with open_page(serve_page(""), width=360, scheme="dark") as (page, _):
        assert page.evaluate("innerWidth") == 360
        assert page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")


LEAVE = """async () => {
  localStorage.setItem("left", "1");
  document.cookie = "left=1";
  await (await caches.open("left")).put("/left", new Response("1"));
  await new Promise(resolve => { indexedDB.open("left").onsuccess = resolve; });
}"""

TRACES = """async () => [
  ...Object.keys(localStorage),
  ...(await indexedDB.databases()).map(each => each.name),
  ...await caches.keys(),
  ...document.cookie ? [document.cookie] : [],
  (await navigator.permissions.query({ name: "clipboard-read" })).state,
]"""


def test_a_visit_finds_nothing_of_the_visit_before(
    serve_page: ServePage, open_page: OpenPage, tmp_path: Path
) -> None:
    url = serve_page('<script src="script.js"></script>')
    script = tmp_path / "script.js"
    script.write_text("window.visit = 1")
    os.utime(script, (0, 0))  # What has not changed for so long may be kept long.
    with open_page(url) as (page, _):
        untouched = page.evaluate(TRACES)
        page.context.grant_permissions(["clipboard-read"])
        page.evaluate(LEAVE)
        assert page.evaluate(TRACES) == ["left", "left", "left", "left=1", "granted"]
        with open_page(url) as (of_another_reader, _):
            assert of_another_reader.evaluate(TRACES) == untouched
    script.write_text("window.visit = 2")
    with open_page(url) as (page, record):
        assert page.evaluate(TRACES) == untouched
        assert page.evaluate("window.visit") == 2
        assert len(page.context.pages) == 2
    assert record == Record()
