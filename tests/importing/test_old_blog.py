"""A whole WordPress blog, brought along from its server to a site of ours."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest
from click.testing import CliRunner, Result

from mkdocs_evidence.cli import main
from mkdocs_evidence.comment_server import read_threads
from mkdocs_evidence.importing.pictures import downloads
from tests.hosts.site import Site
from tests.importing import old_blog
from tests.importing.test_pictures import OldSite, picture
from tests.importing.wordpress import export

ISSO = {"provider": "isso", "server": "https://c.example.org", "address": "ana@example.org"}
GONE = 4
"""The number of a post whose picture the old server has lost."""


@pytest.fixture(scope="module")
def old() -> Iterator[OldSite]:
    server = OldSite()
    for number in range(1, old_blog.POSTS + 1):
        if old_blog.has_picture(number) and number != GONE:
            server.put(
                old_blog.picture_path(number), picture("JPEG", f"hsl({number * 7}, 50%, 50%)")
            )
    thread = Thread(target=server.server.serve_forever)
    thread.start()
    yield server
    server.server.shutdown()
    thread.join()
    server.server.server_close()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, old: OldSite) -> Iterator[Site]:
    """A new site into whose folder the export was put, and of which commands are called."""
    options = {"topics": ["Sleep"], "authors": {"bo": {"name": "Bo"}}, "comments": ISSO}
    site = Site.create(
        tmp_path_factory.mktemp("new"), {"docs/summaries/hands.yaml": None}, evidence=options
    )
    site.write({"blog.xml": export(old_blog.blog(old.url))})
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(downloads, "is_public", lambda host: host == "127.0.0.1")
        patch.chdir(site.folder)
        patch.setenv("XDG_CACHE_HOME", str(site.folder / ".home"))
        yield site


@pytest.fixture(scope="module")
def done(site: Site) -> Result:
    return CliRunner().invoke(main, ["import", str(site.folder / "blog.xml")])


@pytest.fixture(scope="module")
def published(site: Site, done: Result) -> Site:
    """The site with three of the posts completed and published, among them two with pictures."""
    assert done.exit_code == 0
    for number in (1, 2, GONE):
        path = site.folder / f"docs/summaries/{old_blog.slug(number)}.yaml"
        text = path.read_text("utf-8").replace("draft: true\n", "")
        text = text.replace("\n  file:\n", f"\n  file: {old_blog.slug(2)}.jpg\n")
        path.write_text(text.replace("article:\n", "article: coan2017\n"), "utf-8")
    return site.build()


def test_each_post_is_a_summary_with_its_picture_beside_it(
    site: Site, done: Result, old: OldSite
) -> None:
    assert (done.exit_code, done.stderr) == (0, "")
    names = {path.name for path in (site.folder / "docs/summaries").iterdir()}
    numbers = range(1, old_blog.POSTS + 1)
    assert names == {f"{old_blog.slug(number)}.yaml" for number in numbers} | {
        f"{old_blog.slug(number)}.jpg"
        for number in numbers
        if old_blog.has_picture(number) and number != GONE
    }
    pictures = [path for path in old.asked if "-300x200" not in path]
    assert len(pictures) == len(set(pictures)) == old_blog.POSTS // 2, "Each is fetched once."


def test_what_is_no_post_and_what_was_not_public_is_told(done: Result, site: Site) -> None:
    told = " ".join(done.stdout.split())
    assert "2 pages, which are left out" in told
    assert "38 comments that were not approved and 38 mentions of the blog on other sites" in told
    report = " ".join((site.folder / "import-report.txt").read_text("utf-8").split())
    assert "protected by a password" in report
    assert "127.0.0.1 does not give it any more (404)." in report


def test_old_addresses_lead_to_the_posts(published: Site) -> None:
    for number in (1, 2, GONE):
        address = f"2012/03/{old_blog.slug(number)}/"
        page = published.page(address)
        assert page.xpath("//a/@href") == [f"../../../summaries/{old_blog.slug(number)}/"]


def test_no_page_asks_the_old_server_for_anything(published: Site, old: OldSite) -> None:
    shown = published.page(f"summaries/{old_blog.slug(2)}/").xpath("//article//img/@src")
    assert shown
    assert {Path(each).name for each in shown} == {f"{old_blog.slug(2)}.jpg"}
    page = published.page(f"summaries/{old_blog.slug(GONE)}/")
    assert not [src for src in page.xpath("//@src | //link/@href") if src.startswith(old.url)]
    (link,) = page.xpath(f"//article//a[starts-with(@href, '{old.url}')]")
    assert link.text_content() == "The same room"


def test_comments_come_into_the_database_of_a_server(site: Site, done: Result) -> None:
    assert done.exit_code == 0
    command = ["comments", "import", "imported-comments.json", "comments.db"]
    assert CliRunner().invoke(main, command).stdout.startswith("114 comments added; 0 were there")
    assert CliRunner().invoke(main, command).stdout.startswith("0 comments added; 114 were there")
    threads = {thread.post: thread for thread in read_threads(site.folder / "comments.db")}
    assert len(threads) == 38
    thread = threads[old_blog.slug(13)]
    assert thread.page == "/comments/breathing-13/"
    (comment,) = thread.comments
    assert comment.text == "Thank you for no. 13.  \nIt *helps*."
    assert [(reply.name, reply.text) for reply in comment.replies] == [
        ("Inês Duarte", "I am glad."),
        ("Eva", "Me too!"),
    ]
    assert comment.replies[1].website == "https://eva.example"
