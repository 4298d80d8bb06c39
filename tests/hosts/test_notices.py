"""What readers are told of works that were retracted, doubted or corrected."""

from __future__ import annotations

import json

import feedparser
import pytest

from tests.conftest import MakeSite
from tests.hosts.site import BIBLIOGRAPHY, Site, one, said, summary

RETRACTED = """\
works:
  10.1093/scan/nsx091:
    notices:
      - kind: retraction
        date: 2019-04-17
        notice: 10.1093/scan/retraction
"""
CITING = summary(article="bowlby1969", study="Hands help [@coan2017].", lead="What helps?")
BANNER = "//div[@class='evidence-banner']"


@pytest.fixture
def site(make_site: MakeSite) -> Site:
    """A site with a post on a retracted article, and one that cites it."""
    files = {
        "docs/summaries/citing.yaml": CITING,
        "docs/bibliography.md": "# Works\n\n<!-- evidence/bibliography -->\n",
        "bibliography/notices.yaml": RETRACTED,
    }
    return make_site(files, evidence={"work_pages": True}).build()


def test_a_post_on_a_retracted_article_begins_with_a_banner(site: Site) -> None:
    banner = one(site.page("summaries/hands/"), BANNER)
    assert said(banner) == (
        "The article that this post is about has been retracted. It should no longer be relied "
        "on. (April 17, 2019) Read the notice"
    )
    assert one(banner, ".//a").get("href") == "https://doi.org/10.1093/scan/retraction"


def test_a_post_that_cites_a_retracted_work_says_which_one(site: Site) -> None:
    page = site.page("summaries/citing/")
    banner = one(page, BANNER)
    assert said(banner) == (
        "Please note what became of a work that this post cites: "
        "Coan and Beckes (2017) (Retracted, April 17, 2019)"
    )
    assert page.xpath(f"//li[@id='{one(banner, './/a').get('href').removeprefix('#')}']")


@pytest.mark.parametrize("url", ["summaries/hands/", "summaries/citing/", "bibliography/"])
def test_each_reference_says_that_the_work_was_retracted(site: Site, url: str) -> None:
    reference = one(site.page(url), "//li[@id='ref-coan2017']/div[@class='reference-text']")
    assert said(reference).endswith("Retracted (April 17, 2019): notice")


def test_the_card_of_the_article_says_it(site: Site) -> None:
    card = one(site.page("summaries/hands/"), "//div[@class='evidence-reference']")
    assert said(card).endswith("Retracted (April 17, 2019): notice")


@pytest.mark.parametrize(
    ("kind", "told", "is_sure"),
    [
        ("retraction", "The article has been retracted.", False),
        ("concern", "The journal has doubts about the article.", True),
    ],
)
def test_the_panel_of_the_study_says_it(
    make_site: MakeSite, kind: str, told: str, is_sure: bool
) -> None:
    evidence = {"design": "cohort", "certainty": {"level": "high"}}
    files = {
        "docs/summaries/hands.yaml": summary(evidence=evidence),
        "bibliography/notices.yaml": RETRACTED.replace("kind: retraction", f"kind: {kind}"),
    }
    page = make_site(files).build().page("summaries/hands/")
    warning, panel = page.xpath("//h2[@id='evidence']/following-sibling::*")[:2]
    assert said(warning).startswith(told)
    assert ("How sure can we be?" in said(panel)) == is_sure


def test_the_page_of_the_work_says_it(site: Site) -> None:
    assert "Retracted (April 17, 2019)" in said(site.page("works/coan2017/"))


def test_listings_warn_of_the_discussed_article_only(site: Site) -> None:
    excerpts = {
        said(one(each, ".//h2")): each for each in site.page("").xpath("//article//article")
    }
    assert [title for title, each in excerpts.items() if each.xpath(f".{BANNER}")] == [
        "Holding hands"
    ]


def test_feeds_warn_in_summary_and_text(site: Site) -> None:
    feed = feedparser.parse(site.text("feed.xml"))
    items = {each.link: each for each in feed.entries}
    post = items["https://example.org/summaries/hands/"]
    assert post.summary.startswith("The article that this post is about has been retracted.")
    assert "evidence-banner" in post.content[0].value
    assert (
        "Retracted, April 17, 2019"
        in items["https://example.org/summaries/citing/"].content[0].value
    )
    texts = [item["content_html"] for item in json.loads(site.text("feed.json"))["items"]]
    assert all("evidence-banner" in text for text in texts)


def test_doubts_are_a_warning_and_a_correction_is_none(make_site: MakeSite) -> None:
    notices = RETRACTED.replace("retraction\n        date: 2019-04-17", "concern")
    site = make_site({"bibliography/notices.yaml": notices}).build()
    assert "has doubts" in said(one(site.page("summaries/hands/"), BANNER))
    site.write(
        {"bibliography/notices.yaml": RETRACTED.replace("kind: retraction", "kind: correction")}
    )
    page = site.build().page("summaries/hands/")
    assert not page.xpath(BANNER)
    assert "Corrected (April 17, 2019): notice" in said(page)


def test_a_warning_speaks_the_language_of_its_post(make_site: MakeSite) -> None:
    files = {
        "docs/summaries/hands.yaml": summary(language="pt"),
        "bibliography/notices.yaml": RETRACTED.replace("-04-17", "-04"),
    }
    banner = one(make_site(files).build().page("summaries/hands/"), BANNER)
    assert said(banner) == (
        "O artigo de que este texto trata foi retratado. Não se deve mais confiar nele. "
        "(abril de 2019) Ler a nota"
    )


def test_a_work_is_known_by_its_doi_in_any_letters(make_site: MakeSite) -> None:
    files = {
        "bibliography/all.bib": BIBLIOGRAPHY.replace("10.1093/scan", "10.1093/SCAN"),
        "bibliography/notices.yaml": RETRACTED,
    }
    assert one(make_site(files).build().page("summaries/hands/"), BANNER) is not None


def test_a_hostile_notice_stays_text(make_site: MakeSite) -> None:
    notices = RETRACTED.replace("10.1093/scan/retraction", "'10.1093/\"><script>x</script>'")
    page = make_site({"bibliography/notices.yaml": notices}).build().page("summaries/hands/")
    assert not page.xpath("//script[text()='x']")


def test_a_mistake_in_the_notices_is_told_at_its_line(make_site: MakeSite) -> None:
    notices = RETRACTED.replace("kind: retraction", "kind: retracted")
    outcome = make_site({"bibliography/notices.yaml": notices}).run("--quiet")
    assert outcome.returncode == 1
    assert "bibliography/notices.yaml:4:15: “retracted” is not one of the words" in outcome.stderr
    assert "Did you mean “retraction”?" in outcome.stderr
