"""A browser test that finds nothing must mean that nothing is wrong: each record is tried."""

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
