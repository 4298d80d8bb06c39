"""The pages of works: which works have one, what it says, and what links to it."""

import json
from pathlib import Path

import pytest
from lxml import etree, html

from mkdocs_evidence.languages import catalogue
from tests.conftest import MakeSite
from tests.hosts.site import BIBLIOGRAPHY, Files, Site, one, said, summary
from tests.hosts.test_sites import fingerprints

EVIDENCE = {"work_pages": True}
WORKS = f"""{BIBLIOGRAPHY}
@book{{müller:2001/a, author = {{Müller, Åsa}}, title = {{Apples \\& <figs>}}, year = {{2001}}}}
@book{{muller-2001-a, author = {{Müller, Åsa}}, title = {{Nuts}}, year = {{2001}}}}
"""
FILES: Files = {
    "docs/about.md": (
        "# About & me\n\n@bowlby1969.\n\n## More on *it* { #more }\n\n"
        "See [@coan2017] and [@müller:2001/a; @muller-2001-a].\n"
    ),
    "docs/other.md": "# Other\n\n@müller:2001/a\n\nText.[^1]\n\n## End\n\n[^1]: @bowlby1969 too.\n",
    "docs/summaries/feet.yaml": summary(
        title="Feet & toes",
        date="2026-04-02",
        study="As @muller-2001-a says twice: @muller-2001-a.",
    ),
    "docs/all.md": "# All\n\n<!-- evidence/bibliography -->\n",
    "bibliography/all.bib": WORKS,
}


@pytest.fixture
def site(make_site: MakeSite) -> Site:
    return make_site(FILES, evidence=EVIDENCE, markdown_extensions=["footnotes", "attr_list"])


def names(site: Site) -> list[str]:
    """Return the addresses of the pages of works."""
    return sorted(name for name in site.files() if name.startswith("works/"))


def content(site: Site, url: str) -> html.HtmlElement:
    return one(site.page(url), "//article")


def sections(page: html.HtmlElement) -> dict[str, list[str]]:
    """Return the items of the lists of a page by the headings that stand right above them."""
    return {
        said(heading): [said(item) for item in heading.getnext().xpath("./li")]
        for heading in page.xpath(".//h2")
    }


def test_without_the_option_no_work_has_a_page(make_site: MakeSite) -> None:
    site = make_site(FILES).build()
    assert names(site) == []
    assert not site.page("summaries/feet/").xpath("//*[@class='reference-work']")


def test_a_work_that_two_pages_mention_has_a_page(site: Site) -> None:
    assert names(site.build()) == [
        "works/bowlby1969/index.html",
        "works/coan2017/index.html",
        "works/muller-2001-a-2/index.html",
        "works/muller-2001-a/index.html",
    ]


def test_a_work_that_one_page_mentions_twice_has_none(make_site: MakeSite) -> None:
    files: Files = {"docs/summaries/hands.yaml": summary(study="@coan2017, [@coan2017].")}
    site = make_site(files, evidence=EVIDENCE).build()
    assert names(site) == []
    assert "<!-- evidence/work" not in site.text("summaries/hands/index.html")


def test_a_work_that_only_one_page_and_a_draft_mention_has_none(make_site: MakeSite) -> None:
    files: Files = {"docs/summaries/draft.yaml": summary(title="Draft", draft=True)}
    assert names(make_site(files, evidence=EVIDENCE).build()) == []


def test_the_page_says_what_the_site_wrote_about_the_work(site: Site) -> None:
    page = content(site.build(), "works/coan2017/")
    assert said(one(page, ".//h1")) == "Coan and Beckes (2017)"
    reference = one(page, ".//li[@id='ref-coan2017']/*[@class='reference-text']")
    assert said(reference).startswith("Coan, J. A., & Beckes, L. (2017).")
    assert one(page, ".//p/a").get("href") == "https://doi.org/10.1093/scan/nsx091"
    assert sections(page) == {
        "Discussed in": [
            "Feet & toes April 2, 2026 Does a hand help? They tried it.",
            "Holding hands March 2, 2026 Does a hand help? They tried it.",
        ],
        "Cited in": ["About & me · More on it"],
    }


def test_the_page_is_in_the_language_of_the_site(make_site: MakeSite) -> None:
    files = {**FILES, "docs/zuletzt.md": "---\nlang: fr\n---\n# Fin\n"}
    site = make_site(files, evidence={**EVIDENCE, "language": "pt"}).build()
    page = content(site, "works/coan2017/")
    assert said(one(page, ".//h1")) == "Coan e Beckes (2017)"
    assert [*sections(page)] == ["Discutida em", "Citada em"]
    menu = one(page, ".//li/details[@class='reference-menu']")
    assert said(one(menu, "./summary")) == catalogue("pt").text("copy_citation")
    files_of_work = {href.removeprefix("../../") for href in menu.xpath(".//a/@href")}
    assert len(files_of_work) == 2
    assert files_of_work <= site.files()


def test_its_links_lead_to_pages_and_to_the_places_of_cites(site: Site) -> None:
    page = content(site.build(), "works/coan2017/")
    links = page.xpath(".//*[@class='evidence-mentions']//a/@href")
    assert links == [
        "../../summaries/feet/",
        "../../summaries/hands/",
        "../../about/",
        "../../about/#cite-coan2017-1",
    ]
    assert site.page("about/").xpath("//*[@id='cite-coan2017-1']")


def test_a_cite_in_a_footnote_or_below_the_title_names_no_section(site: Site) -> None:
    page = content(site.build(), "works/bowlby1969/")
    assert sections(page) == {"Cited in": ["About & me", "Other"]}


def test_works_of_one_year_are_told_apart(site: Site) -> None:
    titles = {
        said(one(content(site.build(), f"works/{name}/"), ".//h1"))
        for name in ("muller-2001-a", "muller-2001-a-2")
    }
    assert titles == {"Müller (2001a)", "Müller (2001b)"}
    reference = one(content(site, "works/muller-2001-a/"), ".//*[@class='reference-text']")
    assert said(reference) == "Müller, Å. (2001a). Apples & <figs>."


@pytest.mark.parametrize("style", ["ieee", "chicago-notes-bibliography"])
def test_a_style_of_numbers_or_notes_has_titles_too(make_site: MakeSite, style: str) -> None:
    site = make_site(FILES, evidence={**EVIDENCE, "style": style}).build()
    page = content(site, "works/coan2017/")
    assert said(one(page, ".//h1")) == "Coan and Beckes (2017)"
    assert "perceived support" in said(one(page, ".//*[@class='reference-text']")).lower()
    assert "[2]" not in said(page)


def test_references_and_bibliographies_link_to_the_page(site: Site) -> None:
    site.build()
    for url, up in (("summaries/hands/", "../../"), ("about/", "../"), ("all/", "../")):
        work = one(site.page(url), "//li[@id='ref-coan2017']/a[@class='reference-work']")
        assert work.get("href") == f"{up}works/coan2017/"
        assert said(work) == "What this site wrote about it"
    pages = [name for name in site.files() if name.endswith(".html")]
    assert not [name for name in pages if "<!-- evidence/work" in site.text(name)]


def test_bibliographies_of_a_page_link_to_the_page(make_site: MakeSite) -> None:
    text = "# Third\n\n@coan2017\n\n<!-- evidence/bibliography {scope: page} -->\n"
    site = make_site({**FILES, "docs/third.md": text}, evidence=EVIDENCE).build()
    (work,) = site.page("third/").xpath("//a[@class='reference-work']")
    assert work.get("href") == "../works/coan2017/"


def test_the_link_is_in_the_language_of_the_page(make_site: MakeSite) -> None:
    files: Files = {"docs/summaries/pes.yaml": summary(title="Pés", language="pt")}
    site = make_site(files, evidence=EVIDENCE).build()
    work = one(site.page("summaries/pes/"), "//a[@class='reference-work']")
    assert said(work) == "O que este site escreveu sobre esta obra"


def test_feeds_link_to_the_page_by_its_full_address(site: Site) -> None:
    feed = site.build().text("feed.xml") + site.text("feed.json")
    assert "evidence/work " not in feed
    texts = [item["content_html"] for item in json.loads(site.text("feed.json"))["items"]]
    assert all('href="https://example.org/works/coan2017/"' in text for text in texts)


def test_the_page_is_in_sitemap_and_search_but_in_no_navigation(site: Site) -> None:
    sitemap = etree.fromstring(site.build().text("sitemap.xml").encode())
    assert "https://example.org/works/coan2017/" in [each.text for each in sitemap.iter("{*}loc")]
    index = json.loads(site.text("search/search_index.json"))["docs"]
    titles = {each["location"]: each["title"] for each in index}
    assert titles["works/coan2017/"] == "Coan and Beckes (2017)"
    assert titles["works/coan2017/#discussed"] == "Discussed in"
    links = site.page("").xpath("//nav//a/@href")
    assert not [href for href in links if "works" in href]


def test_the_page_has_an_address_a_description_and_no_edit_button(make_site: MakeSite) -> None:
    theme = {"name": "material", "font": False, "features": ["content.action.edit"]}
    site = make_site(
        FILES, evidence=EVIDENCE, theme=theme, edit_uri_template="https://example.org/edit/{path}"
    ).build()
    page = site.page("works/coan2017/")
    assert (
        one(page, "//link[@rel='canonical']").get("href") == "https://example.org/works/coan2017/"
    )
    assert one(page, "//title").text == "Coan and Beckes (2017) - Toy"
    description = one(page, "//meta[@name='description']").get("content")
    assert description == "What this site wrote about: Coan and Beckes (2017)"
    assert not page.xpath("//a[contains(@href, '/edit/')]")
    assert site.page("about/").xpath("//a[contains(@href, '/edit/')]")
    contents = page.xpath("//nav[contains(@class, 'md-nav--secondary')]")[0]
    assert [said(each) for each in contents.xpath(".//li/a")] == ["Discussed in", "Cited in"]


@pytest.mark.parametrize("theme", ["mkdocs", "readthedocs"])
def test_a_page_on_another_theme_and_without_directories(make_site: MakeSite, theme: str) -> None:
    files = {**FILES, "docs/summaries/hands.yaml": None, "docs/summaries/feet.yaml": None}
    files["docs/third.md"] = "@coan2017\n"
    site = make_site(
        files,
        plugins=["search", {"evidence": EVIDENCE}],
        theme=theme,
        use_directory_urls=False,
        site_url="",
        markdown_extensions=["footnotes"],
    )
    outcome = site.run("--strict")
    assert outcome.returncode == 0, outcome.stderr
    page = site.page("works/coan2017.html")
    assert said(one(page, "//h1[@id='work']")) == "Coan and Beckes (2017)"
    work = one(site.page("third.html"), "//a[@class='reference-work']")
    assert work.get("href") == "works/coan2017.html"


def test_a_page_of_the_author_s_keeps_its_address(make_site: MakeSite) -> None:
    files = {**FILES, "docs/works/coan2017.md": "# My own\n", "docs/works/index.md": "# Works\n"}
    site = make_site(files, evidence=EVIDENCE).build()
    assert said(one(content(site, "works/coan2017/"), ".//h1")) == "My own"
    assert said(one(content(site, "works/coan2017-2/"), ".//h1")) == "Coan and Beckes (2017)"


def test_what_an_entry_holds_is_text(make_site: MakeSite) -> None:
    evil = (
        "@book{evil&x, author = {{<script>alert(1)</script>}}, year = {2020},\n"
        "  title = {<img src=x onerror='a'>}, url = {https://a.example/\"onclick=\"b}}\n"
    )
    files: Files = {
        "docs/a.md": "# A\n\n@evil&x\n",
        "docs/b.md": "# B\n\n@evil&x\n",
        "bibliography/all.bib": BIBLIOGRAPHY + evil,
    }
    site = make_site(files, evidence=EVIDENCE).build()
    (name,) = (each for each in names(site) if "evil" in each)
    assert name == "works/evil-x/index.html"
    page = site.page(name)
    assert "<script>alert(1)</script> (2020)" in said(one(page, "//article//h1"))
    assert not page.xpath("//article//script | //article//img | //@onclick | //@onerror")
    assert not page.xpath("//head//script[contains(text(), 'alert(1)')]")


def test_serving_again_gives_the_same_pages(site: Site) -> None:
    first = names(site.build("serve"))
    site.write({"docs/other.md": "# Other\n"})
    again = names(site.build("serve"))
    assert set(first) - set(again) == {
        "works/bowlby1969/index.html",
        "works/muller-2001-a/index.html",
    }


def test_the_same_sources_give_the_same_pages(tmp_path: Path) -> None:
    built = []
    for seed in ("1", "2"):
        site = Site.create(tmp_path / seed, FILES, evidence=EVIDENCE)
        outcome = site.run("--strict", PYTHONHASHSEED=seed, SOURCE_DATE_EPOCH="1700000000")
        assert outcome.returncode == 0, outcome.stderr
        built.append(fingerprints(site.folder / "site"))
    assert built[0] == built[1]
