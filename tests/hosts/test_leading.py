"""The pages of a built site that lead from a post's old addresses to it."""

from __future__ import annotations

import pytest

from tests.conftest import MakeSite
from tests.hosts.site import Site, one, said, summary

HOSTILE = "L'été \"<b>\" & 'moi'"
OLD = ["/2019/03/a-hand/", "/caf%C3%A9/a-hand.html", "/notes/2018", "/index.php/2019/a-hand/"]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    files = {
        "docs/about.md": "# About\n",
        "docs/paper.html": "<!doctype html><title>Mine</title>It stays.",
        "docs/summaries/hands.yaml": summary(redirect_from=OLD),
        "docs/summaries/hostile.yaml": summary(
            title=HOSTILE, language="fr", article="bowlby1969", redirect_from="/old/hostile"
        ),
    }
    return Site.create(tmp_path_factory.mktemp("old"), files).build()


def test_old_addresses_lead_to_the_post(site: Site) -> None:
    led = {
        "2019/03/a-hand/index.html": "../../../",
        "café/a-hand.html": "../",
        "notes/2018/index.html": "../../",
        "index.php/2019/a-hand/index.html": "../../../",
    }
    for name, root in led.items():
        page = site.page(name)
        assert page.xpath("//a/@href") == [f"{root}summaries/hands/"]
        assert page.xpath("//script/@data-post") == [f"{root}summaries/hands/"]
        assert page.xpath("//script/@src") == [f"{root}assets/evidence/leading.js"]
        assert page.xpath("//meta[@name='robots']/@content") == ["noindex"]
        assert page.xpath("//link[@rel='canonical']/@href") == [
            "https://example.org/summaries/hands/"
        ]
        assert f'content="0; url={root}summaries/hands/"' in site.text(name)
    assert "//" not in site.text("assets/evidence/leading.js")


def test_they_speak_the_language_of_the_post_whatever_its_title(site: Site) -> None:
    page = site.page("old/hostile/")
    assert page.get("lang") == "fr"
    assert said(one(page, "//title")) == HOSTILE
    assert said(one(page, "//p")) == f"Ce texte se trouve maintenant ici : {HOSTILE}"
    assert not page.xpath("//b")


def test_they_are_no_part_of_what_machines_read(site: Site) -> None:
    for name in ("sitemap.xml", "search/search_index.json", "feed.xml", "feed.json"):
        assert "a-hand" not in site.text(name)


def test_what_stands_in_the_place_stays_and_the_author_is_told(make_site: MakeSite) -> None:
    taken = ["/About/", "/paper.html", "/404.html", "/CNAME/", "/b.html/c/", "/assets"]
    addresses = ["/a", "/a/", "/b.html", "/assets/old", *taken, "/summaries/Hands"]
    site = make_site(
        {
            "docs/about.md": "# About\n",
            "docs/CNAME": "example.org",
            "docs/assets/index.html": "<!doctype html><title>Mine</title>",
            "docs/paper.html": "<!doctype html><title>Mine</title>It stays.",
            "docs/summaries/hands.yaml": summary(redirect_from=addresses),
        }
    )
    done = site.run()
    assert done.returncode == 0, done.stderr
    told = [line.partition(": ")[2] for line in done.stderr.splitlines() if "[old-a" in line]
    assert told == [
        *(
            f"Something else stands at “{address}” now, so that it cannot lead to the post."
            " [old-address-taken]"
            for address in taken
        ),
        "The post stands at “/summaries/Hands” itself. [old-address-taken]",
    ]
    assert "It stays." in site.text("paper.html")
    assert "About" in site.text("about/index.html")
    assert {"a/index.html", "b.html", "assets/old/index.html"} <= site.files()


def test_below_the_path_of_a_site_old_addresses_may_begin_with_it(make_site: MakeSite) -> None:
    files = {"docs/summaries/hands.yaml": summary(redirect_from=["/blog/2019/a/", "/2018/b/"])}
    site = make_site(files, site_url="https://example.org/blog/").build()
    assert {"2019/a/index.html", "2018/b/index.html"} <= site.files()
    assert site.page("2019/a/").xpath("//link[@rel='canonical']/@href") == [
        "https://example.org/blog/summaries/hands/"
    ]


def test_drafts_have_no_old_addresses(make_site: MakeSite) -> None:
    files = {"docs/summaries/idea.yaml": summary(title="Idea", draft=True, redirect_from="/idea/")}
    assert "idea/index.html" not in make_site(files).build("serve").files()
