"""What machines and readers find on the pages of a site that MkDocs has built."""

from __future__ import annotations

from typing import Any

import pytest
from extruct import extract
from lxml import etree, html

from tests.conftest import MakeSite
from tests.hosts.site import Files, Site, one, said, summary

from .schema import faults
from .zotero import saved

POSTS: Files = {
    "docs/about.md": "# Ana & I\n",
    "docs/topics.md": "# Topics\n\n<!-- evidence/topics -->\n",
    "docs/summaries/hands.yaml": summary(
        title="Tea & <b>“toast”</b></script>",
        updated="2026-04-05",
        tags=["touch"],
        authors=["ana", "rui"],
        study="They held hands [@bowlby1969].",
    ),
    "docs/summaries/maos.yaml": summary(
        title="Mãos dadas", language="pt-BR", article="bowlby1969", date="2026-01-02"
    ),
    "docs/summaries/alone.yaml": summary(title="Alone", citation_style="ieee", date="2025-01-02"),
    "bibliography/notices.yaml": "works: {10.1093/scan/nsx091: {notices: [{kind: retraction}]}}\n",
}
EVIDENCE: dict[str, Any] = {
    "authors": {"ana": {"name": "Ana Exemplo", "page": "about.md"}, "rui": {"name": "Rui Outro"}},
    "author": "ana",
    "work_pages": True,
    "comments": {"provider": "link", "url": "https://forum.example.org/?about={url}"},
}
BLOG = {"blog": {"pagination_per_page": 2}}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    plugins: list[object] = ["search", "tags", BLOG, {"evidence": EVIDENCE}]
    folder = tmp_path_factory.mktemp("toy")
    return Site.create(folder, POSTS, plugins=plugins, site_description="All on toys.").build()


def node_of(page: html.HtmlElement) -> dict[str, Any]:
    """Return what a page says in JSON-LD, which is one thing."""
    (node,) = extract(html.tostring(page, encoding="unicode"), syntaxes=["json-ld"])["json-ld"]
    assert faults(node) == []
    return dict(node)


def meta(page: html.HtmlElement, name: str) -> str:
    return str(one(page, f"//head/meta[@name='{name}' or @property='{name}']").get("content"))


def test_a_post(site: Site) -> None:
    node = node_of(site.page("summaries/hands/"))
    address = "https://example.org/summaries/hands/"
    assert node["headline"] == "Tea & <b>“toast”</b></script>"
    assert (node["url"], node["inLanguage"]) == (address, "en")
    assert (node["datePublished"], node["dateModified"]) == ("2026-03-02", "2026-04-05")
    assert node["author"] == [
        {"@type": "Person", "name": "Ana Exemplo", "url": "https://example.org/about/"},
        {"@type": "Person", "name": "Rui Outro"},
    ]
    assert node["isBasedOn"]["sameAs"] == "https://doi.org/10.1093/scan/nsx091"
    assert node["isBasedOn"]["creativeWorkStatus"] == "Retracted"
    assert [work["@type"] for work in node["citation"]] == ["Book", "ScholarlyArticle"]
    assert node["discussionUrl"].startswith("https://forum.example.org/?about=https%3A")


def test_zotero_saves_it_as_a_post(site: Site) -> None:
    item = saved(site.page("summaries/hands/"))
    assert item.type == "blogPost"
    assert item.title == "Tea & <b>“toast”</b></script>"
    assert item.creators == [("Exemplo", "Ana"), ("Outro", "Rui")]
    assert (item.date, item.publication) == ("2026/03/02", "Toy")


def test_a_post_in_another_language(site: Site) -> None:
    page = site.page("summaries/maos/")
    assert node_of(page)["inLanguage"] == "pt-BR"
    assert meta(page, "og:locale") == "pt_BR"
    assert saved(page).language == "pt-BR"
    section = one(page, "//section[@class='evidence-cite']")
    assert said(one(section, "h2")) == "Como citar este texto"
    assert "(2026, janeiro 2)" in said(one(section, "div[@class='reference-text']"))


def test_the_first_page(site: Site) -> None:
    page = site.page("")
    assert node_of(page)["@type"] == ["WebSite", "Blog"]
    assert meta(page, "og:type") == "website"
    assert meta(page, "og:title") == "Toy"
    assert meta(page, "og:description") == "All on toys."


@pytest.mark.parametrize(
    ("url", "title"),
    [
        ("about/", "Ana & I"),
        ("topics/", "Topics"),
        ("category/health/", "Health"),
        ("works/coan2017/", "Coan and Beckes (2017)"),
    ],
)
def test_other_pages(site: Site, url: str, title: str) -> None:
    page = site.page(url)
    assert (meta(page, "og:type"), meta(page, "og:title")) == ("website", title)
    assert not page.xpath("//script[@type='application/ld+json']")
    assert not page.xpath("//section[@class='evidence-cite']")


@pytest.mark.parametrize(
    "url",
    [
        "",
        "about/",
        "archive/2026/",
        "category/health/",
        "page/2/",
        "summaries/hands/",
        "topics/",
        "works/coan2017/",
    ],
)
def test_every_page_has_its_own_address_once(site: Site, url: str) -> None:
    page = site.page(url)
    assert one(page, "//link[@rel='canonical']").get("href") == f"https://example.org/{url}"
    assert meta(page, "og:url") == f"https://example.org/{url}"


def test_how_a_post_is_cited(site: Site) -> None:
    section = one(site.page("summaries/hands/"), "//section[@class='evidence-cite']")
    assert said(one(section, "h2[@id='cite']")) == "Cite this post"
    assert said(one(section, "div[@class='reference-text']")) == (
        "Exemplo, A., & Outro, R. (2026, March 2). Tea & “toast”</script>. Toy. "
        "https://example.org/summaries/hands/"
    )
    assert one(section, ".//button[@class='reference-copy']") is not None
    bibtex, ris = section.xpath(".//a[@download]/@href")
    assert site.text(bibtex.removeprefix("../../")).startswith("@online{hands,")
    assert site.text(ris.removeprefix("../../")).startswith("TY  - BLOG")


def test_it_is_cited_in_its_own_style(site: Site) -> None:
    section = one(site.page("summaries/alone/"), "//section[@class='evidence-cite']")
    assert "A. Exemplo, “Alone,” Toy." in said(section)


def test_a_style_that_prints_no_list_has_that_of_apa(make_site: MakeSite) -> None:
    style = (
        '<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0"><info>'
        "<title>Notes</title><id>x</id><updated>2026-01-01T00:00:00+00:00</updated></info>"
        '<citation><layout><text variable="title"/></layout></citation></style>'
    )
    site = make_site({"notes.csl": style}, evidence={"style": "notes.csl"}).build()
    section = one(site.page("summaries/hands/"), "//section[@class='evidence-cite']")
    assert "Holding hands. (2026, March 2). Toy." in said(section)


def test_the_section_is_for_readers_of_the_page_alone(site: Site) -> None:
    for name in ("feed.xml", "feed.json", "search/search_index.json"):
        assert "Cite this post" not in site.text(name)


def test_a_site_without_an_address_gives_none(make_site: MakeSite) -> None:
    site = make_site(POSTS, evidence=EVIDENCE, site_url="").build()
    page = site.page("summaries/hands/")
    node = node_of(page)
    assert node.keys().isdisjoint({"url", "mainEntityOfPage", "image"})
    assert [author.keys() for author in node["author"]] == [{"@type", "name"}] * 2
    assert node["isPartOf"] == {"@type": "Blog", "name": "Toy"}
    assert not page.xpath("//meta[@property='og:url' or @name='citation_public_url']")
    assert not page.xpath("//link[@rel='canonical']")
    assert "robots.txt" not in site.files()
    assert said(one(page, "//section[@class='evidence-cite']/div")).endswith(" Toy.")


def test_a_draft_in_the_preview_is_not_to_be_found(make_site: MakeSite) -> None:
    site = make_site({"docs/summaries/draft.yaml": summary(draft=True)}).build("serve")
    assert meta(site.page("summaries/draft/"), "robots") == "noindex"
    assert not site.page("summaries/hands/").xpath("//meta[@name='robots']")


def test_what_stands_where_no_page_is_is_not_to_be_found(site: Site) -> None:
    assert meta(site.page("404.html"), "robots") == "noindex"


def test_search_engines_are_told_of_the_sitemap(site: Site) -> None:
    assert site.text("robots.txt") == (
        "User-agent: *\nAllow: /\n\nSitemap: https://example.org/sitemap.xml\n"
    )


def test_a_site_has_its_own_robots(make_site: MakeSite) -> None:
    site = make_site({"docs/robots.txt": "User-agent: *\nDisallow: /\n"}).build()
    assert site.text("robots.txt") == "User-agent: *\nDisallow: /\n"


def test_a_site_without_summaries_is_left_alone(make_site: MakeSite) -> None:
    files: Files = {"docs/summaries/hands.yaml": None, "docs/index.md": "# Home [@coan2017]\n"}
    site = make_site(files, plugins=["search", "evidence"])
    (site.folder / "docs/summaries").rmdir()
    site.build()
    assert "robots.txt" not in site.files()
    assert not site.page("").xpath("//meta[starts-with(@property, 'og:')]")


def days_in_sitemap(site: Site) -> dict[str, str]:
    """Return the day that the sitemap has for each address; empty where it has none."""
    space = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    urls = etree.fromstring(site.text("sitemap.xml").encode()).iterfind("s:url", space)
    return {
        url.findtext("s:loc", "", space).removeprefix("https://example.org/"): (
            url.findtext("s:lastmod", "", space)
        )
        for url in urls
    }


def test_the_sitemap_has_the_days_of_posts_and_no_others(site: Site) -> None:
    days = days_in_sitemap(site)
    assert {url: day for url, day in days.items() if day} == {
        "summaries/alone/": "2025-01-02",
        "summaries/hands/": "2026-04-05",
        "summaries/maos/": "2026-01-02",
    }
    assert {"", "about/", "category/health/", "page/2/", "works/coan2017/"} <= days.keys()
    assert not [url for url in days if "404" in url]


def test_a_site_without_posts_has_a_sitemap(make_site: MakeSite) -> None:
    site = make_site({"docs/summaries/hands.yaml": summary(draft=True)}).build()
    assert days_in_sitemap(site).keys() == {""}


def test_no_post_was_changed_on_a_day_to_come(
    make_site: MakeSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1772409600")  # 2 March 2026
    files = {"docs/summaries/later.yaml": summary(date="2999-01-01")}
    assert days_in_sitemap(make_site(files).build())["summaries/later/"] == "2026-03-02"


def test_the_days_that_another_plugin_knows_stay(make_site: MakeSite) -> None:
    hook = "def on_page_markdown(markdown, page, **_):\n    page.update_date = '2020-02-02'\n"
    site = make_site({"hook.py": hook}, hooks=["hook.py"]).build()
    assert days_in_sitemap(site) == {
        url: "2026-03-02" if url == "summaries/hands/" else day
        for url, day in days_in_sitemap(site).items()
    }
    assert days_in_sitemap(site)[""] == "2020-02-02"
