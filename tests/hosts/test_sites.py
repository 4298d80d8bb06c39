"""Sites of other shapes: without blog or options, under a path, with other addresses, twice."""

import hashlib
import json
from pathlib import Path
from urllib.parse import unquote

import pytest
from lxml import etree

from tests.conftest import MakeSite
from tests.hosts.site import DOT, Files, Site, one, said, summary


def test_pages_can_cite_without_blog_and_summaries(make_site: MakeSite) -> None:
    files: Files = {
        "docs/index.md": "# Home\n\nAs [@coan2017, p. 3] and @bowlby1969 say.\n",
        "docs/about.md": "# About\n\n@bowlby1969.\n\n## Read\n\n<!-- evidence/references -->\n",
        "docs/plain.md": "# Plain\n\nNothing.\n",
        "docs/summaries/hands.yaml": None,
        "refs.bib": "@book{bowlby1969, author={Bowlby, John}, title={Attachment}, year=1969}\n"
        "@book{coan2017, author={Coan, James}, title={Hands}, year=2017}\n",
    }
    plugins: list[object] = [{"evidence": {"bibliography": "refs.bib"}}]
    site = make_site(files, plugins=plugins, markdown_extensions=[]).build()
    home = site.page("")
    assert "As (Coan, 2017, p. 3) and Bowlby (1969) say." in said(home)
    assert home.xpath("//h2[text()='References']/following-sibling::ul/li/@id") == [
        "ref-bowlby1969",
        "ref-coan2017",
    ]
    about = site.page("about/")
    assert not about.xpath("//h2[text()='References']")
    assert said(one(about, "//h2[@id='read']/following-sibling::ul")).startswith("Bowlby, J.")
    assert not site.page("plain/").xpath("//*[@class='references']")
    assert not {"feed.xml", "feed.json"} & site.files()
    assert not home.xpath("//link[contains(@type, 'application/')]")


def test_a_plugin_without_options_builds(make_site: MakeSite) -> None:
    files: Files = {"docs/summaries/hands.yaml": None, "bibliography/all.bib": None}
    assert make_site(files, plugins=["evidence"]).run("--strict").returncode == 0


def test_a_blog_and_nothing_else_is_enough(make_site: MakeSite) -> None:
    site = make_site(plugins=["blog", "evidence"], markdown_extensions=[], theme="material")
    assert "They held hands." in said(site.build().page("summaries/hands/"))


def test_a_site_without_an_address_has_no_feed(make_site: MakeSite) -> None:
    comments = {"provider": "email", "address": "ana@example.org"}
    site = make_site(evidence={"comments": comments}, site_url="").build()
    assert not {"feed.xml", "feed.json"} & site.files()
    assert not site.page("").xpath("//link[@type='application/rss+xml']")
    mail = unquote(site.page("summaries/hands/").xpath("//a[@class='evidence-comment']/@href")[0])
    assert mail.startswith("mailto:ana@example.org?subject=Comment on: Holding hands")
    assert "http" not in mail
    assert "()" not in mail


IMAGE = "summaries/2026/a%20b.svg"
LEGAL: Files = {
    "docs/help.md": "# Help",
    "docs/legal/index.md": "# Legal",
    "docs/topics.md": "# Topics\n\n<!-- evidence/topics -->\n",
    "docs/summaries/2026/a b.svg": DOT,
    "docs/summaries/2026/feet.yaml": summary(title="Feet", image={"file": "a b.svg", "alt": "A"}),
}


@pytest.mark.parametrize("directories", [True, False])
@pytest.mark.parametrize("base", ["https://example.org/", "https://example.org/blog/"])
def test_links_are_right_under_any_address(
    make_site: MakeSite, base: str, directories: bool
) -> None:
    site = make_site(
        LEGAL,
        evidence={"help": "help.md", "legal": "legal/index.md"},
        site_url=base,
        use_directory_urls=directories,
    ).build()
    end = "/" if directories else ".html"
    post = f"summaries/feet{end}"
    legal = "legal/" if directories else "legal/index.html"
    up = "../../" if directories else "../"
    path = base.removeprefix("https://example.org")
    helped = [
        site.page(url).xpath("//nav[starts-with(@class, 'evidence-help')]/a/@href")[0]
        for url in (post, "", "404.html")
    ]
    assert helped == [f"{place}help{end}" for place in (up, "", path)]
    page = site.page(post)
    assert up + legal in page.xpath("//footer//a/@href")
    assert page.xpath("//ul[@class='evidence-topics']//a/@href") == [f"{up}category/health{end}"]
    topics = site.page(f"topics{end}").xpath("//ul[@class='evidence-topic-list']//a/@href")
    assert topics == [f"{'../' if directories else ''}category/health{end}"]
    lost = site.page("404.html")
    assert path + legal in lost.xpath("//footer//a/@href")
    assert f"{path}feed.xml" in lost.xpath("//link/@href")
    feed = etree.fromstring(site.text("feed.xml").encode())
    assert base + post in [link.text for link in feed.iter("link")]
    assert [found.get("url") for found in feed.iter("enclosure")] == [f"{base}{IMAGE}"]
    items = json.loads(site.text("feed.json"))["items"]
    texts = {item["title"]: item["content_html"] for item in items}
    assert f'src="{base}{IMAGE}"' in texts["Feet"]
    assert (site.folder / "site/summaries/2026/a b.svg").is_file()


def fingerprints(folder: Path) -> dict[str, str]:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in files
    }


def test_the_same_sources_give_the_same_bytes(tmp_path: Path) -> None:
    files: Files = {
        **LEGAL,
        "docs/tags.md": "# Tags\n\n<!-- material/tags -->\n",
        "docs/all.md": "# All\n\n<!-- evidence/bibliography -->\n",
        "docs/summaries/a.yaml": summary(title="A", tags=["x", "y"], topics=["Health", "Love"]),
        "docs/summaries/b.yaml": summary(title="B", tags=["y", "z"], language="pt"),
    }
    built = []
    for folder, seed in (("one", "1"), ("a/second one", "2")):
        site = Site.create(tmp_path / folder, files)
        outcome = site.run("--strict", PYTHONHASHSEED=seed, SOURCE_DATE_EPOCH="1700000000")
        assert outcome.returncode == 0, outcome.stderr
        built.append(fingerprints(site.folder / "site"))
    assert built[0] == built[1]
    assert "sitemap.xml.gz" in built[0]


@pytest.mark.parametrize("folder", ["articles", "blog/posts", "research/notes/"])
def test_the_folder_of_the_summaries_can_have_another_name(
    make_site: MakeSite, folder: str
) -> None:
    files: Files = {
        "docs/summaries/hands.yaml": None,
        f"docs/{folder}/hands.yaml": summary(image={"file": "dot.svg", "alt": "Dot"}),
        f"docs/{folder}/dot.svg": DOT,
    }
    site = make_site(files, evidence={"summaries": folder}).build()
    name = folder.strip("/")
    assert {f"{name}/hands/index.html", f"{name}/dot.svg"} <= site.files()
    assert site.page(f"{name}/hands/").xpath("//img/@src") == ["../dot.svg"]


def test_two_summaries_whose_files_differ_only_in_their_ending(make_site: MakeSite) -> None:
    text = (
        "---\ntitle: Other\ndate: 2026-01-02\narticle: coan2017\nslug: other\n---\nLead.\n\n"
        "## Study\n\na\n\n## Implications\n\nb\n\n## Limitations\n\nc\n"
    )
    files: Files = {
        "docs/summaries/hands.yaml": summary(title="Hands"),
        "docs/summaries/hands.md": text,
    }
    site = make_site(files).build()
    assert said(one(site.page("summaries/hands/"), "//h1")) == "Hands"
    assert said(one(site.page("summaries/other/"), "//h1")) == "Other"


def test_what_an_author_writes_in_a_heading_stays_in_the_heading(make_site: MakeSite) -> None:
    study = {"heading": "What { #x } they *did*", "text": "See [this][r] and {that}."}
    lead = "Read [this][r]."
    limits = "None.\n\n[r]: https://example.org/r\n"
    files = {
        "docs/summaries/hands.yaml": summary(study=study, lead=lead, limitations=limits),
    }
    site = make_site(files).build()
    assert said(one(site.page("summaries/hands/"), "//h2[@id='study']")) == "What { #x } they did"
    link = one(site.page(""), "//*[@class='evidence-excerpt']//a[text()='this']")
    assert link.get("href") == "https://example.org/r"


def test_a_blog_can_stand_below_the_home_page(make_site: MakeSite) -> None:
    files: Files = {
        "docs/index.md": "# Home\n",
        "docs/blog/index.md": "# Posts\n",
        "docs/summaries/hands.yaml": summary(title="Hands"),
    }
    plugins: list[object] = [{"blog": {"blog_dir": "blog"}}, "evidence"]
    site = make_site(files, plugins=plugins).build()
    assert said(one(site.page("blog/"), "//article//h2")) == "Hands"
    assert not site.page("").xpath("//article//h2")


def test_other_plugins_may_change_a_post(make_site: MakeSite) -> None:
    files: Files = {
        "docs/summaries/hands.yaml": summary(lead="The WORD."),
        "hooks.py": "def on_page_markdown(markdown, **_):\n"
        "    return markdown.replace('WORD', 'change')\n",
    }
    site = make_site(files, hooks=["hooks.py"]).build()
    assert said(one(site.page("summaries/hands/"), "//*[@class='evidence-lead']")) == "The change."
