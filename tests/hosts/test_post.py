"""A post on the built site: its parts, their order, and what is beside it."""

import json
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from tests.conftest import MakeSite
from tests.hosts.site import DOT, SUMMARY, Files, Site, one, parsed, said, summary

PARTS = [
    "Holding hands",
    "Health",
    "By Ana · March 2, 2026 · English · 1 minute to read",
    "I read research for you.",
    "The article",
    "Coan, J. A., & Beckes, L. (2017).",
    "Licence of the article: CC BY 4.0",
    "Drawn by Bo · CC0",
    "Does a hand help?",
    "What they did",
    "They held hands.",
    "What it means",
    "A hand may help.",
    "What it cannot tell",
    "The study was small.",
    "In short",
    "Hold hands.",
    "References",
    "Comments",
    "This is no advice.",
    "Write a comment by e-mail",
]

YAML = """\
title: Holding hands
date: 2026-03-02
article: {key: coan2017, licence: CC BY 4.0}
topics: [Health]
image: {file: hands.svg, alt: Two hands, credit: Drawn by Bo, licence: CC0}
lead: Does a hand help?
study: {heading: What they did, text: They held hands.}
implications: {heading: What it means, text: A hand may help.}
limitations: {heading: What it cannot tell, text: The study was small.}
conclusion: {heading: In short, text: Hold hands.}
"""

MARKDOWN = """\
---
title: Holding hands
date: 2026-03-02
article: {key: coan2017, licence: CC BY 4.0}
topics: [Health]
image: {file: hands.svg, alt: Two hands, credit: Drawn by Bo, licence: CC0}
---
Does a hand help?

## Study

They held hands.

## Implications

A hand may help.

## Limitations

The study was small.

## Conclusion

Hold hands.
"""

EVIDENCE: dict[str, object] = {
    "authors": {"ana": {"name": "Ana", "page": "about.md"}},
    "author": "ana",
    "introduction": "I read research for you.",
    "notice": "This is no advice.",
    "comments": {"provider": "email", "address": "ana@example.org"},
    "legal": "legal.md",
}

PAGES: Files = {
    "docs/legal.md": "# Legal",
    "docs/about.md": "# About",
    "docs/summaries/hands.svg": DOT,
}


def in_order(text: str, parts: list[str]) -> list[str]:
    """Return the parts that a text has, each after the one before it."""
    found, place = [], 0
    for part in parts:
        place = text.find(part, place)
        if place < 0:
            break
        found.append(part)
        place += len(part)
    return found


def test_a_yaml_summary_becomes_a_post_of_the_usual_shape(make_site: MakeSite) -> None:
    files = {**PAGES, "docs/summaries/hands.yaml": YAML}
    page = make_site(files, evidence=EVIDENCE, copyright="© Ana").build().page("summaries/hands/")
    assert in_order(said(page), [*PARTS, "© Ana", "Legal notice and privacy"]) == [
        *PARTS,
        "© Ana",
        "Legal notice and privacy",
    ]
    assert one(page, "//img[@alt='Two hands']").get("src") == "../hands.svg"
    assert one(page, "//*[@class='evidence-byline']/a").get("href") == "../../about/"
    assert one(page, "//footer//a[text()='Legal notice and privacy']").get("href") == "../../legal/"
    assert one(page, "//a[text()='Read the article']").get("href") == (
        "https://doi.org/10.1093/scan/nsx091"
    )
    assert "https://doi.org/10.1093/scan/nsx091" in said(one(page, "//ul[@class='references']"))


def test_a_markdown_summary_becomes_the_same_with_its_own_headings(make_site: MakeSite) -> None:
    files = {**PAGES, "docs/summaries/hands.yaml": None, "docs/summaries/hands.md": MARKDOWN}
    site = make_site(files, evidence=EVIDENCE)
    headings = {
        "What they did": "Study",
        "What it means": "Implications",
        "What it cannot tell": "Limitations",
        "In short": "Conclusion",
    }
    parts = [headings.get(part, part) for part in PARTS]
    assert in_order(said(site.build().page("summaries/hands/")), parts) == parts


def test_a_post_can_be_without_comments_on_a_site_with_them(make_site: MakeSite) -> None:
    evidence = EVIDENCE | {"introduction": "Please [comment](#comment)."}
    files = {
        **PAGES,
        "docs/summaries/silent.yaml": summary(comments=False),
        "docs/summaries/open.yaml": SUMMARY,
    }
    site = make_site(files, evidence=evidence).build()
    silent, open_ = site.page("summaries/silent/"), site.page("summaries/open/")
    assert not silent.xpath("//*[@id='comment'] | //a[contains(@href, 'mailto:')]")
    assert not silent.xpath("//a[@href='#comment']")
    assert "Please comment." in said(silent)
    assert open_.xpath("//*[@id='comment']")
    assert open_.xpath("//a[@href='#comment']")


def test_a_site_without_comments_invites_nobody(make_site: MakeSite) -> None:
    site = make_site(evidence={"introduction": "Please [comment](#comment)."}).build()
    for url in ("", "summaries/hands/"):
        assert not site.page(url).xpath("//*[@id='comment'] | //a[@href='#comment']")


def test_comments_behind_a_link_name_the_post(make_site: MakeSite) -> None:
    comments = {"provider": "link", "url": "https://talk.example/?about={slug}&at={url}"}
    page = make_site(evidence={"comments": comments}).build().page("summaries/hands/")
    assert one(page, "//*[@class='evidence-comments']//a").get("href") == (
        "https://talk.example/?about=hands&at=https%3A%2F%2Fexample.org%2Fsummaries%2Fhands%2F"
    )


def test_the_language_of_a_post_is_marked_and_its_words_are_in_it(make_site: MakeSite) -> None:
    text = summary(language="pt", lead="Uma pergunta.")
    site = make_site({"docs/summaries/maos.yaml": text}).build()
    post = one(site.page("summaries/maos/"), "//*[@class='evidence-post']")
    assert post.get("lang") == "pt"
    assert "2 de março de 2026 · Português" in said(post)
    excerpts = site.page("").xpath("//article[@lang='pt']")
    assert "Uma pergunta." in said(excerpts[0])


def test_the_way_to_help_is_in_the_language_of_the_post(make_site: MakeSite) -> None:
    files = {"docs/help.md": "# Help", "docs/summaries/hands.yaml": summary(language="pt")}
    site = make_site(files, evidence={"help": "help.md"}).build()
    help_of_post = one(site.page("summaries/hands/"), "//nav[starts-with(@class, 'evidence-help')]")
    assert (said(help_of_post), help_of_post.get("lang")) == ("Ajuda em momentos de crise", "pt")
    help_of_home = one(site.page(""), "//nav[starts-with(@class, 'evidence-help')]")
    assert (said(help_of_home), help_of_home.get("lang")) == ("Help in a crisis", None)


def test_a_post_runs_as_its_language_does(make_site: MakeSite) -> None:
    files = {"docs/summaries/hands.yaml": summary(language="ar")}
    site = make_site(files).build()
    assert one(site.page("summaries/hands/"), "//*[@dir='rtl']").get("lang") == "ar"
    assert one(site.page(""), "//article[@lang='ar']").get("dir") == "rtl"


def test_titles_and_descriptions_are_plain_text_in_all_places(make_site: MakeSite) -> None:
    title = 'Is p < .05 & *all* <b>"enough"</b>? [@coan2017] $x$ &amp;'
    files: Files = {
        "docs/summaries/hands.yaml": summary(title=title, description=title, tags=["x"]),
        "docs/tags.md": "# Tags\n\n<!-- material/tags -->\n",
        "docs/all.md": "# All\n\n<!-- evidence/bibliography -->\n",
    }
    site = make_site(files, evidence={"comments": {"provider": "email", "address": "a@b.org"}})
    page, home = site.build().page("summaries/hands/"), site.page("")
    assert said(one(page, "//h1")) == title
    assert said(one(page, "/html/head/title")) == f"{title} - Toy"
    assert one(page, "//meta[@name='description']").get("content") == title
    assert said(one(page, "//*[@data-md-component='header-topic']")) == title
    assert said(one(home, "//article[@lang]//h2")) == title
    assert one(home, "//p[@class='evidence-more']/a").get("aria-label") == f"Read on: {title}"
    assert title in said(one(site.page("tags/"), "//*[@class='md-content']"))
    assert said(one(site.page("all/"), "//*[@class='evidence-cited-in']/a")) == title
    mail = unquote(
        one(page, "//*[@id='comment']/following::a[@class='evidence-comment']").get("href")
    )
    assert f"?subject=Comment on: {title}&" in mail
    (entry,) = [
        doc
        for doc in json.loads(site.text("search/search_index.json"))["docs"]
        if doc["location"] == "summaries/hands/"
    ]
    assert parsed(entry["title"]).text_content() == title


def test_the_same_name_beside_pages_and_beside_summaries_is_two_images(
    make_site: MakeSite,
) -> None:
    other = DOT.replace(b"4", b"8")
    files: Files = {
        "docs/index.md": "# Home\n\n![One](dot.svg)\n",
        "docs/dot.svg": other,
        "docs/summaries/dot.svg": DOT,
        "docs/summaries/hands.yaml": summary(image={"file": "dot.svg", "alt": "Dot"}),
    }
    site = make_site(files).build()
    assert (site.folder / "site/dot.svg").read_bytes() == other
    assert (site.folder / "site/summaries/dot.svg").read_bytes() == DOT
    assert site.page("").xpath("//img[@alt='One']/@src") == ["dot.svg"]
    assert site.page("summaries/hands/").xpath("//img/@src") == ["../dot.svg"]


@pytest.mark.parametrize("name", ["two hands.svg", "mãos.svg", "50% (a).svg", "a#b&c.svg"])
def test_images_may_have_any_name(make_site: MakeSite, name: str) -> None:
    text = summary(image={"file": name, "alt": "Hands"})
    files: Files = {"docs/summaries/hands.yaml": text, f"docs/summaries/{name}": DOT}
    site = make_site(files).build()
    (image,) = site.page("summaries/hands/").xpath("//img/@src")
    assert linked(site, "summaries/hands/", image) == f"summaries/{name}"


def linked(site: Site, url: str, href: str) -> str:
    """Return the name of the built file to which a link leads."""
    path = unquote(urlsplit(urljoin(f"https://example.org/{url}", href)).path)
    name = path.lstrip("/")
    assert (site.folder / "site" / name).is_file(), name
    return name


def test_summaries_may_be_in_folders_of_their_own(make_site: MakeSite) -> None:
    files: Files = {
        "docs/summaries/2026/love/dot.svg": DOT,
        "docs/summaries/2026/love/bond.yaml": summary(
            title="Bond",
            image={"file": "dot.svg", "alt": "Dot"},
            lead="Like [hands](../../hands.yaml), like [home](../../../index.md).",
        ),
        "docs/index.md": "# Home\n\n[Bond](summaries/2026/love/bond.yaml)\n",
    }
    site = make_site(files).build()
    page = site.page("summaries/bond/")
    (image,) = page.xpath("//img/@src")
    assert linked(site, "summaries/bond/", image) == "summaries/2026/love/dot.svg"
    assert page.xpath("//*[@class='evidence-lead']//a/@href") == ["../hands/", "../../"]
    assert site.page("").xpath("//a[text()='Bond']/@href")[0] == "summaries/bond/"


def test_the_edit_link_leads_to_the_file_of_the_author(make_site: MakeSite) -> None:
    site = make_site(
        theme={"name": "material", "font": False, "features": ["content.action.edit"]},
        edit_uri_template="https://edit.example/{path}",
    ).build()
    (href,) = site.page("summaries/hands/").xpath("//a[@rel='edit']/@href")
    assert href == "https://edit.example/summaries/hands.yaml"


def test_only_what_is_in_the_folder_of_the_summaries_is_one(make_site: MakeSite) -> None:
    files: Files = {
        "docs/summaries.md": "# About summaries\n\n![Dot](summaries-art/dot.svg)\n",
        "docs/summaries-art/dot.svg": DOT,
    }
    site = make_site(files).build()
    assert said(one(site.page("summaries/"), "//h1")) == "About summaries"
    assert {"summaries-art/dot.svg", "summaries/hands/index.html"} <= site.files()


OWN_THEME = {"name": "material", "font": False, "custom_dir": "own"}


def test_a_template_of_the_site_wins_over_that_of_the_plugin(make_site: MakeSite) -> None:
    own = "{% extends 'main.html' %}{% block content %}<b>Own: {{ page.title }}</b>{% endblock %}"
    site = make_site({"own/evidence/post.html": own}, theme=OWN_THEME)
    assert said(one(site.build().page("summaries/hands/"), "//b")) == "Own: Holding hands"


def test_a_page_template_of_the_site_takes_nothing_away(make_site: MakeSite) -> None:
    own = "{% extends 'base.html' %}{% block extrahead %}<meta name='own'>{% endblock %}"
    site = make_site({"own/main.html": own}, theme=OWN_THEME)
    head = one(site.build().page("summaries/hands/"), "/html/head")
    assert head.xpath("meta[@name='own']")
    assert head.xpath("link[@rel='alternate']/@href") == ["../../feed.xml", "../../feed.json"]
    assert head.xpath("link[@media='print']/@href") == ["../../assets/evidence/print.css"]
    assert head.xpath("meta[@property='og:title']/@content") == ["Holding hands"]
