"""What a built site has for comments that show on the page."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.hosts.site import Site, one, said, summary

ISSO = {
    "provider": "isso",
    "server": "https://comments.example.org",
    "address": "ana@example.org",
}
HOSTILE = "L'été \"<b>\" & 'moi'"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    files = {
        "docs/summaries/hands.yaml": summary(id="held", slug="holding-hands-again"),
        "docs/summaries/hostile.yaml": summary(id="hostile", title=HOSTILE, language="fr"),
        "docs/summaries/quiet.yaml": summary(id="quiet", title="Quiet", comments="no"),
        "docs/summaries/mine.yaml": summary(id="mine", title="Mine", article="bowlby1969"),
        "docs/comments/mine/index.html": "<!doctype html><title>My own page</title>It stays.",
    }
    return Site.create(
        tmp_path_factory.mktemp("comments"), files, evidence={"comments": ISSO, "notice": "112."}
    ).build()


def test_the_script_of_a_post_gets_what_it_needs_whatever_the_title(site: Site) -> None:
    box = one(site.page("summaries/hostile/"), "//*[@data-comments]")
    assert json.loads(box.get("data-comments")) == {
        "module": "isso",
        "receiver": "comments.example.org",
        "server": "https://comments.example.org",
        "thread": "/comments/hostile/",
        "title": HOSTILE,
    }
    assert "hidden" in box.attrib
    script = one(site.page("summaries/hostile/"), "//script[contains(@src, 'loader')]").get("src")
    assert script == "../../assets/evidence/comments/loader.js"
    words = site.text("assets/evidence/comments/words/fr.js")
    assert json.loads(words.removeprefix("export default ")[:-2])["thread_again"] == "Réessayer"
    assert "//" not in site.text("assets/evidence/comments/request.js")


def test_parts_of_the_invitation_come_in_one_order(site: Site) -> None:
    page = site.page("summaries/holding-hands-again/")
    parts = page.xpath(
        "//h2[@id='comment'] | //p[@class='evidence-comments'] | //*[@class='evidence-notice']"
        " | //a[@class='evidence-comment'] | //*[@data-comments]"
    )
    assert [part.get("class") or part.tag for part in parts] == [
        "evidence-heading",
        "evidence-comments",
        "evidence-notice",
        "evidence-comment",
        "div",
    ]


def test_a_post_without_comments_has_no_part_of_them(site: Site) -> None:
    page = site.page("summaries/quiet/")
    assert page.xpath("//*[@data-comments] | //script[contains(@src, 'comments')]") == []


def test_lists_have_the_threads_to_count_and_one_script(site: Site) -> None:
    page = site.page("")
    threads = page.xpath("//article//*[@data-thread and @hidden]/@data-thread")
    assert sorted(threads) == ["/comments/held/", "/comments/hostile/", "/comments/mine/"]
    values = json.loads(one(page, "//script[@data-comments]").get("data-comments"))
    assert values["server"] == "https://comments.example.org"
    links = page.xpath("//*[@data-thread='/comments/held/']/a/@href")
    assert links == ["summaries/holding-hands-again/#comment"]


def test_a_thread_leads_to_its_post_for_ever(site: Site) -> None:
    page = site.page("comments/held/")
    to = "../../summaries/holding-hands-again/"
    assert page.xpath("//a/@href") == [f"{to}#comment"]
    assert page.xpath("//script/@data-post") == [to]
    assert f'content="0; url={to}#comment"' in site.text("comments/held/index.html")
    assert page.xpath("//meta[@name='robots']/@content") == ["noindex"]
    assert said(one(site.page("comments/hostile/"), "//title")) == HOSTILE
    assert site.page("comments/hostile/").get("lang") == "fr"
    assert "comments/quiet/index.html" not in site.files()


def test_a_page_of_the_author_in_the_place_of_a_thread_stays(site: Site) -> None:
    assert "It stays." in site.text("comments/mine/index.html")


def test_comments_are_no_part_of_what_machines_read(site: Site) -> None:
    index = json.loads(site.text("search/search_index.json"))
    for text in (
        json.dumps(index["docs"], ensure_ascii=False),
        site.text("feed.xml"),
        site.text("feed.json"),
        site.text("sitemap.xml"),
    ):
        for part in ("comments.example.org", "/comments/held", "could be recognised", "loader.js"):
            assert part not in text


def test_a_site_with_comments_by_mail_publishes_no_script_for_them(tmp_path: Path) -> None:
    by_mail = {"provider": "email", "address": "ana@example.org"}
    site = Site.create(tmp_path, evidence={"comments": by_mail}).build()
    assert not [name for name in site.files() if "comments" in name]
    assert site.page("").xpath("//*[@data-thread] | //script[@data-comments]") == []
